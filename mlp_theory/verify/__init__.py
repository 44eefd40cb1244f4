"""Where theory, code and numbers are held against each other."""

from mlp_theory.verify.gradients import check_gradients
from mlp_theory.verify.report import GradientCheck, GradientReport

__all__ = ["GradientCheck", "GradientReport", "check_gradients"]
