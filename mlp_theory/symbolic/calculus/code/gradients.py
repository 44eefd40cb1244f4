"""The gradients of a loss as NumPy, line by line as they are derived."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.code.function import WIDTH, EmittedFunction
from mlp_theory.symbolic.calculus.line import Line
from mlp_theory.symbolic.calculus.worked import Worked
from mlp_theory.symbolic.expressions import Derivative, Named, Node, Variable


class GradientFunction(EmittedFunction):
    """Returns the loss and all gradients.

    Parameters
    ----------
    derivation : Worked
    wanted : mapping of Node to Line
        The line of every gradient that was asked for.
    name : str
    """

    reserved = ("gradients",)

    def __init__(self, derivation: Worked, wanted: Mapping[Node, Line], name: str):
        self.derivation, self.wanted_lines = derivation, wanted
        roots = [derivation.loss, *(line.result for line in derivation.lines)]
        super().__init__(name, derivation.definitions, roots, list(wanted))
        self.title = f"The gradients of {derivation.loss.key} in NumPy, line by line as they are derived."
        self.loss = self.names.of(derivation.loss)
        self.gradients: dict[str, str] = {}

    def derive(self) -> set[str]:
        """State all lines; the loss and its gradients are returned."""
        self.gradients = self._gradients()
        return {self.loss, *self.gradients.values()}

    def _gradients(self) -> dict[str, str]:
        """Write all lines; and for every letter that is asked for, the name of its gradient."""
        lines = {id(line): wanted for wanted, line in self.wanted_lines.items()}
        found: dict[Node, str] = {}
        for line in self.derivation.lines:
            meaning = self.writer.text(line.meaning)
            assert isinstance(line.meaning, Derivative)
            if line.name is None:
                target = self.names.gradient(line.meaning.wrt)
            else:
                target = self.names.of(line.name)
                meaning = f"{self.writer.text(line.name)} = {meaning}"
                if line.result is line.meaning:
                    self.given.append(line.name)
            if line.result is not line.meaning:
                self.state(target, line.result, meaning)
            if id(line) in lines:
                found[lines[id(line)]] = target
        return {_key(wanted): found[wanted] for wanted in self.wanted_lines}

    def annotation(self) -> str:
        """A loss, and a dictionary."""
        numbers = any(al.is_scalar(wanted) for wanted in self.wanted_lines)
        return f"tuple[float, dict[str, np.ndarray{' | float' if numbers else ''}]]"

    def docstring(self) -> tuple[str, list[str]]:
        """Which gradients there are."""
        letters = ", ".join(f'"{key}"' for key in self.gradients)
        said = f"The gradient by {'each of ' if len(self.gradients) > 1 else ''}{letters}, of its shape."
        returns = [f"{self.loss} : float", "gradients : dict", *(f"    {line}" for line in wrap(said, WIDTH - 8))]
        return f"Compute {self.loss} and its gradients.", returns

    def returned(self) -> list[str]:
        """The loss and a dictionary."""
        entries = [f'"{key}": {value}' for key, value in self.gradients.items()]
        line = f"    return float({self.loss}), {{{', '.join(entries)}}}"
        if len(line) <= WIDTH:
            return [line]
        return [
            "    gradients = {", *(f"        {entry}," for entry in entries), "    }",
            f"    return float({self.loss}), gradients",
        ]  # fmt: skip


def _key(wanted: Node) -> str:
    assert isinstance(wanted, (Variable, Named))
    return wanted.key
