"""Letters, sets and sizes of which the page does not say enough."""

from mlp_theory.texts.verdicts.reason import Reason


class UndeclaredLetter(Reason):
    """A letter that the page neither declares nor defines."""

    code = "undeclared-letter"
    of_letters = True
    example = "x is neither declared nor defined"


class DeclaredTwice(Reason):
    """A letter that has been declared before, as something else."""

    code = "declared-twice"
    of_letters = True
    example = "x has been declared before, as 3×1"


class UnreadDeclaration(Reason):
    """What is said of a letter is not read."""

    code = "unread-declaration"
    of_letters = True
    example = "a function whose values are no numbers is not arbitrary here; define it"


class NoSuchSet(Reason):
    """A set that is not known, or is not spelled out."""

    code = "no-such-set"
    of_letters = True
    example = "no such set: 𝕊"


class UndeclaredSize(Reason):
    """A size that the page does not declare."""

    code = "undeclared-size"
    of_letters = True
    example = "the size m is not declared"


class UnreadSize(Reason):
    """What stands where a size is expected is none that could be drawn."""

    code = "unread-size"
    of_letters = True
    example = "a size is expected here"


class UnreadLaw(Reason):
    """What is random, or how, cannot be told."""

    code = "unread-law"
    of_letters = True
    example = "nothing here is random"
