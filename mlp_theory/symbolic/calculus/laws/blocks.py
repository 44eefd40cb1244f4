"""Laws of matrices of blocks: a sum of blocks that stand in different places is one matrix."""

from __future__ import annotations

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.products import is_zero
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.dimensions import Dim, plus
from mlp_theory.symbolic.expressions import Call, Node

Places = list[tuple[Dim, Dim, Node]]
"""Blocks that are no zeros: how many rows (or columns) stand before each, and how many it has."""


@law(
    "add",
    "blocks in their places",
    r"\begin{pmatrix} A \\ 0 \end{pmatrix} + \begin{pmatrix} 0 \\ B \end{pmatrix}"
    r" = \begin{pmatrix} A \\ B \end{pmatrix}",
)
def blocks_in_their_places(node: Call) -> Node | None:
    """Blocks among zeros, below each other or side by side, where no two of them overlap at any sizes."""
    shape = al.shape_of(node)
    for axis in (0, 1):
        for k, (first, sign) in enumerate(zip(node.args, node.data, strict=True)):
            places = _places(first, axis) if sign == 1 else None
            for m in range(k + 1, len(node.args)):
                others = _places(node.args[m], axis) if places is not None and node.data[m] == 1 else None
                together = None if places is None or others is None else _in_order(places + others, shape[axis])
                if together is not None:
                    new = _laid_out(together, shape, axis)
                    terms = (*node.args[:k], new, *node.args[k + 1 : m], *node.args[m + 1 :])
                    signs = (*node.data[:m], *node.data[m + 1 :])
                    return terms[0] if len(terms) == 1 else Call("add", terms, signs)
    return None


def _places(term: Node, axis: int) -> Places | None:
    """The blocks of a term along rows (0) or columns (1), where it is a stack that way with zeros in it."""
    counts = (1,) * len(term.args) if isinstance(term, Call) and axis == 0 else None
    if not isinstance(term, Call) or term.op != "blocks" or term.data != (counts or (len(term.args),)):
        return None
    out: Places = []
    before: Dim = 0
    for block in term.args:
        size = al.shape_of(block)[axis]
        if not is_zero(block):
            out.append((before, size, block))
        before = plus(before, size)
    return out if len(out) < len(term.args) else None


def _in_order(places: Places, whole: Dim) -> Places | None:
    """The blocks from first to last; None where two of them may overlap."""
    left, out = list(places), []
    end: Dim = 0
    while left:
        # The first of what is left is the one before which all others cannot begin.
        first = next((p for p in left if all(_at_most(plus(p[0], p[1]), q[0]) for q in left if q is not p)), None)
        if first is None or not _at_most(end, first[0]):
            return None
        left.remove(first)
        out.append(first)
        end = plus(first[0], first[1])
    return out if _at_most(end, whole) else None


def _at_most(a: Dim, b: Dim) -> bool:
    """Whether a ≤ b for all sizes."""
    gap = plus(b, a, -1)
    if isinstance(gap, tuple):
        return gap[2] + sum(count for _, count in gap[1]) >= 0 and all(count > 0 for _, count in gap[1])
    return isinstance(gap, str) or gap >= 0


def _laid_out(places: Places, shape: tuple[Dim, Dim], axis: int) -> Node:
    """The blocks with zeros in the gaps."""
    blocks: list[Node] = []
    end: Dim = 0
    for before, size, block in [*places, (shape[axis], 0, None)]:
        gap = plus(before, end, -1)
        if gap != 0:
            blocks.append(al.zeros(*((gap, shape[1]) if axis == 0 else (shape[0], gap))))
        if block is not None:
            blocks.append(block)
        end = plus(before, size)
    return al.call("blocks", blocks, (1,) * len(blocks) if axis == 0 else (len(blocks),))
