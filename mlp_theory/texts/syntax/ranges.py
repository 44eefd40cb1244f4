r"""Indices that run: ``i = 1, …, n``, ``i ∈ {1, …, n}``, ``n = 1:N``, ``1 ≤ i ≤ n``; what ``\sum_{i=1}^n`` binds."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.syntax.atoms import atoms, indices_of, number_of
from mlp_theory.texts.syntax.kinds import in_brackets, is_relation, relation_signs
from mlp_theory.texts.syntax.lists import arguments, is_dots, list_parts
from mlp_theory.texts.syntax.making import as_digit
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import BRACKETS, lone, unbracketed, ungrouped, unscripted
from mlp_theory.texts.syntax.script_parts import above, below
from mlp_theory.texts.syntax.syn import Syn

Range = tuple[str, Syn, Syn]
"""A letter, the first and the last of what it runs over."""

_AT_MOST = {r"\le", r"\leq", "≤", r"\leqslant"}


def ranges_of(chain: Syn) -> list[Range]:
    """Letter, first and last of each index that runs here; [] where none does."""
    chain = unbracketed(chain)
    if not is_relation(chain) or not all(isinstance(side, Syn) for side in chain.args[::2]):
        return []
    sides, relations = chain.args[::2], relation_signs(chain)
    if relations == ["="]:
        return _listed(*sides)
    if relations == [r"\in"]:
        return _in_a_set(*sides)
    if relations == ["=", ":"]:
        return _to(*sides)
    if len(relations) == 2 and set(relations) <= _AT_MOST:
        return _between(*sides)
    return []


def set_bounds(syn: Syn) -> tuple[Syn, Syn] | None:
    """First and last of {1, …, n}, also of [n] and [1, n], which are no intervals where nobody knows where they end."""
    group = lone(syn)
    parts = arguments(group) if group.kind in BRACKETS else []
    if in_brackets(group) and len(parts) in (1, 2) and number_of(parts[-1]) is None:
        first = parts[0] if len(parts) == 2 else as_digit(1)
        return (first, parts[-1]) if number_of(first) in (0, 1) else None
    return (parts[0], parts[-1]) if len(parts) >= 3 and any(map(is_dots, parts)) else None


def unit_vectors_spelled_out(members: list[Syn]) -> tuple[Syn, Syn] | None:
    """First and last of e_1, e_2, e_3 without dots: all of them, in their order."""
    numbers = []
    for member in members:
        bare, parts = unscripted(lone(member))
        base, sub = base_of(bare), below(parts)
        if base is None or base.letter != "e" or len(parts) != 1 or sub is None:
            return None
        numbers.append(number_of(sub))
    counted = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    return (members[0], members[-1]) if counted else None


def is_real_line(syn: Syn) -> bool:
    """Whether it is ℝ itself: a set of numbers."""
    base = _name(syn)
    return base is not None and base.letter in ("R", "ℝ")


def _listed(left: Syn, right: Syn) -> list[Range]:
    """``i, j = 1, …, n``, ``k = 1 … K`` without commas, and ``i = 1, 2, 3``."""
    letters, parts = _names(left), list_parts(right)
    if letters and all(letters) and len(parts) >= 2 and any(map(is_dots, parts)) and not is_dots(parts[0]):
        first, last = parts[0], parts[-1]
        if is_dots(last):
            return []
        if number_of(first) is None and number_of(last) is not None:
            first, last = last, first
        return [(base.letter, first, last) for base in letters if base is not None and not base.bold]
    if len(letters) != 1 or letters[0] is None:
        return []
    run = atoms(parts[0]) if len(parts) == 1 else []
    if len(run) == 3 and run[1].kind == "dots" and number_of(run[0]) is not None:
        return [(letters[0].letter, run[0], run[2])]
    if len(parts) >= 2 and all(number_of(part) is not None for part in parts):
        return [(letters[0].letter, parts[0], parts[-1])]
    return []


def _in_a_set(left: Syn, right: Syn) -> list[Range]:
    """``i, j ∈ {1, …, n}``."""
    bounds, letters = set_bounds(right), _names(left)
    plain = all(base is not None and not base.bold and not base.upper for base in letters)
    if bounds is None or not plain or number_of(bounds[0]) is None:
        return []
    return [(base.letter, *bounds) for base in letters if base is not None]


def _to(left: Syn, first: Syn, last: Syn) -> list[Range]:
    """``n = 1:N``."""
    base = _name(left)
    return [(base.letter, first, last)] if base is not None and not base.bold and number_of(first) is not None else []


def _between(first: Syn, middle: Syn, last: Syn) -> list[Range]:
    """``1 ≤ i ≤ n``."""
    base = _name(middle)
    return [(base.letter, first, last)] if base is not None and number_of(first) is not None else []


def _names(syn: Syn) -> list[Base | None]:
    """The names in a list; None for a member that is one thing, but no name."""
    return [base_of(atoms(part)[0]) for part in list_parts(syn) if len(atoms(part)) == 1]


def _name(syn: Syn) -> Base | None:
    items = atoms(syn)
    return base_of(items[0]) if len(items) == 1 else None


@dataclass(frozen=True)
class Binder:
    r"""The indices of an operator.

    Attributes
    ----------
    letters : list of str
        The letters that it binds.
    ends : pair of Syn, optional
        Where the first of them begins and ends: 1 and n of ``\sum_{i=1}^n``.
    """

    letters: list[str]
    ends: tuple[Syn, Syn] | None = None


def binder_of(node: Syn) -> Binder | None:
    """The indices that an operator with scripts binds; None for what is no operator, or binds nothing."""
    if node.kind != "scripted" or node[0].kind not in ("bigop", "function"):
        return None
    under, over = below(node.args[1:]), above(node.args[1:])
    if under is None:
        return None
    relation = ungrouped(under)
    if relation.kind != "chain":
        return Binder([base.letter for index in indices_of(under) if (base := base_of(index)) is not None])
    letters = in_order(relation[0])[:1] if isinstance(relation[0], Syn) else []
    if letters and str(relation[1]) == "=" and over is not None and len(relation.args) > 2:
        return Binder(letters, (relation[2], over))
    return Binder(letters)
