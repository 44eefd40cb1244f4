"""One claimed gradient against the function it is said to be the gradient of, entry by entry."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from mlp_theory.verify.differences import EPS, Function, best_estimate, central, probe, resolution, size_of

FORWARD_STEP = EPS**0.5  # that of scipy.optimize.check_grad
MOST_SUSPECTS = 500  # a gradient with more entries that cannot be settled is untested


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

    1. Steps along random lines through x tell how finely f is resolved, which step resolves it best, and
       whether f has a kink at x. At a kink nothing is judged: a difference may have seen one side of it only.
    2. `scipy.optimize.check_grad` measures ‖gradient − forward differences‖₂; its evaluations are kept.
    3. An entry that the forward difference does not confirm, or that is too small for it, is measured by a
       central one.
    4. An entry that this does not confirm either, or on which the two disagree, is measured at many steps,
       the worst entry first. It is wrong if it lies further off than `tolerance` of its size and three
       times the error of the measurement.

    Parameters
    ----------
    f : callable
        From a flat float64 array to a float.
    gradient, x : (N,) float64
    tolerance : float
        Relative to the entry. Entries a million times smaller than the largest are left to rounding.
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
        if self.f(self.x) != f0:
            return self.result("untested", "the function is random: two calls at one point differ", 0)
        if not np.isfinite(self.gradient).all():
            return self.result("wrong", "not finite", int(np.argmin(np.isfinite(self.gradient))))
        noise = resolution(self.f, self.x, rng)
        probed = probe(self.f, self.x, noise, rng)
        if probed.kink:
            return self.result("untested", "the function has a kink here", 0)
        self.absolute = self.forward_differences(f0)
        lost = 3 * probed.error  # what a difference at the best step cannot tell
        doubtful = self.central_differences(probed.step, lost, forward_noise=noise / FORWARD_STEP)
        return self.examine(doubtful, noise, lost)

    def forward_differences(self, f0: float) -> float:
        """SciPy's number; on the way, the forward difference of every entry."""
        from scipy.optimize import check_grad

        def recorded(point):
            value = self.f(point)
            i = int(np.argmax(point != self.x))
            if point[i] != self.x[i]:
                self.measured[i] = (value - f0) / (point[i] - self.x[i])
            return value

        return float(check_grad(recorded, lambda _: self.gradient, self.x))

    def central_differences(self, h: float, lost: float, forward_noise: float) -> np.ndarray:
        """Measure what the forward differences leave open; return the entries that are doubtful still."""
        forward = self.measured.copy()
        size = np.maximum(np.abs(self.gradient), np.abs(forward))
        # An entry no larger than the noise of a difference agrees with it by accident, as zero does with zero.
        left_open = ~self.agree(forward, self.tolerance * size) | ~(size >= 10 * forward_noise)
        # Where f stood still, a longer step tells whether it does so for good.
        steps = np.where(forward == 0, np.maximum(h, 1e-5 * np.maximum(np.abs(self.x), size_of(self.x))), h)
        for i in np.flatnonzero(left_open).tolist():
            up, down, width = central(self.f, self.x, i, float(steps[i]))
            self.measured[i] = (up - down) / width if width else np.nan
        self.measured[~np.isfinite(self.measured)] = np.nan
        size = np.maximum(np.abs(self.gradient), np.abs(self.measured))
        confirmed = self.agree(self.measured, self.tolerance * size + max(lost, 1e-7 * self.largest))
        # A long step may miss what a short one saw.
        consistent = np.abs(forward - self.measured) <= 0.01 * size + 4 * forward_noise
        return np.flatnonzero(~confirmed | (left_open & ~consistent))

    def agree(self, measured: np.ndarray, within) -> np.ndarray:
        """Which entries lie that close; one whose difference is not finite does not."""
        return np.isfinite(measured) & (np.abs(self.gradient - measured) <= within)

    @property
    def largest(self) -> float:
        """The largest entry, claimed or measured."""
        return float(np.nanmax(np.abs([self.gradient, self.measured])))

    def examine(self, doubtful: np.ndarray, noise: float, lost: float) -> Comparison:
        """Look closely at what is still doubtful, the worst entry first."""
        largest, unsettled = self.largest, None
        off = np.nan_to_num(np.abs(self.gradient - self.measured), nan=np.inf)
        suspects = doubtful[np.argsort(-off[doubtful], kind="stable")]
        for i in suspects[:MOST_SUSPECTS].tolist():
            value, error, _, kink = best_estimate(self.f, self.x, i, noise, enough=0.1 * self.tolerance)
            self.measured[i] = value
            size = max(abs(self.gradient[i]), abs(value))
            if kink:
                unsettled = unsettled or ("the function has a kink here", i)
            elif abs(self.gradient[i] - value) > self.tolerance * size + max(3 * error, 1e-7 * largest):
                reason = f"not the gradient ({len(doubtful)} of {self.x.size} entries)"
                return self.result("wrong", reason, i)
            elif not error <= 1e-3 * largest:
                unsettled = unsettled or ("differences of the function do not settle here", i)
        if unsettled is None and len(suspects) > MOST_SUSPECTS:
            unsettled = ("differences of the function do not settle here", int(suspects[MOST_SUSPECTS]))
        if unsettled is not None:
            return self.result("untested", *unsettled)
        if largest == 0:
            return self.result("untested", "the gradient is zero here")
        if largest * self.tolerance < lost:
            return self.result("untested", "the gradient is lost in the rounding of the function")
        return self.result("ok", "")

    def result(self, verdict: str, reason: str, i: int | None = None) -> Comparison:
        difference = np.abs(self.gradient - self.measured)
        length, error = np.linalg.norm(self.measured), np.linalg.norm(difference)
        relative = float(error / length) if length > 0 else np.inf if error else 0.0
        i = int(np.nanargmax(difference)) if i is None else i
        return Comparison(verdict, reason, self.absolute, relative, i, self.gradient[i], self.measured[i])
