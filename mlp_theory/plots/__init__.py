"""Pictures: each takes what it draws (a predict function, a history, a report) and returns an Axes."""

from mlp_theory.plots.curves import plot_activation, plot_learning_curve
from mlp_theory.plots.decision_regions import plot_decision_regions
from mlp_theory.plots.gradient_check import plot_gradient_check
from mlp_theory.plots.style import COLOURS, MARKERS

__all__ = [
    "COLOURS",
    "MARKERS",
    "plot_activation",
    "plot_decision_regions",
    "plot_gradient_check",
    "plot_learning_curve",
]
