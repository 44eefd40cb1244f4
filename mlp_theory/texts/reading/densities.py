r"""``\mathcal{N}(x; \mu, \sigma^2)``, ``\mathrm{Bern}(y \mid p)``: densities that everybody knows by their names."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.scripted import hung_on
from mlp_theory.texts.shapes.requirements import require_scalar
from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.density_arguments import density_at
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import lone, unscripted
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_definitions import UndefinedConditional

_FORMULAS = {
    "normal": (("x", "m", "S"), r"\det(2\pi S)^{-1/2} \exp(-\frac{1}{2} (x - m)^T S^{-1} (x - m))"),
    "coin": (("x", "p"), "p^x (1 - p)^{1 - x}"),
}
"""The formula for numbers is that for columns of one entry."""


def density(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """A density at a value is its formula there, unless the page says what the name is."""
    found = density_at(items, k)
    base = base_of(unscripted(items[k])[0])
    if found is None or base is None:
        return None
    kind, values = found
    if _is_of_the_page(reader.page, base) and not reader.solver.column(reader.expression(values[0], scope)):
        return None  # what the page says of numbers says nothing of columns
    names, formula = _FORMULAS[kind]
    terms = [reader.expression(value, scope) for value in values]
    if kind == "normal":
        reader.solver.add(_fits(reader.solver, *terms, at=items[k].start))
    else:
        for term in terms:
            require_scalar(reader.solver, term, "an argument of this density")
    term = reader.expression(_body(formula), Scope(loops=scope.loops, params=dict(zip(names, terms, strict=True))))
    term.show = f"{base.show}({', '.join(value.show for value in terms)})"
    _, hung = unscripted(items[k + 1])
    return hung_on(reader, term, hung, items[k], scope), k + 2


def _is_of_the_page(page: Page, base: Base) -> bool:
    """Whether the page has a function of this name, or conditional names that begin with it."""
    names = (*page.functions, *page.infos, *(known.name for known in page.conditionals))
    return any(name == base.key for name in names)


def _fits(solver: Solver, x: Term, mean: Term, variance: Term, at: int) -> Callable[[int], bool]:
    """A number has a variance, a column a matrix: of a column, σ² does not say how its entries go together."""
    dims = solver.dims

    def step(level: int) -> bool:
        if level < 3 and not (solver.settled(x) and solver.settled(variance)):
            return False
        sizes = ((variance.r, variance.c), (x.r, variance.r), (x.c, 1), (mean.c, 1))
        if not all(dims.unify(one, other) for one, other in sizes):
            raise UnreadError(UndefinedConditional("a normal density of a column whose variance is no matrix"), at)
        return True

    return step


@cache
def _body(formula: str) -> Syn:
    return lone(parse(formula))
