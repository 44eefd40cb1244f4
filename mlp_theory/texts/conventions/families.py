r"""Two families of one name, told apart by the letter of their index: ``\text{net}_j`` and ``\text{net}_k``."""

from __future__ import annotations

from mlp_theory.texts.conventions.respelling import Parts, left_name, lone_letter, lone_sub, names_of
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.atoms import indices_of
from mlp_theory.texts.syntax.unicode import whole


def families(items: list[Item], survey: Survey) -> dict[tuple[str, str | None], str]:
    """For the key of a name and the letter of its index, the mark of the family that it is.

    Two letters run over different ranges when the page says so, or when they never stand in the same place below
    the same name, but both in their own place below one name, as k and j in w_{kj}.
    """
    defined: dict[str, list[str]] = {}
    for item in items:
        name = left_name(item)
        letter = lone_sub(name[1]) if name is not None else None
        if name is not None and letter is not None and letter not in survey.shifted and letter.islower():
            letters = defined.setdefault(name[0].key, [])
            if letter not in letters:
                letters.append(letter)
    out: dict[tuple[str, str | None], str] = {}
    twice = {key for key, letters in defined.items() if len(letters) == 2}
    alike = _alike(items, twice, survey)
    for key in sorted(twice):
        first, second = defined[key]
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
    return all(
        lone_sub(parts) is not None
        for item in items
        for side in item.statement.sides
        for base, parts in names_of(side.syn)
        if base.key == key
    )


def _places(items: list[Item]) -> list[tuple[str, int, str, str]]:
    """Every letter below a name: the name with what stands above it, the place, the letter, the name's key."""
    out = []
    for item in items:
        for side in item.statement.sides:
            for base, parts in names_of(side.syn):
                above = "".join(whole(p[0]) for p in parts if p.kind == "sup" and "(" in whole(p[0]))
                for place, letter in enumerate(_below(parts)):
                    if letter is not None:
                        out.append((base.key + above, place, letter, base.key))
    return out


def _below(parts: Parts) -> list[str | None]:
    return [lone_letter(index) for part in parts if part.kind == "sub" for index in indices_of(part[0])]


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
    pairs = {tuple(_below(parts)) for item in items for side in item.statement.sides for _, parts in names_of(side.syn)}
    return ((first, second) in pairs) != ((second, first) in pairs)
