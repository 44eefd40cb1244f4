"""Numbers with indices: entries, δ, sums over an index; made so that a 1, a 0 or a sum of one term is not written."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.places import Split, apart, counts, place, size, split_of
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.expressions import (
    Apply,
    Call,
    Compare,
    Derivative,
    Entry,
    Index,
    Named,
    Node,
    Number,
    Over,
    Size,
)
from mlp_theory.symbolic.expressions import Variable as Letter

INNER = ("i", "j", "k", "l", "m", "n", "t", "u", "v", "p", "h", "a", "e", "o")
"""Letters for indices that are summed, in the order in which they are taken; Unicode has all of them small and low."""

OUTER = ("r", "s", "p", "t", "u", "v")
"""Letters for the entry by which is differentiated."""


class Indices:
    """Gives out letters for indices that nothing else has.

    Parameters
    ----------
    taken : iterable of str
    letters : sequence of str
    """

    def __init__(self, taken: Iterable[str], letters: Iterable[str] = INNER):
        taken = set(taken)
        self._left = [letter for letter in letters if letter not in taken]

    def one(self, dim: Dim, split: Split | None = None) -> Node:
        """An index that counts up to this size; where the size is 1, the number; where it is split, a place."""
        if dim == 1:
            return al.ONE
        if split is not None:
            outer = self.one(split.outer, split.of_outer)
            return place(outer, self.one(split.inner, split.of_inner), split.outer, split.inner)
        return Index(self.letter())

    def along(self, node: Node, axis: int, *others: tuple[Node, int]) -> Node:
        """An index for the rows (axis 0) or the columns (axis 1) of an expression, and of others with the same size."""
        found = (split_of(*at) for at in ((node, axis), *others))
        return self.one(al.shape_of(node)[axis], next((split for split in found if split is not None), None))

    def letter(self) -> str:
        """The next letter."""
        if not self._left:
            raise OptionError(
                "This has too many indices to be written in entries", expected="a shorter expression", got=""
            )
        return self._left.pop(0)


def taken_by(*nodes: Node) -> set[str]:
    """The names of all letters, functions and sizes: an index must be called by none of them."""
    out: set[str] = set()
    for node in nodes:
        for part in parts_of(node):
            if isinstance(part, (Letter, Named)):
                out.add(part.key)
                out.update(name for dim in al.shape_of(part) for name in _names(dim))
            elif isinstance(part, Size):
                out.update(_names(part.dim))
            elif isinstance(part, Apply):
                out.add(part.key)
            elif isinstance(part, Call) and part.op in ("norm", "squared norm"):
                out.add("F")  # ‖A‖_F
    return out


def _names(dim: Dim) -> Iterable[str]:
    if isinstance(dim, str):
        return dim.split("·")
    return () if isinstance(dim, int) else [name for name, _ in dim[1]]


def delta(i: Node, j: Node) -> Node:
    """δᵢⱼ, which is 1 where the indices are one."""
    if i is j:
        return al.ONE
    match i, j:
        case Call("place", (a, b), dims), Call("place", (c, d), others) if dims == others:
            return times(delta(a, c), delta(b, d))
        case Call("after", (a,), first), Call("after", (b,), second) if first == second:
            return delta(a, b)
        case Call("after", _, first), Call("after", _, second) if apart(first, second):
            return al.ZERO
    return al.ZERO if isinstance(i, Number) and isinstance(j, Number) else Compare("=", i, j)


def times(*factors: Node) -> Node:
    """A product of numbers, flat: numbers first and multiplied, ones left out."""
    number, rest = 1.0, []
    for factor in factors:
        for f in factor.args if isinstance(factor, Call) and factor.op == "times" else (factor,):
            if isinstance(f, Number):
                number *= f.value
            else:
                rest.append(f)
    if number == 0:
        return al.ZERO
    if number != 1 or not rest:
        rest.insert(0, Number(number))
    return rest[0] if len(rest) == 1 else Call("times", tuple(rest), ())


def add(terms: Iterable[Node], signs: Iterable[int] | None = None) -> Node:
    """A sum, flat, zeros left out."""
    out: list[tuple[Node, int]] = []
    terms = tuple(terms)
    for term, sign in zip(terms, signs or (1,) * len(terms), strict=True):
        inside = zip(term.args, term.data, strict=True) if isinstance(term, Call) and term.op == "add" else ((term, 1),)
        out.extend(_without_sign(t, sign * s) for t, s in inside if t is not al.ZERO)
    if not out:
        return al.ZERO
    if len(out) == 1 and out[0][1] == 1:
        return out[0][0]
    return Call("add", tuple(t for t, _ in out), tuple(s for _, s in out))


def _without_sign(term: Node, sign: int) -> tuple[Node, int]:
    """A negative number before a term as the sign of the term."""
    match term:
        case Call("times", (Number(value), *rest), _) if value < 0:
            return times(Number(-value), *rest), -sign
    return term, sign


def power(base: Node, exponent: float) -> Node:
    """A number to a power; to the power 1 the number."""
    return base if exponent == 1 else al.ONE if exponent == 0 else Call("power", (base, Number(float(exponent))), ())


def total(index: Node, dim: Dim, body: Node) -> Node:
    """Σ over an index, over both of a place; where there is none to count, its only term."""
    match index:
        case Call("place", (i, j), (outer, inner)):
            return total(i, outer, total(j, inner, body))
    return over(index.name, size(dim), body) if isinstance(index, Index) else body


def total_in_parts(index: Node, dim: Dim, body: Node, parts: tuple[tuple[Dim, Dim], ...] | None) -> Node:
    """Σ over an index, part by part where what is summed consists of blocks."""
    if parts is None or not isinstance(index, Index):
        return total(index, dim, body)
    return add([total(k, rows, substitute(body, index.name, here)) for here, k, rows in counts(index, dim, parts)])


def over(index: str, high: Node, body: Node) -> Node:
    """Σ over an index up to `high`; numbers stand before it."""
    match body:
        case Number(0.0):
            return body
        case Call("times", (Number() as number, *rest), _):
            return times(number, over(index, high, times(*rest)))
    return Over("sum", index, al.ONE, high, (), body, False)


def entry(matrix: Node, i: Node, j: Node) -> Node:
    """The entry (i, j); of ∂L/∂F the derivative by that entry, of ones and zeros and of a number the number."""
    match matrix:
        case Number() | Size():
            return matrix
        case Call("power", (Number() | Size() as base, Number(exponent)), _):
            return power(base, exponent)
    if isinstance(matrix, Call) and matrix.op in ("ones", "zeros"):
        return al.ONE if matrix.op == "ones" else al.ZERO
    if isinstance(matrix, Derivative) and matrix.layout == "gradient":
        return Derivative(matrix.body, Entry(matrix.wrt, i, j), "gradient")
    return Entry(matrix, i, j)


def cofactor(matrix: Node, i: Node, j: Node) -> Node:
    """The cofactor (i, j): (−1)ⁱ⁺ʲ times the determinant of the rest without row i and column j."""
    return al.ONE if al.is_scalar(matrix) else Call("cofactor", (Entry(matrix, i, j),), ())


def with_parts(node: Node, change) -> Node:
    """The same with every part changed, put together again so that nothing idle is written."""
    match node:
        case Call("determinant" | "log-determinant"):  # of a matrix, which no index stands in
            return node
        case Call("times", args, _):
            return times(*(change(arg) for arg in args))
        case Call("add", args, signs):
            return add([change(arg) for arg in args], signs)
        case Call("power", (base, Number(exponent)), _):
            return power(change(base), exponent)
        case Over(_, index, _, high, _, body, _):
            return over(index, high, change(body))
        case Compare(_, i, j):
            return delta(change(i), change(j))
        case Entry(body, i, j):
            return Entry(body, change(i), change(j))
        case Derivative(body, Entry() as at, layout):
            return Derivative(change(body), change(at), layout)
        case Call(_, args, _) | Apply(_, args, _, _):
            return al.rebuilt(node, {part: change(part) for part in args})
    return node


def substitute(node: Node, name: str, new: Node) -> Node:
    """Another index, or the number 1, in place of one."""
    if isinstance(node, Index):
        return new if node.name == name else node
    return with_parts(node, lambda part: substitute(part, name, new))


def has_index(node: Node, name: str) -> bool:
    """Whether an index stands in it."""
    return any(isinstance(part, Index) and part.name == name for part in parts_of(node))
