"""The calculus: expressions with shapes, laws of differentiation and algebra, and derivations made of them.

A loss or a matrix of letters comes in, a derivation goes out, step by step, that checks and writes itself; it asks the
language and its evaluator, and the folders in it but `own`.
"""

# Each of these enters its operations in the table.
from mlp_theory.symbolic.calculus.operations import blocks, columns, entrywise, linear, square  # noqa: F401
