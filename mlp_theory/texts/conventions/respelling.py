"""Writing a name of a page in another way before anything is read: as a symbol of its own, or with words for labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from mlp_theory.texts.items import Item
from mlp_theory.texts.latex.statements import Side
from mlp_theory.texts.symbols.survey import Survey, look_bound, look_shift
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.syn import Syn

EQUALS = ("=", ":=", r"\triangleq", r"\equiv", r"\coloneqq", r"\coloneq", r"\doteq")

Parts = tuple[Syn, ...]
Change = Callable[[Base, Parts], "tuple[str, Parts] | None"]
"""What a name with these scripts becomes: the mark of a symbol of its own ("" for none), and its scripts."""


def respell(items: Iterable[Item], change: Change) -> None:
    """Write the names of all sides and conditions in another way."""
    for item in items:
        statement = item.statement
        for number, side in enumerate(statement.sides):
            if side.syn is not None:
                statement.sides[number] = Side(side.latex, respelled(side.syn, change), side.error)
        for condition in statement.conditions:
            if condition.syn is not None:
                condition.syn = respelled(condition.syn, change)


def names_of(syn: object) -> Iterator[tuple[Base, Parts]]:
    """Every name with its scripts, also a word, and also those in scripts."""
    todo: list = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(reversed(node))
        elif isinstance(node, Syn):
            named = _named(node)
            if named is None:
                todo.extend(reversed(node.args))
            else:
                yield named[0], named[2]
                todo.extend(reversed(named[2]))


def left_name(item: Item) -> tuple[Base, Parts] | None:
    """The name on the left of a display: what the equation is about, with arguments or without."""
    left = item.statement.sides[0].syn if item.statement.sides else None
    if left is None or not item.display or item.statement.relations[:1] == [] or len(item.statement.sides) < 2:
        return None
    if item.statement.relations[0] not in EQUALS or item.statement.sides[1].syn is None:
        return None
    found = atoms(left)
    if not found or len(found) > 2 or (len(found) == 2 and found[1].kind != "parens"):
        return None
    named = _named(found[0])
    return (named[0], named[2]) if named is not None else None


def lone_sub(parts: Parts) -> str | None:
    """The one letter that stands below a name, if no more than that does."""
    subs = [p for p in parts if p.kind == "sub"]
    return lone_letter(subs[0][0]) if len(subs) == 1 else None


def lone_letter(arg: Syn) -> str | None:
    """The letter that this is, without a font or an accent."""
    found = atoms(arg)
    if len(found) != 1 or found[0].kind != "letter":
        return None
    base = base_of(found[0])
    return base.letter if base is not None else None


def shifted_by_one(index: Syn) -> str | None:
    """The letter of ``t``, ``t − 1``, ``t + 1``."""
    while index.kind in ("braces", "single", "passed", "parens") or (index.kind == "list" and len(index.args) == 1):
        index = index[-1]
    if index.kind == "sum" and len(index.args) == 2 and number_of(index[1][1]) is not None:
        return lone_letter(index[0][1])
    return lone_letter(index)


def usage_of(items: Iterable[Item]) -> Survey:
    """Which letters are indices: bound by sums, told to run, or shifted by a number."""
    survey = Survey()
    for item in items:
        syns = [side.syn for side in item.statement.sides] + [c.syn for c in item.statement.conditions]
        for syn in syns:
            if syn is not None:
                look_bound(survey, syn)
                for _, parts in names_of(syn):
                    for part in parts:
                        if part.kind in ("sub", "sup"):
                            look_shift(survey, _bare_index(part[0]))
    return survey


def note_ranges(survey: Survey, chains: Iterable[Syn]) -> None:
    """Enter the ranges that the page spells out."""
    for chain in chains:
        for letter, low, high in ranges_of(chain):
            survey.ranges[letter] = (low, high)


def _bare_index(arg: Syn) -> Syn:
    found = atoms(arg)
    return found[0] if len(found) == 1 else arg


def _named(syn: Syn) -> tuple[Base, Syn, Parts] | None:
    r"""A name, what it is without scripts, and its scripts; ``\mathbf{h_t}`` and ``{W^K}^\top`` are taken apart."""
    bare, parts = unscripted(syn)
    while bare.kind == "braces" and len(atoms(bare)) == 1:
        inner, more = unscripted(atoms(bare)[0])
        bare, parts = inner, (*more, *parts)
    if bare.kind in ("font", "accent") and len(atoms(bare[1])) == 1 and atoms(bare[1])[0].kind == "scripted":
        inner, more = unscripted(atoms(bare[1])[0])
        bare, parts = Syn(bare.kind, (bare[0], inner), bare.start, bare.end), (*more, *parts)
    base = base_of(bare) if bare.kind in ("letter", "font", "accent", "word", "text", "braces") else None
    return (base, bare, parts) if base is not None else None


def respelled(syn: Any, change: Change) -> Any:
    """The same syntax with its names written in another way."""
    if isinstance(syn, tuple):
        return tuple(respelled(part, change) for part in syn)
    if not isinstance(syn, Syn):
        return syn
    named = _named(syn)
    found = change(named[0], named[2]) if named is not None else None
    if named is not None and found is not None:
        mark, parts = found
        _, bare, _ = named
        bare = Syn("accent", (mark, bare), bare.start, bare.end) if mark else bare
        parts = tuple(respelled(part, change) for part in parts)
        return Syn("scripted", (bare, *parts), syn.start, syn.end) if parts else bare
    if syn.kind == "scripted" and named is not None:
        return Syn("scripted", (_kept(syn[0], change), *respelled(syn.args[1:], change)), syn.start, syn.end)
    return Syn(syn.kind, respelled(syn.args, change), syn.start, syn.end)


def _kept(syn: Syn, change: Change) -> Syn:
    """What stands under scripts whose name stays as it is: only its own scripts are looked into."""
    if syn.kind == "scripted":
        return Syn("scripted", (_kept(syn[0], change), *respelled(syn.args[1:], change)), syn.start, syn.end)
    return syn
