"""It was tested and does not hold, or its shapes do not fit."""

from mlp_theory.texts.verdicts.kind import Kind, register


class Fails(Kind):
    """A claim that is not true."""

    name = "false"
    place = 40
    says = "is false"
    mark = "FALSE"
    colour = "red"
    exit_code = 1
    annotation = "error"
    reason_below = True
    decides = True


FALSE = register(Fails())
