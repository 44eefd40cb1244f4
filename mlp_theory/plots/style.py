"""How classes look: a colour and a marker each, told apart by the colour-blind and in print."""

from __future__ import annotations

import numpy as np

# Okabe & Ito (2008), *Color universal design*; black last, it hides the markers' edges.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*", "<", ">", "p")  # 8 and 11: together 88 different classes


def colour_of(k: int) -> str:
    """The colour of class k."""
    return COLOURS[k % len(COLOURS)]


def marker_of(k: int) -> str:
    """The marker of class k."""
    return MARKERS[k % len(MARKERS)]


def rgb_of(k: int) -> np.ndarray:
    """The colour of class k as three numbers in [0, 1]."""
    code = colour_of(k)
    return np.array([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def new_axes(ax, figsize=(6.0, 4.5)):
    """Return `ax`, or the axes of a new figure."""
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=figsize, layout="constrained")[1]
