"""Figures of the commands, as matplotlib Figures that need no display."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from mlp_theory.datasets import Dataset
from mlp_theory.network import Activation, NNClassifier
from mlp_theory.plots import plot_activation, plot_decision_regions, plot_gradient_check, plot_learning_curve
from mlp_theory.plots.style import colour_of, marker_of
from mlp_theory.training import History
from mlp_theory.verify import GradientReport


def new_figure(width: float = 6.0, height: float = 4.2) -> Figure:
    """A figure without pyplot: nothing to close, no window."""
    return Figure(figsize=(width, height), layout="constrained")


def gradient_check_figure(report: GradientReport) -> Figure:
    """The table as a chart."""
    figure = new_figure(6.5, 1.6 + 0.32 * len(report.rows))
    plot_gradient_check(report, ax=figure.subplots())
    return figure


def activation_figure(activation: Activation) -> Figure:
    """An activation f with its derivative f'."""
    figure = new_figure()
    plot_activation(activation, ax=figure.subplots())
    return figure


def sigmoid_figure(x: np.ndarray, network: np.ndarray, exact: np.ndarray) -> Figure:
    """P(class 0) of a two-class softmax over x, dotted, on the sigmoid function, a line."""
    figure = new_figure()
    ax = figure.subplots()
    ax.plot(x, exact, "-", color=colour_of(0), label="scipy.special.expit(x)")
    ax.plot(x, network, "o", color=colour_of(5), markersize=4, label="NNClassifier([1, 2]), W = (1, 0)ᵀ")
    ax.set(xlabel="$x$", ylabel="probability", title="A softmax of two classes is a sigmoid")
    ax.legend()
    ax.grid(alpha=0.3)
    return figure


def scatter_figure(X: np.ndarray, t: np.ndarray, title: str) -> Figure:
    """Points of the plane, a colour and a marker a class."""
    figure = new_figure()
    ax = figure.subplots()
    for k in np.unique(t):
        ax.scatter(
            *X[:, t == k],
            s=28,
            c=colour_of(k),
            marker=marker_of(k),
            edgecolors="black",
            linewidths=0.5,
            label=f"class {k}",
        )
    ax.set(xlabel="$x_1$", ylabel="$x_2$", title=title)
    ax.legend()
    ax.grid(alpha=0.3)
    return figure


def learning_curve_figure(history: History) -> Figure:
    """The loss of every epoch; the title gives the last and the least."""
    figure = new_figure()
    plot_learning_curve(history, ax=figure.subplots())
    return figure


def regions_figure(model: NNClassifier, X: np.ndarray, t: np.ndarray, title: str) -> Figure:
    """Decision regions, on the part of the plane of the article's figure."""
    figure = new_figure()
    plot_decision_regions(model, X, t, ax=figure.subplots(), extent=(-2, 3, -1, 2)).set_title(title)
    return figure


def mistakes_figure(data: Dataset, P: np.ndarray, most: int = 18) -> Figure:
    """Square images that were misread, the most confident mistake first, with what was said and what is true.

    Parameters
    ----------
    data : Dataset
        X : (side², n), t : (n,).
    P : (n_classes, n)
        Their class probabilities.
    """
    side = int(np.sqrt(data.X.shape[0]))
    said = P.argmax(axis=0)
    wrong = np.flatnonzero(said != data.t)
    wrong = wrong[np.argsort(-P[said[wrong], wrong], kind="stable")]
    n_columns = 6
    n_rows = max(1, -(-min(most, len(wrong)) // n_columns))
    figure = new_figure(6.0, 0.4 + 1.25 * n_rows)
    axes = np.ravel(figure.subplots(n_rows, n_columns))
    for ax in axes:
        ax.axis("off")
    for ax, i in zip(axes, wrong[:most], strict=False):
        ax.imshow(data.X[:, i].reshape(side, side), cmap="gray_r")
        ax.set_title(f"says {said[i]}, is {data.t[i]}", fontsize=8)
    figure.suptitle(
        f"{len(wrong)} of {len(data.t)} misread; here the {min(most, len(wrong))} most confident mistakes", fontsize=10
    )
    return figure


def training_figure(model: NNClassifier, history: History, test: Dataset, *, plane: bool) -> Figure:
    """What there is to see of a training run: regions, or who was mistaken for whom, and the learning curve."""
    figure = new_figure(11.0, 4.2)
    left, right = figure.subplots(1, 2)
    loss, accuracy = model.evaluate(*test)
    told = f"Test data: accuracy {accuracy:.1%}, loss {loss:.3f}"
    if plane:
        plot_decision_regions(model, *test, ax=left).set_title(told)
    else:
        confusion(left, test.t, model.predict(test.X)).set_title(told)
    plot_learning_curve(history, ax=right)
    return figure


def confusion(ax, t: np.ndarray, said: np.ndarray):
    """How often class k, a row, was called j, a column; the right answers are left out, they drown the rest."""
    from sklearn.metrics import confusion_matrix

    counts = confusion_matrix(t, said)
    np.fill_diagonal(counts, 0)
    ax.imshow(counts, cmap="Blues")
    for k, j in np.argwhere(counts):
        ax.text(
            j, k, counts[k, j], ha="center", va="center", color="white" if counts[k, j] > counts.max() / 2 else "black"
        )
    ax.set(
        xlabel="was called (right answers left out)", ylabel="is", xticks=range(len(counts)), yticks=range(len(counts))
    )
    return ax
