"""Indices that run: ``i = 1, …, n``, ``i ∈ {1, …, n}``, ``1 ≤ i ≤ n``."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import list_parts
from mlp_theory.texts.syntax.surface import set_bounds
from mlp_theory.texts.syntax.syntax import Syn


def ranges_of(chain: Syn) -> list[tuple[str, Syn, Syn]]:
    """Letter, first and last of ``i = 1, …, n``, of ``i ∈ {1, …, n}`` and of ``1 ≤ i ≤ n``."""
    while chain.kind in ("single", "parens"):
        chain = chain[-1]
    if chain.kind != "chain" or not all(isinstance(a, Syn) for a in chain.args[::2]):
        return []
    if len(chain.args) == 3 and str(chain[1]) == "=":
        letters = [base_of(atoms(p)[0]) for p in list_parts(chain[0]) if len(atoms(p)) == 1]
        parts = list_parts(chain[2])
        if (
            letters
            and all(letters)
            and len(parts) >= 2
            and any(is_dotted(p) for p in parts)
            and not is_dotted(parts[0])
        ):
            first, last = parts[0], parts[-1]
            if is_dotted(last):
                return []
            if number_of(first) is None and number_of(last) is not None:
                first, last = last, first
            return [(b.letter, first, last) for b in letters if b is not None and not b.bold]
        if len(letters) == 1 and letters[0] is not None and len(parts) == 1:
            run = atoms(parts[0])  # k = 1 … K, without commas
            if len(run) == 3 and run[1].kind == "dots" and number_of(run[0]) is not None:
                return [(letters[0].letter, run[0], run[2])]
        if (
            len(letters) == 1
            and letters[0] is not None
            and len(parts) >= 2
            and all(number_of(p) is not None for p in parts)
        ):
            return [(letters[0].letter, parts[0], parts[-1])]
    if len(chain.args) == 3 and str(chain[1]) == r"\in":
        bounds = set_bounds(chain[2])
        letters = [base_of(atoms(p)[0]) for p in list_parts(chain[0]) if len(atoms(p)) == 1]
        plain = all(b is not None and not b.bold and not b.upper for b in letters)
        if bounds is not None and letters and plain and number_of(bounds[0]) is not None:
            return [(b.letter, bounds[0], bounds[1]) for b in letters if b is not None]
    if len(chain.args) == 5 and (str(chain[1]), str(chain[3])) == ("=", ":") and number_of(chain[2]) is not None:
        letter = base_of(atoms(chain[0])[0]) if len(atoms(chain[0])) == 1 else None  # n = 1:N
        if letter is not None and not letter.bold:
            return [(letter.letter, chain[2], chain[4])]
    if len(chain.args) == 5 and {str(chain[1]), str(chain[3])} <= {r"\le", r"\leq", "≤", r"\leqslant"}:
        middle = base_of(atoms(chain[2])[0]) if len(atoms(chain[2])) == 1 else None
        if middle is not None and number_of(chain[0]) is not None:
            return [(middle.letter, chain[0], chain[4])]
    return []


def is_dotted(part: Syn) -> bool:
    """Whether it is the … of a list."""
    items = atoms(part)
    return len(items) == 1 and items[0].kind == "dots"


def is_real_line(syn: Syn) -> bool:
    """Whether it is ℝ itself: a set of numbers."""
    items = atoms(syn)
    base = base_of(items[0]) if len(items) == 1 else None
    return base is not None and base.letter in ("R", "ℝ")
