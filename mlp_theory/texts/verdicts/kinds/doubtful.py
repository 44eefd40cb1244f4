"""It is not true as typography reads a letter that the page does not declare."""

from mlp_theory.texts.verdicts.kind import Kind, register


class Doubtful(Kind):
    """It was tested and fails, but the page does not say what one of its letters is: told, and not called false."""

    name = "doubtful"
    place = 42
    says = "is doubtful"
    colour = "magenta"
    exit_code = 1
    annotation = "warning"
    reason_below = True
    decides = True
    waits = True


DOUBTFUL = register(Doubtful())
