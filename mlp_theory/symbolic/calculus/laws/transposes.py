"""Laws of the transpose: it goes inward until it stands at letters."""

from __future__ import annotations

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.expressions import Call, Node, Variable


@law("transpose", "transpose of a transpose", r"(A^\top)^\top = A")
def twice(node: Call) -> Node | None:
    """(Aᵀ)ᵀ = A."""
    match node:
        case Call(_, (Call("transpose", (a,), _),), _):
            return a
    return None


@law("transpose", "transpose of a number", r"s^\top = s")
def of_a_number(node: Call) -> Node | None:
    """A number is its own transpose."""
    match node:
        case Call(_, (a,), _) if al.is_scalar(a):
            return a
    return None


@law("transpose", "symmetric", r"A^\top = A")
def symmetric(node: Call) -> Node | None:
    """A symmetric matrix is its own transpose."""
    match node:
        case Call(_, (Variable(_, _, _, assumptions) as a,), _) if {"symmetric", "diagonal"} & assumptions:
            return a
        case Call(_, (Call("inverse", (Variable(_, _, _, assumptions),), _) as a,), _) if {
            "symmetric",
            "diagonal",
        } & assumptions:
            return a
        case Call(_, (Call("identity" | "diagonal matrix") as a,), _):
            return a
        case Call(_, (Call("commutation", (), (rows, columns)),), _):
            return Call("commutation", (), (columns, rows))
    return None


@law("transpose", "transpose of a constant", r"\mathbf{1}_{m \times n}^\top = \mathbf{1}_{n \times m}")
def of_a_constant(node: Call) -> Node | None:
    """Ones and zeros."""
    new = al.transpose(node.args[0])
    return None if new is node else new if isinstance(new, Call) and new.op in ("ones", "zeros") else None


@law("transpose", "transpose of a product", r"(AB)^\top = B^\top A^\top")
def of_a_product(node: Call) -> Node | None:
    """The factors turn round."""
    match node:
        case Call(_, (Call("matmul", factors, _),), _):
            return al.product(*(al.transpose(factor) for factor in reversed(factors)))
    return None


@law("transpose", "transpose of a sum", r"(A + B)^\top = A^\top + B^\top")
def of_a_sum(node: Call) -> Node | None:
    """Term by term."""
    match node:
        case Call(_, (Call("add", terms, signs),), _):
            return Call("add", tuple(al.transpose(term) for term in terms), signs)
    return None


@law("transpose", "transpose, entry by entry", r"(A \odot B)^\top = A^\top \odot B^\top")
def of_an_entrywise_product(node: Call) -> Node | None:
    """Factor by factor."""
    match node:
        case Call(_, (Call("times", factors, _),), _):
            return al.times(*(f if al.is_scalar(f) else al.transpose(f) for f in factors))
        case Call(_, (Call("power", (base, exponent), _),), _):
            return Call("power", (al.transpose(base), exponent), ())
    return None


@law("transpose", "transpose of a Kronecker product", r"(A \otimes B)^\top = A^\top \otimes B^\top")
def of_a_kronecker_product(node: Call) -> Node | None:
    """Factor by factor, in the same order."""
    match node:
        case Call(_, (Call("kron", (a, b), _),), _):
            return Call("kron", (al.transpose(a), al.transpose(b)), ())
    return None
