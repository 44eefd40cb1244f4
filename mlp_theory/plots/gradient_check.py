"""The table of a gradient check as a chart."""

from __future__ import annotations

from typing import Any

import numpy as np

from mlp_theory.errors import KindError
from mlp_theory.plots.style import colour_of, new_axes

LOOKS = {"ok": (0, ""), "wrong": (5, "//"), "untested": (1, "..")}


def label_of(row: Any) -> str:
    """What stands beside a bar."""
    return f"layer {row.layer}: d{row.name}" if row.layer else f"d{row.name}" if row.layer == 0 else row.name


def plot_gradient_check(report: Any, *, ax=None):
    """Draw the relative error of every gradient, on a logarithmic axis, in the colour of its verdict.

    The length of a bar is ‖gradient − differences‖/‖differences‖. The verdict is given entry by entry, so
    one wrong entry of many makes a short bar: look at the colour.

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
    errors = np.nan_to_num(np.array([row.relative for row in rows], dtype=float), nan=1.0, posinf=1.0)
    least = min(1e-10, 0.1 * float(errors[errors > 0].min(initial=1.0)))
    ax = new_axes(ax, figsize=(6.5, 1.6 + 0.32 * len(rows)))
    for verdict, (k, hatch) in LOOKS.items():
        chosen = np.flatnonzero([row.verdict == verdict for row in rows])
        if len(chosen):
            widths = np.maximum(errors[chosen], 2 * least)
            look = {"color": colour_of(k), "hatch": hatch, "edgecolor": "white", "height": 0.7, "label": verdict}
            ax.barh(chosen, widths, **look)
    ax.set_yticks(range(len(rows)), [label_of(row) for row in rows])
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set(xscale="log", xlim=(least, max(1.0, 2 * float(errors.max()))))
    ax.set_title(f"Gradient check: {sum(row.verdict == 'ok' for row in rows)} of {len(rows)} right")
    ax.set_xlabel("‖gradient − differences‖ / ‖differences‖")
    ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False)
    ax.grid(axis="x", alpha=0.3)
    return ax
