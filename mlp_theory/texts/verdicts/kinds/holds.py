"""It was tested at draws, and held at each."""

from mlp_theory.texts.verdicts.kind import Kind, register


class Holds(Kind):
    """A claim that was tested and is true."""

    name = "holds"
    place = 30
    says = "holds"
    colour = "green"
    decides = True
    confirms = True
    established = True


HOLDS = register(Holds())
