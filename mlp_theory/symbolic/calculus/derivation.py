"""A derivation: the forward mathematics, then one line after the other, each step with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mlp_theory.errors import KindError, OptionError
from mlp_theory.symbolic.calculus.code.gradients import GradientFunction
from mlp_theory.symbolic.calculus.derivation_page import Section
from mlp_theory.symbolic.calculus.entries.opening import gradient_in_entries, step_in_entries
from mlp_theory.symbolic.calculus.entries.proof_page import InEntries
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.line import NAME, CitedLaw, Expansion, Line, Step
from mlp_theory.symbolic.calculus.naming import with_names_for_long_parts, with_new_names
from mlp_theory.symbolic.calculus.simplify import Simplifier
from mlp_theory.symbolic.calculus.sweep import Sweep, check_wanted
from mlp_theory.symbolic.calculus.written import Written
from mlp_theory.symbolic.expressions import Derivative, Named, Node, Variable

DERIVED = CitedLaw("as derived", r"\partial L / \partial W")


class Derivation(Written, Mapping):
    """The gradients of a loss, and how they come about: ``g[W]`` is ∂L/∂W.

    Attributes
    ----------
    loss : Named
        The number that is differentiated.
    definitions : list of Named
        Everything that has a name, in the order of the forward pass.
    lines : list of Line
        From the loss backwards.
    """

    def __init__(self, loss: Named, definitions: list[Named], lines: list[Line], wanted: dict[Node, Node]):
        super().__init__(loss, definitions, lines)
        self._wanted = wanted
        self._line_of = {line.meaning.wrt: line for line in lines if isinstance(line.meaning, Derivative)}

    @property
    def wanted_lines(self) -> dict[Node, Line]:
        """The line of every gradient that was asked for."""
        return {asked: self._line_of[node] for asked, node in self._wanted.items()}

    def __getitem__(self, variable: Expression | str) -> Expression:
        """∂L/∂W, by the letter itself or by its name."""
        by_name = {asked.key: asked for asked in self._wanted if isinstance(asked, (Variable, Named))}
        asked = by_name.get(variable) if isinstance(variable, str) else getattr(variable, "node", None)
        node = self._wanted.get(asked) if asked is not None else None
        if node is None:
            names = ", ".join(sorted(str(w) for w in self))
            raise OptionError("This gradient was not asked for", expected=f"one of {names}", got=repr(variable))
        return Expression(self._line_of[node].result)

    def in_full(self, variable: Expression) -> Written:
        """The same gradient, written without the names Δ, G₁, … that the derivation gave; ``.lines[0].result``.

        Raises
        ------
        OptionError
            When this gradient was not asked for.
        """
        result = self[variable].node
        line = Line(self._line_of[self._wanted[variable.node]].meaning)
        line.expand(Expansion(DERIVED, line.meaning, result))
        for earlier in reversed(self.lines):
            if earlier.name is not None:
                line.expand(Expansion(NAME, earlier.name, earlier.result))
        line.simplify(Simplifier())
        return Written(self.loss, self.definitions, [line])

    def __iter__(self):
        return (Expression(node) for node in self._wanted)

    def __len__(self) -> int:
        return len(self._wanted)

    def in_entries(self, what: Expression | Step) -> InEntries:
        """Open a gradient, or one of `steps`: the same in entries, by Σ, δ and the chain rule, to see why it is true.

        Examples
        --------
        >>> from mlp_theory.symbolic import dims, matrix, trace
        >>> (m,) = dims("m")
        >>> A = matrix("A", m, m)
        >>> print(gradients(trace(A), [A]).in_entries(A))
        L = tr(A)
        ∂L/∂Aᵣₛ
            = ∂(Σᵢ₌₁ᵐ Aᵢᵢ)/∂Aᵣₛ  { an entry of the trace }
            = Σᵢ₌₁ᵐ ∂Aᵢᵢ/∂Aᵣₛ    { sum rule }
            = Σᵢ₌₁ᵐ δᵢᵣ δᵢₛ      { an entry by an entry }
            = δᵣₛ                { δ leaves one term of the sum }
            = Iᵣₛ                { an entry of the identity matrix }
        """
        if isinstance(what, Step):
            return step_in_entries(what)
        if isinstance(what, Expression) and isinstance(what.node, (Variable, Named)):
            return gradient_in_entries(self, what.node.key)
        raise KindError("in_entries opens a gradient or a step", expected="a letter, or g.steps[0]", got=repr(what))

    def sections(self) -> list[Section]:
        """Its lines, where everything has a name."""
        return [Section("Backward", self.with_names(), laws=False)]

    def with_names(self) -> Derivation:
        """The same, where everything that it differentiates by has a name: V₁ for W A, and V̄₁ for ∂L/∂(W A)."""
        found = self
        while True:
            by = {
                line.meaning.wrt
                for line in found.lines
                if line.name is not None and isinstance(line.meaning, Derivative)
            }
            nameless = {part for part in by if not isinstance(part, (Named, Variable))}
            if not nameless:
                return found
            body, parts = with_new_names(found.loss.body, lambda part, _, chosen=nameless: part in chosen)
            wanted = {asked: parts.get(node, node) for asked, node in found._wanted.items()}
            sweep = Sweep(Named(found.loss.key, body), list(wanted.values()))
            lines = sweep.run()
            found = Derivation(sweep.loss, sweep.definitions, lines, wanted)

    def to_numpy(self, name: str = "gradients") -> str:
        """A Python function of the same letters, that runs as it stands."""
        return GradientFunction(self, self.wanted_lines, name).source()


def gradients(loss: Expression, wanted: Iterable[Expression]) -> Derivation:
    """Derive ∂L/∂w for all of several letters, in one reverse sweep.

    Parameters
    ----------
    loss : Expression
        A number, of shape (1, 1).
    wanted : iterable of Expression
        Letters, or parts of the loss that have names.

    Returns
    -------
    Derivation

    Raises
    ------
    ShapeError, KindError, OptionError
        When the loss is no number, when something asked for is no letter, or when the loss does not depend on it.

    Examples
    --------
    >>> from mlp_theory.symbolic import dims, gradients, matrix, squared_norm
    >>> d, K, n = dims("d K n")
    >>> W, X, Y = matrix("W", K, d), matrix("X", d, n), matrix("Y", K, n)
    >>> print(gradients(squared_norm(W @ X - Y), [W])[W])
    2 (W X − Y) Xᵀ
    """
    if not isinstance(wanted, Iterable):
        wanted = [wanted]
    wanted = list(wanted)
    node, nodes = check_wanted(loss, wanted)
    body, found = with_names_for_long_parts(node.body)
    nodes = [found.get(w, w) for w in nodes]
    sweep = Sweep(Named(node.key, body), nodes, by_name=node is loss.node)
    lines = sweep.run()
    return Derivation(sweep.loss, sweep.definitions, lines, {w.node: n for w, n in zip(wanted, nodes, strict=True)})
