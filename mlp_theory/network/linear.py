"""The linear layer, Z = W A + b 1ᵀ."""

from __future__ import annotations

import numpy as np

from mlp_theory.errors import check_count, random_generator
from mlp_theory.network.block import Block, Parameter
from mlp_theory.network.checks import check_columns, check_dtype
from mlp_theory.network.initializers import draw


class Linear(Block):
    """A linear layer, Z = W A + b 1ᵀ.

    Parameters
    ----------
    n_inputs, n_outputs : int
    init : str
        How W is drawn: ``he``, ``glorot`` (``xavier``) or ``lecun``, alone or with ``_normal`` or ``_uniform``;
        or ``zeros``.
    bias_init : str
        How b is drawn: ``zeros``, or a name as for `init`.
    dtype : dtype
    rng : numpy.random.Generator, int or None

    Attributes
    ----------
    W, dW : (n_outputs, n_inputs)
        Weights and ∇_W L. Both are views of a longer vector; assigning copies into it.
    b, db : (n_outputs, 1)
        Bias and ∇_b L, likewise.

    Examples
    --------
    >>> layer = Linear(n_inputs=3, n_outputs=2, rng=np.random.default_rng(0))
    >>> layer.forward(np.ones((3, 5))).shape
    (2, 5)
    """

    W, b, dW, db = Parameter(), Parameter(), Parameter(), Parameter()

    def __init__(self, n_inputs, n_outputs, *, init="he", bias_init="zeros", dtype=np.float64, rng=None):
        n_inputs = check_count("Linear", "n_inputs", n_inputs)
        n_outputs = check_count("Linear", "n_outputs", n_outputs)
        rng = random_generator("Linear", rng)
        self.n_inputs, self.n_outputs = n_inputs, n_outputs
        self.allocate(W=(n_outputs, n_inputs), b=(n_outputs, 1), dtype=check_dtype("Linear", dtype))
        self.W = draw(init, (n_outputs, n_inputs), n_inputs, n_outputs, rng)
        self.b = draw(bias_init, (n_outputs, 1), n_inputs, n_outputs, rng)

    def forward(self, A):
        """Map a batch through the layer, Z = W A + b 1ᵀ.

        Parameters
        ----------
        A : (n_inputs, n)

        Returns
        -------
        Z : (n_outputs, n)

        Raises
        ------
        ShapeError, DataError, KindError
            If A is not of that shape, not finite or no array of numbers.
        """
        return self(check_columns("Linear.forward", "A", A, self.n_inputs, self.W.dtype))

    def __call__(self, A):
        """`forward` for an A that has been checked."""
        return self.W @ A + self.b  # (6.2)

    def backward(self, dZ, A):
        """Send the gradient back, given the A that `forward` was given.

        Adds ∇_W L = Δ Aᵀ to `dW` and ∇_b L = Δ 1 to `db`: a layer that is used twice gets both parts.

        Parameters
        ----------
        dZ : (n_outputs, n)
            Δ = ∂L/∂Z, with the mean's 1/n in it.
        A : (n_inputs, n)

        Returns
        -------
        dA : (n_inputs, n)
            ∂L/∂A = Wᵀ Δ.
        """
        self.dW += dZ @ A.T  # (5.15)
        self.db += dZ.sum(axis=1, keepdims=True)  # (5.17)
        return self.W.T @ dZ  # (5.19)

    def __repr__(self):
        return f"Linear(n_inputs={self.n_inputs}, n_outputs={self.n_outputs})"
