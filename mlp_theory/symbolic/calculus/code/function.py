"""A function of NumPy around some lines: its arguments, its docstring, one assignment a line, what it returns."""

from __future__ import annotations

import keyword
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import ClassVar

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.code.expressions import Coder, helpers_in
from mlp_theory.symbolic.calculus.code.names import CodeNames, identifiers
from mlp_theory.symbolic.calculus.code.templates import helpers
from mlp_theory.symbolic.calculus.simplify import simplify
from mlp_theory.symbolic.calculus.table import show_shape
from mlp_theory.symbolic.calculus.writing.alphabets import UNICODE
from mlp_theory.symbolic.calculus.writing.writer import Writer
from mlp_theory.symbolic.expressions import Apply, Call, Differential, Named, Node, Variable

WIDTH = 120
"""No line is longer."""

SHORT = 12
"""What is shorter gets no name of its own where a line is too long."""

SAID = {"one-hot columns": "One-hot columns.", "unit column sums": "Every column sums to one."}
"""What the docstring says of what is assumed."""

RESULT = "return"
"""The target of a statement that is the last."""

Arguments = dict[str, tuple[str, list[str]]]
"""Every argument with its kind, and what the docstring says of it."""


class EmittedFunction(ABC):
    """A function whose arguments are letters, with one assignment for everything that it needs.

    Parameters
    ----------
    name : str
    definitions : sequence of Named
        Of the forward pass; those that nothing needs are left out.
    roots : sequence of Node
        All that the function is about, in the order in which its arguments come up.
    wanted : sequence of Node
        The last arguments: letters to differentiate by, and increments.

    Raises
    ------
    OptionError
        When a function cannot have this name.
    """

    title: str
    """The docstring of the module."""

    reserved: ClassVar[tuple[str, ...]] = ()
    """Names that no letter may have."""

    def __init__(self, name: str, definitions: Sequence[Named], roots: Sequence[Node], wanted: Sequence[Node]):
        if not isinstance(name, str) or not name.isidentifier() or keyword.iskeyword(name):
            raise OptionError("No function can have this name", expected="a name such as gradients", got=repr(name))
        self.name, self.definitions = name, definitions
        self.wanted = [w for w in wanted if isinstance(w, (Variable, Differential))]
        self.parts = al.postorder(*roots)
        self.names = CodeNames(self.parts, [name, *self.reserved])
        self.coder = Coder(self.names.of, self.names.size)
        self.writer = Writer(UNICODE)
        self.statements: list[tuple[str, str, str]] = []
        self.given: list[Named] = []

    @abstractmethod
    def derive(self) -> set[str]:
        """State everything that is derived; and say which names are returned."""

    @abstractmethod
    def annotation(self) -> str:
        """The type of what is returned."""

    @abstractmethod
    def docstring(self) -> tuple[str, list[str]]:
        """The first sentence of the docstring, and its lines about what is returned."""

    def returned(self) -> list[str]:
        """The last statements, where RESULT is not assigned to."""
        return []

    def source(self) -> str:
        """Everything, from the docstring of the module on."""
        for definition in self.definitions:
            self.state(self.names.of(definition), stable(definition.body), self.writer.text(definition))
        self.statements = _needed(self.statements, self.derive())
        used = {word for _, text, _ in self.statements for word in identifiers(text)}
        arguments = self._arguments(used)
        body = [f"    {size} = {where}" for size, where in self.names.sizes_from(used)]
        for target, text, comment in self.statements:
            body += [f"    # {line}" for line in wrap(comment, WIDTH - 6, break_long_words=False)]
            body.append(_assigned(target, text))
        text = "\n".join([*self._signature(arguments), *self._docstring(arguments), *body, *self.returned()])
        called, sources = helpers_in(text), helpers()
        code = [*(f"\n{sources[helper]}" for helper in called), f"\n{text}\n"]
        modules = (("math.", "import math\n"), ("np.", "import numpy as np\n"))
        imports = [line for name, line in modules if any(name in part for part in code)]
        return "\n".join([f'"""{self.title}"""\n', *imports, *code])

    def state(self, target: str, body: Node, left: str) -> None:
        """One assignment, and before it what makes it too long; a name that is returned at once is left out."""
        while target == RESULT and isinstance(body, Named):
            body = stable(body.body)
        room = WIDTH - len(_assigned(target, ""))
        text = self._text(body)
        while len(text) > room:
            part = self._longest_part(body, room)
            if part is None:
                break
            named = Named(self.names.unused("V"), part)
            self.state(self.names.of(named), part, self.writer.text(named))
            body = al.replace(body, part, named)
            text = self._text(body)
        self.statements.append((target, text, f"{left} = {self.writer.text(body)}"))

    def _text(self, body: Node) -> str:
        self.coder.code(body)
        return self.coder.full(body).text

    def _longest_part(self, body: Node, room: int) -> Node | None:
        parts = [p for p in al.postorder(body, known=lambda p: isinstance(p, al.OPAQUE)) if p is not body]
        texts = {p: self._text(p) for p in parts if isinstance(p, (Call, Apply))}
        fitting = [p for p, text in texts.items() if SHORT < len(text) <= room - 8]
        return max(fitting, key=lambda p: len(texts[p]), default=None)

    def _arguments(self, used: set[str]) -> Arguments:
        """Every argument: data, then what is differentiated by."""
        parts = al.postorder(*self.definitions, *self.parts)
        letters = [p for p in parts if isinstance(p, Variable) and p not in self.wanted]
        out: Arguments = {}
        for part in [*letters, *self.given, *self.wanted]:
            name, shape = self.names.of(part), al.shape_of(part)
            if name in used or part in self.wanted:
                self.names.arguments[name] = shape
                out[name] = ("float" if shape == (1, 1) else show_shape(shape), self._notes(part))
        for part in self.parts:
            if isinstance(part, Apply) and self.names.of(part) in used:
                notes = [f"The function {self.writer.a.name(part.key)}{UNICODE.prime * part.order}."]
                out[self.names.of(part)] = ("callable", notes)
        for size in self.names.sizes_without_array(used):
            out[size] = ("int", [])
        return out

    def _notes(self, part: Node) -> list[str]:
        """What the docstring says of an argument."""
        match part:
            case Variable(_, _, _, assumptions):
                return [SAID[a] for a in SAID if a in assumptions][:1]
            case Differential(body, _):
                return [f"The increment of {self.names.of(body)}."]
        assert isinstance(part, Named)
        return [f"{self.writer.text(part.body)}."]

    def _signature(self, arguments: Iterable[str]) -> list[str]:
        line = f"def {self.name}({', '.join(arguments)}) -> {self.annotation()}:"
        if len(line) <= WIDTH:
            return [line]
        return [f"def {self.name}(", *(f"    {argument}," for argument in arguments), f") -> {self.annotation()}:"]

    def _docstring(self, arguments: Arguments) -> list[str]:
        says, returns = self.docstring()
        out = [f'    """{says}', "", "    Parameters", "    ----------"]
        for name, (kind, notes) in arguments.items():
            out += [f"    {name} : {kind}", *(f"        {note}" for note in notes)]
        return [*out, "", "    Returns", "    -------", *(f"    {line}" for line in returns), '    """']


def type_of(result: Node) -> str:
    """The annotation of what a function returns."""
    return "float" if al.is_scalar(result) else "np.ndarray"


def kind_of(result: Node) -> str:
    """What a docstring says that it is: its shape, or a float."""
    return "float" if al.is_scalar(result) else show_shape(al.shape_of(result))


def _assigned(target: str, text: str) -> str:
    return f"    return {text}" if target == RESULT else f"    {target} = {text}"


def stable(body: Node) -> Node:
    """The same, with log-sum-exp and softmax in place of powers of e and their sums."""
    parts = al.postorder(body, known=lambda p: isinstance(p, Named))
    powers = any(isinstance(p, Call) and p.op == "elementwise" and p.data == ("exp",) for p in parts)
    return simplify(body) if powers else body


def _needed(statements: list[tuple[str, str, str]], names: set[str]) -> list[tuple[str, str, str]]:
    """The statements that these names depend on."""
    out = []
    for target, text, comment in reversed(statements):
        if target in names:
            out.append((target, text, comment))
            names = names | set(identifiers(text))
    return out[::-1]
