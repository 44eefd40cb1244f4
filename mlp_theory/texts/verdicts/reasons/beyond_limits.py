"""What is too much for one equation: its length, its depth, its numbers, its memory, its time."""

from mlp_theory.texts.verdicts.reason import Reason


class TooLong(Reason):
    """There are more signs, equations, digits or terms than are read."""

    code = "too-long"
    example = "longer than 8,000 characters"


class TooDeep(Reason):
    """Brackets or fractions stand in each other more deeply than is read."""

    code = "nested-too-deeply"
    example = "nested too deeply"


class OutOfMemory(Reason):
    """Its values take more memory than one equation may."""

    code = "out-of-memory"
    example = "it needs more memory than one equation may"


class OutOfTime(Reason):
    """Testing it takes longer than one equation may."""

    code = "out-of-time"
    example = "it takes longer than 5 seconds"


class Crashed(Reason):
    """Something that should not happen happened while it was tested."""

    code = "crashed"
    example = "it could not be evaluated (ValueError)"
