r"""Losses that only the prose speaks of: "let $\ell$ be a loss that depends on all of the $y_i$"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mlp_theory.texts.conventions.worded_shapes import is_name, shown_names
from mlp_theory.texts.items import Item
from mlp_theory.texts.latex.located_text import Text
from mlp_theory.texts.latex.statements import statements

_LOSS = (
    r"(?:(?:scalar|smooth|differentiable|arbitrary|training|total)\s+)*(?:loss|cost|objective|error)(?:\s+function)?"
)
_DEPENDS = (
    r"(?:(?:that|which)\s+)?(?:depends\s+on|depending\s+on|is\s+a\s+function\s+of)\s+"
    r"(?:(?:all|each|every|of|the|only|outputs?|activations?|values?)\s+)*"
)
_AFTER = re.compile(rf"\s*(?:be|is)\s+(?:an?|any|some|the)\s+{_LOSS}\s+{_DEPENDS}")
_BETWEEN = re.compile(rf"\s*{_DEPENDS}")
_BEFORE = re.compile(rf".*\b{_LOSS}\s+", re.DOTALL)
_ENDS = re.compile(r"\s*(?:$|[.,;:])")


def with_worded_losses(items: list[Item]) -> list[Item]:
    r"""The items, and for each loss that the page does not give an arbitrary ``\ell`` with ``\ell = \ell(y)``."""
    given = {
        shown
        for item in items
        if item.statement.relations[:1] in (["="], [":="], [r"\in"], [":"])
        for shown in shown_names(item.statement.sides[0].syn)
    }
    out: list[Item] = []
    for k, item in enumerate(items):
        out.append(item)
        if (
            k
            and _tells_a_loss(items[k - 1], item)
            and not set(shown_names(items[k - 1].statement.sides[0].syn)) & given
        ):
            out.extend(_loss(items[k - 1], item))
    return out


def _tells_a_loss(loss: Item, variable: Item) -> bool:
    """Whether the words around two neighbours make the first a loss of the second alone."""
    if loss.piece.block != variable.piece.block or not (is_name(loss) and is_name(variable)):
        return False
    before, between = f" {loss.piece.before.lower()} ", f" {loss.piece.after.lower()} "
    told = _AFTER.fullmatch(between) or (_BETWEEN.fullmatch(between) and _BEFORE.fullmatch(before))
    return bool(told) and bool(_ENDS.match(variable.piece.after))


def _loss(loss: Item, variable: Item) -> Iterator[Item]:
    name = loss.piece.latex
    of = re.sub(r"_(?:[a-z]|\{[a-z]\})$", "", variable.piece.latex)
    for text in (rf"{name} : \mathbb{{R}}^m \to \mathbb{{R}}", f"{name} = {name}({of})"):
        (statement,) = statements(Text(text, [0] * len(text)))
        yield replace(loss, statement=statement)
