"""A rectifier that leaks: z where z > 0, else α z."""

from __future__ import annotations

from mlp_theory.symbolic.calculus.expression import Expression, Operand, as_expression
from mlp_theory.symbolic.functions.relu import relu


def leaky_relu(A: Expression, alpha: Operand = 0.01) -> Expression:
    """A where A > 0, else α A: α A + (1 − α) relu(A), whose derivative at 0 is α."""
    A = as_expression("leaky_relu", A)
    return leaning(A, alpha, A)


def leaning(below: Expression, alpha: Operand, A: Expression) -> Expression:
    """A where A > 0, else α times what stands `below`, which is A itself where A > 0."""
    slope = as_expression("alpha", alpha)
    rest = 1 - alpha if isinstance(alpha, float) else 1 - slope
    return slope * below + rest * relu(A)
