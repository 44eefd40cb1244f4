"""It is true under a usual assumption of which the page does not say that it is made."""

from mlp_theory.texts.verdicts.kind import Kind, register


class HoldsIf(Kind):
    """It fails as it stands, and holds under one assumption that is named: ``y sums to one``."""

    name = "holds-if"
    place = 32
    says = "holds only under an assumption"
    counted = "holds if"
    colour = "cyan"
    exit_code = 1
    annotation = "warning"
    decides = True


HOLDS_IF = register(HoldsIf())
