"""Entrywise operations: numbers fit everything, a column or a row fits a matrix, all else has one shape."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Dim
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term


def entrywise(
    solver: Solver, op: str, terms: list[Term], data: tuple, what: str, rows: frozenset[int] = frozenset()
) -> Term:
    """A sum, a quotient, a maximum of several: entry by entry, with numbers, columns and rows repeated.

    Parameters
    ----------
    solver : Solver
    op : str
        The operation, with its `data`.
    terms : list of Term
        The numerator and the denominator, where it is "divide".
    what : str
        What a message calls the terms.
    rows : frozenset of int
        Which terms, where they are columns that fit a matrix only lying down, are added to each row of it.
    """
    dims = solver.dims
    out = Term(dims.fresh(), dims.fresh(), lambda: Call(op, tuple(t.node() for t in terms), data), "", tuple(terms))

    def step(level: int) -> bool:
        if level == 3 or _all_settled(solver, terms):
            _lay_down(solver, terms, rows)
            broadcast(solver, terms, out, what)
            return True
        if not solver.settled(out) and all(dims.is_one(t.c) for t in terms):
            take(solver, out.c, 1, out, terms[0])  # 1 − β is a number or a column, as β is
        known = [t for t in terms if solver.settled(t) and not solver.scalar(t)]
        full = [t for t in known if not dims.is_one(t.r) and not dims.is_one(t.c)]
        if full and not solver.settled(out):
            take_shape(solver, out, full[0])
        if level == 0:
            return False
        if op == "divide":
            above, below = terms
            return _settle_divisor(solver, above, below, level) and step(0)
        if not known:
            return False
        _settle_like(solver, full[0] if full else known[0], terms, level)
        return _all_settled(solver, terms) and step(0)

    solver.add(step)
    return out


def _lay_down(solver: Solver, terms: list[Term], rows: frozenset[int]) -> None:
    """The b of X W + b is one number for each column of X W, where examples are rows."""
    full = [t for t in terms if not solver.dims.may_be_one(t.r) and not solver.dims.may_be_one(t.c)]
    for k in rows if full else ():
        b = terms[k]
        if solver.column(b) and not solver.dims.can_unify(b.r, full[0].r) and solver.dims.can_unify(b.r, full[0].c):
            terms[k] = Term(1, b.r, lambda b=b: Call("transpose", (b.node(),), ()), f"{b.show}ᵀ", (b,))


def _all_settled(solver: Solver, terms: list[Term]) -> bool:
    return all(solver.settled(t) for t in terms)


def _settle_divisor(solver: Solver, above: Term, below: Term, level: int) -> bool:
    """A divisor of unknown shape is a number, unless the numerator is a column and it may be one too."""
    if solver.settled(below):
        return True
    if level == 1 and solver.settled(above) and solver.column(above) and not below.weak:
        return False
    if level >= 2 and solver.may_be_scalar(below):
        solver.dims.unify_all((below.r, 1), (below.c, 1))
    return True


def _settle_like(solver: Solver, base: Term, terms: list[Term], level: int) -> None:
    """What is open has the shape of what is known; what is a number unless something says otherwise waits."""
    dims = solver.dims
    for t in terms:
        if solver.settled(t):
            continue
        if t.weak:
            if level >= 2:
                dims.unify_all((t.r, 1), (t.c, 1))
            continue
        for mine, theirs in ((t.r, base.r), (t.c, base.c)):
            if not dims.settled(mine):
                dims.unify(mine, theirs)


def broadcast(solver: Solver, terms: list[Term], out: Term, what: str) -> None:
    """Give `out` the shape of an entrywise operation on terms that are settled."""
    dims = solver.dims
    large = [t for t in terms if not solver.scalar(t)]
    if not large:
        take(solver, out.r, 1, out, terms[0])
        take(solver, out.c, 1, out, terms[0])
        return
    full = [t for t in large if not dims.may_be_one(t.r) and not dims.may_be_one(t.c)]
    if full:
        base = full[0]
        for t in large:
            for mine, theirs in ((base.r, t.r), (base.c, t.c)):
                if dims.is_one(theirs) and t not in full:
                    continue
                if not dims.unify(mine, theirs):
                    raise _misfit(solver, base, t, what)
    else:
        base = large[0]
        for t in large[1:]:
            if not solver.same(base, t):
                raise _misfit(solver, base, t, what)
            solver.equate(base, t, what)
    take_shape(solver, out, base)


def _misfit(solver: Solver, base: Term, other: Term, what: str) -> MisfitError:
    return solver.misfit(f"{what} are {solver.show(base)} and {solver.show(other)}", base, other)


def can_broadcast(solver: Solver, a: Term, b: Term) -> bool:
    """Whether two terms can be multiplied entry by entry."""
    dims = solver.dims

    def fits(x: Dim, y: Dim) -> bool:
        return dims.is_one(x) or dims.is_one(y) or dims.can_unify(x, y)

    return fits(a.r, b.r) and fits(a.c, b.c)


def take(solver: Solver, mine: Dim, theirs: Dim, out: Term, other: Term) -> None:
    """The result takes over a dimension, or what it was to be does not fit."""
    if solver.dims.unify(mine, theirs):
        return
    raise solver.misfit(f"a shape of {solver.show(other)} where {solver.show(out)} is needed", out, other)


def take_shape(solver: Solver, out: Term, other: Term) -> None:
    """The result takes over rows and columns."""
    take(solver, out.r, other.r, out, other)
    take(solver, out.c, other.c, out, other)
