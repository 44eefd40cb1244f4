"""Letters of which nothing tells the shape: where one stands, shapes that do not fit are no contradiction."""

from __future__ import annotations

from mlp_theory.symbolic import Dim, Dimensions

Shape = tuple[Dim, Dim]
"""Rows and columns."""


def unknown_shape(dims: Dimensions, *shapes: Shape) -> str:
    """The letter of which nothing tells the shape, neither its rows nor its columns; "" where all are known."""
    rows = _letters(dims, "rows", *shapes)
    columns = _letters(dims, "columns", *shapes)
    square = [open_.letter for r, c in shapes if dims.find(r) == dims.find(c) for open_ in dims.open_sizes(r)]
    return next((letter for letter in [*rows, *square] if letter in columns or letter in square), "")


def unknown_size(dims: Dimensions, shape: Shape) -> str:
    """The letter of which nothing tells the rows, or the columns; "" where both are known."""
    return next(iter([*_letters(dims, "rows", shape), *_letters(dims, "columns", shape)]), "")


def _letters(dims: Dimensions, side: str, *shapes: Shape) -> list[str]:
    """The letters whose rows, or columns, are still open."""
    return [size.letter for shape in shapes for dim in shape for size in dims.open_sizes(dim) if size.side == side]
