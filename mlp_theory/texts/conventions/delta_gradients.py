r"""``\delta h = \partial L / \partial h``: the δ before a name is the d of dh, where a page says so."""

from __future__ import annotations

from itertools import pairwise

from mlp_theory.texts.conventions.spelling import Spelling
from mlp_theory.texts.conventions.stated_names import EQUALS
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.derivative_parts import differential
from mlp_theory.texts.syntax.factor_kinds import fraction
from mlp_theory.texts.syntax.kinds import is_letter
from mlp_theory.texts.syntax.making import as_letter
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn, rebuilt
from mlp_theory.texts.syntax.unicode import whole


def delta_gradients(items: list[Item]) -> Spelling | None:
    """Each δ that stands right before a name as a d, on a page that says so of one of them."""
    return _walk if any(_says_so(item) for item in items) else None


def _walk(node: Syn) -> Syn:
    if node.kind != "term":
        return rebuilt(node, _walk)
    args = list(map(_walk, node.args))
    for k, (one, behind) in enumerate(pairwise(node.args)):
        if _is_delta(one) and base_of(under_scripts(behind)) is not None:
            args[k] = as_letter("d")
    return Syn(node.kind, tuple(args), node.start, node.end)


def _is_delta(syn: Syn) -> bool:
    return is_letter(syn, r"\delta", "δ", "delta")


def _says_so(item: Item) -> bool:
    r"""``\delta V = \frac{\partial L}{\partial V}``, with the same V."""
    if item.statement.relations[:1] and item.statement.relations[0] in EQUALS and len(item.syns) == 2:
        left, right = atoms(item.syns[0]), atoms(item.syns[1])
        parts = fraction(right[0]) if len(right) == 1 else None
        below = atoms(parts[1]) if parts is not None else []
        return (
            len(left) == 2
            and _is_delta(left[0])
            and len(below) == 2
            and differential(below[0]) is not None
            and whole(below[1]) == whole(left[1])
        )
    return False
