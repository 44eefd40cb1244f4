r"""Names written in another way: with a mark, with other scripts, ``\mathrm{d}`` and X as one name."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.texts.syntax.mentions import named
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.script_parts import Parts, has_sub
from mlp_theory.texts.syntax.syn import Syn, rebuilt
from mlp_theory.texts.syntax.unicode import whole

Change = Callable[[Base, Parts], "tuple[str, Parts] | None"]
"""What a name with these scripts becomes: the mark of a symbol of its own ("" for none), and its scripts."""

NAMES = ("letter", "font", "accent", "word", "text")
"""What a name without scripts is written as, in no group."""

Test = Callable[[Syn], bool]


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
        args = (kept(node[0]), *map(walk, node.args[1:]))
        same = all(new is old for new, old in zip(args, node.args, strict=True))
        return node if same else Syn("scripted", args, node.start, node.end)

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


def with_bare_name(syn: Syn, base: Base, parts: tuple[Syn, ...]) -> Syn | None:
    """A formula with the bare name where it stood with these scripts: a for ``a^{(i)}``; None where it has others."""
    wanted = [_script(part) for part in parts]
    other = False

    def turned(node: object) -> object:
        nonlocal other
        if isinstance(node, tuple):
            return tuple(turned(x) for x in node)
        if not isinstance(node, Syn):
            return node
        bare, found = unscripted(node)
        if base_of(bare) != base or bare.kind not in NAMES:
            return Syn(node.kind, tuple(turned(x) for x in node.args), node.start, node.end)
        rest = list(found)
        for script in wanted:
            here = next((part for part in rest if _script(part) == script), None)
            if here is None:
                other = True
                return node
            rest.remove(here)
        other |= has_sub(tuple(rest))
        left = tuple(turned(part) for part in rest)
        return Syn("scripted", (bare, *left), node.start, node.end) if left else bare

    out = turned(syn)
    assert isinstance(out, Syn)
    return None if other else out


def _accented(name: Syn, accent: str, start: int) -> Syn:
    """A name with an accent under its scripts."""
    if name.kind == "scripted":
        return Syn("scripted", (_accented(name[0], accent, start), *name.args[1:]), start, name.end)
    return Syn("accent", (accent, name), start, name.end)


def _script(part: Syn) -> tuple[str, str]:
    """What tells a script from others: where it stands, and what it says."""
    return part.kind, whole(part[0])
