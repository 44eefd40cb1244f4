"""What every derivation is: definitions, then lines of named steps."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.line import Line, Step
from mlp_theory.symbolic.expressions import Named, Variable

ASSUMED_BY = {
    "columns that sum to one": ("unit column sums",),
    "symmetric": ("symmetric", "diagonal"),
    "powers of zeros and ones": ("one-hot columns",),
}
"""Which assumptions a law may have used."""


@dataclass(eq=False)
class Worked:
    """Lines of named steps about an expression.

    Attributes
    ----------
    loss : Named
        What is differentiated.
    definitions : list of Named
        Everything that has a name, in the order of the forward pass; the loss is the last.
    lines : list of Line
    """

    loss: Named
    definitions: list[Named]
    lines: list[Line]

    def __post_init__(self) -> None:
        self.definitions = [*(d for d in self.definitions if d is not self.loss), self.loss]

    @property
    def steps(self) -> list[Step]:
        """Every step of every line: before, law, after, reason."""
        return [step for line in self.lines for step in line.steps]

    @property
    def assumptions(self) -> list[str]:
        """What was assumed of letters and used, as sentences."""
        used: dict[str, None] = {}
        for step in self.steps:
            for assumption in ASSUMED_BY.get(step.law, ()):
                for part in al.postorder(step.before):
                    if isinstance(part, Variable) and assumption in part.assumptions:
                        used[f"{part.key}: {assumption}"] = None
        return sorted(used)
