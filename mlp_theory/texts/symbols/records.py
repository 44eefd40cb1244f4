"""What is kept of each symbol, each function and each conditional name of a page."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.symbolic import Dim
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.verdicts.roots import Root


@dataclass
class Info:
    """A symbol of the page."""

    key: str
    show: str
    r: Dim
    c: Dim
    base: Base
    kind: str = "given"  # given, defined, function, loss
    count: Dim | None = None
    domain: str = "real"
    high: Dim | None = None
    origin: str = "typography"
    decoration: tuple[str, ...] = ()
    weak: bool = False
    declared: bool = False
    indexed: bool = False  # declared entry by entry
    bracketed: bool = False  # samples x^{(i)}, not x_i
    root: Root | None = None  # a statement about it that could not be used: what it says is open
    lost: bool = False  # that was its definition: nobody knows what it depends on
    hidden: frozenset[str] = frozenset()  # the indices that stand in that definition, and not below its letter
    where: str = ""  # where it is declared or defined, or first met: "line 3"
    read_as: str = ""  # its definition, bracketed

    @property
    def has_value(self) -> bool:
        """Whether it is an array: given, or defined by an equation."""
        return self.kind in ("given", "defined")

    @property
    def is_applied(self) -> bool:
        """Whether it is a function, which has a value where it is applied."""
        return self.kind in ("function", "loss")


@dataclass
class FunctionDef:
    """A function that the page defines by a formula."""

    params: list[str]
    body: Syn
    vector: bool
    decoration: tuple[str, ...] = ()
    index: str | None = None
    root: Root | None = None  # why the formula could not be used


@dataclass
class Ref:
    """Which symbol a name with scripts is, and which part of it."""

    info: Info
    indices: list[Syn]
    part: str
    sups: list


@dataclass(frozen=True)
class Slot:
    """One argument of a conditional name.

    Attributes
    ----------
    text : str
        How it is written; without its index where that is a parameter.
    parameter : str
        What it is called in the formula; "" for an argument that only says what the name depends on.
    indexed : bool
        Whether the parameter is the index of the argument, as n of t_n, or an index itself.
    variable : str
        What takes this value, O of ``O = o``.
    """

    text: str
    parameter: str = ""
    indexed: bool = False
    variable: str = ""


@dataclass(eq=False)
class Conditional:
    """A conditional name that the page defines: by a formula in its parameters, or as a symbol."""

    name: str
    bars: int
    slots: tuple[Slot, ...]
    body: Syn
    key: str = ""  # of the symbol, where there is no parameter


@dataclass(frozen=True)
class Defined:
    """A name with a formula: what the page defines as a function.

    Attributes
    ----------
    definition : FunctionDef
    takes_scripts : bool
        Whether the scripts of the name belong to it, and raise or pick nothing.
    info : Info, optional
        The symbol that is meant where the name stands alone: J of ``J(w) = …``.
    """

    definition: FunctionDef
    takes_scripts: bool
    info: Info | None


@dataclass(frozen=True)
class Arbitrary:
    """A name of any smooth function: entry by entry, or with one number as its value."""

    key: str
    show: str
    scalar: bool
    takes_scripts: bool


@dataclass(frozen=True)
class Builtin:
    """A letter that everybody knows a function by: σ."""

    name: str
    takes_scripts: bool = False


Applied = Defined | Arbitrary | Builtin
"""What a name is, where it is a function."""
