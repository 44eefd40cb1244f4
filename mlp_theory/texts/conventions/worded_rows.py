r"""Rows and columns to which words give a name: "$X$ has the rows $x_i^\top$", "$x_i$ is the $i$-th column of $X$"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlp_theory.texts.conventions.worded_names import shown_names
from mlp_theory.texts.items import Item, supposed
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.index_letters import lone_sub
from mlp_theory.texts.syntax.making import as_letter, as_list, as_transposed
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import lone, unbracketed, unscripted
from mlp_theory.texts.syntax.script_parts import has_sub
from mlp_theory.texts.syntax.syn import Syn

_WHAT = r"(?:row|column)"
_PLACE = r"(?:row|column|entr(?:y|ie)|element|component|coordinate)"
_HAS = re.compile(
    rf".*\b(?:with|has|have|having|whose|are)\s+(?:the\s+|its\s+)?(?P<what>{_WHAT})s?(?:\s+(?:vectors|examples|samples))?(?:\s+are)?"
    r"(?:\s+the)?(?:\s+(?:vectors|examples|samples|inputs|data points|transposed))?\s*",
    re.DOTALL,
)
_ARE_OF = re.compile(
    rf"\s*(?:,?\s*which\s+)?(?:is|are|be|denotes?|being)\s+(?:again\s+)?(?:the\s+)?(?P<what>{_PLACE})s?\s+of\b\s*"
    r"(?:the\s+(?:\w+\s+)?matrix\s*)?\s*"
)
_AND = re.compile(r"\s*,?\s*and(?:\s+of)?\s*")
_IS_THE = re.compile(r"\s*(?:is|be|denotes?|for|being)\s+(?:the\s*)?")
_TH_OF = re.compile(rf"\s*[- ]?\s*(?:th)?\s+(?P<what>{_WHAT})\s+of\b\s*(?:the\s+(?:\w+\s+)?matrix\s*)?\s*")


@dataclass(frozen=True)
class _Said:
    """Which name the words make a row or a column of which matrix."""

    part: Item
    matrix: Item
    what: str


def worded_rows(items: list[Item]) -> list[Item]:
    r"""The items, and ``x_i = (X_{i,:})^\top`` where words say so and no equation says what ``x_i`` is."""
    defined = {
        shown
        for item in items
        if item.statement.relations[:1] in (["="], [":="]) and item.syns
        for shown in shown_names(item.syns[0])
    }
    out: list[Item] = []
    for k, item in enumerate(items):
        said = _said(items, k)
        equation = _equation(said) if said is not None else None
        if equation is not None and not set(shown_names(equation.syns[0])) & defined:
            out.append(equation)
            defined |= set(shown_names(equation.syns[0]))
        out.append(item)
    return out


def _said(items: list[Item], k: int) -> _Said | None:
    """What the words around an item say of it and a matrix."""
    item = items[k]
    if item.display or item.piece.comment or not _is_part(item):
        return None
    before, behind = item.piece.before.lower(), item.piece.after.lower()
    beside = [one for one in items[k + 1 : k + 3] if one.piece.block == item.piece.block]
    if (found := _HAS.fullmatch(before)) and (matrix := _matrix_before(items, k)) is not None:
        return _Said(item, matrix, found["what"])
    if beside and (found := _ARE_OF.fullmatch(behind)) and (_is_matrix(beside[0]) or _is_layer(beside[0])):
        pairs = len(beside) == 2 and _is_second(items, k) and _AND.fullmatch(beside[0].piece.after)
        return _Said(item, beside[1] if pairs else beside[0], found["what"])
    if len(beside) == 2 and _AND.fullmatch(behind) and _is_part(beside[0]):
        matrices = [one for one in items[k + 2 : k + 4] if one.piece.block == item.piece.block]
        found = _ARE_OF.fullmatch(beside[0].piece.after.lower())
        if found and len(matrices) == 2 and _AND.fullmatch(matrices[0].piece.after):
            return _Said(item, matrices[0], found["what"])
        return None
    if len(beside) == 2 and _IS_THE.fullmatch(behind) and _is_matrix(beside[1]):
        found = _TH_OF.fullmatch(re.sub(r"^\^\{?th\}?", "", beside[0].piece.after.lower()))
        return _Said(item, beside[1], found["what"]) if found else None
    return None


def _is_second(items: list[Item], k: int) -> bool:
    """Whether a name stands behind another: the second of "$p_i$ and $t_i$ are the rows of $P$ and $T$"."""
    return k > 0 and _is_part(items[k - 1]) and bool(_AND.fullmatch(items[k - 1].piece.after))


def _matrix_before(items: list[Item], k: int) -> Item | None:
    """The last capital letter of the sentence before a name."""
    block = items[k].piece.block
    return next((one for one in reversed(items[:k]) if one.piece.block == block and _is_matrix(one)), None)


def _is_part(item: Item) -> bool:
    """Whether an item is one name with something below it, alone or with the set that it lies in."""
    if item.statement.relations not in ([], [r"\in"]) or not item.syns:
        return False
    bare, parts = unscripted(lone(item.syns[0]))
    return base_of(bare) is not None and has_sub(parts)


def _is_matrix(item: Item) -> bool:
    """Whether an item is a capital letter without scripts, alone or with the set that it lies in."""
    if item.display or item.statement.relations not in ([], [r"\in"]) or not item.syns:
        return False
    base = base_of(lone(item.syns[0]))
    return base is not None and base.upper and not base.style


def _is_layer(item: Item) -> bool:
    """Whether an item is a capital letter with a number or a bracket: A_2, A^{[2]}."""
    if item.display or item.statement.relations or not item.syns:
        return False
    bare, parts = unscripted(lone(item.syns[0]))
    base = base_of(bare)
    return base is not None and base.upper and len(parts) == 1 and number_of(unbracketed(lone(parts[0][0]))) is not None


def _equation(said: _Said) -> Item | None:
    r"""``x_i = (X_{i,:})^\top`` or ``x_i = X_{:,i}``; None where no letter stands below the name."""
    bare, parts = unscripted(atoms(said.part.syns[0])[0])
    below = tuple(part for part in parts if lone_sub((part,)) is not None)
    index = lone_sub(below) if len(below) == 1 else None
    base = base_of(bare)
    if index is None or base is None or base.upper:
        return None
    if any(part.kind == "sup" and part not in below and not _turns(part) for part in parts):
        return None
    name = Syn("scripted", (bare, *below), bare.start, bare.end)
    every = Syn("span", ("\ue005",), 0, 0)
    if said.what not in ("row", "column"):
        matrix = Syn("parens", (lone(said.matrix.syns[0]),), 0, 0)
        return supposed(said.part, ["="], [name, Syn("scripted", (matrix, *below), 0, 0)])
    ranges = Syn(
        "ranges", (as_list([as_letter(index), every] if said.what == "row" else [every, as_letter(index)]),), 0, 0
    )
    part = Syn("part", (lone(said.matrix.syns[0]), ranges), 0, 0)
    row = as_transposed(Syn("parens", (part,), 0, 0)) if said.what == "row" else part
    return supposed(said.part, ["="], [name, row])


def _turns(part: Syn) -> bool:
    """Whether a script above says no more than that a row lies."""
    inner = lone(part[0])
    return str(inner[0]).lstrip("\\") in ("top", "T", "intercal", "⊤")
