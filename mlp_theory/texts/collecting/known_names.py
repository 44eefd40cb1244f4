"""Whether the page has a name already, or will have it further down."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.collecting.listed_names import ListedName, names_listed
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.script_parts import has_sub
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show

DATA = ("w", "theta", "b", "W", "beta")
"""Small letters that people differentiate by, and that stand for arrays."""


def is_known_name(collection: Collection, name: ListedName, body: Syn | None = None) -> bool:
    """Whether an argument is a symbol of the page (declared, or defined, or used apart from this formula)."""
    page, base = collection.page, name.base
    try:
        label, _, _ = split_scripts(page, base, name.scripts, Scope(), page_reader(page))
    except UnreadError:
        return True
    info = page.infos.get(base.key + label)
    if info is None:
        return will_be_defined(collection, base, label)
    if info.indexed and not name.scripts.subs and body is not None:
        # x_k for k = 1, …, K is declared; p(x) = 1/(1 + e^x) means any x, p(x) = Σ x_k means that one.
        return any(b == base and has_sub(parts) for b, parts, _ in names_in(body))
    return info.count is None or bool(name.scripts.subs)


def will_be_defined(collection: Collection, base: Base, label: str) -> bool:
    """Whether an equation further down begins with this name, or something is differentiated by it."""
    page = collection.page
    for item in collection.items:
        if item.role or item.statement.relations[:1] not in (["="], [":="]):
            continue
        left = item.statement.sides[0].syn
        names = names_listed(page, left) if left is not None else []
        if len(names) == 1 and names[0].base == base:
            try:
                other, indices, sups = split_scripts(page, base, names[0].scripts, Scope(), page_reader(page))
            except UnreadError:
                continue
            if other == label and not indices and ("inverse", None) not in sups:
                return True
    return base.key in page.survey.plain and _is_differentiated(collection, base)


def _is_differentiated(collection: Collection, base: Base) -> bool:
    """Whether something is differentiated by this name, and it is called as parameters are."""
    if not (base.upper or base.bold or base.letter in DATA):
        return False
    by = re.compile(rf"(∂|∇_?){re.escape(base.show)}(?![A-Za-z])")
    sides = (show(syn) for item in collection.items for syn in item.syns)
    return any(by.search(side) and "′" not in side for side in sides)


def is_used_before(collection: Collection, item: Item, base: Base, key: str, scope: Scope) -> bool:
    """Whether a declared symbol has been worked with already: then an equation about it is a claim."""
    page = collection.page
    for other in collection.items[: collection.position[item]]:
        if not other.display or other.piece is item.piece or other.source is not item.source:
            continue
        for name, parts, _ in (found for syn in other.syns for found in names_in(syn)):
            if name == base and key in _keys(page, name, parts, scope):
                return True
    return False


def _keys(page: Page, base: Base, parts: tuple[Syn, ...], scope: Scope) -> set[str]:
    """The key that a name with these scripts has, as a set of one; the empty set where nobody can tell."""
    try:
        scripts = scripts_of(parts, transposes=page.habits.transposes)
        return {base.key + split_scripts(page, base, scripts, scope, page_reader(page))[0]}
    except UnreadError:
        return set()


def mentions_itself(page: Page, base: Base, label: str, body: Syn, scope: Scope, indices: list[Syn]) -> bool:
    """Whether a formula holds the name that it is to define, with the same label and as many indices."""
    for other, parts, _ in names_in(body):
        if other != base:
            continue
        try:
            scripts = scripts_of(parts, transposes=page.habits.transposes)
            other_label, other_indices, sups = split_scripts(page, other, scripts, scope, page_reader(page))
        except UnreadError:
            continue
        if other_label != label or any(set(in_order(i)) & set(page.layering.letters) for i in other_indices):
            continue
        if "^2" in label and not any(kind == "power" for kind, _ in sups):
            continue
        if len(other_indices) == len(indices) or (not indices and other.key + label in page.survey.plain):
            return True
    return False
