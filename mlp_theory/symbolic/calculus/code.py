"""A derivation as NumPy: a function of the same letters, that runs as it stands."""

from __future__ import annotations

import keyword
from textwrap import wrap
from typing import TYPE_CHECKING

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.alphabets import UNICODE
from mlp_theory.symbolic.calculus.code_expressions import Coder, helpers_in
from mlp_theory.symbolic.calculus.code_names import CodeNames, identifiers
from mlp_theory.symbolic.calculus.code_templates import helpers
from mlp_theory.symbolic.calculus.simplify import simplify
from mlp_theory.symbolic.calculus.table import show_shape
from mlp_theory.symbolic.calculus.writing import Writer
from mlp_theory.symbolic.expressions import Apply, Call, Derivative, Named, Node, Variable

if TYPE_CHECKING:
    from mlp_theory.symbolic.calculus.derivation import Derivation

WIDTH = 120
"""No line is longer."""

SHORT = 12
"""What is shorter gets no name of its own where a line is too long."""

SAID = {"one-hot columns": "One-hot columns.", "unit column sums": "Every column sums to one."}
"""What the docstring says of what is assumed."""


def function_source(derivation: Derivation, name: str) -> str:
    """The source of a function that returns the loss and all gradients.

    Raises
    ------
    OptionError
        When a function cannot have this name.
    """
    if not isinstance(name, str) or not name.isidentifier() or keyword.iskeyword(name):
        raise OptionError("No function can have this name", expected="a name such as gradients", got=repr(name))
    return _Function(derivation, name).source()


