"""What an equation defines, by what stands on its left: a symbol, a function, a step."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.collecting.function_definitions import function_definition
from mlp_theory.texts.collecting.known_names import will_be_defined
from mlp_theory.texts.collecting.solved_for import solved_for_inverse
from mlp_theory.texts.collecting.symbol_definitions import symbol_definition
from mlp_theory.texts.items import Item, PageDefinition, Role
from mlp_theory.texts.reading.extreme_places import not_computed
from mlp_theory.texts.symbols.function_names import is_function
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens, is_function_name
from mlp_theory.texts.syntax.making import as_term
from mlp_theory.texts.syntax.minimisers import is_extreme_place
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts, unscripted
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.sums_and_products import summands
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show


def definition_of(collection: Collection, item: Item, relation: str) -> PageDefinition | None:
    """What this equation defines, if its left side is a name that nothing has defined yet."""
    page = collection.page
    left, body = item.syns[:2]
    if is_extreme_place(body) and len(item.syns) < 3:
        raise UnreadError(not_computed(), body.start)  # and w stays free for the formula of the place
    if len(summands(left)) != 1 or summands(left)[0][0] != 1:
        return None
    solved = solved_for_inverse(left, body) if item.display and relation == "=" else None
    if solved is not None and _is_new(collection, solved[0]):
        left, body = solved
    items = atoms(left)
    if not items:
        return None
    bare, parts = unscripted(items[0])
    base, scripts = base_of(bare), scripts_of(parts, transposes=page.habits.transposes)
    if base is None or scripts.primes or scripts.condition is not None:
        return None
    if len(items) == 2:
        increment = base.letter in ("Delta", "delta") and not scripts.subs and base.key not in page.infos
        if increment and base_of(under_scripts(items[1])) is not None and not in_parens(items[1]):
            _enter_step(collection, item, items[1])
            return None
        return function_definition(collection, item, base, scripts, items[1], body)
    if len(items) != 1 or is_function_name(bare):
        return None
    return symbol_definition(collection, item, base, scripts, body, relation)


def _enter_step(collection: Collection, item: Item, of: Syn) -> None:
    """``Δw = −η ∂E/∂w``: a step of w, so the right side has the shape of w; said twice, both sides must agree."""
    sides = item.statement.sides
    earlier = collection.steps.setdefault(show(of), sides[1])
    if earlier is not sides[1]:
        sides[0], item.role = earlier, Role.CLAIM
    else:
        sides[0], item.role = replace(sides[0], syn=as_term(of)), Role.STEP


def _is_new(collection: Collection, name: Syn) -> bool:
    """Whether the page neither declares this name nor has an equation that begins with it."""
    page = collection.page
    bare, parts = unscripted(name)
    base = base_of(bare)
    if base is None or base.word or base.letter in ("e", "pi", "d") or is_size(page, base.letter):
        return False
    try:
        label, _, _ = split_scripts(
            page, base, scripts_of(parts, transposes=page.habits.transposes), Scope(), page_reader(page)
        )
    except UnreadError:
        return False
    known = base.key + label in page.infos or is_function(page, base, Scope())
    return not known and not will_be_defined(collection, base, label)
