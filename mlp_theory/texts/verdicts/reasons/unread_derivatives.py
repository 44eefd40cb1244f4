"""Derivatives of nothing, by nothing, or of an order or shape that is not read."""

from mlp_theory.texts.verdicts.reason import Reason


class UnreadDerivative(Reason):
    """By what, or how often, something is derived cannot be told."""

    code = "unread-derivative"
    example = "∇ does not say by what"


class TooManyAxes(Reason):
    """A derivative of a matrix by a matrix has more than two axes."""

    code = "too-many-axes"
    example = "a derivative with more than two axes: write it by entries or with vec"


class NoIncrement(Reason):
    """A differential of what has no increment on this page."""

    code = "no-increment"
    example = "nothing in it has an increment"
