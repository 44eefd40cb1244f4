"""One claimed gradient against the function it is said to be the gradient of, entry by entry."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from mlp_theory.verify.differences import CENTRAL_STEP, EPS, Function, best_estimate, central, has_kink, scale_of


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

    1. `scipy.optimize.check_grad` measures ‖gradient − forward differences‖₂; its evaluations are kept.
    2. An entry that the forward difference does not confirm is measured by a central one.
    3. An entry that this does not confirm either is measured at eight steps, the worst entry first.
       It is wrong if it lies further off than `tolerance` of its size and three times the error of
       the measurement.
    4. Where f has a kink at x, along an axis or along directions drawn at random, nothing is called right:
       a difference may have seen one side of it only.

    Parameters
    ----------
    f : callable
        From a flat float64 array to a float.
    gradient, x : (N,) float64
    tolerance : float
        Relative to the entry.
    rng : numpy.random.Generator
        Draws the directions in which kinks are looked for.

    Returns
    -------
    Comparison
        ``untested``, never ``ok``, where the gradient is too small beside f to be told from rounding: an error in
        the third digit of its largest entry must be visible.
    """
    from scipy.optimize import check_grad

    scale = scale_of(x)
    measured = np.full(x.size, np.nan)
    f0 = f(x)
    if not np.isfinite(f0):
        return Comparison("untested", f"the loss is {f0}", np.nan, np.nan, 0, gradient[0], np.nan)

    largest_value = abs(f0)

    def recorded(point):
        nonlocal largest_value
        value = f(point)
        largest_value = max(largest_value, abs(value))
        i = int(np.argmax(point != x))
        if point[i] != x[i]:
            measured[i] = (value - f0) / (point[i] - x[i])
        return value

    absolute = float(check_grad(recorded, lambda _: gradient, x, epsilon=np.sqrt(EPS) * scale))
    if not np.isfinite(gradient).all():
        i = int(np.argmin(np.isfinite(gradient)))
        return Comparison("wrong", "not finite", absolute, np.inf, i, gradient[i], measured[i])

    def unconfirmed(slack):
        size = np.maximum(np.abs(gradient), np.abs(measured))
        # `not <=` and not `>`: an entry whose difference is nan is not confirmed.
        return np.flatnonzero(~(np.abs(gradient - measured) <= tolerance * size + slack))

    h = CENTRAL_STEP * scale
    noise = 4 * EPS * largest_value / h
    for i in unconfirmed(slack=0.0).tolist():
        up, down, width = central(f, x, i, h)
        measured[i] = (up - down) / width

    def result(verdict, reason, i=None):
        difference = gradient - measured
        i = int(np.nanargmax(np.abs(difference))) if i is None else i
        length = float(np.linalg.norm(measured))
        error = float(np.linalg.norm(difference))
        relative = error / length if length > 0 else np.inf if error else 0.0
        return Comparison(verdict, reason, absolute, relative, i, gradient[i], measured[i])

    largest = max(np.abs(gradient).max(), np.nanmax(np.abs(measured), initial=0.0))
    # Entries a million times smaller than the largest are left to rounding.
    doubtful = unconfirmed(slack=max(noise, 1e-7 * largest))
    suspects = doubtful[np.argsort(-np.abs(np.nan_to_num(gradient - measured, nan=np.inf))[doubtful])]
    unsettled = None
    for i in suspects.tolist():
        value, error, kink = best_estimate(f, x, i)
        measured[i] = value
        size = max(abs(gradient[i]), abs(value))
        if kink:
            unsettled = unsettled or ("a kink of the function at this point", i)
        elif abs(gradient[i] - value) > tolerance * size + 3 * error:
            return result("wrong", "not the gradient", i)
        elif not error <= 1e-3 * largest:
            unsettled = unsettled or ("differences of the function do not settle here", i)
    if unsettled is None and has_kink(f, x, rng):
        unsettled = ("a kink of the function at this point", None)
    if unsettled is not None:
        return result("untested", *unsettled)
    if largest == 0 or largest * tolerance < noise:
        reason = "the gradient is zero here" if largest == 0 else "the gradient is lost in the rounding of the function"
        return result("untested", reason)
    return result("ok", "")
