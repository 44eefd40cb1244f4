"""Definitions that cannot be used."""

from mlp_theory.texts.verdicts.reason import Reason


class CircularDefinition(Reason):
    """A name is defined by itself."""

    code = "circular-definition"
    of_letters = True
    example = "a is defined by itself, in a circle"


class UnusableDefinition(Reason):
    """The definition of a symbol that it is made of could not be used."""

    code = "unusable-definition"
    of_letters = True
    example = "the definition of a could not be used: unknown word: foo"


class MisfitDefinition(Reason):
    """The shapes of a definition do not fit; what the page defines by it is open."""

    code = "misfit-definition"
    example = "it does not fit what it is made of: W is K×d, X n×d"


class ConditionalDefinition(Reason):
    """A definition that holds under a condition only."""

    code = "conditional-definition"
    example = "a definition under a condition; write it with cases"


class UndefinedConditional(Reason):
    """Nothing defines a conditional name for these arguments."""

    code = "undefined-conditional"
    example = "P(… | …), which nothing defines for these arguments"
