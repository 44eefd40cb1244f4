"""`fit`: mini-batches of columns, one step each, until done, interrupted or diverged."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import numpy as np

from mlp_theory.errors import DataError, DivergenceError, KindError, OptionError, check_count, quiet, random_generator
from mlp_theory.network import Model
from mlp_theory.training.history import History
from mlp_theory.training.optimizers import Optimizer, optimizer_of


def fit(
    model: Model,
    X: Any,
    t: Any,
    *,
    epochs: int | None = None,
    steps: int | None = None,
    batch_size: int | None = 32,
    optimizer: str | Optimizer = "sgd",
    lr: float | None = None,
    validation: tuple[Any, Any] | None = None,
    rng: np.random.Generator | int | None = None,
    progress: bool | None = None,
) -> History:
    """Train a network.

    In every epoch the columns are shuffled and dealt into mini-batches without replacement, the last
    one short; every mini-batch is one step.

    Parameters
    ----------
    model : Model
        Trained in place, from where it stands.
    X : (n_inputs, n)
    t : (n,) integer labels, or, for a regression, (n_outputs, n) numbers
    epochs, steps : int, optional
        How long: whole passes through the data (100 if neither is given), or single steps. Not both.
    batch_size : int or None
        Columns a step; None, or more than there are, takes them all, in their order.
    optimizer : str or Optimizer
        ``sgd``, ``adam``, or an optimizer of this model, such as ``SGD(model, lr=0.1, momentum=0.9)``.
    lr : float, optional
        The learning rate of an optimizer that is named (default: 0.1 for ``sgd``, 0.001 for ``adam``).
    validation : (X, t), optional
        Evaluated after every epoch.
    rng : numpy.random.Generator, int or None
        Shuffles. The same seed gives the same bits.
    progress : bool, optional
        A progress bar; by default only when the output is a terminal.

    Returns
    -------
    History
        Ctrl-C ends training early, and the history of what was learnt is returned.

    Raises
    ------
    DivergenceError
        If the loss or the parameters leave the finite numbers. The model then holds the last parameters whose loss
        was finite, and the optimizer is reset; the error's `history` tells the course until then.
    ShapeError, DataError, KindError, LabelError, OptionError
        If the data do not fit the model, or an option does not exist.

    Examples
    --------
    >>> from mlp_theory.network import NNClassifier
    >>> X, t = np.array([[-2.0, -1.0, 1.0, 2.0]]), np.array([0, 0, 1, 1])
    >>> model = NNClassifier([1, 2], rng=0)
    >>> history = fit(model, X, t, epochs=50, batch_size=2, lr=0.5, rng=0)
    >>> len(history), model.predict(X).tolist()
    (50, [0, 0, 1, 1])
    """
    from tqdm import tqdm

    if not isinstance(model, Model):
        raise KindError(
            "fit trains a model", expected="a model, such as an NNClassifier", got=f"a {type(model).__name__}"
        )
    X = np.asfortranarray(model.check_inputs("fit", X))  # whole columns are gathered, so they lie together
    n = X.shape[1]
    T = np.asfortranarray(model.check_targets("fit", t, n))
    if validation is not None:
        validation = _check_validation(model, validation)
    columns = n if batch_size is None else min(check_count("fit", "batch_size", batch_size), n)
    n_steps = _count_steps(epochs, steps, -(-n // columns))
    optimizer = _check_optimizer(model, optimizer, lr)
    rng = random_generator("fit", rng)

    history = History()
    total = count = 0  # of the epoch at hand
    start = time.perf_counter()
    last_good = model.theta.copy()
    X_batch, T_batch = X, T
    bar = tqdm(total=n_steps, disable=quiet(progress), unit="step", leave=False)
    # Overflow is looked for in the loss and the parameters, and told with its step: no warnings needed.
    try:
        with bar, np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            while history.steps < n_steps:
                for X_batch, T_batch in mini_batches(X, T, columns, rng):
                    loss = model.loss_of_checked(X_batch, T_batch)
                    if not np.isfinite(loss):
                        raise _divergence(history.steps + 1, f"loss {loss}", optimizer)
                    last_good[...] = model.theta
                    model.backward()
                    optimizer.step()
                    history.step_loss.append(loss)
                    total, count = total + loss * X_batch.shape[1], count + X_batch.shape[1]
                    if history.steps == n_steps:
                        break
                history.loss.append(total / count)
                total = count = 0
                if not np.isfinite(model.theta).all():
                    raise _divergence(history.steps, "parameters with nan or inf", optimizer)
                if validation is not None:
                    history.validation.append(_validate(model, validation, history.steps, optimizer))
                bar.update(history.steps - bar.n)
                bar.set_postfix(loss=f"{history.loss[-1]:.4g}", refresh=False)
            loss = model.loss_of_checked(X_batch, T_batch)  # the last step has not been looked at yet
            if not np.isfinite(loss):
                raise _divergence(history.steps, f"loss {loss} after it", optimizer)
    except KeyboardInterrupt:
        history.stopped = f"interrupted after step {history.steps}"
    except DivergenceError as error:
        model.theta, model.dtheta[...] = last_good, 0
        optimizer.reset()
        history.stopped, error.history = f"diverged at step {error.step}", history
        raise
    finally:
        history.seconds = time.perf_counter() - start
        if count:  # the beginning of an epoch that was not finished
            history.loss.append(total / count)
    return history


def mini_batches(
    X: np.ndarray, T: np.ndarray, batch_size: int, rng: np.random.Generator
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Deal the columns of X, (d, n), and T, (m, n), into shuffled batches; the last one may be short.

    A batch size of n or more gives X and T themselves, in their order, and draws nothing. Every batch is
    contiguous column by column; it is gathered fastest where X and T are too (Fortran
    order), as the transpose of an array of rows is.
    """
    n, batch_size = X.shape[1], check_count("mini_batches", "batch_size", batch_size)
    if batch_size >= n:
        yield X, T
        return
    order = rng.permutation(n)
    for first in range(0, n, batch_size):
        columns = order[first : first + batch_size]
        yield X.T[columns].T, T.T[columns].T


