"""What the prose says of a symbol: that it is one-hot, symmetric, that its entries add up to one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.collecting.adding_to_one import said_to_add_to_one
from mlp_theory.texts.collecting.around import around
from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.listed_names import names_listed
from mlp_theory.texts.collecting.property_words import PROPERTIES
from mlp_theory.texts.collecting.sentences import is_hypothetical
from mlp_theory.texts.items import Item, Role
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.syn import Syn

_NO_LESS_THAN_ZERO = ("positive", "nonnegative", "between 0.0 1.0", "between 0.0 1.0 closed")
_DENIED = re.compile(r"\b(?:not|neither|nor|unlike)\b|n't\b|\?")
_OF_COLUMNS = ("one-hot", "adding-to-one", "probabilities")
_SQUARE = ("symmetric", "definite", "semidefinite", "skew", "lower", "upper", "diagonal")
_STRONGER = {  # of two things that are said of one letter, what says both
    frozenset(("symmetric", "semidefinite")): "semidefinite",
    frozenset(("symmetric", "definite")): "definite",
    frozenset(("definite", "semidefinite")): "definite",
    frozenset(("positive", "adding-to-one")): "probabilities",
    frozenset(("nonnegative", "adding-to-one")): "probabilities",
    frozenset(("probabilities", "adding-to-one")): "probabilities",
    frozenset(("one-hot", "adding-to-one")): "one-hot",
    frozenset(("one-hot", "probabilities")): "one-hot",
    frozenset(("one-hot", "among 0 1")): "one-hot",
}


def apply_words(collection: Collection) -> None:
    """Give the symbols the domains of the words, where their shapes and their declarations allow it."""
    page = collection.page
    page.worded = _words_of(collection)
    for info in page.infos.values():
        domain = page.worded.get(info.base.key)
        if domain is None or not give_words(page, info):
            continue
        for item in collection.items:
            if domain == "adding-to-one" and not item.display and said_to_add_to_one(item) == info.base:
                item.role = Role.DECLARATION


def give_words(page: Page, info: Info) -> bool:
    """Give a symbol the domain of what is said of it; whether something is, and it can be that."""
    domain = page.worded.get(info.base.key)
    if domain is None or not may_be(page, info, domain):
        return False
    if domain == "one-hot" and _lies_in_rows(page, info):
        domain = "one-hot rows"
    info.domain = _domain_of(page, info, domain)
    info.origin += ", and the words beside it"
    return True


def said_of(collection: Collection, item: Item) -> Iterator[str]:
    """The domains that the words around an inline formula say of it, whether they say that it is so or not."""
    before, behind = around(collection, item)
    for known in PROPERTIES:
        if not known.is_named(before, behind):
            continue
        left = known.said_before.search(before)
        right = known.said_behind.match(behind)
        found = left or right
        if found is None or _DENIED.search(before) or _DENIED.search(found[0]):
            continue
        rows = known.domain in _OF_COLUMNS and re.search(r"\brows?\b", f"{before[-20:]} {behind[:40]}")
        yield f"{known.domain} rows" if rows else known.domain
        return


def _words_of(collection: Collection) -> dict[str, str]:
    """What the prose says of symbols, by their keys."""
    words: dict[str, str] = {}

    def say(name: Syn, domain: str) -> None:
        for listed in names_listed(collection.page, name):
            earlier = words.get(listed.base.key, domain)
            words[listed.base.key] = _STRONGER.get(frozenset((earlier, domain)), domain)

    for item in collection.items:
        for said in item.said:
            if not said.here:
                say(said.name, said.domain)
        syn = item.statement.sides[0].syn
        if item.display or item.piece.comment or syn is None or is_hypothetical(item):
            continue
        summed = said_to_add_to_one(item)
        if summed is not None:
            words.setdefault(summed.key, "adding-to-one")
        for domain in said_of(collection, item):
            say(syn, domain)
    return words


def may_be(page: Page, info: Info, domain: str) -> bool:
    """Whether a symbol can be what the words say: a given column, or a matrix that is square then."""
    word = domain.split()[0]
    number = page.dims.is_one(info.r) and page.dims.is_one(info.c)
    if info.kind != "given":
        return False
    if word in ("among", "positive", "nonnegative"):
        return info.domain == "real"
    if number:
        return False
    zeros_and_ones = word == "one-hot" and info.domain == "among 0 1"
    positive = info.domain in _NO_LESS_THAN_ZERO and word in ("adding-to-one", "probabilities")
    if info.domain != "real" and not zeros_and_ones and not positive:
        return False
    if word in _SQUARE:
        return not page.dims.is_one(info.r) and not page.dims.is_one(info.c) and page.dims.unify(info.r, info.c)
    if word == "orthogonal":
        return not page.dims.is_one(info.c)
    return not page.dims.is_one(info.c if domain.endswith(" rows") else info.r)


def _domain_of(page: Page, info: Info, domain: str) -> str:
    """The domain that both the words and the declaration of a symbol leave it."""
    if domain == "adding-to-one" and info.domain in _NO_LESS_THAN_ZERO:
        return "probabilities"
    if domain == "orthogonal" and page.dims.find(info.r) != page.dims.find(info.c):
        return "orthonormal"
    return domain


def _lies_in_rows(page: Page, info: Info) -> bool:
    """Whether examples are rows on this page, and the matrix has as many of them as X."""
    data = page.infos.get("X") or page.infos.get("X!")
    same = data is not None and page.dims.find(data.r) == page.dims.find(info.r)
    return page.habits.rows_are_examples and same and not page.dims.is_one(info.c)
