"""It says of a letter what it is: ``W ∈ ℝ^{K×d}``."""

from mlp_theory.texts.verdicts.kind import Kind, register


class Declares(Kind):
    """The shape, the set or the law of a letter is given."""

    name = "declares"
    place = 10
    says = "declares"


DECLARES = register(Declares())
