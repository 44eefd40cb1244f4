"""It asks something of its letters, and claims nothing: a condition, a hypothesis, an equation to be solved."""

from mlp_theory.texts.verdicts.kind import Kind, register


class Supposes(Kind):
    """Not true of every value, and need not be: what stands in it was supposed, required, or set."""

    name = "supposes"
    place = 45
    says = "supposes something"


SUPPOSES = register(Supposes())