class _Function:
    """The parts of the source, in the order in which they are found."""

    def __init__(self, derivation: Derivation, name: str):
        self.derivation, self.name = derivation, name
        results = [line.result for line in derivation.lines]
        self.parts = al.postorder(derivation.loss, *results)
        self.names = CodeNames(self.parts, [name, "gradients"])
        self.coder = Coder(self.names.of, self.names.size)
        self.writer = Writer(UNICODE)
        self.statements: list[tuple[str, str, str]] = []
        self.given: list[Named] = []

    def source(self) -> str:
        """Everything, from the docstring of the module on."""
        for definition in self.derivation.definitions:
            self._state(self.names.of(definition), stable(definition.body), self.writer.text(definition))
        gradients = self._gradients()
        self.statements = _needed(self.statements, {self.names.of(self.derivation.loss), *gradients.values()})
        used = {word for _, text, _ in self.statements for word in identifiers(text)}
        arguments = self._arguments(used)
        sizes = [f"    {size} = {where}" for size, where in self.names.sizes_from(used)]
        body = [*sizes]
        for target, text, comment in self.statements:
            body += [f"    # {line}" for line in wrap(comment, WIDTH - 6, break_long_words=False)]
            body.append(f"    {target} = {text}")
        body += self._returned(gradients)
        text = "\n".join([*self._signature(arguments), *self._docstring(arguments, gradients), *body])
        called, sources = helpers_in(text), helpers()
        imports = ("import math\n\n" if "erf" in called else "") + "import numpy as np\n"
        loss = self.derivation.loss.key
        title = f'"""The gradients of {loss} in NumPy, line by line as they are derived."""\n'
        return "\n".join([title, imports, *(f"\n{sources[helper]}" for helper in called), f"\n{text}\n"])

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
                self._state(target, line.result, meaning)
            if id(line) in lines:
                found[lines[id(line)]] = target
        return {_key(wanted): found[wanted] for wanted in self.derivation.wanted_lines}

    def _state(self, target: str, body: Node, left: str) -> None:
        """One assignment, and before it what makes it too long."""
        room = WIDTH - len(f"    {target} = ")
        text = self._text(body)
        while len(text) > room:
            part = self._longest_part(body, room)
            if part is None:
                break
            named = Named(self.names.unused("V"), part)
            self._state(self.names.of(named), part, self.writer.text(named))
            body = al.replace(body, part, named)
            text = self._text(body)
        self.statements.append((target, text, f"{left} = {self.writer.text(body)}"))

    def _text(self, body: Node) -> str:
        self.coder.code(body)
        return self.coder.full(body).text

    def _longest_part(self, body: Node, room: int) -> Node | None:
        parts = [p for p in al.postorder(body, known=lambda p: isinstance(p, (Named, Derivative))) if p is not body]
        texts = {p: self._text(p) for p in parts if isinstance(p, (Call, Apply))}
        fitting = [p for p, text in texts.items() if SHORT < len(text) <= room - 8]
        return max(fitting, key=lambda p: len(texts[p]), default=None)

    def _arguments(self, used: set[str]) -> dict[str, tuple[str, list[str]]]:
        """Every argument, with its kind and what the docstring says of it: data, then what is differentiated by."""
        wanted = [w for w in self.derivation.wanted_lines if isinstance(w, Variable)]
        parts = al.postorder(*self.derivation.definitions, *self.parts)
        letters = [p for p in parts if isinstance(p, Variable) and p not in wanted]
        out: dict[str, tuple[str, list[str]]] = {}
        for part in [*letters, *self.given, *wanted]:
            name, shape = self.names.of(part), al.shape_of(part)
            notes = [SAID[a] for a in SAID if isinstance(part, Variable) and a in part.assumptions][:1]
            if isinstance(part, Named):
                notes = [f"{self.writer.text(part.body)}."]
            if name in used or part in wanted:
                self.names.arguments[name] = shape
                out[name] = ("float" if shape == (1, 1) else show_shape(shape), notes)
        for part in self.parts:
            if isinstance(part, Apply) and self.names.of(part) in used:
                notes = [f"The function {self.writer.a.name(part.key)}{UNICODE.prime * part.order}."]
                out[self.names.of(part)] = ("callable", notes)
        for size in self.names.sizes_without_array(used):
            out[size] = ("int", [])
        return out

    def _signature(self, arguments: dict) -> list[str]:
        numbers = any(al.is_scalar(wanted) for wanted in self.derivation.wanted_lines)
        result = f"tuple[float, dict[str, np.ndarray{' | float' if numbers else ''}]]"
        line = f"def {self.name}({', '.join(arguments)}) -> {result}:"
        if len(line) <= WIDTH:
            return [line]
        return [f"def {self.name}(", *(f"    {argument}," for argument in arguments), f") -> {result}:"]

    def _docstring(self, arguments: dict[str, tuple[str, list[str]]], gradients: dict[str, str]) -> list[str]:
        loss = self.names.of(self.derivation.loss)
        out = [f'    """Compute {loss} and its gradients.', "", "    Parameters", "    ----------"]
        for name, (kind, notes) in arguments.items():
            out += [f"    {name} : {kind}", *(f"        {note}" for note in notes)]
        out += ["", "    Returns", "    -------", f"    {loss} : float", "    gradients : dict"]
        letters = ", ".join(f'"{key}"' for key in gradients)
        said = f"The gradient by {'each of ' if len(gradients) > 1 else ''}{letters}, of its shape."
        return [*out, *(f"        {line}" for line in wrap(said, WIDTH - 8)), '    """']

    def _returned(self, gradients: dict[str, str]) -> list[str]:
        loss = self.names.of(self.derivation.loss)
        entries = [f'"{key}": {value}' for key, value in gradients.items()]
        line = f"    return float({loss}), {{{', '.join(entries)}}}"
        if len(line) <= WIDTH:
            return [line]
        return [
            "    gradients = {", *(f"        {entry}," for entry in entries), "    }",
            f"    return float({loss}), gradients",
        ]  # fmt: skip


def stable(body: Node) -> Node:
    """The same, with log-sum-exp and softmax in place of powers of e and their sums."""
    parts = al.postorder(body, known=lambda p: isinstance(p, Named))
    powers = any(isinstance(p, Call) and p.op == "elementwise" and p.data == ("exp",) for p in parts)
    return simplify(body) if powers else body


def _key(wanted: Node) -> str:
    assert isinstance(wanted, (Variable, Named))
    return wanted.key


def _needed(statements: list[tuple[str, str, str]], names: set[str]) -> list[tuple[str, str, str]]:
    """The statements that these names depend on."""
    out = []
    for target, text, comment in reversed(statements):
        if target in names:
            out.append((target, text, comment))
            names = names | set(identifiers(text))
    return out[::-1]
