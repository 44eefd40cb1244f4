"""What one entry of each operation is: (A B)ᵢⱼ = Σₖ Aᵢₖ Bₖⱼ.

These are the definitions of the operations. Nothing here differentiates, and nothing here knows a law of matrices.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.places import parts_along
from mlp_theory.symbolic.calculus.entries.terms import Indices, add, delta, entry, power, times, total, total_in_parts
from mlp_theory.symbolic.expressions import Apply, Call, Named, Node, Number, Variable

Meaning = Callable[[Call, Node, Node, Indices], Node]

MEANINGS: dict[str, Meaning] = {}
WORDS: dict[str, str] = {}
"""What a reader calls each operation."""


def means(op: str, word: str) -> Callable[[Meaning], Meaning]:
    """Enter the meaning of an operation."""

    def enter(meaning: Meaning) -> Meaning:
        MEANINGS[op], WORDS[op] = meaning, word
        return meaning

    return enter


def meaning(node: Node, i: Node, j: Node, indices: Indices) -> Node:
    """The entry (i, j) of an operation, written with the entries of its arguments.

    Parameters
    ----------
    node : Node
        ``Call(op, args)``, or an arbitrary function of one number applied entry by entry.
    i, j : Node
        Row and column: an `Index`, or the number 1 where there is but one.
    indices : Indices
        Where letters for sums are taken from.

    Raises
    ------
    OptionError
        When the operation has none.
    """
    if isinstance(node, Apply) and not node.scalar:
        return Apply(node.key, (entry(node.args[0], i, j),), node.order, False)
    if isinstance(node, Call) and node.op in MEANINGS:
        return MEANINGS[node.op](node, i, j, indices)
    name = node.op if isinstance(node, Call) else type(node).__name__
    raise OptionError(
        "An entry of this operation is no short expression of the entries of its arguments",
        expected=f"one of {', '.join(sorted(MEANINGS))}",
        got=name,
    )


def word_for(node: Node) -> str:
    """What a reader calls an operation: "product"."""
    return WORDS[node.op] if isinstance(node, Call) else "function, entry by entry"


def is_letter(node: Node) -> bool:
    """Whether its entries are just its entries: a letter, or what has a name."""
    return isinstance(node, (Variable, Named, Number))


def is_closed(node: Node) -> bool:
    """Whether its entries stand for themselves: of a letter; of an inverse, which its relation to A defines; and of
    what is 1 where an entry is the largest.
    """
    return is_letter(node) or (isinstance(node, Call) and node.op in ("inverse", "where largest"))


@means("matmul", "product")
def _product(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    """Σₖ Aᵢₖ Bₖⱼ; of more factors a sum for every two neighbours."""
    inner = [al.shape_of(factor)[0] for factor in node.args[1:]]
    between = [indices.along(a, 1, (b, 0)) for a, b in pairwise(node.args)]
    rows, columns = [i, *between], [*between, j]
    out = times(*(entry(f, a, b) for f, a, b in zip(node.args, rows, columns, strict=True)))
    parts = [parts_along(a, 1) or parts_along(b, 0) for a, b in pairwise(node.args)]
    for index, dim, blocks in reversed(list(zip(between, inner, parts, strict=True))):
        out = total_in_parts(index, dim, out, blocks)
    return out


@means("add", "sum")
def _sum(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return add([entry(term, i, j) for term in node.args], node.data)


@means("times", "product, entry by entry")
def _times(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return times(*(entry(f, al.ONE, al.ONE) if al.is_scalar(f) else entry(f, i, j) for f in node.args))


@means("transpose", "transpose")
def _transpose(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return entry(node.args[0], j, i)


@means("elementwise", "function, entry by entry")
def _elementwise(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return Call("elementwise", (entry(node.args[0], i, j),), node.data)


@means("power", "power, entry by entry")
def _power(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    base, exponent = node.args
    assert isinstance(exponent, Number)
    return power(entry(base, i, j), exponent.value)


@means("ones", "matrix of ones")
def _ones(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return al.ONE


@means("zeros", "matrix of zeros")
def _zeros(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return al.ZERO


@means("identity", "identity matrix")
def _identity(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return delta(i, j)


def _exponentials(node: Call, j: Node, indices: Indices) -> Node:
    """Σₖ exp Zₖⱼ."""
    rows = al.shape_of(node.args[0])[0]
    k = indices.along(node.args[0], 0)
    return total(k, rows, al.elementwise("exp", entry(node.args[0], k, j)))


@means("logsumexp", "log-sum-exp")
def _logsumexp(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return Call("elementwise", (_exponentials(node, j, indices),), ("log",))


@means("softmax", "softmax")
def _softmax(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    above = al.elementwise("exp", entry(node.args[0], i, j))
    return times(above, power(_exponentials(node, j, indices), -1))


@means("largest entry", "largest entry")
def _largest(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    """Σₖ Mₖⱼ Zₖⱼ, where M is 1 at the largest entry of each column and 0 elsewhere."""
    (Z,) = node.args
    if node.data != ("column",):
        raise OptionError("Only the largest entry of a column is opened", expected="('column',)", got=str(node.data))
    k = indices.along(Z, 0)
    return total(k, al.shape_of(Z)[0], times(entry(Call("where largest", (Z,), ()), k, j), entry(Z, k, j)))


@means("trace", "trace")
def _trace(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    rows = al.shape_of(node.args[0])[0]
    k = indices.along(node.args[0], 0, (node.args[0], 1))
    return total(k, rows, entry(node.args[0], k, k))


@means("determinant", "determinant")
@means("log-determinant", "log-determinant")
def _determinant(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    """The number itself: it stands for itself, as the entries of an inverse do."""
    return node


@means("diagonal", "diagonal")
def _diagonal(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return entry(node.args[0], i, i)


@means("diagonal matrix", "diagonal matrix")
def _diagonal_matrix(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return times(delta(i, j), entry(node.args[0], i, al.ONE))


@means("squared norm", "squared norm")
def _squared_norm(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    rows, columns = al.shape_of(node.args[0])
    k, m = indices.along(node.args[0], 0), indices.along(node.args[0], 1)
    return total(k, rows, total(m, columns, power(entry(node.args[0], k, m), 2)))


@means("norm", "norm")
def _norm(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    return Call("elementwise", (_squared_norm(node, i, j, indices),), ("sqrt",))
