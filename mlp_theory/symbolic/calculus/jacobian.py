"""Jacobians, d vec(F)/d vec(X)ᵀ, read off the differential by the laws of vec."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.errors import OptionError, check_option
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.checking import CheckReport
from mlp_theory.symbolic.calculus.code.jacobian import JacobianFunction
from mlp_theory.symbolic.calculus.derivation import Derivation, gradients
from mlp_theory.symbolic.calculus.derivation_page import Section
from mlp_theory.symbolic.calculus.differential import differential, increment
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.line import CitedLaw, Expansion, Line
from mlp_theory.symbolic.calculus.naming import Namer
from mlp_theory.symbolic.calculus.simplify import Simplifier
from mlp_theory.symbolic.calculus.vectorising import as_vec, coefficient, vectorised
from mlp_theory.symbolic.calculus.written import Written
from mlp_theory.symbolic.expressions import Call, Derivative, Named, Node

DIFFERENTIAL = CitedLaw("the differential", r"\mathrm{d}F = \mathrm{d}F(\mathrm{d}X)")
IDENTIFICATION = CitedLaw("identification", r"\mathrm{d}\,\mathrm{vec}(F) = J\,\mathrm{vec}(\mathrm{d}X)")

DENOMINATOR = CitedLaw("denominator layout", r"\partial\,\mathrm{vec}(F)^\top / \partial\,\mathrm{vec}(X) = J^\top")

LAYOUTS = ("numerator", "denominator")
"""Numerator: one row for each entry of F; denominator: one row for each entry of X."""

HOLD_AT_A_POINT = ("one-hot columns", "unit column sums")
"""Assumptions that increments do not meet: what they rewrite is not to be differentiated again."""


class Jacobian(Written):
    """The Jacobian of F by X.

    Attributes
    ----------
    result : Expression
        In numerator layout d vec(F)/d vec(X)ᵀ, one row for each entry of F; in denominator layout its transpose.
    layout : str
        "numerator" or "denominator".
    lines : list of Line
        The differential, then vec(dF) = J vec(dX) step by step; in denominator layout its transpose.
    gradient : Derivation or None
        Of a Hessian, the gradient whose Jacobian it is.
    """

    def __init__(
        self,
        whole: Named,
        definitions: list[Named],
        lines: list[Line],
        layout: str,
        of: Derivation | None = None,
    ):
        super().__init__(whole, definitions, lines)
        self.result, self.layout, self.gradient = Expression(lines[-1].result), layout, of

    @property
    def by(self) -> Node:
        """The letter that it is by."""
        derivative = next(p for p in al.postorder(self.lines[-1].meaning) if isinstance(p, Derivative))
        return derivative.wrt

    @property
    def gradient_node(self) -> Derivative:
        """Of a Hessian, ∂L/∂X, whose Jacobian it is."""
        assert self.gradient is not None
        return Derivative(self.gradient.loss, self.by, "gradient")

    def check(self, draws: int = 3, seed: int = 0) -> CheckReport:
        """Hold every step against numbers; of a Hessian also those of the gradient, numbered behind its own lines."""
        report = super().check(draws, seed)
        if self.gradient is not None:
            first = self.gradient.check(draws, seed)
            report.verdicts += [replace(v, line=v.line + len(self.lines)) for v in first.verdicts]
            report.gradients |= first.gradients
            report.allowed |= first.allowed
        return report

    def in_layout(self, layout: str) -> Jacobian:
        """The same in this layout.

        Raises
        ------
        OptionError
            When it is neither "numerator" nor "denominator".
        """
        check_option("Jacobian.in_layout", "layout", layout, LAYOUTS)
        if layout == self.layout:
            return self
        if layout == "numerator":
            return Jacobian(self.loss, self.definitions, self.lines[:-1], layout, self.gradient)
        last = self.lines[-1]
        line = Line(al.transpose(last.meaning))
        line.expand(Expansion(DENOMINATOR, line.meaning, al.transpose(last.result)))
        line.simplify(Simplifier())
        return Jacobian(self.loss, self.definitions, [*self.lines, line], layout, self.gradient)

    def sections(self) -> list[Section]:
        """The differential and the Jacobian; of a Hessian first the gradient."""
        if self.gradient is None:
            return [Section("Jacobian", self)]
        return [*self.gradient.sections(), Section("Hessian", self, means={self.loss: self.gradient_node})]

    def to_numpy(self, name: str | None = None) -> str:
        """A Python function of the same letters, ``jacobian`` or ``hessian``, that runs as it stands."""
        of = None if self.gradient is None else self.gradient_node
        name = name or ("jacobian" if of is None else "hessian")
        return JacobianFunction(self, self.by, self.layout, of, name).source()

    def __str__(self) -> str:
        return f"{super().__str__()}\n{self.layout} layout: {self.result}"


def jacobian(F: Expression, X: Expression, layout: str = "numerator") -> Jacobian:
    r"""Derive d vec(F)/d vec(X)ᵀ: vec puts the columns below each other, and of a column it is that column.

    Parameters
    ----------
    F : Expression
        Of any shape.
    X : Expression
        A letter, or a part of F that has a name.
    layout : {"numerator", "denominator"}
        Whether the rows belong to the entries of F, or to those of X.

    Returns
    -------
    Jacobian
        With ``.result`` and ``.check()``.

    Raises
    ------
    OptionError
        When F does not depend on X, or when its Jacobian has no form with Kronecker products.
    KindError
        When X is no letter.

    Notes
    -----
    Magnus & Neudecker, *Matrix Differential Calculus*, chapter 5: the first identification theorem.

    Examples
    --------
    >>> from mlp_theory.symbolic import dims, jacobian, matrix, softmax, vector
    >>> K, m = dims("K m")
    >>> print(jacobian(softmax(vector("z", K)).named("p"), vector("z", K)).result)
    diag(p) − p pᵀ
    >>> A, B, X = matrix("A", m, m), matrix("B", m, m), matrix("X", m, m)
    >>> print(jacobian(A @ X @ B, X).result)
    Bᵀ ⊗ A
    """
    check_option("jacobian", "layout", layout, LAYOUTS)
    found = differential(F, X)
    letter = increment(X).node
    whole = found.loss
    line = Line(as_vec(found.lines[-1].meaning))
    line.expand(Expansion(DIFFERENTIAL, line.meaning, as_vec(found.unfolded().node)))
    todo = [line.result]
    while todo:
        top = todo.pop()
        expansion = vectorised(top, letter)
        if expansion is not None:
            line.expand(expansion)
            todo.extend(p for p in al.postorder(expansion.after) if isinstance(p, Call) and p.op == "vec")
    last = Line(Derivative(whole, X.node, "tensor"))
    last.expand(Expansion(IDENTIFICATION, last.meaning, coefficient(line.result, as_vec(letter))))
    last.simplify(Simplifier())
    made = Jacobian(whole, found.definitions, [*found.lines, line, last], "numerator")
    return made.in_layout(layout)


def hessian(loss: Expression, x: Expression) -> Jacobian:
    """The second derivatives of a number: the Jacobian of its gradient.

    Parameters
    ----------
    loss : Expression
        A number.
    x : Expression
        A letter. Of a matrix, its entries stand below each other, column by column.

    Returns
    -------
    Jacobian
        Symmetric; the layouts are one.

    Raises
    ------
    ShapeError, KindError, OptionError
        As `gradients` and `jacobian` do; and when the gradient holds only where x meets what is assumed of it.

    Examples
    --------
    >>> from mlp_theory.symbolic import dims, hessian, matrix, vector
    >>> (m,) = dims("m")
    >>> x, A = vector("x", m), matrix("A", m, m)
    >>> print(hessian(x.T @ A @ x, x).result)
    A + Aᵀ
    """
    first = gradients(loss, [x])
    used = [one for one in HOLD_AT_A_POINT if f"{x}: {one}" in first.assumptions]
    if used:
        raise OptionError(
            f"The gradient holds only where {x} is as assumed, and has no derivative there",
            expected=f"a letter {x} of which nothing is assumed",
            got=f"{x}: {', '.join(used)}",
        )
    gradient = first[x]
    if x.node not in al.postorder(gradient.node):
        raise OptionError(
            "The gradient is constant, and the Hessian zero", expected=f"a loss not linear in {x}", got=str(gradient)
        )
    J = jacobian(gradient.named(Namer(al.postorder(gradient.node, loss.node)).free("g")), x)
    return Jacobian(J.loss, J.definitions, J.lines, J.layout, first)
