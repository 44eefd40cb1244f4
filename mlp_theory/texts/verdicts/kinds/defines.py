"""It gives a letter its value: ``Z = W X``."""

from mlp_theory.texts.verdicts.kind import Kind, register


class Defines(Kind):
    """A definition; nothing is claimed, and what is made of it may be relied on."""

    name = "defines"
    place = 20
    says = "defines"
    established = True


DEFINES = register(Defines())
