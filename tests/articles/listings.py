"""What the source articles' listings compute, bugs included, so that a test can be seen to fail on them.

Rebuilt from the articles' formulas, in columns. `ArticleClassifier` follows L. Daza, *A NumPy
implementation of a neural network from scratch*; the row-batch functions follow J. Eisenschlos, *A
neural network in 100 lines of Python*, and T. Danka, *How to build a DIY deep learning framework in
NumPy*.
"""

from itertools import pairwise

import numpy as np
from scipy.optimize import check_grad


class ArticleLayer:
    def __init__(self, n_inputs, n_outputs, rng):
        self.W = rng.standard_normal((n_outputs, n_inputs)) * np.sqrt(2 / n_inputs)
        self.b = np.zeros((n_outputs, 1))
        self.dW = self.db = self.A_prev = self.Z = None


class ArticleClassifier:
    """Softmax by exp(Z)/exp(log normaliser), labels and shapes unchecked, every loss cached."""

    def __init__(self, units, rng=0):
        rng = np.random.default_rng(rng)
        self.layers = [ArticleLayer(a, b, rng) for a, b in pairwise(units)]
        self.n_classes, self.dZ = units[-1], None

    def forward(self, X, cache=False):
        A = X
        for layer in self.layers:
            Z = layer.W @ A + layer.b
            if cache:
                layer.A_prev, layer.Z = A.copy(), Z.copy()
            A = np.maximum(Z, 0)
        return Z

    def loss(self, X, t):
        T = np.zeros((self.n_classes, len(t)))
        T[t, np.arange(len(t))] = 1
        Z = self.forward(X, cache=True)
        shift = Z.max(axis=0, keepdims=True)
        log_Z = shift + np.log(np.exp(Z - shift).sum(axis=0, keepdims=True))
        self.dZ = np.exp(Z) / np.exp(log_Z) - T
        return np.mean(log_Z - (T * Z).sum(axis=0, keepdims=True))

    def backward(self):
        dZ, n = self.dZ, self.dZ.shape[1]
        for l in reversed(range(len(self.layers))):
            layer = self.layers[l]
            layer.dW, layer.db = dZ @ layer.A_prev.T / n, dZ.mean(axis=1, keepdims=True)
            if l > 0:
                dZ = (layer.W.T @ dZ) * (self.layers[l - 1].Z > 0)


def article_check(model, X, t):
    """The article's check: SciPy's number for every parameter, by assignment, without putting it back."""
    norms = []
    for layer in model.layers:
        for name in ("W", "b"):
            shape = getattr(layer, name).shape

            def f(x, layer=layer, name=name, shape=shape):
                setattr(layer, name, x.reshape(shape))
                return model.loss(X, t)

            def g(x, layer=layer, name=name, f=f):
                f(x)
                model.backward()
                return getattr(layer, "d" + name).ravel()

            norms.append(check_grad(f, g, getattr(layer, name).ravel()))
    return norms


def mse_loss_of_rows(prediction, target):
    """Mean squared error of row batches; the gradient divides by the rows only."""
    difference = prediction - target
    return np.mean(difference**2), 2 * difference / len(difference)


def cross_entropy_of_rows(logits, t):
    """Cross entropy of row batches, without a shift."""
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(t)), t]).mean()
