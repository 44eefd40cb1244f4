"""`check_gradients`: whether `backward` computes the gradient of what `loss` computes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from mlp_theory.errors import KindError, ShapeError, check_number, quiet, random_generator
from mlp_theory.network import Model
from mlp_theory.verify.compare import Comparison, compare
from mlp_theory.verify.differences import Function, size_of
from mlp_theory.verify.report import GradientCheck, GradientReport

DRAWS = 10


def check_gradients(
    model: Any,
    X: Any,
    t: Any = None,
    *,
    at: Any = None,
    tolerance: float = 1e-4,
    rng: np.random.Generator | int | None = 0,
    wrt_inputs: bool | None = None,
    progress: bool | None = None,
) -> GradientReport:
    """Check every gradient of a model, or of a function of your own, against its values.

    ``check_gradients(model, X, t)`` runs `scipy.optimize.check_grad` on every W and b, in float64;
    ``check_gradients(f, grad, at=W)`` does so for a function and what you think is its gradient.

    Every entry is measured against its own size, so that an error in one of 50,000, or in a loss of
    size 1e-9, is seen. Where the function has a kink (ReLU at 0), or the gradient vanishes, the check
    is made at points near by; where that does not help, the verdict is ``untested``.

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
    wrt_inputs : bool, optional
        Check ∂L/∂X too. By default only for a `Network` whose first block has no parameters: nothing else
        would test that block's way back.
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
    if isinstance(model, Model) and at is None:
        return _check_model(model, X, t, tolerance, rng, wrt_inputs, progress)
    if callable(model) and callable(X) and at is not None and t is None and wrt_inputs is None:
        return _check_function(model, X, at, tolerance, rng)
    raise KindError(
        "check_gradients does not know what to check",
        expected="check_gradients(model, X, t) or check_gradients(f, grad, at=W)",
        got=f"a {type(model).__name__}, a {type(X).__name__} and at={'None' if at is None else type(at).__name__}",
        mend="say at which point: at=W" if callable(model) and callable(X) else None,
    )


def _check_model(model: Model, X, t, tolerance, rng, wrt_inputs, progress) -> GradientReport:
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
    X, t, added = _distinct_batch(model, X, t)
    if added:
        columns = "1 column was" if added == 1 else f"{added} columns were"
        notes.append(f"{columns} taken twice: n = {X.shape[1] - added} is the size of a layer as well")
    if wrt_inputs is None:
        first = model.blocks[0]
        wrt_inputs = not first.parameter_names  # nothing else tests the way back through the first block
    targets = [(p.layer, p.name, p.value) for p in model.parameters()]
    if wrt_inputs:
        X = X.copy()
        targets.append((0, "X", X))
    found = [_Findings() for _ in targets]
    bar = tqdm(total=len(targets), unit="gradient", disable=quiet(progress), leave=False)
    with model.preserved(), bar:
        for theta in _points(model.theta.copy(), rng):
            model.theta[...] = theta
            gradients = _gradients(model, X, t, wrt_inputs)
            for (_, _, value), gradient, findings in zip(targets, gradients, found, strict=True):
                if not findings.settled:
                    f = _loss_at(model, X, t, value)
                    findings.add(compare(f, gradient.ravel(), value.ravel().copy(), tolerance, rng))
                    bar.update(findings.settled)
            if all(findings.settled for findings in found):
                break
    rows = [f.row(layer, name, value.shape) for (layer, name, value), f in zip(targets, found, strict=True)]
    return GradientReport(f"gradient check of {model!r} at {X.shape[1]} columns", rows, tolerance, notes)


def _distinct_batch(model: Model, X: np.ndarray, t: Any) -> tuple[np.ndarray, Any, int]:
    """Repeat columns until n is no size of a layer: else 1/K in place of 1/n could be right by accident."""
    sizes = {model.n_inputs, model.n_outputs, getattr(model, "n_classes", 0)}
    sizes.update(size for p in model.parameters() for size in p.value.shape)
    n = X.shape[1]
    wanted = n
    while wanted in sizes:
        wanted += 1
    columns = np.arange(wanted) % n
    return (X, t, 0) if wanted == n else (X[:, columns], np.asarray(t)[..., columns], wanted - n)


