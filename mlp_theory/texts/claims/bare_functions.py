r"""Functions without their argument: in ``d\sigma/da = \sigma(1 - \sigma)`` σ alone stands for σ(a)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from mlp_theory.symbolic import Call
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.factors import is_bracket, stands_bare
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import Syn, walk


def with_bare_arguments(page: Page, scope: Scope, reader: Reader, sides: list[Syn]) -> Scope:
    """The scope in which functions that stand alone are taken at the letter they were defined with.

    That letter is then a number of its own, any number: the page may use it for other things.
    """
    letters: dict[str, str] = {}
    for key, definition in page.functions.items():
        if definition.decoration or definition.index or len(definition.params) != 1:
            continue
        (letter,) = definition.params
        if not page.takes_whole_arrays(definition.params, definition.body) and _alone(key, sides):
            letters[letter] = key
    params = {}
    for letter, key in letters.items():
        known = page.infos.get(letter)
        if letter in scope.params or (known is not None and not _by_index(page, known)):
            continue
        if any(base.key == letter and parts for base, parts, _ in names_in(tuple(sides))):
            continue  # a_n beside it: which a is meant?
        own = f"{letter} of {key}"
        if own not in page.infos:
            base = next((b for b, _, _ in names_in(page.functions[key].body) if b.key == letter), None)
            if base is None:
                continue
            page.infos[own] = Info(own, base.show, 1, 1, base, origin=f"the argument of {key}", declared=True)
            page.created.append(own)
        params[letter] = replace(page.symbol_term(page.infos[own], reader))
    return scope.but(params=params) if params else scope


def _by_index(page: Page, info: Info) -> bool:
    """Whether a symbol is given or defined by its samples or entries, a_n, so that a alone may be another thing."""
    definition = page.book.definitions.get(info.key)
    entries = definition is not None and isinstance(definition.node, Call) and definition.node.op == "spread"
    return info.count is not None or entries


def _alone(key: str, sides: list[Syn]) -> bool:
    """Whether a function stands somewhere without its argument."""
    found = False

    def look(syn: Syn) -> None:
        nonlocal found
        if syn.kind != "term":
            return
        for item, following in pairwise((*syn.args, None)):
            bare = item[0] if item is not None and item.kind == "scripted" else item
            base = base_of(bare) if bare is not None else None
            if base is None or base.key != key:
                continue
            group = following[0] if following is not None and following.kind == "scripted" else following
            if group is None or group.kind == "infix":
                found = True
            else:
                found |= is_bracket(group) and stands_bare(base, group)

    walk(tuple(sides), look)
    return found
