"""What is told of a function of Python that was held against an equation."""

from mlp_theory.texts.verdicts.reason import Reason


class EntriesDiffer(Reason):
    """The function gives other numbers than the equation."""

    code = "entries-differ"
    example = "6 of 6 entries differ"


class FunctionFails(Reason):
    """The function raises, or gives no array of the right shape."""

    code = "function-fails"
    example = "f raises ValueError"


class EquationFalse(Reason):
    """The function computes the right side, but the equation itself is false."""

    code = "equation-false"
    example = "the function computes the right side, but the equation itself is false: check it"


class DefinesFunction(Reason):
    """The equation defines a function, which has no value by itself."""

    code = "defines-function"
    example = "it defines a function; hold yours against an equation that applies it"
