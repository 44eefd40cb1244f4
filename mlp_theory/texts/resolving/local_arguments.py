"""Functions whose arguments have the names of other letters of the page: there they are their own."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.symbolic.words import is_word, spoken, varies
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.conventions.meanings import Local, Place
from mlp_theory.texts.items import Item
from mlp_theory.texts.resolving.bindings import Binding, bindings_of
from mlp_theory.texts.resolving.told import Told
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.unicode import whole


@dataclass(frozen=True)
class LocalCandidate:
    """A function whose arguments may be its own, with the statements that speak of them."""

    opening: Local
    binding: Binding

    @property
    def said(self) -> Place:
        """Where the function is defined."""
        return self.binding.item.place()

    def tells(self, source: Source) -> str:
        """How a line was read that speaks of them."""
        name = self.binding.base.show
        return f"{', '.join(self.binding.arguments)} as arguments of {name}, and nothing else of the page"


def local_arguments(bench: Bench, told: Told) -> list[LocalCandidate]:
    """All functions of a page with numbers for arguments whose names are those of its arrays, where a line fails."""
    out: list[LocalCandidate] = []
    for item in bench.items:
        for binding in bindings_of(item):
            if binding.arguments and not binding.declares:
                found = _of_function(bench, told, binding)
                out += [found] if found is not None else []
    return out


def _of_function(bench: Bench, told: Told, binding: Binding) -> LocalCandidate | None:
    """Of one function; not of one that everybody knows: an equation says something of it, and defines nothing."""
    word = spoken(binding.base.letter)
    if binding.base.word and is_word(word) and not varies(word):
        return None
    bases = [base for base, _, _ in names_in(atoms(binding.item.syns[0])[1])]
    infos = bench.page.infos
    shared = [
        b for b in bases if b.key in infos and not bench.page.dims.is_one(infos[b.key].r) and infos[b.key].declared
    ]
    if not shared or any(base.bold or base.upper or base.plain_accents for base in bases):
        return None
    section = binding.item.piece.region.section
    about = [
        item
        for item in bench.items
        if item.own
        and item.piece.region.section is section
        and (item is binding.item or _speaks_of(item, binding))
        and _are_numbers(item, bases)
    ]
    if binding.item not in about or not any(told.of(item) & told.bad for item in about):
        return None
    places = frozenset(item.place() for item in about)
    return LocalCandidate(Local(places, frozenset(base.key for base in bases)), binding)


def _speaks_of(item: Item, binding: Binding) -> bool:
    """Whether a statement applies the function to these very arguments."""
    applied = f"{binding.base.show}({','.join(binding.arguments)})"
    return any(applied in whole(syn) for syn in item.syns)


def _are_numbers(item: Item, bases: list[Base]) -> bool:
    """Whether the arguments are written as numbers: nothing hangs on them but powers, no bars of a norm."""
    keys = {base.key for base in bases}
    for syn in item.syns:
        for base, parts, _ in names_in(syn):
            if base.key in keys and any(not _is_power(part) for part in parts):
                return False
        if any(node.kind == "norm" and keys & {b.key for b, _, _ in names_in(node)} for node in nodes(syn)):
            return False
    return True


def _is_power(part: Syn) -> bool:
    """Whether a number stands above a name."""
    return part.kind == "sup" and number_of(part[0]) is not None
