"""What every derivation is: definitions, then lines of steps, that are checked and written on a page."""

from __future__ import annotations

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.checking import CheckReport, check
from mlp_theory.symbolic.calculus.line import Line, Step
from mlp_theory.symbolic.calculus.page import Section, latex_page, markdown_page, text_page
from mlp_theory.symbolic.expressions import Named, Variable

ASSUMED_BY = {
    "columns that sum to one": ("unit column sums",),
    "symmetric": ("symmetric", "diagonal"),
    "powers of zeros and ones": ("one-hot columns",),
}
"""Which assumptions a law may have used."""


class Worked:
    """Lines of named steps about an expression.

    Attributes
    ----------
    loss : Named
        What is differentiated.
    definitions : list of Named
        Everything that has a name, in the order of the forward pass.
    lines : list of Line
    """

    def __init__(self, loss: Named, definitions: list[Named], lines: list[Line]):
        self.loss, self.lines = loss, lines
        self.definitions = [*(d for d in definitions if d is not loss), loss]

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

    def check(self, draws: int = 3, seed: int = 0) -> CheckReport:
        """Hold every step, and every gradient, against numbers: see `checking.check`."""
        return check(self, draws=draws, seed=seed)

    def to_text(self, steps: bool = True) -> str:
        """For a terminal; with `steps`, one row a step, its law beside it."""
        return text_page(self, steps=steps)

    def to_latex(self, steps: bool = True) -> str:
        """Aligned equations; with `steps`, one row a step, its law beside it."""
        return latex_page(self, steps=steps)

    def sections(self) -> list[Section]:
        """The parts of its page, one after the other."""
        return [Section("Backward", self)]

    def to_markdown(self) -> str:
        """A page that ``mlp-theory check`` reads: shapes, definitions, and every line."""
        return markdown_page(*self.sections())

    def __str__(self) -> str:
        return text_page(self)

    __repr__ = __str__

    def _repr_latex_(self) -> str:
        return f"$$\n{self.to_latex()}\n$$"
