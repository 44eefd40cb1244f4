"""The equations behind lines of code, and the lines of code behind an equation."""

from __future__ import annotations

import ast
import difflib
import functools
import importlib
import inspect
import re
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Any

from mlp_theory.errors import KindError, OptionError
from mlp_theory.texts.chapters import PACKAGE, Equation, equation_of
from mlp_theory.verify.called import called_by
from mlp_theory.verify.citations import ROOMS, Citation, citations

_TAG = re.compile(r"\(?\s*\d+\.\d+\s*\)?")


@dataclass(frozen=True)
class Part:
    """One function, and its lines that compute an equation.

    Attributes
    ----------
    function : str
        ``MultilayerPerceptron.backward``.
    path : Path
    line : int
        Where it begins.
    lines : tuple of Citation
    """

    function: str
    path: Path
    line: int
    lines: tuple[Citation, ...]


@dataclass(frozen=True)
class Explanation:
    """What code computes, in equations. In Jupyter they are typeset; `str` has them for the terminal.

    Attributes
    ----------
    title : str
        What was asked for.
    parts : tuple of Part
        The function and what it calls of its own class; of an equation, every function that computes it.
    equation : Equation or None
        The one that was asked for.
    """

    title: str
    parts: tuple[Part, ...]
    equation: Equation | None = None

    @property
    def tags(self) -> tuple[str, ...]:
        """All equations, in the order of the code."""
        cited = [tag for part in self.parts for citation in part.lines for tag in citation.tags]
        return tuple(dict.fromkeys([self.equation.tag] if self.equation else cited))

    def __str__(self) -> str:
        out = [self.title]
        if self.equation is not None:
            out = [f"({self.equation.tag})   {self.equation.text}", f"    {_where(self.equation)}"]
            out += ["", "computed by"] if self.parts else ["", _nobody(self.equation)]
        for part in self.parts:
            out += ["", f"{part.function}   {_shown(part.path)}:{part.line}"]
            for citation in part.lines:
                out.append(f"  {citation.line:4}  {citation.code}")
                out += [f"        {line}" for tag in self._told(citation) for line in _told(tag, citation)]
        if not self.parts and self.equation is None:
            out.append("No line of it computes an equation of the chapters.")
        return "\n".join(out)

    __repr__ = __str__

    def _told(self, citation: Citation) -> tuple[str, ...]:
        """The equations to show beside a line; one that was asked for stands above."""
        return citation.tags if self.equation is None else ()

    def _repr_markdown_(self) -> str:
        titled = bool(self.parts) and self.parts[0].function == self.title
        out = [] if titled else [f"**{self.title}**"]
        if self.equation is not None:
            out = [_display(self.equation), _where(self.equation)]
            out += [] if self.parts else [_nobody(self.equation)]
        for part in self.parts:
            out.append(f"**{part.function}** · `{_shown(part.path)}:{part.line}`")
            for citation in part.lines:
                out.append(f"line {citation.line}: `{citation.code}`")
                out += [_display(equation_of(tag)) for tag in self._told(citation)]
        if not self.parts and self.equation is None:
            out.append("No line of it computes an equation of the chapters.")
        return "\n\n".join(out)


def explain(what: Any) -> Explanation:
    """Tell the equations behind the lines of a function, or the lines behind an equation.

    Parameters
    ----------
    what : str, function or class
        ``NNClassifier.backward``, as text or itself; ``model.backward``; a class, for all of its methods; or a tag,
        ``"6.9"``.

    Returns
    -------
    Explanation

    Raises
    ------
    OptionError
        When there is no such function in the network, and no equation with that tag.
    KindError
        When it is neither text nor a function nor a class.

    Examples
    --------
    >>> from mlp_theory.verify import explain
    >>> explain("NNClassifier.backward").tags
    ('6.7', '6.9', '6.10', '5.19', '6.8')
    >>> print(explain("5.17"))
    (5.17)   ∂L/∂b = Δ1
        derivations/05-mini-batches.md:114, "The bias: a sum of columns"
    <BLANKLINE>
    computed by
    <BLANKLINE>
    Linear.backward   mlp_theory/network/linear.py:74
        91  self.db += dZ.sum(axis=1, keepdims=True)
    """
    if isinstance(what, str) and _TAG.fullmatch(what.strip()):
        return _of_equation(equation_of(what))
    if isinstance(what, str):
        return _of_code(what.strip(), *_named(what.strip()))
    function = _bare(what)
    if inspect.ismethod(function) and inspect.isfunction(function.__func__):
        owner = function.__self__ if inspect.isclass(function.__self__) else type(function.__self__)
        return _of_code(f"{owner.__name__}.{function.__name__}", owner, function.__func__)
    if not inspect.isfunction(function) and not inspect.isclass(function):
        ours = type(what).__module__.startswith(f"{PACKAGE.name}.")
        raise KindError(
            "explain speaks of functions and equations",
            expected='a function, a class, its name, or a tag such as "6.9"',
            got=f"a {type(what).__name__}",
            mend=f"explain({type(what).__name__})" if ours else None,
        )
    return _of_code(function.__qualname__, *_owner_and_itself(function))


def _bare(what: Any) -> Any:
    """A function without the partial application or the cache around it."""
    while True:
        if isinstance(what, functools.partial):
            what = what.func
        elif not inspect.isclass(what) and callable(getattr(what, "__wrapped__", None)):
            what = what.__wrapped__
        else:
            return what


