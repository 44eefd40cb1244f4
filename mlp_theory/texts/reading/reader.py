"""Who reads: the notes of one reading with its page, its layout and the grammar it reads by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mlp_theory.symbolic import Dimensions
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.records import Conditional
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.syn import Syn

Notation = Callable[["Reader", list[Syn], int, Scope], tuple[Term, int] | None]
"""Reads the factor that begins at a place, and says where it ends; None where it does not know what stands there."""


@dataclass(frozen=True)
class Grammar:
    """What reading comes back to from inside of everything: all else is imported from where it stands.

    Attributes
    ----------
    notations : tuple of Notation
        In this order they are asked for the next factor.
    expression : callable
        Reads an expression without a relation.
    atom : callable
        Reads one item alone: a name, a group, a number, with its scripts.
    """

    notations: tuple[Notation, ...]
    expression: Callable[[Reader, Syn, Scope], Term]
    atom: Callable[[Reader, Syn, Scope], Term]


@dataclass(eq=False, kw_only=True)
class Reader(Notes):
    """One reading of expressions of a page into terms; `notations.reader_of` makes it.

    Attributes
    ----------
    page : Page
        Its symbols and conventions.
    grammar : Grammar
        What it reads by.
    layout : str
        Which way a derivative lies: that of the page, unless a claim is tried in another one.
    elsewhere : set of str
        The indices that the other side of the claim leaves open.
    tensor : bool
        Whether a derivative may have more than two axes, as inside a bare chain rule.
    opened : list of Conditional
        The conditional names that are being read.
    entrywise : bool
        Whether d f(x)/dx of an entrywise f has the shape of x.
    could_be_entrywise : bool
        Whether such a derivative was read.
    depth : int
        How many expressions the reading is in.
    """

    page: Page
    grammar: Grammar
    layout: str
    elsewhere: set[str] = field(default_factory=set)
    tensor: bool = False
    opened: list[Conditional] = field(default_factory=list)
    entrywise: bool = False
    could_be_entrywise: bool = False
    depth: int = 0

    @property
    def dims(self) -> Dimensions:
        """The dimensions of the page."""
        return self.solver.dims

    def expression(self, syn: Syn, scope: Scope) -> Term:
        """Read an expression without a relation."""
        return self.grammar.expression(self, syn, scope)

    def atom(self, syn: Syn, scope: Scope) -> Term:
        """Read one item alone: a name, a group, a number, with its scripts."""
        return self.grammar.atom(self, syn, scope)
