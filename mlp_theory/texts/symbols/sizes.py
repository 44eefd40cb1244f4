"""The sizes of a page: K, d_{l−1}, 2d."""

from __future__ import annotations

from mlp_theory.symbolic import Dim, plus
from mlp_theory.texts.symbols.layers import layer_number
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.kinds import is_sum
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unbracketed, unscripted
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.sums_and_products import factors, summands
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.verdicts.reasons.unknown_letters import UnreadSize

LARGEST_LITERAL = 40
"""Up to here a size that is given as a number is drawn as it stands."""

LARGEST_DRAWN = 500
"""No array of a page is drawn with more rows or columns."""


def is_size(page: Page, letter: str) -> bool:
    """Whether the page uses a letter as a size."""
    return page.dims.known(letter) and letter not in page.infos


def size_named(page: Page, letter: str) -> Dim:
    """The size of that name; one that is not declared may turn out to be another."""
    if letter in page.layering.tops:
        return page.layering.tops[letter]
    return page.dims.name(letter, rigid=False)


def labelled_size(page: Page, syn: Syn, scope: Scope) -> Dim | None:
    """A size of the page with a label, d_k, K_{l−1}, n_x; None for anything else."""
    bare, parts = unscripted(syn)
    base = base_of(bare)
    if base is None or base.bold:
        return None
    name = size_name(page, base, scripts_of(parts, transposes=page.habits.transposes), scope)
    return name if name is not None and page.dims.known(name) else None


def size_name(page: Page, base: Base, scripts: Scripts, scope: Scope) -> str | None:
    """The name of a size with its labels, those of layers as numbers."""

    def shown(label: Syn) -> str:
        number = layer_number(page, label, scope)
        return whole(label) if number is None else str(number)

    name = base.show
    for kind, content in scripts.sups:
        if kind not in ("bracket", "square", "power"):
            return None
        assert content is not None
        name += f"[{shown(content)}]"
    return name + "".join(f"_{shown(sub)}" for sub in scripts.subs) + "".join(f"_{word}" for word in scripts.words)


def read_size(page: Page, syn: Syn, scope: Scope) -> Dim:
    """A size in an exponent: K, d_{l−1}, K − 1, 2d."""
    syn = unbracketed(syn)
    value = number_of(syn)
    if value is not None:
        return _size_given(page, value, syn.start)
    if is_sum(syn):
        out: Dim = 0
        for sign, term in summands(syn):
            out = plus(out, read_size(page, term, scope), sign)
        return out
    items = factors(syn)
    if len(items) == 2:
        factor = number_of(items[0])
        if factor is not None and factor == int(factor):
            return plus(0, read_size(page, items[1], scope), int(factor))
    if len(items) > 1:
        raise UnreadError(UnreadSize("a size that is not read"), syn.start)
    bare, parts = unscripted(items[0])
    base = base_of(bare)
    if base is None:
        raise UnreadError(UnreadSize("a size is expected here"), syn.start)
    if not parts and base.letter in page.layering.tops:
        return page.layering.tops[base.letter]
    if not parts and base.letter in scope.loops:
        return scope.loops[base.letter]
    scripts = scripts_of(parts, transposes=page.habits.transposes)
    name = size_name(page, base, scripts, scope) if parts else base.letter
    if name is None:
        raise UnreadError(UnreadSize("a size is expected here"), syn.start)
    page.dims.make_rigid(name)
    return name


def _size_given(page: Page, value: float, at: int) -> Dim:
    """A size that is a number; a large one is a name, for which a smaller size is drawn, as 784 pixels."""
    if value != int(value) or not 1 <= value <= 1_000_000:
        raise UnreadError(UnreadSize("no size that could be drawn"), at)
    if value > LARGEST_LITERAL and int(value) not in page.literals:  # no equation speaks of the number
        name = f"{value:.0f}"
        page.dims.make_rigid(name)
        return name
    if value > LARGEST_DRAWN:
        raise UnreadError(UnreadSize("no size that could be drawn"), at)
    return int(value)
