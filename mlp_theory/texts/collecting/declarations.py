r"""What a page declares to lie in a set: ``W \in \mathbb{R}^{K \times d}``."""

from __future__ import annotations

from mlp_theory.symbolic import Dim
from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.collecting.layer_scopes import restrictions_of, scopes_of
from mlp_theory.texts.collecting.listed_names import ListedName, letters_of_names, names_listed
from mlp_theory.texts.collecting.sets import set_of
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.entering import declare_symbol
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import read_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole


def declares_members(collection: Collection, item: Item) -> bool:
    """Whether names lie in a set here that no equation has defined; then they have been declared."""
    page = collection.page
    start, target, *_ = item.syns
    names = names_listed(page, start)
    if not names or any(is_defined_already(page, name.base) for name in names):
        return False
    for scope in scopes_of(collection, item, letters_of_names(names)):
        for name in names:
            declare(collection, item, name, target, scope)
    return True


def is_defined_already(page: Page, base: Base) -> bool:
    """Whether an equation has defined this name."""
    info = page.infos.get(base.key)
    return info is not None and info.kind == "defined"


def declare(collection: Collection, item: Item, name: ListedName, target: Syn, scope: Scope) -> None:
    """Enter one name as a member of a set; its letters stay as they stand, unless they run."""
    page, base, scripts = collection.page, name.base, name.scripts
    rows, columns, more = set_of(page, target, scope)
    if base.letter == "sigma" and any(kind == "power" for kind, _ in scripts.sups):
        label = "^2" + "".join(f"_{whole(s)}" for s in scripts.subs) + "".join(f"_{w}" for w in scripts.words)
        declare_symbol(page, base, label, rows, columns, **more)
        return
    label, counts = _counts(collection, item, name, scope)
    if not counts:
        _make_room(page, base, label)
        declare_symbol(page, base, label, rows, columns, **more)
    elif page.dims.is_one(rows) and page.dims.is_one(columns):
        # Numbers with one index are a column, with two a matrix.
        declare_symbol(page, base, label, counts[0], counts[1] if len(counts) > 1 else 1, indexed=True, **more)
    else:
        beside = "•" if _is_declared_alone(page, base, label) else ""
        info = declare_symbol(page, base, label + beside, rows, columns, **more)
        info.show = base.show
        info.count = counts[0]
        info.bracketed = any(kind == "bracket" for kind, _ in scripts.sups)


def _counts(collection: Collection, item: Item, name: ListedName, scope: Scope) -> tuple[str, list[Dim]]:
    """The label of a name, and how far each of its indices runs."""
    page = collection.page
    restricted = restrictions_of(collection, item)
    running = {letter for chain in restricted for letter, _, _ in ranges_of(chain)}
    running |= set(page.survey.ranges) & set(in_order(name.syn))
    label, indices, _ = split_scripts(page, name.base, name.scripts, scope, page_reader(page))
    bases = [base_of(index) for index in indices]
    runs = [b is not None and (b.letter in running or b.letter in page.index_letters) for b in bases]
    if indices and not any(runs):
        return label + "_" + "".join(whole(index) for index in indices), []
    if len(indices) == 1 and not running and _has_several_labels(page, item, name.base):
        return f"{label}_{whole(indices[0])}", []  # W_i, W_f, W_o: labels, although i often runs
    counts: list[Dim] = []
    for index, base, runs_here in zip(indices, bases, runs, strict=True):
        if base is not None and runs_here:
            counts.append(count_of(page, base.letter, restricted))
        else:
            label += f"_{whole(index)}"
    return label, counts


def _make_room(page: Page, base: Base, label: str) -> None:
    """Where samples u_w are declared before a plain u, they make room for it."""
    key = base.key + label
    info = page.infos.get(key)
    if info is not None and info.declared and info.count is not None and f"{key}•" not in page.infos:
        info.key = f"{key}•"
        page.infos[info.key] = page.infos.pop(key)


def _is_declared_alone(page: Page, base: Base, label: str) -> bool:
    """Whether the page has x beside samples x_i."""
    info = page.infos.get(base.key + label)
    return info is not None and info.declared and info.count is None


def _has_several_labels(page: Page, item: Item, base: Base) -> bool:
    """Whether one list declares the same letter with several labels, not all of them indices: W_i, W_f, W_o."""
    names = names_listed(page, item.syns[0])
    labels = {whole(name.scripts.subs[0]) for name in names if name.base == base and len(name.scripts.subs) == 1}
    return len(labels) > 1 and not labels <= {"i", "j", "k"}


def count_of(page: Page, letter: str, restricted: list[Syn]) -> Dim:
    """How far an index runs: by its condition, by the page, or nobody says how far."""
    for name, _, high in (found for chain in restricted for found in ranges_of(chain)):
        if name == letter:
            return read_size(page, high, Scope())
    if letter in page.survey.ranges:
        return read_size(page, page.survey.ranges[letter][1], Scope())
    if letter not in page.families:
        page.families[letter] = page.dims.fresh(f"number of {letter}", large=True)
    return page.families[letter]
