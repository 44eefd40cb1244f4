"""Differentials: dF, linear in the increments dW of its letters; and products with Jacobians, which are its kin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mlp_theory.errors import KindError, OptionError, ShapeError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.code.differential import DifferentialFunction
from mlp_theory.symbolic.calculus.derivation_page import Section
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.letters import inner
from mlp_theory.symbolic.calculus.line import CitedLaw, Expansion, Line
from mlp_theory.symbolic.calculus.naming import Namer, with_names
from mlp_theory.symbolic.calculus.pushforward import pushed_forward
from mlp_theory.symbolic.calculus.simplify import Simplifier, simplify
from mlp_theory.symbolic.calculus.sweep import Sweep
from mlp_theory.symbolic.calculus.table import show_shape
from mlp_theory.symbolic.calculus.written import Written
from mlp_theory.symbolic.expressions import Apply, Call, Derivative, Differential, Named, Node, Variable

NAME = CitedLaw("definition", r"Z = WX \Rightarrow \mathrm{d}Z = \mathrm{d}(WX)")


class Differentials(Written, Mapping):
    """The differential of an expression, and of every named part of it that varies: ``D[Z]`` is dZ.

    Attributes
    ----------
    result : Expression
        The differential of the whole, written with those of its named parts.
    """

    def __init__(self, whole: Named, definitions: list[Named], lines: list[Line]):
        super().__init__(whole, definitions, lines)
        self._line_of = {line.meaning.body: line for line in lines if isinstance(line.meaning, Differential)}

    @property
    def result(self) -> Expression:
        """The differential of the whole."""
        return Expression(self._line_of[self.loss].result)

    @property
    def increments(self) -> list[Differential]:
        """DX of each letter X that varies."""
        by = self.lines[-1].meaning
        assert isinstance(by, Differential)
        return [Differential(letter, (letter,)) for letter in by.by]

    def sections(self) -> list[Section]:
        """One line for each named part that varies."""
        return [Section("Differentials", self)]

    def to_numpy(self, name: str = "differential") -> str:
        """A Python function of the letters and their increments, that runs as it stands."""
        return DifferentialFunction(self, self.increments, name).source()

    def unfolded(self) -> Expression:
        """The differential of the whole, written with the increments of the letters alone."""
        known: dict[Node, Node] = {}
        for line in self.lines:
            known[line.meaning] = al.substitute(line.result, dict(known))
        return Expression(simplify(known[self._line_of[self.loss].meaning]))

    def __getitem__(self, part: Expression) -> Expression:
        if not isinstance(part, Expression) or part.node not in self._line_of:
            names = ", ".join(sorted(str(p) for p in self))
            raise OptionError("There is no differential of this here", expected=f"one of {names}", got=repr(part))
        return Expression(self._line_of[part.node].result)

    def __iter__(self):
        return (Expression(part) for part in self._line_of)

    def __len__(self) -> int:
        return len(self._line_of)


def increment(W: Expression) -> Expression:
    r"""The increment of a letter, dW; it prints upright, ``\mathrm{d}W``, and is no gradient.

    Raises
    ------
    KindError
        When it is neither a letter nor a part that has a name.
    """
    return Expression(_increment(_letter(W)))


def _increment(letter: Node) -> Node:
    return Differential(letter, (letter,))


def _letter(W: Expression) -> Variable | Named:
    if isinstance(W, Expression) and isinstance(W.node, (Variable, Named)):
        return W.node
    raise KindError(
        "A differential is by a letter, or by a part that has a name",
        expected='matrix("W", K, d), or (W @ X).named("Z")',
        got=repr(W),
    )


def differential(F: Expression, by: Expression | Iterable[Expression]) -> Differentials:
    """Derive dF, where some letters vary, by the laws that the gradients are derived by.

    Parameters
    ----------
    F : Expression
        Of any shape.
    by : Expression or iterable of Expression
        Letters, or parts of F that have names.

    Returns
    -------
    Differentials
        With ``.result``, written with the increments dW (see `increment`) and with the differentials of named parts.

    Raises
    ------
    KindError, OptionError
        When something asked for is no letter, or when F does not depend on it.

    Examples
    --------
    >>> from mlp_theory.symbolic import differential, dims, inverse, matrix, softmax
    >>> m, K, n = dims("m K n")
    >>> X, Z = matrix("X", m, m), matrix("Z", K, n)
    >>> print(differential(inverse(X), X).result)
    −X⁻¹ (dX) X⁻¹
    >>> P = softmax(Z).named("P")
    >>> print(differential(P, Z)[P])
    P ⊙ (dZ − 1 1ᵀ (P ⊙ dZ))
    """
    if not isinstance(F, Expression):
        raise KindError("A differential needs an expression", expected="an expression", got=type(F).__name__)
    letters = [_letter(w) for w in ([by] if isinstance(by, Expression) else by)]
    if not letters:
        raise OptionError("A differential needs something that varies", expected="[W, b]", got="nothing")
    parts = al.postorder(F.node)
    check_names(F)
    for letter in letters:
        if letter not in parts or (letter is F.node and isinstance(letter, Named)):
            known = sorted({p.key for p in parts if isinstance(p, (Variable, Named)) and p is not F.node})
            raise OptionError(
                f"The expression does not depend on {letter.key}", expected=f"one of {', '.join(known)}", got=letter.key
            )
    namer = Namer(parts)
    whole = F.node if isinstance(F.node, Named) else Named(namer.free("L" if al.is_scalar(F.node) else "F"), F.node)
    return _Pushing(whole, letters, namer, named=whole is F.node).run()


class _Pushing:
    """Goes through an expression from its letters on, one line for every named part that varies."""

    def __init__(self, whole: Named, by: list[Variable | Named], namer: Namer, named: bool):
        self.whole, self.order = whole, al.postorder(whole)
        self.by = tuple(sorted(set(by), key=lambda letter: letter.key))
        self.active = {*self.by, *al.depending_on(self.by, self.order)}
        self.definitions = [part for part in self.order if isinstance(part, Named)]
        self.names: dict[Node, Node] = {part.body: part for part in self.definitions if part is not whole or named}
        softmaxes = namer.softmaxes(part for part in self.order if part in self.active)
        self.names |= {P.body: P for P in softmaxes}
        self.definitions += softmaxes
        self.simplifier = Simplifier()

    def run(self) -> Differentials:
        """All lines, the letters first."""
        lines = [self._line(p) for p in self.order if isinstance(p, Named) and p in self.active and p not in self.by]
        return Differentials(self.whole, self.definitions, lines)

    def of(self, node: Node) -> Node:
        """The differential of a part; of a letter, its increment."""
        return _increment(node) if node in self.by else Differential(node, self.by)

    def _line(self, named: Named) -> Line:
        whole = self.of(named)
        line = Line(whole)
        first = self.of(named.body)
        line.expand(Expansion(NAME, whole, first))
        todo = [first]
        while todo:
            top = todo.pop()
            if not isinstance(top, Differential) or isinstance(top.body, (Named, Variable)):
                continue
            use = top.body
            assert isinstance(use, (Call, Apply))
            moving = {k: self.of(arg) for k, arg in enumerate(use.args) if arg in self.active}
            after, law = pushed_forward(use, moving)
            line.expand(Expansion(law, top, with_names(after, self.names)))
            todo.extend(dict.fromkeys(moving.values()))
        line.simplify(self.simplifier)
        return line


def check_names(*expressions: Expression) -> None:
    """Refuse a name that stands for two things: no number could tell them apart.

    Raises
    ------
    OptionError
    KindError
        When one is no expression.
    """
    known: dict[str, Node | None] = {}  # None is a function
    for expression in expressions:
        if not isinstance(expression, Expression):
            raise KindError(
                "A differential needs an expression", expected="an expression", got=type(expression).__name__
            )
    for part in al.postorder(*(expression.node for expression in expressions)):
        if not isinstance(part, (Variable, Named, Apply)):
            continue
        meant = None if isinstance(part, Apply) else part
        other = known.setdefault(part.key, meant)
        if other is not meant:
            shapes = [show_shape(al.shape_of(one)) for one in (other, meant) if one is not None]
            raise OptionError(
                f"{part.key} stands for two things",
                expected="one name for one thing",
                got=" and ".join(shapes if len(shapes) == 2 else ["a function", "a matrix"]),
            )


def jvp(F: Expression, X: Expression, V: Expression) -> Expression:
    """DF in the direction V: the product of the Jacobian with vec V, in the shape of F.

    Raises
    ------
    ShapeError
        When V has not the shape of X.
    KindError, OptionError
        When X is no letter, or when F does not depend on it.
    """
    _same_shape("A direction", X, V)
    check_names(F, V)
    found = differential(F, X).unfolded().node
    return Expression(simplify(al.substitute(found, {increment(X).node: V.node})))


def vjp(F: Expression, G: Expression, X: Expression) -> Expression:
    """The gradient of ⟨G, F⟩ by X: the product of vec Gᵀ with the Jacobian, in the shape of X.

    Raises
    ------
    ShapeError
        When G has not the shape of F.
    KindError, OptionError
        When X is no letter, or when F does not depend on it.
    """
    _same_shape("What is sent back", F, G)
    check_names(F, G)
    letter = _letter(X)
    if letter not in al.postorder(F.node):
        raise OptionError(f"The expression does not depend on {letter.key}", expected="a letter in it", got=letter.key)
    hidden = Variable("#G", *al.shape_of(F.node), frozenset())
    loss = Named(Namer(al.postorder(F.node)).free("L"), inner(Expression(hidden), F).node)
    lines = Sweep(loss, [letter]).run()
    known: dict[Node, Node] = {hidden: G.node}
    for line in lines:
        value = al.substitute(line.result, dict(known))
        known[line.meaning if line.name is None else line.name] = value
    gradient = next(line for line in lines if isinstance(line.meaning, Derivative) and line.meaning.wrt is letter)
    return Expression(simplify(known[gradient.meaning if gradient.name is None else gradient.name]))


def _same_shape(what: str, A: Expression, B: Expression) -> None:
    for side in (A, B):
        if not isinstance(side, Expression):
            raise KindError(f"{what} is no expression", expected="an expression", got=type(side).__name__)
    if A.shape != B.shape:
        raise ShapeError(f"{what} does not fit", expected=show_shape(A.shape), got=show_shape(B.shape))
