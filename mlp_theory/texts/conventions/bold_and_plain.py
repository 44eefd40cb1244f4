r"""A matrix declared as ``\mathbf{W}`` and written plainly later on: one letter, where only the bold one is stated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mlp_theory.texts.conventions.spelling import Spelling
from mlp_theory.texts.conventions.stated_names import EQUALS
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens, is_sum
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.mentions import named, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import lone
from mlp_theory.texts.syntax.script_parts import Parts, has_sub
from mlp_theory.texts.syntax.syn import Syn, nodes, rebuilt


def bold_and_plain(items: list[Item]) -> Spelling | None:
    """Each such plain letter as the bold one; small letters only on a page that is as free with its capitals."""
    stated = {base for item in items for base in _stated(item)}
    bold = {base.also(bold=False) for base in stated if base.bold}
    if not bold:
        return None
    syns = [syn for item in items for syn in item.syns]
    never = stated.union(*map(_in_scripts, syns), *map(_of_functions, syns))
    found = {base for syn in syns for base in _whole_names(syn) if base in bold and base not in never}
    if not any(base.upper for base in found):
        return None

    def walk(node: Syn) -> Syn:
        name = named(node)
        if name is None:
            return rebuilt(node, walk)
        base, bare, parts = name
        if base not in found or not _is_whole(parts):
            return node
        bare = Syn("font", (r"\mathbf", bare), bare.start, bare.end)
        return Syn("scripted", (bare, *parts), node.start, node.end) if parts else bare

    return walk


def _stated(item: Item) -> Iterator[Base]:
    """The names that a statement declares or defines."""
    sides, relations = item.statement.sides, item.statement.relations
    if not relations or not sides or sides[0].syn is None:
        return
    if relations[0] in (r"\in", ":", r"\sim", "=:", *EQUALS):
        for part in list_parts(sides[0].syn):
            first = atoms(part)
            name = named(first[0]) if first and len(first) < 3 else None
            if name is not None:
                yield name[0]


def _whole_names(syn: Syn) -> Iterator[Base]:
    """The names that stand without anything below them."""
    for node in nodes(syn):
        name = named(node)
        if name is not None and _is_whole(name[2]):
            yield name[0]


def _is_whole(parts: Parts) -> bool:
    """Whether nothing stands below a name: with an index it is an entry, and those are read already."""
    return not has_sub(parts)


def _in_scripts(syn: Syn) -> set[Base]:
    """Letters that stand above or below others: indices, sizes, labels; no transpose, and nothing above e."""
    out: set[Base] = set()
    for name, parts, _ in names_in(syn):
        for part in parts if name.letter != "e" else ():
            inner = {base for base, _, _ in names_in(part)}
            transposes = part.kind == "sup" and {base.letter for base in inner} == {"T"}
            out |= set() if transposes else inner
    return out


def _of_functions(syn: Syn) -> set[Base]:
    """Letters with a bracket right behind them, P(A) beside a matrix P; not X (P - T), which is a product."""
    out: set[Base] = set()
    for node in nodes(syn):
        parts = [x for x in node.args if isinstance(x, Syn)] if node.kind == "term" else []
        for one, behind in pairwise(parts):
            base = base_of(one)
            if base is not None and in_parens(behind) and not is_sum(lone(behind[0])):
                out.add(base)
    return out
