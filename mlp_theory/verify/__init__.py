"""Where theory, code and numbers are held against each other."""

from typing import TYPE_CHECKING, Any

from mlp_theory.verify.gradients import check_gradients
from mlp_theory.verify.report import GradientCheck, GradientReport

if TYPE_CHECKING:
    from mlp_theory.verify.explaining import Explanation, explain
    from mlp_theory.verify.ties import TieReport, check_ties

__all__ = [
    "Explanation",
    "GradientCheck",
    "GradientReport",
    "TieReport",
    "check_gradients",
    "check_ties",
    "explain",
]


def __getattr__(name: str) -> Any:
    """Load what reads the chapters, with its grammar, when it is first asked for."""
    from importlib import import_module

    rooms = {"check_ties": "ties", "TieReport": "ties", "explain": "explaining", "Explanation": "explaining"}
    if name not in rooms:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{rooms[name]}"), name)
