"""Equations that define a symbol: ``Z = W X + b``, ``σ² = …``, ``p_i = …``."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.symbolic import Number
from mlp_theory.texts.collecting.collection import Collection, reader_of
from mlp_theory.texts.collecting.conditions import refusal_of
from mlp_theory.texts.collecting.defined_shapes import shape_by_family, shape_by_indices
from mlp_theory.texts.collecting.known_names import is_used_before, mentions_itself
from mlp_theory.texts.collecting.layer_scopes import scopes_of
from mlp_theory.texts.collecting.sentences import is_introduced
from mlp_theory.texts.items import Item, PageDefinition
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import is_call
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole


@dataclass(frozen=True)
class _Left:
    """The name on the left: `mark` is the ^2 of a σ² that is a name, `of_itself` whether the right side applies it."""

    base: Base
    scripts: Scripts
    mark: str
    of_itself: bool


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
    left = _Left(base, scripts, "", of_itself)
    if _is_squared(page, base, scripts, body):
        left = _Left(base, _without_power(scripts), "^2", of_itself)
    definition = PageDefinition(base, body, [], "symbol", item)
    for scope in scopes_of(collection, item, _letters(left.scripts)):
        found = _key_of(page, left, scope)
        if found is None:
            return None
        key, label, indices = found
        info = page.infos.get(key)
        claimed = info is not None and info.declared and relation == "="
        if claimed and (_in_passing(item) or is_used_before(collection, item, base, key, scope)):
            return None
        if info is not None and (info.kind != "given" or not _may_be_defined(info)):
            if scope.loops and info.kind == "defined" and not _is_shifted(left.scripts):
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
        info.origin = info.origin if info.declared else "its definition"
    if not definition.instances:
        return None
    if refused is not None:
        for key, _ in definition.instances:
            page.infos[key].broken = str(refused)
        raise refused
    definition.kind = "entries" if definition.indices else "symbol"
    return definition


def _key_of(page: Page, left: _Left, scope: Scope) -> tuple[str, str, list[Syn]] | None:
    """The key, the label and the indices of a name on the left; None where it is no name with letters below it."""
    try:
        label, indices, sups = page.split(left.base, left.scripts, scope, reader_of(page))
    except UnreadError:
        return None
    label = left.mark + label
    letters = {base.letter for base in map(base_of, indices) if base is not None}
    if sups or len(letters) != len(indices):
        return None
    key = left.base.key + label
    part = page._part_of(left.base, label, len(indices)) if key not in page.infos else None
    if part is not None:
        if part[1] != "entries":
            return None
        key = part[0].key
    return key, label, indices


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


def _is_squared(page: Page, base: Base, scripts: Scripts, body: Syn) -> bool:
    """``σ² = …`` of a σ that the page does not have: σ² is a name."""
    powers = [content for kind, content in scripts.sups if kind == "power"]
    return (
        len(powers) == 1
        and powers[0] is not None
        and number_of(powers[0]) == 2
        and base.key not in page.infos
        and base.key not in page.layer_sup
        and not base.upper
        and all(other != base for other, _, _ in names_in(body))
    )


def _without_power(scripts: Scripts) -> Scripts:
    return Scripts(scripts.subs, scripts.words, [s for s in scripts.sups if s[0] != "power"])


def _letters(scripts: Scripts) -> set[str]:
    """The letters below and above a name."""
    contents = [*scripts.subs, *(content for _, content in scripts.sups if content is not None)]
    return {letter for content in contents for letter in in_order(content)}


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


def _may_be_defined(info: Info) -> bool:
    return info.domain in ("real", "positive", "nonnegative") or info.domain.startswith("between") or not info.declared


def _is_shifted(scripts: Scripts) -> bool:
    """Whether a layer stands on the left as l − 1 or l + 1: then other layers have been defined before."""
    contents = [*scripts.subs, *(content for _, content in scripts.sups if content is not None)]
    return any("+" in whole(c) or "-" in whole(c) for c in contents)
