"""``v_t = β v_{t−1} + …`` of a column v: its steps, which are columns too, and no entries of it."""

from __future__ import annotations

from mlp_theory.texts.conventions.index_usage import index_usage
from mlp_theory.texts.conventions.spelling import Spelling, renamed
from mlp_theory.texts.conventions.stated_names import all_names, left_name, members
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.index_letters import lone_index, shifted_by_one
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import ITERATE, Base
from mlp_theory.texts.syntax.ranges import is_real_line
from mlp_theory.texts.syntax.script_parts import Parts
from mlp_theory.texts.syntax.unicode import whole


def iterates(items: list[Item]) -> Spelling | None:
    """Each such v_t as a name of its own."""
    sizes = _declared_columns(items)
    steps = _steps(items, sizes)
    iterated = _iterated(items, steps, sizes, index_usage(items)) if steps else set()

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        return (ITERATE, parts) if base.key in iterated and lone_index(parts) is not None else None

    return renamed(change) if iterated else None


def _steps(items: list[Item], sizes: dict[str, str]) -> list[tuple[Item, str, str]]:
    """The equations of a declared column with one index on it: its key, and the letter of that index."""
    out: list[tuple[Item, str, str]] = []
    for item in items:
        base, parts = left_name(item) or (None, ())
        index = lone_index(parts) if base is not None and sizes.get(base.key) else None
        letter = shifted_by_one(index) if index is not None else None
        if base is not None and letter is not None:
            out.append((item, base.key, letter))
    return out


def _iterated(items: list[Item], steps: list[tuple[Item, str, str]], sizes: dict[str, str], survey: Survey) -> set[str]:
    """The columns v ∈ ℝᵖ whose v_t is made of v_{t−1}: their steps, no entries."""
    out: set[str] = set()
    for item, key, letter in steps:
        if letter in ("i", "j", "k") and letter in survey.bound:
            continue
        made_of = _indexed_by(item, letter)
        alike = {other for other in made_of if sizes.get(other)}
        if key in made_of and letter in survey.ranges:
            if not any(_has_length(sizes[other], whole(survey.ranges[letter][1])) for other in alike):
                out |= alike | {key}
        elif alike == {key} or (key in alike and _steps_alone(items, alike, letter, sizes, survey)):
            out |= alike
    for base, parts in all_names(items):  # an entry of it somewhere: then nothing is certain
        index = lone_index(parts)
        if base.key in out and index is not None and shifted_by_one(index) not in survey.shifted | {None}:
            out.discard(base.key)
    return out


def _has_length(size: str, top: str) -> bool:
    """Whether a column is as long as its index runs far: then x_t may be its entries."""
    return size.replace("{", "").replace("}", "").endswith((f"^{top}", "ᵀ" if top == "T" else f"^{top}"))


def _steps_alone(items: list[Item], keys: set[str], letter: str, sizes: dict[str, str], survey: Survey) -> bool:
    """Whether m_t = β m_{t−1} + g_t speaks of steps: s_t = s_{t−1} + x_t may speak of the entries of s and x."""
    if letter != "t" or letter in survey.bound or any(sizes[key].endswith(("ᵀ", "^t")) for key in keys):
        return False
    displayed = [item for item in items if item.display]
    return not any(base.key in keys and not parts for base, parts in all_names(displayed))


def _declared_columns(items: list[Item]) -> dict[str, str]:
    """For every name that is declared alone, the set that it lies in; "" where it is declared with an index too."""
    sizes: dict[str, str] = {}
    for item in items:
        if len(item.statement.sides) > 1:
            target = item.statement.sides[1].syn
            for base, parts in members(item):
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
        for base, parts, _ in names_in(side.syn)
        if (index := lone_index(parts)) is not None and shifted_by_one(index) == letter
    }
