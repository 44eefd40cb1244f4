"""Derivations that run: the mathematics of neural networks, derived, checked and computed.

One example is one *column*. The letter of the equation is the name in the code: Z = W A + b 1ᵀ is
``Z = W @ A + b``, and ``dW`` is the gradient ∇_W L.
"""

from typing import TYPE_CHECKING, Any

from mlp_theory.network import Linear, Network, NNClassifier, NNRegressor, Sequential
from mlp_theory.plots import plot_activation, plot_decision_regions, plot_gradient_check, plot_learning_curve
from mlp_theory.training import SGD, Adam, History, fit
from mlp_theory.verify import GradientReport, check_gradients

__version__ = "0.1.0"

if TYPE_CHECKING:
    from mlp_theory.texts import Report, check_file, check_text
    from mlp_theory.verify import check_ties, explain

# In the order in which one would meet them.
__all__ = [  # noqa: RUF022
    "check_text",
    "check_file",
    "Report",
    "NNClassifier",
    "NNRegressor",
    "Linear",
    "Sequential",
    "Network",
    "SGD",
    "Adam",
    "fit",
    "History",
    "check_gradients",
    "GradientReport",
    "explain",
    "check_ties",
    "plot_decision_regions",
    "plot_learning_curve",
    "plot_activation",
    "plot_gradient_check",
]


def load_ipython_extension(shell: Any) -> None:
    """``%load_ext mlp_theory`` makes the cell magic ``%%check`` known."""
    from mlp_theory.texts.magic import register

    register(shell)


def __getattr__(name: str) -> Any:
    """Load the reader of texts, with its grammar, when it is first asked for."""
    if name in ("check_text", "check_file", "Report"):
        from mlp_theory import texts

        return getattr(texts, name)
    if name in ("explain", "check_ties"):
        from mlp_theory import verify

        return getattr(verify, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
