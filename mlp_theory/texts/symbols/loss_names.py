"""Which symbol of a page is its loss."""

from __future__ import annotations

from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.entering import symbol_term
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page

LOSS_LETTERS = ("L", "J", "C", "E", "ell", "R")
"""Letters that people use for losses."""


def is_loss(info: Info) -> bool:
    """Whether a defined symbol is called as a loss is: L, J, 𝓛, a word."""
    called = info.base.letter in LOSS_LETTERS or info.base.style == "cal" or bool(info.base.word)
    return called and info.kind == "defined" and info.count is None and "[" not in info.key


def loss_of(page: Page, notes: Notes) -> Term | None:
    """The scalar loss whose gradient dW is: of several, the one that the others are made into."""
    found: Info | None = None
    for info in page.infos.values():
        if not is_loss(info) or not (page.dims.may_be_one(info.r) and page.dims.may_be_one(info.c)):
            continue
        definition = page.book.definitions.get(info.key)
        best = page.book.definitions.get(found.key) if found else None
        if found is None or (
            definition is not None and best is not None and found.key in page.book.keys_of(definition.node)
        ):
            found = info
    return symbol_term(found, notes) if found is not None else None
