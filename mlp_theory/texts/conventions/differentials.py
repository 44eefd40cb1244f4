"""``dZ := A − Y``: where a page declares or defines dZ itself, it is a name like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mlp_theory.texts.items import Item
from mlp_theory.texts.latex.statements import Side
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import Syn

Test = Callable[[Any], bool]

DEFINES = (":=", r"\triangleq", r"\coloneqq", r"\coloneq", r"\in")


def name_differentials(items: Iterable[Item]) -> None:
    """Make each dV that some item declares, or defines by ``:=``, one name on the whole page."""
    items = list(items)
    keys: set[str] = set()
    for item in items:
        left = item.statement.sides[0].syn
        if item.statement.relations[:1] and item.statement.relations[0] in DEFINES and left is not None:
            names = atoms(left)
            if len(names) == 2 and _is_d(names[0]):
                keys |= _key(names[1])
    if not keys:
        return
    for item in items:
        statement = item.statement
        for number, side in enumerate(statement.sides):
            if side.syn is not None:
                syn = joined(side.syn, _is_d, lambda name: bool(_key(name) & keys), "d")
                statement.sides[number] = Side(side.latex, syn, side.error)


def _is_d(syn: Any) -> bool:
    return isinstance(syn, Syn) and syn.kind == "letter" and str(syn[0]) == "d"


def _key(syn: Any) -> set[str]:
    """The key of a name with or without scripts, as a set of one; the empty set of all else."""
    while isinstance(syn, Syn) and syn.kind == "scripted":
        syn = syn[0]
    base = base_of(syn) if isinstance(syn, Syn) else None
    return {base.key} if base is not None else set()


def joined(syn: Any, is_d: Test, is_name: Test, accent: str, stops: Test = lambda syn: False) -> Any:
    """The same syntax with each d and the name after it as one accented name; what stops is left as it is."""

    def walk(syn: Any) -> Any:
        if isinstance(syn, tuple):
            return tuple(walk(part) for part in syn)
        if not isinstance(syn, Syn) or stops(syn):
            return syn
        args: list[Any] = []
        for part in syn.args:
            if syn.kind == "term" and args and is_d(args[-1]) and is_name(part):
                args[-1] = _accented(part, accent, args[-1].start)
            else:
                args.append(walk(part))
        return Syn(syn.kind, tuple(args), syn.start, syn.end)

    return walk(syn)


def _accented(syn: Syn, accent: str, start: int) -> Syn:
    if syn.kind == "scripted":
        return Syn("scripted", (_accented(syn[0], accent, start), *syn.args[1:]), start, syn.end)
    return Syn("accent", (accent, syn), start, syn.end)
