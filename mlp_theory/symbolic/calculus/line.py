"""One line of a derivation: what it is about, and the steps from there to its result, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.simplify import Simplifier
from mlp_theory.symbolic.calculus.writing.writer import unicode_of
from mlp_theory.symbolic.expressions import Named, Node


class Step(NamedTuple):
    """One step: an expression, the law that is applied, and what it becomes.

    Attributes
    ----------
    before, after : Node
        Both sides, whole; they are equal.
    law : str
        The name of the law.
    reason : str
        The law as LaTeX.
    at : (Node, Node)
        The part that is rewritten, and what becomes of it.
    uses : tuple of (Node, Call or Apply, int)
        Of a pull-back: each use of the variable, ∂L/∂ of it, and as which argument it is used.
    """

    before: Node
    law: str
    after: Node
    reason: str
    at: tuple[Node, Node] | None = None
    uses: tuple[tuple[Node, Node, int], ...] = ()

    def __str__(self) -> str:
        return f"{unicode_of(self.before)} = {unicode_of(self.after)}  {{ {self.law} }}"


@dataclass(frozen=True)
class CitedLaw:
    """A law of the calculus, as a step cites it."""

    name: str
    equation: str


CHAIN_RULE = CitedLaw("chain rule", r"\mathrm{d}L = \sum_F \langle \partial L/\partial F, \mathrm{d}F \rangle")
SEED = CitedLaw("a derivative by itself", r"\partial L / \partial L = 1")
NAME = CitedLaw("a name", r"\Delta = \partial L / \partial Z")


class Expansion(NamedTuple):
    """A derivative, written with derivatives nearer to the loss."""

    law: CitedLaw
    before: Node
    after: Node
    uses: tuple[tuple[Node, Node, int], ...] = ()


@dataclass
class Line:
    """One line of a derivation.

    Attributes
    ----------
    meaning : Node
        What it is about: ∂L/∂Z₂, or an expression that is rewritten.
    result : Node
        What it comes to.
    name : Named or None
        Δ₂, where later lines use it.
    """

    meaning: Node
    name: Named | None = None
    _changes: list[Expansion] = field(default_factory=list)
    _expanded: Node | None = None
    _simplifier: Simplifier | None = None
    _whole: Node | None = None

    @property
    def result(self) -> Node:
        """The last form."""
        if self._whole is None:
            found: dict[Node, Node] = {}
            for change in reversed(self._changes):  # what stands in it is expanded later, so it is found already
                found[change.before] = al.substitute(change.after, found)
            self._whole = al.substitute(self.meaning, found)
        return self._whole

    def expand(self, expansion: Expansion) -> None:
        """Rewrite a derivative in it; the derivatives that this brings are expanded after it."""
        self._changes.append(expansion)
        self._whole = None

    def simplify(self, simplifier: Simplifier) -> None:
        """Rewrite it by the laws of algebra until none fits."""
        self._expanded, self._simplifier = self.result, simplifier
        self._whole = simplifier.simplify(self._expanded)

    @property
    def first_law(self) -> CitedLaw:
        """The law of the first step."""
        return self._changes[0].law

    @property
    def length(self) -> int:
        """How many derivatives are rewritten in it."""
        return len(self._changes)

    @property
    def all_laws(self) -> CitedLaw:
        """Its laws as one reason, for a line that tells it in one step."""
        names = dict.fromkeys(change.law.name for change in self._changes)
        return CitedLaw(", ".join(names), self._changes[0].law.equation)

    @property
    def steps(self) -> list[Step]:
        """All steps, each whole: the first begins with the meaning, the last ends with the result."""
        out: list[Step] = []
        whole = self.meaning
        algebra = self._simplifier.steps(self._expanded) if self._simplifier and self._expanded else []
        for change in (*self._changes, *algebra):
            after = al.replace(whole, change.before, change.after)
            if after is not whole:
                uses = change.uses if isinstance(change, Expansion) else ()
                at = change.before, change.after
                out.append(Step(whole, change.law.name, after, change.law.equation, at, uses))
                whole = after
        return out
