"""Indices that run: ``i = 1, …, n``, ``i ∈ {1, …, n}``, ``1 ≤ i ≤ n``."""

from __future__ import annotations

from mlp_theory.texts.atoms import atoms, number_of
from mlp_theory.texts.names import base_of
from mlp_theory.texts.reader import set_bounds
from mlp_theory.texts.syntax import Syn


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


def list_parts(syn: Syn) -> list[Syn]:
    """The members of ``a, b, c``; a single thing is a list of one."""
    while syn.kind in ("single", "braces"):
        syn = syn[-1]
    return [p for p in syn.args if isinstance(p, Syn)] if syn.kind == "list" else [syn]


def is_dotted(part: Syn) -> bool:
    """Whether it is the … of a list."""
    items = atoms(part)
    return len(items) == 1 and items[0].kind == "dots"


def unscripted(syn: Syn) -> tuple[Syn, tuple[Syn, ...]]:
    """What stands under the scripts, and the scripts."""
    parts: tuple[Syn, ...] = ()
    while syn.kind == "scripted":
        parts = (*syn.args[1:], *parts)
        syn = syn[0]
    return syn, parts


def has_sub(parts: tuple[Syn, ...]) -> bool:
    """Whether one of the scripts stands below."""
    return any(p.kind == "sub" for p in parts)
