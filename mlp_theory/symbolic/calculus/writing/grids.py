"""How matrices of blocks, and parts of matrices, are laid out before they are written."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.dimensions import Dim, plus
from mlp_theory.symbolic.expressions import Call, Node, Number


def is_zero(node: Node) -> bool:
    """Whether a block is written as 0."""
    return (isinstance(node, Call) and node.op == "zeros") or (isinstance(node, Number) and node.value == 0)


def in_a_grid(args: tuple[Node, ...], counts: tuple[int, ...]) -> tuple[list[Node], tuple[int, ...]]:
    """Blocks below each other that are rows of blocks of the same widths, or zeros, as one grid."""
    rows = [arg for arg in args if isinstance(arg, Call) and arg.op == "blocks" and len(arg.data) == 1]
    widths = {tuple(al.shape_of(block)[1] for block in row.args) for row in rows}
    flat = all(arg in rows or is_zero(arg) for arg in args)
    if set(counts) != {1} or len(widths) != 1 or not flat:
        return list(args), counts
    (columns,) = widths
    grid: list[Node] = []
    for arg in args:
        grid += (
            arg.args if isinstance(arg, Call) and arg in rows else [al.zeros(al.shape_of(arg)[0], c) for c in columns]
        )
    return grid, (len(columns),) * len(args)


def sized_zeros(grid: list[Node], counts: tuple[int, ...]) -> set[int]:
    """Which zeros have to say their size: two of them share what the other blocks leave."""
    if len(set(counts)) != 1:
        return set()
    many = counts[0]
    rows = [k for k in range(0, len(grid), many) if all(map(is_zero, grid[k : k + many]))]
    columns = [k for k in range(many) if all(map(is_zero, grid[k::many]))]
    return {*(rows if len(rows) > 1 else []), *(columns if len(columns) > 1 else [])}


def ranges_of(shape: tuple[Dim, Dim], data: tuple[Dim, ...], show: Callable[[Dim], str]) -> list[str]:
    """Which rows and which columns a part is; of a column and of a row one range says enough."""
    top, left, rows, columns = data
    ranges = [_range(*which, show) for which in ((top, rows, shape[0]), (left, columns, shape[1]))]
    return ranges[:1] if shape[1] == 1 else ranges[1:] if shape[0] == 1 else ranges


def _range(before: Dim, size: Dim, whole: Dim, show: Callable[[Dim], str]) -> str:
    """``:``, ``3`` or ``d+1:d+h``: counted from 1, the last one included."""
    if size == whole:
        return ":"
    first, last = show(plus(before, 1)), show(plus(before, size))
    return first if size == 1 else f"{first}:{last}"
