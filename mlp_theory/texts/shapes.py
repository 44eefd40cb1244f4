"""Terms whose shapes are being found out: what a product means is settled by the shapes of its factors.

A term starts with what is known (declared shapes, typography). Constraints are tried again and again until
nothing more follows; only then are preferences used, one at a time: a capital letter is a matrix and
multiplies what stands after it, a small letter is a number unless something made it a column.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mlp_theory.symbolic import Call, Dim, Dimensions, Node
from mlp_theory.texts.syntax import UnreadError


class MisfitError(Exception):
    """Shapes that do not fit each other."""

    def __init__(self, reason: str, shapes: tuple[str, str] | None = None):
        super().__init__(reason)
        self.reason, self.shapes = reason, shapes


@dataclass(eq=False)
class Term:
    """An expression in the making: `make` turns it into a node once its shape is settled."""

    r: Dim
    c: Dim
    make: Callable[[], Node]
    show: str = ""
    parts: tuple[Term, ...] = ()
    weak: bool = False  # a number, or a Greek letter that is one unless something says otherwise
    mark: Any = None
    free_zero: bool = False
    strong: int = 9  # how tightly the shown text binds
    _node: Node | None = None

    def node(self) -> Node:
        """The finished expression."""
        if self._node is None:
            self._node = self.make()
        return self._node


Step = Callable[[int], bool]


@dataclass
class Solver:
    """The constraints of a page (or of one claim, on top of the page's)."""

    dims: Dimensions
    pending: list[tuple[Step, object]] = field(default_factory=list)
    loose: list[Term] = field(default_factory=list)
    owner: object = None
    errors: dict[object, Exception] = field(default_factory=dict)
    lenient: bool = False

    def shape(self, term: Term) -> tuple[Dim, Dim]:
        """Rows and columns as far as is known."""
        return self.dims.find(term.r), self.dims.find(term.c)

    def show(self, term: Term) -> str:
        """The shape as a reader would write it."""
        return f"{self.dims.show(term.r)}×{self.dims.show(term.c)}"

    def scalar(self, term: Term) -> bool:
        """Whether it is known to be a number."""
        return self.dims.is_one(term.r) and self.dims.is_one(term.c)

    def may_be_scalar(self, term: Term) -> bool:
        """Whether it could be a number."""
        return self.dims.may_be_one(term.r) and self.dims.may_be_one(term.c)

    def settled(self, term: Term) -> bool:
        """Whether it is known which of rows and columns are 1."""
        return self.dims.settled(term.r) and self.dims.settled(term.c)

    def column(self, term: Term) -> bool:
        """Whether it is a column of more than one row."""
        return self.dims.is_one(term.c) and not self.dims.may_be_one(term.r)

    def row(self, term: Term) -> bool:
        """Whether it is a row of more than one column."""
        return self.dims.is_one(term.r) and not self.dims.may_be_one(term.c)

    def same(self, a: Term, b: Term) -> bool:
        """Whether two shapes can be one."""
        with self.dims.attempt():
            return self.dims.unify(a.r, b.r) and self.dims.unify(a.c, b.c)

    def equate(self, a: Term, b: Term, what: str) -> None:
        """Make two shapes one, or say that they do not fit."""
        if not self.same(a, b):
            raise MisfitError(f"{what}: {self.show(a)} and {self.show(b)}", (self.show(a), self.show(b)))
        self.dims.unify(a.r, b.r)
        self.dims.unify(a.c, b.c)

    def need(self, a: Dim, b: Dim, what: str) -> None:
        """Make two dimensions one, or say that they do not fit."""
        if not self.dims.unify(a, b):
            raise MisfitError(f"{what}: {self.dims.show(a)} and {self.dims.show(b)}")

    def add(self, step: Step) -> None:
        """Try a constraint now, and keep it while it is undecided."""
        if not step(0):
            self.pending.append((step, self.owner))

    def _try(self, step: Step, owner: object, level: int) -> bool:
        """Apply a constraint; on a page, one that fails is its owner's fault and is dropped."""
        if not self.lenient:
            return step(level)
        try:
            return step(level)
        except (MisfitError, UnreadError) as error:
            self.errors.setdefault(owner, error)
            return True

    def propagate(self) -> None:
        """Apply all that follows without guessing."""
        again = True
        while again and self.pending:
            before = len(self.dims.trail)
            self.pending = [(step, owner) for step, owner in self.pending if not self._try(step, owner, 0)]
            again = len(self.dims.trail) != before

    def solve(self) -> None:
        """Settle every shape, with preferences where nothing else decides."""
        self.propagate()
        for level in (1, 2):
            k = 0
            while k < len(self.pending):
                mark = len(self.dims.trail)
                step, owner = self.pending[k]
                done = self._try(step, owner, level)
                if done:
                    self.pending.remove((step, owner))
                if done or len(self.dims.trail) != mark:
                    self.propagate()
                    k = 0
                else:
                    k += 1
        self.settle()

    def settle(self) -> None:
        """What is still open is a number; then every product must be decided."""
        for term in self.loose:
            for dim in (term.r, term.c):
                if not self.dims.settled(dim):
                    self.dims.unify(dim, 1)
                    self.propagate()
        while self.pending:
            step, owner = self.pending.pop(0)
            if not self._try(step, owner, 3):
                error = UnreadError("what this product means cannot be told from its shapes")
                if not self.lenient:
                    raise error
                self.errors.setdefault(owner, error)
            self.propagate()


def call(solver: Solver, op: str, args: tuple[Term, ...], r: Dim, c: Dim, data: tuple = (), show: str = "") -> Term:
    """A term whose operation is already settled."""
    del solver
    return Term(r, c, lambda: Call(op, tuple(arg.node() for arg in args), data), show, args)


def product(solver: Solver, a: Term, b: Term, sign: str, at: int) -> Term:
    """Two factors; `sign` is what stands between them: "" for nothing, ``·``, ``⊙``, ``×``, ``*``, ``⊗``."""
    dims = solver.dims
    out = Term(dims.fresh(), dims.fresh(), lambda: Call(chosen[0], (a.node(), b.node()), ()), "", (a, b))
    chosen: list[str] = []

    def choose(op: str) -> bool:
        if op == "times":
            _broadcast(solver, [a, b], out, "the two sides of ⊙" if sign == "⊙" else "the factors", {})
        elif op == "matmul":
            if not dims.unify(a.c, b.r):
                raise MisfitError(
                    f"{solver.show(a)} times {solver.show(b)} does not multiply", (solver.show(a), solver.show(b))
                )
            _take(solver, out.r, a.r, out, a)
            _take(solver, out.c, b.c, out, b)
        elif op == "inner":
            _take(solver, out.r, 1, out, a)
            _take(solver, out.c, 1, out, a)
        elif op == "kron":
            _kron_shape(solver, a, b, out)
        chosen.append(op)
        return True

    def make() -> Node:
        if chosen[0] == "inner":
            return Call("matmul", (Call("transpose", (a.node(),), ()), b.node()), ())
        return Call(chosen[0], (a.node(), b.node()), ())

    out.make = make

    def scale(one: Term, other: Term) -> bool:
        _take(solver, out.r, other.r, out, other)
        _take(solver, out.c, other.c, out, other)
        chosen.append("times")
        del one
        return True

    def step(level: int) -> bool:
        if sign == "⊗":
            if level == 0 and not (solver.settled(a) and solver.settled(b)):
                return False
            if level < 2 and not all(
                _kron_known(solver, x, y, z) for x, y, z in ((a.r, b.r, out.r), (a.c, b.c, out.c))
            ):
                return False
            return choose("kron")
        if solver.scalar(a):
            return scale(a, b)
        if solver.scalar(b):
            return scale(b, a)
        if sign == "⊙":
            return _entrywise_step(level)
        fits = dims.can_unify(a.c, b.r)
        certain = not solver.may_be_scalar(a) and not solver.may_be_scalar(b)
        if certain or level == 3:
            return _certain(fits)
        if level == 0:
            return False
        return _guess(level, fits)

    def _certain(fits: bool) -> bool:
        equal = solver.same(a, b)
        columns = dims.is_one(a.c) and dims.is_one(b.c)
        if sign == "*" and equal:
            return choose("times")
        if sign in ("·", "×", "∘") and columns and equal and not dims.is_one(a.r):
            return choose("inner" if sign in ("·",) else "times")
        if fits and not (columns and equal and not dims.is_one(b.r) and not dims.is_free(dims.find(b.r))):
            return choose("matmul")
        if sign == "" and columns and equal:
            solver.equate(a, b, "the factors")
            return choose("times")
        if sign in ("·", "×", "*", "∘") and equal:
            return choose("times")
        if sign in ("·", "×", "*", "∘") and _broadcasts(solver, a, b):
            return choose("times")
        return choose("matmul")

    def _guess(level: int, fits: bool) -> bool:
        if not fits:
            # Only a number is left as a reading of the one that may be one.
            if solver.may_be_scalar(a) and not a.weak and not solver.may_be_scalar(b):
                dims.unify_all((a.r, 1), (a.c, 1))
            elif solver.may_be_scalar(b) and not solver.may_be_scalar(a):
                dims.unify_all((b.r, 1), (b.c, 1))
            else:
                return False
            return step(0)
        if sign == "*" and level < 2:
            return False
        if a.weak and not dims.large & {a.c, a.r} and level < 3:
            return False
        wide = dims.settled(a.c) and not dims.is_one(a.c)
        if wide and not b.weak:
            return choose("matmul")
        tall = dims.settled(b.r) and not dims.is_one(b.r)
        if tall and not dims.settled(a.c) and not dims.is_one(a.c):
            return choose("matmul")
        if level >= 2 and not dims.settled(a.c) and not dims.settled(b.r) and not dims.is_one(a.c):
            return choose("matmul")  # xᵀ w of two columns: right for numbers too
        return False

    def _entrywise_step(level: int) -> bool:
        if level == 0 and not (solver.settled(a) and solver.settled(b)):
            return False
        if level == 1 and (solver.settled(a) or solver.settled(b)) and solver.same(a, b) and not (a.weak or b.weak):
            solver.equate(a, b, "the two sides of ⊙")
            return choose("times")
        if level == 3 or (solver.settled(a) and solver.settled(b)):
            return choose("times")
        return False

    solver.add(step)
    return out


def _take(solver: Solver, mine: Dim, theirs: Dim, out: Term, other: Term) -> None:
    """The result takes over a dimension, or what it was to be does not fit."""
    if solver.dims.unify(mine, theirs):
        return
    raise MisfitError(
        f"a shape of {solver.show(other)} where {solver.show(out)} is needed", (solver.show(out), solver.show(other))
    )


def _kron_known(solver: Solver, left: Dim, right: Dim, out: Dim) -> bool:
    """Whether the sizes of ⊗ are known; one that is open follows from the product and the other."""
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


def _kron_shape(solver: Solver, a: Term, b: Term, out: Term) -> None:
    for mine, left, right in ((out.r, a.r, b.r), (out.c, a.c, b.c)):
        left, right = solver.dims.find(left), solver.dims.find(right)
        if left == 1:
            solver.need(mine, right, "⊗")
        elif right == 1:
            solver.need(mine, left, "⊗")
        else:
            solver.need(mine, product_dim(solver, left, right), "⊗")


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


def _broadcasts(solver: Solver, a: Term, b: Term) -> bool:
    dims = solver.dims

    def one_way(x: Dim, y: Dim) -> bool:
        return dims.is_one(x) or dims.is_one(y) or dims.can_unify(x, y)

    return one_way(a.r, b.r) and one_way(a.c, b.c)


def _broadcast(solver: Solver, terms: list[Term], out: Term, what: str, _options: dict) -> None:
    """The shape of an entrywise operation: numbers fit everything; a column or a row fits a matrix."""
    dims = solver.dims
    large = [t for t in terms if not solver.scalar(t)]
    if not large:
        _take(solver, out.r, 1, out, terms[0])
        _take(solver, out.c, 1, out, terms[0])
        return
    full = [t for t in large if not dims.may_be_one(t.r) and not dims.may_be_one(t.c)]
    if full:
        base = full[0]
        for t in large:
            for mine, theirs in ((base.r, t.r), (base.c, t.c)):
                if dims.is_one(theirs) and t not in full:
                    continue
                if not dims.unify(mine, theirs):
                    shapes = (solver.show(base), solver.show(t))
                    raise MisfitError(f"{what} are {shapes[0]} and {shapes[1]}", shapes)
    else:
        base = large[0]
        for t in large[1:]:
            if not solver.same(base, t):
                shapes = (solver.show(base), solver.show(t))
                raise MisfitError(f"{what} are {shapes[0]} and {shapes[1]}", shapes)
            solver.equate(base, t, what)
    _take(solver, out.r, base.r, out, base)
    _take(solver, out.c, base.c, out, base)


def entrywise(solver: Solver, op: str, terms: list[Term], data: tuple, what: str) -> Term:
    """A sum, a quotient, a maximum of several: entry by entry, with numbers, columns and rows repeated."""
    dims = solver.dims
    out = Term(dims.fresh(), dims.fresh(), lambda: Call(op, tuple(t.node() for t in terms), data), "", tuple(terms))

    def step(level: int) -> bool:
        if all(solver.settled(t) for t in terms) or level == 3:
            _broadcast(solver, terms, out, what, {})
            return True
        known = [t for t in terms if solver.settled(t) and not solver.scalar(t)]
        full = [t for t in known if not dims.is_one(t.r) and not dims.is_one(t.c)]
        if full and not solver.settled(out):
            _take(solver, out.r, full[0].r, out, full[0])
            _take(solver, out.c, full[0].c, out, full[0])
        if level == 0:
            return False
        if op == "divide":
            # A divisor of unknown shape is a number, unless the numerator is a column and it may be one too.
            a, b = terms
            if (
                not solver.settled(b)
                and level >= 1
                and solver.settled(a)
                and solver.column(a)
                and not b.weak
                and level == 1
            ):
                return False
            if not solver.settled(b) and level >= 2 and solver.may_be_scalar(b):
                dims.unify_all((b.r, 1), (b.c, 1))
            return step(0)
        if known:
            base = full[0] if full else known[0]
            for t in terms:
                if solver.settled(t):
                    continue
                if t.weak and level < 2:
                    continue
                if t.weak:
                    dims.unify_all((t.r, 1), (t.c, 1))
                    continue
                for mine, theirs in ((t.r, base.r), (t.c, base.c)):
                    if not dims.settled(mine):
                        dims.unify(mine, theirs)
            return step(0) if all(solver.settled(t) for t in terms) else False
        return False

    solver.add(step)
    return out
