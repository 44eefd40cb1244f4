"""The laws of algebra that bring an expression into the form that people write."""

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
from mlp_theory.symbolic.calculus.laws.table import LAWS, Law

__all__ = ["LAWS", "Law"]
