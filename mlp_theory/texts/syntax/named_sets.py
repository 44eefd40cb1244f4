r"""Sets that have a name and no members, ``\mathcal{X}``, ``T_p M``; collections spelled out, ``\{x_1, …, x_n\}``."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import in_curly, in_parens, is_call, is_relation, is_text
from mlp_theory.texts.syntax.lists import arguments, is_dots, is_tuple, list_parts
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts, ungrouped
from mlp_theory.texts.syntax.syn import Syn

_MOST_NAMES = 2  # a tangent space T_p M has two


def is_named_set(syn: Syn) -> bool:
    """Whether nothing but a name stands here, so that a page may say that something lies in it."""
    items = atoms(syn)
    return len(items) <= _MOST_NAMES and all(_is_name(under_scripts(item)) for item in items)


def _is_name(bare: Syn) -> bool:
    base = base_of(bare)
    if base is None:
        return is_text(bare)
    return base.style != "bb" and base.letter not in ("ℝ", "R")


def names_collection(left: Syn, right: Syn) -> bool:
    """Whether the left side is a name for what the right side collects: points, pairs, all x with a property."""
    items, group = atoms(left), atoms(right)
    base = base_of(under_scripts(items[0]))
    named = base is not None and (len(items) == 1 or (len(items) == 2 and is_call(items[1])))
    if base is None or not named or len(group) != 1 or not (in_curly(group[0]) or in_parens(group[0])):
        return False
    if not (base.upper or base.style or base.word) and not _holds_names(group[0]):
        return False  # of α = {0.1, 1} each is a value of α
    if in_curly(group[0]):
        return is_tuple(group[0]) or is_relation(ungrouped(group[0][0]))
    return is_tuple(group[0]) and all(map(_is_pair_or_dots, arguments(group[0])))


def _holds_names(group: Syn) -> bool:
    inner = ungrouped(group[0])
    members = [atoms(member) for member in list_parts(inner)]
    return is_relation(inner) or all(len(m) == 1 and (is_dots(m[0]) or base_of(under_scripts(m[0]))) for m in members)


def _is_pair_or_dots(member: Syn) -> bool:
    items = atoms(member)
    return is_dots(member) or (len(items) == 1 and in_parens(items[0]) and is_tuple(items[0]))


def counts_without_end(right: Syn) -> bool:
    """Whether numbers stand here that go on for ever: ``1, 2, …``."""
    parts = list_parts(right)
    return len(parts) > 1 and number_of(parts[0]) is not None and is_dots(parts[-1])
