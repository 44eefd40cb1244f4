"""One letter with several meanings: from the place where it is given another one, it is a name of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from mlp_theory.texts.conventions.spelling import renamed, respell
from mlp_theory.texts.items import Item
from mlp_theory.texts.source.regions import Region
from mlp_theory.texts.syntax.names import ANEW, Base
from mlp_theory.texts.syntax.script_parts import Parts, has_sub

Place = tuple[int, int]
"""Line and column of a statement on its page."""


@dataclass(frozen=True)
class Opening:
    """A statement from which on a letter means something else.

    Attributes
    ----------
    place : Place
        Of the first statement in which it does.
    key : str
        Of the letter.
    number : int
        Of the meaning; 0 is the first one of the page.
    said : Place
        Of the statement that gives the meaning; this need not be the first that has it.
    bare : bool
        Whether f_c keeps its meaning where f has another one.
    until : Region, optional
        Where it ends; None where it goes on until the next one.
    """

    place: Place
    key: str
    number: int
    said: Place
    bare: bool = False
    until: Region | None = None

    @property
    def mark(self) -> str:
        """The accent of the letter where it has this meaning; "" of the first one."""
        return f"{ANEW}{self.number + 1}" if self.number else ""


@dataclass(frozen=True)
class Local:
    """Statements in which some letters are arguments of a function, and nothing of the page.

    Attributes
    ----------
    places : frozenset of Place
    keys : frozenset of str
        Of the letters.
    """

    places: frozenset[Place]
    keys: frozenset[str]


Meanings = tuple[Opening | Local, ...]
"""What is known of the letters of a page that have several meanings."""


def region_of(meanings: Meanings, base: Base) -> str:
    """Where a name of the page has its meaning, ``lines 12–40``; "" where its letter has one meaning throughout."""
    own = tuple(accent for accent in base.accents if accent.startswith(ANEW))
    letter = replace(base, accents=base.plain_accents)
    opened = sorted((o for o in meanings if isinstance(o, Opening) and o.key == letter.key), key=lambda o: o.place)
    if not opened:
        return ""
    stretches: list[tuple[int, int | None]] = [] if own else [(1, opened[0].place[0] - 1)]
    for opening, behind in zip(opened, [*opened[1:], None], strict=True):
        if (opening.mark,) == (own or ("",)):
            ends = [opening.until.last] if opening.until is not None else []
            ends += [behind.place[0] - 1] if behind is not None else []
            stretches.append((opening.place[0], max(min(ends), opening.place[0]) if ends else None))
    return "lines " + ", ".join(f"{begin}–{end if end is not None else 'end'}" for begin, end in stretches)


def tell_apart(items: Iterable[Item], meanings: Meanings) -> None:
    """Write each letter with the mark of its meaning at each place of the page itself."""
    opened: dict[Place, list[Opening]] = defaultdict(list)
    local: dict[Place, frozenset[str]] = {}
    for one in meanings:
        if isinstance(one, Opening):
            opened[one.place].append(one)
        else:
            local |= dict.fromkeys(one.places, one.keys)
    open_now: dict[str, list[Opening]] = defaultdict(list)
    for item in items:
        if not item.own:
            continue
        place = item.place()
        for opening in opened.pop(place, ()):
            open_now[opening.key].append(opening)
        _close(open_now, item.piece.region, {opening.place for key in open_now for opening in open_now[key]} - {place})
        here = {key: stack[-1] for key, stack in open_now.items() if stack}
        if here or place in local:
            respell([item], renamed(_change(here, local.get(place, frozenset()))))


def _close(open_now: dict[str, list[Opening]], region: Region, older: set[Place]) -> None:
    """Take back the meanings of letters that have ended before this region."""
    for stack in open_now.values():
        stack[:] = [o for o in stack if o.until is None or o.place not in older or region.within(o.until)]


def _change(here: dict[str, Opening], local: frozenset[str]) -> Callable[[Base, Parts], tuple[str, Parts] | None]:
    """How a name is written among these meanings."""

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        if base.key in local:
            return f"{ANEW}0", parts
        for opening in (here[key] for key in _owners(base, parts) if key in here):
            alone = opening.key == base.key
            if opening.bare and (has_sub(parts) or not alone):
                continue
            return (opening.mark, parts) if opening.mark else None
        return None

    return change


def _owners(base: Base, parts: Parts) -> list[str]:
    """The letters that a name belongs to: itself; of x_i also a bold x, of a_ij a capital A."""
    if not has_sub(parts) or base.upper:
        return [base.key]
    whole = [base.also(bold=True), base.also(bold=True, upper=True), base.also(bold=False, upper=True)]
    return [base.key, *(other.key for other in whole)]
