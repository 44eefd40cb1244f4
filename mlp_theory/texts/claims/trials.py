"""One link of a claim, read and tested at one layer."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.symbolic import Derivative, Dim, Member, Node, Number, Symbol
from mlp_theory.symbolic.book import parts_of
from mlp_theory.texts.claims.bare_functions import with_bare_arguments
from mlp_theory.texts.claims.conditions import condition_tests
from mlp_theory.texts.claims.scratch import forgetting
from mlp_theory.texts.claims.sides import axes_in, made_of_operations, names_gradient, unbound
from mlp_theory.texts.claims.verdicts import Outcome, unread
from mlp_theory.texts.items import Item
from mlp_theory.texts.judging.findings import Task
from mlp_theory.texts.judging.judge import Judge
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.factors import is_bracket
from mlp_theory.texts.syntax.syn import Syn, UnreadError


@dataclass(frozen=True)
class Link:
    """Two sides of a statement, and the relation that is claimed of them.

    Attributes
    ----------
    item : Item
        The statement, with its conditions.
    k, m : int
        The numbers of the sides; in a chain they need not be neighbours.
    left, right : Syn
        What stands there.
    relation : str
        "=", "!=", "<", "<=", ">" or ">=".
    """

    item: Item
    k: int
    m: int
    left: Syn
    right: Syn
    relation: str


def try_link(page: Page, judge: Judge, link: Link, scope: Scope, tensor: bool = False) -> Outcome:
    """Read both sides, settle their shapes, and test them.

    Parameters
    ----------
    page, judge
        What is known, and who tests.
    link : Link
    scope : Scope
        The layers that are meant.
    tensor : bool
        Whether derivatives may have more than two axes, as inside a bare chain rule.

    Returns
    -------
    Outcome
        With the verdict "skip" where the claim speaks of a layer that the network does not have.
    """
    with forgetting(page):
        trial = _Trial(page, link, scope, tensor)
        outcome = _judged(trial, judge)
    if (
        outcome.finding is None
        and trial.reader.could_be_entrywise
        and any(map(_is_derivative, (link.left, link.right)))
    ):
        with forgetting(page):
            trial = _Trial(page, link, scope, tensor)
            trial.reader.entrywise = True
            other = _judged(trial, judge)
        if other.verdict in ("holds", "false") and other.finding is not None:
            other.reading = "entry by entry"
            return other
    return outcome


def _judged(trial: _Trial, judge: Judge) -> Outcome:
    """What a trial comes to, also where it breaks off."""
    try:
        return trial.judged(judge)
    except (MisfitError, UnreadError) as error:
        if trial.beyond_the_layers():
            return Outcome("skip")
        outcome = unread(error, trial.side)
        if outcome.verdict == "false" and trial.scope.params:
            outcome = Outcome("unread", f"with σ alone for σ(a) it has no shapes: {outcome.reason}")
        outcome.explanation = trial.explanation()
        return outcome
    except RecursionError:
        return Outcome("unread", "nested too deeply")


def _is_derivative(side: Syn) -> bool:
    """Whether a side is one derivative and no more: ``d tanh(x)/dx``, ``d/dx tanh(x)``."""
    items = atoms(side)
    return items[0].kind in ("frac", "over") and (len(items) == 1 or (len(items) == 3 and is_bracket(items[2])))


class _Trial:
    """A link while it is read: how far it has come, for the explanation of what went wrong."""

    def __init__(self, page: Page, link: Link, scope: Scope, tensor: bool):
        self.page, self.link, self.scope = page, link, scope
        self.solver = Solver(page.dims)
        self.reader = Reader(page, self.solver, claim=True)
        self.reader.tensor = tensor
        self.side = link.k
        self.left: Term | None = None
        self.right: Term | None = None
        self.used: set[str] = set()
        self._mark = len(page.dims.trail)

    def judged(self, judge: Judge) -> Outcome:
        """What the judge says, or what keeps the link from being tested."""
        reader, solver, link = self.reader, self.solver, self.link
        self.scope = with_bare_arguments(self.page, self.scope, reader, [link.left, link.right])
        reader.elsewhere = unbound(link.right)
        left = self.left = reader.expression(link.left, self.scope)
        unknown_left, used_left = dict(reader.unknown), reader.used
        reader.elsewhere |= unbound(link.left)
        reader.used, self.side = set(), link.m
        right = self.right = reader.expression(link.right, self.scope)
        self.used = used_left | reader.used
        if (strange := self._strange_size()) is not None:
            return strange
        if self.beyond_the_layers():
            return Outcome("skip")
        for key, reason in reader.unknown.items():
            # A letter that nothing declares is a number where it is the argument of a function: σ(−x) = 1 − σ(x).
            if not (key in unknown_left and key in reader.used and key in reader.arguments):
                return Outcome("unread", reason)
        tests = [t for c in link.item.statement.conditions for t in condition_tests(self.page, c, reader, self.scope)]
        self._settle(left, right)
        if (strange := self._strange_size()) is not None:
            return strange
        shapes = (solver.show(left), solver.show(right))
        self._equate(left, right)
        a, b = left.node(), right.node()
        zero = any(isinstance(n, Number) and n.value == 0 for n in (a, b)) or left.free_zero or right.free_zero
        task = self._task(a, b, tests, zero)
        if isinstance(task, Outcome):
            return task
        explanation = self.explanation()
        finding = judge.test(task)
        if finding.verdict == "false" and (required := self._required(a, b, zero)):
            return self._unread(required)
        return Outcome(finding.verdict, finding.reason, finding, shapes=shapes, explanation=explanation)

    def _required(self, a: Node, b: Node, zero: bool) -> str | None:
        """Why an equation that is not true of every value need not be: it is what a minimum must meet."""
        page = self.page
        parts = [*parts_of(a), *parts_of(b)]
        slopes = [part for part in parts if isinstance(part, Derivative)]
        if zero and slopes and self.link.relation == "=":
            page.stationary |= {p.key for d in slopes for p in parts_of(d.wrt) if isinstance(p, (Symbol, Member))}
            return "a derivative that is set to zero: a requirement, and no claim about every value"
        if bound := min((page.book.keys_of(a) | page.book.keys_of(b)) & page.constrained, default=None):
            return f"not true of every {page.infos[bound].show}; perhaps where the constraint above is met"
        keys = {part.key for part in parts if isinstance(part, (Symbol, Member))}
        if not slopes and (solved := min(keys & page.stationary, default=None)):
            return f"not true of every {page.infos[solved].show}; perhaps where the derivative by it is zero"
        return None

    def beyond_the_layers(self) -> bool:
        """Whether it speaks of a layer that the network does not have, as W_{l+1} at the last one."""
        return bool(self.scope.loops) and any("[" in key for key in self.reader.unknown)

    def explanation(self) -> list[str]:
        """How both sides were read, bracketed, and every symbol with its shape and where that came from."""
        dims = self.page.dims
        lines = []
        for name, term in (("left ", self.left), ("right", self.right)):
            if term is not None:
                lines.append(f"{name}: {term.show} : {self.solver.show(term)}")
        for key in sorted(self.used | self.reader.used):
            info = self.page.infos.get(key)
            if info is not None:
                many = f", {dims.show(info.count)} of them" if info.count is not None else ""
                domain = f", {info.domain}" if info.domain != "real" else ""
                lines.append(f"{info.show} : {dims.show(info.r)}×{dims.show(info.c)}{many}, from {info.origin}{domain}")
        return lines

    def _task(self, a: Node, b: Node, tests: list[Term], zero: bool) -> Task | Outcome:
        """What the judge is to test; or why there is nothing to test."""
        page = self.page
        if a is b and isinstance(a, Derivative) and names_gradient(self.link.left) and len(atoms(self.link.right)) == 1:
            return Outcome("defines", "how the page calls this gradient")
        if a is b and not self.reader.tensor:
            return Outcome("unread", "the two sides are the same expression: nothing is claimed")
        keys = page.book.keys_of(a) | page.book.keys_of(b)
        if stale := min(keys & page.stale, default=None):
            return self._unread(f"{page.infos[stale].show} is made of a symbol that has been updated since")
        if not keys and not made_of_operations(a, b):
            return self._unread("it speaks of nothing but sizes, which are drawn")
        axes = {}
        for letter, (axis, dim) in self.reader.free.items():
            found: Dim = page.dims.find(dim)
            if not (page.dims.is_free(found) and str(found).startswith("?") and found not in page.dims.large):
                axes[axis] = (letter, found)
            elif axis in axes_in(a) | axes_in(b):
                return self._unread(f"the range of the index {letter} is not known")
        return Task(a, b, self.link.relation, axes, [t.node() for t in tests], zero)

    def _unread(self, reason: str) -> Outcome:
        return Outcome("unread", reason, explanation=self.explanation())

    def _strange_size(self) -> Outcome | None:
        """A size that only this claim names: what it is must not be taken from the claim."""
        dims = self.page.dims
        for where, name in dims.trail[self._mark :]:
            if where is dims.bound and not name.startswith("?"):
                return Outcome("unread", f"the size {name} is not declared")
        return None

    def _settle(self, left: Term, right: Term) -> None:
        """Settle the shapes of both sides; how long a 𝟏 or how large an 𝐈 is, the other side may say."""
        solver = self.solver
        solver.propagate()
        literal_zero = left.free_zero or right.free_zero
        one_known = solver.settled(left) != solver.settled(right)
        if ((one_known and not literal_zero) or (not one_known and solver.settled(left))) and solver.same(left, right):
            solver.equate(left, right, "the two sides")
        solver.solve()

    def _equate(self, left: Term, right: Term) -> None:
        """Both sides have one shape, unless one of them is the number 0, which stands for a zero of any shape."""
        solver = self.solver
        for zero in (left, right):
            if zero.free_zero and solver.scalar(zero):
                return
        if not solver.same(left, right):
            shapes = (solver.show(left), solver.show(right))
            raise MisfitError(f"left {shapes[0]}, right {shapes[1]}", shapes)
        solver.equate(left, right, "the two sides")
