"""A kind of verdict: all that the rest of the house needs to know of it."""

from __future__ import annotations

from typing import ClassVar, TypeVar


class Kind:
    """What can come of an equation. Each kind is one class, with one instance that is compared by ``is``.

    Attributes
    ----------
    name : str
        As in JSON, and as users compare it: ``"holds"``.
    place : int
        Where it stands among the counts.
    says : str
        What an equation of this kind does, behind "this equation": ``"is false"``.
    counted : str
        Under what it is counted; its name unless it says otherwise.
    mark : str
        The word in the column of verdicts; what it is counted as unless it says otherwise.
    colour : str
        Of that word in a terminal: a name of `mlp_theory.texts.reports.terminal.COLOURS`, "" for none.
    exit_code : int
        Of a page with such an equation. Where it is not 0, the page does not pass.
    annotation : str
        What GitHub shows it as: "error", "warning", "notice", or "" for nothing.
    reason_below : bool
        Whether its reason stands below the equation, with the numbers that show it, and not beside it.
    decides : bool
        Whether a claim was put to the test, and the test has spoken.
    confirms : bool
        Whether it makes a page checked: a claim was put to the test and is true.
    established : bool
        Whether the lines behind may rely on it.
    waits : bool
        Whether it waits for its roots to be mended.
    """

    name: ClassVar[str]
    place: ClassVar[int]
    says: ClassVar[str]
    counted: ClassVar[str]
    mark: ClassVar[str]
    colour: ClassVar[str] = ""
    exit_code: ClassVar[int] = 0
    annotation: ClassVar[str] = ""
    reason_below: ClassVar[bool] = False
    decides: ClassVar[bool] = False
    confirms: ClassVar[bool] = False
    established: ClassVar[bool] = False
    waits: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.counted = vars(cls).get("counted", cls.name)
        cls.mark = vars(cls).get("mark", cls.counted)

    @property
    def passes(self) -> bool:
        """Whether a page with such an equation may stay as it is."""
        return self.exit_code == 0

    def __repr__(self) -> str:
        return self.counted.upper()

    def __reduce__(self) -> tuple:
        return kind_counted_as, (self.counted,)  # so that it is itself again in another process


KINDS: list[Kind] = []
"""All kinds, as they are counted."""

K = TypeVar("K", bound=Kind)


def register(kind: K) -> K:
    """Make a kind known: from now on it is counted, and found again by its name.

    Raises
    ------
    ValueError
        When another kind is counted under the same word.
    """
    if any(kind.counted == other.counted for other in KINDS):
        raise ValueError(f"there is a kind that is counted as {kind.counted}")
    KINDS.append(kind)
    KINDS.sort(key=lambda known: known.place)
    return kind


def kind_counted_as(word: str) -> Kind:
    """The kind that is counted under this word."""
    return next(kind for kind in KINDS if kind.counted == word)
