r"""A loss that a page only speaks of: "let $L$ be the loss", and then $\partial L/\partial y$ by what a layer gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mlp_theory.texts.conventions.respelling import EQUALS, lone_letter
from mlp_theory.texts.items import Item, items_of
from mlp_theory.texts.latex.macros import Macro
from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.symbols.functions import LOSS_LETTERS
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.factors import differential
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.unicode import whole

_ENTRIES, _STEPS = ("i", "j", "k", "m", "n"), ("l", "ell", "L", "t", "T")
_CALLED = re.compile(r"\b(loss|cost|objective)\b")
_TOLD = re.compile(r"\b(depends|depending)\s+on\b")  # then the prose itself says of what


def losses_passed_on(items: list[Item], macros: dict[str, Macro]) -> list[Item]:
    """What such a page leaves out: that its loss is some smooth function of the last things it is made of.

    Only where every equation about its gradients makes them of other gradients: then nothing hangs on which loss.
    """
    out: list[Item] = []
    items = [item for item in items if item.statement.sides]
    for base, written in _spoken_of(items).items():
        last = _last(items, base)
        if last and _only_passed_on(items, base):
            given = f"${written} : \\mathbb{{R}}^{{1 \\times 1}} \\to \\mathbb{{R}}$, ${written} = {written}({last})$"
            out += items_of(read_source(f"<!-- given: {given} -->"), macros, "", own=False)
    return out


def _spoken_of(items: list[Item]) -> dict[Base, str]:
    """Losses by what the text calls them, of which no equation and no declaration says anything."""
    found: dict[Base, str] = {}
    for item in items:
        base = _lone(item.statement.sides[0].syn)
        if base is None or item.display or item.statement.relations:
            continue
        letter = base.letter in LOSS_LETTERS or base.style == "cal"
        around = item.piece.before.lower()[-40:] + " . " + item.piece.after.lower()[:40]
        if letter and _CALLED.search(around) and not _TOLD.search(around):
            found[base] = item.statement.sides[0].latex.text.strip()
    said = {base for item in items if item.statement.relations for base in _named_first(item)}
    return {base: written for base, written in found.items() if base not in said}


def _named_first(item: Item) -> set[Base]:
    """The names by which the sides of an equation begin, unless they are differentiated there."""
    firsts = [atoms(side.syn)[:1] for side in item.statement.sides if side.syn is not None]
    return {base for first in firsts if first and (base := base_of(unscripted(first[0])[0])) is not None}


def _lone(syn: Syn | None) -> Base | None:
    found = atoms(syn) if syn is not None else []
    return base_of(found[0]) if len(found) == 1 else None


def _name(syn: Syn) -> str | None:
    """A name with its labels, without the letters of its entries; None for steps, layers and samples."""
    bare, parts = unscripted(syn)
    base, scripts = base_of(bare), scripts_of(parts)
    if base is None or any(kind in ("bracket", "square") for kind, _ in scripts.sups):
        return None
    subs = [whole(sub) for sub in scripts.subs if lone_letter(sub) not in _ENTRIES]
    if any(lone_letter(sub) in _STEPS for sub in scripts.subs):
        return None
    return " ".join([base.key, *subs, *scripts.words, "'" * scripts.primes])


def _gradients(syn: object, loss: Base) -> Iterator[Syn]:
    """By what this loss is differentiated here."""
    for node in nodes(syn):
        if node.kind == "frac":
            above, below = atoms(node[1]), atoms(node[2])
            if len(above) == len(below) == 2 and differential(above[0]) is not None and base_of(above[1]) == loss:
                yield below[1]


def _sides(item: Item) -> list[Syn]:
    return [side.syn for side in item.statement.sides if side.syn is not None]


def _definitions(items: list[Item]) -> dict[str, tuple[str, set[str]]]:
    """Each name on the left of an equation: how it is written, and what stands on its right at first."""
    out: dict[str, tuple[str, set[str]]] = {}
    for item in items:
        sides = item.statement.sides
        left = atoms(sides[0].syn) if sides[0].syn is not None else []
        if item.statement.relations[:1] and item.statement.relations[0] in EQUALS and len(left) == 1:
            bare, parts = unscripted(left[0])
            name, entries = _name(left[0]), any(lone_letter(sub) in _ENTRIES for sub in scripts_of(parts).subs)
            if name is not None and name not in out and sides[1].syn is not None:
                known = bare if entries else left[0]
                made_of = {_name(node) or base.key for base, _, node in names_in(sides[1].syn)}
                out[name] = sides[0].latex.text[known.start : known.end], made_of
    return out


def _last(items: list[Item], loss: Base) -> str:
    """What the loss is differentiated by and defined here, and of which nothing else of this kind is made."""
    made = _definitions(items)
    by = {_name(variable) for item in items for syn in _sides(item) for variable in _gradients(syn, loss)}
    if None in by:
        return ""
    defined = {name for name in by if name in made and name is not None}
    first: set[str] = set()
    for name in defined:
        todo = [name]
        while todo:
            new = made.get(todo.pop(), ("", set()))[1] - first
            first |= new
            todo += new
    return ", ".join(sorted(made[name][0] for name in defined - first))


def _only_passed_on(items: list[Item], loss: Base) -> bool:
    """Whether every term of every equation about a gradient of this loss holds one, or is nothing but a name."""
    passed: set[Base] = set()

    def about(syn: Syn) -> bool:
        known = passed & {b for b, _, _ in names_in(syn)}
        return bool(known) or _has_dv(syn) or any(True for _ in _gradients(syn, loss))

    for item in items:
        sides = _sides(item)
        if any(about(syn) for syn in sides):
            names = {_lone(syn) for syn in sides} - {None}
            terms = [term for syn in sides if _lone(syn) is None for term in _terms(syn)]
            if not all(about(term) or number_of(term) == 0 for term in terms):
                return False
            passed |= {name for name in names if name is not None}
    return True


def _terms(syn: Syn) -> list[Syn]:
    """The terms of a sum."""
    while syn.kind in ("single", "braces") or (syn.kind == "list" and len(syn.args) == 1):
        syn = syn[-1]
    return [term for _, term in syn.args] if syn.kind == "sum" else [syn]


def _has_dv(syn: Syn) -> bool:
    """Whether a dZ stands here, which is a gradient of the loss too."""
    pairs = (pair for node in nodes(syn) if node.kind == "term" for pair in pairwise(node.args))
    return any(differential(d) == "d" and base_of(unscripted(name)[0]) is not None for d, name in pairs)
