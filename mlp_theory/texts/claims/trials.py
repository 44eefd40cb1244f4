"""One link of a claim, read and tested at one layer."""

from __future__ import annotations

from mlp_theory.texts.claims.admissible_draws import condition_tests
from mlp_theory.texts.claims.asked_of_letters import asked_of_letters, is_set_to_zero
from mlp_theory.texts.claims.bare_functions import with_bare_arguments
from mlp_theory.texts.claims.grounds import Grounds, grounds_of
from mlp_theory.texts.claims.how_read import how_read
from mlp_theory.texts.claims.link import Link
from mlp_theory.texts.claims.lost_dependence import lost_in
from mlp_theory.texts.claims.outcome import Outcome, outcome_of_error
from mlp_theory.texts.claims.scratch import forgetting
from mlp_theory.texts.claims.side_shapes import equate_sides, settle_sides, told
from mlp_theory.texts.claims.sides import is_derivative, unbound
from mlp_theory.texts.claims.tasks import is_zero, same_expression, task_of
from mlp_theory.texts.claims.undeclared import IMAGINARY, speaks_for_itself, unknown_functions
from mlp_theory.texts.collecting.worded_domains import give_words
from mlp_theory.texts.judging.judge import Judge
from mlp_theory.texts.reading.notations import reader_of
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.wholes import is_scalar
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.kind import Kind
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.beyond_limits import TooDeep
from mlp_theory.texts.verdicts.reasons.eased import RestsOnRoot
from mlp_theory.texts.verdicts.reasons.misfits import UnknownShape
from mlp_theory.texts.verdicts.reasons.unknown_letters import UndeclaredLetter, UndeclaredSize


def try_link(page: Page, judge: Judge, link: Link, scope: Scope, tensor: bool = False) -> Outcome | None:
    """Read both sides, settle their shapes, and test them.

    Parameters
    ----------
    page, judge
        What is known, and who tests.
    link : Link
    scope : Scope
        The layers that are meant.
    tensor : bool
        Whether derivatives may have more than two axes, as inside a bare chain rule.

    Returns
    -------
    Outcome or None
        None where the claim speaks of a layer that the network does not have.
    """
    with forgetting(page):
        trial = _Trial(page, link, scope, tensor)
        outcome = _judged(trial, judge)
    undecided = outcome is None or outcome.finding is None
    if undecided and trial.reader.could_be_entrywise and any(map(is_derivative, (link.left, link.right))):
        with forgetting(page):
            trial = _Trial(page, link, scope, tensor)
            trial.reader.entrywise = True
            other = _judged(trial, judge)
        if other is not None and other.kind.decides and other.finding is not None:
            other.reading = "entry by entry"
            return other
    return outcome


def _judged(trial: _Trial, judge: Judge) -> Outcome | None:
    """What a trial comes to, also where it breaks off."""
    try:
        return trial.judged(judge)
    except (MisfitError, UnreadError) as error:
        if trial.beyond_the_layers():
            return None
        outcome = outcome_of_error(error, trial.side, trial.left_shape())
        if outcome.kind is FALSE and trial.scope.params:
            outcome = Outcome(UNREAD, UnknownShape(f"with σ alone for σ(a) it has no shapes: {outcome.why}"))
        outcome.explanation, outcome.grounds = trial.explanation(), trial.grounds()
        return outcome
    except RecursionError:
        return Outcome(UNREAD, TooDeep("nested too deeply"))


