"""Names that a page gives to two things: a loss ``E_i`` and its sum ``E``, ``v_t`` and ``v``, ``δ_j`` and ``δ_k``."""

from __future__ import annotations

from mlp_theory.texts.families import families
from mlp_theory.texts.items import Item, chain_of
from mlp_theory.texts.label_letters import name_labels
from mlp_theory.texts.names import EACH, ITERATE, Base
from mlp_theory.texts.respelling import (
    Parts,
    left_name,
    lone_letter,
    lone_sub,
    names_of,
    note_ranges,
    respell,
    shifted_by_one,
    usage_of,
)
from mlp_theory.texts.sets import is_real_line
from mlp_theory.texts.survey import Survey
from mlp_theory.texts.syntax import Syn
from mlp_theory.texts.unicode import whole


def respell_names(items: list[Item]) -> None:
    """Tell apart what a page calls by one name, and what of a name is a label."""
    survey = usage_of(items)
    chains = [chain_of(item.statement) for item in items]
    conditions = [c.syn for item in items for c in item.statement.conditions]
    note_ranges(survey, [syn for syn in (*chains, *conditions) if syn is not None])
    name_labels(items, survey)
    marks = dict.fromkeys(_sums(items), EACH) | dict.fromkeys(_iterated(items, survey), ITERATE)
    found = families(items, survey)

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        if base.key in marks and index_of(parts) is not None:
            return marks[base.key], parts
        letter = lone_sub(parts)
        mark = found.get((base.key, letter)) if letter is not None else None
        return (mark, parts) if mark is not None else None

    if marks or found:
        respell(items, change)


def index_of(parts: Parts) -> Syn | None:
    """The one index of a name: ``i`` of E_i and of L^{(i)}; None of a name that has none, or several."""
    indices = [p[0] for p in parts if p.kind == "sub"]
    for part in parts:
        if part.kind == "sup":
            bare = part[0]
            while bare.kind in ("braces", "single") or (bare.kind in ("list", "term") and len(bare.args) == 1):
                bare = bare[-1]
            if bare.kind == "sum" and len(bare.args) == 1 and bare[0][0] == 1 and len(bare[0][1].args) == 1:
                bare = bare[0][1][0]
            if bare.kind == "parens":
                indices.append(bare[0])
    return indices[0] if len(indices) == 1 else None


def _sums(items: list[Item]) -> set[str]:
    """The names E that are defined once as E_i, and once alone, by a sum in which E_i stands."""
    each: set[str] = set()
    total: set[str] = set()
    barred: set[str] = set()
    for item in items:
        name = left_name(item)
        if name is not None:
            base, parts = name
            index = index_of(parts)
            if index is not None and lone_letter(index) is not None:
                each.add(base.key)
            elif not parts and _sums_up(item, base):
                total.add(base.key)
        if item.statement.relations[:1] == [r"\in"]:
            target = item.statement.sides[1].syn if len(item.statement.sides) > 1 else None
            number = target is not None and is_real_line(target)
            barred |= {b.key for b, p in names_of(item.statement.sides[0].syn) if not p and not number}
    return (each & total) - barred


def _sums_up(item: Item, base: Base) -> bool:
    """Whether a sum over an index of this name stands on the right."""
    body = item.statement.sides[1].syn
    assert body is not None
    indices = [index_of(parts) for other, parts in names_of(body) if other == base]
    if not indices or any(index is None for index in indices):
        return False
    return whole(body).lstrip("1/mnNTBM·()").startswith(("Σ", "E")) or "Σ" in whole(body)


def _iterated(items: list[Item], survey: Survey) -> set[str]:
    """The columns v ∈ ℝᵖ whose v_t is made of v_{t−1}: their steps, no entries."""
    sizes: dict[str, str] = {}
    for item in items:
        if item.statement.relations[:1] == [r"\in"] and len(item.statement.sides) > 1:
            target = item.statement.sides[1].syn
            for base, parts in names_of(item.statement.sides[0].syn):
                if parts:
                    sizes[base.key] = ""  # declared step by step
                elif target is not None and not is_real_line(target) and base.key not in sizes:
                    sizes[base.key] = whole(target)
    out: set[str] = set()
    for item in items:
        name = left_name(item)
        if name is None or not sizes.get(name[0].key):
            continue
        base, parts = name
        here = index_of(parts)
        letter = shifted_by_one(here) if here is not None else None
        if letter is None or (letter in ("i", "j", "k") and letter in survey.bound):
            continue
        top = whole(survey.ranges[letter][1]) if letter in survey.ranges else "?"
        others = [index_of(p) for side in item.statement.sides[1:] for b, p in names_of(side.syn) if b == base and p]
        steps = [shifted_by_one(index) for index in others if index is not None]
        if steps and all(x == letter for x in steps) and f"^{top}" not in sizes[base.key].replace("{", ""):
            out.add(base.key)
    for item in items:  # an entry of it somewhere: then nothing is certain
        for side in item.statement.sides:
            for base, parts in names_of(side.syn):
                index = index_of(parts)
                if base.key in out and index is not None and shifted_by_one(index) not in survey.shifted | {None}:
                    out.discard(base.key)
    return out
