"""What the prose says of a symbol: that it is one-hot, symmetric, that its entries add up to one."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.adding_to_one import said_to_add_to_one
from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.listed_names import names_listed
from mlp_theory.texts.collecting.sentences import is_hypothetical
from mlp_theory.texts.items import Role
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page

_FILLERS = "encoded|vectors?|targets?|labels?|matri(?:x|ces)|columns?|of|the|true|a"
_LINKS = "is|are|be|being|which|a|an|the|all|its|columns?|of|each|vectors?|labels?|targets?|in|as|encoded"
_WORDS = (
    ("one[- ]hot", "one-hot"),
    ("(?:symmetric,? (?:and )?)?positive[- ]semi-?definite", "semidefinite"),
    ("(?:symmetric,? (?:and )?)?positive[- ]definite", "definite"),
    ("symmetric", "symmetric"),
)
_SAID = [  # "the one-hot vector $y$", "$A$ is symmetric"
    (
        re.compile(rf"(?:{words})(?:[ -](?:{_FILLERS}))*\s*$"),
        re.compile(rf"\s*(?:\([^)]*\)\s*|\()?(?:,?\s*(?:{_LINKS}))*\s*(?:{words})"),
        domain,
    )
    for words, domain in _WORDS
]
_BY_ROWS = re.compile(r"\brows?\b(?:\s+of)?(?:\s+(?:the|our))?(?:\s+(?:label|target|matrix|labels|targets))*\s*$")
_AS_ROWS = re.compile(rf"\s*(?:,?\s*(?:{_LINKS}|has|have|with))*\s*one[- ]hot\s+rows\b")
_NO_LESS_THAN_ZERO = ("positive", "nonnegative", "between 0.0 1.0", "between 0.0 1.0 closed")
BY_ROWS = "one-hot rows"
"""Of a matrix whose rows are the one-hot labels, not its columns."""


def apply_words(collection: Collection) -> None:
    """Give the symbols the domains of the words, where their shapes and their declarations allow it."""
    words = _words_of(collection)
    for info in collection.page.infos.values():
        domain = words.get(info.base.key)
        if domain is None or not _may_be(collection.page, info, domain):
            continue
        if domain == "one-hot" and _lies_in_rows(collection.page, info):
            domain = BY_ROWS
        positive = info.domain in _NO_LESS_THAN_ZERO and domain == "adding-to-one"
        info.domain = "probabilities" if positive else domain
        info.origin += ", and the words beside it"
        for item in collection.items:
            if domain == "adding-to-one" and not item.display and said_to_add_to_one(item) == info.base:
                item.role = Role.DECLARATION


def _words_of(collection: Collection) -> dict[str, str]:
    """What the prose says of symbols, by their keys."""
    words: dict[str, str] = {}
    for item in collection.items:
        syn = item.statement.sides[0].syn
        if item.display or syn is None or is_hypothetical(item):
            continue
        before = re.split(r"[.;]", item.piece.before.lower()[-70:])[-1]
        behind = re.split(r"[.;]", item.piece.after.lower()[:70])[0]
        summed = said_to_add_to_one(item)
        if summed is not None:
            words.setdefault(summed.key, "adding-to-one")
        for said_before, said_behind, domain in _SAID:
            if said_before.search(before) or said_behind.match(behind):
                rows = domain == "one-hot" and bool(_BY_ROWS.search(before) or _AS_ROWS.match(behind))
                words |= {name.base.key: BY_ROWS if rows else domain for name in names_listed(collection.page, syn)}
                break
    return words


def _may_be(page: Page, info: Info, domain: str) -> bool:
    """Whether a symbol can be what the words say: a given column, or a matrix that is square then."""
    if info.kind != "given" or (page.dims.is_one(info.r) and page.dims.is_one(info.c)):
        return False
    zeros_and_ones = domain in ("one-hot", BY_ROWS) and info.domain == "among 0 1"
    positive = info.domain in _NO_LESS_THAN_ZERO and domain == "adding-to-one"
    if info.domain != "real" and not zeros_and_ones and not positive:
        return False
    if domain in ("symmetric", "definite", "semidefinite"):
        return page.dims.unify(info.r, info.c)
    return not page.dims.is_one(info.c if domain == BY_ROWS else info.r)


def _lies_in_rows(page: Page, info: Info) -> bool:
    """Whether examples are rows on this page, and the matrix has as many of them as X."""
    data = page.infos.get("X") or page.infos.get("X!")
    same = data is not None and page.dims.find(data.r) == page.dims.find(info.r)
    return page.habits.rows_are_examples and same and not page.dims.is_one(info.c)