class _Trial:
    """A link while it is read: how far it has come, for the explanation of what went wrong."""

    def __init__(self, page: Page, link: Link, scope: Scope, tensor: bool):
        self.page, self.link, self.scope = page, link, scope
        self.solver = Solver(page.dims)
        self.reader = reader_of(page, self.solver, claim=True)
        self.reader.tensor = tensor
        self.side = link.k
        self.left: Term | None = None
        self.right: Term | None = None
        self.used: set[str] = set()
        self.arguments: set[str] = set()  # of functions and derivatives, neither declared nor defined
        self._mark = len(page.dims.trail)

    def judged(self, judge: Judge) -> Outcome | None:
        """What the judge says, or what keeps the link from being tested; None beyond the layers of the network."""
        left, right, unknown_left = self._read()
        if (strange := self._strange_size()) is not None:
            return strange
        if self.beyond_the_layers():
            return None
        if (undeclared := self._undeclared(unknown_left)) is not None:
            return self._explained(undeclared)
        conditions = self.link.item.statement.conditions
        tests = [test for c in conditions for test in condition_tests(self.page, c, self.reader, self.scope)]
        settle_sides(self.solver, left, right)
        for key in self.reader.unknown:
            give_words(self.page, self.page.infos[key])
        if (strange := self._strange_size()) is not None:
            return strange
        shapes = (self.solver.show(left), self.solver.show(right))
        equate_sides(self.solver, left, right)
        a, b = left.node(), right.node()
        zero = is_zero(a) or is_zero(b) or left.free_zero or right.free_zero
        if a is b and (nothing := same_expression(self.link, a, self.reader)) is not None:
            return nothing
        task = task_of(self.page, self.reader, self.link, (a, b), tests, zero)
        if isinstance(task, Reason):
            return self._explained(task)
        if (lost := lost_in(self.page, (task.left, task.right, *task.tests), self.reader.unknown)) is not None:
            return self._explained(_lost_says(lost))
        if self.reader.unknown:
            judge.draws.forget()  # in another claim they may have been of another shape
        explanation = self.explanation()
        finding = judge.test(task)
        if finding.kind is FALSE and (why := asked_of_letters(self.page, task)) is not None:
            return self._explained(why, SUPPOSES if is_set_to_zero(task) else UNREAD)
        grounds = self.grounds()
        return Outcome(finding.kind, finding.reason, finding, shapes=shapes, explanation=explanation, grounds=grounds)

    def _read(self) -> tuple[Term, Term, dict[str, str]]:
        """Both sides as terms, and the letters that are unknown on the left one."""
        reader, link = self.reader, self.link
        self.scope = with_bare_arguments(self.page, self.scope, reader, [link.left, link.right])
        reader.elsewhere = unbound(link.right)
        left = self.left = reader.expression(link.left, self.scope)
        unknown_left, used_left = dict(reader.unknown), reader.used
        reader.elsewhere |= unbound(link.left)
        reader.used, self.side = set(), link.m
        right = self.right = reader.expression(link.right, self.scope)
        self.used = used_left | reader.used
        return left, right, unknown_left

    def _undeclared(self, unknown_left: dict[str, str]) -> Reason | None:
        """The first letter that is not declared and must be: its typography alone does not say what it is.

        A letter that nothing declares is a number where it is the argument of a function: σ(−x) = 1 − σ(x).
        """
        reader = self.reader
        for key, says in reader.unknown.items():
            info = self.page.infos[key]
            if key in unknown_left and key in reader.used and key in reader.arguments:
                if info.base.letter in IMAGINARY or info.base.key in self.page.survey.called:
                    return UndeclaredLetter(says)
                self.arguments.add(key)
            elif not speaks_for_itself(self.page, info, (self.link.left, self.link.right)):
                return UndeclaredLetter(says)
        return None

    def left_shape(self) -> str:
        """The shape of the left side, once the right one is read; "" where it is not known whole."""
        shape = told(self.solver, self.left) if self.left is not None else "?"
        return "" if "?" in shape else shape

    def beyond_the_layers(self) -> bool:
        """Whether it speaks of a layer that the network does not have, as W_{l+1} at the last one."""
        return bool(self.scope.loops) and any("[" in key for key in self.reader.unknown)

    def explanation(self) -> list[str]:
        """How both sides were read, as far as they were."""
        return how_read(self.page, self.solver, self.left, self.right, self.used | self.reader.used)

    def grounds(self) -> Grounds:
        """What it rests on, as far as it was read."""
        reader = self.reader
        numbers = {key for key in self.arguments if is_scalar(self.page, self.page.infos[key])}  # that is no guess
        unknown = {key: says for key, says in reader.unknown.items() if key not in numbers}
        unknown |= unknown_functions(reader.functions.values(), (self.link.left, self.link.right))
        return grounds_of(self.page, self.used | reader.used, unknown, reader.roots)

    def _explained(self, why: Reason, kind: Kind = UNREAD) -> Outcome:
        """That it is not tested, with how it was read."""
        return Outcome(kind, why, explanation=self.explanation(), grounds=self.grounds())

    def _strange_size(self) -> Outcome | None:
        """A size that only this claim names: what it is must not be taken from the claim."""
        dims = self.page.dims
        for where, name in dims.trail[self._mark :]:
            if where is dims.bound and not name.startswith("?"):
                return Outcome(UNREAD, UndeclaredSize(f"the size {name} is not declared"))
        return None


def _lost_says(info: Info) -> Reason:
    """That something is derived through a letter of which nobody knows what it depends on."""
    if info.root is None:
        return UndeclaredLetter(f"{info.show} is neither declared nor defined: nothing says what it depends on")
    says = f"{info.show}, of which line {info.root.line} says something that is not used, may depend on the variable"
    return RestsOnRoot(f"{says}: {info.root.text}")
