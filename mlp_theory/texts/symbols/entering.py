"""Symbols entered on a page: as they are declared, or as their typography says where nothing declares them."""

from __future__ import annotations

from mlp_theory.symbolic import Dim, Number, Symbol
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.typography import namesake_of, shape_as_written
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unknown_letters import DeclaredTwice, UndeclaredLetter
from mlp_theory.texts.verdicts.reasons.unread_operations import UnknownWord


def declare_symbol(page: Page, base: Base, label: str, r: Dim, c: Dim, **more: object) -> Info:
    """Enter a declared symbol.

    Parameters
    ----------
    base : Base
    label : str
        As `split_scripts` gives it.
    r, c : Dim
        Its rows and columns.
    **more
        What else the declaration says: fields of `Info`.
    """
    key = base.key + label
    info = page.infos.get(key)
    show = _shown(base, label)
    if info is None or not info.declared:
        info = Info(key, show, r, c, base, declared=True)
        page.infos[key] = info
    elif (page.dims.find(info.r), page.dims.find(info.c)) != (page.dims.find(r), page.dims.find(c)):
        before = f"{page.dims.show(info.r)}×{page.dims.show(info.c)}"
        raise UnreadError(DeclaredTwice(f"{show} has been declared before, as {before}"))
    elif more.get("domain", info.domain) != info.domain:
        # Taken over, it would hold for the lines above as well.
        raise UnreadError(DeclaredTwice(f"{show} has been declared before, as {info.domain}"))
    info.r, info.c = r, c
    info.origin = "its declaration"
    for name, value in more.items():
        setattr(info, name, value)
    return info


def create_symbol(page: Page, base: Base, label: str, count: int, notes: Notes, syn: Syn) -> Info:
    """Enter a symbol that nothing declares, here with `count` indices: its typography says what it is."""
    if base.word and len(base.letter) > 1 and not label and notes.claim:
        raise UnreadError(UnknownWord(f"unknown word: {base.letter}"), syn.start)
    key, show = base.key + label, _shown(base, label)
    other = base.also(bold=not base.bold).key + label in page.infos
    if notes.claim and base.upper and other:
        raise UnreadError(
            UndeclaredLetter(f"{show} is neither declared nor defined, only its bold (or plain) namesake is"), syn.start
        )
    info = Info(key, show, 1, 1, base)
    namesake = namesake_of(page, base, label) if not count else None
    if namesake is not None:
        info.r, info.c = namesake.r, namesake.c
        info.origin = f"that of {namesake.show}"
    else:
        shape_as_written(page, info, label, count)
    page.infos[key] = info
    page.created.append(key)
    term = Term(info.r, info.c, lambda: Number(0), weak=info.weak)
    page.solver.loose.append(term)
    if notes.solver is not page.solver:
        notes.solver.loose.append(term)
    if notes.claim:
        only = ", only its bold (or plain) namesake is" if other else ""
        notes.unknown[key] = f"{show} is neither declared nor defined{only}"
        if notes.inside:
            notes.arguments.add(key)
    return info


def symbol_term(info: Info, notes: Notes) -> Term:
    """A symbol as a term, noted as used."""
    notes.used.add(info.key)
    key = info.key
    return Term(info.r, info.c, lambda: Symbol(key), info.show, weak=info.weak)


def new_axis(page: Page, letter: str) -> str:
    """A name for an axis that no other index has."""
    page.axes += 1
    return f"{letter}#{page.axes}"


def _shown(base: Base, label: str) -> str:
    return base.show + label.replace("_", "")
