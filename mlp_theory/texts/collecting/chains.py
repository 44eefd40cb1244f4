r"""Chains that name more than their first side: ``\hat y = a = \sigma(z)``, ``… = P - T =: \Delta``."""

from __future__ import annotations

from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.collecting.definitions import definition_of
from mlp_theory.texts.collecting.known_names import will_be_defined
from mlp_theory.texts.collecting.listed_names import ListedName, names_listed
from mlp_theory.texts.items import Item, PageDefinition, Role
from mlp_theory.texts.latex.statement import Side, Statement
from mlp_theory.texts.symbols.function_names import FUNCTION_LETTERS, is_function
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.loss_names import LOSS_LETTERS
from mlp_theory.texts.symbols.references import is_defined
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.conditional_arguments import conditional_arguments
from mlp_theory.texts.syntax.syn import Syn, UnreadError


def enter_second_name(collection: Collection, item: Item) -> None:
    r"""``\hat y = a = \sigma(z)``, ``h_j = f(x_j) = …``: the second side is new too, and the third defines it."""
    statement = item.statement
    if len(statement.sides) < 3 or set(statement.relations) != {"="}:
        return
    if not _names_something_new(collection, item.syns[1]):
        return
    other = _turned(collection, item, statement.sides[1:])
    definition = _definition(collection, other)
    if definition is not None:
        other.role, other.definition, item.second = Role.DEFINITION, definition, other
        collection.definitions.append(definition)


def enter_last_name(collection: Collection, item: Item) -> None:
    """The last link of a chain may name a new symbol: ``… = P − T =: Δ``."""
    sides, relations = item.statement.sides, item.statement.relations
    if len(sides) < 2 or relations[-1] not in ("=", "=:"):
        return
    names = names_listed(collection.page, item.syns[-1])
    if len(names) != 1 or names[0].base.letter == "I":  # of Qᵀ Q = Q Qᵀ = I, I is what everybody knows
        return
    if relations[-1] == "=" and (len(sides) < 3 or names[0].scripts.subs):
        return
    definition = _definition(collection, _turned(collection, item, [sides[-1], sides[-2]]))
    if definition is None:
        return
    infos = [collection.page.infos[key] for key, _ in definition.instances]
    if any(info.declared for info in infos):
        for info in infos:
            info.kind = "given"
    elif definition.kind in ("symbol", "function"):
        collection.definitions.append(definition)
        item.names_last = True
        item.definition = item.definition or definition


def ends_with_a_name(collection: Collection, item: Item) -> bool:
    """Whether the last of three sides or more is a name, or an applied one, that the page says nothing else of."""
    last = item.statement.sides[-1].syn
    return len(item.statement.sides) > 2 and last is not None and _names_something_new(collection, last)


def _turned(collection: Collection, item: Item, sides: list[Side]) -> Item:
    """The statement that some sides of a chain make, in its place."""
    statement = Statement(sides, ["="] * (len(sides) - 1), item.statement.conditions, [None])
    other = Item(statement, item.piece, item.source, item.layout, own=item.own)
    collection.position[other] = collection.position[item]
    return other


def _definition(collection: Collection, item: Item) -> PageDefinition | None:
    try:
        return definition_of(collection, item, "=")
    except UnreadError:
        return None


def _names_something_new(collection: Collection, syn: Syn) -> bool:
    """Whether a side is a name, or a function of its arguments, that the page says nothing else of."""
    page, items, names = collection.page, atoms(syn), names_listed(collection.page, syn)
    if len(names) != 1 or len(items) > 2:
        return False
    base, scripts, _ = names[0]
    letter = base.letter
    if base.word or base.style == "bb" or scripts.primes or scripts.words or letter in ("e", "pi", "d", "I"):
        return False
    if (
        is_size(page, letter)
        or letter in page.index_letters
        or letter in page.layering.tops
        or letter in page.layering.letters
    ):
        return False
    if is_function(page, base, Scope()):
        return False
    defined = is_defined(page, base) or is_defined(page, base.also(bold=not base.bold))
    if defined and not _is_of_a_new_layer(collection, names[0]):
        return False
    if any(info.base.letter.lower() == letter.lower() for info in page.infos.values()) and scripts.subs:
        return False  # x_i of a given X
    if len(items) == 2 and conditional_arguments(items[1], base) is None:
        called = letter in FUNCTION_LETTERS or letter in LOSS_LETTERS or base.style == "cal"
        if not called:
            return False
    return not (scripts.subs or scripts.sups) or not will_be_defined(collection, base, "")


def _is_of_a_new_layer(collection: Collection, name: ListedName) -> bool:
    """Whether it is the name of a layer, A^{[2]}, and the page has said something of other layers alone."""
    page, base = collection.page, name.base
    label, indices, _ = split_scripts(page, base, name.scripts, Scope(), page_reader(page))
    new = base.key + label not in page.infos and not will_be_defined(collection, base, label)
    return label.startswith("[") and not indices and new
