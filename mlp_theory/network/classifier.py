"""`NNClassifier`: from columns to class probabilities."""

from __future__ import annotations

import numpy as np

from mlp_theory.network.activations import Activation
from mlp_theory.network.losses import BinaryCrossEntropy, NegativeLogLikelihood
from mlp_theory.network.perceptron import MultilayerPerceptron, check_units


class NNClassifier(MultilayerPerceptron):
    """A multilayer perceptron that classifies: softmax and negative log-likelihood.

    With a single output unit it tells two classes apart by one logit, with binary cross-entropy.

    Parameters
    ----------
    units : iterable of int
        From the number of inputs to the number of classes (or 1, for two classes and one logit).
    activation : str or Activation
        One of the names in `ACTIVATIONS`, such as ``relu``, ``tanh`` or ``gelu``, or an activation itself.
    init : str, optional
        How weights are drawn: ``he``, ``glorot`` (``xavier``) or ``lecun``, alone or with ``_normal`` or
        ``_uniform``; or ``zeros``.
        He for the ReLU family, Glorot for the others, unless named. Biases begin at zero.
    l2 : float
        λ of the penalty (λ/2) Σ ‖W‖².
    dtype : dtype
        float64 or float32.
    rng : numpy.random.Generator, int or None

    Attributes
    ----------
    n_classes : int
    layers : tuple of Linear
        Each with W, b and their gradients dW, db: views of `theta` and `dtheta`.

    Raises
    ------
    OptionError, KindError
        If the units are fewer than two or not positive, or an option does not exist.

    References
    ----------
    L. Daza, *A NumPy implementation of a neural network from scratch*: the same network and check.

    Examples
    --------
    >>> model = NNClassifier([2, 10, 3], rng=0)
    >>> X, t = np.zeros((2, 5)), np.array([0, 1, 2, 0, 1])
    >>> round(model.loss(X, t), 3)  # all logits are zero: log 3
    1.099
    >>> model.backward()
    >>> model.layers[1].db.ravel().round(3).tolist()  # mean of P − T
    [-0.067, -0.067, 0.133]
    """

    def __init__(self, units, *, activation: str | Activation = "relu", init=None, l2=0.0, dtype=np.float64, rng=None):
        units = check_units(type(self).__name__, units)
        single = units[-1] == 1
        loss = BinaryCrossEntropy() if single else NegativeLogLikelihood()
        super().__init__(units, loss, activation=activation, init=init, l2=l2, dtype=dtype, rng=rng)
        self.n_classes = 2 if single else self.n_outputs

    def forward_probs(self, X) -> np.ndarray:
        """Class probabilities.

        Parameters
        ----------
        X : (n_inputs, n)

        Returns
        -------
        P : (n_classes, n)
            Every column sums to one. With one output unit the rows are 1 − σ(z) and σ(z).

        Raises
        ------
        ShapeError, DataError, KindError
            If X is no (n_inputs, n) array of finite numbers.
        """
        Z = self._finite_outputs("forward_probs", X)
        P = self.loss_function.expectation(Z)
        return np.vstack([self.loss_function.expectation(-Z), P]) if self.n_outputs == 1 else P
