"""Indices that nothing binds, that run too far, or that stand where none can."""

from mlp_theory.texts.verdicts.reason import Reason


class UnboundIndex(Reason):
    """An index that no sum binds, and that stands on one side only."""

    code = "unbound-index"
    example = "the index i is bound by nothing"


class UnknownRange(Reason):
    """How far an index runs cannot be told."""

    code = "unknown-range"
    example = "the range of the index i is not known"


class BeyondRange(Reason):
    """An index or a range ends beyond what there is."""

    code = "beyond-range"
    example = "the index i runs to n, but there are m"


class MissingIndex(Reason):
    """An index is missing, or is not one index."""

    code = "missing-index"
    example = "an index is expected here"


class UnfitIndex(Reason):
    """An index on what has no entries, or one where two are needed."""

    code = "unfit-index"
    example = "an index on x, which is a number"


class UnclearPart(Reason):
    """Which rows or columns a part of a matrix has cannot be told."""

    code = "unclear-part"
    example = "a part has a range of rows and one of columns"


class ArrayBesideEntry(Reason):
    """An array is set equal to an entry with free indices, and which entry of it is meant cannot be told."""

    code = "array-beside-entry"
    example = "a whole array on one side and its entry i, j on the other"
