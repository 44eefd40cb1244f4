"""The one expression language: what the texts mean and what the laws act on, with its evaluator."""

from mlp_theory.symbolic.dimensions import Dim, Dimensions, plus
from mlp_theory.symbolic.evaluate import Definition, EvaluationError, Frame, World, evaluate
from mlp_theory.symbolic.expressions import (
    Apply,
    At,
    Call,
    Column,
    Compare,
    Derivative,
    Entry,
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

__all__ = [
    "Apply",
    "At",
    "Call",
    "Column",
    "Compare",
    "Definition",
    "Derivative",
    "Dim",
    "Dimensions",
    "Entry",
    "EvaluationError",
    "Frame",
    "Index",
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
