"""Random sizes for the names of dimensions: all different, never 1, and such that everything fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from mlp_theory.errors import ShapeError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.expressions import Call, Node, Size

FEWEST, MOST = 6, 12
"""Named sizes are drawn from this many numbers, beginning with 2: no transpose and no sum goes unnoticed."""

ATTEMPTS = 60
"""Draws of sizes in search of some that make n − 3 positive; later ones are larger."""


def draw_sizes(parts: Sequence[Node], rng: np.random.Generator) -> dict[str, int]:
    """A size for every name; of a product of names, the product.

    Up to `MOST` names all differ; of more, any two are the same by chance only, and in few draws.

    Raises
    ------
    ShapeError
        When no sizes are found at which every matrix has rows and columns.
    """
    dims = {dim for part in parts for dim in _dims_of(part)}
    names = list(dict.fromkeys(name for dim in dims_in_order(parts) for name in _names_in(dim)))
    single = list(dict.fromkeys(factor for name in names for factor in name.split("·")))
    pool = np.arange(2, 2 + min(max(len(single), FEWEST), MOST))
    for attempt in range(ATTEMPTS):
        rounds = [rng.permutation(pool) + attempt * attempt // 2 for _ in range(0, len(single), len(pool))]
        sizes = {name: int(size) for name, size in zip(single, np.ravel(rounds), strict=False)}
        for name in names:
            sizes[name] = int(np.prod([sizes[factor] for factor in name.split("·")]))
        least = 2 if attempt < ATTEMPTS // 2 else 1
        linear = [dim for dim in dims if isinstance(dim, tuple)]
        if all(size_of(dim, sizes) >= least for dim in linear) and all(_fits(part, sizes) for part in parts):
            return sizes
    raise ShapeError("No sizes fit everything", expected="sizes that can be above zero at once", got=", ".join(single))


def size_of(dim: Dim, sizes: Mapping[str, int]) -> int:
    """The number that a size is in this draw."""
    if isinstance(dim, tuple):
        return dim[2] + sum(count * sizes[name] for name, count in dim[1])
    return sizes[dim] if isinstance(dim, str) else dim


def _fits(part: Node, sizes: Mapping[str, int]) -> bool:
    """Whether a part of a matrix lies in it; everything else fits at all sizes."""
    match part:
        case Call("part", (whole,), (top, left, rows, columns)):
            height, width = (size_of(dim, sizes) for dim in al.shape_of(whole))
            ends = [size_of(a, sizes) + size_of(b, sizes) for a, b in ((top, rows), (left, columns))]
            return ends[0] <= height and ends[1] <= width
    return True


def dims_in_order(parts: Sequence[Node]) -> Iterable[Dim]:
    """All sizes, in the order in which they come up."""
    for part in parts:
        yield from _dims_of(part)


def _dims_of(part: Node) -> Iterable[Dim]:
    yield from al.shape_of(part)
    if isinstance(part, Size):
        yield part.dim


def _names_in(dim: Dim) -> Iterable[str]:
    if isinstance(dim, str):
        yield dim
    elif isinstance(dim, tuple):
        for name, _ in dim[1]:
            yield name
