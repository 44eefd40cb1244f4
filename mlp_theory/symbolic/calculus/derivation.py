"""A derivation: the forward mathematics, then one line after the other, each step with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus.code import function_source
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.line import NAME, Expansion, Line, Reason
from mlp_theory.symbolic.calculus.naming import with_names_for_long_parts
from mlp_theory.symbolic.calculus.page import markdown_page
from mlp_theory.symbolic.calculus.simplify import Simplifier
from mlp_theory.symbolic.calculus.sweep import Sweep, check_wanted
from mlp_theory.symbolic.calculus.worked import Worked
from mlp_theory.symbolic.expressions import Derivative, Named, Node

DERIVED = Reason("as derived", r"\partial L / \partial W")


class Derivation(Worked, Mapping):
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

    def __getitem__(self, variable: Expression) -> Expression:
        node = self._wanted.get(variable.node) if isinstance(variable, Expression) else None
        if node is None:
            names = ", ".join(sorted(str(w) for w in self))
            raise OptionError("This gradient was not asked for", expected=f"one of {names}", got=repr(variable))
        return Expression(self._line_of[node].result)

    def in_full(self, variable: Expression) -> Worked:
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
        return Worked(self.loss, self.definitions, [line])

    def __iter__(self):
        return (Expression(node) for node in self._wanted)

    def __len__(self) -> int:
        return len(self._wanted)

    def to_markdown(self) -> str:
        """A page that ``mlp-theory check`` reads."""
        return markdown_page(self)

    def to_numpy(self, name: str = "gradients") -> str:
        """A Python function of the same letters, that runs as it stands."""
        return function_source(self, name)


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
    wanted = [wanted] if isinstance(wanted, Expression) else list(wanted)
    node, nodes = check_wanted(loss, wanted)
    body, found = with_names_for_long_parts(node.body)
    nodes = [found.get(w, w) for w in nodes]
    sweep = Sweep(Named(node.key, body), nodes, by_name=node is loss.node)
    lines = sweep.run()
    return Derivation(sweep.loss, sweep.definitions, lines, {w.node: n for w, n in zip(wanted, nodes, strict=True)})
