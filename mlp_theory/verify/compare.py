"""One claimed gradient against the function it is said to be the gradient of, entry by entry."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from mlp_theory.verify.differences import Function, best_estimate, central, probe


class Comparison(NamedTuple):
    """What came of it. `verdict` is ``ok``, ``wrong`` or ``untested``; `worst` is a flat index."""

    verdict: str
    reason: str
    absolute: float
    relative: float
    worst: int
    claimed: float
    measured: float


def compare(f: Function, gradient: np.ndarray, x: np.ndarray, tolerance: float, rng: np.random.Generator) -> Comparison:
    """Judge whether `gradient` is ∇f(x).

    1. Lines through x in random directions tell which step resolves f best, how well, and whether f has
       a kink at x. At a kink nothing is judged: a difference may have seen one side of it only.
    2. `scipy.optimize.check_grad` measures ‖gradient − forward differences‖₂; its evaluations are kept.
    3. An entry that the forward difference does not confirm is measured by a central one.
    4. An entry that this does not confirm either is measured at many steps, the worst entry first. It is
       wrong if it lies further off than `tolerance` of its size and three times the error of the measurement.

    Parameters
    ----------
    f : callable
        From a flat float64 array to a float.
    gradient, x : (N,) float64
    tolerance : float
        Relative to the entry.
    rng : numpy.random.Generator
        Draws the directions.

    Returns
    -------
    Comparison
        ``untested``, never ``ok``, where the gradient is so small beside the values of f that an error of
        `tolerance` in its largest entry would be lost in their rounding.
    """
    with np.errstate(all="ignore"):  # a step that is far too long may overflow; it is then not used
        return _Comparing(f, gradient, x, tolerance).verdict(rng)


class _Comparing:
    """The state of one comparison: the best measurement of every entry so far."""

    def __init__(self, f, gradient, x, tolerance):
        self.f, self.gradient, self.x, self.tolerance = f, gradient, x, tolerance
        self.measured = np.full(x.size, np.nan)
        self.absolute = np.nan

    def verdict(self, rng) -> Comparison:
        f0 = self.f(self.x)
        if not np.isfinite(f0):
            return self.result("untested", f"the function is {f0} here", 0)
        if not np.isfinite(self.gradient).all():
            return self.result("wrong", "not finite", int(np.argmin(np.isfinite(self.gradient))))
        probed = probe(self.f, self.x, rng)
        if probed.kink:
            return self.result("untested", "the function has a kink here", 0)
        self.absolute = self.forward(f0)
        for i in self.unconfirmed(slack=0.0).tolist():
            up, down, width = central(self.f, self.x, i, probed.step)
            self.measured[i] = (up - down) / width if width else np.nan
        largest = float(np.nanmax(np.abs([self.gradient, self.measured])))
        return self.examine(largest, noise=3 * probed.error)

    def forward(self, f0) -> float:
        """SciPy's number; on the way, the forward difference of every entry."""
        from scipy.optimize import check_grad

        def recorded(point):
            value = self.f(point)
            i = int(np.argmax(point != self.x))
            if point[i] != self.x[i]:
                self.measured[i] = (value - f0) / (point[i] - self.x[i])
            return value

        return float(check_grad(recorded, lambda _: self.gradient, self.x))

    def unconfirmed(self, slack) -> np.ndarray:
        """The entries that are further off than `tolerance` of their size, and `slack`."""
        size = np.maximum(np.abs(self.gradient), np.abs(self.measured))
        # `not <=` and not `>`: an entry whose difference is nan is not confirmed.
        return np.flatnonzero(~(np.abs(self.gradient - self.measured) <= self.tolerance * size + slack))

    def examine(self, largest: float, noise: float) -> Comparison:
        """Look closely at what is still doubtful, the worst entry first."""
        # Entries a million times smaller than the largest are left to rounding.
        doubtful = self.unconfirmed(slack=max(noise, 1e-7 * largest))
        off = np.nan_to_num(np.abs(self.gradient - self.measured), nan=np.inf)
        unsettled = None
        for i in doubtful[np.argsort(-off[doubtful], kind="stable")].tolist():
            value, error, _, kink = best_estimate(self.f, self.x, i)
            self.measured[i] = value
            size = max(abs(self.gradient[i]), abs(value))
            if kink:
                unsettled = unsettled or ("the function has a kink here", i)
            elif abs(self.gradient[i] - value) > self.tolerance * size + 3 * error:
                reason = f"not the gradient ({len(doubtful)} of {self.x.size} entries)"
                return self.result("wrong", reason, i)
            elif not error <= 1e-3 * largest:
                unsettled = unsettled or ("differences of the function do not settle here", i)
        if unsettled is not None:
            return self.result("untested", *unsettled)
        if largest == 0:
            return self.result("untested", "the gradient is zero here")
        if largest * self.tolerance < noise:
            return self.result("untested", "the gradient is lost in the rounding of the function")
        return self.result("ok", "")

    def result(self, verdict: str, reason: str, i: int | None = None) -> Comparison:
        difference = np.abs(self.gradient - self.measured)
        length, error = np.linalg.norm(self.measured), np.linalg.norm(difference)
        relative = float(error / length) if length > 0 else np.inf if error else 0.0
        i = int(np.nanargmax(difference)) if i is None else i
        return Comparison(verdict, reason, self.absolute, relative, i, self.gradient[i], self.measured[i])
