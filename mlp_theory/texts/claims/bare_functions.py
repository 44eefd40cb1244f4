r"""Functions without their argument: in ``d\sigma/da = \sigma(1 - \sigma)`` σ alone stands for σ(a)."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.symbolic import Call
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.symbols.entering import symbol_term
from mlp_theory.texts.symbols.formulas import takes_whole_arrays
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.factor_kinds import is_bracket, is_operator, stands_bare
from mlp_theory.texts.syntax.kinds import is_term
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import lone, under_scripts
from mlp_theory.texts.syntax.sums_and_products import neighbours
from mlp_theory.texts.syntax.syn import Syn, nodes


def with_bare_arguments(page: Page, scope: Scope, reader: Reader, sides: list[Syn]) -> Scope:
    """The scope in which functions that stand alone are taken at the letter they were defined with.

    That letter is then a number of its own, any number: the page may use it for other things. So is the z of g(z)
    where the page gives z by its samples z_i.
    """
    letters: dict[str, str] = {}
    for key, definition in page.functions.items():
        if definition.decoration or definition.index or len(definition.params) != 1:
            continue
        (letter,) = definition.params
        if takes_whole_arrays(page, definition.params, definition.body):
            continue
        known = page.infos.get(letter)
        if _alone(key, sides) or (known is not None and _by_index(page, known) and _is_argument(letter, key, sides)):
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
        params[letter] = replace(symbol_term(page.infos[own], reader))
    return scope.but(params=params) if params else scope


def _by_index(page: Page, info: Info) -> bool:
    """Whether a symbol is given or defined by its samples or entries, a_n, so that a alone may be another thing."""
    definition = page.book.definitions.get(info.key)
    entries = definition is not None and isinstance(definition.node, Call) and definition.node.op == "spread"
    return info.count is not None or entries


def _alone(key: str, sides: list[Syn]) -> bool:
    """Whether a function stands somewhere without its argument."""
    return any(
        _stands_alone(key, *pair)
        for node in nodes(tuple(sides))
        if is_term(node)
        for pair in zip(node.args, (*node.args[1:], None), strict=True)
    )


def _is_argument(letter: str, key: str, sides: list[Syn]) -> bool:
    """Whether a function stands somewhere with this bare letter as its argument."""
    for item, following in neighbours(tuple(sides)):
        base = base_of(under_scripts(item))
        if base is not None and base.key == key and is_bracket(following):
            argument = base_of(lone(following[0]))
            if argument is not None and argument.key == letter:
                return True
    return False


def _stands_alone(key: str, item: Syn, following: Syn | None) -> bool:
    """Whether this is the function, and what follows is no bracket with its argument."""
    base = base_of(under_scripts(item))
    if base is None or base.key != key:
        return False
    group = under_scripts(following) if following is not None else None
    return group is None or is_operator(group) or (is_bracket(group) and stands_bare(base, group))
