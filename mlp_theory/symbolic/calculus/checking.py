"""Is every step of a derivation true? Both sides at random arrays; every gradient by differences too.

Two sides are held against each other entry by entry, in units of the terms that made them, so that neither the size of
the loss nor that of a gradient matters. A derivative is a complex step (Squire & Trapp, SIAM Review 40, 1998), which
knows none of the laws that are checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from mlp_theory.errors import UncheckedPageError
from mlp_theory.symbolic.calculus.line import Line
from mlp_theory.symbolic.calculus.numbers import Draw
from mlp_theory.symbolic.calculus.writing import unicode_of
from mlp_theory.symbolic.evaluate import EvaluationError
from mlp_theory.symbolic.expressions import Derivative, Node, Variable
from mlp_theory.symbolic.steps import ROUNDING_UNIT
from mlp_theory.symbolic.values import Array, Value

if TYPE_CHECKING:
    from mlp_theory.symbolic.calculus.worked import Worked

RESOLUTION = 1e-6
"""A difference hidden in the rounding of terms that cancel decides nothing, once it could be this part of the value."""

ATTEMPTS = 6
"""Draws in place of one that decides nothing: too near to a kink, or with every entry zero on both sides."""


FORWARD_STEP = 1.49e-8
"""The step of `check_grad`, √ε."""

DIFFERENCES = 1e-5
"""What forward differences of that step leave of a gradient: √ε, times the curvature of the loss, with room."""


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
    """

    verdicts: list[StepVerdict] = field(default_factory=list)
    gradients: dict[str, float] = field(default_factory=dict)
    allowed: dict[str, float] = field(default_factory=dict)
    draws: int = 0

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
            and all(e < self.allowed[name] for name, e in self.gradients.items())
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
        lines += [f"check_grad ∂L/∂{name}: {error:.0e}" for name, error in self.gradients.items()]
        return "\n".join(lines)

    __repr__ = __str__


def check(derivation: Worked, *, draws: int = 3, seed: int = 0) -> CheckReport:
    """Hold every step of a derivation, and every gradient, against numbers."""
    report = CheckReport(draws=draws)
    nodes = [derivation.loss, *(line.result for line in derivation.lines)]
    equations = [(n, _equations(line)) for n, line in enumerate(derivation.lines, 1)]
    every = [side for _, steps in equations for _, _, before, after in steps for side in (before, after)]
    errors: dict[tuple[int, int], list[float]] = {(n, k): [] for n, steps in equations for k, *_ in steps}
    for number in range(draws * ATTEMPTS):
        open_ones = [
            (n, k, before, after)
            for n, steps in equations
            for k, _, before, after in steps
            if len(errors[n, k]) < draws
        ]
        if not open_ones:
            break
        draw = Draw([*nodes, *every], 1000 * seed + number)
        found = [(n, k, _difference(draw, before, after)) for n, k, before, after in open_ones]
        if not draw.near_kink:
            for n, k, error in found:
                if error is not None:
                    errors[n, k].append(error)
    for n, steps in equations:
        for k, law, before, after in steps:
            worst = max(errors[n, k], default=0.0)
            verdict = "false" if worst > 1 else "holds" if len(errors[n, k]) == draws else "untested"
            says = f"{unicode_of(before)} = {unicode_of(after)}"
            report.verdicts.append(StepVerdict(n, k, verdict, law, worst * ROUNDING_UNIT, says))
    for line in derivation.lines:
        meaning = line.meaning
        if isinstance(meaning, Derivative) and meaning.layout == "gradient" and isinstance(meaning.wrt, Variable):
            name = meaning.wrt.key
            report.gradients[name], report.allowed[name] = _check_grad(derivation.loss, line, seed)
    return report


def _equations(line: Line) -> list[tuple[int, str, Node, Node]]:
    """Each step of a line; 0 where the end of a step is not the beginning of the next."""
    out = []
    last = line.meaning
    for k, step in enumerate(line.steps, 1):
        if step.before is not last:
            out.append((0, "one step after the other", last, step.before))
        out.append((k, step.law, step.before, step.after))
        last = step.after
    if last is not line.result:
        out.append((0, "the result", last, line.result))
    if line.name is not None and line.name.body is not line.result:
        out.append((0, "a name", line.meaning, line.name.body))
    return out


def _difference(draw: Draw, before: Node, after: Node) -> float | None:
    """The largest difference of two sides in units of their rounding; None where this draw decides nothing."""
    try:
        left, right = draw.value(before), draw.value(after)
    except EvaluationError:
        return None
    if left.shape != right.shape:
        return float("inf")
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


def _check_grad(loss: Node, line: Line, seed: int) -> tuple[float, float]:
    """`scipy.optimize.check_grad` of one gradient, relative to its norm; and what it may be."""
    from scipy.optimize import check_grad

    assert isinstance(line.meaning, Derivative)
    variable = line.meaning.wrt
    assert isinstance(variable, Variable)
    for attempt in range(ATTEMPTS):
        draw_seed = 7919 + 1000 * seed + attempt
        draw = Draw([loss, line.result], draw_seed)
        x0 = draw.value(variable).v

        def at(x: Array, node: Node, draw_seed: int = draw_seed) -> Array:
            draw = Draw([loss, line.result], draw_seed)
            v = x.reshape(draw.value(variable).shape)
            draw.values[variable] = Value((), v, np.abs(v))
            return draw.value(node).v

        norm = float(np.linalg.norm(at(x0.ravel(), line.result)))
        if not draw.near_kink and norm > 0:
            size = abs(float(at(x0.ravel(), loss).item()))
            error = check_grad(lambda x: float(at(x, loss).item()), lambda x: at(x, line.result).ravel(), x0.ravel())
            rounding = 10 * np.finfo(float).eps * size * np.sqrt(x0.size) / FORWARD_STEP
            return float(error) / norm, DIFFERENCES + rounding / norm
    return float("nan"), DIFFERENCES


def equal(a: Node, b: Node, draws: int = 3, seed: int = 0) -> bool:
    """Whether two expressions agree at random arrays: a check of its own for whoever rewrites by hand."""
    sides: Sequence[Node] = (a, b)
    for number in range(draws):
        error = _difference(Draw(sides, 1000 * seed + number), a, b)
        if error is None or error > 1:
            return False
    return True
