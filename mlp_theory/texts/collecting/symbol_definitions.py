"""Equations that define a symbol: ``Z = W X + b``, ``σ² = …``, ``p_i = …``."""

from __future__ import annotations

from mlp_theory.symbolic import Number
from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.defined_shapes import shape_by_family, shape_by_indices
from mlp_theory.texts.collecting.definition_conditions import refusal_of
from mlp_theory.texts.collecting.known_names import is_used_before, mentions_itself
from mlp_theory.texts.collecting.layer_scopes import scopes_of
from mlp_theory.texts.collecting.left_sides import key_of, left_side
from mlp_theory.texts.collecting.rooting import root_of_error, where_of
from mlp_theory.texts.collecting.sentences import is_introduced
from mlp_theory.texts.items import Item, PageDefinition
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.arrays_of_numbers import is_array_of_numbers
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import is_call
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn


def symbol_definition(
    collection: Collection, item: Item, base: Base, scripts: Scripts, body: Syn, relation: str
) -> PageDefinition | None:
    """Enter what is defined, once for each layer that the equation speaks of; None where it defines nothing.

    Raises
    ------
    UnreadError
        When it would hold under a condition only.
    """
    page = collection.page
    of_itself = _takes_its_own_value(page, base, scripts, body)
    refused = refusal_of(page, item, scripts)
    left = left_side(page, base, scripts, body)
    definition = PageDefinition(base, body, [], "symbol", item)
    for scope in scopes_of(collection, item, left.letters):
        found = key_of(page, left, scope)
        if found is None:
            return None
        key, label, indices = found
        info = page.infos.get(key)
        claimed = info is not None and info.declared and relation == "="
        if _is_an_example(item, body) and is_used_before(collection, item, base, key, scope):
            return None
        if claimed and (_in_passing(item) or is_used_before(collection, item, base, key, scope)):
            return None
        if info is not None and (info.kind != "given" or not _may_be_defined(info)):
            if scope.loops and info.kind == "defined" and not left.is_shifted:
                continue  # the first layer has been defined by itself
            return None
        applied = key in page.functions and not page.functions[key].decoration and not indices
        if applied or (not of_itself and mentions_itself(page, base, label, body, scope, indices)):
            return None
        definition.indices = [index.letter for index in map(base_of, indices) if index is not None]
        definition.instances.append((key, scope))
        if info is None:
            info = _new(collection, definition, key, label)
        info.kind = "defined"
        info.where = info.where or where_of(item)
        info.origin = info.origin if info.declared else "its definition"
    if not definition.instances:
        return None
    if refused is not None:
        for key, _ in definition.instances:
            page.infos[key].root = root_of_error(page.infos[key].show, item, refused)
        raise refused
    definition.kind = "entries" if definition.indices else "symbol"
    return definition


def _new(collection: Collection, definition: PageDefinition, key: str, label: str) -> Info:
    """A symbol that nothing but this equation gives."""
    page, base = collection.page, definition.base
    show = base.show + label.replace("_", "").replace("^2", "²")
    info = page.infos[key] = Info(key, show, page.dims.fresh(), page.dims.fresh(), base)
    page.solver.loose.append(Term(info.r, info.c, lambda: Number(0)))
    if definition.indices:
        shape_by_indices(collection, info, definition)
    elif number_of(definition.body) == 0:
        shape_by_family(page, info)
    return info


def _takes_its_own_value(page: Page, base: Base, scripts: Scripts, body: Syn) -> bool:
    """``E = E(y)`` of an arbitrary E : ℝⁿ → ℝ: from here on E alone is its value at y."""
    info = page.infos.get(base.key)
    items = atoms(body)
    if info is None or info.kind != "loss" or scripts.subs or scripts.sups or len(items) != 2:
        return False
    if base_of(items[0]) != base or not is_call(items[1]):
        return False
    info.key = f"{base.key}()"
    page.infos[info.key] = info
    del page.infos[base.key]
    return True


def _in_passing(item: Item) -> bool:
    """Whether an equation stands in a sentence that claims it, or says it of what is known."""
    return not item.display and not item.piece.comment and not is_introduced(item)


def _is_an_example(item: Item, body: Syn) -> bool:
    """Whether it gives numbers alone: where its letter is worked with above, they are an example."""
    return not item.piece.comment and is_array_of_numbers(body)


def _may_be_defined(info: Info) -> bool:
    return info.domain in ("real", "positive", "nonnegative") or info.domain.startswith("between") or not info.declared
