"""For each chapter the code that it speaks of, run at the arrays of the chapter's own draw.

A scene takes letters from the page, gives them to the code, and says in which order the layers come. What the code then
computes has to be what the equations of the page say of the same letters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mlp_theory.network import Activation, Linear, Network, NNClassifier, ReLU, log_normalizer
from mlp_theory.network.losses import NegativeLogLikelihood
from mlp_theory.network.model import Model
from mlp_theory.texts.implementing.evaluated import PageAt
from mlp_theory.training import SGD

L2 = 0.3
"""Where a chapter's network has a penalty: the lines that cite come before it."""

Place = tuple[str, int | None] | None
"""An equation by its tag, or a letter, and the layer that is meant; None for a value that the page does not name."""


@dataclass(frozen=True)
class Scene:
    """What to run, and how its values belong to the equations.

    Attributes
    ----------
    run : callable
    order : dict of str to list of Place
        By the tag that a line cites, or by its function and the tag, what the line computes at its first, second, …
        time; then it begins again. Without an entry, it is that equation each time.
    read : dict of str to callable
        By tag, what of the value of a line is meant: of θ, all the W.
    """

    run: Callable[[], Any]
    order: dict[str, list[Place]] = field(default_factory=dict)
    read: dict[str, Callable[[np.ndarray], list[np.ndarray]]] = field(default_factory=dict)

    def order_of(self, function: str, tag: str) -> list[Place]:
        """What the lines of a function that cite a tag compute, in turn."""
        return self.order.get(f"{function} {tag}", self.order.get(tag, [(tag, None)]))

    def has_order(self, function: str, tag: str) -> bool:
        """Whether anything is said of these lines."""
        return tag in self.order or f"{function} {tag}" in self.order


class Drawn(Activation):
    """The arbitrary f of a page, as an activation."""

    name = "drawn"

    def __init__(self, f: Any):
        self.f = f

    def value(self, Z):
        """f(Z)."""
        return self.f(Z)

    def derivative(self, Z):
        """f'(Z)."""
        return self.f.derivative(Z)


def likelihood(page: PageAt, depth: int) -> Scene:
    """Chapter 2: log-sum-exp of one column; probabilities and the loss of a batch of scores."""
    z, Z, T = page.letter("z"), page.letter("Z"), page.letter("T")
    model = _classifier([len(Z), len(Z)], ReLU())
    model._propagate = lambda X: ([X], [], X)  # the scores themselves, of no layer

    def run() -> None:
        log_normalizer(z)
        model.loss(Z, T.argmax(axis=0))
        NegativeLogLikelihood().expectation(Z)

    return Scene(run, order={"6.4": [("2.14", None)]})


def relu(page: PageAt, depth: int) -> Scene:
    """Chapter 4: ReLU at a number, which stands among others."""
    V = page.letter("v") * np.array([[-1.0, 2.0, 0.5], [3.0, 1.0, -2.0]])

    def run() -> None:
        ReLU().value(V)
        ReLU().derivative(V)

    def itself(value: np.ndarray) -> list[np.ndarray]:
        return [value[1:, 1:2] if value.shape == V.shape else value]

    return Scene(run, read={"4.7": itself, "4.8": itself})


def blocks(page: PageAt, depth: int) -> Scene:
    """Chapter 5: two layers and a batch, as a network of blocks."""
    f = Drawn(page.letter("f"))
    V, W = page.letter("V"), page.letter("W")
    network = Network([Linear(*V.shape[::-1]), f, Linear(*W.shape[::-1])])
    return Scene(
        lambda: _forward_and_back(network, page),
        order={
            "6.2": [("5.1", None), ("5.3", None)],
            "Network._outputs 6.2": [("5.1", None), ("5.2", None), ("5.3", None)],
            "Network._propagate 6.2": [("5.1", None), ("5.2", None), ("5.3", None)],
            "Network.backward 5.19": [("5.19", None), ("5.20", None), None],
            "6.4": [("P", None)],
            "5.15": [("5.15", None), ("5.21", None)],  # the last layer, then the one before it
            "5.17": [("5.17", None), ("5.22", None)],
            "5.19": [("5.19", None), None],
        },
    )


