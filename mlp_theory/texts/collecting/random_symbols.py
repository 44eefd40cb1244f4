r"""What a page calls random: ``W_{ij} \sim \mathcal{N}(0, \sigma^2)``, for means and variances."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlp_theory.symbolic import Dim, Law
from mlp_theory.texts.collecting.declarations import Declarations
from mlp_theory.texts.items import Item
from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn, UnreadError

KINDS = {
    "n": "normal", "normal": "normal", "gaussian": "normal", "gauss": "normal", "u": "uniform", "uniform": "uniform",
    "unif": "uniform", "bernoulli": "coin", "ber": "coin", "bern": "coin", "rademacher": "sign",
}  # fmt: skip
PARAMETERS = {"normal": 2, "uniform": 2, "coin": 1, "sign": 0}


@dataclass
class PendingLaw:
    """A distribution whose parameters are still to be read."""

    item: Item
    infos: list[Info]
    kind: str
    parameters: list[Syn]
    terms: list[Term]


class RandomSymbols(Declarations):
    """Enters the distributions of random symbols into the page."""

    def __init__(self, items: list[Item], layout: str):
        super().__init__(items, layout)
        self.laws: list[PendingLaw] = []

    def _sort_random(self, item: Item) -> None:
        """``x ∼ N(0, 1)`` declares x, unless it is declared already, and says what its law is."""
        if item.statement.relations != [r"\sim"] or any(side.syn is None for side in item.statement.sides):
            return
        try:
            if self._draws(item):
                item.role = "declares"
            else:
                self.page.unread_laws = True
        except UnreadError as error:
            item.role, item.error = "declares", error
            self.page.unread_laws = True

    def _draws(self, item: Item) -> bool:
        left, right = item.statement.sides[0].syn, item.statement.sides[1].syn
        assert left is not None
        assert right is not None
        names = self._names(left)
        law = self._law(right)
        if law is None or not names or any(self._defined(base) for base, _, _ in names):
            return False
        kind, parameters = law
        infos = []
        for base, scripts, syn in names:
            label, indices, _ = self.page.split(base, scripts, Scope(), self.reader())
            info = self.page.infos.get(base.key + label)
            if info is None and indices and not base.bold:
                info = self.page.infos.get(base.also(bold=True).key + label)  # W_{ij} is an entry of a bold W
            if info is None:
                self._declare_one(item, base, scripts, syn, parse(r"\mathbb{R}"), Scope())
                info = self.page.infos.get(base.key + label)
                if info is None:
                    raise UnreadError("what is random here cannot be told", syn.start)
                if not indices:
                    info.r, info.c = self._shape_of(base, kind, parameters)
            infos.append(info)
            self.page.random.add(info.key)
        self.laws.append(PendingLaw(item, infos, kind, parameters, []))
        return True

    def _shape_of(self, name: Base, kind: str, parameters: list[Syn]) -> tuple[Dim, Dim]:
        """A column, where the second parameter is a matrix: σ² I, Σ; a matrix by its capital letter; else a number."""
        dims = self.page.dims
        for part in atoms(parameters[1]) if kind == "normal" else ():
            base = base_of(unscripted(part)[0])
            if base is not None and (base.letter in ("I", "Sigma") or (base.upper and base.bold)):
                return dims.fresh(f"length of {name.show}", large=True), 1
        if name.upper:
            return dims.fresh(f"rows of {name.show}", large=True), dims.fresh(f"columns of {name.show}", large=True)
        return 1, 1

    def _law(self, syn: Syn) -> tuple[str, list[Syn]] | None:
        """The kind of a distribution, and its parameters; None when it is none of those that are known."""
        items = atoms(syn)
        base = base_of(items[0]) if items else None
        kind = KINDS.get(base.letter.lower()) if base is not None else None
        if kind is None:
            return None
        bracketed = len(items) == 2 and items[1].kind in ("parens", "brackets")
        parameters = arguments(items[1]) if bracketed else []
        if len(parameters) != PARAMETERS[kind] or len(items) > 2:
            raise UnreadError(f"a {kind} distribution with {len(parameters)} parameters", syn.start)
        return kind, parameters

    def _read_laws(self) -> None:
        """Read the parameters, after all definitions: σ may be explained further down."""
        solver = self.page.solver
        for law in self.laws:
            try:
                law.terms = [self.reader().expression(p, Scope()) for p in law.parameters]
                for info in law.infos:
                    if law.kind == "normal":
                        solver.add(_fits(self.page.solver, info, *law.terms))
            except (UnreadError, MisfitError) as error:
                self._no_law(law, error)

    def _enter_laws(self) -> None:
        """Turn the parameters into nodes."""
        for law in self.laws:
            if law.item.error is not None:
                continue
            try:
                nodes = tuple(term.node() for term in law.terms)
            except (UnreadError, MisfitError) as error:
                self._no_law(law, error)
                continue
            for info in law.infos:
                self.page.book.laws[info.key] = Law(law.kind, nodes)

    def _no_law(self, law: PendingLaw, error: Exception) -> None:
        law.item.error = error
        for info in law.infos:  # it must not pass for what is no random
            info.broken = f"its distribution is not read: {getattr(error, 'reason', error)}"


def _fits(solver: Solver, info: Info, mean: Term, variance: Term) -> Callable[[int], bool]:
    """The mean and the covariance matrix have the size of what is drawn; numbers hold for every entry."""
    dims = solver.dims

    def step(level: int) -> bool:
        if not (solver.settled(variance) or level > 0):
            return False
        entries = solver.may_be_scalar(variance)  # σ² is that of each entry, Σ that of them all
        if entries:
            dims.unify_all((variance.r, 1), (variance.c, 1))
        done = True
        for term, shape in ((mean, (1, 1) if entries else (info.r, info.c)), (variance, (info.r, info.r))):
            if solver.scalar(term):
                continue
            if not solver.settled(term) and level < 1:
                done = False
                continue
            if solver.settled(term):
                shape = (info.r, info.c) if term is mean else shape
            if not (dims.unify(term.r, shape[0]) and dims.unify(term.c, shape[1])):
                found = f"{dims.show(info.r)}×{dims.show(info.c)}"
                raise MisfitError(f"{info.show} is {found}, but {term.show} in its law {solver.show(term)}")
        return done

    return step
