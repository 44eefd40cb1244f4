"""Dots, matrices, cases and conditions whose pattern is not clear."""

from mlp_theory.texts.verdicts.reason import Reason


class UnclearDots(Reason):
    """What the dots stand for cannot be told."""

    code = "unclear-dots"
    example = "dots where no pattern can be seen"


class BrokenMatrix(Reason):
    """A matrix with rows of different lengths, or without an entry."""

    code = "broken-matrix"
    example = "rows of different lengths"


class UnreadCase(Reason):
    """A case of a piecewise definition that is not read."""

    code = "unread-case"
    example = "a case without its condition"


class UnreadCondition(Reason):
    """The condition of an equation is not read."""

    code = "unread-condition"
    example = "a condition in words"
