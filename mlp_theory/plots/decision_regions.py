"""Decision regions of the plane: how sure the model is where, and where two classes tie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from mlp_theory.errors import DataError, KindError, LabelError, OptionError, ShapeError, check_count, check_number
from mlp_theory.plots.style import colour_of, marker_of, new_axes, rgb_of


def plot_decision_regions(
    model: Any,
    X: Any,
    t: Any = None,
    *,
    class_names: Sequence[str] | None = None,
    ax=None,
    resolution: int = 200,
    margin: float = 0.15,
    extent: tuple[float, float, float, float] | None = None,
    size: float = 24.0,
):
    """Shade the plane by class probability, draw the tie lines, and the examples on top.

    Every point of the plane gets the classes' colours mixed by their probabilities; a line is drawn
    where the two most probable classes tie.

    Parameters
    ----------
    model : object with `forward_probs`, or callable
        Maps (2, n) to class probabilities (n_classes, n). For a scikit-learn classifier:
        ``lambda X: clf.predict_proba(X.T).T``.
    X : (2, n)
        Examples; they set the part of the plane that is shown.
    t : (n,) integers, optional
        Their classes. Without them only the regions are drawn, and the legend explains their colours.
    class_names : sequence of str, optional
        One per class, for the legend.
    ax : matplotlib.axes.Axes, optional
    resolution : int
        Points of the grid along each axis.
    margin : float
        Room around the examples, as a part of their width.
    extent : (left, right, bottom, top), optional
        The part of the plane to show, instead.
    size : float
        Area of a marker, in points squared.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ShapeError, DataError, LabelError, OptionError, KindError
        If X is no (2, n) array of finite numbers, t does not fit it, the model returns no
        (n_classes, n) array, or there is not one name a class.

    Examples
    --------
    >>> from mlp_theory import NNClassifier
    >>> X = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    >>> ax = plot_decision_regions(NNClassifier([2, 3], rng=0), X, [0, 1, 2], class_names=["a", "b", "c"])
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['a', 'b', 'c']
    """
    from matplotlib.patches import Patch

    X = _check_plane(X)
    probabilities = _probability_function(model)
    resolution = check_count("plot_decision_regions", "resolution", resolution, least=2)
    left, right, bottom, top = _frame(X, margin) if extent is None else _check_extent(extent)
    x1, x2 = np.linspace(left, right, resolution), np.linspace(bottom, top, resolution)
    grid = np.stack(np.meshgrid(x1, x2)).reshape(2, -1)
    P = _check_probabilities(probabilities(grid), grid.shape[1])
    n_classes = len(P)
    t = None if t is None else _check_classes(t, X.shape[1], n_classes)
    names = _check_names(class_names, n_classes)

    ax = new_axes(ax)
    palette = 0.45 * np.array([rgb_of(k) for k in range(n_classes)]) + 0.55  # light, so that markers stand out
    shades = np.clip(P.T @ palette, 0, 1).reshape(resolution, resolution, 3)
    half = (x1[1] - x1[0]) / 2, (x2[1] - x2[0]) / 2  # the colour of a grid point belongs in the middle of its pixel
    ax.imshow(
        shades,
        extent=(left - half[0], right + half[0], bottom - half[1], top + half[1]),
        origin="lower",
        aspect="auto",
        interpolation="bilinear",
        zorder=0,
    )
    # Contours of probabilities, not of class codes: between the codes 0 and 2 there would be a sliver of 1.
    for level in _leads(P):
        if level.min() < 0 < level.max():
            ax.contour(
                x1, x2, level.reshape(resolution, resolution), levels=[0], colors="#333333", linewidths=1.2, zorder=1
            )
    if t is not None:
        for k in np.unique(t):
            ax.scatter(
                *X[:, t == k],
                s=size,
                c=colour_of(k),
                marker=marker_of(k),
                edgecolors="white" if colour_of(k) == "#000000" else "black",
                linewidths=0.5,
                label=names[k],
                zorder=2,
            )
        handles = None
    else:
        handles = [Patch(color=colour, label=name) for colour, name in zip(palette, names, strict=True)]
    ax.legend(handles=handles, loc="best", framealpha=0.9)
    ax.set(xlim=(left, right), ylim=(bottom, top), xlabel="$x_1$", ylabel="$x_2$")
    return ax


def _leads(P: np.ndarray) -> list[np.ndarray]:
    """For every class its probability less that of its best rival: zero on its border. (n,) each."""
    if len(P) < 2:
        return []
    order = np.sort(P, axis=0)
    leads = [np.where(P[k] == order[-1], P[k] - order[-2], P[k] - order[-1]) for k in range(len(P))]
    return leads[1:] if len(P) == 2 else leads  # of two classes the borders are one


def _probability_function(model) -> Callable[[np.ndarray], Any]:
    if hasattr(model, "forward_probs") and not isinstance(model, type):
        return model.forward_probs
    if callable(model) and not isinstance(model, type):
        return model
    raise KindError(
        "plot_decision_regions cannot ask this for probabilities",
        expected="a model with forward_probs, or a function from (2, n) to (n_classes, n)",
        got=f"a {type(model).__name__}",
        mend="pass lambda X: clf.predict_proba(X.T).T" if hasattr(model, "predict_proba") else None,
    )


def _check_plane(X) -> np.ndarray:
    X = np.asarray(X)
    if X.dtype.kind not in "fiub":
        raise KindError(
            "plot_decision_regions needs numbers", expected="X : (2, n) numbers", got=f"X : dtype {X.dtype}"
        )
    if X.ndim != 2 or X.shape[0] != 2 or X.shape[1] == 0:
        raise ShapeError(
            "plot_decision_regions needs points of the plane",
            expected="X : (2, n), one example per column",
            got=f"X : {X.shape}",
            mend="one example per row? pass X.T" if X.ndim == 2 and X.shape[1] == 2 else None,
        )
    if not np.isfinite(X).all():
        column = int(np.argmin(np.isfinite(X).all(axis=0)))
        raise DataError(
            "plot_decision_regions cannot draw nan or inf",
            expected="X : finite",
            got=f"X[:, {column}] = {X[:, column]}",
        )
    return X.astype(np.float64, copy=False)


def _check_extent(extent) -> tuple[float, float, float, float]:
    extent = np.asarray(extent, dtype=float)
    if extent.shape != (4,) or not np.isfinite(extent).all() or extent[0] >= extent[1] or extent[2] >= extent[3]:
        raise OptionError(
            "plot_decision_regions: no such part of the plane",
            expected="extent : (left, right, bottom, top), left < right and bottom < top",
            got=f"extent : {extent.tolist()}",
        )
    left, right, bottom, top = extent.tolist()
    return left, right, bottom, top


def _frame(X: np.ndarray, margin: float) -> tuple[float, float, float, float]:
    margin = check_number("plot_decision_regions", "margin", margin, least=0)
    low, high = X.min(axis=1), X.max(axis=1)
    width = np.where(high > low, high - low, 1.0)
    (left, bottom), (right, top) = low - (margin + 1e-6) * width, high + (margin + 1e-6) * width
    return float(left), float(right), float(bottom), float(top)


def _check_probabilities(P, n: int) -> np.ndarray:
    P = np.asarray(P, dtype=float)
    if P.ndim != 2 or P.shape[1] != n:
        raise ShapeError(
            "plot_decision_regions: the model does not return probabilities",
            expected=f"(n_classes, {n}) for {n} columns",
            got=str(P.shape),
            mend="return the transpose" if P.ndim == 2 and P.shape[0] == n else None,
        )
    if not np.allclose(P.sum(axis=0), 1, atol=1e-3) or P.min() < -1e-6:  # float32 sums to one within 1e-6
        raise DataError(
            "plot_decision_regions: the model does not return probabilities",
            expected="columns of numbers >= 0 that sum to one",
            got=f"sums from {P.sum(axis=0).min():.4g} to {P.sum(axis=0).max():.4g}, least entry {P.min():.4g}",
        )
    return P


def _check_classes(t, n: int, n_classes: int) -> np.ndarray:
    t = np.asarray(t)
    if t.shape != (n,) or t.dtype.kind not in "iu" or (t.size and (t.min() < 0 or t.max() >= n_classes)):
        raise LabelError(
            "plot_decision_regions needs one class per column",
            expected=f"t : ({n},) integers in [0, {n_classes})",
            got=f"t : {t.shape}, dtype {t.dtype}"
            + (f", from {t.min()} to {t.max()}" if t.size and t.dtype.kind in "iuf" else ""),
            mend="pass t.ravel()" if t.ndim == 2 and t.size == n else None,
        )
    return t


def _check_names(class_names, n_classes: int) -> list[str]:
    if isinstance(class_names, str):
        raise KindError(
            "plot_decision_regions needs one name per class", expected="a list of names", got=repr(class_names)
        )
    names = [f"class {k}" for k in range(n_classes)] if class_names is None else [str(name) for name in class_names]
    if len(names) != n_classes:
        raise OptionError(
            "plot_decision_regions needs one name per class",
            expected=f"{n_classes} class_names",
            got=f"{len(names)}: {names}",
        )
    return names