def classifier(page: PageAt, depth: int) -> Scene:
    """Chapter 5: the same two layers as a classifier; its penalty is added behind what the lines compute."""
    V, W = page.letter("V"), page.letter("W")
    model = _classifier([V.shape[1], *W.shape[::-1]], Drawn(page.letter("f")), l2=L2)
    return Scene(
        lambda: _forward_and_back(model, page),
        order={
            "6.1": [("X", None)],
            "6.2": [("5.1", None), ("5.3", None)],
            "6.3": [("5.2", None)],
            "6.4": [("P", None)],
            "6.7": [("5.10", None)],
            "6.8": [("5.20", None)],
            "6.9": [("5.15", None), ("5.21", None)],
            "6.10": [("5.17", None), ("5.22", None)],
        },
    )


def _forward_and_back(model: Model, page: PageAt) -> None:
    set_parameters(model, [page.letter(name) for name in ("V", "c", "W", "b")])
    model.forward(page.letter("X"))
    model.loss(page.letter("X"), page.letter("T").argmax(axis=0))
    model.backward()


def algorithm(page: PageAt, depth: int) -> Scene:
    """Chapter 6: forward, backward and update of a network of any depth."""
    layers = list(range(1, depth + 1))
    X, T, f = page.letter("X"), page.letter("T"), Drawn(page.letter("f_1"))
    parameters = [page.letter(f"{name}_{l}") for l in layers for name in ("W", "b")]
    units = [len(X), *(len(b) for b in parameters[1::2])]
    model = _classifier(units, f)
    alpha = page.letter("alpha")

    def run() -> None:
        set_parameters(model, parameters)
        model.forward(X)
        model.loss(X, T.argmax(axis=0))
        model.backward()
        SGD(model, lr=alpha).step()

    def places(tag: str, layers: list[int]) -> list[Place]:
        return [(tag, l) for l in layers]

    return Scene(
        run,
        order={
            "6.2": places("6.2", layers),
            "6.3": places("6.3", layers[:-1]),
            "6.8": places("6.8", layers[-2::-1]),
            "6.9": places("6.9", layers[::-1]),
            "6.10": places("6.10", layers[::-1]),
            "6.11": places("6.11", layers),
            "6.12": places("6.12", layers),
        },
        read={
            # What the line computed, and what the model has of it afterwards.
            "6.11": lambda theta: [*parts_of(model, theta)[::2], *parts_of(model, model.theta)[::2]],
            "6.12": lambda theta: [*parts_of(model, theta)[1::2], *parts_of(model, model.theta)[1::2]],
        },
    )


SCENES: list[tuple[int, int, Callable[[PageAt, int], Scene]]] = [
    (2, 1, likelihood), (4, 8, relu), (5, 1, blocks), (5, 1, classifier), (6, 1, algorithm),
]  # fmt: skip
"""Each with the number of its chapter, and how many draws it takes at least: a number lies on one side of the kink."""


def _classifier(units: list[int], f: Activation, l2: float = 0.0) -> NNClassifier:
    """One whose parameters are still to be set, and whose loss is that of the chapters for a single class too."""
    model = NNClassifier(units, activation=f, init="zeros", l2=l2)
    model.loss_function = NegativeLogLikelihood()
    return model


def set_parameters(model: Model, values: list[np.ndarray]) -> None:
    """Write W_1, b_1, W_2, … into a model."""
    for parameter, value in zip(model.parameters(), values, strict=True):
        parameter.value[...] = value


def parts_of(model: Model, theta: np.ndarray) -> list[np.ndarray]:
    """W_1, b_1, W_2, … of a vector θ."""
    shapes = [parameter.value.shape for parameter in model.parameters()]
    ends = np.cumsum([rows * columns for rows, columns in shapes])
    return [part.reshape(shape) for part, shape in zip(np.split(theta, ends[:-1]), shapes, strict=True)]
