r"""Losses that only the prose speaks of: "let $\ell$ be a loss that depends on all of the $y_i$"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.conventions.worded_names import is_name, shown_names
from mlp_theory.texts.items import Item, in_signs
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.index_letters import lone_sub
from mlp_theory.texts.syntax.lists import is_dots, list_parts
from mlp_theory.texts.syntax.making import as_applied
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.real_arrays import REALS, as_size, real_arrays
from mlp_theory.texts.syntax.script_parts import has_sub
from mlp_theory.texts.syntax.syn import Syn

_LOSS = (
    r"(?:(?:scalar|smooth|differentiable|arbitrary|training|total)\s+)*(?:loss|cost|objective|error)(?:\s+function)?"
)
_OF = r"(?:(?:all|each|every|of|the|only|its|our|outputs?|activations?|values?|predictions?|last|final|layer'?s?)\s+)*"
_FUNCTION = r"(?:(?:scalar|smooth|differentiable|arbitrary|real|some)\s+)*function\s+of"
_DEPENDS = (
    r"(?:(?:that|which)\s+)?(?:(?:smoothly\s+)?depends(?:\s+smoothly)?\s+on|depending\s+on|"
    rf"is\s+(?:an?|some|any)\s+{_FUNCTION})\s+{_OF}"
)
_AFTER = re.compile(
    rf"\s*(?:be|is)\s+(?:an?|any|some|the|our)\s+{_LOSS}(?:,?\s+{_DEPENDS}|\s+of\s+{_OF}|,\s+(?:an?|some|any)\s+{_FUNCTION}\s+{_OF})"
)
_BETWEEN = re.compile(rf"\s*{_DEPENDS}")
_BEFORE = re.compile(rf".*\b{_LOSS}\s+", re.DOTALL)
_ALL = re.compile(r"\b(?:all|each|every)\b", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:in\s+(?:an?|some|any)\s+(?:\w+\s+)?way|smoothly|alone)\b|\s*(?:$|[.,;:])")


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
    if loss.piece.block != variable.piece.block or not (is_name(loss) and (is_name(variable) or _listed(variable))):
        return False
    before, between = f" {loss.piece.before.lower()} ", f" {loss.piece.after.lower()} "
    told = _AFTER.fullmatch(between) or (_BETWEEN.fullmatch(between) and _BEFORE.fullmatch(before))
    return bool(told) and bool(_ENDS.match(variable.piece.after))


def _listed(item: Item) -> bool:
    r"""Whether it is all of a column, ``y_1, \dots, y_m``."""
    if item.display or item.statement.relations or len(item.syns) != 1:
        return False
    names = [atoms(part)[0] for part in list_parts(item.syns[0]) if atoms(part)]
    ends = [unscripted(syn) for syn in (*names[:1], *names[-1:])]
    return (
        any(is_dots(syn) for syn in names[1:-1])
        and len({base_of(bare) for bare, _ in ends}) == 1
        and base_of(ends[0][0]) is not None
        and all(has_sub(parts) for _, parts in ends)
    )


def _loss(loss: Item, variable: Item) -> Iterator[Item]:
    r"""``\ell : \mathbb{R}^m \to \mathbb{R}`` and ``\ell = \ell(y)``, where the words say it of all the y_i."""
    (name,), (of,) = loss.syns, variable.syns
    listed = _listed(variable)
    bare, parts = unscripted(atoms(list_parts(of)[0])[0])
    now = () if _ALL.search(loss.piece.after) else ("t",)  # of one step, where the words do not say that of all
    others = tuple(x for x in parts if lone_sub((x,)) in (None, *now) and not (listed and x.kind == "sub"))
    every = Syn("scripted", (bare, *others), of.start, of.end) if others else bare
    written = loss.piece.latex
    arguments = re.sub(r"_(?:[a-z0-9]|\{[a-z0-9]\})$", "", variable.piece.latex.split(",")[0])
    yield in_signs(
        loss, [":", r"\to"], [name, real_arrays(as_size("m")), REALS], (written, r"\mathbb{R}^m", r"\mathbb{R}")
    )
    yield in_signs(loss, ["="], [name, as_applied(atoms(name)[0], [every])], (written, f"{written}({arguments})"))
