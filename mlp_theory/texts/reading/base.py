"""The ground of the reader: its attributes, the makers of terms, and what its parts ask of each other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from mlp_theory.symbolic import Call, Dim, Node, Number, Size
from mlp_theory.texts.names import Base
from mlp_theory.texts.reading.scope import Scope
from mlp_theory.texts.scripts import Scripts
from mlp_theory.texts.shapes import MisfitError, Solver, Term, entrywise, product
from mlp_theory.texts.syntax import Syn, UnreadError

if TYPE_CHECKING:
    from mlp_theory.texts.page import Page
    from mlp_theory.texts.reader import Reader
    from mlp_theory.texts.symbols import Info


class ReaderBase(ABC):
    """What all parts of the reader share: its page, its notes, and the makers of terms.

    The abstract methods are what the parts ask of each other; `Reader` puts the parts together.

    Parameters
    ----------
    page : Page
        Its symbols and conventions.
    solver : Solver
        Where the constraints go.
    claim : bool
        Whether free indices may appear, and unknown symbols are noted instead of entered.
    """

    def __init__(self, page: Page, solver: Solver, *, claim: bool):
        self.page, self.solver, self.claim = page, solver, claim
        self.dims = solver.dims
        self.free: dict[str, tuple[str, Dim]] = {}
        self.unknown: dict[str, str] = {}
        self.elsewhere: set[str] = set()  # indices that the other side of the claim leaves open
        self.used: set[str] = set()
        self.layout = page.layout
        self.tensor = False
        self.depth = 0

    @property
    @abstractmethod
    def reader(self) -> Reader:
        """The reader with all its parts, for the page that asks it back."""

    # Makers: a term from terms ---------------------------------------------------------------------------

    def number(self, value: float, show: str = "") -> Term:
        """A number."""
        return Term(1, 1, lambda: Number(float(value)), show or f"{value:g}", weak=True, free_zero=value == 0)

    def size(self, dim: Dim) -> Term:
        """A dimension as a number."""
        return Term(1, 1, lambda: Size(self.dims.find(dim)), self.dims.show(dim), weak=True)

    def call(self, op: str, args: Iterable[Term], r: Dim, c: Dim, data: tuple = (), show: str = "") -> Term:
        """An operation whose shape is known."""
        parts = tuple(args)
        return Term(r, c, lambda: Call(op, tuple(p.node() for p in parts), data), show, parts)

    def elementwise(self, name: str, x: Term) -> Term:
        """A function of one number, entry by entry."""
        return self.call("elementwise", [x], x.r, x.c, (name,), f"{name}({x.show})")

    def transpose(self, x: Term) -> Term:
        """xᵀ."""
        return self.call("transpose", [x], x.c, x.r, (), f"{x.show}ᵀ")

    def times(self, a: Term, b: Term, sign: str = "", at: int = 0) -> Term:
        """A product, whatever it turns out to be."""
        term = product(self.solver, a, b, sign, at)
        term.show = f"({a.show} {sign or '·'} {b.show})"
        return term

    def divide(self, a: Term, b: Term) -> Term:
        """A quotient, entry by entry."""
        term = entrywise(self.solver, "divide", [a, b], (), "the numerator and the denominator")
        term.show = f"({a.show} / {b.show})"
        return term

    def power(self, base: Term, exponent: Term, at: int) -> Term:
        """A power: of numbers and columns entry by entry, of square matrices as a product."""
        out = Term(base.r, base.c, lambda: Number(0.0), f"{base.show}^{exponent.show}", (base, exponent))

        def make() -> Node:
            node = exponent.node()
            square = not self.dims.is_one(base.r) and self.dims.find(base.r) == self.dims.find(base.c)
            if square and isinstance(node, Number) and node.value == int(node.value) and 1 <= node.value <= 12:
                return Call("matrix power", (base.node(),), (int(node.value),))
            if square:
                raise UnreadError("a power of a matrix that is no whole number", at)
            return Call("power", (base.node(), node), ())

        def square(level: int) -> bool:
            if level < 1 and not self.solver.settled(base):
                return False
            if not self.dims.may_be_one(base.r) and not self.dims.may_be_one(base.c):
                self.dims.unify(base.r, base.c)
            return True

        out.make = make
        self.solver.add(square)
        self.solver.add(self._needs_scalar(exponent, "an exponent"))
        return out

    def inverse(self, term: Term) -> Term:
        """A⁻¹, or 1/x of a number."""
        out = Term(term.r, term.c, lambda: Number(0), f"{term.show}⁻¹", (term,))

        def make() -> Node:
            if self.solver.scalar(term):
                return Call("divide", (Number(1.0), term.node()), ())
            if self.dims.find(term.r) != self.dims.find(term.c):
                raise MisfitError(f"the inverse of {self.solver.show(term)}, which is not square")
            return Call("inverse", (term.node(),), ())

        def step(level: int) -> bool:
            if not self.solver.settled(term) and level == 0:
                return False
            if not self.dims.unify(term.r, term.c):
                raise MisfitError(f"the inverse of {self.solver.show(term)}, which is not square")
            return True

        out.make = make
        self.solver.add(step)
        return out

    def _needs_scalar(self, term: Term, what: str) -> Callable[[int], bool]:
        """A constraint: this is a number."""

        def step(level: int) -> bool:
            if not self.solver.settled(term):
                if level == 0:
                    return False
                self.dims.unify_all((term.r, 1), (term.c, 1))
            if not self.solver.scalar(term):
                raise MisfitError(f"{what} is {self.solver.show(term)}, no number")
            return True

        return step

    def _same_shape(self, a: Term, b: Term, what: str) -> Callable[[int], bool]:
        """A constraint: both have one shape."""

        def step(level: int) -> bool:
            if level == 0 and not (self.solver.settled(a) and self.solver.settled(b)):
                return False
            self.solver.equate(a, b, what)
            return True

        return step

    # What the parts ask of each other, by the file that answers.

    # sums.py
    @abstractmethod
    def expression(self, syn: Syn, scope: Scope) -> Term:
        """Read an expression without a relation."""

    # products.py
    @abstractmethod
    def product(self, items: list[Syn], scope: Scope) -> Term:
        """A sequence of items between two signs."""

    @abstractmethod
    def _run(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        """Factors side by side, up to the next operator."""

    @abstractmethod
    def _factor(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        """One factor, and the place after it."""

    # big_operators.py
    @abstractmethod
    def _big(self, item: Syn, name: str, body: list[Syn], scope: Scope) -> Term:
        """An operator with an index, and its body."""

    @abstractmethod
    def _over(
        self,
        kind: str,
        letter: str,
        low: Term,
        high: Term | None,
        conditions: list[Syn],
        body: list[Syn],
        scope: Scope,
        at: int,
    ) -> Term:
        """An operator over an index from `low` to `high`; None is the end of its range."""

    @abstractmethod
    def _extreme(self, item: Syn, word: str, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        """Max or min over an index, and the place after it."""

    # indices.py
    @abstractmethod
    def layer_number(self, syn: Syn, scope: Scope) -> int | None:
        """The number of a layer, if this is one: l − 1, L, 2."""

    @abstractmethod
    def _index(self, syn: Syn, scope: Scope, top: bool = False) -> Term:
        """An index or a bound as a number; `mark` carries the dimension that it is."""

    @abstractmethod
    def index_letter(self, base: Base, scope: Scope, syn: Syn, top: bool = False) -> Term | None:
        """A letter in the place of an index."""

    @abstractmethod
    def _bind_range(self, index: Term, size: Dim, at: int) -> None:
        """An index that runs free runs over what it is an index of; another one must stay inside."""

    @abstractmethod
    def _same_range(self, i: Term, j: Term) -> None:
        """Two indices that are compared run over the same range."""

    @abstractmethod
    def entries(self, term: Term, subs: list[Syn], scope: Scope, syn: Syn) -> Term:
        """The entry of an expression at one or two indices."""

    # groups.py
    @abstractmethod
    def atom(self, syn: Syn, scope: Scope) -> Term:
        """One item: a name with its scripts, a group with its scripts, a matrix, a number."""

    @abstractmethod
    def _scripted(self, term: Term, parts: tuple[Syn, ...], syn: Syn, scope: Scope) -> Term:
        """Scripts on a group: (AB)_{ij}, (x − y)², ‖W‖²_F, (A)ᵀ."""

    @abstractmethod
    def _transpose_or_power(self, term: Term, letter: Syn, scope: Scope) -> Term:
        """``x^T`` where T is a name of the page: a power of a number, the transpose of all else."""

    # symbols.py
    @abstractmethod
    def name(self, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> Term:
        """A name with its scripts: which symbol it is, and what is done to it."""

    @abstractmethod
    def resolve(self, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> tuple[Term, list]:
        """The symbol (or entry of one), and the powers and transposes still to be applied."""

    @abstractmethod
    def _symbol(self, info: Info, syn: Syn) -> Term:
        """The value of a symbol, noted as used."""

    @abstractmethod
    def ones(self, syn: Syn, scope: Scope) -> Term | None:
        r"""``\mathbf 1``, ``\mathbf 1_n``, ``\mathbf 0``: columns of ones or zeros."""

    # functions.py
    @abstractmethod
    def _is_function(self, item: Syn, scope: Scope) -> bool:
        """Whether this item is the name of a function."""

    @abstractmethod
    def _is_word(self, item: Syn) -> bool:
        """Whether this item is a function that has a word of its own."""

    @abstractmethod
    def _function_word(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """A function word with its arguments, and the place after them; None when it is none."""

    @abstractmethod
    def _entry_power(self, term: Term, content: Syn, scope: Scope) -> Term:
        """A power of every entry: ``sin²(x)``."""

    @abstractmethod
    def _norm(self, bare: Syn, scripts: Scripts, scope: Scope) -> Term:
        """A norm: which one its scripts say."""

    # applications.py
    @abstractmethod
    def _application(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """f(z), f'(z), f_l(z), L(w): a function applied, or a name with decorative arguments."""

    # conditions.py
    @abstractmethod
    def _indicator(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        r"""``\mathbb 1[z > 0]``, ``\mathbf 1_{z > 0}``, ``\mathbb I(i = k)``; and columns of ones."""

    @abstractmethod
    def _all(self, tests: list[Term]) -> Term:
        """All conditions at once: their product."""

    @abstractmethod
    def conditions(self, syn: Syn, scope: Scope) -> list[Term]:
        """A condition as numbers 0 and 1: one term a relation of the chain."""

    @abstractmethod
    def truth(self, condition: Syn, scope: Scope) -> bool:
        """Whether a condition on layers is met."""

    # derivatives.py
    @abstractmethod
    def _fraction_derivative(self, item: Syn, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """A fraction that is a derivative, and the place after its body; None when it is none."""

    @abstractmethod
    def _inline_derivative(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        r"""``\partial L/\partial W`` and ``\partial_W L``."""

    @abstractmethod
    def _nabla(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        """``∇_W L``, and the place after it."""

    @abstractmethod
    def _dv(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """``dW``: the gradient of the loss of the page, where d is no name of its own."""

    @abstractmethod
    def _derive(self, body: list[Syn], variables: list[tuple[Syn, int]], order: int, scope: Scope, at: int) -> Term:
        """The derivative of a body by variables; the last one named is taken first."""

    @abstractmethod
    def _derivative(self, body: Term, wrt: Term, transposed: bool, at: int) -> Term:
        """The derivative of one term by another, and its layout."""

    # matrices.py
    @abstractmethod
    def _matrix(self, syn: Syn, scope: Scope) -> Term:
        r"""A matrix, a column of cases or a determinant between \begin and \end."""

    @abstractmethod
    def _blocks_inside(self, inner: Syn) -> bool:
        r"""``[x_1 \; x_2 \dots x_n]``: a row of blocks rather than a product in brackets."""

    @abstractmethod
    def _tuple(self, inner: Syn, scope: Scope, direction: str) -> Term:
        """A row or a column from a list."""

    # cases.py
    @abstractmethod
    def _cases(self, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
        """A value for every condition."""
