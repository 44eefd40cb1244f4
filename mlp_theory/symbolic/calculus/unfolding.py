"""Softmax, log-sum-exp, sigmoid and softplus written with exp and log, and back: on request only."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.laws import LAWS
from mlp_theory.symbolic.expressions import Call, Named, Node
from mlp_theory.symbolic.function_record import FUNCTIONS

FOLDING = ("softmax", "log-sum-exp", "sigmoid", "softplus")
"""The laws by which `fold` recognises what `expand` unfolds."""


def expand(F: Expression) -> Expression:
    """Write softmax, log-sum-exp, sigmoid and softplus with exp and log.

    Parameters
    ----------
    F : Expression
        What stands behind names in it is left alone; where F itself is a name, its meaning is unfolded.

    Returns
    -------
    Expression
        Of the same shape.

    Examples
    --------
    >>> from mlp_theory.symbolic import dims, expand, fold, logsumexp, matrix, softmax
    >>> K, n = dims("K n")
    >>> Z = matrix("Z", K, n)
    >>> print(expand(softmax(Z)), "and", expand(logsumexp(Z)))
    exp(Z) ⊘ (1 1ᵀ exp(Z)) and log(1ᵀ exp(Z))
    >>> print(fold(expand(softmax(Z))))
    softmax(Z)
    """
    return Expression(_rewritten(F.node, _unfolded))


def fold(F: Expression) -> Expression:
    """Recognise softmax, log-sum-exp, sigmoid and softplus where they are written with exp and log.

    Parameters
    ----------
    F : Expression

    Returns
    -------
    Expression
        Of the same shape; F itself where there is nothing to recognise.
    """
    return Expression(_rewritten(F.node, _folded))


def _rewritten(node: Node, rewrite: Callable[[Call], Node | None]) -> Node:
    """Every part rewritten, from the letters on."""
    if isinstance(node, Named):
        node = node.body
    found: dict[Node, Node] = {}
    for part in al.postorder(node, known=lambda p: isinstance(p, al.OPAQUE)):
        new = al.rebuilt(part, found)
        found[part] = (rewrite(new) if isinstance(new, Call) else None) or new
    return found.get(node, node)


def _unfolded(node: Call) -> Node | None:
    match node:
        case Call("softmax", (z,), _):
            rows = al.shape_of(z)[0]
            e = al.elementwise("exp", z)
            return al.times(e, al.power(al.product(al.ones(rows, rows), e), -1))
        case Call("logsumexp", (z,), _):
            rows = al.shape_of(z)[0]
            return al.elementwise("log", al.product(al.ones(1, rows), al.elementwise("exp", z)))
        case Call("elementwise", (z,), (name,)):
            unfolded = FUNCTIONS[name].unfolded
            return unfolded(Expression(z)).node if unfolded is not None else None
    return None


def _folded(node: Call) -> Node | None:
    for law in LAWS.get(node.op, ()):
        if law.name in FOLDING:
            new = law.rewrite(node)
            if new is not None:
                return new
    return None
