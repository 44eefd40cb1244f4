"""The table of a gradient check as a chart."""

from __future__ import annotations

from typing import Any

import numpy as np

from mlp_theory.errors import KindError
from mlp_theory.plots.style import colour_of, new_axes

LOOKS = {"ok": (0, ""), "wrong": (5, "//"), "untested": (1, "..")}


def plot_gradient_check(report: Any, *, ax=None):
    """Draw the relative error of every gradient, on a logarithmic axis, with its verdict.

    Parameters
    ----------
    report : GradientReport
        What `check_gradients` returned.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    KindError
        If it is no report.
    """
    rows = getattr(report, "rows", None)
    if not rows:
        raise KindError(
            "plot_gradient_check draws a report", expected="what check_gradients returned", got=repr(report)[:80]
        )
    errors = np.array([row.relative for row in rows], dtype=float)
    finite = np.nan_to_num(errors, nan=1.0, posinf=1e3)
    least = min(1e-9, float(finite[finite > 0].min(initial=1e-9)))
    lengths = np.maximum(finite, 2 * least)
    labels = [f"layer {row.layer}: d{row.name}" if row.layer else f"d{row.name}" for row in rows]
    positions = np.arange(len(rows))
    ax = new_axes(ax, figsize=(6.5, 1.6 + 0.32 * len(rows)))
    for verdict, (k, hatch) in LOOKS.items():
        chosen = [row.verdict == verdict for row in rows]
        if any(chosen):
            ax.barh(
                positions[chosen],
                lengths[chosen],
                color=colour_of(k),
                hatch=hatch,
                edgecolor="white",
                height=0.7,
                label=verdict,
            )
    ax.axvline(report.tolerance, color="#333333", linestyle="--", linewidth=1, label="tolerance")
    ax.set_yticks(positions, labels)
    ax.invert_yaxis()
    ax.set(xscale="log", xlim=(least, max(10 * report.tolerance, 3 * float(lengths.max()))))
    ax.set(xlabel="‖gradient − differences‖ / ‖differences‖", title="Gradient check")
    ax.legend(loc="lower right", framealpha=0.9)
    ax.grid(axis="x", alpha=0.3)
    return ax
