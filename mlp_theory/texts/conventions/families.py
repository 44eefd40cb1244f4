r"""Two families of one name, told apart by the letter of their index: ``\text{net}_j`` and ``\text{net}_k``."""

from __future__ import annotations

from mlp_theory.texts.conventions.index_usage import index_usage
from mlp_theory.texts.conventions.spelling import Spelling, renamed
from mlp_theory.texts.conventions.stated_names import all_names, left_name
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.atoms import indices_of
from mlp_theory.texts.syntax.index_letters import lone_letter, lone_sub
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.script_parts import Parts, all_above, all_below
from mlp_theory.texts.syntax.unicode import whole


def families(items: list[Item]) -> Spelling | None:
    """Each of the two families as a name of its own."""
    defined = _defined(items)
    found = _families(items, defined, index_usage(items)) if defined else {}

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        letter = lone_sub(parts)
        mark = found.get((base.key, letter)) if letter is not None else None
        return (mark, parts) if mark is not None else None

    return renamed(change) if found else None


def _defined(items: list[Item]) -> dict[str, list[str]]:
    """The names that are defined with several index letters, and those letters."""
    out: dict[str, list[str]] = {}
    for base, parts in (name for item in items if (name := left_name(item)) is not None):
        letter = lone_sub(parts)
        if letter is not None and letter.islower() and letter not in out.setdefault(base.key, []):
            out[base.key].append(letter)
    return {key: letters for key, letters in out.items() if len(letters) > 1}


def _families(items: list[Item], defined: dict[str, list[str]], survey: Survey) -> dict[tuple[str, str], str]:
    """For the key of a name and the letter of its index, the mark of the family that it is.

    Two letters run over different ranges when the page says so, or when they never stand in the same place below
    the same name, but both in their own place below one name, as k and j in w_{kj}.
    """
    unshifted = {key: [x for x in letters if x not in survey.shifted] for key, letters in defined.items()}
    pairs = {key: letters for key, letters in unshifted.items() if len(letters) == 2}
    alike = _alike(items, set(pairs), survey)
    out: dict[tuple[str, str], str] = {}
    for key, (first, second) in sorted(pairs.items()):
        if not _only_indexed(items, key):
            continue
        tops = [whole(survey.ranges[x][1]) if x in survey.ranges else "" for x in (first, second)]
        if all(tops):
            same = {x for x, (_, high) in survey.ranges.items() if whole(high) == tops[1]}
            apart = tops[0] != tops[1]
        else:
            same = {x for x in alike if alike[x] == alike.get(second)} | {second}
            apart = first not in same and _side_by_side(items, first, second)
        if apart:
            out.update({(key, letter): f"of {second}" for letter in same})
    return out


def _only_indexed(items: list[Item], key: str) -> bool:
    """Whether every occurrence of a name has one index that is a letter: else nobody knows which family is meant."""
    return all(lone_sub(parts) is not None for base, parts in all_names(items) if base.key == key)


def _places(items: list[Item]) -> list[tuple[str, int, str, str]]:
    """Every letter below a name: the name with what stands above it, the place, the letter, the name's key."""
    out = []
    for base, parts in all_names(items):
        above = "".join(text for text in map(whole, all_above(parts)) if "(" in text)
        for place, letter in enumerate(_below(parts)):
            if letter is not None:
                out.append((base.key + above, place, letter, base.key))
    return out


def _below(parts: Parts) -> list[str | None]:
    return [lone_letter(index) for sub in all_below(parts) for index in indices_of(sub)]


def _alike(items: list[Item], twice: set[str], survey: Survey) -> dict[str, str]:
    """For every index letter one that stands for all of its range; names that are defined twice say nothing."""
    groups: dict[str, set[str]] = {}

    def join(letters: set[str]) -> None:
        joined = set(letters).union(*(groups.get(x, {x}) for x in letters))
        for x in joined:
            groups[x] = joined

    places: dict[tuple[str, int], set[str]] = {}
    for name, place, letter, own in _places(items):
        if own not in twice:
            places.setdefault((name, place), set()).add(letter)
    tops: dict[str, set[str]] = {}
    for letter, (_, high) in survey.ranges.items():
        tops.setdefault(whole(high), set()).add(letter)
    for letters in (*places.values(), *tops.values()):
        join(letters)
    return {x: min(group) for x, group in groups.items()}


def _side_by_side(items: list[Item], first: str, second: str) -> bool:
    """Whether both letters stand below one name, each in a place of its own: w_{kj}."""
    pairs = {tuple(_below(parts)) for _, parts in all_names(items)}
    return ((first, second) in pairs) != ((second, first) in pairs)
