"""The page itself marks it: ``<!-- unchecked: why -->``."""

from mlp_theory.texts.verdicts.kind import Kind, register


class Unchecked(Kind):
    """Left out by the page, in plain sight: in JSON as unread, counted on its own."""

    name = "unread"
    place = 60
    says = "could not be read"
    counted = "unchecked"


UNCHECKED = register(Unchecked())
