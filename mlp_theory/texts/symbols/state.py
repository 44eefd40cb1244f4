"""The symbols of a page: what is kept of each, and of the page."""

from __future__ import annotations

from mlp_theory.symbolic import Dim, Dimensions, Symbol
from mlp_theory.symbolic.book import Book
from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.records import Conditional, FunctionDef, Info
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.syn import UnreadError

DEPTH = 3


class Symbols:
    """All that is known of a page; `Page` tells its attributes."""

    def __init__(self, layout: str = ""):
        self.layout = layout
        self.dims = Dimensions()
        self.solver = Solver(self.dims)
        self.book = Book()
        self.infos: dict[str, Info] = {}
        self.functions: dict[str, FunctionDef] = {}
        self.conditionals: list[Conditional] = []
        self.survey = Survey()
        self.depth = DEPTH
        self.commutes = False  # whether it speaks of a commutation matrix
        self.deeper = 0  # how many layers more than that the networks of this page are to have
        self.layers: dict[str, tuple[int, int]] = {}
        self.layer_tops: dict[str, int] = {}
        self.layer_sub: set[str] = set()
        self.layer_sup: set[str] = set()
        self.layer_bracket: set[str] = set()
        self.index_letters: set[str] = {"i", "j", "k"}
        self.transposes = frozenset("T")
        self.rows_are_examples = False
        self.slices_of_python = False  # whether a range of the page begins at 0, or has one end only
        self.stacked_rows: set[str] = set()  # the keys of what is written as its own rows
        self.softmax_rows = False
        self.literals: set[int] = set()  # whole numbers that stand in equations
        self.per_sample: Dim | None = None  # the n of a mean loss, where dZ means n ∂L/∂Z
        self.sampled: set[Dim] = set()  # the sizes of each V that a claim calls dV
        self.random: set[str] = set()  # the keys of what has a distribution
        self.unread_laws = False  # whether something else is drawn too, nobody knows how
        self.stale: set[str] = set()  # made of a symbol that has been updated since
        self.stationary: set[str] = set()  # the letters by which a derivative has been set to zero
        self.constrained: set[str] = set()  # the letters of which the prose asks what no draw meets
        self.created: list[str] = []
        self.decorated_families: set[str] = set()
        self.axes = 0
        self.families: dict[str, Dim] = {}
        self._latex_of: dict[str, str] = {}

    def declare(self, base: Base, label: str, r: Dim, c: Dim, **more: object) -> Info:
        """Enter a declared symbol."""
        key = base.key + label
        info = self.infos.get(key)
        show = base.show + (label.replace("_", "") if label else "")
        if info is None or not info.declared:
            info = Info(key, show, r, c, base, declared=True)
            self.infos[key] = info
        elif (self.dims.find(info.r), self.dims.find(info.c)) != (self.dims.find(r), self.dims.find(c)):
            before = f"{self.dims.show(info.r)}×{self.dims.show(info.c)}"
            raise UnreadError(f"{show} has been declared before, as {before}")
        elif more.get("domain", info.domain) != info.domain:
            # Taken over, it would hold for the lines above as well.
            raise UnreadError(f"{show} has been declared before, as {info.domain}")
        info.r, info.c = r, c
        info.origin = "its declaration"
        for name, value in more.items():
            setattr(info, name, value)
        return info

    def symbol_term(self, info: Info, notes: Notes) -> Term:
        """A symbol as a term."""
        if info.broken:
            raise UnreadError(f"the definition of {info.show} could not be used: {info.broken}")
        notes.used.add(info.key)
        key = info.key
        return Term(info.r, info.c, lambda: Symbol(key), info.show, weak=info.weak)

    def _known_scalar(self, info: Info) -> bool:
        return self.dims.is_one(info.r) and self.dims.is_one(info.c)
