"""Matrices and columns with a structure: orthogonal, of unit norm, diagonal, triangular, skew."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic import OutsideError

STRUCTURED = ("orthogonal", "orthonormal", "unit", "diagonal", "lower", "upper", "skew")
"""A square matrix of orthonormal columns; any with them; columns of norm 1; zeros off, above, below the diagonal."""


def structured_array(word: str, shape: tuple[int, ...], rng: np.random.Generator, scale: float) -> np.ndarray:
    """Values of one of these structures.

    Parameters
    ----------
    word : str
    shape : tuple of int
        Of a stack, of its matrices at the end.
    rng : numpy.random.Generator
    scale : float
        Of what has no scale of its own.

    Raises
    ------
    OutsideError
        When there are more columns than can be orthonormal.
    """
    out = rng.standard_normal(shape)
    if word in ("orthogonal", "orthonormal"):
        if shape[-1] > shape[-2]:
            raise OutsideError("there are no more orthonormal columns than rows")
        return np.linalg.qr(out)[0]
    if word == "unit":
        return out / np.linalg.norm(out, axis=-2, keepdims=True)
    if word == "diagonal":
        return scale * out * np.eye(shape[-2], shape[-1])
    if word == "skew":
        return scale * (out - np.swapaxes(out, -1, -2)) / 2
    return scale * (np.tril(out) if word == "lower" else np.triu(out))
