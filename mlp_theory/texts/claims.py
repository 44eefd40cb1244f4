"""Judging one claim: in every layer it speaks of, under its conditions, and by its shapes."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.symbolic import Dim, Number
from mlp_theory.texts.collect import Collector
from mlp_theory.texts.conditions import condition_tests
from mlp_theory.texts.items import Item
from mlp_theory.texts.judge import Judge, Task
from mlp_theory.texts.page import Page
from mlp_theory.texts.ranges import ranges_of
from mlp_theory.texts.reader import Reader, Scope
from mlp_theory.texts.sets import set_of
from mlp_theory.texts.shapes import MisfitError, Solver, Term
from mlp_theory.texts.sides import axes_in, derivative_factors, free_layers, made_of_operations, product_of, unbound
from mlp_theory.texts.syntax import Syn, UnreadError
from mlp_theory.texts.unicode import show
from mlp_theory.texts.verdicts import Outcome, difference, unread

RELATIONS = {
    "=": "=", r"\equiv": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": "<=", r"\leq": "<=",
    r"\leqslant": "<=", r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=", "≤": "<=", "≥": ">=", ":=": "=", "=:": "=",
    r"\triangleq": "=", r"\coloneqq": "=", r"\coloneq": "=", r"\doteq": "=", r"\eqqcolon": "=", r"\ne": "!=",
    r"\neq": "!=", "≠": "!=",
}  # fmt: skip


@dataclass
class _Reading:
    """A claim while it is read: how far it has come, for the explanation of what went wrong."""

    solver: Solver
    reader: Reader
    side: int
    left: Term | None = None
    right: Term | None = None
    used: set[str] = field(default_factory=set)

    def beyond_the_layers(self, scope: Scope) -> bool:
        """Whether it speaks of a layer that the network does not have, as W_{l+1} at the last one."""
        return bool(scope.loops) and any("[" in key for key in self.reader.unknown)


class Claims:
    """Judges one claim at a time.

    Attributes
    ----------
    page : Page
        What the page says of its symbols.
    collector : Collector
        Which layers a statement speaks of.
    judge : Judge
        Draws values, and compares.
    """

    page: Page
    collector: Collector
    judge: Judge
    _loose_count: int | None = None

    def _update(self, item: Item) -> Outcome:
        try:
            for scope in self._scopes(item, 0, 1):
                mark, made = len(self.page.dims.trail), len(self.page.created)
                try:
                    solver = Solver(self.page.dims)
                    reader = Reader(self.page, solver, claim=True)
                    left = reader.expression(_syn(item, 0), scope)
                    right = reader.expression(_syn(item, 1), scope)
                    solver.solve()
                    if not solver.scalar(right):
                        solver.equate(left, right, "the two sides")
                    elif not solver.scalar(left):
                        raise MisfitError("an update by a number", (solver.show(left), solver.show(right)))
                finally:
                    self._forget(mark, made)
        except (UnreadError, MisfitError) as error:
            return unread(error)
        return Outcome("defines", "an update: the symbol has a new value from here on")

    def _forget(self, mark: int, made: int) -> None:
        page = self.page
        for key in page.created[made:]:
            page.infos.pop(key, None)
        del page.created[made:]
        del page.solver.loose[self._loose :]
        page.dims.undo(mark)

    @property
    def _loose(self) -> int:
        """How many terms of the page were left open before its first claim."""
        if self._loose_count is None:
            self._loose_count = len(self.page.solver.loose)
        return self._loose_count

    def _scopes(self, item: Item, *sides: int) -> list[Scope]:
        """The layers that a claim speaks of, one scope each."""
        letters: set[str] = set()
        for k in sides:
            syn = item.statement.sides[k].syn
            if syn is not None:
                letters |= set(free_layers(syn, self.page))
        mine = [x for x in self.page.layers if x in letters]
        if not mine:
            return [Scope()]
        scopes = [Scope()]
        for letter in mine:
            low, high = self.collector.layer_range(item, letter)
            scopes = [Scope(loops={**s.loops, letter: k}) for s in scopes for k in range(low, high + 1)]
        reader = Reader(self.page, Solver(self.page.dims), claim=True)
        kept = []
        for scope in scopes:
            conditions = [c.syn for c in item.statement.conditions if c.syn is not None]
            if all(reader.truth(syn, scope) for syn in conditions if not ranges_of(syn)):
                kept.append(scope)
        return kept

    def _claim(self, item: Item, k: int, m: int) -> Outcome:
        """The claim that side k and side m of a chain are in their relation."""
        _ = self._loose
        statement = item.statement
        if m >= len(statement.sides):
            error = next((s.error for s in statement.sides if s.error is not None), None)
            return unread(error or UnreadError("nothing stands on one side"))
        left, right = statement.sides[k], statement.sides[m]
        for number, side in ((k, left), (m, right)):
            if side.error is not None:
                return unread(side.error, number)
            if side.syn is None:
                return Outcome("unread", "nothing stands on one side")
        relation = RELATIONS.get(statement.relations[m - 1])
        if relation is None:
            if statement.relations[m - 1] == r"\in":
                return self._membership(item, k, m)
            return Outcome("unread", f"{show(statement.relations[m - 1]).strip()} is no equality")
        self.page.layout = item.layout
        scopes = self._scopes(item, k, m)
        if not scopes:
            return Outcome("unread", "its condition is never met")
        findings: list[Outcome] = []
        skipped: list[str] = []
        for scope in scopes:
            outcome = self._instance(item, k, m, relation, scope)
            where = ", ".join(f"{x} = {n}" for x, n in scope.loops.items())
            if outcome.verdict == "skip":
                skipped.append(where)
                continue
            if where and outcome.verdict in ("false", "unread"):
                outcome.reason = f"for {where}: {outcome.reason or difference(outcome.finding)}"
            findings.append(outcome)
            if outcome.verdict != "holds":
                break
        if not findings:
            return Outcome(
                "unread", f"no layer has all that it speaks of ({skipped[0]})" if skipped else "nothing to test"
            )
        worst = next((f for f in findings if f.verdict != "holds"), findings[-1])
        if worst.verdict == "holds" and len(findings) > 1:
            for f in findings[:-1]:
                assert f.finding is not None
                assert worst.finding is not None
                worst.finding.draws += f.finding.draws
                worst.finding.error = max(worst.finding.error or 0.0, f.finding.error or 0.0)
        return worst

    def _instance(self, item: Item, k: int, m: int, relation: str, scope: Scope) -> Outcome:
        chain = self._chain_rule(item, k, m, scope) if relation == "=" else None
        if chain is not None:
            return chain
        return self._once(item, k, m, relation, scope, self.page.layout)

    def _once(self, item: Item, k: int, m: int, relation: str, scope: Scope, layout: str, tensor: str = "") -> Outcome:
        """Read both sides, settle their shapes, and test them; what was learnt of shapes is forgotten again."""
        page = self.page
        mark, made = len(page.dims.trail), len(page.created)
        page.layout = layout
        solver = Solver(page.dims)
        reading = _Reading(solver, Reader(page, solver, claim=True), k)
        reading.reader.tensor = bool(tensor)
        try:
            return self._read_and_test(reading, item, k, m, relation, scope, mark)
        except (MisfitError, UnreadError) as error:
            if reading.beyond_the_layers(scope):
                return Outcome("skip")
            outcome = unread(error, reading.side)
            outcome.explanation = self._explain(reading)
            return outcome
        except RecursionError:
            return Outcome("unread", "nested too deeply")
        finally:
            self._forget(mark, made)

    def _read_and_test(
        self, reading: _Reading, item: Item, k: int, m: int, relation: str, scope: Scope, mark: int
    ) -> Outcome:
        page, solver, reader = self.page, reading.solver, reading.reader
        reader.elsewhere = unbound(item.statement.sides[m].syn)
        left = reading.left = reader.expression(_syn(item, k), scope)
        reader.elsewhere |= unbound(item.statement.sides[k].syn)
        unknown_left, used_left = dict(reader.unknown), set(reader.used)
        reader.used, reading.side = set(), m
        right = reading.right = reader.expression(_syn(item, m), scope)
        used_right = set(reader.used)
        reading.used = used_left | used_right
        if (strange := self._strange_size(mark)) is not None:
            return strange
        if reading.beyond_the_layers(scope):
            return Outcome("skip")
        for key, shown in reader.unknown.items():
            # A letter that nothing declares may still run through both sides, as x in (x²)′ = 2x.
            if not (key in unknown_left and key in used_right):
                return Outcome("unread", f"{shown} is neither declared nor defined")
        tests = [t for c in item.statement.conditions for t in condition_tests(page, c, reader, scope)]
        self._settle(solver, left, right)
        if (strange := self._strange_size(mark)) is not None:
            return strange
        shapes = (solver.show(left), solver.show(right))
        self._same_shapes(solver, left, right)
        a, b = left.node(), right.node()
        explanation = self._explain(reading)
        if a is b and not reader.tensor:
            return Outcome("unread", "the two sides are the same expression: nothing is claimed")
        if not (page.book.keys_of(a) | page.book.keys_of(b)) and not made_of_operations(a, b):
            return Outcome("unread", "it speaks of nothing but sizes, which are drawn", explanation=explanation)
        axes = {}
        for letter, (axis, dim) in reader.free.items():
            found: Dim = page.dims.find(dim)
            if not (page.dims.is_free(found) and str(found).startswith("?") and found not in page.dims.large):
                axes[axis] = (letter, found)
            elif axis in axes_in(a) | axes_in(b):
                return Outcome("unread", f"the range of the index {letter} is not known", explanation=explanation)
        zero = any(isinstance(n, Number) and n.value == 0 for n in (a, b)) or left.free_zero or right.free_zero
        finding = self.judge.test(Task(a, b, relation, axes, [t.node() for t in tests], zero))
        return Outcome(finding.verdict, finding.reason, finding, shapes=shapes, explanation=explanation)

    def _strange_size(self, mark: int) -> Outcome | None:
        """A size that only this claim names: what it is must not be taken from the claim."""
        dims = self.page.dims
        for where, name in dims.trail[mark:]:
            if where is dims.bound and not name.startswith("?"):
                return Outcome("unread", f"the size {name} is not declared")
        return None

    def _settle(self, solver: Solver, left: Term, right: Term) -> None:
        """Settle the shapes of both sides; how long a 𝟏 or how large an 𝐈 is, the other side may say."""
        solver.propagate()
        literal_zero = left.free_zero or right.free_zero
        one_known = solver.settled(left) != solver.settled(right)
        if ((one_known and not literal_zero) or (not one_known and solver.settled(left))) and solver.same(left, right):
            solver.equate(left, right, "the two sides")
        solver.solve()

    def _same_shapes(self, solver: Solver, left: Term, right: Term) -> None:
        for zero in (left, right):
            if zero.free_zero and solver.scalar(zero):
                return
        if not solver.same(left, right):
            shapes = (solver.show(left), solver.show(right))
            raise MisfitError(f"left {shapes[0]}, right {shapes[1]}", shapes)
        solver.equate(left, right, "the two sides")

    def _explain(self, reading: _Reading) -> list[str]:
        """How both sides were read, bracketed, and every symbol with its shape and where that came from."""
        dims = self.page.dims
        lines = []
        for name, term in (("left ", reading.left), ("right", reading.right)):
            if term is not None:
                lines.append(f"{name}: {term.show} : {reading.solver.show(term)}")
        for key in sorted(reading.used | reading.reader.used):
            info = self.page.infos.get(key)
            if info is not None:
                many = f", {dims.show(info.count)} of them" if info.count is not None else ""
                domain = f", {info.domain}" if info.domain != "real" else ""
                lines.append(f"{info.show} : {dims.show(info.r)}×{dims.show(info.c)}{many}, from {info.origin}{domain}")
        return lines

    def _chain_rule(self, item: Item, k: int, m: int, scope: Scope) -> Outcome | None:
        """A bare chain rule, made of derivatives only, is judged in whichever one layout makes it hold."""
        left, right = item.statement.sides[k].syn, item.statement.sides[m].syn
        assert left is not None
        assert right is not None
        factors = derivative_factors(right)
        if (
            factors is None
            or len(factors) < 2
            or derivative_factors(left) is None
            or len(derivative_factors(left) or ()) != 1
        ):
            return None
        plain = self._once(item, k, m, "=", scope, self.page.layout)
        if plain.verdict in ("holds", "skip"):
            return plain
        named = {"": ("numerator", "denominator"), "numerator": ("numerator",), "denominator": ("denominator",)}
        for layout in named.get(self.page.layout, ("numerator", "denominator")):
            order = factors if layout == "numerator" else factors[::-1]
            turned = product_of(order, right)
            saved = item.statement.sides[m].syn
            item.statement.sides[m].syn = turned
            try:
                outcome = self._once(item, k, m, "=", scope, self.page.layout, tensor=layout)
            finally:
                item.statement.sides[m].syn = saved
            if outcome.verdict == "holds":
                outcome.reading = f"{layout} layout"
                return outcome
        return plain

    def _membership(self, item: Item, k: int, m: int) -> Outcome:
        """``… ∈ ℝ^{K×d}`` of something known claims its shape."""
        page = self.page
        mark, made = len(page.dims.trail), len(page.created)
        shapes = ("", "")
        try:
            for scope in self._scopes(item, k):
                solver = Solver(page.dims)
                reader = Reader(page, solver, claim=True)
                term = reader.expression(_syn(item, k), scope)
                if reader.unknown:
                    return Outcome("unread", f"{next(iter(reader.unknown.values()))} is neither declared nor defined")
                solver.solve()
                r, c, more = set_of(page, _syn(item, m), scope, reader)
                if more.get("domain") not in ("real",):
                    return Outcome("unread", "only shapes are checked of what lies in a set")
                target = Term(r, c, lambda: Number(0))
                shapes = (solver.show(term), solver.show(target))
                if not solver.same(term, target):
                    return Outcome("false", f"shapes: it is {shapes[0]}, not {shapes[1]}", shapes=shapes)
        except (UnreadError, MisfitError) as error:
            return unread(error, k)
        finally:
            self._forget(mark, made)
        return Outcome("holds", f"its shape is {shapes[1]}", shapes=shapes)


def _syn(item: Item, k: int) -> Syn:
    """One side of a claim; that all of them are read was settled before."""
    syn = item.statement.sides[k].syn
    assert syn is not None
    return syn
