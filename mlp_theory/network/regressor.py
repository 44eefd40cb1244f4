"""`NNRegressor`: from columns to numbers."""

from __future__ import annotations

import numpy as np

from mlp_theory.network.activations import Activation
from mlp_theory.network.losses import SquaredError
from mlp_theory.network.perceptron import MultilayerPerceptron


class NNRegressor(MultilayerPerceptron):
    """A multilayer perceptron that fits numbers by the mean squared error, L = ‖Z − Y‖²/(n m).

    Parameters
    ----------
    units : iterable of int
        From the number of inputs to the number of outputs m.
    activation : str or Activation
        One of the names in `ACTIVATIONS`, such as ``relu``, ``tanh`` or ``gelu``, or an activation itself.
    init, l2, dtype, rng
        As for `NNClassifier`.

    Raises
    ------
    OptionError, KindError
        If the units are fewer than two or not positive, or an option does not exist.

    Examples
    --------
    >>> model = NNRegressor([3, 2], rng=0)
    >>> Y = model.forward(np.eye(3)) + 1
    >>> model.loss(np.eye(3), Y)
    1.0
    """

    def __init__(self, units, *, activation: str | Activation = "relu", init=None, l2=0.0, dtype=np.float64, rng=None):
        super().__init__(units, SquaredError(), activation=activation, init=init, l2=l2, dtype=dtype, rng=rng)
