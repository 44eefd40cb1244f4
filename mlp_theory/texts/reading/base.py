"""The ground of the reader: its notes, and what its parts ask of each other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mlp_theory.symbolic import Dim
from mlp_theory.texts.reading.makers import Makers
from mlp_theory.texts.shapes.derivatives import derivative
from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn

if TYPE_CHECKING:
    from mlp_theory.texts.symbols.page import Page
    from mlp_theory.texts.symbols.records import Conditional, Info


@dataclass(frozen=True)
class BigOperator:
    """A sum, a product, a maximum or a minimum over an index that is still to be bound.

    Attributes
    ----------
    kind : str
        "sum", "prod", "max" or "min".
    body : list of Syn
        What it runs over.
    at : int
        Where it stands.
    conditions : tuple of Syn
        Which values of the index are meant: k ≠ i.
    """

    kind: str
    body: list[Syn]
    at: int
    conditions: tuple[Syn, ...] = ()


class ReaderBase(Makers, Notes, ABC):
    """What all parts of the reader share: its page, its notes, and (from `Makers`) how terms are made.

    The abstract methods are what the parts ask of each other; `Reader`, where the parameters are told, puts the
    parts together.
    """

    def __init__(self, page: Page, solver: Solver, *, claim: bool):
        Makers.__init__(self, solver)
        Notes.__init__(self, solver, claim)
        self.page = page
        self.elsewhere: set[str] = set()  # indices that the other side of the claim leaves open
        self.layout = page.layout
        self.tensor = False
        self.opened: list[Conditional] = []  # the conditional names that are being read
        self.entrywise = False  # whether d f(x)/dx of an entrywise f has the shape of x
        self.could_be_entrywise = False
        self.depth = 0

    def _derivative(self, body: Term, wrt: Term, transposed: bool, at: int) -> Term:
        """The derivative of one term by another, in the layout of the page."""
        return derivative(self.solver, body, wrt, at, transposed=transposed, layout=self.layout, tensor=self.tensor)

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
    def _over(self, operator: BigOperator, letter: str, low: Term, high: Term | None, scope: Scope) -> Term:
        """An operator over an index from `low` to `high`; None is the end of its range."""

    @abstractmethod
    def _extreme(self, item: Syn, word: str, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        """Max or min over an index, and the place after it."""

    # indices.py
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
    def _differential(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """The differential that begins here, and the place after it; None when none does."""

    @abstractmethod
    def _is_function(self, item: Syn, scope: Scope) -> bool:
        """Whether this item is the name of a function."""

    @abstractmethod
    def _entrywise_in(self, body: list[Syn], variable: Syn, scope: Scope) -> bool:
        """Whether a body is an entrywise function of the variable: ``tanh(x)`` by x."""

    @abstractmethod
    def _function_word(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """A function word with its arguments, and the place after them; None when it is none."""

    @abstractmethod
    def _to_power(self, term: Term, content: Syn, scope: Scope, at: int) -> Term:
        """A power: of a square matrix as a product, unless it says ``A^{⊙2}``."""

    @abstractmethod
    def _entry_power(self, term: Term, content: Syn, scope: Scope) -> Term:
        """A power of every entry: ``sin²(x)``."""

    @abstractmethod
    def _norm(self, bare: Syn, scripts: Scripts, scope: Scope) -> Term:
        """A norm: which one its scripts say."""

    @abstractmethod
    def _builtin_prime(self, name: str, x: Term, order: int) -> Term:
        """The derivative of a function that everybody knows, at a term."""

    # applications.py
    @abstractmethod
    def _application(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """f(z), f'(z), f_l(z), L(w): a function applied, or a name with decorative arguments."""

    # conditionals.py
    @abstractmethod
    def _conditional(self, base: Base, scripts: Scripts, group: Syn, item: Syn, scope: Scope) -> Term | None:
        """What ``p(t | w)`` stands for; None where no bar stands in the bracket."""

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
    def _derivative_at(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """A derivative that begins here, and the place after it; None when none does."""

    @abstractmethod
    def _derive(self, body: list[Syn], variables: list[tuple[Syn, int]], order: int, scope: Scope, at: int) -> Term:
        """The derivative of a body by variables; the last one named is taken first."""

    # expectations.py
    @abstractmethod
    def _moment(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """A mean, variance or covariance, and the place after it; None when it is none."""

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

    # parts.py
    @abstractmethod
    def _part(self, syn: Syn, scope: Scope) -> Term:
        """A part without scripts of its own."""

    @abstractmethod
    def _part_with_scripts(self, syn: Syn, scripts: Scripts, scope: Scope) -> Term:
        """A part, and what is raised above it."""

    @abstractmethod
    def _end(self, syn: Syn, scope: Scope) -> Dim:
        """An end of a range: 1, d, d + h, 2h."""

    # cases.py
    @abstractmethod
    def _cases(self, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
        """A value for every condition."""
