"""Why the draws of a claim decided nothing."""

from mlp_theory.texts.verdicts.reason import Reason


class NoValue(Reason):
    """A side has no value that could be computed."""

    code = "no-value"
    example = "it was not a number at any draw"


class NoDraw(Reason):
    """No draw meets the condition of the claim."""

    code = "no-draw"
    example = "no draw meets the condition"


class TooFewDraws(Reason):
    """Only a few of the draws could be judged."""

    code = "too-few-draws"
    example = "only 2 of 70 draws could be judged"


class BelowResolution(Reason):
    """What it says is lost in rounding."""

    code = "below-resolution"
    example = "what it says lies below the resolution of the arithmetic"


class BothVanish(Reason):
    """Both sides vanish at every draw."""

    code = "both-vanish"
    example = "both sides vanish at every draw: nothing was tested"


class TooClose(Reason):
    """The sides are equal, or nearer to each other than can be told."""

    code = "too-close"
    example = "both sides are equal to rounding at every draw"


class NearKink(Reason):
    """Every draw lay too near to a kink."""

    code = "near-kink"
    example = "every draw lay too near to a kink"


class UnreachedBranch(Reason):
    """A branch of a piecewise function was never reached."""

    code = "unreached-branch"
    example = "a branch of a piecewise function was never reached"
