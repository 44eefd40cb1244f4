"""The numbers of layers, and the sums that run over layers."""

from __future__ import annotations

from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.kinds import is_sum
from mlp_theory.texts.syntax.mentions import letters_in, names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unbracketed
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.sums_and_products import factors, summands
from mlp_theory.texts.syntax.syn import Syn


def layer_number(page: Page, syn: Syn, scope: Scope) -> int | None:
    """The number of a layer, if this is one: l − 1, L, 2."""
    syn = unbracketed(syn)
    value = number_of(syn)
    if value is not None:
        return int(value) if value == int(value) else None
    if is_sum(syn):
        numbers = [(sign, layer_number(page, term, scope)) for sign, term in summands(syn)]
        if any(number is None or sign == 0 for sign, number in numbers):
            return None
        return sum(sign * number for sign, number in numbers if number is not None)
    items = factors(syn)
    if len(items) == 1 and items[0] is not syn:
        return layer_number(page, items[0], scope)
    base = base_of(syn)
    if base is None:
        return None
    return scope.loops.get(base.letter, page.layering.tops.get(base.letter))


def runs_over_layers(page: Page, letter: str, body: list[Syn]) -> bool:
    """Whether an index of a sum runs over layers."""
    return letter in page.layering.letters or any(_holds_layers(page, syn, letter) for syn in body)


def _holds_layers(page: Page, syn: Syn, letter: str) -> bool:
    """Whether a name in it has this letter where its layers stand."""
    for base, parts, _ in names_in(syn):
        scripts = scripts_of(parts, transposes=page.habits.transposes)
        family = base.key in page.infos and page.infos[base.key].count is not None
        if base.key in page.layering.below and not family and any(letter in letters_in(s) for s in scripts.subs[-1:]):
            return True
        square = any(kind == "square" for kind, _ in scripts.sups)  # in Z^{[2](i)} the layer is the 2, and i an example
        kinds = ("square",) if square else ("bracket",)
        if base.key in page.layering.bracketed and any(
            letter in letters_in(content) for kind, content in scripts.sups if kind in kinds and content is not None
        ):
            return True
    return False
