"""What has been read becomes the book of the page; what did not fit, or is made of itself, is refused."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Definition, Member, Node, Symbol
from mlp_theory.symbolic.book import parts_of
from mlp_theory.texts.collecting.binding import refuse
from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.items import PageDefinition
from mlp_theory.texts.shapes.solver import MisfitError, Term
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.unread_definitions import CircularDefinition


def settle_shapes(collection: Collection) -> None:
    """Solve for the sizes that are still open; after that all are fixed."""
    collection.page.solver.solve()
    collection.page.dims.freeze()


def refuse_misfits(collection: Collection) -> None:
    """Say of each definition whose shapes do not fit why it could not be used."""
    for owner, error in collection.page.solver.errors.items():
        if isinstance(owner, PageDefinition):
            refuse(collection.page, owner, error)


def enter_formulas(collection: Collection) -> None:
    """Turn the terms into nodes, and enter them into the book."""
    page = collection.page
    for formula in collection.formulas:
        info = page.infos[formula.key]
        info.read_as = formula.term.show
        if info.lost or info.kind != "defined":
            continue
        try:
            node = formula.term.node()
        except (UnreadError, MisfitError) as error:
            refuse(page, formula.definition, error)
            continue
        if formula.term.free_zero and not page.solver.scalar(Term(info.r, info.c, formula.term.make)):
            node = Call("zeros", (), (page.dims.find(info.r), page.dims.find(info.c)))
        count = page.dims.find(formula.count) if formula.count is not None else None
        page.book.definitions[formula.key] = Definition(node, formula.index, count)


def refuse_circles(collection: Collection) -> None:
    """Take out of the book what is made of itself, or could not be used; what is made of that stays.

    Of equations that are made of each other, as ``σ² = 1/β`` and ``β = 1/σ²``, the last one is taken out: those above
    it define, and it is asked afterwards whether it says of what they define what is known.
    """
    page, book = collection.page, collection.page.book
    owners = {key: definition for definition in collection.definitions for key, _ in definition.instances}
    _forget_lost(collection)
    while circular := [key for key, one in book.definitions.items() if key in book.keys_of(one.node) and key in owners]:
        for key in _last_of_each(collection, circular, owners):
            says = f"{page.infos[key].show} is defined by itself, in a circle"
            refuse(page, owners[key], UnreadError(CircularDefinition(says)))
            if key not in _written_in(book.definitions[key].node):
                collection.circles.append(owners[key])
        _forget_lost(collection)


def _written_in(node: Node) -> set[str]:
    """The symbols that stand in a formula itself."""
    return {part.key for part in parts_of(node) if isinstance(part, (Symbol, Member))}


def _last_of_each(collection: Collection, circular: list[str], owners: dict[str, PageDefinition]) -> list[str]:
    """Of each circle the key that is defined furthest down; all those that are made of themselves alone."""
    book = collection.page.book
    reach = {key: book.keys_of(book.definitions[key].node) for key in circular}
    last: dict[str, None] = {}
    for key in circular:
        circle = [other for other in circular if other in reach[key] and key in reach[other]]
        last[max(circle, key=lambda other: collection.position[owners[other].item])] = None
    return list(last)


def _forget_lost(collection: Collection) -> None:
    page, book = collection.page, collection.page.book
    for key in [key for key in book.definitions if page.infos[key].lost]:
        del book.definitions[key]
    book.forget()
