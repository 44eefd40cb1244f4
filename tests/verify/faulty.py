"""A classifier with a backward pass of its own, in which one slip can be planted.

It shares no line with `MultilayerPerceptron.backward`; without a slip the two must agree, which is tested.
"""

import numpy as np

from mlp_theory.network import NNClassifier
from mlp_theory.network.losses import NegativeLogLikelihood

# Every slip and what it damages. All hidden layers have the same size, so that each one has a shape.
SLIPS = {
    "no 1/n": "all",
    "1/n twice": "all",
    "sum for mean in b": "b",
    "one column for the batch": "all",
    "1/K for 1/n": "all",
    "sign": "all",
    "factor 1.001": "all",
    "one entry of W": "W",
    "one entry of b": "b",
    "W for its transpose (square)": "all",
    "outer product transposed (square)": "W",
    "outer product transposed (not square)": "W",
    "f' forgotten": "all",
    "mask of the wrong layer": "all",
    "activation of the wrong layer": "W",
    "b summed over units": "b",
    "P without T": "all",
}


class ScaledLikelihood(NegativeLogLikelihood):
    """The same loss in other units: c L."""

    def __init__(self, c):
        self.c = c

    def __call__(self, Z, T):
        loss, P = super().__call__(Z, T)
        return self.c * loss, P

    def gradient(self, P, T):
        return self.c * super().gradient(P, T)


class FaultyClassifier(NNClassifier):
    """`NNClassifier` with one planted slip, or none, and a loss of size c."""

    def __init__(self, units, *, slip=None, c=1.0, **options):
        super().__init__(units, **options)
        self.slip = slip
        self.loss_function = ScaledLikelihood(c)

    def backward(self):
        A, Z, P, T = self._take_kept()
        (K, n), slip = T.shape, self.slip
        D = self.loss_function.c * (P if slip == "P without T" else P - T)  # per example; the 1/n comes last
        mean = {"no 1/n": 1, "1/n twice": 1 / n**2, "1/K for 1/n": 1 / K}.get(slip, 1 / n)
        for l in reversed(range(len(self.layers))):
            layer, before = self.layers[l], A[l]
            if slip == "activation of the wrong layer" and 1 < l < len(self.layers) - 1:
                before = A[l - 1]
            dW, db = mean * np.einsum("ki,ji->kj", D, before), mean * np.einsum("ki->k", D)[:, None]
            if slip == "one column for the batch":
                dW, db = np.outer(D[:, 0], before[:, 0]), D[:, :1]
            elif slip == "sum for mean in b":
                db = n * db
            elif slip == "b summed over units" and l == 1:
                db = np.full_like(db, mean * D.sum() / len(db))
            elif slip == "outer product transposed (square)" and dW.shape[0] == dW.shape[1]:
                dW = dW.T
            elif slip == "outer product transposed (not square)" and dW.shape[0] != dW.shape[1]:
                dW = dW.T.reshape(dW.shape)
            layer.dW, layer.db = dW, db
            if l > 0:
                square = layer.W.shape[0] == layer.W.shape[1]
                W = layer.W.T if slip == "W for its transpose (square)" and square else layer.W
                D = np.einsum("kj,ki->ji", W, D)
                if slip == "mask of the wrong layer" and l > 1:
                    D = D * self.activation.derivative(Z[l - 2])
                elif slip != "f' forgotten":
                    D = D * self.activation.derivative(Z[l - 1])
        if slip == "sign":
            self.dtheta[...] *= -1
        elif slip == "factor 1.001":
            self.dtheta[...] *= 1.001
        elif slip in ("one entry of W", "one entry of b"):
            dX = self.layers[1].dW if slip.endswith("W") else self.layers[1].db
            dX.flat[np.argmax(np.abs(dX))] *= 1.001
