"""A Jacobian or a Hessian as NumPy."""

from __future__ import annotations

from textwrap import wrap

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.code.function import RESULT, WIDTH, EmittedFunction, kind_of, type_of
from mlp_theory.symbolic.calculus.worked import Worked
from mlp_theory.symbolic.expressions import Derivative, Node


class JacobianFunction(EmittedFunction):
    """Returns a Jacobian or a Hessian, in the layout that it has.

    Parameters
    ----------
    derived : Worked
        Its last line is the Jacobian.
    by : Node
        The letter that it is by.
    layout : str
        "numerator" or "denominator".
    gradient : Derivative or None
        Of a Hessian, the gradient whose Jacobian it is.
    name : str
    """

    def __init__(self, derived: Worked, by: Node, layout: str, gradient: Derivative | None, name: str):
        self.derived, self.by, self.layout, self.gradient = derived, by, layout, gradient
        self.line = derived.lines[-1]
        F = derived.loss if gradient is None else gradient.body
        super().__init__(name, derived.definitions, [F, derived.loss, self.line.result], [by])
        what = "Jacobian" if gradient is None else "Hessian"
        self.says = f"the {what} of {self.writer.text(F)} by {self.writer.text(by)}"
        self.title = f"{self.says[0].upper()}{self.says[1:]} in NumPy, as it is derived."

    def derive(self) -> set[str]:
        """The last line alone, and what it needs."""
        self.state(RESULT, self.line.result, self.writer.text(self.line.meaning))
        return {RESULT}

    def annotation(self) -> str:
        """An array, or a number."""
        return type_of(self.line.result)

    def docstring(self) -> tuple[str, list[str]]:
        """What its rows are."""
        F, w = self.derived.loss, self.writer
        rows, columns = w.text(F), w.text(self.by)
        if self.layout == "denominator":
            rows, columns = columns, rows
        said = f"One row for each entry of {rows}, one column for each of {columns}"
        if any(1 not in al.shape_of(part) for part in (F, self.by)):
            said += "; entries column by column"
        g = "" if self.gradient is None else f", with {w.text(F)} = {w.text(self.gradient)}"
        kind = kind_of(self.line.result)
        name = "J" if self.gradient is None else "H"
        lines = [f"{name} : {kind}", *(f"    {line}" for line in wrap(f"{said}{g}.", WIDTH - 8))]
        return f"Compute {self.says}.", lines
