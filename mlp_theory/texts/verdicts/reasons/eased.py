"""What is told of a claim that fails, and is not called false."""

from mlp_theory.texts.verdicts.reason import Reason


class FailsAsTyped(Reason):
    """It fails for the letters that the page does not declare, as their typography reads them."""

    code = "fails-as-typed"
    of_letters = True
    example = "as its typography reads W, this is not true; the page does not declare W"


class RestsOnRoot(Reason):
    """It rests on a letter of which the page says something that could not be used."""

    code = "rests-on-root"
    of_letters = True
    example = "it rests on v, of which line 14 says something that is not read: no such set"


class Assumed(Reason):
    """It holds under a usual assumption that the page does not make."""

    code = "assumed"
    of_letters = True
    example = "y sums to one: the page does not say so"


class MayDefineAnew(Reason):
    """It is not true of a letter as the page has defined it, in a place where it may mean something else."""

    code = "may-define-anew"
    example = "not true of f as defined at line 12; it may define f anew"


class Unconfirmed(Reason):
    """Its shapes do not fit, but nothing on the page says how large one of its letters is."""

    code = "unconfirmed"
    example = "K×1 on the left, a number on the right; but nothing on the page says how large W is"
