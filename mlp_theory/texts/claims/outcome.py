"""What was found of one claim, before it is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.texts.claims.grounds import Grounds
from mlp_theory.texts.judging.findings import Finding
from mlp_theory.texts.shapes.solver import MisfitError
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.minimisers import is_extreme_place
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.kind import Kind
from mlp_theory.texts.verdicts.kinds.defines import DEFINES
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.broken_latex import NotRead
from mlp_theory.texts.verdicts.reasons.decided import FirstReadSide
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict, UnknownShape
from mlp_theory.texts.verdicts.reasons.nothing_claimed import UnreadSideBefore
from mlp_theory.texts.verdicts.roots import Root


@dataclass
class Outcome:
    """What was found of one claim.

    Attributes
    ----------
    kind : Kind
    why : Reason, optional
    finding : Finding, optional
        What the draws have shown, where there were any.
    reading : str, optional
        The layout or convention under which it was judged, where there was a choice.
    shapes : (str, str), optional
        Of both sides.
    at, side : int
        Where it could not be read: at which character of which side.
    explanation : list of str
        How it was read, at length.
    assumed : str, optional
        Under what it holds, where the page does not say so.
    grounds : Grounds
        What it rests on.
    guess : str
        The letter of guessed shape without which shapes that do not fit might.
    roots : tuple of Root
        What it waits for, where its grounds do not say that.
    """

    kind: Kind
    why: Reason | None = None
    finding: Finding | None = None
    reading: str | None = None
    shapes: tuple[str, str] | None = None
    at: int | None = None
    explanation: list[str] = field(default_factory=list)
    side: int = 0
    assumed: str | None = None
    grounds: Grounds = field(default_factory=Grounds)
    guess: str = ""
    roots: tuple[Root, ...] = ()


def outcome_of_error(error: Exception, side: int = 0, left: str = "") -> Outcome:
    """What an error says of a claim: its shapes are false, or it is not read.

    Parameters
    ----------
    error : Exception
    side : int
        The side on which it came up.
    left : str
        The shape of the left side, where that is known and the right one is at fault.
    """
    if isinstance(error, UnreadError):
        return Outcome(UNREAD, error.reason, at=error.at, side=side)
    if isinstance(error, MisfitError):
        if error.unknown:
            return Outcome(UNREAD, UnknownShape(f"the shape of {error.unknown} is not known: {error}"))
        told = f"{left} on the left; {error}" if left and "on the left" not in str(error) else str(error)
        return Outcome(FALSE, ShapeConflict(told), shapes=error.shapes)
    return Outcome(UNREAD, NotRead(str(error) or type(error).__name__))


def defined_by_a_later_side(before: Syn | None) -> Outcome:
    """What the first side that could be read says of the side before it, which could not."""
    items = [item for item in atoms(before) if not in_parens(item)] if before is not None else []
    is_place = before is not None and is_extreme_place(before)
    if is_place or (len(items) == 1 and base_of(under_scripts(items[0])) is not None):
        return Outcome(DEFINES, FirstReadSide("the first side of the chain that could be read"))
    return Outcome(UNREAD, UnreadSideBefore("the side before it is not read, and is no name that this could define"))
