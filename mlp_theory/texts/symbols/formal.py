"""Formal parameters: what a formula does to them, and what stands for them where it is applied."""

from __future__ import annotations

from collections import Counter

from mlp_theory.symbolic.words import OWN_WORDS
from mlp_theory.texts.symbols.scope import COLUMN_WORDS, MATRIX_WORDS
from mlp_theory.texts.symbols.state import Symbols
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of, word_of
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, walk
from mlp_theory.texts.syntax.unicode import whole

WHOLE = ("norm", "angle")
"""Groups that make one thing of a whole array."""


def takes_whole_arrays(page: Symbols, params: list[str], body: Syn) -> bool:
    """Whether a formula means its parameter as a whole: ``w^T x``, ``‖x‖²``; and not entry by entry, as ``x²``.

    Such a formula is read anew at each call, with the argument in the place of the parameter.
    """
    found = False

    def look(syn: Syn) -> None:
        nonlocal found
        if syn.kind in WHOLE:
            found = True
        elif syn.kind in ("function", "word"):
            word = word_of(syn)
            found |= word in COLUMN_WORDS or word in OWN_WORDS or (word in MATRIX_WORDS and word not in ("max", "min"))

    walk(body, look)
    if found:
        return True
    for base, parts, _ in names_in(body):
        scripts = scripts_of(parts, transposes=page.transposes)
        if any(kind in ("T", "inverse T") for kind, _ in scripts.sups):
            return True
        if base.key not in params and _is_array(page, base, scripts):
            return True
    return False


def _is_array(page: Symbols, base: Base, scripts: Scripts) -> bool:
    """Whether a name of the page is no number, by what is declared or by how it is written."""
    info = page.infos.get(base.key)
    if info is None:
        return base.bold and not scripts.subs
    if info.kind not in ("given", "defined") or (scripts.subs and info.count is None):
        return False
    return not (page.dims.may_be_one(info.r) and page.dims.may_be_one(info.c))


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
    wanted = [(part.kind, whole(part[0])) for part in parts]
    other = False

    def turned(node: object) -> object:
        nonlocal other
        if isinstance(node, tuple):
            return tuple(turned(x) for x in node)
        if not isinstance(node, Syn):
            return node
        bare, found = node, ()
        while bare.kind == "scripted":
            found = (*bare.args[1:], *found)
            bare = bare[0]
        if base_of(bare) != base or bare.kind not in ("letter", "font", "accent", "word", "text"):
            return Syn(node.kind, tuple(turned(x) for x in node.args), node.start, node.end)
        rest = list(found)
        for kind, text in wanted:
            here = next((part for part in rest if (part.kind, whole(part[0])) == (kind, text)), None)
            if here is None:
                other = True
                return node
            rest.remove(here)
        if any(part.kind == "sub" for part in rest):
            other = True
        left = tuple(turned(part) for part in rest)
        return Syn("scripted", (bare, *left), node.start, node.end) if left else bare

    out = turned(syn)
    assert isinstance(out, Syn)
    return None if other else out


__all__ = ["formal_uses", "takes_whole_arrays", "without_scripts"]
