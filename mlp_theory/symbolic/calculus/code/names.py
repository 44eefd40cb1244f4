"""The names of the code: the letters of the equations as Python has them, and sizes read off the arrays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mlp_theory.symbolic.calculus.code.templates import helpers
from mlp_theory.symbolic.calculus.table import Shape
from mlp_theory.symbolic.calculus.writing.names import python_name
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.expressions import Apply, Differential, Named, Node, Variable

PRIMES = ("", "_prime", "_prime_prime", "_prime_prime_prime")


class CodeNames:
    """Python names, each for one thing.

    Parameters
    ----------
    parts : sequence of Node
        Everything that the code is about.
    reserved : iterable of str
        Names that nothing else may have.

    Attributes
    ----------
    arguments : dict of str to Shape
        The arrays that sizes are read off; filled by whoever knows them.
    """

    def __init__(self, parts: Sequence[Node], reserved: Iterable[str]):
        self.taken = {"np", "math", "float", *helpers(), *reserved}
        self.found: dict[object, str] = {}
        self.arguments: dict[str, Shape] = {}
        self._sizes: dict[str, str] = {}
        for part in parts:
            if isinstance(part, (Variable, Named, Apply)):
                self.of(part)

    def of(self, node: Node) -> str:
        """The name of a letter, of a named part, of their differentials, or of a function."""
        if isinstance(node, Differential):
            return self.gradient(node.body)
        assert isinstance(node, (Variable, Named, Apply))
        if isinstance(node, Apply):
            return self._name((node.key, node.order), node.key + PRIMES[node.order])
        return self._name(node.key, node.key)

    def gradient(self, node: Node) -> str:
        """The name of a gradient, or of a differential: dW_1."""
        assert isinstance(node, (Variable, Named))
        return self._name(("d", node.key), f"d{node.key}")

    def unused(self, letter: str) -> str:
        """A letter with the first number that nothing has: V_1."""
        number = 1
        while f"{letter}_{number}" in self.taken:
            number += 1
        return f"{letter}_{number}"

    def _name(self, key: object, wish: str) -> str:
        if key not in self.found:
            name = python_name(wish)
            while name in self.taken:
                name += "_"
            self.taken.add(name)
            self.found[key] = name
        return self.found[key]

    def size(self, dim: Dim) -> str:
        """A size: a number, a name, ``m * n`` or ``d + 1``."""
        if isinstance(dim, int):
            return str(dim)
        if isinstance(dim, str):
            names = [self._sizes.setdefault(part, self._name(("size", part), part)) for part in dim.split("·")]
            return " * ".join(names)
        _, terms, constant = dim
        out = ""
        for name, count in terms:
            factor = "" if abs(count) == 1 else f"{abs(count)} * "
            sign = (" - " if count < 0 else " + ") if out else "-" if count < 0 else ""
            out += sign + factor + self.size(name)
        return out + (f" {'+' if constant > 0 else '-'} {abs(constant)}" if constant else "")

    def sizes_from(self, used: set[str]) -> list[tuple[str, str]]:
        """Every size that the code uses, with the array that tells it."""
        return [
            (python, where)
            for size, python in self._sizes.items()
            if python in used and (where := self._where(size)) is not None
        ]

    def sizes_without_array(self, used: set[str]) -> list[str]:
        """Sizes that no array tells."""
        return [python for size, python in self._sizes.items() if python in used and self._where(size) is None]

    def _where(self, size: str) -> str | None:
        for name, shape in self.arguments.items():
            for axis, dim in enumerate(shape):
                if dim == size:
                    return f"{name}.shape[{axis}]"
        for name, shape in self.arguments.items():
            for axis, dim in enumerate(shape):
                if isinstance(dim, tuple) and dim[1] == ((size, 1),):
                    return f"{name}.shape[{axis}] {'-' if dim[2] > 0 else '+'} {abs(dim[2])}"
        return None


def identifiers(text: str) -> list[str]:
    """The names in some code; what stands in quotes is none."""
    return re.findall(r"(?<![\w.])[^\W\d]\w*", re.sub(r'"[^"]*"', '""', text))
