"""Equations that define a function: ``f(x) = …``, ``J(w, b) = …``, ``softmax(z)_i = …``."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.symbolic.function_record import ELEMENTWISE_WORDS
from mlp_theory.symbolic.words import COLUMN_WORDS, MATRIX_WORDS, OWN_WORDS, varies
from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.collecting.conditional_definitions import conditional_definition
from mlp_theory.texts.collecting.known_names import is_known_name
from mlp_theory.texts.collecting.listed_names import ListedName, names_listed
from mlp_theory.texts.collecting.samples import note_softmax, of_one_sample
from mlp_theory.texts.collecting.symbol_definitions import symbol_definition
from mlp_theory.texts.items import Item, PageDefinition
from mlp_theory.texts.reading.moments import MOMENTS
from mlp_theory.texts.symbols.entering import create_symbol
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.records import FunctionDef
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.conditional_arguments import conditional_arguments
from mlp_theory.texts.syntax.kinds import is_call
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.script_parts import Parts, below, has_sub
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.verdicts.reasons.unread_definitions import CircularDefinition

_ACTING = ("T", "inverse", "inverse T", "power")


@dataclass(frozen=True)
class _Left:
    """The left side: a name with its arguments and what hangs on their bracket, and the key of the name."""

    item: Item
    base: Base
    scripts: Scripts
    names: list[ListedName]
    shown: tuple[str, ...]
    hung: Parts
    key: str

    @property
    def parameters(self) -> list[str]:
        return [name.base.key for name in self.names]


def function_definition(
    collection: Collection, item: Item, base: Base, scripts: Scripts, group: Syn, body: Syn
) -> PageDefinition | None:
    """Enter the function that an equation defines; None where it defines none."""
    page = collection.page
    bracket, hung = unscripted(group)
    if not is_call(bracket) or base.style == "bb":
        return None
    if page.random and base.word and base.letter.lower() in MOMENTS:
        return None
    if conditional_arguments(bracket, base) is not None:
        return None if hung else conditional_definition(collection, item, base, scripts, bracket, body)
    listed = [names_listed(page, argument) for argument in arguments(bracket)]
    if any(len(names) != 1 for names in listed):
        return None
    if any(kind in _ACTING for kind, _ in scripts.sups) and base.key not in page.layering.above:
        return None
    label, indices, _ = split_scripts(page, base, scripts, Scope(), page_reader(page))
    shown = tuple(whole(argument) for argument in arguments(bracket))
    left = _Left(item, base, scripts, [names[0] for names in listed], shown, hung, base.key + label)
    if _is_known_word(collection, left):
        if base.letter.lower() == "softmax":
            note_softmax(page, left.names[0].base, hung, body)
        return None
    taken = left.key in page.infos and page.infos[left.key].kind in ("defined", "function", "loss")
    if left.key in page.functions or taken:
        return None
    if indices:
        if not all(is_known_name(collection, name) for name in left.names):
            return None
        page.decorated_families.add(base.key)
        return symbol_definition(collection, item, base, scripts, body, "=")
    if hung:
        return _by_entries(page, left, body)
    of_one = of_one_sample(page, left.names, body)
    if of_one is not None:
        return _entered(page, left, of_one)
    _enter_variables(collection, left, body)
    if base.word and all(is_size(page, b.letter) for b, _, _ in names_in(body)):
        return None  # rank(W) = K says something of W, and defines nothing
    if any(is_known_name(collection, name, body) for name in left.names) or _are_hidden(page, left, body):
        return _decorated(collection, left, body)
    if (not item.display and len(left.names) > 3) or any(name.scripts.subs for name in left.names):
        return None
    return _entered(page, left, FunctionDef(left.parameters, body, _takes_columns(left, body)))


def _are_hidden(page: Page, left: _Left, body: Syn) -> bool:
    """Whether no argument stands in the body, and all stand elsewhere: ``L(w) = Σ_i log p_i`` with p_i made of w."""
    here = {base for base, _, _ in names_in(body)}
    return all(name.base not in here and page.survey.plain.get(name.base.key, 0) > 0 for name in left.names)


def _entered(page: Page, left: _Left, function: FunctionDef) -> PageDefinition:
    page.functions[left.key] = function
    return PageDefinition(left.base, function.body, [], "function", left.item, function=left.key)


def _is_known_word(collection: Collection, left: _Left) -> bool:
    """Whether everybody knows the function, and the equation says something of it: ``softmax(z)_i = …``."""
    word = left.base.letter.lower()
    own = word in OWN_WORDS or (left.base.word and word in ELEMENTWISE_WORDS and not varies(word))
    if not (own or word in MATRIX_WORDS or word in COLUMN_WORDS):
        return False
    return bool(left.hung) or not own or any(is_known_name(collection, name) for name in left.names)


def _by_entries(page: Page, left: _Left, body: Syn) -> PageDefinition | None:
    """``f(z)_i = …``: a function that is given by one entry of its value."""
    sub = below(left.hung)
    index = base_of(sub) if sub is not None else None
    if index is None or len(left.names) != 1:
        return None
    return _entered(page, left, FunctionDef(left.parameters, body, True, index=index.letter))


def _enter_variables(collection: Collection, left: _Left, body: Syn) -> None:
    """∂g/∂x of a g(x, y) whose arguments nothing declares: they are variables of the page, and numbers."""
    page, base = collection.page, left.base
    alone = page.survey.plain.get(base.key, 0) > page.survey.applied.get(base.key, 0)
    squared = any(_is_squared(page, name) for name in left.names)
    if not (alone or squared) or base.word or any(is_known_name(collection, name, body) for name in left.names):
        return
    for b, s, syn in left.names:
        elsewhere = b.key in page.survey.subs or b.key in page.survey.sups  # a_n is no σ(a)'s a
        powers = _is_squared(page, ListedName(b, s, syn))
        if not s.subs and (not s.sups or powers) and not b.upper and not elsewhere and b.key not in page.infos:
            create_symbol(page, b, "", 0, page_reader(page), syn)
            page.infos[b.key].declared = True
            page.infos[b.key].domain = "positive" if powers else page.infos[b.key].domain


def _is_squared(page: Page, name: ListedName) -> bool:
    """Whether this is the σ² of N(x; μ, σ²), on a page that does not apply a function σ."""
    return [kind for kind, _ in name.scripts.sups] == ["power"] and not page.survey.applied.get(name.base.key)


def _decorated(collection: Collection, left: _Left, body: Syn) -> PageDefinition | None:
    """``J(w, b) = …``: a symbol that says what it depends on; and f(w_1) means the same formula at w_1."""
    page, key = collection.page, left.key
    page.functions[key] = FunctionDef(left.parameters, body, True, left.shown)
    definition = symbol_definition(collection, left.item, left.base, left.scripts, body, "=")
    if definition is None:
        del page.functions[key]
        if key not in page.infos and any(base == left.base for base, _, _ in names_in(body)):
            left.item.error = UnreadError(CircularDefinition(f"{left.base.show} is defined by itself, in a circle"))
            return PageDefinition(left.base, body, [], "function", left.item)
        return None
    page.arguments |= {text: name.syn for name, text in zip(left.names, left.shown, strict=True)}
    if key in page.infos:
        page.infos[key].decoration = left.shown
    if any(name.scripts.subs or name.scripts.sups for name in left.names):
        del page.functions[key]
    return definition


def _takes_columns(left: _Left, body: Syn) -> bool:
    """Whether a parameter is an array, by how it is written or as the formula has indices below it."""
    written = any(base.bold or "vec" in base.accents or base.upper for base, _, _ in left.names)
    return written or any(has_sub(parts) and base.key in left.parameters for base, parts, _ in names_in(body))
