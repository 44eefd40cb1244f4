"""A derivation: the forward mathematics, then one line after the other, each step with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.checking import CheckReport, check
from mlp_theory.symbolic.calculus.code import function_source
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.line import Line, Step
from mlp_theory.symbolic.calculus.naming import with_names_for_long_parts
from mlp_theory.symbolic.calculus.page import latex_page, markdown_page, text_page
from mlp_theory.symbolic.calculus.sweep import Sweep, check_wanted
from mlp_theory.symbolic.expressions import Derivative, Named, Node, Variable

ASSUMED_BY = {
    "columns that sum to one": ("unit column sums",),
    "symmetric": ("symmetric", "diagonal"),
    "powers of zeros and ones": ("one-hot columns",),
}
"""Which assumptions a law may have used."""


class Derivation(Mapping):
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
        self.loss, self.lines = loss, lines
        self.definitions = [*(d for d in definitions if d is not loss), loss]
        self._wanted = wanted
        self._line_of = {line.meaning.wrt: line for line in lines if isinstance(line.meaning, Derivative)}

    @property
    def steps(self) -> list[Step]:
        """Every step of every line: before, law, after, reason."""
        return [step for line in self.lines for step in line.steps]

    @property
    def assumptions(self) -> list[str]:
        """What was assumed of letters and used, as sentences."""
        used: dict[str, None] = {}
        for step in self.steps:
            for assumption in ASSUMED_BY.get(step.law, ()):
                for part in al.postorder(step.before):
                    if isinstance(part, Variable) and assumption in part.assumptions:
                        used[f"{part.key}: {assumption}"] = None
        return sorted(used)

    def __getitem__(self, variable: Expression) -> Expression:
        node = self._wanted.get(variable.node) if isinstance(variable, Expression) else None
        if node is None:
            names = ", ".join(sorted(str(w) for w in self))
            raise OptionError("This gradient was not asked for", expected=f"one of {names}", got=repr(variable))
        return Expression(self._line_of[node].result)

    def __iter__(self):
        return (Expression(node) for node in self._wanted)

    def __len__(self) -> int:
        return len(self._wanted)

    def check(self, draws: int = 3, seed: int = 0) -> CheckReport:
        """Hold every step, and every gradient, against numbers: see `checking.check`."""
        return check(self, draws=draws, seed=seed)

    def to_latex(self, steps: bool = True) -> str:
        """Aligned equations; with `steps`, one row a step, its law beside it."""
        return latex_page(self, steps=steps)

    def to_markdown(self) -> str:
        """A page that ``mlp-theory check`` reads."""
        return markdown_page(self)

    def to_numpy(self, name: str = "gradients") -> str:
        """A Python function of the same letters, that runs as it stands."""
        return function_source(self, name)

    def __str__(self) -> str:
        return text_page(self)

    __repr__ = __str__

    def _repr_latex_(self) -> str:
        return self.to_latex()


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
    sweep = Sweep(Named(node.key, body), nodes)
    lines = sweep.run()
    return Derivation(sweep.loss, sweep.definitions, lines, {w.node: n for w, n in zip(wanted, nodes, strict=True)})
