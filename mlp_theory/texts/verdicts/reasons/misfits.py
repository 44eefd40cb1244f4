"""Shapes that do not fit, or are not known."""

from mlp_theory.texts.verdicts.reason import Reason


class ShapeConflict(Reason):
    """The shapes do not fit each other."""

    code = "shape-conflict"
    example = "shapes: left 3×4, right 4×3"


class UnknownShape(Reason):
    """Nothing tells the shape of a letter."""

    code = "unknown-shape"
    example = "the shape of A is not known: left ?rows of A×?columns of A, right n×n"
