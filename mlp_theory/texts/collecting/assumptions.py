r"""What is said of a symbol that is given: ``M = M^\top``, ``S \succ 0``, ``\lambda > 0``."""

from __future__ import annotations

from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.collecting.listed_names import ListedName, names_listed
from mlp_theory.texts.collecting.sentences import is_hypothetical, is_introduced
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.entering import create_symbol
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import show

_MORE, _NO_LESS = (">", r"\gt"), (r"\ge", r"\geq", r"\geqslant")


def assumes(collection: Collection, item: Item) -> bool:
    """``M = Mᵀ``, ``S ≻ 0``, ``λ > 0``: whether that is said here; then it has been entered."""
    page = collection.page
    if not item.piece.comment and is_hypothetical(item):
        return False
    (left, right), relation = item.syns, item.statement.relations[0]
    names = names_listed(page, left)
    if len(names) > 1 and number_of(right) == 0 and relation in _MORE + _NO_LESS:
        if any(name.scripts.subs or name.scripts.sups for name in names):
            return False
        entered = [_positive(collection, item, name, "", relation in _MORE) for name in names]
        return all(entered)
    if len(names) != 1:
        return False
    name = names[0]
    try:
        label, indices, sups = split_scripts(page, name.base, name.scripts, Scope(), page_reader(page))
    except UnreadError:
        return False
    if number_of(right) == 0 and not indices:
        if relation in (r"\succ", r"\succeq"):
            _definite(page, name, label, strictly=relation == r"\succ")
            return True
        if relation in _MORE + _NO_LESS and not sups:
            return _positive(collection, item, name, label, strictly=relation in _MORE)
    if relation == "=" and show(right).strip() == show(left).strip() + "ᵀ":
        return _symmetric(page, page.infos.get(name.base.key + label) or _new_matrix(collection, item, name, label))
    return False


def _definite(page: Page, name: ListedName, label: str, strictly: bool) -> None:
    """``S ≻ 0``: a square matrix, which is declared by that."""
    info = page.infos.get(name.base.key + label) or create_symbol(
        page, name.base, label, 0, page_reader(page), name.syn
    )
    page.dims.unify(info.r, info.c)
    info.domain = "definite" if strictly else "semidefinite"
    info.declared = True


def _positive(collection: Collection, item: Item, name: ListedName, label: str, strictly: bool) -> bool:
    """``λ > 0``, unless it is said of what the page gives otherwise: "clearly y > 0", "note that J ≥ 0"."""
    page, base = collection.page, name.base
    info = page.infos.get(base.key + label)
    if info is not None:
        claimed = info.declared and not item.piece.comment and not is_introduced(item)
        if info.kind != "given" or info.domain != "real" or claimed:
            return False
    elif has_equation(collection, base):
        return False
    else:
        info = create_symbol(page, base, label, 0, page_reader(page), name.syn)
        info.declared = True
        if base.upper and not base.bold and not any(page.survey.subs.get(base.key, [])):
            info.r = info.c = 1  # Δ > 0 is said of a number
    info.domain = "positive" if strictly else "nonnegative"
    return True


def _symmetric(page: Page, info: Info | None) -> bool:
    """``M = Mᵀ`` of a given matrix."""
    if info is None or info.kind != "given" or info.domain not in ("real", "symmetric"):
        return False
    page.dims.unify(info.r, info.c)
    info.domain = "symmetric"
    return True


def _new_matrix(collection: Collection, item: Item, name: ListedName, label: str) -> Info | None:
    r"""A matrix of which the page says nothing else: "where $A = A^\top$"."""
    page, base = collection.page, name.base
    if not base.upper or not (item.piece.comment or is_introduced(item)) or has_equation(collection, base):
        return None
    info = create_symbol(page, base, label, 0, page_reader(page), name.syn)
    info.declared = True
    return info


def has_equation(collection: Collection, base: Base) -> bool:
    """Whether a display of the page gives this name by an equation."""
    for item in collection.items:
        left = item.statement.sides[0].syn
        if item.display and item.statement.relations[:1] in (["="], [":="]) and left is not None:
            names = names_listed(collection.page, left)
            if len(names) == 1 and names[0].base == base:
                return True
    return False
