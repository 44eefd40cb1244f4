"""Functions without their arguments, or with others than theirs."""

from mlp_theory.texts.verdicts.reason import Reason


class MissingArgument(Reason):
    """A function stands alone where its value is needed."""

    code = "missing-argument"
    example = "the function f without an argument"


class WrongArguments(Reason):
    """A function has more or fewer arguments than it takes."""

    code = "wrong-arguments"
    example = "2 arguments where 1 are expected"
