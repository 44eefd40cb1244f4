"""Derivatives through letters of which nobody knows what they depend on: they would be zero, and hold by mistake."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_theory.symbolic import At, Derivative, Expectation, Map, Member, Node, Over, Symbol
from mlp_theory.symbolic.book import Book, parts_of
from mlp_theory.texts.symbols.loss_names import LOSS_LETTERS
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page


def lost_in(page: Page, nodes: Iterable[Node], unknown: Iterable[str]) -> Info | None:
    """The first letter that something is derived, moved, summed or averaged through, though its definition is lost.

    Parameters
    ----------
    page : Page
    nodes : iterable of Node
        What is claimed.
    unknown : iterable of str
        The keys of the letters that are neither declared nor defined: of these nothing is lost, as long as what is
        derived depends on its variable.
    """
    lost = {key for key, info in page.infos.items() if info.lost}
    unknown = set(unknown)
    if not lost and not unknown:
        return None
    for node in nodes:
        for part in page.book.made_of(node):
            if found := min(_lost(page, part, lost, unknown), default=None):
                return page.infos.get(found)
    return None


def _lost(page: Page, part: Node, lost: set[str], unknown: set[str]) -> set[str]:
    """The lost letters that one operation passes through."""
    book = page.book
    if isinstance(part, Derivative):
        by = {p.key for p in parts_of(part.wrt) if isinstance(p, (Symbol, Member))}
        reached = _reached(book, part.body, by)
        out = reached & lost - by
        if by & (lost | unknown) and not by & reached:
            return out | by & (lost | unknown)
        if not by & reached:
            return out | reached & unknown
        return out | {key for key in reached & unknown - by if page.infos[key].base.letter in LOSS_LETTERS}
    if isinstance(part, Map):
        return _reached(book, part.body, set()) & lost if part.order else set()
    if isinstance(part, At):
        reached, moved = _reached(book, part.body, set(part.keys)), set(part.keys)
        return (reached & lost - moved) | (moved & (lost | unknown) - reached)
    if isinstance(part, Over):
        letter = part.index.partition("#")[0]
        return {key for key in _reached(book, part.body, set()) & lost if letter in page.infos[key].hidden}
    if isinstance(part, Expectation):
        return _reached(book, part.body, set()) & (lost | unknown)
    return set()


def _reached(book: Book, body: Node, stops: set[str]) -> set[str]:
    """All letters that an expression depends on, not looking behind those at which it stops."""
    keys: set[str] = set()
    todo = [body]
    while todo:
        for part in parts_of(todo.pop()):
            if isinstance(part, (Symbol, Member)) and part.key not in keys:
                keys.add(part.key)
                if part.key in book.definitions and part.key not in stops:
                    todo.append(book.definitions[part.key].node)
    return keys
