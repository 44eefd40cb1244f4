"""The sizes of a Kronecker product: each a product of two, under a name that shows its factors."""

from __future__ import annotations

from mlp_theory.symbolic import Dim
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.misfits import UnknownShape


def product_dim(solver: Solver, left: Dim, right: Dim) -> Dim:
    """The dimension m·n: a name of its own, the same for the same factors."""
    left, right = solver.dims.find(left), solver.dims.find(right)
    if left == 1:
        return right
    if right == 1:
        return left
    if isinstance(left, int) and isinstance(right, int):
        return left * right
    name = "·".join(sorted(str(part) for part in (left, right)))
    solver.dims.make_rigid(name)
    return name


def kron_is_known(solver: Solver, a: Term, b: Term, out: Term) -> bool:
    """Whether rows and columns of ⊗ are known; what is open in the factors is found where that is possible."""
    return _size_is_known(solver, a.r, b.r, out.r) and _size_is_known(solver, a.c, b.c, out.c)


def _size_is_known(solver: Solver, left: Dim, right: Dim, out: Dim) -> bool:
    """Whether one size of ⊗ is known; one that is open follows from the product and the other."""
    dims = solver.dims
    left, right, out = dims.find(left), dims.find(right), dims.find(out)
    for free, known in ((left, right), (right, left)):
        if not dims.is_free(free):
            continue
        if known == 1:
            return True
        if isinstance(out, str) and "·" in out and str(known) in out.split("·"):
            rest = out.split("·")
            rest.remove(str(known))
            if len(rest) == 1:
                return dims.unify(free, int(rest[0]) if rest[0].isdigit() else rest[0])
        if not dims.is_free(out) and out == known:
            return dims.unify(free, 1) if free not in dims.large else False
        return False
    return True


def kron_shape(solver: Solver, a: Term, b: Term, out: Term) -> None:
    """Rows times rows, columns times columns."""
    for mine, left, right in ((out.r, a.r, b.r), (out.c, a.c, b.c)):
        is_open = any(solver.dims.is_free(solver.dims.find(dim)) for dim in (left, right))
        try:
            solver.need(mine, product_dim(solver, left, right), "⊗")
        except MisfitError:
            if is_open:
                raise UnreadError(
                    UnknownShape("how large a factor of ⊗ is stands nowhere: write I_n, or 𝟏_n")
                ) from None
            raise