def _gradients(model: Model, X: np.ndarray, t: Any, wrt_inputs: bool) -> list[np.ndarray]:
    """What `backward` fills in, as copies. It starts from nan, so that what it leaves alone shows."""
    model.loss(X, t)
    model.dtheta[...] = np.nan
    dX = model.backward(wrt_inputs=True) if wrt_inputs else model.backward()
    gradients = [p.gradient.copy() for p in model.parameters()]
    if wrt_inputs:
        dX = np.asarray(dX, dtype=np.float64)
        if dX.shape != X.shape:
            raise ShapeError(
                "check_gradients: the gradient of the inputs has another shape",
                expected=f"dX : {X.shape}",
                got=f"dX : {dX.shape}",
            )
        gradients.append(dX.copy())
    return gradients


def _loss_at(model: Model, X: np.ndarray, t: Any, value: np.ndarray) -> Function:
    """The loss as a function of one parameter, or of X; `value` is put back after each call."""
    before = value.copy()

    def f(x):
        value[...] = x.reshape(value.shape)
        try:
            return float(model.loss(X, t))
        finally:
            value[...] = before

    return f


def _check_function(f, grad, at, tolerance, rng) -> GradientReport:
    try:
        at = np.asarray(at)
    except ValueError:
        at = np.array(None)
    if at.dtype.kind not in "fiu" or at.size == 0 or not np.isfinite(at).all():
        raise KindError(
            "check_gradients needs a point", expected="at : an array of finite real numbers", got=f"at : {at!r}"
        )
    shape, findings = at.shape, _Findings()
    for x in _points(at.astype(np.float64).ravel(), rng):
        # Copies: a function that works in place must not move the point, nor grad's result change later.
        gradient = _as_float64("grad(at)", grad(x.reshape(shape).copy())).copy()
        if gradient.shape != shape:
            raise ShapeError(
                "check_gradients: a gradient has the shape of its variable",
                expected=f"grad(at) : {shape}",
                got=f"grad(at) : {gradient.shape}",
                mend="transpose what grad returns" if gradient.shape == shape[::-1] else None,
            )
        findings.add(compare(lambda x: _value(f, x.reshape(shape)), gradient.ravel(), x, tolerance, rng))
        if findings.settled:
            break
    title = f"gradient check of {getattr(f, '__name__', repr(f))} at an array of shape {shape}"
    return GradientReport(title, [findings.row(None, "grad", shape)], tolerance)


def _value(f, x: np.ndarray) -> float:
    value = _as_float64("f(at)", f(x.copy()))
    if value.size != 1:
        raise ShapeError(
            "check_gradients: only a number has a gradient", expected="f(at) : a number", got=f"f(at) : {value.shape}"
        )
    return float(value.reshape(()))


def _as_float64(name: str, value: Any) -> np.ndarray:
    try:
        array = np.asarray(value)
    except ValueError:
        array = np.array(None)
    if array.dtype.kind not in "fiub":
        raise KindError(
            "check_gradients needs numbers", expected=f"{name} : real numbers", got=f"{name} : {repr(value)[:80]}"
        )
    return array.astype(np.float64)


def _points(x: np.ndarray, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """First x itself, then points near it, each twice as far away as the one before."""
    yield x
    for k in range(DRAWS - 1):
        yield x + 1e-3 * 2**k * size_of(x) * rng.standard_normal(x.shape)


class _Findings:
    """What was found for one gradient, point by point.

    One look at the given point is enough. Where nothing can be told there, three points near by have to
    agree: a wrong gradient may be right on one side of a kink.
    """

    def __init__(self):
        self.outcomes: list[Comparison] = []

    def add(self, outcome: Comparison) -> None:
        self.outcomes.append(outcome)

    @property
    def settled(self) -> bool:
        verdicts = [outcome.verdict for outcome in self.outcomes]
        return verdicts[:1] == ["ok"] or "wrong" in verdicts or verdicts.count("ok") == 3

    def row(self, layer: int | None, name: str, shape: tuple[int, ...]) -> GradientCheck:
        last = self.outcomes[-1]
        if not self.settled:  # tell why the given point could not be judged
            last = self.outcomes[0]
        worst = tuple(int(i) for i in np.unravel_index(last.worst, shape)) if shape else ()
        numbers = (last.absolute, float(last.relative), worst, float(last.claimed), float(last.measured))
        return GradientCheck(layer, name, shape, *numbers, last.verdict, last.reason, len(self.outcomes))
