"""A differential as NumPy: one statement for each named part that varies."""

from __future__ import annotations

from collections.abc import Sequence

from mlp_theory.symbolic.calculus.code.function import RESULT, EmittedFunction, kind_of, type_of
from mlp_theory.symbolic.calculus.worked import Worked
from mlp_theory.symbolic.expressions import Differential


class DifferentialFunction(EmittedFunction):
    """Returns a differential, at increments that are arguments.

    Parameters
    ----------
    derived : Worked
        Its last line is the differential of the whole.
    increments : sequence of Differential
        dX of each letter X that varies.
    name : str
    """

    def __init__(self, derived: Worked, increments: Sequence[Differential], name: str):
        self.derived = derived
        roots = [derived.loss, *(line.result for line in derived.lines)]
        letters = [increment.body for increment in increments]
        super().__init__(name, derived.definitions, roots, [*letters, *increments])
        self.says = f"the differential of {self.writer.text(derived.loss)}"
        self.title = f"{self.says[0].upper()}{self.says[1:]} in NumPy, line by line as it is derived."

    def derive(self) -> set[str]:
        """One statement for each named part that varies; the whole is the last."""
        *before, last = self.derived.lines
        for line in before:
            self.state(self.names.of(line.meaning), line.result, self.writer.text(line.meaning))
        known = {line.meaning: line.result for line in before}
        result = last.result
        while result in known:
            result = known[result]
        self.state(RESULT, result, self.writer.text(last.meaning))
        return {RESULT}

    def annotation(self) -> str:
        """An array, or a number."""
        return type_of(self.derived.loss)

    def docstring(self) -> tuple[str, list[str]]:
        """The shape of what is returned."""
        name = self.names.of(self.derived.lines[-1].meaning)
        return f"Compute {self.says} at some increments.", [f"{name} : {kind_of(self.derived.loss)}"]
