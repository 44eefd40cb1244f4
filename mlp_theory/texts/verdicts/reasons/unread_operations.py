"""Operations that are not known, have nothing to work on, or could mean two things."""

from mlp_theory.texts.verdicts.reason import Reason


class UnknownWord(Reason):
    """A word that is no operation, and that the page does not explain."""

    code = "unknown-word"
    example = "unknown word: foo"


class UnknownOperation(Reason):
    """A sign or a notation that is not read."""

    code = "unknown-operation"
    example = "no such operation: \\oint"


class ExtremePlace(Reason):
    """arg min and arg max name a place, of which nothing says how it is found."""

    code = "extreme-place"
    example = "where something is smallest or largest is not computed"


class MissingOperand(Reason):
    """A factor, a divisor or the body of a sum is missing."""

    code = "missing-operand"
    example = "a factor is missing after this"


class UnfitOperand(Reason):
    """The operation is not defined of what it is applied to."""

    code = "unfit-operand"
    example = "bars around what is neither a number nor a square matrix"


class PlusMinus(Reason):
    """± says two things at once."""

    code = "plus-minus"
    example = "± says two things at once"


class AmbiguousProduct(Reason):
    """A product or a quotient can be read in two ways."""

    code = "ambiguous-product"
    example = "a/bc can be (a/b)c or a/(bc); write a fraction or brackets"


class AmbiguousOrder(Reason):
    """Which of two operations comes first cannot be told."""

    code = "ambiguous-order"
    example = "a part of the transpose, or a part transposed? Brackets would say it"


class UnreadScript(Reason):
    """What hangs above or below something is not read."""

    code = "unread-script"
    example = "a label that nothing explains"


class UnreadPrime(Reason):
    """A prime on what has no derivative of one number."""

    code = "unread-prime"
    example = "a prime on what is no function"
