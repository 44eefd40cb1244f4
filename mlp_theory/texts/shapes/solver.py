"""Terms whose shapes are being found out: what a product means is settled by the shapes of its factors.

A term starts with what is known (declared shapes, typography). Constraints are tried again and again until
nothing more follows; only then are preferences used, one at a time: a capital letter is a matrix and
multiplies what stands after it, a small letter is a number unless something made it a column.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mlp_theory.symbolic import Dim, Dimensions, Node
from mlp_theory.texts.shapes.unknown import unknown_shape
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import AmbiguousProduct


class MisfitError(Exception):
    """Shapes that do not fit each other.

    Attributes
    ----------
    reason : str
    shapes : (str, str), optional
        Of the two that do not fit.
    unknown : str
        The letter of which nothing tells the shape, so that nothing is wrong with it; "" where all are known.
    """

    def __init__(self, reason: str, shapes: tuple[str, str] | None = None, unknown: str = ""):
        super().__init__(reason)
        self.reason, self.shapes, self.unknown = reason, shapes, unknown


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

    def same(self, a: Term, b: Term) -> bool:
        """Whether two shapes can be one."""
        with self.dims.attempt():
            return self.dims.unify(a.r, b.r) and self.dims.unify(a.c, b.c)

    def unknown(self, *terms: Term) -> str:
        """The letter among these terms of which nothing tells the shape, if there is one."""
        return unknown_shape(self.dims, *((term.r, term.c) for term in terms))

    def misfit(self, reason: str, a: Term, b: Term) -> MisfitError:
        """What two terms are told with that do not fit each other."""
        return MisfitError(reason, (self.show(a), self.show(b)), self.unknown(a, b))

    def equate(self, a: Term, b: Term, what: str) -> None:
        """Make two shapes one, or say that they do not fit."""
        if not self.same(a, b):
            raise self.misfit(f"{what}: {self.show(a)} and {self.show(b)}", a, b)
        self.dims.unify(a.r, b.r)
        self.dims.unify(a.c, b.c)

    def need(self, a: Dim, b: Dim, what: str) -> None:
        """Make two dimensions one, or say that they do not fit."""
        if not self.dims.unify(a, b):
            unknown = unknown_shape(self.dims, (a, 1), (b, 1))
            raise MisfitError(f"{what}: {self.dims.show(a)} and {self.dims.show(b)}", unknown=unknown)

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
        for term in sorted(self.loose, key=lambda term: not term.weak):
            for dim in (term.r, term.c):
                if not self.dims.settled(dim):
                    self.dims.guess_one(dim)
                    self.propagate()
        while self.pending:
            step, owner = self.pending.pop(0)
            if not self._try(step, owner, 3):
                error = UnreadError(AmbiguousProduct("what this product means cannot be told from its shapes"))
                if not self.lenient:
                    raise error
                self.errors.setdefault(owner, error)
            self.propagate()
