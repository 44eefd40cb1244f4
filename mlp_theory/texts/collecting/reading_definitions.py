"""Reading what definitions say."""

from __future__ import annotations

from itertools import takewhile

from mlp_theory.texts.collecting.binding import bind, refuse
from mlp_theory.texts.collecting.collection import Collection, Formula, page_reader
from mlp_theory.texts.collecting.entry_definitions import entries_of
from mlp_theory.texts.collecting.own_entries import gives_its_own_entries
from mlp_theory.texts.conventions.stated_names import EQUALS
from mlp_theory.texts.items import PageDefinition
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import MisfitError, Term
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.beyond_limits import TooDeep


def read_definitions(collection: Collection) -> None:
    """Read every definition, once for each layer that it speaks of."""
    page = collection.page
    for definition in collection.definitions:
        page.solver.owner = definition
        page.layout = definition.item.layout
        for key, scope in definition.instances:
            try:
                collection.formulas += _formulas(page, definition, page.infos[key], scope)
            except (UnreadError, MisfitError) as error:
                refuse(page, definition, error)
            except RecursionError:  # through a name that no circle of functions shows: f_θ made of f_w made of f_θ
                refuse(page, definition, UnreadError(TooDeep("nested too deeply, or defined by itself")))
    page.solver.owner = None


def _formulas(page: Page, definition: PageDefinition, info: Info, scope: Scope) -> list[Formula]:
    """What a definition says of a symbol; nothing where it only says how large it is."""
    if definition.indices:
        return [entries_of(page, definition, info, scope)]
    if gives_its_own_entries(page, definition, info):
        return []
    term = _readable_side(definition, page_reader(page), scope)
    bind(page, info, term)
    page.solver.propagate()
    return [Formula(definition, info.key, term)]


def _readable_side(definition: PageDefinition, reader: Reader, scope: Scope) -> Term:
    """The right side; where it cannot be read, as P(y | x), the next side of the chain that can."""
    others = _equal_sides(definition) if definition.kind == "symbol" else {}
    try:
        return reader.expression(definition.body, scope)
    except UnreadError as error:
        for number, syn in others.items():
            try:
                term = reader.expression(syn, scope)
            except UnreadError:
                continue
            definition.item.error, definition.item.defined_by = error, number
            return term
        raise


def _equal_sides(definition: PageDefinition) -> dict[int, Syn]:
    """The sides of the chain behind the second that are equal to it, by their numbers; not those behind an ∈ or a ≤."""
    statement = definition.item.statement
    equal = list(takewhile(lambda pair: pair[1] in EQUALS, enumerate(statement.relations)))
    found = {k + 1: statement.sides[k + 1].syn for k, _ in equal[1:] if k + 1 < len(statement.sides)}
    return {number: syn for number, syn in found.items() if syn is not None}
