"""Products: which one stands between two factors is settled by their shapes, and last by preferences."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Node
from mlp_theory.texts.shapes.entrywise import broadcast, can_broadcast, take, take_shape
from mlp_theory.texts.shapes.kronecker import kron_is_known, kron_shape
from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import AmbiguousProduct

DOTS = ("·", "×", "∘")
"""Signs that are an inner or entrywise product of two columns, and else what their factors make of them."""


def product(solver: Solver, a: Term, b: Term, sign: str) -> Term:
    """Two factors; `sign` is what stands between them: "" for nothing, ``·``, ``⊙``, ``×``, ``*``, ``⊗``."""
    made = _Product(solver, a, b, sign)
    solver.add(made.step)
    return made.out


class _Product:
    """A product in the making: `op` is "" until it is known which one it is."""

    def __init__(self, solver: Solver, a: Term, b: Term, sign: str):
        self.solver, self.dims = solver, solver.dims
        self.a, self.b, self.sign = a, b, sign
        self.out = Term(self.dims.fresh(), self.dims.fresh(), self.make, "", (a, b))
        self.op = ""

    def make(self) -> Node:
        """The product of the finished factors."""
        if not self.op:
            raise UnreadError(AmbiguousProduct("what this product means cannot be told from its shapes"))
        a, b = self.a.node(), self.b.node()
        if self.op == "inner":
            return Call("matmul", (Call("transpose", (a,), ()), b), ())
        return Call(self.op, (a, b), ())

    def step(self, level: int) -> bool:
        """Settle which product it is, if that follows at this level."""
        solver, a, b = self.solver, self.a, self.b
        if self.sign == "⊗":
            return self._kron(level)
        if solver.scalar(a):
            return self._scaled(b)
        if solver.scalar(b):
            return self._scaled(a)
        if self.sign == "⊙":
            return self._entrywise(level)
        fits = self.dims.can_unify(a.c, b.r)
        certain = not solver.may_be_scalar(a) and not solver.may_be_scalar(b)
        if certain or level == 3:
            return self._of_arrays(fits)
        if level == 0:
            return False
        return self._guess(level, fits)

    def _scaled(self, other: Term) -> bool:
        """A number times anything."""
        take_shape(self.solver, self.out, other)
        self.op = "times"
        return True

    def _kron(self, level: int) -> bool:
        solver, a, b = self.solver, self.a, self.b
        if level == 0 and not (solver.settled(a) and solver.settled(b)):
            return False
        if level < 2 and not kron_is_known(solver, a, b, self.out):
            return False
        kron_shape(solver, a, b, self.out)
        self.op = "kron"
        return True

    def _entrywise(self, level: int) -> bool:
        """⊙: entry by entry, once both shapes are known, or one of them and nothing speaks against it."""
        solver, a, b = self.solver, self.a, self.b
        if level == 0 and not (solver.settled(a) and solver.settled(b)):
            return False
        if level == 1 and (solver.settled(a) or solver.settled(b)) and solver.same(a, b) and not (a.weak or b.weak):
            solver.equate(a, b, "the two sides of ⊙")
            return self._times()
        if level == 3 or (solver.settled(a) and solver.settled(b)):
            return self._times()
        return False

    def _of_arrays(self, fits: bool) -> bool:
        """What the sign means between two that are no numbers."""
        solver, dims, a, b, sign = self.solver, self.dims, self.a, self.b, self.sign
        equal = solver.same(a, b)
        columns = dims.is_one(a.c) and dims.is_one(b.c)
        if sign in ("*", "∘") and equal:
            return self._times()
        if sign in DOTS and columns and equal and not dims.is_one(a.r):
            return self._inner() if sign == "·" else self._times()
        if fits and not (columns and equal and not dims.is_one(b.r) and not dims.is_free(dims.find(b.r))):
            return self._matmul()
        if sign == "" and columns and equal:
            solver.equate(a, b, "the factors")
            return self._times()
        if sign in (*DOTS, "*") and (equal or can_broadcast(solver, a, b)):
            return self._times()
        return self._matmul()

    def _guess(self, level: int, fits: bool) -> bool:
        """One of them may be a number: a matrix multiplies what stands after it, if nothing else decides."""
        dims, a, b = self.dims, self.a, self.b
        if not fits:
            return self._only_scaled(level)
        if self.sign == "*" and level < 2:
            return False
        if a.weak and not dims.large & {a.c, a.r} and level < 3:
            return False
        if self.sign == "·" and level == 2 and self.solver.column(a) and self._nothing_known(b):
            self.solver.equate(a, b, "the factors")
            return self._inner()
        wide = dims.settled(a.c) and not dims.is_one(a.c)
        if wide and not b.weak:
            return self._matmul()
        if dims.settled(a.c):
            return False
        tall = dims.settled(b.r) and not dims.is_one(b.r)
        # xᵀ w of two columns, with nothing known of either: right for numbers too.
        if tall or (level >= 2 and not dims.settled(b.r)):
            return self._matmul()
        return False

    def _nothing_known(self, term: Term) -> bool:
        """Whether it may be a number or a column: small letters may: in w · x of a column w, x is one too."""
        return not term.weak and self.dims.is_one(term.c) and not self.dims.settled(term.r)

    def _only_scaled(self, level: int) -> bool:
        """Only a number is left as a reading of the one that may be one; a Greek letter waits for what else is said."""
        solver, dims, a, b = self.solver, self.dims, self.a, self.b
        if solver.may_be_scalar(a) and (not a.weak or level >= 2) and not solver.may_be_scalar(b):
            dims.unify_all((a.r, 1), (a.c, 1))
        elif solver.may_be_scalar(b) and not solver.may_be_scalar(a):
            dims.unify_all((b.r, 1), (b.c, 1))
        else:
            return False
        return self.step(0)

    # The products, once it is settled which one it is ----------------------------------------------------

    def _times(self) -> bool:
        broadcast(self.solver, [self.a, self.b], self.out, "the two sides of ⊙" if self.sign == "⊙" else "the factors")
        self.op = "times"
        return True

    def _matmul(self) -> bool:
        solver, a, b = self.solver, self.a, self.b
        if not self.dims.unify(a.c, b.r):
            raise solver.misfit(f"{solver.show(a)} times {solver.show(b)} does not multiply", a, b)
        take(solver, self.out.r, a.r, self.out, a)
        take(solver, self.out.c, b.c, self.out, b)
        self.op = "matmul"
        return True

    def _inner(self) -> bool:
        self.solver.equate(self.a, self.b, "the factors")
        take(self.solver, self.out.r, 1, self.out, self.a)
        take(self.solver, self.out.c, 1, self.out, self.a)
        self.op = "inner"
        return True
