"""Functions of one number applied to expressions, and their derivatives."""

from __future__ import annotations

from mlp_theory.errors import KindError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.expression import Expression, Operand, as_expression
from mlp_theory.symbolic.expressions import Node
from mlp_theory.symbolic.function_record import Function


def applied(name: str, A: Operand) -> Expression:
    """f(A), entry by entry, of the function of this name."""
    return Expression(al.elementwise(name, as_expression(name, A).node))


def derivative_at(function: Function, x: Node) -> Node | None:
    """f'(x), entry by entry; None where it is zero.

    Raises
    ------
    KindError
        When the derivative that a user has registered gives no expression.
    """
    found = function.derivative(Expression(x))
    if found is None:
        return None
    if not isinstance(found, (Expression, int, float)):
        raise KindError(
            f"The derivative of {function.name} is an expression",
            expected="what is made of Z with the operations of mlp_theory.symbolic, or None",
            got=type(found).__name__,
        )
    return as_expression(function.name, found).node
