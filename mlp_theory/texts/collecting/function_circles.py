"""Functions that are made of themselves."""

from __future__ import annotations

from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.collecting.rooting import root_of_error
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.records import FunctionDef
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.unread_definitions import CircularDefinition


def refuse_function_circles(collection: Collection) -> None:
    """A function that is made of itself, or of another that is made of it, is none."""
    functions = collection.page.functions
    made_of = {key: _functions_in(collection.page, definition) for key, definition in functions.items()}
    circular: list[str] = []
    for key in functions:
        reached: set[str] = set()
        todo = [*made_of[key]]
        while todo:
            other = todo.pop()
            if other not in reached:
                reached.add(other)
                todo.extend(made_of[other])
        if key in reached:
            circular.append(key)
    for definition in collection.definitions:
        if definition.function in circular:
            name = definition.base.show
            error = UnreadError(CircularDefinition(f"{name} is defined by itself, in a circle"))
            definition.item.error = error
            functions[definition.function].root = root_of_error(name, definition.item, error)


def _functions_in(page: Page, definition: FunctionDef) -> set[str]:
    """The functions of the page that a formula is made of."""
    found: set[str] = set()
    for base, parts, _ in names_in(definition.body):
        if base.key in definition.params:
            continue
        scripts = scripts_of(parts, transposes=page.habits.transposes)
        try:
            label, indices, _ = split_scripts(page, base, scripts, Scope(), page_reader(page))
        except UnreadError:
            continue
        if not indices:
            found |= {base.key + label} & set(page.functions)
    return found
