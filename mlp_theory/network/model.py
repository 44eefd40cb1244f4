"""What every network can do: forward, loss, backward, evaluate."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from typing import Any, NamedTuple

import numpy as np

from mlp_theory.errors import DataError, OrderError, check_number
from mlp_theory.network.block import Block
from mlp_theory.network.checks import check_columns
from mlp_theory.network.losses import Loss
from mlp_theory.network.parameters import Parametrized


class Kept(NamedTuple):
    """What `loss` keeps for `backward`. A[0] is X; Z is empty where a network has no use for it."""

    A: list[np.ndarray]
    Z: list[np.ndarray]
    P: np.ndarray
    T: np.ndarray


class Model(Parametrized, ABC):
    """The base of all networks. A subclass gives `_propagate`, `_outputs` and `backward`.

    Attributes
    ----------
    theta, dtheta : (n_parameters,)
        All parameters, and ∂L/∂θ. Every W, b and dW, db is a view of them.
    n_inputs, n_outputs : int
    loss_function : Loss
    l2 : float
        λ of the penalty (λ/2) Σ ‖W‖², which is part of the loss; of every block, it counts the parameters
        that `Block.penalised` names: W, and no bias.
    """

    n_inputs: int
    n_outputs: int

    def __init__(self, blocks: list[Block], loss_function: Loss, *, l2: float, dtype):
        self.loss_function = loss_function
        self.l2 = check_number(type(self).__name__, "l2", l2, least=0)
        super().__init__(blocks, dtype)
        self._kept: Kept | None = None

    def __getstate__(self):
        return super().__getstate__() | {"_kept": None}  # the batch stays behind

    @contextmanager
    def preserved(self):
        """Undo, at the end of the block, all that was done to parameters, gradients and the kept batch."""
        theta, dtheta, kept = self._theta.copy(), self._dtheta.copy(), self._kept
        try:
            yield self
        finally:
            self._theta[...], self._dtheta[...], self._kept = theta, dtheta, kept

    # ------------------------------------------------------------------ forward

    @abstractmethod
    def _outputs(self, X: np.ndarray) -> np.ndarray:
        """Map checked columns to the outputs of the last layer, keeping nothing."""

    @abstractmethod
    def _propagate(self, X: np.ndarray) -> tuple[list[np.ndarray], list[np.ndarray], np.ndarray]:
        """Map checked columns to (A, Z, outputs), keeping what `backward` needs."""

    def check_inputs(self, who: str, X: Any) -> np.ndarray:
        """Return X as an (n_inputs, n) array of this model's dtype; raise unless it can be one."""
        return check_columns(who, "X", X, self.n_inputs, self.dtype)

    def check_targets(self, who: str, t: Any, n: int) -> np.ndarray:
        """Return the targets as the T of the loss; raise unless there is one for each of n columns."""
        return self.loss_function.targets(who, t, n, self.n_outputs, self.dtype)

    def forward(self, X) -> np.ndarray:
        """Outputs of the last layer (for a classifier the logits).

        Parameters
        ----------
        X : (n_inputs, n)

        Returns
        -------
        Z : (n_outputs, n)

        Raises
        ------
        ShapeError, DataError, KindError
            If X is no (n_inputs, n) array of finite numbers.
        """
        return self._finite_outputs("forward", X)

    def _finite_outputs(self, method: str, X: Any) -> np.ndarray:
        who = f"{type(self).__name__}.{method}"
        with np.errstate(over="ignore", invalid="ignore"):
            Z = self._outputs(self.check_inputs(who, X))
        if not np.isfinite(Z).all():
            raise DataError(
                f"{who} overflows",
                expected=f"outputs that {self.dtype} can hold",
                got=f"nan or inf, where parameters reach {np.abs(self.theta).max():.3g}",
            )
        return Z

    def predict(self, X) -> np.ndarray:
        """The best guess for each column: classes (n,), or for a regression numbers (n_outputs, n).

        Parameters
        ----------
        X : (n_inputs, n)

        Raises
        ------
        ShapeError, DataError, KindError
            If X is no (n_inputs, n) array of finite numbers.
        """
        return self.loss_function.predict(self._finite_outputs("predict", X))

    def loss(self, X, t) -> float:
        """Forward pass and loss, keeping what `backward` needs.

        X is kept by reference: change it only after `backward`.

        Parameters
        ----------
        X : (n_inputs, n)
        t : (n,) integer labels, or, for a regression, (n_outputs, n) numbers

        Returns
        -------
        float
            The mean over the batch, plus (λ/2) Σ ‖W‖².

        Raises
        ------
        ShapeError, DataError, KindError, LabelError
            If X or t do not fit the model or each other.
        """
        X = self.check_inputs(f"{type(self).__name__}.loss", X)
        return self.loss_of_checked(X, self.check_targets(f"{type(self).__name__}.loss", t, X.shape[1]))

    def loss_of_checked(self, X: np.ndarray, T: np.ndarray) -> float:
        """`loss` for what `check_inputs` and `check_targets` returned: the same, without looking again."""
        A, Z, outputs = self._propagate(X)
        loss, P = self.loss_function(outputs, T)  # (2.18), (6.4)
        self._kept = Kept(A, Z, P, T)
        return loss + self._penalty()

    def _penalty(self) -> float:
        if self.l2 == 0:
            return 0.0
        return 0.5 * self.l2 * sum(float(np.vdot(p.value, p.value)) for p in self._penalised())

    def evaluate(self, X, t) -> Any:
        """Loss and score on other data, without touching what `backward` will use.

        Parameters
        ----------
        X : (n_inputs, n)
        t : (n,) integer labels, or, for a regression, (n_outputs, n) numbers

        Returns
        -------
        (loss, accuracy), or for a regression (loss, r_squared)
            A named tuple. The loss is that of `loss`, penalty included.

        Raises
        ------
        ShapeError, DataError, KindError, LabelError
            If X or t do not fit the model or each other.
        """
        Z = self._finite_outputs("evaluate", X)
        T = self.check_targets(f"{type(self).__name__}.evaluate", t, Z.shape[1])
        loss, _ = self.loss_function(Z, T)
        return self.loss_function.evaluation(loss + self._penalty(), Z, T)

    # ------------------------------------------------------------------ backward

    @abstractmethod
    def backward(self, *, wrt_inputs: bool = False) -> np.ndarray | None:
        """Fill dW and db of every layer from the batch of the last `loss`.

        Parameters
        ----------
        wrt_inputs : bool
            Also compute the gradient with respect to X.

        Returns
        -------
        dX : (n_inputs, n) or None
            ∂L/∂X, if asked for.

        Raises
        ------
        OrderError
            If there was no `loss` before.
        """

    def _take_kept(self) -> Kept:
        if self._kept is None:
            raise OrderError(
                f"{type(self).__name__}.backward needs a forward pass",
                expected="model.loss(X, t) before model.backward()",
                got="backward before loss",
                mend="call model.loss(X, t) first",
            )
        return self._kept
