"""Seconds an epoch of SGD, batch 100, [784, 128, 64, 10], on 20,000 random images: ours and two peers."""

import statistics
import time
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier

from mlp_theory import NNClassifier, fit
from tests.articles.listings import ArticleClassifier

N, BATCH, UNITS, LR = 20_000, 100, [784, 128, 64, 10], 0.1


def ours(X, t, dtype):
    fit(NNClassifier(UNITS, rng=0, dtype=dtype), X, t, epochs=1, batch_size=BATCH, lr=LR, rng=0, progress=False)


def scikit_learn(X, t):
    """The same network, loss and optimizer: plain SGD, no penalty, one epoch."""
    model = MLPClassifier(
        tuple(UNITS[1:-1]), solver="sgd", momentum=0, alpha=0, batch_size=BATCH, learning_rate_init=LR, max_iter=1
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it has not converged after one epoch, of course
        model.fit(X, t)


def article(X, t):
    """The article's listing with the mini-batches that it lacks, columns gathered from row-major memory."""
    model, rng = ArticleClassifier(UNITS), np.random.default_rng(0)
    order = rng.permutation(N)
    for first in range(0, N, BATCH):
        columns = order[first : first + BATCH]
        model.loss(X[:, columns], t[columns])
        model.backward()
        for layer in model.layers:
            layer.W = layer.W - LR * layer.dW
            layer.b = layer.b - LR * layer.db


def run(rounds=7):
    rng = np.random.default_rng(0)
    rows, t = rng.random((N, 784)), rng.integers(0, 10, N)
    columns, single = np.ascontiguousarray(rows.T), rows.T.astype(np.float32)
    jobs = {
        "mlp_theory, float64": lambda: ours(rows.T, t, np.float64),
        "mlp_theory, float32": lambda: ours(single, t, np.float32),
        "scikit-learn MLPClassifier, float64": lambda: scikit_learn(rows, t),
        "scikit-learn MLPClassifier, float32": lambda: scikit_learn(single.T, t),
        "the article's listing, float64": lambda: article(columns, t),
    }
    times = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():  # in turns, so that a busy moment hits all
            start = time.perf_counter()
            job()
            times[name].append(time.perf_counter() - start)
    base = statistics.median(times["mlp_theory, float64"])
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:38} {median:.3f} s  ({median / base:.2f} of ours in float64)")
