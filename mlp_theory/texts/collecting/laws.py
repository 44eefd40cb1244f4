"""The parameters of the distributions of a page."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.symbolic import Law
from mlp_theory.texts.collecting.collection import Collection, PageLaw, page_reader
from mlp_theory.texts.collecting.rooting import root_of_error
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.shapes.unknown import unknown_shape
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.syn import UnreadError


def read_laws(collection: Collection) -> None:
    """Read the parameters, after all definitions: σ may be explained further down."""
    solver = collection.page.solver
    for law in collection.laws:
        try:
            law.terms = [page_reader(collection.page).expression(p, Scope()) for p in law.parameters]
            for info in law.infos:
                if law.kind == "normal":
                    solver.add(_fits(solver, info, *law.terms))
        except (UnreadError, MisfitError) as error:
            _refuse(law, error)


def enter_laws(collection: Collection) -> None:
    """Turn the parameters into nodes."""
    for law in collection.laws:
        if law.item.error is not None:
            continue
        try:
            nodes = tuple(term.node() for term in law.terms)
        except (UnreadError, MisfitError) as error:
            _refuse(law, error)
            continue
        for info in law.infos:
            collection.page.book.laws[info.key] = Law(law.kind, nodes)


def _refuse(law: PageLaw, error: Exception) -> None:
    """Say why a law is not read, of it and of all that it is the law of."""
    law.item.error = error
    for info in law.infos:  # it must not pass for what is no random
        info.root, info.lost = root_of_error(info.show, law.item, error), True


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
                says = f"{info.show} is {found}, but {term.show} in its law {solver.show(term)}"
                raise MisfitError(says, unknown=unknown_shape(dims, (info.r, info.c), (term.r, term.c)))
        return done

    return step
