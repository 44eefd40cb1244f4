r"""Statements whose sign is no equality: ``H_0 : μ = 0``, ``Y \sim F``, ``f(x) \to \min_x``."""

from __future__ import annotations

import re

from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens, is_function_name, is_relation
from mlp_theory.texts.syntax.lists import arguments, is_dots, list_parts
from mlp_theory.texts.syntax.names import base_of, word_of
from mlp_theory.texts.syntax.peeling import under_scripts, ungrouped
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole

_HYPOTHESIS = re.compile(r"H_?[01₀₁aA]|H_\{?[aA]\}?|Hₐ")
_ARROWS = (r"\to", r"\rightarrow", r"\longrightarrow")


def is_hypothesis(relations: list[str], sides: list[Syn]) -> bool:
    """Whether a statement begins with ``H_0 :`` or ``H_1 :``."""
    return relations[:1] == [":"] and len(sides) > 1 and bool(_HYPOTHESIS.fullmatch(whole(sides[0])))


def tells_a_law(relation: str, left: Syn) -> bool:
    """Whether names stand before a ∼, with others behind a bar or not: of each of them it says how it is drawn."""
    if relation != r"\sim":
        return False
    inner = ungrouped(left)
    parts = [part for part in inner.args if isinstance(part, Syn)] if is_relation(inner) else [inner]
    return all(_is_name(member) for part in parts for member in list_parts(part))


def asks_for_extreme(relation: str, right: Syn) -> bool:
    r"""Whether an arrow leads to ``\min_w``: to be made as small as possible."""
    items = atoms(right)
    bare = under_scripts(items[0])
    return relation in _ARROWS and len(items) == 1 and is_function_name(bare) and word_of(bare) in ("min", "max")


def _is_name(member: Syn) -> bool:
    items = atoms(member)
    if len(items) == 1 and in_parens(items[0]):
        return all(map(_is_name, arguments(items[0])))
    return len(items) == 1 and (is_dots(member) or base_of(under_scripts(items[0])) is not None)
