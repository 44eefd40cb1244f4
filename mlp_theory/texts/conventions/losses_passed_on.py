r"""A loss that a page only speaks of: "let $L$ be the loss", and then $\partial L/\partial y$ by what a layer gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.conventions.stated_names import EQUALS
from mlp_theory.texts.items import Item, supposed
from mlp_theory.texts.symbols.loss_names import LOSS_LETTERS
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.derivative_parts import differential
from mlp_theory.texts.syntax.factor_kinds import fraction
from mlp_theory.texts.syntax.index_letters import lone_letter
from mlp_theory.texts.syntax.making import as_applied, as_digit
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import under_scripts, unscripted
from mlp_theory.texts.syntax.real_arrays import REALS, real_arrays
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.sums_and_products import neighbours, summands
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.unicode import whole

_ENTRIES, _STEPS = ("i", "j", "k", "m", "n"), ("l", "ell", "L", "t", "T")
_CALLED = re.compile(r"\b(loss|cost|objective)\b")
_TOLD = re.compile(r"\b(depends|depending)\s+on\b")  # then the prose itself says of what


def losses_passed_on(items: list[Item]) -> list[Item]:
    """The items, after what such a page leaves out: that its loss is some smooth function of the last things.

    Only where every equation about its gradients makes them of other gradients: then nothing hangs on which loss.
    """
    out: list[Item] = []
    sided = [item for item in items if item.statement.sides]
    for base, (at, name) in _spoken_of(sided).items():
        last = _last(sided, base)
        if last and _only_passed_on(sided, base):
            out.append(supposed(at, [":", r"\to"], [name, real_arrays(as_digit(1), as_digit(1)), REALS]))
            out.append(supposed(at, ["="], [name, as_applied(name, last)]))
    return out + items


def _spoken_of(items: list[Item]) -> dict[Base, tuple[Item, Syn]]:
    """Losses by what the text calls them, of which no equation and no declaration says anything, and where it does."""
    found: dict[Base, tuple[Item, Syn]] = {}
    for item in items:
        name = item.statement.sides[0].syn
        base = _lone(name)
        if name is None or base is None or item.display or item.statement.relations:
            continue
        letter = base.letter in LOSS_LETTERS or base.style == "cal"
        around = item.piece.before.lower()[-40:] + " . " + item.piece.after.lower()[:40]
        if letter and _CALLED.search(around) and not _TOLD.search(around):
            found[base] = item, atoms(name)[0]
    said = {base for item in items if item.statement.relations for base in _named_first(item)}
    return {base: where for base, where in found.items() if base not in said}


def _named_first(item: Item) -> set[Base]:
    """The names by which the sides of an equation begin, unless they are differentiated there."""
    firsts = [atoms(syn)[:1] for syn in item.syns]
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
        parts = fraction(node)
        if parts is not None:
            above, below = atoms(parts[0]), atoms(parts[1])
            if len(above) == len(below) == 2 and differential(above[0]) is not None and base_of(above[1]) == loss:
                yield below[1]


def _definitions(items: list[Item]) -> dict[str, tuple[Syn, set[str]]]:
    """Each name on the left of an equation, without its entries, and what stands on its right at first."""
    out: dict[str, tuple[Syn, set[str]]] = {}
    for item in items:
        sides = item.statement.sides
        left = atoms(sides[0].syn) if sides[0].syn is not None else []
        if item.statement.relations[:1] and item.statement.relations[0] in EQUALS and len(left) == 1:
            bare, parts = unscripted(left[0])
            name, entries = _name(left[0]), any(lone_letter(sub) in _ENTRIES for sub in scripts_of(parts).subs)
            if name is not None and name not in out and sides[1].syn is not None:
                made_of = {_name(node) or base.key for base, _, node in names_in(sides[1].syn)}
                out[name] = bare if entries else left[0], made_of
    return out


def _last(items: list[Item], loss: Base) -> list[Syn]:
    """What the loss is differentiated by and defined here, and of which nothing else of this kind is made."""
    made = _definitions(items)
    by = {_name(variable) for item in items for syn in item.syns for variable in _gradients(syn, loss)}
    if None in by:
        return []
    defined = {name for name in by if name in made and name is not None}
    first: set[str] = set()
    for name in defined:
        todo = [name]
        while todo:
            made_of = made[key][1] if (key := todo.pop()) in made else set()
            new = made_of - first
            first |= new
            todo += new
    return sorted((made[name][0] for name in defined - first), key=whole)


def _only_passed_on(items: list[Item], loss: Base) -> bool:
    """Whether every term of every equation about a gradient of this loss holds one, or is nothing but a name."""
    passed: set[Base] = set()

    def about(syn: Syn) -> bool:
        known = passed & {b for b, _, _ in names_in(syn)}
        return bool(known) or _has_dv(syn) or any(True for _ in _gradients(syn, loss))

    for item in items:
        if any(about(syn) for syn in item.syns):
            names = {_lone(syn) for syn in item.syns} - {None}
            terms = [term for syn in item.syns if _lone(syn) is None for _, term in summands(syn)]
            if not all(about(term) or number_of(term) == 0 for term in terms):
                return False
            passed |= {name for name in names if name is not None}
    return True


def _has_dv(syn: Syn) -> bool:
    """Whether a dZ stands here, which is a gradient of the loss too."""
    return any(differential(d) == "d" and base_of(under_scripts(name)) is not None for d, name in neighbours(syn))
