"""The surface of a line of LaTeX: groups, scripts, fractions, signs; names have no meaning yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

MAX_LENGTH = 8_000
MAX_DEPTH = 40  # of brackets
MAX_LEVELS = 240  # of the surface: 40 nested fractions; what walks over it recursively bears no more
MAX_ITEMS = 3_000

_BARS = {0xE000: "|", 0xE001: "|", 0xE002: "‖", 0xE003: "‖", 0xE004: "|", 0xE005: ":", 0xE010: "{", 0xE030: " "}


class UnreadError(Exception):
    """A piece of mathematics that cannot be read: why, and at which character."""

    def __init__(self, reason: str, at: int | None = None):
        reason = reason.translate(_BARS)  # how bars are marked is nobody's business
        super().__init__(reason)
        self.reason, self.at = reason, at


@dataclass(frozen=True)
class Syn:
    """A node of the surface: its kind, what it is made of, and where it stands in the text."""

    kind: str
    args: tuple[Any, ...]
    start: int
    end: int

    def __getitem__(self, i: int) -> Any:
        return self.args[i]

    @property
    def children(self) -> list:
        """What lark asks of a node when it joins repetitions."""
        return list(self.args)


FONTS = {
    **dict.fromkeys(["mathbf", "boldsymbol", "bm", "pmb", "bold", "textbf", "mathbfcal", "bf", "boldmath"], "bold"),
    **dict.fromkeys(["mathcal", "mathscr", "cal"], "cal"),
    **dict.fromkeys(["mathbb", "mathbbm", "mathds"], "bb"),
    **dict.fromkeys(["mathrm", "mathit", "mathsf", "mathtt", "mathnormal", "it", "rm", "sf", "tt"], ""),
    "mathfrak": "frak",
}
GREEK_LETTERS = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau",
    "φ": "varphi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda",
    "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega", "Γ": "Gamma", "ℓ": "ell", "κ": "kappa", "ι": "iota",
}  # fmt: skip


def nodes(syn: Any) -> Iterator[Syn]:
    """Every node once, parents first, from left to right, without recursion."""
    todo = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, Syn):
            yield node
            todo.extend(reversed(node.args))
        elif isinstance(node, tuple):
            todo.extend(reversed(node))


def walk(syn: Any, visit: Callable[[Syn], None]) -> None:
    """Visit every node once, parents first."""
    for node in nodes(syn):
        visit(node)


def text_of(token: str) -> str:
    r"""The words inside ``\text{…}``, ``\mathrm{…}``."""
    inner = token[token.index("{") + 1 : token.rindex("}")]
    inner = re.sub(r"^\s*\\(rm|sf|tt)\b", "", inner)
    return re.sub(r"\\[,;: !]|~", " ", inner).strip()


def word_of(syn: Syn) -> str:
    r"""The word that a function is written as: ``relu`` of ``\mathrm{ReLU}``, ``tanh`` of ``\tanh``."""
    word = str(syn[0])
    return (text_of(word) if "{" in word else word.lstrip("\\")).lower()
