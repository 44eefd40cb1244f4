r"""Names written in another way: with a mark, with other scripts, ``\mathrm{d}`` and X as one name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.index_letters import Parts
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn, rebuilt

Change = Callable[[Base, Parts], "tuple[str, Parts] | None"]
"""What a name with these scripts becomes: the mark of a symbol of its own ("" for none), and its scripts."""

Test = Callable[[Syn], bool]


def named(syn: Syn) -> tuple[Base, Syn, Parts] | None:
    r"""A name, what it is without scripts, and its scripts; ``\mathbf{h_t}`` and ``{W^K}^\top`` are taken apart."""
    bare, parts = unscripted(syn)
    while bare.kind == "braces" and len(atoms(bare)) == 1:
        inner, more = unscripted(atoms(bare)[0])
        bare, parts = inner, (*more, *parts)
    if bare.kind in ("font", "accent") and len(atoms(bare[1])) == 1:
        inner, more = unscripted(atoms(bare[1])[0])
        if more:
            bare, parts = Syn(bare.kind, (bare[0], inner), bare.start, bare.end), (*more, *parts)
    base = base_of(bare) if bare.kind in ("letter", "font", "accent", "word", "text", "braces") else None
    return (base, bare, parts) if base is not None else None


def names_of(syn: object) -> Iterator[tuple[Base, Parts]]:
    """Every name with its scripts, also a word, and also those in scripts."""
    todo: list = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(reversed(node))
        elif isinstance(node, Syn):
            name = named(node)
            if name is None:
                todo.extend(reversed(node.args))
            else:
                yield name[0], name[2]
                todo.extend(reversed(name[2]))


def respelled(syn: Syn, change: Change) -> Syn:
    """The same syntax with its names written in another way."""

    def walk(node: Syn) -> Syn:
        name = named(node)
        if name is None:
            return rebuilt(node, walk)
        base, bare, parts = name
        found = change(base, parts)
        if found is None:
            return kept(node) if node.kind == "scripted" else rebuilt(node, walk)
        mark, scripts = found
        bare = Syn("accent", (mark, bare), bare.start, bare.end) if mark else bare
        return Syn("scripted", (bare, *map(walk, scripts)), node.start, node.end) if scripts else bare

    def kept(node: Syn) -> Syn:
        """A name that stays as it is: only its scripts are looked into."""
        if node.kind != "scripted":
            return node
        return Syn("scripted", (kept(node[0]), *map(walk, node.args[1:])), node.start, node.end)

    return walk(syn)


def joined(syn: Syn, is_d: Test, is_name: Test, accent: str, stops: Test = lambda syn: False) -> Syn:
    """The same syntax with each d and the name after it as one accented name; what stops is left as it is."""

    def walk(node: Syn) -> Syn:
        if stops(node):
            return node
        if node.kind != "term":
            return rebuilt(node, walk)
        args: list[Syn] = []
        for part in node.args:
            if args and is_d(args[-1]) and is_name(part):
                args[-1] = _accented(part, accent, args[-1].start)
            else:
                args.append(walk(part))
        return Syn(node.kind, tuple(args), node.start, node.end)

    return walk(syn)


def _accented(name: Syn, accent: str, start: int) -> Syn:
    """A name with an accent under its scripts."""
    if name.kind == "scripted":
        return Syn("scripted", (_accented(name[0], accent, start), *name.args[1:]), start, name.end)
    return Syn("accent", (accent, name), start, name.end)
