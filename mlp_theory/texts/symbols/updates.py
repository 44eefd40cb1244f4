"""Updates: a symbol gets its next value, and what was made of the old one is stale."""

from __future__ import annotations

from mlp_theory.symbolic import At, Column, Definition, Entry, Member, Node, Row, Symbol
from mlp_theory.texts.symbols.state import Page


def renew_symbol(page: Page, target: Node, value: Node) -> None:
    """Give a defined symbol its next value, made of the one that it had.

    A symbol that is given needs none: it stands for any value, before and after. What was made of the old
    value may or may not have been computed again, and is `stale`; so is a symbol of which a part is renewed.
    """
    whole = target
    while isinstance(whole, (Entry, Row, Column)):
        whole = whole.body
    key = whole.key if isinstance(whole, (Symbol, Member)) else ""
    before = page.book.definitions.get(key)
    if before is None:
        return
    page.stale |= {other for other, d in page.book.definitions.items() if key in page.book.keys_of(d.node)}
    if isinstance(target, Symbol):
        page.book.definitions[key] = Definition(At(value, (key,), (before.node,)))
        page.stale.discard(key)
    else:
        page.stale.add(key)
    page.book.forget()
