r"""Shapes that the prose declares: "$A$ is an $m \times n$ matrix", "$x$ and $y$ are column vectors of length $n$"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mlp_theory.texts.conventions.worded_names import is_name, shown_names
from mlp_theory.texts.items import Item, in_signs
from mlp_theory.texts.syntax.making import as_list
from mlp_theory.texts.syntax.real_arrays import as_size, real_arrays

_SIZE = r"(?:\d+|[A-Za-z](?:_(?:\w|\{\w+\}))?(?:\s*[+-]\s*\d+)?)"
_TWO = re.compile(rf"\s*(?P<rows>{_SIZE})\s*(?:\\times|×)\s*(?P<columns>{_SIZE})\s*")
_PAIR = re.compile(rf"\s*\(\s*(?P<rows>{_SIZE})\s*,\s*(?P<columns>{_SIZE})\s*\)\s*")  # as arrays in code are told
_ONE = re.compile(rf"\s*({_SIZE})\s*")

_KINDS = (
    r"(?:(?:an?|the|some|all|both|each|real|square|symmetric|positive[- ](?:semi-?)?definite|invertible|fixed|given|"
    r"weight|bias|design|data|input|output|hidden|parameter|feature|target|one-hot|column|row|embedding),?\s+){0,5}"
)
_MATRIX, _VECTOR = r"(?:matri(?:x|ces)|arrays?|row of labels)", r"vectors?"
_IS = r"\s*,?\s*(?:is|are|be|denotes?)\s+(?:(?:again|also|now)\s+)?"
_ONE_EACH = (
    r"(?:that|which)\s+(?:has|holds|contains|stores)\s+(?:one|an|each)\s+(?:\w+\s+)?(?:per|as|in\s+(?:each|every))\b"
)
_FREE = (  # and not "the matrix of the x_i", "a vector whose entries are": words tell its content, unread here
    rf"(?!\s+(?!{_ONE_EACH})(?:whose|that|which|containing|holding|collecting|formed|made|where|"
    r"(?:with|having)\s+(?:rows|columns|entries|"
    r"elements)|of\b(?!\s+(?:trainable\s+|learnable\s+)?(?:weights|parameters|coefficients|biases|numbers)\b))\b)"
)
_BESIDE_TWO = (  # the words between the name and m × n, and those after it
    (re.compile(rf"{_IS}{_KINDS}"), re.compile(rf"\s*{_KINDS}{_MATRIX}\b{_FREE}")),
    (re.compile(r"\s*\(\s*"), re.compile(r"\s*\)")),
    (re.compile(r"\s*(?:is|are)(?: of (?:size|shape))?\s+"), re.compile(r"\s*(?:$|[.,;:]|and\b)")),
    (
        re.compile(
            rf"(?:{_IS}{_KINDS}{_MATRIX}|\s*,?)\s*(?:of|has|have|with)\s+(?:the\s+)?(?:size|shape|dimensions?)\s+"
        ),
        re.compile(_FREE),
    ),
)
_BESIDE_PAIR = _BESIDE_TWO[-1:]  # "of shape (m, n)"; other words would make a pair of numbers of it
_BESIDE_ONE = (
    (re.compile(rf"{_IS}{_KINDS}{_VECTOR}\s+(?:of|with)\s+(?:length|size|dimension)\s+"), re.compile(_FREE)),
    (
        re.compile(rf"{_IS}{_KINDS}(?:{_VECTOR}|rows?|columns?)\s+with\s+"),
        re.compile(r"\s*(?:entries|components|elements)\b"),
    ),
    (re.compile(rf"{_IS}{_KINDS}"), re.compile(rf"(?:\s*-\s*|\s+)(?:dimensional\s+{_KINDS})?{_VECTOR}\b{_FREE}")),
)
_SHAPES = re.compile(r"\s*(?:,?\s*(?:of|have|with))\s+(?:the\s+)?(?:shapes|sizes|dimensions)\s+")
_PLURAL = re.compile(r"\b(?:are|matrices|vectors)\b")
_LISTED = re.compile(r"\s*(?:,|and|, and|&)\s*")


@dataclass(frozen=True)
class _Said:
    """What the prose says of some names: at which item, and their rows and columns."""

    at: Item
    names: tuple[Item, ...]
    shape: tuple[str, str]


def worded_shapes(items: list[Item]) -> list[Item]:
    r"""The items, where a size to which words give a name is the declaration ``A \in \mathbb{R}^{m \times n}``.

    Of a name that the page declares in signs, or in words twice and not alike, the words say nothing here; nor do
    they where a size has the letter of something that is declared: the $W$ of $H \times W$ beside weights $W$.
    """
    said = list(_said(items))
    taken = {
        shown
        for item in items
        if item.statement.relations[:1] in ([r"\in"], [":"]) and item.statement.sides[0].syn is not None
        for shown in shown_names(item.statement.sides[0].syn)
    }
    shapes: dict[str, set[tuple[str, str]]] = {}
    for one in said:
        for item in one.names:
            for shown in shown_names(item.statement.sides[0].syn):
                shapes.setdefault(shown, set()).add(one.shape)
    declared = {}
    for one in said:
        names = [shown for item in one.names for shown in shown_names(item.statement.sides[0].syn)]
        clear = not any(shown in taken or len(shapes[shown]) > 1 for shown in names)
        if clear and not set(one.shape) & (taken | set(shapes)):
            declared[one.at] = _declaration(one)
    return [declared.get(item, item) for item in items]


def _declaration(said: _Said) -> Item:
    r"""``A, B \in \mathbb{R}^{m \times n}``, where the words say it."""
    rows, columns = said.shape
    written = ", ".join(item.piece.latex for item in said.names), rf"\mathbb{{R}}^{{{rows} \times {columns}}}"
    names = as_list([syn for item in said.names for syn in item.syns])
    return in_signs(said.at, [r"\in"], [names, real_arrays(as_size(rows), as_size(columns))], written)


def _said(items: list[Item]) -> Iterator[_Said]:
    for k, item in enumerate(items):
        if item.display or item.piece.comment or item.statement.relations or len(item.statement.sides) != 1:
            continue
        if _SHAPES.fullmatch(f" {item.piece.before.lower()} "):
            yield from _one_by_one(items, k)
            continue
        latex, before, after = item.piece.latex, f" {item.piece.before.lower()} ", f" {item.piece.after.lower()} "
        two, pair, one = _TWO.fullmatch(latex), _PAIR.fullmatch(latex), _ONE.fullmatch(latex)
        if (both := two or pair) is not None:
            shape = (both["rows"], both["columns"])
            if any(b.fullmatch(before) and a.match(after) for b, a in (_BESIDE_TWO if two else _BESIDE_PAIR)):
                names = _names_before(items, k, bool(_PLURAL.search(before + after)))
            elif pair:
                continue
            else:
                named = re.fullmatch(rf"\s*{_KINDS}{_MATRIX}\s*", after)
                names = tuple(items[k + 1 : k + 2]) if named and _follows(items, k) else ()
        elif one is not None and any(b.fullmatch(before) and a.match(after) for b, a in _BESIDE_ONE):
            shape = (
                ("1", one[1])
                if re.search(r"\brows?( vectors?)? (with|of)\b|\brow vectors?\b", before + after)
                else (one[1], "1")
            )
            names = _names_before(items, k, bool(_PLURAL.search(before + after)))
        else:
            continue
        if names and all(is_name(x) for x in names):
            yield _Said(item, names, shape)


def _one_by_one(items: list[Item], k: int) -> Iterator[_Said]:
    """``$b$ and $c$ have the shapes $(n, 1)$ and $(m, 1)$``: as many shapes as names, in their order."""
    names = _names_before(items, k, True)
    sizes = items[k : k + len(names)]
    found = [_TWO.fullmatch(x.piece.latex) or _PAIR.fullmatch(x.piece.latex) for x in sizes]
    listed = all(_LISTED.fullmatch(x.piece.before.lower()) and _follows(items, k) for x in sizes[1:])
    if len(sizes) == len(names) and listed:
        for name, both in zip(names, found, strict=True):
            if both is not None and is_name(name):
                yield _Said(name, (name,), (both["rows"], both["columns"]))


def _follows(items: list[Item], k: int) -> bool:
    """Whether the next item stands in the same sentence."""
    return k + 1 < len(items) and items[k + 1].piece.block == items[k].piece.block and not items[k + 1].display


def _names_before(items: list[Item], k: int, plural: bool) -> tuple[Item, ...]:
    """The item before, or all of the list that ends with it: "$x$, $y$ and $z$ are"."""
    if not k or not _follows(items, k - 1):
        return ()
    first = k - 1
    while plural and first and _follows(items, first - 1) and _LISTED.fullmatch(items[first].piece.before.lower()):
        first -= 1
    return tuple(items[first:k])
