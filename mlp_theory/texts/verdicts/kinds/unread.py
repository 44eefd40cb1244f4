"""It could not be read, or not be tested: nothing is said of it."""

from mlp_theory.texts.verdicts.kind import Kind, register


class Unread(Kind):
    """Nothing is known of it; the reason says what stands in the way."""

    name = "unread"
    place = 50
    says = "could not be read"
    colour = "yellow"
    exit_code = 1
    annotation = "error"
    waits = True


UNREAD = register(Unread())
