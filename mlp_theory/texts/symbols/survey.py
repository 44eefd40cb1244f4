"""How a page uses its names, noted before anything is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from mlp_theory.texts.syntax.atoms import atoms, indices_of, number_of
from mlp_theory.texts.syntax.factors import differential
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.syn import Syn, nodes


@dataclass
class Survey:
    """How the page uses its names: which letters are indices, which are layers, who carries what."""

    bound: set[str] = field(default_factory=set)
    ranges: dict[str, tuple[Syn, Syn]] = field(default_factory=dict)
    plain: dict[str, int] = field(default_factory=dict)
    entries: dict[str, set[int]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)  # for i = 1, …, n
    shifted: set[str] = field(default_factory=set)
    brackets: set[str] = field(default_factory=set)
    bare_sup: dict[str, set[str]] = field(default_factory=dict)
    subs: dict[str, list[list[str]]] = field(default_factory=dict)
    sups: dict[str, list[str]] = field(default_factory=dict)
    divisors: set[str] = field(default_factory=set)
    bases: dict[str, Base] = field(default_factory=dict)
    applied: dict[str, int] = field(default_factory=dict)
    numbered: set[str] = field(default_factory=set)  # w_0, w_1: steps or layers, not entries


def look_shift(survey: Survey, index: Syn) -> None:
    """Note a letter that is shifted by a number: l − 1."""
    node = index
    while node.kind in ("braces", "single", "passed", "parens") or (node.kind == "list" and len(node.args) == 1):
        node = node[-1]
    if node.kind == "sum" and len(node.args) == 2:
        first, second = node[0][1], node[1][1]
        base = base_of(first)
        if base is not None and number_of(second) is not None:
            survey.shifted.add(base.letter)


def look_bound(survey: Survey, syn: Syn) -> None:
    """Note the letters that sums bind, and how far they run."""
    for node in nodes(syn):
        if node.kind == "scripted" and node[0].kind in ("bigop", "function"):
            sub = next((p[0] for p in node.args[1:] if p.kind == "sub"), None)
            sup = next((p[0] for p in node.args[1:] if p.kind == "sup"), None)
            if sub is None:
                continue
            inner = sub
            while inner.kind in ("braces", "single", "passed"):
                inner = inner[-1]
            if inner.kind == "chain":
                letters = in_order(inner[0]) if isinstance(inner[0], Syn) else []
                if letters and str(inner[1]) == "=" and sup is not None and len(inner.args) > 2:
                    survey.bound.add(letters[0])
                    survey.ranges.setdefault(letters[0], (inner[2], sup))
                elif letters:
                    survey.bound.update(letters[:1])
            else:
                survey.bound.update(base.letter for index in indices_of(sub) if (base := base_of(index)) is not None)


def look_applied(survey: Survey, syn: Syn) -> None:
    """Count where a bracket follows a name."""
    for node in nodes(syn):
        if node.kind == "term":
            for item, following in pairwise(node.args):
                bare = item
                while bare.kind == "scripted":
                    bare = bare[0]
                base = base_of(bare)
                group = following[0] if following.kind == "scripted" else following
                if base is not None and group.kind in ("parens", "brackets"):
                    survey.applied[base.key] = survey.applied.get(base.key, 0) + 1


def look_divisors(survey: Survey, syn: Syn) -> None:
    """Note capital letters that something is divided by: they are numbers. Nothing is divided by the W of ∂L/∂W."""
    for node in nodes(syn):
        if node.kind == "frac":
            above, below = atoms(node[1]), atoms(node[2])
            if above and below and None is not differential(above[0]) == differential(below[0]):
                continue
            for item in below:
                base = base_of(item)
                if base is not None and base.upper and not base.bold:
                    survey.divisors.add(base.key)
