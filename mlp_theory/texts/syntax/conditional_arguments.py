"""The arguments of a conditional name: ``(t | w, x)``, ``(O = o | C = c)``."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_relation
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.peeling import ungrouped, unscripted
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole

PROBABILITIES = ("p", "P", "q", "Q")


BARS = ("\ue004", "|", r"\mid", r"\vert")


@dataclass(frozen=True)
class Arguments:
    """The arguments of ``(t | w, x)``: what they are, which variable takes each, how many stand before the bar."""

    values: list[Syn]
    variables: list[str]
    before: int

    @property
    def texts(self) -> list[str]:
        """How the values are written."""
        return [whole(value) for value in self.values]


def conditional_arguments(group: Syn, base: Base | None = None) -> Arguments | None:
    """The arguments in a bracket with a bar, or with an = behind a p; None for any other bracket.

    Of ``O = o`` the value o is one.
    """
    content = ungrouped(group[0] if group.kind in ("parens", "brackets") else group)
    if not is_relation(content):
        return None
    signs = [str(sign) for sign in content.args[1::2]]
    bars = sum(sign in BARS for sign in signs)
    if any(sign not in (*BARS, "=") for sign in signs):
        return None
    if bars != 1 and not (bars == 0 and len(signs) == 1 and base is not None and base.letter in PROBABILITIES):
        return None
    values: list[Syn] = []
    variables: list[str] = []
    variable = ""
    before = 0
    for part, sign in zip(content.args[::2], [*signs, ""], strict=True):
        if not isinstance(part, Syn):
            return None
        if sign == "=":
            variable = whole(part)
            continue
        here = list_parts(part)
        values += here
        variables += [variable, *[""] * (len(here) - 1)]
        variable = ""
        if sign in BARS:
            before = len(values)
    return Arguments(values, variables, before)


def index_of(syn: Syn, transposes: frozenset[str]) -> tuple[str, Syn] | None:
    """The name and the index of an argument that has just one, ``t_n`` or ``t^{(n)}``; a letter alone is an index."""
    items = atoms(syn)
    if len(items) != 1:
        return None
    bare, parts = unscripted(items[0])
    if not parts:
        return "", items[0]
    scripts = scripts_of(parts, transposes=transposes)
    brackets = [content for kind, content in scripts.sups if kind == "bracket" and content is not None]
    indices = [*scripts.subs, *brackets]
    if len(indices) != 1 or len(brackets) != len(scripts.sups) or scripts.words or scripts.primes:
        return None
    return whole(bare), indices[0]
