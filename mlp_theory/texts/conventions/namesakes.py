"""Names that a page gives to two things: a loss ``E_i`` and its sum ``E``, ``v_t`` and ``v``, ``δ_j`` and ``δ_k``."""

from __future__ import annotations

from mlp_theory.texts.conventions.families import families
from mlp_theory.texts.conventions.label_letters import name_labels
from mlp_theory.texts.conventions.respelling import (
    Change,
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
from mlp_theory.texts.items import Item, chain_of
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import EACH, ITERATE, PRIMED, Base
from mlp_theory.texts.syntax.ranges import is_real_line
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole


def respell_names(items: list[Item]) -> list[Change]:
    """Tell apart what a page calls by one name, and what of a name is a label; and say what has been done."""
    survey = usage_of(items)
    chains = [chain_of(item.statement) for item in items]
    conditions = [c.syn for item in items for c in item.statement.conditions]
    note_ranges(survey, [syn for syn in (*chains, *conditions) if syn is not None])
    labelled = name_labels(items, survey)
    marks = dict.fromkeys(_sums(items), EACH) | dict.fromkeys(_iterated(items, survey), ITERATE)
    found = families(items, survey)
    primed = _primed(items)

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        if base.key in marks and index_of(parts) is not None:
            return marks[base.key], parts
        if base.key in primed and [len(part.args) for part in parts if part.kind == "prime"] == [1]:
            return PRIMED, tuple(part for part in parts if part.kind != "prime")
        letter = lone_sub(parts)
        mark = found.get((base.key, letter)) if letter is not None else None
        return (mark, parts) if mark is not None else None

    if marks or found or primed:
        respell(items, change)
    return [labelled, change]


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


def _primed(items: list[Item]) -> set[str]:
    """The letters h that lie in a set, and of which an equation defines an h': no derivative, as h is no function."""
    given = {
        base.key
        for item in items
        if item.statement.relations == [r"\in"]
        for base, _ in names_of(item.statement.sides[0].syn)
    }
    primed: set[str] = set()
    for item in items:
        name = left_name(item)
        left = item.statement.sides[0].syn if name is not None else None
        if name is not None and left is not None:
            base, parts = name
            primes = [part for part in parts if part.kind == "prime"]
            if not primes:
                given.discard(base.key)
            elif len(primes) == len(primes[0].args) == 1 == len(atoms(left)):
                primed.add(base.key)
    return primed & given


def _iterated(items: list[Item], survey: Survey) -> set[str]:
    """The columns v ∈ ℝᵖ whose v_t is made of v_{t−1}: their steps, no entries."""
    sizes = _declared_columns(items)
    out: set[str] = set()
    for item in items:
        name = left_name(item)
        here = index_of(name[1]) if name is not None else None
        letter = shifted_by_one(here) if here is not None else None
        if name is None or letter is None or not sizes.get(name[0].key):
            continue
        if letter in ("i", "j", "k") and letter in survey.bound:
            continue
        steps = _indexed_by(item, letter)
        alike = {key for key in steps if sizes.get(key)}
        if name[0].key in steps and letter in survey.ranges:
            top = whole(survey.ranges[letter][1])
            if not any(
                sizes[key].replace("{", "").replace("}", "").endswith((f"^{top}", "ᵀ" if top == "T" else f"^{top}"))
                for key in alike
            ):
                out |= alike | {name[0].key}
        elif alike == {name[0].key} or (name[0].key in alike and _steps_alone(items, alike, letter, sizes, survey)):
            out |= alike
    for item in items:  # an entry of it somewhere: then nothing is certain
        for side in item.statement.sides:
            for base, parts in names_of(side.syn):
                index = index_of(parts)
                if base.key in out and index is not None and shifted_by_one(index) not in survey.shifted | {None}:
                    out.discard(base.key)
    return out


def _steps_alone(items: list[Item], keys: set[str], letter: str, sizes: dict[str, str], survey: Survey) -> bool:
    """Whether m_t = β m_{t−1} + g_t speaks of steps: s_t = s_{t−1} + x_t may speak of the entries of s and x."""
    if letter != "t" or letter in survey.bound or any(sizes[key].endswith(("ᵀ", "^t")) for key in keys):
        return False
    return not any(
        base.key in keys and not parts
        for item in items
        if item.display
        for side in item.statement.sides
        for base, parts in names_of(side.syn)
    )


def _declared_columns(items: list[Item]) -> dict[str, str]:
    """For every name that is declared alone, the set that it lies in; "" where it is declared with an index too."""
    sizes: dict[str, str] = {}
    for item in items:
        if item.statement.relations[:1] == [r"\in"] and len(item.statement.sides) > 1:
            target = item.statement.sides[1].syn
            for base, parts in names_of(item.statement.sides[0].syn):
                if parts:
                    sizes[base.key] = ""
                elif target is not None and not is_real_line(target):
                    sizes.setdefault(base.key, whole(target))
    return sizes


def _indexed_by(item: Item, letter: str) -> set[str]:
    """The names on the right with this letter, or the step before or after it, as their only index."""
    return {
        base.key
        for side in item.statement.sides[1:]
        for base, parts in names_of(side.syn)
        if (index := index_of(parts)) is not None and shifted_by_one(index) == letter
    }
