"""Which symbol a name with scripts means."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Definition, Symbol
from mlp_theory.texts.symbols.directions import row_or_column
from mlp_theory.texts.symbols.entering import create_symbol
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.numbers_beside import numbers_beside
from mlp_theory.texts.symbols.records import Info, Ref
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.wholes import part_of
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.verdicts.reasons.unread_functions import MissingArgument


def is_known(page: Page, base: Base, scripts: Scripts, scope: Scope, notes: Notes) -> bool:
    """Whether the page declares or defines this name."""
    label, indices, _ = split_scripts(page, base, scripts, scope, notes)
    info = page.infos.get(base.key + label)
    like_kronecker = base.letter == "delta" and len(indices) == 2  # Δ beside δ_ij is another letter
    if info is not None:
        return not (like_kronecker and page.dims.is_one(info.c) and info.count is None)
    if like_kronecker:
        return False
    return part_of(page, base, label, len(indices), bool(indices) and _has_bracket(scripts)) is not None


def is_defined(page: Page, base: Base) -> bool:
    """Whether the page declares or defines this letter, with any label."""
    return any(info.base == base for info in page.infos.values())


def is_page_name(page: Page, letter: Syn) -> bool:
    """Whether a letter that could be a sign, as the T above something, is a name of this page."""
    base = base_of(letter)
    return base is not None and (
        base.key in page.infos or is_size(page, base.letter) or base.letter in page.layering.tops
    )


def squared_key(page: Page, base: Base, scripts: Scripts) -> str | None:
    """The key of σ² where the page names that and not σ."""
    if scripts.subs:
        key = f"{base.key}^2_{''.join(whole(s) for s in scripts.subs)}"
        if key not in page.infos and base.key not in page.infos and f"{base.key}^2" in page.infos:
            return f"{base.key}^2"  # σ_j², entry by entry
        return key if key in page.infos else None
    key = f"{base.key}^2" + "".join(f"_{w}" for w in scripts.words)
    return key if key in page.infos else None


def reference_of(page: Page, base: Base, scripts: Scripts, scope: Scope, notes: Notes, syn: Syn) -> Ref:
    """The symbol that a name with scripts means; entered as a new one where it is none yet."""
    label, indices, sups = split_scripts(page, base, scripts, scope, notes)
    key = base.key + label
    bracketed = _has_bracket(scripts)
    beside = page.infos.get(key + "•")
    if indices and beside is not None and beside.bracketed == bracketed:
        key += "•"
    info = page.infos.get(key)
    if info is not None:
        if info.is_applied:
            raise UnreadError(MissingArgument(f"the function {info.show} without an argument"), syn.start)
        if len(indices) == 1:
            info = numbers_beside(page, info) or info
        small = page.dims.may_be_one(info.r) or page.dims.may_be_one(info.c)
        vector = len(indices) == 1 and info.count is None and (not small or (bracketed and base.upper))
        picked = row_or_column(page, info, base, indices[0], scope, notes) if vector else "entries"
        return Ref(info, indices, picked, sups)
    squared = squared_key(page, base, scripts)
    if squared is not None and _is_squared(sups):
        rest = [(kind, content) for kind, content in sups if kind != "power"]
        return Ref(page.infos[squared], indices if squared == f"{base.key}^2" else [], "entries", rest)
    if squared is not None and not indices:
        return _root_of(page, squared, base, sups, notes)
    part = part_of(page, base, label, len(indices), bracketed and bool(indices))
    if part is not None:
        info, picked = part
        if picked == "vector":
            picked = row_or_column(page, info, base, indices[0], scope, notes)
        elif bracketed and len(indices) == 2 and row_or_column(page, info, base, indices[0], scope, notes) == "column":
            indices = indices[::-1]  # x^{(i)}_j stands in row j where the samples are the columns
        return Ref(info, indices, picked, sups)
    if key in page.functions:
        raise UnreadError(MissingArgument(f"the function {base.show} without an argument"), syn.start)
    namesake = None if indices else _bold_namesake(page, base, label, notes)
    if namesake is not None:
        return Ref(namesake, [], "entries", sups)
    return Ref(create_symbol(page, base, label, len(indices), notes, syn), indices, "entries", sups)


def _bold_namesake(page: Page, base: Base, label: str, notes: Notes) -> Info | None:
    """The declared or defined **W** that a plain W means of which the page says nothing, and the other way round.

    A small letter that is an argument is a number of its own, as x in σ(x); elsewhere it is a guess.
    """
    info = page.infos.get(base.also(bold=not base.bold).key + label)
    if info is None or not (info.declared or info.kind == "defined") or not info.has_value or info.count is not None:
        return None
    if not base.upper:
        if notes.inside or not notes.claim:
            return None
        notes.unknown[info.key] = f"{base.show} is neither declared nor defined; it is taken for its namesake"
    return info


def _is_squared(sups: list) -> bool:
    powers = [content for kind, content in sups if kind == "power"]
    return len(powers) == 1 and powers[0] is not None and number_of(powers[0]) == 2


def _root_of(page: Page, squared: str, base: Base, sups: list, notes: Notes) -> Ref:
    """σ where the page names σ²: a symbol of its own, defined as the root."""
    key = base.key
    info = Info(key, base.show, 1, 1, base, kind="defined", origin=f"the root of {base.show}²")
    page.infos[key] = info
    page.book.definitions[key] = Definition(Call("elementwise", (Symbol(squared),), ("sqrt",)))
    notes.used.add(squared)
    return Ref(info, [], "whole", sups)


def _has_bracket(scripts: Scripts) -> bool:
    """Whether something in round brackets stands above a name, as the number of a sample does."""
    return any(kind == "bracket" for kind, _ in scripts.sups)
