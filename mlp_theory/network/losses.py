"""Losses: from the outputs Z of the last layer to one number, and Δ = ∂L/∂Z with its 1/n.

A loss is two functions. ``loss(Z, T)`` returns the number and the expected targets P that it made on the way;
``loss.gradient(P, T)`` returns Δ from the same P, so that value and gradient can never disagree about a rounding. A
loss with a name, in `LOSSES`, has the same formula in ``symbolic/calculus/networks.py``, so that it is derived too; one
that only your network has is handed to it as an object. L is always the *mean* over the n columns: the 1/n enters here,
and nowhere else.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, NamedTuple

import numpy as np

from mlp_theory.errors import ShapeError, check_count, check_option
from mlp_theory.network.activations import sigmoid, softplus
from mlp_theory.network.checks import as_numbers, check_finite, check_labels
from mlp_theory.network.softmax import log_softmax


def one_hot(t, n_classes: int, dtype=np.float64) -> np.ndarray:
    """Return the one-hot targets T of integer labels t: T[k, i] = 1 if t[i] = k, else 0.

    Parameters
    ----------
    t : (n,) integers in [0, n_classes)
    n_classes : int

    Returns
    -------
    T : (n_classes, n)
        Every column sums to one.

    Raises
    ------
    LabelError
        If the labels are no integers, not flat or out of range.

    Examples
    --------
    >>> one_hot([0, 2], n_classes=3, dtype=int).tolist()
    [[1, 0], [0, 0], [0, 1]]
    """
    n_classes = check_count("one_hot", "n_classes", n_classes)
    t = check_labels("one_hot", t, None, n_classes)
    return _one_hot(t, n_classes, dtype)


def _one_hot(t, n_classes, dtype):
    T = np.zeros((n_classes, len(t)), dtype, order="F")
    T[t, np.arange(len(t))] = 1
    return T


class Classified(NamedTuple):
    """How well classes are told: the loss, and the fraction of columns whose class is right."""

    loss: float
    accuracy: float


class Regressed(NamedTuple):
    """How well numbers are told: the loss, and R² = 1 − ‖Z − Y‖²/‖Y − mean of Y‖²."""

    loss: float
    r_squared: float


class Loss(ABC):
    """A loss of your own defines `targets`, `__call__`, `gradient`, `expectation` and `evaluation`."""

    name: ClassVar[str] = ""

    @abstractmethod
    def targets(self, who: str, t, n: int | None, n_outputs: int, dtype) -> np.ndarray:
        """Check what the user calls targets and return them as the T of the equation."""

    @abstractmethod
    def __call__(self, Z: np.ndarray, T: np.ndarray) -> tuple[float, np.ndarray]:
        """Return L(Z, T), the mean over the columns, and the expected targets P."""

    @abstractmethod
    def gradient(self, P: np.ndarray, T: np.ndarray) -> np.ndarray:
        """Return Δ = ∂L/∂Z, of the shape of Z, with the 1/n in it."""

    @abstractmethod
    def expectation(self, Z: np.ndarray) -> np.ndarray:
        """Return the P of `__call__`: what T is expected to be, given Z."""

    def predict(self, Z: np.ndarray) -> np.ndarray:
        """Return the best guess of the targets as the user writes them: labels (n,), or numbers."""
        return self.expectation(Z)

    @abstractmethod
    def evaluation(self, loss: float, Z: np.ndarray, T: np.ndarray) -> tuple:
        """Return the loss beside a score that a reader understands."""

    def __repr__(self):
        return f"{type(self).__name__}()"


class Classification(Loss):
    """What losses over integer labels share; a row is a class."""

    def targets(self, who, t, n, n_outputs, dtype):
        """Integer labels (n,) to one-hot columns (n_outputs, n)."""
        return _one_hot(check_labels(who, t, n, n_outputs), n_outputs, dtype)

    def predict(self, Z):
        """The class of the largest output, (n,): the softmax does not change which one it is."""
        return Z.argmax(axis=0)

    def true_labels(self, T):
        """The integer labels, (n,), that `targets` was given."""
        return T.argmax(axis=0)

    def evaluation(self, loss, Z, T):
        """The loss and the accuracy."""
        return Classified(loss, float((self.predict(Z) == self.true_labels(T)).mean()))


class NegativeLogLikelihood(Classification):
    """Softmax and negative log-likelihood of logits: L = (1/n) Σ_i [lse(z_i) − t_iᵀ z_i].

    The targets are integer labels t, (n,); in the equation they stand as one-hot columns T.
    """

    name = "nll"

    def __call__(self, Z, T):
        """L, and the class probabilities P = softmax(Z), (n_classes, n)."""
        log_P = log_softmax(Z)
        picked = np.sum(log_P, where=T == 1)  # T ⊙ log P, but 0 · (−inf) is 0
        return -float(picked) / Z.shape[1], np.exp(log_P)  # (2.18), (6.4)

    def gradient(self, P, T):
        """Δ = (P − T)/n."""
        return (P - T) / T.shape[1]  # (5.10), (6.7)

    def expectation(self, Z):
        """Softmax of each column; it sums to one."""
        return np.exp(log_softmax(Z))  # (2.14)


class BinaryCrossEntropy(Classification):
    """Sigmoid and cross-entropy of one logit: L = (1/n) Σ_i [softplus(z_i) − t_i z_i].

    The targets are labels 0 or 1, (n,); in the equation they stand as a row T.
    """

    name = "bce"

    def targets(self, who, t, n, n_outputs, dtype):
        """Labels 0 or 1, (n,), to a row (1, n)."""
        _check_outputs(who, self, n_outputs, 1)
        return check_labels(who, t, n, 2).astype(dtype)[None, :]

    def __call__(self, Z, T):
        """L, and the probability of class 1, P = σ(Z), (1, n)."""
        # softplus(z) − t z = softplus((1 − 2t) z) for t in {0, 1}, without the cancellation.
        return float(softplus((1 - 2 * T) * Z).sum()) / Z.shape[1], sigmoid(Z)

    def gradient(self, P, T):
        """Δ = (P − T)/n."""
        return (P - T) / T.shape[1]

    def expectation(self, Z):
        """The probability of class 1, (1, n)."""
        return sigmoid(Z)

    def predict(self, Z):
        """1 where the logit is positive, else 0, (n,)."""
        return (Z[0] > 0).astype(int)

    def true_labels(self, T):
        """The labels 0 or 1, (n,)."""
        return T[0].astype(int)


class NegativeLogProbability(Classification):
    """Negative log-likelihood of *log-probabilities*, for a network that ends in `LogSoftmax`.

    L = −(1/n) Σ_i t_iᵀ z_i, where z_i are log-probabilities already.
    """

    name = "nlp"

    def __call__(self, Z, T):
        """L, and the class probabilities P = e^Z, (n_classes, n)."""
        return -float(np.vdot(T, Z)) / Z.shape[1], np.exp(Z)

    def gradient(self, P, T):
        """Δ = −T/n."""
        return -T / T.shape[1]

    def expectation(self, Z):
        """e^Z, (n_classes, n)."""
        return np.exp(Z)


class SquaredError(Loss):
    """Mean squared error: L = (1/(n m)) ‖Z − T‖², over n examples of m outputs each."""

    name = "mse"

    def targets(self, who, t, n, n_outputs, dtype):
        """Target columns (n_outputs, n); a flat (n,) is taken for a single output."""
        Y = as_numbers(who, "Y", t, dtype)
        if Y.ndim == 1 and n_outputs == 1:
            Y = Y[None, :]
        if Y.ndim != 2 or Y.shape[0] != n_outputs or (n is not None and Y.shape[1] != n):
            transposed = Y.ndim == 2 and Y.shape[1] == n_outputs and (n is None or Y.shape[0] == n)
            raise ShapeError(
                f"{who} does not fit its targets",
                expected=f"Y : ({n_outputs}, {'n' if n is None else n}), one target per column",
                got=f"Y : {Y.shape}",
                mend="one target per row? pass Y.T" if transposed else None,
            )
        check_finite(who, "Y", Y)
        return Y

    def __call__(self, Z, T):
        """L, and the outputs Z themselves, (m, n)."""
        R = Z - T
        return float(np.vdot(R, R)) / R.size, Z

    def gradient(self, P, T):
        """Δ = 2 (Z − T)/(n m)."""
        return (P - T) * (2 / T.size)

    def expectation(self, Z):
        """The outputs themselves, (m, n)."""
        return Z

    def evaluation(self, loss, Z, T):
        """The loss and R², over all outputs together."""
        spread = float(((T - T.mean(axis=1, keepdims=True)) ** 2).sum())
        return Regressed(loss, 1 - float(((Z - T) ** 2).sum()) / spread if spread > 0 else float("nan"))


LOSSES: dict[str, type[Loss]] = {
    kind.name: kind for kind in (NegativeLogLikelihood, BinaryCrossEntropy, NegativeLogProbability, SquaredError)
}


def loss_of(who: str, loss: str | Loss) -> Loss:
    """Return the loss itself, or the one of that name; raise `OptionError` for an unknown name."""
    if isinstance(loss, Loss):
        return loss
    check_option(who, "loss", loss, LOSSES)
    return LOSSES[loss]()


def _check_outputs(who: str, loss: Loss, n_outputs: int, wanted: int) -> None:
    if n_outputs != wanted:
        raise ShapeError(
            f"{who}: {type(loss).__name__} does not fit the last layer",
            expected=f"{wanted} output unit{'s' if wanted > 1 else ''}",
            got=f"{n_outputs} output units",
        )