def _of_equation(equation: Equation) -> Explanation:
    by_function: dict[tuple[Path, str], list[Citation]] = {}
    for citation in citations():
        if equation.tag in citation.tags:
            by_function.setdefault((citation.path, citation.function), []).append(citation)
    parts = [
        Part(function, path, _first_line(path, function), tuple(cited))
        for (path, function), cited in by_function.items()
    ]
    return Explanation(f"({equation.tag})", tuple(parts), equation)


def _of_code(title: str, owner: type | None, what: Any) -> Explanation:
    """A function with what it calls of its class; of a class, all methods."""
    if inspect.isclass(what):
        methods = [getattr(what, name) for name in dir(what) if not name.startswith("__") or name == "__call__"]
        todo = [method for method in methods if inspect.isfunction(method)]
        todo.sort(key=lambda method: (method.__module__, method.__code__.co_firstlineno))
        owner = what
    else:
        todo = [what]
    seen: dict[FunctionType, None] = {}
    while todo:
        function = todo.pop(0)
        if function not in seen:
            seen[function] = None
            todo = [*called_by(function, owner), *todo]
    parts = [part for function in seen if (part := _part(function)) is not None]
    return Explanation(title, tuple(parts))


def _part(function: FunctionType) -> Part | None:
    path, first = Path(function.__code__.co_filename), function.__code__.co_firstlineno
    cited = tuple(c for c in citations() if c.path == path and c.function == function.__qualname__)
    return Part(function.__qualname__, path, first, cited) if cited else None


def _named(name: str) -> tuple[type | None, Any]:
    """A function or class of the rooms, and the class that it was asked of."""
    known = _known()
    first, *rest = name.removeprefix(f"{PACKAGE.name}.").split(".")
    while name.startswith(f"{PACKAGE.name}.") and first not in known and rest:
        first, *rest = rest  # mlp_theory.network.linear.Linear
    if first in known and len(rest) <= 1:
        if not rest:
            return _owner_and_itself(known[first])
        method = getattr(known[first], rest[0], None)
        if inspect.isclass(known[first]) and inspect.isfunction(method):
            return known[first], method
    owner = known.get(first) or next((known[each] for each in known if each.lower() == first.lower()), None)
    choices = list(known)
    if rest and inspect.isclass(owner):
        choices = [f"{owner.__name__}.{each}" for each in dir(owner) if inspect.isfunction(getattr(owner, each))]
    lower = {choice.lower(): choice for choice in choices}
    near = [lower[each] for each in difflib.get_close_matches(name.lower(), lower, n=1)]
    raise OptionError(
        "There is no such function",
        expected='a public function or class, such as NNClassifier.backward, or a tag such as "6.9"',
        got=name,
        mend=f"did you mean {near[0]}?" if near else None,
    )


def _known() -> dict[str, Any]:
    """Every function and class that the rooms with citations define, by its name, and what is public."""
    found: dict[str, Any] = {}
    for room in ROOMS:
        for path in sorted((PACKAGE / room).glob("*.py")):
            module = importlib.import_module(f"mlp_theory.{room}.{path.stem}".removesuffix(".__init__"))
            for name, value in vars(module).items():
                ours = getattr(value, "__module__", "").startswith("mlp_theory.")
                if ours and (inspect.isclass(value) or inspect.isfunction(value)):
                    found.setdefault(name, value)
    package = importlib.import_module(PACKAGE.name)
    for name in package.__all__:
        found.setdefault(name, getattr(package, name))
    return found


def _owner_and_itself(what: Any) -> tuple[type | None, Any]:
    """The class that a function was written in, if any."""
    owner: Any = inspect.getmodule(what)
    for name in what.__qualname__.split(".")[:-1]:
        owner = getattr(owner, name, None)
    return (owner if inspect.isclass(owner) else None), what


def _first_line(path: Path, function: str) -> int:
    """Where the function with a qualified name begins."""
    body: list[ast.stmt] = ast.parse(path.read_text(encoding="utf-8")).body
    line = 1
    for name in function.split("."):
        node = next(n for n in body if isinstance(n, (ast.ClassDef, ast.FunctionDef)) and n.name == name)
        line, body = node.lineno, node.body
    return line


def _told(tag: str, beside: Citation) -> list[str]:
    """An equation for the terminal: itself, where it is derived, and who else computes it."""
    equation = equation_of(tag)
    lines = [f"({tag})   {equation.text}", f"         {_where(equation)}"]
    others = [c for c in citations() if tag in c.tags and c.function != beside.function]
    if others:
        first = {c.function: c for c in reversed(others)}
        places = ", ".join(f"{c.function} ({c.path.name}:{c.line})" for c in reversed(first.values()))
        lines.append(f"         also {places}")
    return lines


def _display(equation: Equation) -> str:
    return f"$$\n{equation.latex} \\tag{{{equation.tag}}}\n$$"


def _where(equation: Equation) -> str:
    return f'{_shown(equation.path)}:{equation.line}, "{equation.section}"'


def _nobody(equation: Equation) -> str:
    return "theory only: no code computes it" if equation.theory_only else "no code computes it"


def _shown(path: Path) -> str:
    """A path from the folder that the package lies in."""
    return path.relative_to(PACKAGE.parent).as_posix() if path.is_relative_to(PACKAGE.parent) else str(path)
