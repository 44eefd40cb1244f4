"""Curves: how the loss fell, and what an activation does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from mlp_theory.errors import DataError, KindError, check_number
from mlp_theory.plots.style import colour_of, new_axes

LINES = ("-", "--", "-.")  # and dotted for validation


def plot_learning_curve(history: Any, *, ax=None, log: bool = False, title: str | None = None):
    """Draw the loss of every epoch, and the loss of validation data where there are any.

    Parameters
    ----------
    history : History, sequence of float, or mapping from a name to one of these
        Several are drawn in one picture, with a legend. A History is any object with `loss` and, if it has
        any, `validation`: tuples that begin with a loss.
    ax : matplotlib.axes.Axes, optional
    log : bool
        A logarithmic axis for the loss.
    title : str, optional
        By default, for a single history, its last loss and its lowest, which need not be the same.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    DataError, KindError
        If there is no loss to draw.

    Examples
    --------
    >>> plot_learning_curve([0.9, 0.4, 0.5]).get_title()
    'Loss: last 0.500, lowest 0.400'
    """
    from matplotlib.ticker import MaxNLocator

    histories = history if isinstance(history, Mapping) else {"": history}
    curves = {str(name): _losses(each) for name, each in histories.items()}
    if not curves:
        raise DataError(
            "plot_learning_curve has nothing to draw", expected="at least one history", got="an empty mapping"
        )
    single = len(curves) == 1
    ax = new_axes(ax)
    for k, (name, losses) in enumerate(curves.items()):
        _draw_losses(ax, losses, LINES[k % len(LINES)], colour_of(k), name or "training")
        validation = getattr(list(histories.values())[k], "validation", None)
        if validation:
            colour = colour_of(5) if single else colour_of(k)
            label = f"{name}, validation" if name else "validation"
            _draw_losses(ax, _losses([each[0] for each in validation]), ":", colour, label)
    if title is None and single:
        (losses,) = curves.values()
        title = f"Loss: last {_short(losses[-1])}, lowest {_short(losses.min())}"
    if len(ax.get_lines()) > 1:
        ax.legend()
    ax.set(xlabel="epoch", ylabel="loss", title=title or "", yscale="log" if log else "linear")
    ax.xaxis.set_major_locator(MaxNLocator(nbins="auto", steps=[1, 2, 5, 10], integer=True))
    ax.grid(alpha=0.3)
    return ax


def _draw_losses(ax, losses: np.ndarray, line: str, colour: str, label: str) -> None:
    epochs, marker = np.arange(1, len(losses) + 1), "o" if len(losses) == 1 else None
    ax.plot(epochs, losses, line, color=colour, marker=marker, label=label)


def _short(loss: float) -> str:
    return f"{loss:.3f}" if 0.01 <= loss < 1e4 else f"{loss:.2g}"


def _losses(history) -> np.ndarray:
    losses: Sequence[float] = getattr(history, "loss", history)
    try:
        losses_array = np.asarray(losses, dtype=float)
    except (TypeError, ValueError):
        raise KindError(
            "plot_learning_curve needs losses", expected="a history, or numbers", got=repr(history)[:80]
        ) from None
    if losses_array.ndim != 1 or losses_array.size == 0:
        raise DataError(
            "plot_learning_curve has nothing to draw", expected="one loss an epoch", got=f"{losses_array.shape}"
        )
    return losses_array


def plot_activation(activation: Any, *, ax=None, z: Any = None, reach: float = 3.0):
    """Draw an activation f with its derivative f'.

    Parameters
    ----------
    activation : object with `value` and `derivative`
        Such as ``ReLU()``: both map an array to an array of its shape.
    ax : matplotlib.axes.Axes, optional
    z : (m,), optional
        Where to draw it; by default from −reach to reach.
    reach : float

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    KindError
        If it has no `value` and `derivative`.

    Examples
    --------
    >>> from mlp_theory.network import ReLU
    >>> [text.get_text() for text in plot_activation(ReLU()).get_legend().get_texts()]
    ['$f(z)$', "$f'(z)$"]
    """
    if isinstance(activation, type) or not (hasattr(activation, "value") and hasattr(activation, "derivative")):
        raise KindError(
            "plot_activation needs f and f'",
            expected="an object with value and derivative, such as ReLU()",
            got=repr(activation),
            mend=f"pass mlp_theory.network.ACTIVATIONS[{activation!r}]()" if isinstance(activation, str) else None,
        )
    reach = check_number("plot_activation", "reach", reach, above=0)
    z = np.linspace(-reach, reach, 601) if z is None else np.asarray(z, dtype=float)
    derivative = np.array(activation.derivative(z), dtype=float)
    # A jump of f' is a gap, not a steep line: it has no value between its two sides.
    jumps = np.flatnonzero(np.abs(np.diff(derivative)) > 0.1 * max(np.ptp(derivative), 1e-12)) + 1
    ax = new_axes(ax)
    ax.plot(z, activation.value(z), "-", color=colour_of(0), label="$f(z)$")
    ax.plot(
        np.insert(z, jumps, np.nan), np.insert(derivative, jumps, np.nan), "--", color=colour_of(5), label="$f'(z)$"
    )
    ax.axhline(0, color="#999999", linewidth=0.6, zorder=0)
    ax.set(xlabel="$z$", title=f"$f$ = {activation!r}".replace("()", ""))
    ax.legend()
    ax.grid(alpha=0.3)
    return ax
