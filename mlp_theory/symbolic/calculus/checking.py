"""Is every step of a derivation true? Both sides at random arrays; every gradient by differences too.

Two sides are held against each other entry by entry, in units of the terms that made them, so that neither the size of
the loss nor that of a gradient matters. A derivative is a complex step (Squire & Trapp, SIAM Review 40, 1998), which
knows none of the laws that are checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from mlp_theory.errors import ShapeError, UncheckedPageError, check_count
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.differences import check_gradients
from mlp_theory.symbolic.calculus.kinks import Kink, kinks_in, note_sides, visible
from mlp_theory.symbolic.calculus.line import Line
from mlp_theory.symbolic.calculus.numbers import Draw
from mlp_theory.symbolic.calculus.worked import Worked
from mlp_theory.symbolic.calculus.writing.writer import unicode_of
from mlp_theory.symbolic.expressions import Derivative, Node, Variable
from mlp_theory.symbolic.limits import EvaluationError
from mlp_theory.symbolic.steps import ROUNDING_UNIT
from mlp_theory.symbolic.values import Value

RESOLUTION = 1e-6
"""A difference hidden in the rounding of terms that cancel decides nothing, once it could be this part of the value."""

HINT = (
    "hint: a side has no finite value; where a logarithm, a root or a power is taken, say that the letter is positive: "
    'matrix("X", d, n, "positive")'
)

ATTEMPTS = 6
"""Draws in place of one that decides nothing: too near to a kink, with every entry zero on both sides, or with all
arguments of a function on one side of its kink."""


@dataclass(frozen=True)
class StepVerdict:
    """What numbers say of one step.

    Attributes
    ----------
    line, step : int
        Which it is, counted from 1; step 0 stands for the end of a line and for its name.
    verdict : str
        "holds", "false" or "untested".
    law : str
    error : float
        The largest difference, relative to the terms that made both sides.
    says : str
        The step, in words.
    """

    line: int
    step: int
    verdict: str
    law: str
    error: float
    says: str


@dataclass
class CheckReport:
    """Every step of a derivation with its verdict, and every gradient held against `scipy.optimize.check_grad`.

    Attributes
    ----------
    verdicts : list of StepVerdict
    gradients : dict of str to float
        By letter, the norm that `check_grad` returns, relative to the norm of the gradient.
    allowed : dict of str to float
        By letter, what forward differences and the rounding of the loss leave of it.
    draws : int
    hint : str
        What would make steps testable that are not.
    """

    verdicts: list[StepVerdict] = field(default_factory=list)
    gradients: dict[str, float] = field(default_factory=dict)
    allowed: dict[str, float] = field(default_factory=dict)
    draws: int = 0
    hint: str = ""

    @property
    def failures(self) -> list[StepVerdict]:
        """Steps that are false or could not be tested."""
        return [verdict for verdict in self.verdicts if verdict.verdict != "holds"]

    @property
    def ok(self) -> bool:
        """Whether every step holds, and every gradient agrees with its differences."""
        return (
            bool(self.verdicts)
            and not self.failures
            and all(e <= self.allowed[name] for name, e in self.gradients.items())
        )

    def assert_ok(self) -> None:
        """Raise with the first step that fails.

        Raises
        ------
        UncheckedPageError
        """
        if not self.ok:
            first = self.failures[0].says if self.failures else "a gradient differs from its differences"
            raise UncheckedPageError("A derivation does not hold", expected="every step true", got=first)

    def __str__(self) -> str:
        worst = max((v.error for v in self.verdicts), default=0.0)
        lines = [f"line {v.line}, step {v.step}: {v.verdict.upper()}  {v.says}  [{v.law}]" for v in self.failures]
        lines.append(
            f"{len(self.verdicts) - len(self.failures)} of {len(self.verdicts)} steps hold at {self.draws} draws, "
            f"worst relative error {worst:.0e}"
        )
        lines += [self.hint] if self.hint else []
        lines += [f"check_grad ∂L/∂{name}: {error:.0e}" for name, error in self.gradients.items()]
        return "\n".join(lines)

    __repr__ = __str__


@dataclass
class _Equation:
    """One step under test: its place, both sides, and what the draws have shown so far."""

    line: int
    step: int
    law: str
    before: Node
    after: Node
    errors: list[float] = field(default_factory=list)
    one_sided: set[Kink] = field(default_factory=set)

    @property
    def worst(self) -> float:
        return max(self.errors, default=0.0)

    def verdict(self, draws: int) -> StepVerdict:
        # An argument may never be negative, as in ReLU(e^Z); but a kink elsewhere than at 0 must have been passed.
        reached = len(self.errors) >= draws and all(kink.at == 0 for kink in self.one_sided)
        verdict = "false" if self.worst > 1 else "holds" if reached else "untested"
        says = f"{unicode_of(self.before)} = {unicode_of(self.after)}"
        return StepVerdict(self.line, self.step, verdict, self.law, self.worst * ROUNDING_UNIT, says)


def check(derivation: Worked, *, draws: int = 3, seed: int = 0) -> CheckReport:
    """Hold every step of a derivation, and every gradient, against numbers.

    Raises
    ------
    KindError, OptionError
        When `draws` is no number from 1 on, or `seed` none from 0 on.
    """
    draws = check_count("check", "draws", draws)
    seed = check_count("check", "seed", seed, least=0)
    equations = [e for n, line in enumerate(derivation.lines, 1) for e in _equations(n, line)]
    tested = [e for e in equations if _has_one_shape(e)]
    nodes = [derivation.loss, *(line.result for line in derivation.lines)]
    every = [*nodes, *(side for e in tested for side in (e.before, e.after))]
    kinks = kinks_in(every)
    for equation in tested:
        seen = visible(equation.before, equation.after)
        equation.one_sided = {kink for kink in kinks if kink.argument in seen}
    sides: dict[Kink, set[bool]] = {kink: set() for kink in kinks}
    for number in range(draws * ATTEMPTS):
        open_ones = [e for e in tested if e.worst <= 1 and (len(e.errors) < draws or e.one_sided)]
        if not open_ones:
            break
        far = max((abs(kink.at) for e in open_ones for kink in e.one_sided), default=0.0)
        scale = 1.0 + far if number >= draws and number % 2 else 1.0  # far kinks are passed by large arguments
        draw = Draw(every, 1000 * seed + number, scale)
        found = [(e, _difference(draw, e.before, e.after)) for e in open_ones]
        if draw.near_kink:
            continue
        for equation, error in found:
            if error is not None:
                equation.errors.append(error)
        note_sides(draw, sides)
        for equation in open_ones:
            equation.one_sided = {kink for kink in equation.one_sided if len(sides[kink]) < 2}
    report = CheckReport([e.verdict(draws) for e in equations], draws=draws)
    if any(not e.errors and _has_no_value(Draw(every, 1000 * seed), e) for e in tested):
        report.hint = HINT
    by_letters = [line for line in derivation.lines if _by_letter(line)]
    for name, error, allowed in check_gradients(derivation.loss, by_letters, seed):
        report.gradients[name], report.allowed[name] = error, allowed
    return report


def _equations(number: int, line: Line) -> list[_Equation]:
    """Each step of a line; 0 where the end of a step is not the beginning of the next."""
    out = []
    last = line.meaning
    for k, step in enumerate(line.steps, 1):
        if step.before is not last:
            out.append(_Equation(number, 0, "one step after the other", last, step.before))
        out.append(_Equation(number, k, step.law, step.before, step.after))
        last = step.after
    if last is not line.result:
        out.append(_Equation(number, 0, "the result", last, line.result))
    if line.name is not None and line.name.body is not line.result:
        out.append(_Equation(number, 0, "a name", line.meaning, line.name.body))
    return out


def _has_one_shape(equation: _Equation) -> bool:
    """Whether both sides have one shape, whatever the sizes; if not, that is what is false of it."""
    try:
        if al.shape_of(equation.before) == al.shape_of(equation.after):
            return True
    except ShapeError:
        pass
    equation.errors.append(float("inf"))
    return False


def _by_letter(line: Line) -> bool:
    return (
        isinstance(line.meaning, Derivative)
        and line.meaning.layout == "gradient"
        and isinstance(line.meaning.wrt, Variable)
    )


def _has_no_value(draw: Draw, equation: _Equation) -> bool:
    """Whether a side is not finite, as the logarithm of a negative number."""
    try:
        return not all(np.isfinite(draw.value(side).v).all() for side in (equation.before, equation.after))
    except EvaluationError:
        return False


def _difference(draw: Draw, before: Node, after: Node) -> float | None:
    """The largest difference of two sides in units of their rounding; None where this draw decides nothing."""
    try:
        left, right = draw.value(before), draw.value(after)
    except EvaluationError:
        return None
    if left.shape != right.shape:
        return float("inf")
    if draw.world.absorbed and not np.any(left.v) and not np.any(right.v):
        return None  # 1 − tanh²(1000 z) is 0 by rounding: whatever it multiplies has vanished
    return difference(left, right)


def difference(left: Value, right: Value) -> float | None:
    """The largest |left − right| over all entries, in units of what rounding may do to the terms that made them."""
    bound = ROUNDING_UNIT * (np.abs(left.m) + np.abs(right.m))
    gap = np.abs(left.v - right.v)
    size = float(np.maximum(np.abs(left.v), np.abs(right.v)).max())
    if not np.all(np.isfinite(gap)) or (size == 0 and not bound.any()):
        return None
    error = float((gap / np.where(bound > 0, bound, np.inf)).max()) if np.all(gap[bound == 0] == 0) else float("inf")
    hidden = float(bound.max()) > RESOLUTION * size and np.any(right.v)
    return None if error <= 1 and hidden else error


def equal(a: Node, b: Node, draws: int = 3, seed: int = 0) -> bool:
    """Whether two expressions agree at random arrays: a check of its own for whoever rewrites by hand."""
    sides: Sequence[Node] = (a, b)
    for number in range(draws):
        error = _difference(Draw(sides, 1000 * seed + number), a, b)
        if error is None or error > 1:
            return False
    return True
