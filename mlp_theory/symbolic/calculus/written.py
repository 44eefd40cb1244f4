"""A derivation in the hands of a reader: it checks itself, and writes itself on a page."""

from __future__ import annotations

from mlp_theory.symbolic.calculus.checking import CheckReport, check
from mlp_theory.symbolic.calculus.derivation_page import Section, latex_page, markdown_page, text_page
from mlp_theory.symbolic.calculus.worked import Worked


class Written(Worked):
    """What was worked out, with its check and its pages; it prints itself."""

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
