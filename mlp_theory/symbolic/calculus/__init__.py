"""The calculus: expressions with shapes, laws of differentiation and algebra, and derivations made of them."""

# Each of these enters its operations in the table.
from mlp_theory.symbolic.calculus.operations import blocks, columns, entrywise, linear, square  # noqa: F401
