"""Equations that define a conditional name: ``p(t | w) = …``, ``P(O = o | C = c) = …``."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.collecting.symbol_definitions import symbol_definition
from mlp_theory.texts.items import Item, PageDefinition
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.records import Conditional, Slot
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.conditional_arguments import Arguments, conditional_arguments, index_of
from mlp_theory.texts.syntax.kinds import in_parens, is_letter
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.respelling import with_bare_name
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.sums_and_products import neighbours
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show, whole
from mlp_theory.texts.verdicts.reasons.unread_definitions import CircularDefinition
from mlp_theory.texts.verdicts.reasons.unread_functions import WrongArguments


def conditional_definition(
    collection: Collection, item: Item, base: Base, scripts: Scripts, group: Syn, body: Syn
) -> PageDefinition | None:
    """``p(t | w) = …``: one name with all its arguments; what stands in the formula itself is a parameter."""
    arguments = conditional_arguments(group, base)
    if arguments is None or scripts.sups:
        return None
    page, before = collection.page, arguments.before
    label, indices, _ = split_scripts(page, base, scripts, Scope(), page_reader(page))
    if indices:
        return None
    slots: list[Slot] = []
    for argument, variable in zip(arguments.values, arguments.variables, strict=True):
        slot, body = _slot_of(page, argument, body)
        slots.append(replace(slot, variable=variable))
    names = {slot.parameter for slot in slots if slot.parameter}
    arrays = [slot.parameter for slot in slots if slot.parameter and not slot.indexed]
    if len(set(arrays)) != len(arrays):  # of y_i and x_i the i is one
        raise UnreadError(WrongArguments("two arguments of one name"), group.start)
    name = base.key + label
    shown = base.show + label.replace("_", "") + show(group)
    known = Conditional(name, before, tuple(slots), body)
    if any((k.name, k.bars, k.slots) == (name, before, known.slots) for k in page.conditionals):
        return None
    if _mentions_arguments(base, arguments, body):
        item.error = UnreadError(CircularDefinition(f"{shown} is defined by itself, in a circle"))
    if names:
        page.conditionals.append(known)
        return PageDefinition(base, body, [], "function", item)
    definition = symbol_definition(collection, item, Base(shown), Scripts(), body, "=")
    if definition is not None:
        known.key = shown
        page.conditionals.append(known)
    return definition


def _mentions_arguments(base: Base, arguments: Arguments, body: Syn) -> bool:
    """Whether a formula holds the very name that it is to define."""
    for name, group in neighbours(body):
        here = conditional_arguments(group, base) if in_parens(group) and base_of(name) == base else None
        if here is not None and here.texts == arguments.texts:
            return True
    return False


def _slot_of(page: Page, argument: Syn, body: Syn) -> tuple[Slot, Syn]:
    """What an argument is to the formula, and the formula with a bare name where the argument stood."""
    text = whole(argument)
    items = atoms(argument)
    bare, parts = unscripted(items[0])
    base = base_of(bare) if len(items) == 1 else None
    if base is None:
        return Slot(text), body
    scripts = scripts_of(parts, transposes=page.habits.transposes)
    plain = not parts and any(other == base and not found for other, found, _ in names_in(body))
    index = index_of(argument, page.habits.transposes)
    letter = base_of(index[1]) if index is not None else None
    if index is None or letter is None:
        return Slot(text), body
    if not parts:
        if is_letter(items[0]) and _is_only_an_index(page, base, body):
            return Slot("", letter.letter, True), body
        return (Slot(text, base.key) if plain else Slot(text)), body
    stripped = with_bare_name(body, base, parts)
    used = any(other == base for other, _, _ in names_in(body))
    if stripped is not None and used and letter.letter not in in_order(stripped) and not scripts.words:
        return Slot(text, base.key), stripped
    if letter.letter in in_order(body):
        return Slot(index[0], letter.letter, True), body
    return Slot(text), body


def _is_only_an_index(page: Page, base: Base, body: Syn) -> bool:
    """Whether a letter stands in indices only: o of u_o."""
    inside = 0
    for _, parts, _ in names_in(body):
        scripts = scripts_of(parts, transposes=page.habits.transposes)
        indices = [*scripts.subs, *(content for kind, content in scripts.sups if kind == "bracket")]
        inside += sum(content is not None and base.letter in in_order(content) for content in indices)
    return 0 < inside >= sum(other == base for other, _, _ in names_in(body))