def _count_steps(epochs: int | None, steps: int | None, steps_an_epoch: int) -> int:
    if epochs is not None and steps is not None:
        raise OptionError("fit: how long?", expected="epochs or steps", got=f"epochs : {epochs}, steps : {steps}")
    if steps is not None:
        return check_count("fit", "steps", steps)
    return check_count("fit", "epochs", 100 if epochs is None else epochs) * steps_an_epoch


def _check_optimizer(model: Model, optimizer: str | Optimizer, lr: float | None) -> Optimizer:
    if isinstance(optimizer, Optimizer):
        if optimizer.model is not model:
            raise OptionError(
                "fit: this optimizer moves another model",
                expected="an optimizer of the model to be trained",
                got=f"{type(optimizer).__name__} of {optimizer.model!r}",
            )
        if lr is not None:
            raise OptionError(
                "fit: two learning rates", expected="lr only beside an optimizer's name", got=f"lr : {lr}"
            )
    return optimizer_of("fit", optimizer, model, lr)


def _check_validation(model: Model, validation) -> tuple[Any, Any]:
    if not (isinstance(validation, (tuple, list)) and len(validation) == 2):
        raise KindError(
            "fit cannot validate with this", expected="validation : (X, t)", got=f"a {type(validation).__name__}"
        )
    X, t = validation
    X = model.check_inputs("fit", X)
    model.check_targets("fit", t, X.shape[1])
    return X, t


def _validate(model: Model, validation: tuple[Any, Any], step: int, optimizer: Optimizer) -> Any:
    try:
        return model.evaluate(*validation)
    except DataError:  # they were finite before training: it is the outputs that overflow
        raise _divergence(step, "outputs with nan or inf for the validation data", optimizer) from None


def _divergence(step: int, got: str, optimizer: Optimizer) -> DivergenceError:
    error = DivergenceError(
        f"fit: training diverged at step {step}, with learning rate {optimizer.lr:g}",
        expected="a finite loss",
        got=got + "; the model keeps the last parameters whose loss was finite",
        mend="a smaller learning rate",
    )
    error.step = step
    return error
