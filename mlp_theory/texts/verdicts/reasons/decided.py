"""What is told of an equation that was decided."""

from mlp_theory.texts.verdicts.reason import Reason


class SidesDiffer(Reason):
    """Both sides were computed, and differ."""

    code = "sides-differ"
    example = "the sides differ"


class RelationFails(Reason):
    """Both sides were computed, and are not in their relation."""

    code = "relation-fails"
    example = "the relation fails"


class OneSided(Reason):
    """It holds where both sides are defined; elsewhere only one of them is."""

    code = "one-sided"
    example = "at 12 draws where both sides are defined; elsewhere only one of them is"


class NotAttacked(Reason):
    """It holds at the draws; no optimiser could look for a place where it fails."""

    code = "not-attacked"
    example = "at 12 draws, not attacked: nothing in it can be moved"


class NowhereEqual(Reason):
    """No place was found where the sides are equal."""

    code = "nowhere-equal"
    example = "at 12 draws; no place was found where both sides are equal"


class ShapeHolds(Reason):
    """Its shape is the one that is claimed."""

    code = "shape-holds"
    example = "its shape is 3×4"


class Update(Reason):
    """The symbol has a new value from here on."""

    code = "update"
    example = "an update: the symbol has a new value from here on"


class NamesGradient(Reason):
    """It says how the page calls a gradient."""

    code = "names-gradient"
    example = "how the page calls this gradient"


class FirstReadSide(Reason):
    """The sides before could not be read: this one defines the name."""

    code = "first-read-side"
    example = "the first side of the chain that could be read"


class Rounded(Reason):
    """Two numbers are equal to the last digit of the one that is written out."""

    code = "rounded"
    example = "to the digits that it is written with"
