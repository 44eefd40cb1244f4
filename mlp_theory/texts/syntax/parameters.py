"""The formal parameters of a formula: ``a`` of ``L(a, y) = …``, ``x_i`` of ``f(x_i) = …``."""

from __future__ import annotations

from collections import Counter

from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import has_sub, unscripted
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole

NAMES = ("letter", "font", "accent", "word", "text")
"""What a name without scripts is written as, in no group."""


def formal_uses(left: Syn, body: Syn) -> Counter[str]:
    """How often each bare argument of ``L(a, y) = …`` stands in it: there it names no symbol of the page."""
    items = atoms(left)
    uses: Counter[str] = Counter()
    if len(items) != 2 or items[1].kind != "parens":
        return uses
    arguments = [base.key for base, parts, _ in names_in(items[1]) if not parts]
    for base, _, _ in names_in((left, body)):
        if base.key in arguments:
            uses[base.key] += 1
    return uses


def without_scripts(syn: Syn, base: Base, parts: tuple[Syn, ...]) -> Syn | None:
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


def _script(part: Syn) -> tuple[str, str]:
    """What tells a script from others: where it stands, and what it says."""
    return part.kind, whole(part[0])
