"""Which equations define something, and which are updates or claims."""

from __future__ import annotations

from mlp_theory.texts.collecting.chains import ends_with_a_name, enter_last_name, enter_second_name
from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.definitions import definition_of
from mlp_theory.texts.collecting.per_example import repeats_for_one_example
from mlp_theory.texts.collecting.renewals import is_renewed
from mlp_theory.texts.collecting.sentences import is_hypothetical
from mlp_theory.texts.collecting.sorting import is_whole
from mlp_theory.texts.conventions.stated_names import EQUALS
from mlp_theory.texts.items import Item, PageDefinition, Role
from mlp_theory.texts.symbols.variables import increments_of
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.derivative_parts import is_upright_d
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import show

_UPDATES = (r"\leftarrow", r"\gets", r"\longleftarrow")


def sort_equations(collection: Collection) -> None:
    """Sort what is no declaration, and enter what is defined."""
    for item in collection.items:
        if item.role is None:
            _sort(collection, item)


def _sort(collection: Collection, item: Item) -> None:
    if not is_whole(item.statement) or not item.statement.relations:
        item.role = Role.CLAIM if item.display else Role.NOTHING
    elif _is_update(item):
        item.role = Role.UPDATE if item.display else Role.NOTHING
    elif item.expect is not None or _relates_increments(collection, item):
        item.role = Role.CLAIM
    elif _is_case(item):
        item.role = Role.NOTHING
    elif repeats_for_one_example(collection, item):
        item.role = Role.CLAIM
    else:
        _define(collection, item)


def _is_update(item: Item) -> bool:
    """``w ← w − η ∇C``, also with an arrow to the right, and with an equals sign: ``w = w − η ∇C``."""
    relations = item.statement.relations
    if item.display and relations[0] in EQUALS and is_renewed(*item.syns[:2]):
        return True
    turned = item.display and relations in ([r"\to"], [r"\rightarrow"]) and _is_circular(item)
    return relations[0] in _UPDATES or turned


def _relates_increments(collection: Collection, item: Item) -> bool:
    r"""Whether a display begins with ``\mathrm{d}`` on a page that declares increments: no name, and no gradient."""
    return item.display and is_upright_d(atoms(item.syns[0])[0]) and bool(increments_of(collection.page))


def _is_case(item: Item) -> bool:
    """``if α = 1`` in running text: a case, and no definition."""
    in_text = not item.display and not item.piece.comment
    return in_text and len(item.statement.relations[0]) == 1 and is_hypothetical(item)


def _define(collection: Collection, item: Item) -> None:
    """Enter what an equation defines; else it is an update, where its left side stands on the right, or a claim."""
    relation = item.statement.relations[0]
    definition = _definition(collection, item, relation) if relation in EQUALS else None
    if item.role is Role.CLAIM:
        return
    if item.role is Role.STEP:
        item.role = Role.UPDATE
    elif definition is not None:
        item.role = Role.DEFINITION
        item.definition = definition
        enter_second_name(collection, item)
        collection.definitions.append(definition)
        if item.display and item.second is None and ends_with_a_name(collection, item):
            enter_last_name(collection, item)
    elif relation == ":=" and _is_circular(item):
        item.role = Role.UPDATE
    else:
        enter_last_name(collection, item)
        item.role = Role.CLAIM


def _definition(collection: Collection, item: Item, relation: str) -> PageDefinition | None:
    try:
        return definition_of(collection, item, relation)
    except UnreadError as error:
        item.error = error
        return None


def _is_circular(item: Item) -> bool:
    """Whether the left side stands on the right."""
    left, right, *_ = item.syns
    return show(left).strip() in show(right)
