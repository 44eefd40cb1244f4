"""The reverse sweep: ∂L/∂u for every u that is asked for, each in one line of named steps.

∂L/∂u is the sum, over all uses F of u, of what the pull-back of F makes of ∂L/∂F. What is used more than once on the
way back gets a name (Δ₂ = ∂L/∂Z₂), and everything before it is written with that name; so the length of a derivation
grows as the depth of the network, and not as the number of its paths.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mlp_theory.errors import KindError, OptionError, ShapeError
from mlp_theory.symbolic.book import children
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.line import CHAIN_RULE, NAME, SEED, CitedLaw, Expansion, Line
from mlp_theory.symbolic.calculus.naming import Namer, numerators, with_names
from mlp_theory.symbolic.calculus.simplify import Simplifier
from mlp_theory.symbolic.calculus.table import operation_of, show_shape
from mlp_theory.symbolic.expressions import Apply, Call, Derivative, Named, Node, Variable

FEW = 12
"""So many steps are repeated where the gradient of a part is written out; more are told as one."""

SMALL = 12
"""An adjoint that takes no more signs than this to write is written out where it is used twice."""


class Sweep:
    """The lines of a derivation, from the loss backwards.

    Parameters
    ----------
    loss : Node
        A number with a name.
    wanted : sequence of Node
        Letters, or named parts of the loss.
    seed : Node, optional
        What ∂L/∂L is; 1 of a loss.
    by_name : bool, optional
        Whether the loss is written by its name in what is derived.
    """

    def __init__(self, loss: Named, wanted: Sequence[Node], seed: Node = al.ONE, by_name: bool = True):
        self.loss, self.wanted, self.seed = loss, wanted, seed
        self.order = al.postorder(loss)
        self.active = {*wanted, *al.depending_on(wanted, self.order)} & set(self.order)
        self.uses = self._uses()
        self.namer = Namer(self.order)
        self.bound: dict[Node, Node] = {}
        self.reasons: dict[Node, CitedLaw] = {}  # of what is bound to a short expression: the law that gave it
        self.definitions: list[Named] = [part for part in self.order if isinstance(part, Named)]
        self.simplifier = Simplifier()
        self.lines: list[Line] = []
        self.names = self.namer.bodies
        if not by_name:
            self.names.pop(loss.body, None)
        self.definitions += self.namer.softmaxes(part for part in self.order if part in self.active)
        self.names |= numerators(self.names)

    def run(self) -> list[Line]:
        """All lines, the loss first."""
        wanted = set(self.wanted)
        for part in reversed(self.order):
            if part not in self.active or part is self.loss:
                continue
            given = self._is_given(part)
            if given or part in wanted or self._is_shared(part):
                line = Line(Derivative(self.loss, part, "gradient")) if given else self._line(part)
                if not given and part not in wanted and self._is_written_out(part, line.result):
                    if line.length > FEW:
                        self.bound[part], self.reasons[part] = line.result, line.all_laws
                    continue
                self.lines.append(line)
                if given or self._is_shared(part):
                    self.bound[part] = line.name = Named(self.namer.adjoint(part), line.result)
        return self._in_order()

    def _in_order(self) -> list[Line]:
        """Each gradient that was asked for behind the last name that it uses, in the order in which it was asked."""
        names: dict[Node, int] = {line.name: k for k, line in enumerate(self.lines) if line.name is not None}
        asked = {w: k for k, w in enumerate(self.wanted)}

        def place(line: Line) -> tuple[int, int]:
            if line.name is not None:
                return names[line.name], -1
            used = [names[p] for p in names_in(line.result) if p in names]
            assert isinstance(line.meaning, Derivative)
            return max(used, default=-1), asked[line.meaning.wrt]

        return sorted(self.lines, key=place)

    def _uses(self) -> dict[Node, list[tuple[Node, int]]]:
        """Where each active part is used, and as which argument."""
        uses: dict[Node, list[tuple[Node, int]]] = {}
        for part in self.order:
            if part in self.active:
                for k, child in enumerate(children(part)):
                    if child in self.active:
                        uses.setdefault(child, []).append((part, k))
        return uses

    def _is_given(self, part: Node) -> bool:
        """Whether an arbitrary function of matrices takes it: its gradient has a name, and no other form."""
        uses = self.uses.get(part, [])
        return bool(uses) and all(isinstance(use, Apply) and use.scalar for use, _ in uses)

    def _is_shared(self, part: Node) -> bool:
        """Whether ∂L/∂part is used more than once on the way back: by each argument that it reaches."""
        if isinstance(part, Variable):
            return False
        reached = [child for child in children(part) if child in self.active]
        while len(reached) == 1 and (isinstance(part, Named) or _is_sum(part)) and isinstance(reached[0], Call):
            part = reached[0]
            reached = [child for child in children(part) if child in self.active]
        return len(reached) > 1

    def _is_written_out(self, part: Node, result: Node) -> bool:
        """Whether a gradient is short enough to be written out, and not called by a name."""
        return not isinstance(part, Named) and al.tree_size(result, SMALL) <= SMALL

    def _line(self, part: Node) -> Line:
        """∂L/∂part: expanded until everything in it is known, then simplified."""
        whole: Node = Derivative(self.loss, part, "gradient")
        line = Line(whole)
        todo = [whole]
        while todo:
            top = todo.pop()
            assert isinstance(top, Derivative)
            at = top.wrt
            if at in self.bound:
                line.expand(Expansion(self.reasons.get(at, NAME), top, self.bound[at]))
            elif at is self.loss:
                line.expand(Expansion(SEED, top, self.seed))
            else:
                expansion = self._expansion(top)
                line.expand(expansion)
                todo.extend(p for p in al.postorder(expansion.after, known=_is_name) if isinstance(p, Derivative))
        line.simplify(self.simplifier)
        return line

    def _expansion(self, whole: Derivative) -> Expansion:
        """∂L/∂u as the sum over the uses of u."""
        terms, laws, uses = [], [], []
        for use, k in self.uses[whole.wrt]:
            if isinstance(use, Named):
                terms.append(Derivative(self.loss, use, "gradient"))
                laws.append(CHAIN_RULE)
                continue
            G = Derivative(self.loss, self._wrapped(use), "gradient")
            term, law = pulled_back(G, use, k)
            uses.append((G, use, k))
            if term is not None:
                terms.append(with_names(term, self.names))
                laws.append(law)
        if not terms:
            return Expansion(CHAIN_RULE, whole, al.zeros(*al.shape_of(whole.wrt)))
        law = laws[0] if len(set(laws)) == 1 else CHAIN_RULE
        return Expansion(law, whole, al.plus(*terms), tuple(uses))

    def _wrapped(self, use: Node) -> Node:
        """The name of a part that is used through its name alone."""
        uses = self.uses.get(use, [])
        return uses[0][0] if len(uses) == 1 and isinstance(uses[0][0], Named) else use


def pulled_back(G: Node, use: Node, k: int) -> tuple[Node | None, CitedLaw]:
    """What one use of an argument contributes, and the law that says so."""
    if isinstance(use, Apply):
        if use.scalar:
            raise OptionError(
                "The calculus has no law for a function of whole matrices",
                expected="a function of one number, entry by entry",
                got=f"{use.key} of a matrix",
                mend="write it with the operations of the calculus, or register it",
            )
        law = operation_of("elementwise")
        return al.times(G, Apply(use.key, use.args, use.order + 1, False)), CitedLaw(law.law, law.equation)
    assert isinstance(use, Call)
    law = operation_of(use.op)
    return law.pullback(G, use, k), CitedLaw(law.law, law.equation)


def _is_sum(node: Node) -> bool:
    """Whether this is a sum, whose gradient is that of its terms."""
    return isinstance(node, Call) and node.op == "add"


def names_in(node: Node) -> set[Node]:
    """All names that an expression is written with."""
    inside = [node, *al.postorder(node, known=_is_name)]
    return {part for p in inside for part in (p, *children(p)) if _is_name(part)} if not _is_name(node) else {node}


def _is_name(node: Node) -> bool:
    return isinstance(node, (Named, Variable))


def check_wanted(loss: Expression, wanted: Iterable[Expression]) -> tuple[Named, list[Variable | Named]]:
    """The loss with a name, and what is asked for, as nodes.

    Raises
    ------
    ShapeError
        When the loss is no number.
    KindError
        When something is asked for that is neither a letter nor named.
    OptionError
        When the loss does not depend on it: a gradient of zeros is never given silently.
    """
    if not isinstance(loss, Expression):
        raise KindError("gradients needs a loss", expected="an expression", got=type(loss).__name__)
    if loss.shape != (1, 1):
        raise ShapeError(
            "A gradient needs a number",
            expected="a loss of shape (1, 1)",
            got=show_shape(loss.shape),
            mend="take the mean or the sum of it, or jacobian(F, x)",
        )
    parts = al.postorder(loss.node)
    node = loss.node if isinstance(loss.node, Named) else Named(Namer(parts).free("L"), loss.node)
    parts = [*parts, node]
    functions = {part.key for part in parts if isinstance(part, Apply)}
    by_name: dict[str, Node] = {}
    sizes = {dim for part in parts if isinstance(part, Variable) for dim in (part.rows, part.columns)}
    for part in parts:
        if isinstance(part, (Variable, Named)) and part.key in sizes:
            raise OptionError(
                f"{part.key} stands for two things", expected="one name for one thing", got="a size and a matrix"
            )
        if isinstance(part, (Variable, Named)) and part.key in functions:
            raise OptionError(
                f"{part.key} stands for two things",
                expected="one name for one thing",
                got="a function and a matrix",
            )
        if isinstance(part, (Variable, Named)):
            other = by_name.setdefault(part.key, part)
            if other is not part:
                raise OptionError(
                    f"{part.key} stands for two things",
                    expected="one name for one thing",
                    got=f"{show_shape(al.shape_of(other))} and {show_shape(al.shape_of(part))}",
                )
    known = set(parts)
    out: list[Variable | Named] = []
    for w in wanted:
        if not isinstance(w, Expression) or not isinstance(w.node, (Variable, Named)):
            raise KindError(
                "A gradient is by a letter, or by a part that has a name",
                expected='matrix("W", K, d), or (W @ X).named("Z")',
                got=repr(w),
            )
        if w.node not in known or w.node is node:
            raise OptionError(
                f"The loss does not depend on {w.node.key}",
                expected=f"one of {', '.join(sorted(set(by_name) - {node.key}))}" if len(by_name) > 1 else "a letter",
                got=w.node.key,
            )
        out.append(w.node)
    if not out:
        raise OptionError("gradients needs something to differentiate by", expected="[W, b]", got="nothing")
    return node, out
