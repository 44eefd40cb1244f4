r"""Losses that only the prose speaks of: "let $\ell$ be a loss that depends on all of the $y_i$"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.conventions.worded_names import is_name, shown_names
from mlp_theory.texts.items import Item, in_signs
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.index_letters import lone_sub
from mlp_theory.texts.syntax.making import as_applied
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.real_arrays import REALS, as_size, real_arrays
from mlp_theory.texts.syntax.syn import Syn

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


def worded_losses(items: list[Item]) -> list[Item]:
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
    r"""``\ell : \mathbb{R}^m \to \mathbb{R}`` and ``\ell = \ell(y)``, where the words say it of all the y_i."""
    (name,), (of,) = loss.syns, variable.syns
    bare, parts = unscripted(atoms(of)[0])
    others = tuple(part for part in parts if lone_sub((part,)) is None)
    every = Syn("scripted", (bare, *others), of.start, of.end) if others else bare
    written = loss.piece.latex
    arguments = re.sub(r"_(?:[a-z]|\{[a-z]\})$", "", variable.piece.latex)
    yield in_signs(
        loss, [":", r"\to"], [name, real_arrays(as_size("m")), REALS], (written, r"\mathbb{R}^m", r"\mathbb{R}")
    )
    yield in_signs(loss, ["="], [name, as_applied(atoms(name)[0], [every])], (written, f"{written}({arguments})"))
