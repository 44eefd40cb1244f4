"""Shapes that do not fit, or are not known."""

from mlp_theory.texts.verdicts.reason import Reason


class ShapeConflict(Reason):
    """The shapes do not fit each other."""

    code = "shape-conflict"
    of_letters = True
    example = "K×d on the left; d×n times K×n does not multiply"


class UnknownShape(Reason):
    """Nothing tells the shape of a letter."""

    code = "unknown-shape"
    of_letters = True
    example = "the shape of A is not known: ?rows of A×?columns of A on the left, n×n on the right"
