"""What holding the cited lines against their equations came to."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.errors import UncheckedPageError
from mlp_theory.texts.verdicts.agreement import Agreement
from mlp_theory.verify.citations import Citation


@dataclass(frozen=True)
class Tie:
    """One line of code against one equation.

    Attributes
    ----------
    tag : str
    citation : Citation
    agreement : Agreement
        `verdict` is its name: "agrees", "differs" or "untested".
    error : float
        The largest difference, relative to the terms that make the entry.
    values : int
        How many arrays were compared.
    says : str
        What is wrong.
    """

    tag: str
    citation: Citation
    agreement: Agreement
    error: float
    values: int
    says: str = ""

    @property
    def verdict(self) -> str:
        """Whether it agrees, in a word."""
        return self.agreement.word

    @property
    def ok(self) -> bool:
        """Whether the line was tested and agrees."""
        return self.agreement is Agreement.AGREES

    @property
    def place(self) -> str:
        """``perceptron.py:78``."""
        return f"{self.citation.path.name}:{self.citation.line}"


@dataclass
class TieReport:
    """Every cited line against its equation.

    Attributes
    ----------
    ties : list of Tie
    first : Tie or None
        The line that went wrong first, in the order in which the code ran: the others may only follow from it.
    """

    ties: list[Tie] = field(default_factory=list)
    first: Tie | None = None

    @property
    def failures(self) -> list[Tie]:
        """What differs, or could not be tested; the line that went wrong first stands first."""
        wrong = [tie for tie in self.ties if not tie.ok]
        return sorted(wrong, key=lambda tie: tie is not self.first)

    @property
    def ok(self) -> bool:
        """Whether every line computes what its equation says."""
        return bool(self.ties) and not self.failures

    def assert_ok(self) -> None:
        """Raise with the line that went wrong first.

        Raises
        ------
        UncheckedPageError
        """
        if not self.ok:
            first = self.failures[0] if self.failures else None
            got = f"({first.tag}) at {first.place}: {first.says}" if first else "no citation at all"
            raise UncheckedPageError(
                "The code does not compute what its equation says", expected="every cited line right", got=got
            )

    def __str__(self) -> str:
        lines = [f"({t.tag}) {t.verdict.upper()} at {t.place}: {t.says}\n    {t.citation.code}" for t in self.failures]
        tags = {tie.tag for tie in self.ties}
        worst = max((tie.error for tie in self.ties if tie.ok), default=0.0)
        right = sum(tie.ok for tie in self.ties)
        lines.append(
            f"{right} of {len(self.ties)} cited lines compute what their equations say ({len(tags)} equations), "
            f"worst relative error {worst:.0e}"
        )
        return "\n".join(lines)

    __repr__ = __str__
