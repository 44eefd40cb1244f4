"""The state of a page: what is known of its letters, as data. The files beside this one are functions over it."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.symbolic import Dim, Dimensions
from mlp_theory.symbolic.book import Book
from mlp_theory.texts.shapes.solver import Solver
from mlp_theory.texts.symbols.records import Conditional, FunctionDef, Info
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.syn import Syn

DEPTH = 3


@dataclass(eq=False)
class Layering:
    """Which letters number the layers of a page, and where the names of the page carry them.

    Attributes
    ----------
    letters : dict
        The first and the last layer of each letter that runs over layers, as l.
    tops : dict of str to int
        The number of the last layer, by what it is called: L.
    below, above, bracketed : set of str
        The keys of the names with layers in their subscripts, as bare superscripts, and as superscripts in brackets.
    depth : int
        How many layers the networks of the page have where it is checked.
    deeper : int
        How many more than usual these are.
    """

    letters: dict[str, tuple[int, int]] = field(default_factory=dict)
    tops: dict[str, int] = field(default_factory=dict)
    below: set[str] = field(default_factory=set)
    above: set[str] = field(default_factory=set)
    bracketed: set[str] = field(default_factory=set)
    depth: int = DEPTH
    deeper: int = 0

    @property
    def names(self) -> set[str]:
        """All letters that number layers: l, L."""
        return set(self.letters) | set(self.tops)


@dataclass(eq=False)
class Habits:
    """How the author of a page writes.

    Attributes
    ----------
    transposes : frozenset of str
        The letters that transpose where they stand above a name.
    rows_are_examples : bool
        Whether each row of X is an example, and not each column.
    softmax_rows : bool
        Whether the rows of a softmax add up to one.
    stacked_rows : set of str
        The keys of what is written as its own rows.
    slices_of_python : bool
        Whether a range of the page begins at 0, or has one end only.
    """

    transposes: frozenset[str] = frozenset("T")
    rows_are_examples: bool = False
    softmax_rows: bool = False
    stacked_rows: set[str] = field(default_factory=set)
    slices_of_python: bool = False


@dataclass(eq=False)
class Page:
    """The symbols of a page and what they stand for.

    Attributes
    ----------
    layout : str
        Of derivatives, where the page says it: "numerator", "denominator".
    layout_matters : bool
        Whether a derivative stands in the claim that was read last, or in what it is made of.
    dims, solver : Dimensions, Solver
        The sizes and the shapes.
    book : Book
        The definitions, for the evaluator.
    infos : dict of str to Info
        Every symbol by its key.
    functions : dict of str to FunctionDef
        What is defined by a formula in parameters, by its key.
    conditionals : list of Conditional
        What is defined with a bar, as p(t | w).
    arguments : dict of str to Syn
        What stands in J(w) = … only to say what J depends on, by how it reads.
    commutations : set of str
        The keys of what the words call a commutation matrix.
    families : dict of str to Dim
        How many members a family has, by its key.
    decorated_families : set of str
        The keys of families with such arguments, J_i(w).
    created : list of str
        The keys of what nothing declares, in the order in which it was met.
    survey, layering, habits : Survey, Layering, Habits
        How the page uses its names, numbers its layers, and is written.
    index_letters : set of str
        The letters that run.
    literals : set of int
        The whole numbers that stand in equations.
    axes : int
        How many axes have been named.
    random : set of str
        The keys of what has a distribution.
    unread_laws : bool
        Whether something else is drawn too, nobody knows how.
    per_sample : Dim, optional
        The n of a mean loss, where dZ means n ∂L/∂Z.
    sampled : set of Dim
        The sizes of each V that a claim calls dV.
    stale : set of str
        The keys of what is made of a symbol that has been updated since.
    stationary : set of str
        The letters by which a derivative has been set to zero.
    constrained : set of str
        The letters of which the prose asks what no draw meets.
    worded : dict of str to str
        What the prose says of letters, by their keys: "symmetric".
    """

    layout: str = ""
    layout_matters: bool = False

    # what is known
    dims: Dimensions = field(default_factory=Dimensions)
    solver: Solver = field(init=False)
    book: Book = field(default_factory=Book)
    infos: dict[str, Info] = field(default_factory=dict)
    functions: dict[str, FunctionDef] = field(default_factory=dict)
    conditionals: list[Conditional] = field(default_factory=list)
    arguments: dict[str, Syn] = field(default_factory=dict)
    commutations: set[str] = field(default_factory=set)
    families: dict[str, Dim] = field(default_factory=dict)
    decorated_families: set[str] = field(default_factory=set)
    created: list[str] = field(default_factory=list)

    # how it is written
    survey: Survey = field(default_factory=Survey)
    layering: Layering = field(default_factory=Layering)
    habits: Habits = field(default_factory=Habits)
    index_letters: set[str] = field(default_factory=lambda: {"i", "j", "k"})
    literals: set[int] = field(default_factory=set)
    axes: int = 0

    # what is drawn, and what is learnt while it is judged
    random: set[str] = field(default_factory=set)
    unread_laws: bool = False
    per_sample: Dim | None = None
    sampled: set[Dim] = field(default_factory=set)
    stale: set[str] = field(default_factory=set)
    stationary: set[str] = field(default_factory=set)
    constrained: set[str] = field(default_factory=set)
    worded: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.solver = Solver(self.dims)
