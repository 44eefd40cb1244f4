"""What gradients are checked on: a batch, and a function whose gradient is W."""

import numpy as np

X = np.random.default_rng(0).normal(size=(3, 7))
t = np.array([0, 1, 1, 0, 1, 0, 0])
Y = np.random.default_rng(1).normal(size=(2, 7))

POINT = np.random.default_rng(0).normal(size=(3, 3))


def half_squares(W):
    return 0.5 * float((W**2).sum())
