"""The laws of algebra that bring an expression into the form that people write.

An expression comes in, an equal one goes out, or none where the law does not fit; it asks the language, and the algebra
and the table of operations.
"""

# Each of these enters its laws in the table.
from mlp_theory.symbolic.calculus.laws import (  # noqa: F401
    blocks,
    cancelling,
    entrywise,
    functions,
    inner,
    kronecker,
    means,
    products,
    repeated,
    sums,
    transposes,
)
from mlp_theory.symbolic.calculus.laws.table import LAWS, AlgebraicLaw

__all__ = ["LAWS", "AlgebraicLaw"]
