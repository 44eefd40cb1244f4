"""Judging: two sides, each evaluated from its own text, at draws of sizes, values and scales."""

from __future__ import annotations

from mlp_theory.symbolic import Dimensions, EvaluationError, OutsideError
from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.limits import MemoryLimitError, TimeLimitError, now
from mlp_theory.symbolic.world import NEAR_KINK
from mlp_theory.texts.judging.attack import Attack, attack, found_at
from mlp_theory.texts.judging.both_sides import NotCompared, underflows
from mlp_theory.texts.judging.comparing import Compared, compare_at, counterexample, violated
from mlp_theory.texts.judging.draws import Draws
from mlp_theory.texts.judging.findings import Finding, Task
from mlp_theory.texts.judging.needed_sizes import sizes_of
from mlp_theory.texts.judging.probes import probes
from mlp_theory.texts.judging.remembered import Remembered, asked
from mlp_theory.texts.judging.roots import seek_root
from mlp_theory.texts.judging.tally import Tally
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.beyond_limits import OutOfMemory, OutOfTime
from mlp_theory.texts.verdicts.reasons.decided import NotAttacked, NowhereEqual, OneSided
from mlp_theory.texts.verdicts.reasons.undecided import NoValue, UnreachedBranch

MORE_DRAWS = 5


class Judge:
    """Tests relations on one page.

    Parameters
    ----------
    book, dimensions, infos
        What the page knows.
    seed, draws, seconds
        Of the draws, and how long one equation may take.
    avoid : frozenset of int
        Sizes that are not drawn.
    remembered : Remembered, optional
        What was found when the page was read with other meanings of its letters.
    """

    def __init__(
        self,
        book: Book,
        dimensions: Dimensions,
        infos: dict[str, Info],
        *,
        seed: int = 0,
        draws: int = 12,
        seconds: float = 5.0,
        avoid: frozenset[int] = frozenset(),
        remembered: Remembered | None = None,
    ):
        self.draws = Draws(book, dimensions, infos, seed, avoid)
        self.n_draws, self.seconds = draws, seconds
        self.remembered = remembered

    def test(self, task: Task) -> Finding:
        """Whether a relation holds at all draws."""
        if self.remembered is None:
            return self._tested(task)
        question = asked(task, self.draws.book, self.draws.dims, self.draws.infos)
        finding = self.remembered.of(question)
        if finding is None:
            finding = self._tested(task)
            self.remembered.keep(question, finding)
        return finding

    def _tested(self, task: Task) -> Finding:
        deadline = now() + self.seconds
        tally = Tally()
        found = self._draw(task, tally, deadline)
        if found is not None:
            return found
        doubt = tally.doubt(self.n_draws)
        # An equation that no draw could test is not tested by what is rarer still.
        if task.relation != "=" or not doubt:
            found = found_at(task, probes(task, self.draws, deadline))
        if found is not None:
            return found
        if doubt:
            return Finding(UNREAD, doubt)
        attacked = self._attack(task, deadline)
        if attacked.finding is not None:
            return attacked.finding
        if attacked.outcome == "interrupted":
            return Finding(
                UNREAD, OutOfTime(f"the search for a counterexample takes longer than {self.seconds:g} seconds")
            )
        if not tally.every_branch_in_reach() and self._moves(task):
            return Finding(UNREAD, UnreachedBranch("a branch of a piecewise function was never reached"), tally.good)
        return Finding(HOLDS, _remark(task, tally, attacked), tally.good, error=tally.worst)

    def _moves(self, task: Task) -> bool:
        """Whether anything in a relation is drawn: of given numbers alone there is one value, on one branch."""
        book = self.draws.book
        keys = {key for node in (task.left, task.right, *task.tests) for key in book.keys_of(node)}
        sizes = sizes_of(task, book, self.draws.dims, self.draws.infos)
        return bool(keys - book.definitions.keys() or task.axes or sizes)

    def _attack(self, task: Task, deadline: float) -> Attack:
        if task.relation == "=":
            return Attack("attacked")  # one draw is as good as another
        return (seek_root if task.relation == "!=" else attack)(task, self.draws, deadline)

    def _draw(self, task: Task, tally: Tally, deadline: float) -> Finding | None:
        """Compare the sides at draw after draw, until enough is seen or something is found."""
        limit = self.n_draws * MORE_DRAWS + 10
        margin = None
        while tally.attempts < limit and not (tally.good >= self.n_draws and tally.every_branch()):
            if margin is None:
                world = self.draws.kept_world(tally.attempts)
            else:
                world = self.draws.world(tally.attempts)
                world.margin = margin
            tally.attempts += 1
            world.deadline = deadline
            try:
                found = compare_at(task, world)
            except OutsideError:
                tally.outside += 1
                continue
            except EvaluationError as error:
                return Finding(UNREAD, NoValue(str(error)), tally.good)
            except (MemoryLimitError, MemoryError):
                return Finding(UNREAD, OutOfMemory("it needs more memory than one equation may"), tally.good)
            except TimeLimitError:
                return Finding(UNREAD, OutOfTime(f"it takes longer than {self.seconds:g} seconds"), tally.good)
            if world.margin > NEAR_KINK:
                margin = max(margin or 0.0, world.margin)
                self.draws.forget()  # what was noticed of kinks was noticed with another margin
            if isinstance(found, NotCompared):
                tally.miss(found, world, self.draws.is_moderate(tally.attempts - 1))
            elif world.near_kink:
                tally.kinks += 1
            elif violated(task, found, world):
                return counterexample(task, found, world, tally.good)
            else:
                tally.add(task, found, world, self._underflows(task, found, tally.attempts - 1))
        return None

    def _underflows(self, task: Task, found: Compared, draw: int) -> bool:
        """Whether what vanishes altogether has only become too small to be a number."""
        return task.zero and found.magnitude == 0 and underflows(task, self.draws.world(draw))


def _remark(task: Task, tally: Tally, attacked: Attack) -> Reason | None:
    """What a reader should know of a relation that holds."""
    if tally.one_sided:  # log x² = 2 log x
        return OneSided(f"at {tally.good} draws where both sides are defined; elsewhere only one of them is")
    if attacked.outcome == "not attacked":
        return NotAttacked(f"at {tally.good} draws, not attacked: {attacked.why}")
    if task.relation == "!=":
        return NowhereEqual(f"at {tally.good} draws; no place was found where both sides are equal")
    return None
