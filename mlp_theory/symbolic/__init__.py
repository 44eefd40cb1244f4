"""The one expression language: what the texts mean and what the laws act on, with its evaluator."""

# Each of these enters its rules for nodes, or its operations, in the tables of the evaluator.
from mlp_theory.symbolic import (  # noqa: F401
    arbitrary,
    assembly,
    conditions,
    derivatives,
    entries,
    entrywise,
    expectation,
    maps,
    matrix_operations,
    reductions,
    sums,
)
from mlp_theory.symbolic.book import Book, Definition, Law
from mlp_theory.symbolic.dimensions import Dim, Dimensions, plus
from mlp_theory.symbolic.evaluate import EvaluationError, evaluate
from mlp_theory.symbolic.expressions import (
    Apply,
    At,
    Call,
    Column,
    Compare,
    Derivative,
    Entry,
    Expectation,
    Index,
    Map,
    Member,
    Node,
    Number,
    Over,
    Piecewise,
    Row,
    Size,
    Symbol,
)
from mlp_theory.symbolic.values import Value
from mlp_theory.symbolic.world import Frame, World

__all__ = [
    "Apply",
    "At",
    "Book",
    "Call",
    "Column",
    "Compare",
    "Definition",
    "Derivative",
    "Dim",
    "Dimensions",
    "Entry",
    "EvaluationError",
    "Expectation",
    "Frame",
    "Index",
    "Law",
    "Map",
    "Member",
    "Node",
    "Number",
    "Over",
    "Piecewise",
    "Row",
    "Size",
    "Symbol",
    "Value",
    "World",
    "evaluate",
    "plus",
]
