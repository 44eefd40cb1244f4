"""Laws of numbers, and of functions of one number, which a law of matrices that works entry by entry comes down to."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.normal import same
from mlp_theory.symbolic.calculus.entries.rules import Rule
from mlp_theory.symbolic.calculus.entries.terms import Indices, has_index, over, times
from mlp_theory.symbolic.calculus.laws import LAWS
from mlp_theory.symbolic.calculus.line import CitedLaw
from mlp_theory.symbolic.expressions import Call, Node, Number, Over

OF_ONE_NUMBER = ("exp and log", "a function of a constant", "sigmoid", "softplus", "power of a power")
"""The laws of matrices that are, in every entry, those of one number."""


def _rule(op: str, rewrite: Callable[[Call], Node | None]) -> Rule:
    def apply(node: Node, indices: Indices) -> Node | None:
        return rewrite(node) if isinstance(node, Call) and node.op == op else None

    return apply


def _over_itself(node: Node, indices: Indices) -> Node | None:
    """The divisor of every term of a sum is the sum."""
    match node:
        case Over(_, index, _, high, _, Call("times", factors, _), _):
            for k, factor in enumerate(factors):
                match factor:
                    case Call("power", (whole, Number(-1.0)), _) if not has_index(whole, index):
                        rest = times(*factors[:k], *factors[k + 1 :])
                        if same(over(index, high, rest), whole):
                            return al.ONE
    return None


NUMBER_RULES: list[tuple[CitedLaw, Rule]] = [
    (CitedLaw("a sum over itself", r"\sum_k \frac{a_k}{\sum_l a_l} = 1"), _over_itself),
    *(
        (CitedLaw(f"{law.name}, for one number", law.equation), _rule(op, law.rewrite))
        for op, laws in LAWS.items()
        for law in laws
        if law.name in OF_ONE_NUMBER
    ),
]
"""Where a law of matrices is opened and nothing else leads from one side to the other."""
