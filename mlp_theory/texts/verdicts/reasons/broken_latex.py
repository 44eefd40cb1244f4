"""What is no mathematics yet: the LaTeX breaks off, or is no equation."""

from mlp_theory.texts.verdicts.reason import Reason


class NotRead(Reason):
    """It could not be read."""

    code = "unread"
    example = "not read"


class BrokenLatex(Reason):
    """The LaTeX is empty, breaks off, or has something where nothing like that can stand."""

    code = "broken-latex"
    example = "did not expect '}' here"


class MissingSide(Reason):
    """Nothing stands on one side of the equation."""

    code = "missing-side"
    example = "nothing stands on one side"


class StrayText(Reason):
    """Beside the equation, or around it, stands what is no part of it."""

    code = "stray-text"
    example = "this beside the equation is no relation and no condition"


class MisplacedRelation(Reason):
    """A relation or a list stands where one expression is expected."""

    code = "misplaced-relation"
    example = "a relation where an expression is expected"
