"""`check_gradients`: whether `backward` computes the gradient of what `loss` computes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from mlp_theory.errors import KindError, ShapeError, check_number, random_generator
from mlp_theory.network import Model
from mlp_theory.verify.compare import Comparison, compare
from mlp_theory.verify.report import GradientCheck, GradientReport

DRAWS = 8


def check_gradients(
    model: Any,
    X: Any,
    t: Any = None,
    *,
    at: Any = None,
    tolerance: float = 1e-4,
    rng: np.random.Generator | int | None = 0,
    progress: bool | None = None,
) -> GradientReport:
    """Check every gradient of a model, or of a function of your own, against its values.

    ``check_gradients(model, X, t)`` runs `scipy.optimize.check_grad` on every W and b, in float64;
    ``check_gradients(f, grad, at=W)`` does so for a function and what you think is its gradient.

    Every entry is measured against its own size, so that an error in one of 50,000, or in a loss of
    size 1e-9, is seen. Where the function has a kink (ReLU at 0), or the gradient vanishes, the check
    is made again at a point near by; where that does not help, the verdict is ``untested``.

    Parameters
    ----------
    model : Model, or callable f
        f maps an array of the shape of `at` to a number.
    X : (n_inputs, n) with n >= 2, or callable grad
        One example cannot tell a mean from a sum, so one is refused. grad maps an array of the shape of
        `at` to an array of that shape.
    t : (n,) integer labels, or (n_outputs, n) numbers
    at : array
        Where to check f.
    tolerance : float
        How far an entry may be off, relative to its size.
    rng : numpy.random.Generator, int or None
        Draws the points near by.
    progress : bool, optional
        A progress bar over the parameters; by default only when the output is a terminal.

    Returns
    -------
    GradientReport
        A table; `report.ok` is True only if every gradient was tested and is right. The model's
        parameters, gradients and kept batch are afterwards what they were, bit for bit.

    Raises
    ------
    ShapeError, DataError, KindError, LabelError, OptionError
        If X or t do not fit the model, n < 2, or grad has not the shape of `at`.

    Examples
    --------
    >>> def half_squares(W):
    ...     return 0.5 * (W**2).sum()
    >>> check_gradients(half_squares, lambda W: W, at=np.array([[1.0, -2.0], [0.5, 3.0]])).ok
    True
    >>> report = check_gradients(half_squares, lambda W: 2 * W, at=np.array([[1.0, -2.0], [0.5, 3.0]]))
    >>> print(report.failures[0].complaint)
    grad[1, 1]: not the gradient (4 of 4 entries), it says 6, the function says 3
    """
    tolerance = check_number("check_gradients", "tolerance", tolerance, above=0, below=1)
    rng = random_generator("check_gradients", rng)
    if isinstance(model, Model):
        return _check_model(model, X, t, tolerance, rng, progress)
    if callable(model) and callable(X) and at is not None:
        return _check_function(model, X, at, tolerance, rng)
    raise KindError(
        "check_gradients does not know what to check",
        expected="check_gradients(model, X, t) or check_gradients(f, grad, at=W)",
        got=f"a {type(model).__name__}, a {type(X).__name__} and at={'None' if at is None else type(at).__name__}",
        mend="say at which point: at=W" if callable(model) and callable(X) else None,
    )


def _check_model(model: Model, X, t, tolerance, rng, progress) -> GradientReport:
    from tqdm import tqdm

    notes = []
    if model.dtype != np.float64:
        notes.append(f"checked in float64: a copy of this {model.dtype} model")
        model = model.astype(np.float64)
    X = model.check_inputs("check_gradients", X)
    model.check_targets("check_gradients", t, X.shape[1])
    if X.shape[1] < 2:
        raise ShapeError(
            "check_gradients needs a batch",
            expected=f"X : ({model.n_inputs}, n) with n >= 2: one example cannot tell a mean from a sum",
            got=f"X : {X.shape}",
        )
    if X.shape[1] == model.n_outputs:
        # A 1/K in place of the 1/n would be right here.
        X, t = np.hstack([X, X[:, :1]]), np.concatenate([np.asarray(t), np.asarray(t)[..., :1]], axis=-1)
        notes.append(
            f"the first column was taken twice: with n = {model.n_outputs} outputs, 1/n and 1/{model.n_outputs} are one"
        )
    rows: dict[int, GradientCheck] = {}
    names = [(p.layer, p.name, p.value.shape) for p in model.parameters()]
    with (
        model.preserved(),
        tqdm(total=len(names), unit="gradient", disable=None if progress is None else not progress, leave=False) as bar,
    ):
        for draw, theta in enumerate(_points(model.theta.copy(), rng), start=1):
            model.theta[...] = theta
            model.loss(X, t)
            model.backward()
            gradients = [p.gradient.copy() for p in model.parameters()]
            for k, parameter in enumerate(list(model.parameters())):
                if k in rows and rows[k].verdict != "untested":
                    continue
                with _moved(parameter.value) as move:
                    outcome = compare(
                        lambda x, move=move: move(x) or model.loss(X, t),
                        gradients[k].ravel(),
                        parameter.value.ravel().copy(),
                        tolerance,
                        rng,
                    )
                if k not in rows:
                    bar.update(1)
                layer, name, shape = names[k]
                rows[k] = _row(layer, name, shape, outcome, draw)
            if all(row.verdict != "untested" for row in rows.values()):
                break
    title = f"gradient check of {model!r} at {X.shape[1]} columns"
    return GradientReport(title, [rows[k] for k in sorted(rows)], tolerance, notes)


@contextmanager
def _moved(value: np.ndarray) -> Iterator[Callable[[np.ndarray], None]]:
    """Give a function that writes a flat array into `value`, and put the old entries back at the end."""
    before = value.copy()

    def move(x):
        value[...] = x.reshape(value.shape)

    try:
        yield move
    finally:
        value[...] = before


def _check_function(f, grad, at, tolerance, rng) -> GradientReport:
    at = np.asarray(at)
    if at.dtype.kind not in "fiu" or at.size == 0:
        raise KindError("check_gradients needs a point", expected="at : an array of real numbers", got=f"at : {at!r}")
    shape = at.shape

    def value(x):
        result = np.asarray(f(x.reshape(shape)))
        if result.size != 1:
            raise ShapeError(
                "check_gradients: only a number has a gradient",
                expected="f(at) : a number",
                got=f"f(at) : {result.shape}",
            )
        return float(result.reshape(()))

    row = None
    for draw, x in enumerate(_points(at.astype(np.float64).ravel(), rng), start=1):
        # Copies: a function that works in place must not move the point of the check.
        gradient = np.asarray(grad(x.reshape(shape).copy()), dtype=np.float64)
        if gradient.shape != shape:
            raise ShapeError(
                "check_gradients: a gradient has the shape of its variable",
                expected=f"grad(at) : {shape}",
                got=f"grad(at) : {gradient.shape}",
                mend="transpose what grad returns" if gradient.shape == shape[::-1] else None,
            )
        row = _row(None, "grad", shape, compare(lambda x: value(x.copy()), gradient.ravel(), x, tolerance, rng), draw)
        if row.verdict != "untested":
            break
    title = f"gradient check of {getattr(f, '__name__', repr(f))} at an array of shape {shape}"
    return GradientReport(title, [row] if row else [], tolerance)


def _points(x: np.ndarray, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """First x itself, then points near it, each three times as far away as the one before."""
    yield x
    size = float(np.sqrt(np.mean(x**2))) or 1.0
    for k in range(DRAWS - 1):
        yield x + 1e-3 * 3**k * size * rng.standard_normal(x.shape)


def _row(layer: int | None, name: str, shape: tuple[int, ...], outcome: Comparison, draw: int) -> GradientCheck:
    worst = tuple(int(i) for i in np.unravel_index(outcome.worst, shape)) if shape else ()
    return GradientCheck(
        layer,
        name,
        shape,
        outcome.absolute,
        float(outcome.relative),
        worst,
        float(outcome.claimed),
        float(outcome.measured),
        outcome.verdict,
        outcome.reason,
        draw,
    )
