"""Softmax by log-sum-exp: every exponential is taken of a number that is not positive."""

from __future__ import annotations

import numpy as np

from mlp_theory.network.block import Block


def log_normalizer(Z: np.ndarray) -> np.ndarray:
    """Log-sum-exp of each column, log Σ_k exp(z_k), shifted by the column's largest entry.

    Parameters
    ----------
    Z : (n_classes, n)

    Returns
    -------
    (1, n)
        Finite for every finite Z.
    """
    largest = Z.max(axis=0, keepdims=True)
    return largest + np.log(np.exp(Z - largest).sum(axis=0, keepdims=True))  # (2.13)


def log_softmax(Z: np.ndarray) -> np.ndarray:
    """Log-probabilities of each column, (n_classes, n): Z − 1 lse(Z), from the shifted logits."""
    shifted = Z - Z.max(axis=0, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=0, keepdims=True))  # (2.19)


class LogSoftmax(Block):
    """Log-probabilities as a block: Y = A − 1 lse(A), column by column."""

    def forward(self, A):
        """Log-probabilities, (n_classes, n)."""
        return log_softmax(np.asarray(A, dtype=np.result_type(np.asarray(A), np.float32)))

    def backward(self, dY, A):
        """∂L/∂A = dY − P ⊙ 1(1ᵀdY), with P = softmax(A); the K × K Jacobian is never formed."""
        return dY - np.exp(log_softmax(np.asarray(A))) * dY.sum(axis=0, keepdims=True)

    def __repr__(self):
        return "LogSoftmax()"
