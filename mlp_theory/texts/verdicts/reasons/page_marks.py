"""What the page, or who checks it, asks for."""

from mlp_theory.texts.verdicts.reason import Reason


class MarkedUnchecked(Reason):
    """The page marks it as unchecked."""

    code = "unchecked"
    example = "unchecked: proved elsewhere"


class UnknownMark(Reason):
    """A mark of the page with a word that nobody knows."""

    code = "unknown-mark"
    example = "layout is numerator or denominator"


class UnclosedDisplay(Reason):
    """A display that is opened or closed by only one $$."""

    code = "unclosed-display"
    example = "a display that is opened or closed by only one $$"


class RequiredClaim(Reason):
    """A claim that --require asks for is not there, or does not hold."""

    code = "required"
    example = "required: no claim about ∂L/∂W that holds"
