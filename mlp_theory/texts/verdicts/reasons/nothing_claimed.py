"""Why an equation is no claim that could be tested."""

from mlp_theory.texts.verdicts.reason import Reason


class SameExpression(Reason):
    """Both sides are read as the same: nothing is claimed."""

    code = "same-expression"
    example = "the two sides are the same expression: nothing is claimed"


class OnlySizes(Reason):
    """It speaks of nothing but sizes, which are drawn."""

    code = "only-sizes"
    example = "it speaks of nothing but sizes, which are drawn"


class OnlyShapes(Reason):
    """Of what lies in a set, only the shape is checked."""

    code = "only-shapes"
    example = "only shapes are checked of what lies in a set"


class NoEquality(Reason):
    """The relation is none that is tested."""

    code = "no-equality"
    example = "∼ is no equality"


class Requirement(Reason):
    """It is asked of a letter, as at a minimum, and not claimed of every value."""

    code = "requirement"
    example = "a derivative that is set to zero: a requirement, and no claim about every value"


class Supposition(Reason):
    """The words before it suppose it, ask for it, or say what a property means."""

    code = "supposition"
    example = "“setting this to zero gives”"


class Implication(Reason):
    """It is a part of an implication, and not claimed by itself."""

    code = "implication"
    example = "it stands beside ⇒ or ⇔, and is not true by itself"


class UpdatedSince(Reason):
    """It is made of a symbol that has been updated since."""

    code = "updated-since"
    example = "y is made of a symbol that has been updated since"


class NeverMet(Reason):
    """Its condition is never met."""

    code = "never-met"
    example = "its condition is never met"


class MissingLayer(Reason):
    """It speaks of a layer that is not there."""

    code = "missing-layer"
    example = "no layer has all that it speaks of (l = 3)"


class UnreadSideBefore(Reason):
    """The side before it is not read, and is no name that it could define."""

    code = "unread-side-before"
    example = "the side before it is not read, and is no name that this could define"
