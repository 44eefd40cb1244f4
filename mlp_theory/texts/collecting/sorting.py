"""What a statement is to the page, before its equations are asked: a declaration, a range, nothing of the kind."""

from __future__ import annotations

from mlp_theory.texts.collecting.adding_to_one import adds_to_one
from mlp_theory.texts.collecting.assumptions import assumes
from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.declarations import declares_members
from mlp_theory.texts.collecting.function_declarations import declares_functions
from mlp_theory.texts.collecting.listed_names import names_listed
from mlp_theory.texts.collecting.restricting import restricts
from mlp_theory.texts.collecting.rooting import root_of_error, where_of
from mlp_theory.texts.collecting.suppositions import is_assumed
from mlp_theory.texts.conventions.stated_names import EQUALS
from mlp_theory.texts.items import Item, Role, chain_of
from mlp_theory.texts.latex.statement import Statement
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.named_sets import counts_without_end, names_collection
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.no_equalities import is_hypothesis
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.unknown_letters import NoSuchSet


def number_items(collection: Collection) -> None:
    """Give each statement its place."""
    collection.position = {item: k for k, item in enumerate(collection.items)}


def sort_declarations(collection: Collection) -> None:
    """Enter every declaration, and tell which statements are none and say nothing else either."""
    for item in collection.items:
        if is_whole(item.statement):
            _sort(collection, item)


def is_whole(statement: Statement) -> bool:
    """Whether all its sides are read, with a relation between each two of them."""
    read = all(side.error is None and side.syn is not None for side in statement.sides)
    return read and (not statement.relations or len(statement.sides) == len(statement.relations) + 1)


def _sort(collection: Collection, item: Item) -> None:
    statement, relations = item.statement, item.statement.relations
    if not relations:
        item.role = Role.NOTHING
        return
    in_text = not item.display and not item.piece.comment
    if in_text and len(relations) == 1 and restricts(collection, item):
        item.role = Role.NOTHING
        return
    if is_hypothesis(relations, item.syns):
        item.role = Role.CLAIM
        return
    chain = chain_of(statement)
    if chain is not None and relations in (["="], ["=", ":"]) and ranges_of(chain):
        item.role = Role.RANGE if not item.display else Role.CLAIM
        return
    if in_text and relations == ["="] and counts_without_end(item.syns[1]):
        item.role = Role.NOTHING
        return
    try:
        if _declares(collection, item):
            item.role = Role.DECLARATION
            collection.declaring = item.piece
            _note_place(collection, item)
    except UnreadError as error:
        item.role, item.error = Role.DECLARATION, error
        for base, scripts, syn in names_listed(collection.page, item.syns[0]):
            if not scripts.subs and not scripts.sups:
                collection.rooted.setdefault(base.key, (base, syn, root_of_error(base.show, item, error)))


def _note_place(collection: Collection, item: Item) -> None:
    """Say of what has just been declared where that was."""
    where = where_of(item)
    for info in reversed(collection.page.infos.values()):
        if info.where:
            return
        info.where = where if info.declared or info.is_applied else ""


def _declares(collection: Collection, item: Item) -> bool:
    """Whether a statement says what a symbol is; then that has been entered."""
    relations = item.statement.relations
    return (
        (relations[0] == r"\in" and declares_members(collection, item))
        or (relations[0] == ":" and declares_functions(collection, item))
        or (len(relations) == 1 and _is_said(collection, item) and assumes(collection, item))
        or (set(relations) == {"="} and not item.display and adds_to_one(collection, item))
        or (len(relations) == 1 and relations[0] in EQUALS and _names_collection(collection, item))
    )


def _names_collection(collection: Collection, item: Item) -> bool:
    """Whether a name that is no array is given to points, ``D = {(x_1, y_1), …}``: then it has no value."""
    left, right = item.syns
    base = base_of(under_scripts(atoms(left)[0]))
    if base is None or base.key in collection.page.infos or not names_collection(left, right):
        return False
    raise UnreadError(NoSuchSet(f"{base.show} is a collection, and has no value of its own"), left.start)


def _is_said(collection: Collection, item: Item) -> bool:
    """Whether it stands where λ > 0 is said and not claimed: in the text, a comment, a list of declarations."""
    said = not item.display or item.piece.comment or item.piece is collection.declaring
    return said or is_assumed(collection, item)
