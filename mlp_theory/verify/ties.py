"""Tag by tag: whether the line that cites an equation computes what the equation says.

The arrays are the chapter's own draw, and its derivatives are complex steps through the loss: nothing that the network
computes on the way back is taken from the network. Values are compared in the order of time: the first that differs is
where the fault is, whatever follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import cycle, islice
from typing import Any

import numpy as np

from mlp_theory.errors import check_count
from mlp_theory.texts.chapters import chapters, equations
from mlp_theory.texts.implementing.evaluated import Evaluated, PageAt, PageAtDraws
from mlp_theory.texts.source.files import read_file
from mlp_theory.verify.citations import Citation, citations
from mlp_theory.verify.recording import Recorded, record
from mlp_theory.verify.scenes import SCENES, Place, Scene
from mlp_theory.verify.tie_report import Tie, TieReport

TOLERANCE = 1e-10
"""Of the terms that make an entry: some thousand roundings of sums in another order, and no slip."""

RESOLVED = 1e-3
"""A draw whose largest entry is not known to this part of itself says nothing."""

DRAWS = 12
"""Values up to some thirty, and down to some hundredths; beside them come the special draws."""


ORDINARY = {"style": "normal", "scale": 1.0}
"""Where a size is special the values are not: beside an overflow nothing would be seen."""

DEEP = 6
"""The chapter that speaks of any number of layers: of one, too."""


def check_ties(*, draws: int = DRAWS, seed: int = 0) -> TieReport:
    """Hold every cited line of the network against its equation, at several draws and depths.

    Parameters
    ----------
    draws : int
        Of each chapter.
    seed : int

    Returns
    -------
    TieReport

    Raises
    ------
    KindError, OptionError
        When `draws` is no number from 1 on, or `seed` none from 0 on.

    Examples
    --------
    >>> from mlp_theory.verify import check_ties
    >>> check_ties(draws=1).ok
    True
    """
    draws = check_count("check_ties", "draws", draws)
    seed = check_count("check_ties", "seed", seed, least=0)
    tally = _Tally()
    for number, least, make in SCENES:
        for page, at in _places(number, draws, least, seed):
            scene = make(at, page.depth)
            with np.errstate(all="ignore"):  # at huge values exponentials overflow, and the page says nothing there
                run = record(scene.run, citations())
            tally.compare(at, scene, [r for r in run.values if _is_of(scene, number, r)])
            if run.broken is not None:
                tally.broken(run.broken, run.error)
            else:
                tally.count(scene, make.__name__)
    return tally.report()


def uncited() -> list[str]:
    """The tags that no code cites though their chapter does not say "theory only"."""
    cited = {tag for citation in citations() for tag in citation.tags}
    return [tag for tag, equation in equations().items() if tag not in cited and not equation.theory_only]


def _places(number: int, draws: int, least: int, seed: int) -> Iterator[tuple[PageAtDraws, PageAt]]:
    """A chapter at its draws, at two depths; then where code goes wrong that is right everywhere else."""
    draws = max(draws, least)
    for draw in range(draws):
        page = _page(number, draw % 2, seed)
        yield page, page.draw(draw)
    page = _page(number, 0, seed)
    special: list[dict[str, Any]] = [
        {"style": "zero"},  # ReLU has its kink there
        *({"style": "normal", "scale": scale} for scale in (1e-8, 1e2, 1e8) for _ in range(least)),
        *({"style": "positive", "scale": scale} for scale in (1e-8, 1e2, 1e8)),
        {"same": 2, **ORDINARY},  # square matrices
        *({"one": size, **ORDINARY} for size in page.sizes),
    ]  # fmt: skip
    for draw, how in enumerate(special, draws):
        yield page, page.draw(draw, **how)
    for deeper in (-1, -2) if number == DEEP else ():
        page = _page(number, deeper, seed)
        yield page, page.draw(draws, **ORDINARY)


@cache
def _page(number: int, deeper: int, seed: int) -> PageAtDraws:
    """A chapter by its number."""
    path = next(path for path in chapters() if path.name.startswith(f"{number:02}-"))
    return PageAtDraws(read_file(path), deeper=deeper, seed=seed)


def _is_of(scene: Scene, number: int, found: Recorded) -> bool:
    """Whether the page of a chapter speaks of a value."""
    return _chapter(found.tag) == number or scene.has_order(found.citation.function, found.tag)


def _chapter(tag: str) -> int:
    return int(tag.partition(".")[0])


class _Tally:
    """What the draws have shown of each cited line so far."""

    def __init__(self) -> None:
        self.errors: dict[tuple[Citation, str], list[float]] = {}
        self.says: dict[tuple[Citation, str], str] = {}
        self.first: tuple[Citation, str] | None = None
        self.counts: dict[tuple[str, str], tuple[Citation, int]] = {}
        self.ran: dict[str, dict[tuple[str, str], Citation]] = {}

    def compare(self, page: PageAt, scene: Scene, found: list[Recorded]) -> None:
        """Hold the values of one run against the equations, in the order of time."""
        places: dict[tuple[str, str], Iterable[Place]] = {}
        self.counts = {}
        for citation, tag, value, changed in found:
            if changed:
                self._note(citation, tag, float("inf"), f"it changes its argument {changed}")
            order = scene.order_of(citation.function, tag) or [None]
            group = (citation.function, tag)  # a loop and the line behind it go through the layers together
            values = scene.read[tag](value) if tag in scene.read else [value]
            self.counts[group] = citation, self.counts.get(group, (citation, 0))[1] + len(values)
            turn = places.setdefault(group, cycle(order))
            for each, place in zip(values, islice(turn, len(values)), strict=True):
                if place is not None:
                    self._hold(page, citation, tag, each, place)

    def count(self, scene: Scene, name: str) -> None:
        """Whether each line of the run has gone through all layers; one that runs at other draws runs at this one."""
        ran = self.ran.setdefault(name, {})
        ran |= {group: citation for group, (citation, _) in self.counts.items()}
        for (function, tag), citation in ran.items():
            count = self.counts.get((function, tag), (citation, 0))[1]
            length = len(scene.order_of(function, tag))
            if count % length if length and count else length != count:
                self._note(citation, tag, float("inf"), f"it ran {count} times for {length} layers")

    def broken(self, citation: Citation, error: Exception | None) -> None:
        """A line that raised computes nothing."""
        for tag in citation.tags:
            self._note(citation, tag, float("inf"), f"it raises {type(error).__name__}: {error}")

    def _hold(
        self,
        page: PageAt,
        citation: Citation,
        tag: str,
        value: np.ndarray,
        place: tuple[str, int | None],
    ) -> None:
        equation, layer = place
        with np.errstate(all="ignore"):
            expected = _said(page, equation, layer)
        if not _has_a_value(expected):
            return
        error, says = difference(value, expected)
        if says and layer is not None:
            says = f"for l = {layer} {says}"
        if says and equation != tag:
            says = f"{says}, which is ({equation}) there"
        self._note(citation, tag, error, says)

    def _note(self, citation: Citation, tag: str, error: float, says: str) -> None:
        self.errors.setdefault((citation, tag), []).append(error)
        if says:
            self.says.setdefault((citation, tag), says)
            self.first = self.first or (citation, tag)

    def report(self) -> TieReport:
        """Every citation, also one whose line never ran."""
        report = TieReport()
        for citation in citations():
            for tag in citation.tags:
                errors = self.errors.get((citation, tag), [])
                says = self.says.get((citation, tag), "" if errors else "the line has not run")
                verdict = "untested" if not errors else "differs" if says else "agrees"
                tie = Tie(tag, citation, verdict, max(errors, default=float("nan")), len(errors), says)
                report.ties.append(tie)
                if (citation, tag) == self.first:
                    report.first = tie
        return report


def _said(page: PageAt, name: str, layer: int | None) -> Evaluated:
    """What the page says: the right side of an equation at a layer, or the value of a letter."""
    if not name[0].isdigit():
        array = page.letter(name)
        return Evaluated({}, array, np.abs(array))
    return next(side for side in page.right_sides(name) if next(iter(side.loops.values()), None) == layer)


def _has_a_value(side: Evaluated) -> bool:
    """Whether a draw says anything: the exponentials of a page overflow where those of the code do not."""
    if not (np.isfinite(side.value).all() and np.isfinite(side.size).all()):
        return False
    value, size = np.abs(side.value), np.broadcast_to(side.size, side.value.shape)
    largest = value.max()
    return bool(largest == 0 or TOLERANCE * size[value == largest].max() <= RESOLVED * largest)


def difference(value: np.ndarray, expected: Evaluated) -> tuple[float, str]:
    """The largest difference relative to the terms of its entry, and in words where it is one."""
    value = np.atleast_2d(value)
    right = np.atleast_2d(expected.value)
    if value.shape != right.shape:
        return float("inf"), f"the code has the shape {value.shape}, the equation {right.shape}"
    gap = np.abs(value - right)
    size = np.atleast_2d(expected.size)
    size = size + np.finfo(float).eps * size.max()  # beside the others, an entry that underflows is zero
    with np.errstate(invalid="ignore", divide="ignore"):
        relative = np.where(gap == 0, 0.0, gap / size)
    relative = np.nan_to_num(relative, nan=np.inf, posinf=np.inf)  # a nan is not near to anything
    worst = float(relative.max())
    if worst <= TOLERANCE:
        return worst, ""
    i, j = np.unravel_index(int(relative.argmax()), relative.shape)
    return worst, f"in entry ({i + 1}, {j + 1}) the code has {value[i, j]:.6g}, the equation {right[i, j]:.6g}"
