"""What the page knows of the letters on a side: whether it gives them, defines them, and of what kind they are."""

from __future__ import annotations

from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_partial
from mlp_theory.texts.syntax.making import as_product
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.sums_and_products import summands
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.unicode import show


def made_of(page: Page, sides: tuple[Syn, ...]) -> set[str]:
    """The keys of all letters in it, through their definitions too."""
    keys = {info.key for side in sides for info in infos_in(page, side)}
    nodes_of = [page.book.definitions[key].node for key in keys if key in page.book.definitions]
    return {*keys, *(key for node in nodes_of for key in page.book.keys_of(node))}


def infos_in(page: Page, syn: Syn) -> list[Info]:
    """The symbols of the page that stand on a side, with all labels that their letters have."""
    bases = {base for base, _, _ in names_in(syn)}
    return [info for info in page.infos.values() if info.base in bases]


def is_defined(page: Page, base: Base) -> bool:
    """Whether an equation of the page gives this name."""
    if base.key in page.functions:
        return True
    return any(info.kind == "defined" for info in page.infos.values() if info.base == base)


def is_given(page: Page, base: Base) -> bool:
    """Whether this is a name of the page that no equation gives."""
    infos = [info for info in page.infos.values() if info.base == base]
    return bool(infos) and all(info.kind == "given" and not info.lost for info in infos)


def is_number(page: Page, syn: Syn) -> bool:
    """Whether a factor is a number that the page gives."""
    name = lone_name(syn)
    infos = [info for info in page.infos.values() if info.base == name]
    return bool(infos) and all(page.dims.is_one(info.r) and page.dims.is_one(info.c) for info in infos)


def is_vector(page: Page, syn: Syn) -> bool:
    """Whether a factor is a column that the page gives, and not a part of one."""
    name = base_of(syn)
    infos = [info for info in page.infos.values() if info.base == name]
    return bool(infos) and all(page.dims.is_one(info.c) and not page.dims.is_one(info.r) for info in infos)


def knows_all(page: Page, sides: tuple[Syn, ...]) -> bool:
    """Whether the page declares or defines every name on some sides, and at least one is no mere size or index."""
    bases = {base for side in sides for base, _, _ in names_in(side)}
    named = {base for base in bases if base.key in page.functions or any(i.base == base for i in page.infos.values())}
    return bool(named) and all(base in named or _needs_no_word(page, base) for base in bases)


def names_nothing(page: Page, base: Base) -> bool:
    """Whether a name is none of an array or a number of the page: a size, an index, I, e."""
    return not any(info.base == base for info in page.infos.values()) and _needs_no_word(page, base)


def is_open(page: Page, base: Base) -> bool:
    """Whether the page says nothing at all of a name, which is no function either."""
    known = any(info.base == base for info in page.infos.values()) or base.key in page.functions
    return not known and not base.word and base.key not in page.survey.called


def _needs_no_word(page: Page, base: Base) -> bool:
    """Whether a name is known without a declaration: a size, an index, a layer, a word, a constant."""
    letter = base.letter
    counts = letter in page.index_letters or letter in page.layering.letters or letter in page.layering.tops
    return base.word or counts or is_size(page, letter) or letter in ("e", "pi", "d", "T", "I", "top")


def factors_of(syn: Syn) -> list[Syn]:
    """What stands side by side, where a side is one product; else the side alone."""
    terms = summands(syn)
    return atoms(as_product([terms[0][1]])) if len(terms) == 1 and terms[0][0] == 1 else [syn]


def lone_name(syn: Syn) -> Base | None:
    """The name that stands here alone, with or without indices."""
    items = atoms(syn)
    return base_of(under_scripts(items[0])) if len(items) == 1 else None


def derives(syn: Syn) -> bool:
    """Whether a derivative stands here."""
    shown = show(syn)
    return any(sign in shown for sign in "∂∇′") or any(is_partial(node) for node in nodes(syn))
