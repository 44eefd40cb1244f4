"""What a page could say of the letters that a line waits for: their shapes are what the line itself makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import pairwise

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.every_layer import layers_of
from mlp_theory.texts.claims.item_verdicts import verdicts_on
from mlp_theory.texts.claims.scratch import forgetting
from mlp_theory.texts.claims.side_shapes import equate_sides, settle_sides
from mlp_theory.texts.items import Item, Role
from mlp_theory.texts.reading.notations import reader_of
from mlp_theory.texts.reports.verdict import Verdict
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.symbols.entering import create_symbol
from mlp_theory.texts.symbols.function_names import is_function_letter
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.proposals import Proposals
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.kinds import is_call
from mlp_theory.texts.syntax.lists import arguments, is_tuple
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.sums_and_products import neighbours
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.roots import Root, RootKind

PROPOSED = (RootKind.UNDECLARED, RootKind.UNKNOWN_SET, RootKind.GUESSED)
"""What a declaration mends. To declare what a page defines would cut it off from what it is made of."""


def proposing(bench: Bench) -> Callable[[Item], list[Verdict]]:
    """Who gives the verdicts on a statement of a page, each of its roots with what would mend it."""
    proposals = Proposals(bench.page)
    return lambda item: with_proposals(bench, item, verdicts_on(bench, item), proposals)


def with_proposals(bench: Bench, item: Item, verdicts: list[Verdict], proposals: Proposals) -> list[Verdict]:
    """The verdicts on a statement, each root that they wait for with what would mend it, where that is known.

    What fails as its letters are written would fail as well if the page said that they are so.
    """
    letters = {root.letter for verdict in verdicts if _asks(verdict) for root in verdict.waits_for if _is_open(root)}
    if not letters or item.role is Role.DECLARATION:  # what it would say of them itself is not read
        return verdicts
    try:
        said = _said_of(bench, item, letters, proposals)
    except Exception:  # the verdicts stand, whatever becomes of a proposal: one line must not cost the page
        said = {}
    return [
        replace(verdict, roots=tuple(_mended(root, said) for root in verdict.roots)) if _asks(verdict) else verdict
        for verdict in verdicts
    ]


def _asks(verdict: Verdict) -> bool:
    """Whether it waits for its letters, and has not been tested with them as they are written."""
    return verdict.is_waiting and not verdict.kind.decides


def _is_open(root: Root) -> bool:
    """Whether something could be said of its letter, and nobody has yet."""
    return root.kind in PROPOSED and not root.proposal and bool(root.letter)


def _mended(root: Root, said: dict[str, str]) -> Root:
    return replace(root, proposal=said.get(root.letter, "")) if _is_open(root) else root


def _said_of(bench: Bench, item: Item, letters: set[str], proposals: Proposals) -> dict[str, str]:
    """What could be said of letters, by how they are shown."""
    page = bench.page
    with _unknown(page, letters), forgetting(page):
        _read(bench, item)
        functions: dict[str, str] = {}
        known = {info.show for info in page.infos.values() if not info.declared}
        for base in page.survey.bases.values():
            if base.show not in letters - known or base.key in page.infos:
                continue
            if is_function_letter(base) and base.key in page.survey.applied:
                functions[base.show] = _said_of_function(bench, item, base, proposals)
                continue
            with suppress(UnreadError):  # where the line is not read, typography is all that is known
                create_symbol(page, base, "", 0, Notes(page.solver, claim=False), Syn("empty", (), 0, 0))
        # Bold and plain letters are shown alike: the one that the page does not declare is meant.
        found = [info for info in page.infos.values() if info.show in letters and not info.declared]
        return {info.show: said for info in found if (said := proposals.of(info))} | functions


@contextmanager
def _unknown(page: Page, letters: set[str]) -> Iterator[None]:
    """Letters that the page does not declare, as if this line were the first to use them: it may say more of them."""
    before = dict(page.infos)
    for key, info in before.items():
        if info.show in letters and info.kind == "given" and not info.declared:
            del page.infos[key]
    try:
        yield
    finally:
        page.infos.clear()
        page.infos.update(before)  # in their order


def _said_of_function(bench: Bench, item: Item, base: Base, proposals: Proposals) -> str:
    """What could be said of a function, by what it is applied to here; "" where that is not read."""
    for k, side in enumerate(item.statement.sides):
        for name, group in neighbours(side.syn):
            if base_of(under_scripts(name)) == base and is_call(group) and not is_tuple(group):
                solver = Solver(bench.page.dims, lenient=True)
                argument = _term(bench.page, solver, arguments(group)[0], _scope(bench, item, k))
                if argument is not None:
                    solver.solve()
                    return proposals.of_function(base, argument.r, argument.c)
    return ""


def _read(bench: Bench, item: Item) -> None:
    """Read the sides of a statement, and settle what their shapes are: those that do not fit teach nothing."""
    page, statement = bench.page, item.statement
    solver = Solver(page.dims, lenient=True)
    terms = [_term(page, solver, side.syn, _scope(bench, item, k)) for k, side in enumerate(statement.sides)]
    for (left, right), relation in zip(pairwise(terms), statement.relations, strict=False):
        if left is not None and right is not None and relation == "=":
            with suppress(MisfitError, UnreadError):
                settle_sides(solver, left, right)
                equate_sides(solver, left, right)
    with suppress(MisfitError, UnreadError):
        solver.solve()


def _scope(bench: Bench, item: Item, k: int) -> Scope:
    """The first layer that a side speaks of."""
    with suppress(MisfitError, UnreadError):
        return next(iter(layers_of(bench, item, k)), Scope())
    return Scope()


def _term(page: Page, solver: Solver, syn: Syn | None, scope: Scope) -> Term | None:
    """A side, read; None where it is not."""
    if syn is None:
        return None
    with suppress(MisfitError, UnreadError, RecursionError):
        return reader_of(page, solver, claim=True).expression(syn, scope)
    return None
