"""Derivations as NumPy: functions of the same letters, that run as they stand."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.code.function import RESULT, WIDTH, Function
from mlp_theory.symbolic.calculus.table import show_shape
from mlp_theory.symbolic.expressions import Derivative, Named, Node, Variable

if TYPE_CHECKING:
    from mlp_theory.symbolic.calculus.derivation import Derivation
    from mlp_theory.symbolic.calculus.differential import Differentials
    from mlp_theory.symbolic.calculus.jacobian import Jacobian


class GradientFunction(Function):
    """Returns the loss and all gradients."""

    reserved = ("gradients",)

    def __init__(self, derivation: Derivation, name: str):
        self.derivation = derivation
        roots = [derivation.loss, *(line.result for line in derivation.lines)]
        super().__init__(name, derivation.definitions, roots, list(derivation.wanted_lines))
        self.title = f"The gradients of {derivation.loss.key} in NumPy, line by line as they are derived."
        self.loss = self.names.of(derivation.loss)
        self.gradients: dict[str, str] = {}

    def derive(self) -> set[str]:
        """State all lines; the loss and its gradients are returned."""
        self.gradients = self._gradients()
        return {self.loss, *self.gradients.values()}

    def _gradients(self) -> dict[str, str]:
        """Write all lines; and for every letter that is asked for, the name of its gradient."""
        lines = {id(line): wanted for wanted, line in self.derivation.wanted_lines.items()}
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
        return {_key(wanted): found[wanted] for wanted in self.derivation.wanted_lines}

    def annotation(self) -> str:
        """A loss, and a dictionary."""
        numbers = any(al.is_scalar(wanted) for wanted in self.derivation.wanted_lines)
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


class JacobianFunction(Function):
    """Returns a Jacobian or a Hessian, in the layout that it has."""

    def __init__(self, derived: Jacobian, name: str):
        self.derived = derived
        F = derived.loss if derived.gradient is None else derived.gradient.loss
        super().__init__(name, derived.definitions, [F, derived.loss, derived.result.node], [derived.by])
        what = "Jacobian" if derived.gradient is None else "Hessian"
        self.says = f"the {what} of {self.writer.text(F)} by {self.writer.text(derived.by)}"
        self.title = f"{self.says[0].upper()}{self.says[1:]} in NumPy, as it is derived."

    def derive(self) -> set[str]:
        """The last line alone, and what it needs."""
        line = self.derived.lines[-1]
        self.state(RESULT, line.result, self.writer.text(line.meaning))
        return {RESULT}

    def annotation(self) -> str:
        """An array, or a number."""
        return _type_of(self.derived.result.node)

    def docstring(self) -> tuple[str, list[str]]:
        """What its rows are."""
        derived, w = self.derived, self.writer
        rows, columns = (w.text(derived.loss), w.text(derived.by))
        if derived.layout == "denominator":
            rows, columns = columns, rows
        said = f"One row for each entry of {rows}, one column for each of {columns}"
        if any(1 not in al.shape_of(part) for part in (derived.loss, derived.by)):
            said += "; entries column by column"
        g = "" if derived.gradient is None else f", with {w.text(derived.loss)} = {w.text(derived.gradient_node)}"
        kind = _kind_of(derived.result.node)
        name = "J" if derived.gradient is None else "H"
        lines = [f"{name} : {kind}", *(f"    {line}" for line in wrap(f"{said}{g}.", WIDTH - 8))]
        return f"Compute {self.says}.", lines


class DifferentialFunction(Function):
    """Returns a differential, at increments that are arguments."""

    def __init__(self, derived: Differentials, name: str):
        self.derived = derived
        roots = [derived.loss, *(line.result for line in derived.lines)]
        letters = [increment.body for increment in derived.increments]
        super().__init__(name, derived.definitions, roots, [*letters, *derived.increments])
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
        return _type_of(self.derived.loss)

    def docstring(self) -> tuple[str, list[str]]:
        """The shape of what is returned."""
        name = self.names.of(self.derived.lines[-1].meaning)
        return f"Compute {self.says} at some increments.", [f"{name} : {_kind_of(self.derived.loss)}"]


def _type_of(result: Node) -> str:
    return "float" if al.is_scalar(result) else "np.ndarray"


def _kind_of(result: Node) -> str:
    return "float" if al.is_scalar(result) else show_shape(al.shape_of(result))


def _key(wanted: Node) -> str:
    assert isinstance(wanted, (Variable, Named))
    return wanted.key
