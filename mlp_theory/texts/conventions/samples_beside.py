r"""``x^{(i)}`` and ``x_i`` beside ``x \in \mathbb{R}^d``: samples of a column that stands for any of them, not entries.

Nobody picks an entry with brackets above; nobody transposes one, or multiplies it by a row. Where the page declares the
column alone, its samples are as long, and a name of their own. Where it has a matrix X, the samples are a part of that,
and the column is the name of its own.
"""

from __future__ import annotations

from mlp_theory.texts.conventions.index_usage import index_usage
from mlp_theory.texts.conventions.spelling import renamed, respell
from mlp_theory.texts.conventions.stated_names import all_names, members
from mlp_theory.texts.items import Item, supposed
from mlp_theory.texts.syntax.index_letters import lone_letter, lone_sub
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.making import as_letter
from mlp_theory.texts.syntax.mentions import named
from mlp_theory.texts.syntax.names import EACH, Base
from mlp_theory.texts.syntax.peeling import in_round_brackets, lone, unscripted
from mlp_theory.texts.syntax.script_parts import Parts, above, all_above, all_below
from mlp_theory.texts.syntax.scripts import is_transposed
from mlp_theory.texts.syntax.sums_and_products import neighbours
from mlp_theory.texts.syntax.syn import Syn

SAMPLES = frozenset({"i", "j", "k", "m", "n"})
"""Letters that number samples; those of steps and layers are others."""

_TRANSPOSES = frozenset("T")


def samples_beside(items: list[Item]) -> list[Item]:
    """The items, with such samples as names of their own, declared behind the column."""
    columns = {base.key for item in items if item.statement.relations == [r"\in"] for base, _ in _columns(item)}
    bracketed = columns & _numbered_above(items)
    bracketed -= _run_through(items) if bracketed else set()
    below = {(key, letter) for key, letter in _columns_below(items) if key in columns - bracketed}
    found = bracketed | {key for key, _ in below}
    if not found:
        return items

    names = {(base.letter, base.accents) for base, _ in all_names(items)}
    in_matrix = {key for key in found if (_letter_of(key).upper(), ()) in names}

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        if base.key not in found:
            return None
        above_it = base.key in bracketed and _sample_above(parts) is not None
        sample = above_it or (base.key, lone_sub(parts)) in below
        return (EACH, parts) if sample != (base.key in in_matrix) else None

    told = {base.key for item in items for base, parts in members(item) if change(base, parts) is not None}
    respell(items, renamed(change))
    out: list[Item] = []
    for item in items:
        out.append(item)
        for base, name in _columns(item):
            if base.key in found - told - in_matrix:
                told.add(base.key)
                out.append(supposed(item, [r"\in"], [_sample_of(name, base.key in bracketed), item.syns[1]]))
    return out


def _letter_of(key: str) -> str:
    """The letter of a name, in no weight."""
    return key.split("~")[0].rstrip("!")


def _columns(item: Item) -> list[tuple[Base, Syn]]:
    r"""The small letters of ``x, w \in \mathbb{R}^d`` that have no scripts, and what each is written as."""
    if item.statement.relations != [r"\in"] or len(item.syns) != 2:
        return []
    if above(unscripted(lone(item.syns[1]))[1]) is None:
        return []
    names = [(named(lone(part)), lone(part)) for part in list_parts(item.syns[0])]
    return [(name[0], part) for name, part in names if name is not None and not name[2] and not name[0].upper]


def _sample_above(parts: Parts) -> Syn | None:
    """What numbers a sample in brackets above a name."""
    return next((inner for content in all_above(parts) if (inner := in_round_brackets(content)) is not None), None)


def _numbered_above(items: list[Item]) -> set[str]:
    """The keys of the names whose brackets above hold a letter of samples or a number, and never a step."""
    found: set[str] = set()
    others: set[str] = set()
    for base, parts in all_names(items):
        sample = _sample_above(parts)
        if sample is not None:
            letter = lone_letter(sample)
            plain = lone(sample).kind == "number" or (letter is not None and letter.islower() and letter in SAMPLES)
            (found if plain or letter in ("N", "M") else others).add(base.key)
    return found - others


def _run_through(items: list[Item]) -> set[str]:
    r"""The keys of columns whose brackets above number entries: ``y \in \{0, 1\}^n`` where i of y^{(i)} ends at n."""
    lengths = {
        (base.key, lone_letter(length))
        for item in items
        for base, _ in _columns(item)
        if (length := above(unscripted(lone(item.syns[1]))[1])) is not None
    }
    ends = {letter: lone_letter(high) for letter, (_, high) in index_usage(items).ranges.items()}
    found: set[str] = set()
    with_entries: set[str] = set()
    for base, parts in all_names(items):
        sample = _sample_above(parts)
        end = ends.get(lone_letter(sample) or "") if sample is not None else None
        if sample is not None and all_below(parts):
            with_entries.add(base.key)
        elif end is not None and (base.key, end) in lengths:
            found.add(base.key)
    return found - with_entries


def _columns_below(items: list[Item]) -> set[tuple[str, str]]:
    """The names with the letters below them that number columns: transposed, or behind something transposed."""
    found: set[tuple[str, str]] = set()
    for base, parts in all_names(items):
        letter = lone_sub(parts)
        if letter in SAMPLES and len(all_below(parts)) == 1 and is_transposed(parts, _TRANSPOSES):
            found.add((base.key, letter))
    for before, behind in (pair for item in items for syn in item.syns for pair in neighbours(syn)):
        row, name = named(before), named(behind)
        if row is not None and name is not None and is_transposed(row[2], _TRANSPOSES) and not all_below(row[2]):
            letter = lone_sub(name[2])
            if letter in SAMPLES and not row[0].upper:
                found.add((name[0].key, letter))
    return found


def _sample_of(name: Syn, bracketed: bool) -> Syn:
    """The name with the number of a sample."""
    bare = Syn("accent", (EACH, name), name.start, name.end)
    letter = as_letter("i")
    if not bracketed:
        return Syn("scripted", (bare, Syn("sub", (letter,), name.start, name.end)), name.start, name.end)
    number = Syn("parens", (letter,), name.start, name.end)
    return Syn("scripted", (bare, Syn("sup", (number,), name.start, name.end)), name.start, name.end)
