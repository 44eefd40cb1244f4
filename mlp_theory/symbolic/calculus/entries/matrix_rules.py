"""Rules for what no short expression of entries is, from what defines it: inverses, determinants, largest entries."""

from __future__ import annotations

from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.meaning import is_closed, is_letter
from mlp_theory.symbolic.calculus.entries.places import letters_in
from mlp_theory.symbolic.calculus.entries.rules import by_entry, differentiated, rule
from mlp_theory.symbolic.calculus.entries.terms import (
    Indices,
    cofactor,
    delta,
    entry,
    has_index,
    over,
    power,
    times,
    total,
)
from mlp_theory.symbolic.calculus.entries.unfolding import lettered, unfold
from mlp_theory.symbolic.calculus.line import CitedLaw
from mlp_theory.symbolic.calculus.operations.square import inverse
from mlp_theory.symbolic.expressions import Call, Entry, Index, Node, Number, Over


@rule(
    "both sides of Σₖ Aᵢₖ (A⁻¹)ₖⱼ = δᵢⱼ differentiated, and multiplied by A⁻¹",
    r"\frac{\partial (A^{-1})_{ij}}{\partial x} = "
    r"-\sum_k \sum_l (A^{-1})_{ik} \frac{\partial A_{kl}}{\partial x} (A^{-1})_{lj}",
)
def derivative_of_an_inverse(node: Node, indices: Indices) -> Node | None:
    """The product rule on its defining relation: ∂A A⁻¹ + A ∂A⁻¹ = 0."""
    match differentiated(node):
        case Entry(Call("inverse", (a,), _) as inverted, i, j), at:
            k, l = indices.along(a, 0), indices.along(a, 1)
            rows, columns = al.shape_of(a)
            factors = entry(inverted, i, k), by_entry(entry(a, k, l), at), entry(inverted, l, j)
            return times(Number(-1.0), total(k, rows, total(l, columns, times(*factors))))
    return None


@rule(
    "derivative of log |u|, one number",
    r"\frac{\partial \log |u|}{\partial x} = \frac{1}{u} \frac{\partial u}{\partial x}",
)
def derivative_of_a_log_determinant(node: Node, indices: Indices) -> Node | None:
    """The determinant is one number."""
    match differentiated(node):
        case Call("log-determinant", (a,), _), at:
            det = Call("determinant", (a,), ())
            return times(power(det, -1), by_entry(det, at))
    return None


@rule("expansion of the determinant along a row", r"\det(A) = \sum_j A_{rj}\, \mathrm{cof}(A)_{rj}")
def expansion(node: Node, indices: Indices) -> Node | None:
    """Along the row in which the entry stands by which is differentiated (Laplace)."""
    match differentiated(node):
        case Call("determinant", (a,), _), at if a is at.body and not isinstance(at.i, Call):
            j = indices.along(a, 1)
            columns = al.shape_of(a)[1]
            return by_entry(total(j, columns, times(entry(a, at.i, j), cofactor(a, at.i, j))), at)
    return None


@rule(
    "chain rule, over the entries of the matrix",
    r"\frac{\partial \det(A)}{\partial x} = \sum_i \sum_j \mathrm{cof}(A)_{ij} \frac{\partial A_{ij}}{\partial x}",
)
def through_a_determinant(node: Node, indices: Indices) -> Node | None:
    """Where the matrix is itself made of others; ∂ det(A)/∂Aᵢⱼ is a cofactor, by expansion along row i."""
    match differentiated(node):
        case Call("determinant", (a,), _), at if not is_letter(a):
            i, j = indices.along(a, 0), indices.along(a, 1)
            rows, columns = al.shape_of(a)
            return total(i, rows, total(j, columns, times(cofactor(a, i, j), by_entry(entry(a, i, j), at))))
    return None


@rule("an entry of every operation", r"(AB)_{ij} = \sum_k A_{ik} B_{kj}")
def opened_inside(node: Node, indices: Indices) -> Node | None:
    """Of a matrix inside an inverse or a determinant."""
    match differentiated(node):
        case Entry(body) as inside, at if not is_closed(body):
            form = unfold(inside)[-1][0]
            return by_entry(_with_letters(form, indices), at)
    return None


def _with_letters(form: Node, indices: Indices) -> Node:
    """The indices of sums, which are numbered yet, as letters."""
    sums = sum(1 for part in parts_of(form) if isinstance(part, Over))
    return lettered(form, tuple(indices.letter() for _ in range(sums)))


@rule(
    "a cofactor does not contain its row",
    r"\frac{\partial\, \mathrm{cof}(A)_{rj}}{\partial A_{rs}} = 0",
    first=True,
)
def constant_cofactor(node: Node, indices: Indices) -> Node | None:
    """Its row and its column are struck out."""
    match differentiated(node):
        case Call("cofactor", (Entry(a, i, _),), _), at if a is at.body and i is at.i:
            return al.ZERO
    return None


@rule(
    "which entry is the largest stays as it is",
    r"\frac{\partial\, \mathbb{1}(Z_{ij} = \max_k Z_{kj})}{\partial x} = 0",
    first=True,
)
def constant_between_jumps(node: Node, indices: Indices) -> Node | None:
    """Where the largest entry is one alone."""
    match differentiated(node):
        case Entry(Call("where largest")), _:
            return al.ZERO
    return None


@rule("the inverse by cofactors", r"\mathrm{cof}(A)_{ij} = \det(A) (A^{-1})_{ji}")
def cofactors_of_the_inverse(node: Node, indices: Indices) -> Node | None:
    """Σⱼ Aᵢⱼ cof(A)ₖⱼ = det(A) δᵢₖ says so: two equal rows make a determinant 0."""
    match node:
        case Call("cofactor", (Entry(a, i, j),), _):
            return times(Call("determinant", (a,), ()), entry(inverse(a), j, i))
    return None


INVERSE = CitedLaw("the inverse, by what it is", r"\sum_k A_{ik} (A^{-1})_{kj} = \delta_{ij}")


@rule(INVERSE.name, INVERSE.equation)
def definition_of_an_inverse(node: Node, indices: Indices) -> Node | None:
    """A row of a matrix by a column of its inverse, or the other way round."""
    match node:
        case Over(_, index, _, _, _, body, _):
            sums: list[Over] = []
            while isinstance(body, Over):
                sums.append(body)
                body = body.body
            found = _without_a_pair(body, index)
            if found is None:
                return None
            for inner in reversed(sums):
                found = over(inner.index, inner.high, found)
            return found
    return None


def _without_a_pair(body: Node, index: str) -> Node | None:
    """δ in the place of the two factors that an index joins, where they are entries of a matrix and of its inverse."""
    match body:
        case Call("times", factors, _):
            joined = [f for f in factors if has_index(f, index)]
            if len(joined) == 2 and joined[0] is not joined[1]:
                for one, other in (joined, joined[::-1]):
                    ends = _ends(one, other, index)
                    if ends is not None:
                        return times(delta(*ends), *(f for f in factors if f not in joined))
    return None


def _ends(inverted: Node, other: Node, index: str) -> tuple[Node, Node] | None:
    match inverted:
        case Entry(Call("inverse", (a,), _), i, j):
            while isinstance(a, Call) and a.op == "transpose":
                a, i, j = a.args[0], j, i
            match other:
                case Entry(body, k, l) if body is a:
                    if j is Index(index) is k and index not in letters_in(i) | letters_in(l):
                        return i, l
                    if i is Index(index) is l and index not in letters_in(j) | letters_in(k):
                        return k, j
    return None
