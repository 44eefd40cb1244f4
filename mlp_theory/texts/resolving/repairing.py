"""The repair of a page: one letter means two things, where fewer lines are false then and none is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.conventions.meanings import Local, Meanings, Opening
from mlp_theory.texts.items import Item
from mlp_theory.texts.reports.verdict import FileReport
from mlp_theory.texts.resolving.candidates import Candidate, candidates
from mlp_theory.texts.resolving.local_arguments import LocalCandidate, local_arguments
from mlp_theory.texts.resolving.told import Key, Told, key_of
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.verdicts.kinds.declares import DECLARES
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.reasons.eased import MayDefineAnew
from mlp_theory.texts.verdicts.reasons.unknown_letters import DeclaredTwice
from mlp_theory.texts.verdicts.reasons.unread_functions import WrongArguments


@dataclass(frozen=True)
class Reading:
    """A page as it was collected with some meanings, and what was told of it."""

    bench: Bench
    report: FileReport
    meanings: Meanings = ()


Again = Callable[[Meanings], Reading]
"""Collects a page with these meanings, and judges it."""


def repaired(first: Reading, again: Again) -> Reading:
    """The reading under which fewer lines are false; the first one, unless another one gains and loses nothing.

    At most two more are tried: with all that may be another meaning, and with those that proved to be one.
    """
    told = Told(first.report)
    mixed = any(isinstance(verdict.why, (DeclaredTwice, WrongArguments)) for verdict in first.report.verdicts)
    if not told.bad and not mixed:
        return first
    found: list[Candidate | LocalCandidate] = [*candidates(first.bench, told), *local_arguments(first.bench, told)]
    if not found:
        return first
    kept, second = found, again(tuple(one.opening for one in found))
    open_ = [one for one in found if not _loses(one, told, second)]
    proved = [one for one in found if _is_proved(one, told, second)]
    if proved != kept:
        kept, second = proved, again(tuple(one.opening for one in proved)) if proved else first
    if kept and not _gains(told, Told(second.report)):
        kept, second = [], first
    return replace(second, report=_annotated(second, kept, [one for one in open_ if one not in kept]))


def _is_proved(one: Candidate | LocalCandidate, told: Told, second: Reading) -> bool:
    """Whether a second meaning explains lines that were false, and costs none that stood."""
    after = Told(second.report)
    own = _own_links(one, after, second.bench)
    reach = _reach(one, after, second.bench)
    if _loses(one, told, second):
        return False
    bad = len(after.bad & reach) - len(told.bad & reach)
    better = [key for key in reach if _stood(after, key) and not _stood(told, key)]
    follows = any(key in told.bad and after.kinds[key].confirms for key in reach - own)
    if isinstance(one, LocalCandidate):
        return bad <= 0 and bool(better)
    if one.binding.declares:
        return len(better) > max(bad, 0)
    more = bad < 0 or (bad == 0 and any(after.kinds[key].confirms for key in set(better) - own))
    return more and (one.sure or follows)


def _reach(one: Candidate | LocalCandidate, told: Told, bench: Bench) -> set[Key]:
    """The links in which the letter has the meaning, and those of the statement that gives it."""
    speaking = (told.of(item) for item in bench.items if _speaks_of(item, one.opening))
    return _own_links(one, told, bench).union(*speaking)


def _loses(one: Candidate | LocalCandidate, told: Told, second: Reading) -> bool:
    """Whether a line that stood was written for the meaning before."""
    after = Told(second.report)
    return any(_stood(told, key) and not _stood(after, key) for key in _reach(one, after, second.bench))


def _stood(told: Told, key: Key) -> bool:
    """Whether a line was read, and could be relied on."""
    return key in told.kinds and (told.kinds[key].established or told.kinds[key] is DECLARES)


def _own_links(one: Candidate | LocalCandidate, told: Told, bench: Bench) -> set[Key]:
    """The links of the statement that gives the meaning."""
    return set().union(*(told.of(item) for item in bench.items if item.own and item.place() == one.said))


def _speaks_of(item: Item, meaning: Opening | Local) -> bool:
    """Whether a letter stands in a statement with this meaning."""
    if not item.own:
        return False
    if isinstance(meaning, Local):
        return item.place() in meaning.places
    if not meaning.mark:
        return False
    return any(meaning.mark in base.accents and _is_of(base.key, meaning) for base, _, _ in names_in(tuple(item.syns)))


def _is_of(key: str, meaning: Opening) -> bool:
    return key.replace(f"~{meaning.mark}", "").rstrip("!").lower() == meaning.key.rstrip("!").lower()


def _gains(told: Told, after: Told) -> bool:
    """Whether fewer lines are false or more are read, and none that stood is lost."""
    if any(_stood(told, key) and not _stood(after, key) for key in told.kinds):
        return False
    read, read_before = (sum(_stood(one, key) for key in one.kinds) for one in (after, told))
    return (len(after.bad), -read) < (len(told.bad), -read_before)


def _annotated(
    reading: Reading, kept: list[Candidate | LocalCandidate], left: list[Candidate | LocalCandidate]
) -> FileReport:
    """The report, with the meanings told where they were taken, and doubts where one could not be proved."""
    told, says = Told(reading.report), {}
    for one in reversed(kept):  # of two that give the same meaning, the first one is told
        for item in reading.bench.items:
            if _speaks_of(item, one.opening):
                says |= dict.fromkeys(told.of(item), one.tells(item.source))
    doubts: dict[Key, str] = {}
    for one in left:
        if isinstance(one, Candidate) and one.open_to_doubt:
            doubts |= dict.fromkeys(_own_links(one, told, reading.bench), one.doubts())
    verdicts = []
    for verdict in reading.report.verdicts:
        key = key_of(verdict)
        if key in says:
            verdict = replace(verdict, reading="; ".join(filter(None, (verdict.reading, says[key]))))
        if key in doubts and verdict.kind is FALSE:
            verdict = replace(verdict, kind=DOUBTFUL, why=MayDefineAnew(doubts[key]))
        verdicts.append(verdict)
    return replace(reading.report, verdicts=tuple(verdicts))
