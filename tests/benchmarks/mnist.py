"""MNIST, units [784, 128, 64, 10], batch 100, 14,000 steps of plain SGD: test accuracy of three seeds."""

import os
import time

import numpy as np

from mlp_theory import NNClassifier, fit
from mlp_theory.datasets import MNIST_VARIABLE, mnist
from mlp_theory.errors import DataError


def run():
    try:
        train, test = mnist()
    except DataError as error:
        print(f"not run, set {MNIST_VARIABLE} (now {os.environ.get(MNIST_VARIABLE)!r}): {error}")
        return
    for dtype in (np.float64, np.float32):
        accuracies = []
        for seed in range(3):
            model = NNClassifier([784, 128, 64, 10], rng=seed, dtype=dtype)
            start = time.perf_counter()
            fit(model, *train, steps=14_000, batch_size=100, optimizer="sgd", lr=0.3, rng=seed, progress=False)
            seconds = time.perf_counter() - start
            accuracies.append(model.evaluate(*test).accuracy)
            print(f"{np.dtype(dtype)}  seed {seed}  test accuracy {accuracies[-1]:.2%}  in {seconds:.1f} s", flush=True)
        print(f"{np.dtype(dtype)}  median {np.median(accuracies):.2%} (bar: 97.8 %)")
