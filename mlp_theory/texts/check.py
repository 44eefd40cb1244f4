"""Checking a page: collect what it says of its symbols, then judge every equation."""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass, field

from mlp_theory.symbolic import Call, Dim, Node, Number
from mlp_theory.texts.collect import Collector, Item, UnreadablePageError, _chain_of, items_of, ranges_of
from mlp_theory.texts.files import read_file
from mlp_theory.texts.judge import Finding, Judge, Task
from mlp_theory.texts.markdown import Source, read_source
from mlp_theory.texts.names import atoms, base_of, letters_in, show
from mlp_theory.texts.page import Page
from mlp_theory.texts.reader import Reader, Scope, _in_order
from mlp_theory.texts.report import Counterexample, FileReport, Report, Verdict
from mlp_theory.texts.shapes import MisfitError, Solver, Term
from mlp_theory.texts.statements import Macro, Text
from mlp_theory.texts.syntax import Syn, UnreadError

RELATIONS = {
    "=": "=", r"\equiv": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": "<=", r"\leq": "<=",
    r"\leqslant": "<=", r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=", "≤": "<=", "≥": ">=", ":=": "=", "=:": "=",
    r"\triangleq": "=", r"\coloneqq": "=", r"\coloneq": "=", r"\doteq": "=", r"\eqqcolon": "=", r"\ne": "!=",
    r"\neq": "!=", "≠": "!=",
}  # fmt: skip


@dataclass(frozen=True)
class Settings:
    """How a page is checked.

    Attributes
    ----------
    seed : int
        The same seed, the same draws.
    draws : int
        At how many a claim is tested.
    max_seconds : float
        For one equation.
    shared : tuple of Source
        Pages whose notation holds here too.
    require : tuple of str
        What the page must make a claim about that holds.
    """

    seed: int = 0
    draws: int = 12
    max_seconds: float = 5.0
    shared: tuple[Source, ...] = ()
    require: tuple[str, ...] = ()


def check_text(markdown: str, settings: Settings | None = None) -> Report:
    r"""Judge every equation of a page.

    Parameters
    ----------
    markdown : str
        The page: Markdown with LaTeX in ``$…$`` and ``$$…$$``.
    settings : Settings, optional

    Returns
    -------
    Report
        It prints itself; `assert_ok` raises with the first equation that is false or unread.

    Raises
    ------
    DataError
        When the text is too large, or no text.

    Examples
    --------
    >>> report = check_text(r"Let $x \in \mathbb{R}^d$. $$\ell = x^\top x$$ $$\frac{\partial \ell}{\partial x} = 2x$$")
    >>> [verdict.verdict for verdict in report.files[0].verdicts]
    ['declares', 'defines', 'holds']
    """
    return Report((check_source(read_source(markdown), settings or Settings()),))


def check_file(path: str | os.PathLike[str], settings: Settings | None = None) -> Report:
    """Judge every equation of a file; see `check_text`.

    Raises
    ------
    DataError
        For a file that is missing, too large, or no text in UTF-8.
    """
    return Report((check_source(read_file(path), settings or Settings()),))


def check_source(source: Source, settings: Settings) -> FileReport:
    """Judge every equation of a page that has been read."""
    try:
        return _Checker(source, settings).run()
    except UnreadablePageError as error:
        return FileReport(source.path, (), error=str(error))


@dataclass
class _Side:
    term: Term
    reader: Reader


@dataclass
class _Outcome:
    verdict: str
    reason: str = ""
    finding: Finding | None = None
    reading: str | None = None
    shapes: tuple[str, str] | None = None
    at: int | None = None
    explanation: list[str] = field(default_factory=list)
    side: int = 0


class _Checker:
    def __init__(self, source: Source, settings: Settings):
        self.source, self.settings = source, settings
        macros: dict[str, Macro] = {}
        items: list[Item] = []
        for shared in settings.shared:
            items += list(items_of(shared, macros, shared.front_matter.get("layout", ""), own=False))
        items += list(items_of(source, macros, source.front_matter.get("layout", "").lower(), own=True))
        self.items = items
        self.collector = Collector(items, source.front_matter.get("layout", "").lower())

    def run(self) -> FileReport:
        self.page = self.collector.run()
        self.judge = Judge(
            self.page.book,
            self.page.dims,
            self.page.infos,
            seed=self.settings.seed,
            draws=self.settings.draws,
            seconds=self.settings.max_seconds,
            avoid=frozenset({self.page.depth} if self.page.layers or self.page.layer_tops else ()),
        )
        verdicts: list[Verdict] = []
        for item in self.items:
            if item.own and item.role != "skip":
                verdicts += self._verdicts(item)
        verdicts += self._unclosed()
        verdicts += self._required(verdicts)
        return FileReport(self.source.path, tuple(verdicts))

    def _unclosed(self) -> list[Verdict]:
        """A display that is never closed would vanish from the page without a word."""
        text = re.sub(
            r"```.*?(```|\Z)|`[^`\n]*`|<!--.*?-->",
            lambda m: re.sub(r"[^\n]", " ", m.group()),
            self.source.text,
            flags=re.S,
        )
        marks = [m.start() for m in re.finditer(r"(?<!\\)\$\$", text)]
        if len(marks) % 2 == 0:
            return []
        line = text.count("\n", 0, marks[-1]) + 1
        return [Verdict(line, 1, "$$", "unread", "a display that is opened or closed by only one $$", read_as="$$")]

    # Verdicts --------------------------------------------------------------------------------------------

    def _verdicts(self, item: Item) -> list[Verdict]:
        statement = item.statement
        if item.unchecked is not None:
            return [
                self._verdict(item, max(k, 0), _Outcome("unread", f"unchecked: {item.unchecked}"), unchecked=True)
                for k in range(max(len(statement.relations), 1))
            ]
        if item.role in ("declares", "range"):
            if item.error is not None:
                return [self._verdict(item, 0, self._unread(item.error))]
            return [self._verdict(item, 0, _Outcome("declares", item.note))] if item.role == "declares" else []
        if item.role == "update":
            return [self._verdict(item, 0, self._update(item))]
        out = []
        first = 0
        anchor = 0
        if item.role == "defines":
            out.append(self._verdict(item, 0, self._defines(item)))
            first = 1
            pending = item.definition
            if pending is not None and pending.kind == "function":
                anchor = 1 if len(statement.sides) > 2 else 0
        if not item.display and not item.piece.comment:
            return out + self._inline(item, first)
        last_defines = item.role == "claim" and item.definition is not None
        for k in range(first, len(statement.relations)):
            if last_defines and k == len(statement.relations) - 1:
                out.append(self._verdict(item, k, _Outcome("defines", "")))
                continue
            # After a link that does not hold, the last side that could be trusted is the one to compare with:
            # so a slip in the middle of a chain is found once, on its own line.
            left = anchor if anchor != k and self._chained_equal(item, anchor, k + 1) else k
            outcome = self._guarded(item, left, k + 1)
            if outcome.verdict == "unread" and left and self._chained_equal(item, 0, k + 1):
                # The side before has no value of its own (a chain rule with more axes); the first one has.
                other = self._guarded(item, 0, k + 1)
                if other.verdict in ("holds", "false"):
                    outcome, left = other, 0
            if outcome.verdict == "holds":
                anchor = k + 1
            out.append(self._verdict(item, k, outcome, left))
        return out

    def _guarded(self, item: Item, k: int, m: int) -> _Outcome:
        """A claim; whatever goes wrong in it is said of it alone."""
        try:
            return self._claim(item, k, m)
        except RecursionError:
            return _Outcome("unread", "nested too deeply")
        except MemoryError:
            return _Outcome("unread", "it needs more memory than one equation may")
        except Exception as error:  # the last door: one line must not cost the page
            return _Outcome("unread", f"it could not be evaluated ({type(error).__name__})")

    def _chained_equal(self, item: Item, anchor: int, k: int) -> bool:
        return all(RELATIONS.get(r) == "=" for r in item.statement.relations[anchor:k])

    def _inline(self, item: Item, first: int) -> list[Verdict]:
        """In running text only an = between known things is a claim."""
        statement = item.statement
        out: list[Verdict] = []
        if any(side.syn is None for side in statement.sides):
            return out
        for k in range(first, len(statement.relations)):
            if statement.relations[k] != "=":
                continue
            sides = [statement.sides[0 if k else k], statement.sides[k + 1]]
            names = [atoms(side.syn) for side in sides if side.syn is not None]
            bare = [
                len(n) == 1 and (n[0].kind == "number" or base_of(n[0]) is not None or n[0].kind == "scripted")
                for n in names
            ]
            if all(bare):
                continue  # "when y = 1", "at x = x_0": a case, no claim
            outcome = self._guarded(item, 0 if k else k, k + 1)
            if outcome.verdict in ("holds", "false"):
                out.append(self._verdict(item, k, outcome))
        return out

    def _verdict(
        self, item: Item, k: int, outcome: _Outcome, compared: int | None = None, unchecked: bool = False
    ) -> Verdict:
        statement = item.statement
        side = min(k + 1, len(statement.sides) - 1) if k else 0
        line, column = item.place(side)
        if outcome.verdict == "unread" and outcome.at is not None:
            text = statement.sides[min(outcome.side, len(statement.sides) - 1)].latex
            pointed = item.piece.at(text.place(outcome.at))
        else:
            pointed = None
        relation = statement.relations[k] if k < len(statement.relations) else "="
        left = statement.sides[min(k if compared is None else compared, len(statement.sides) - 1)]
        right = statement.sides[min(k + 1, len(statement.sides) - 1)]
        latex = left.latex.text if len(statement.sides) == 1 else f"{left.latex.text} {relation} {right.latex.text}"
        if len(statement.sides) > 1 and left.syn is not None and right.syn is not None:
            joined = (
                show(relation) if show(relation).strip() != relation or relation in ("=", "<", ">") else f" {relation} "
            )
            read_as = f"{show(left.syn).strip()}{joined}{show(right.syn).strip()}"
        else:
            read_as = " ".join(latex.split())
        pointer = None
        if pointed is not None:
            lines = item.source.text.splitlines()
            if 0 < pointed[0] <= len(lines):
                pointer = (lines[pointed[0] - 1], max(pointed[1] - 1, 0))
            line, column = line, column
        finding = outcome.finding
        counterexample = None
        if finding is not None and finding.verdict == "false":
            counterexample = Counterexample(
                finding.sizes, finding.entry, finding.values[0], finding.values[1], self._numpy(finding, item, k)
            )
        expects_false = item.expect is not None and item.expect.startswith("false")
        tag = statement.tags[k] if k < len(statement.tags) else None
        if tag is None and len(statement.relations) <= 1 and statement.tags:
            tag = statement.tags[-1]
        if outcome.verdict == "false" and outcome.finding is not None and not outcome.reason:
            outcome.reason = _difference(finding)
        return Verdict(
            line=line,
            column=column,
            latex=latex.strip(),
            verdict=outcome.verdict,
            reason=outcome.reason,
            read_as=" ".join(read_as.split()),
            reading=outcome.reading,
            relative_error=finding.error if finding is not None else None,
            draws=finding.draws if finding is not None else 0,
            tag=tag,
            expected=(expects_false and outcome.verdict == "false") or unchecked,
            unchecked=unchecked,
            shapes=outcome.shapes,
            counterexample=counterexample,
            pointer=pointer,
            explanation=tuple(outcome.explanation),
            surprise=expects_false and outcome.verdict != "false",
        )

    def _numpy(self, finding: Finding, item: Item, k: int) -> str:
        del item, k
        if finding.world is None:
            return ""
        lines = ["import numpy as np", ""]
        for key, value in sorted(finding.world.leaves.items()):
            name = "".join(c if c.isalnum() else "_" for c in key).strip("_") or "x"
            lines.append(f"{name} = np.array({value.v.real.tolist()!r})")
        lines.append(f"left, right = {finding.values[0]!r}, {finding.values[1]!r}")
        return "\n".join(lines)

    def _unread(self, error: Exception, side: int = 0) -> _Outcome:
        if isinstance(error, UnreadError):
            return _Outcome("unread", error.reason, at=error.at, side=side)
        if isinstance(error, MisfitError):
            return _Outcome("false", f"shapes: {error.reason}", shapes=error.shapes)
        return _Outcome("unread", str(error) or type(error).__name__)

    def _defines(self, item: Item) -> _Outcome:
        pending = item.definition
        assert pending is not None
        keys = [key for key, _ in pending.instances]
        broken = next((self.page.infos[key].broken for key in keys if self.page.infos[key].broken), None)
        if item.error is not None and not (
            broken is None and isinstance(item.error, UnreadError) and item.error.reason == "given"
        ):
            return self._unread(item.error, side=1)
        if broken:
            return _Outcome("unread", broken)
        outcome = _Outcome("declares" if item.note == "says its size" else "defines", "")
        for key in keys[:1]:
            info = self.page.infos[key]
            outcome.explanation.append(
                f"{info.show} : {self.page.dims.show(info.r)}×{self.page.dims.show(info.c)}, from {info.origin}"
            )
            definition = self.page.book.definitions.get(key)
            del definition
        return outcome

    def _update(self, item: Item) -> _Outcome:
        try:
            for scope in self._scopes(item, 0, 1):
                mark, made = len(self.page.dims.trail), len(self.page.created)
                try:
                    solver = Solver(self.page.dims)
                    reader = Reader(self.page, solver, claim=True)
                    left = reader.expression(item.statement.sides[0].syn, scope)  # type: ignore[arg-type]
                    right = reader.expression(item.statement.sides[1].syn, scope)  # type: ignore[arg-type]
                    solver.solve()
                    if not solver.scalar(right):
                        solver.equate(left, right, "the two sides")
                    elif not solver.scalar(left):
                        raise MisfitError("an update by a number", (solver.show(left), solver.show(right)))
                finally:
                    self._forget(mark, made)
        except (UnreadError, MisfitError) as error:
            return self._unread(error)
        return _Outcome("defines", "an update: the symbol has a new value from here on")

    def _forget(self, mark: int, made: int) -> None:
        page = self.page
        for key in page.created[made:]:
            page.infos.pop(key, None)
        del page.created[made:]
        del page.solver.loose[self._loose :]
        page.dims.undo(mark)

    @property
    def _loose(self) -> int:
        if not hasattr(self, "_loose_count"):
            self._loose_count = len(self.page.solver.loose)
        return self._loose_count

    # Claims ----------------------------------------------------------------------------------------------

    def _scopes(self, item: Item, *sides: int) -> list[Scope]:
        """The layers that a claim speaks of, one scope each."""
        letters: set[str] = set()
        for k in sides:
            syn = item.statement.sides[k].syn
            if syn is not None:
                letters |= set(_free_layers(syn, self.page))
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

    def _claim(self, item: Item, k: int, m: int) -> _Outcome:
        """The claim that side k and side m of a chain are in their relation."""
        _ = self._loose
        statement = item.statement
        if m >= len(statement.sides):
            error = next((s.error for s in statement.sides if s.error is not None), None)
            return self._unread(error or UnreadError("nothing stands on one side"))
        left, right = statement.sides[k], statement.sides[m]
        for number, side in ((k, left), (m, right)):
            if side.error is not None:
                return self._unread(side.error, number)
            if side.syn is None:
                return _Outcome("unread", "nothing stands on one side")
        if item.error is not None and not isinstance(item.error, MisfitError):
            pass
        relation = RELATIONS.get(statement.relations[m - 1])
        if relation is None:
            if statement.relations[m - 1] == r"\in":
                return self._membership(item, k, m)
            return _Outcome("unread", f"{show(statement.relations[m - 1]).strip()} is no equality")
        self.page.layout = item.layout
        scopes = self._scopes(item, k, m)
        if not scopes:
            return _Outcome("unread", "its condition is never met")
        findings: list[_Outcome] = []
        skipped: list[str] = []
        for scope in scopes:
            outcome = self._instance(item, k, m, relation, scope)
            where = ", ".join(f"{x} = {n}" for x, n in scope.loops.items())
            if outcome.verdict == "skip":
                skipped.append(where)
                continue
            if where and outcome.verdict in ("false", "unread"):
                outcome.reason = f"for {where}: {outcome.reason or _difference(outcome.finding)}"
            findings.append(outcome)
            if outcome.verdict != "holds":
                break
        if not findings:
            return _Outcome(
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

    def _instance(self, item: Item, k: int, m: int, relation: str, scope: Scope) -> _Outcome:
        chain = self._chain_rule(item, k, m, scope) if relation == "=" else None
        if chain is not None:
            return chain
        return self._once(item, k, m, relation, scope, self.page.layout)

    def _once(self, item: Item, k: int, m: int, relation: str, scope: Scope, layout: str, tensor: str = "") -> _Outcome:
        page = self.page
        mark, made = len(page.dims.trail), len(page.created)
        page.layout = layout
        side = k
        reader: Reader | None = None
        try:
            solver = Solver(page.dims)
            reader = Reader(page, solver, claim=True)
            reader.tensor = bool(tensor)
            tests: list[Term] = []
            reader.elsewhere = _unbound(item.statement.sides[m].syn)
            left = reader.expression(item.statement.sides[k].syn, scope)  # type: ignore[arg-type]
            reader.elsewhere |= _unbound(item.statement.sides[k].syn)
            unknown_left = dict(reader.unknown)
            used_left = set(reader.used)
            reader.used = set()
            side = m
            right = reader.expression(item.statement.sides[m].syn, scope)  # type: ignore[arg-type]
            used_right = set(reader.used)
            lost = [s for key, s in reader.unknown.items() if not (key in unknown_left and key in used_right)]
            strange = [
                name for where, name in page.dims.trail[mark:] if where is page.dims.bound and not name.startswith("?")
            ]
            if strange:
                return _Outcome("unread", f"the size {strange[0]} is not declared")
            layered = [key for key in reader.unknown if "[" in key and (scope.loops or page.layer_tops)]
            if layered and scope.loops:
                return _Outcome("skip")
            if lost:
                return _Outcome("unread", f"{lost[0]} is neither declared nor defined")
            for condition in item.statement.conditions:
                tests += self._condition(condition, reader, scope)
            solver.propagate()
            shapes = (solver.show(left), solver.show(right))
            if not (left.free_zero or right.free_zero) and solver.settled(left) != solver.settled(right):
                # How long a 𝟏 or how large an 𝐈 is, the other side says.
                if solver.same(left, right):
                    solver.equate(left, right, "the two sides")
            elif solver.settled(left) and solver.same(left, right):
                solver.equate(left, right, "the two sides")
            solver.solve()
            strange = [
                name for where, name in page.dims.trail[mark:] if where is page.dims.bound and not name.startswith("?")
            ]
            if strange:
                return _Outcome("unread", f"the size {strange[0]} is not declared")
            shapes = (solver.show(left), solver.show(right))
            self._same_shapes(solver, left, right)
            a, b = left.node(), right.node()
            explanation = self._explain(left, right, solver, used_left | used_right)
            if a is b and not tensor:
                return _Outcome("unread", "the two sides are the same expression: nothing is claimed")
            if not (page.book.keys_of(a) | page.book.keys_of(b)) and not _made_of_operations(a, b):
                return _Outcome("unread", "it speaks of nothing but sizes, which are drawn", explanation=explanation)
            axes = {}
            for letter, (axis, dim) in reader.free.items():
                found: Dim = page.dims.find(dim)
                if page.dims.is_free(found) and str(found).startswith("?") and found not in page.dims.large:
                    if axis in _axes_in(a) | _axes_in(b):
                        return _Outcome(
                            "unread", f"the range of the index {letter} is not known", explanation=explanation
                        )
                    continue
                axes[axis] = (letter, found)
            zero = any(isinstance(n, Number) and n.value == 0 for n in (a, b)) or left.free_zero or right.free_zero
            task = Task(a, b, relation, axes, [t.node() for t in tests], zero)
            finding = self.judge.test(task)
            return _Outcome(finding.verdict, finding.reason, finding, shapes=shapes, explanation=explanation)
        except MisfitError as error:
            if reader is not None and any("[" in key for key in reader.unknown) and scope.loops:
                return _Outcome("skip")
            shapes = error.shapes
            return _Outcome("false", f"shapes: {error.reason}", shapes=shapes)
        except UnreadError as error:
            if reader is not None and any("[" in key for key in reader.unknown) and scope.loops:
                return _Outcome("skip")
            return self._unread(error, side)
        except RecursionError:
            return _Outcome("unread", "nested too deeply")
        finally:
            self._forget(mark, made)

    def _same_shapes(self, solver: Solver, left: Term, right: Term) -> None:
        for zero, other in ((left, right), (right, left)):
            if zero.free_zero and solver.scalar(zero):
                del other
                return
        if not solver.same(left, right):
            shapes = (solver.show(left), solver.show(right))
            raise MisfitError(f"left {shapes[0]}, right {shapes[1]}", shapes)
        solver.equate(left, right, "the two sides")

    def _condition(self, condition: object, reader: Reader, scope: Scope) -> list[Term]:
        syn = condition.syn  # type: ignore[attr-defined]
        if syn is None:
            if condition.latex.text.strip():  # type: ignore[attr-defined]
                raise UnreadError("a condition that is not read")
            return []
        ranges = ranges_of(syn)
        if ranges:
            for letter, _low, high in ranges:
                if letter in self.page.layers:
                    continue
                if letter in reader.free:
                    top = reader._index(high, scope, top=True)
                    if top.mark is not None and not isinstance(top.mark, tuple):
                        _axis, dim = reader.free[letter]
                        if not reader.dims.unify(dim, top.mark):
                            wanted, found = reader.dims.show(top.mark), reader.dims.show(dim)
                            raise UnreadError(f"the index {letter} runs to {wanted}, but there are {found}")
            return []
        inner = syn
        while inner.kind in ("single", "parens", "braces"):
            inner = inner[-1]
        if inner.kind != "chain":
            letters = letters_in(inner)
            if letters and letters <= (set(reader.free) | set(scope.loops) | set(self.page.layers)):
                return []  # "for all i", "∀ n"
            items = list(atoms(inner))
            if items and all(i.kind in ("text", "word") for i in items):
                raise UnreadError("a condition in words")
            if letters and all(x in self.page.index_letters or self.page.is_size(x) for x in letters):
                return []
            raise UnreadError("a condition that is not read")
        letters = set(_in_order(inner))
        layers = set(self.page.layers) | set(self.page.layer_tops) | set(scope.loops)
        if letters and letters <= layers:
            return []  # decided before: which layers are meant
        return reader.conditions(inner, scope)

    def _explain(self, left: Term, right: Term, solver: Solver, used: set[str]) -> list[str]:
        lines = [f"left : {left.show} : {solver.show(left)}", f"right: {right.show} : {solver.show(right)}"]
        for key in sorted(used):
            info = self.page.infos.get(key)
            if info is not None:
                many = f", {self.page.dims.show(info.count)} of them" if info.count is not None else ""
                shape = f"{self.page.dims.show(info.r)}×{self.page.dims.show(info.c)}"
                domain = f", {info.domain}" if info.domain != "real" else ""
                lines.append(f"{info.show} : {shape}{many}, from {info.origin}{domain}")
        return lines

    # Chain rules -----------------------------------------------------------------------------------------

    def _chain_rule(self, item: Item, k: int, m: int, scope: Scope) -> _Outcome | None:
        """A bare chain rule, made of derivatives only, is judged in whichever one layout makes it hold."""
        left, right = item.statement.sides[k].syn, item.statement.sides[m].syn
        assert left is not None
        assert right is not None
        factors = _derivative_factors(right)
        if (
            factors is None
            or len(factors) < 2
            or _derivative_factors(left) is None
            or len(_derivative_factors(left) or ()) != 1
        ):
            return None
        plain = self._once(item, k, m, "=", scope, self.page.layout)
        if plain.verdict in ("holds", "skip"):
            return plain
        named = {"": ("numerator", "denominator"), "numerator": ("numerator",), "denominator": ("denominator",)}
        for layout in named.get(self.page.layout, ("numerator", "denominator")):
            order = factors if layout == "numerator" else factors[::-1]
            turned = _product_of(order, right)
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

    def _membership(self, item: Item, k: int, m: int) -> _Outcome:
        """``… ∈ ℝ^{K×d}`` of something known claims its shape."""
        page = self.page
        mark, made = len(page.dims.trail), len(page.created)
        shapes = ("", "")
        try:
            for scope in self._scopes(item, k):
                solver = Solver(page.dims)
                reader = Reader(page, solver, claim=True)
                term = reader.expression(item.statement.sides[k].syn, scope)  # type: ignore[arg-type]
                if reader.unknown:
                    return _Outcome("unread", f"{next(iter(reader.unknown.values()))} is neither declared nor defined")
                solver.solve()
                r, c, more = self.collector._set(item.statement.sides[m].syn, scope, reader)  # type: ignore[arg-type]
                if more.get("domain") not in ("real",):
                    return _Outcome("unread", "only shapes are checked of what lies in a set")
                target = Term(r, c, lambda: Number(0))
                shapes = (solver.show(term), solver.show(target))
                if not solver.same(term, target):
                    return _Outcome("false", f"shapes: it is {shapes[0]}, not {shapes[1]}", shapes=shapes)
        except (UnreadError, MisfitError) as error:
            return self._unread(error, k)
        finally:
            self._forget(mark, made)
        return _Outcome("holds", f"its shape is {shapes[1]}", shapes=shapes)

    # Requirements ----------------------------------------------------------------------------------------

    def _required(self, verdicts: list[Verdict]) -> list[Verdict]:
        out = []
        for wanted in self.settings.require:
            text = _plain(wanted)
            if not any(v.verdict == "holds" and text in [_plain(s) for s in v.read_as.split(" = ")] for v in verdicts):
                out.append(
                    Verdict(1, 1, wanted, "unread", f"required: no claim about {wanted} that holds", read_as=wanted)
                )
        return out


def _made_of_operations(*nodes: Node) -> bool:
    """Whether anything is computed but sums and products of sizes and numbers."""
    from mlp_theory.symbolic import Apply, Derivative, Index, Map, Over, Size
    from mlp_theory.symbolic.evaluate import parts_of

    parts = [part for node in nodes for part in parts_of(node)]
    computed = any(isinstance(part, (Over, Derivative, Map, Apply, Index)) for part in parts)
    arrays = any(isinstance(part, Call) and part.op in _ARRAYS for part in parts)
    return computed or arrays or not any(isinstance(part, Size) for part in parts)


_ARRAYS = {"ones", "zeros", "identity", "unit", "blocks", "elementwise", "power", "softmax", "logsumexp"}


def _plain(text: str) -> str:
    from mlp_theory.texts.syntax import parse

    if "\\" in text:
        with contextlib.suppress(UnreadError):
            text = show(parse(text))
    return "".join(text.split())


def _difference(finding: Finding | None) -> str:
    if finding is None:
        return ""
    entry = ", ".join(str(k) for k in finding.entry)
    sizes = ", ".join(
        f"{name} = {size}" for name, size in finding.sizes.items() if not name.startswith(("rows", "columns", "number"))
    )
    return f"entry ({entry}): left {finding.values[0]:.6g}, right {finding.values[1]:.6g}" + (
        f" at {sizes}" if sizes else ""
    )


def _axes_in(node: Node) -> set[str]:
    from mlp_theory.symbolic import Index
    from mlp_theory.symbolic.evaluate import parts_of

    return {part.name for part in parts_of(node) if isinstance(part, Index)}


def _free_layers(syn: Syn, page: Page) -> list[str]:
    """Layer letters that no sum in the expression binds."""
    out: list[str] = []
    todo: list[tuple[object, frozenset[str]]] = [(syn, frozenset())]
    while todo:
        node, bound = todo.pop()
        if isinstance(node, tuple):
            todo.extend((x, bound) for x in node)
            continue
        if not isinstance(node, Syn):
            continue
        if node.kind == "letter":
            base = base_of(node)
            if base is not None and base.letter in page.layers and base.letter not in bound and base.letter not in out:
                out.append(base.letter)
            continue
        if node.kind == "term":
            inner = bound
            for part in node.args:
                if part.kind == "scripted" and part[0].kind == "bigop":
                    sub = next((p[0] for p in part.args[1:] if p.kind == "sub"), None)
                    if sub is not None:
                        names = _in_order(sub)
                        inner = inner | frozenset(names[:1])
                        sup = next((p[0] for p in part.args[1:] if p.kind == "sup"), None)
                        if sup is not None:
                            todo.append((sup, bound))
                        todo.append((sub, inner))
                    continue
                todo.append((part, inner))
            continue
        todo.extend((x, bound) for x in node.args)
    return out


def _unbound(syn: Syn | None) -> set[str]:
    """Letters of scripts that no sum of this side binds."""
    used: set[str] = set()
    bound: set[str] = set()
    todo: list = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(node)
        elif isinstance(node, Syn):
            if node.kind == "scripted" and node[0].kind == "bigop":
                for part in node.args[1:]:
                    if part.kind == "sub":
                        bound.update(_in_order(part))
            elif node.kind == "sub":
                used.update(_in_order(node))
            todo.extend(node.args)
    return used - bound


def _derivative_factors(syn: Syn) -> list[Syn] | None:
    """The factors of a product of derivatives; None when anything else stands there."""
    inner = syn
    while inner.kind in ("single", "braces") or (inner.kind == "list" and len(inner.args) == 1):
        inner = inner[-1]
    if inner.kind != "sum" or len(inner.args) != 1 or inner[0][0] != 1:
        return None
    out = []
    for item in inner[0][1].args:
        if item.kind == "infix" and str(item[0]) in (r"\cdot", r"\times"):
            continue
        if item.kind != "frac":
            return None
        top = atoms(item[1])
        first = top[0][0] if top and top[0].kind == "scripted" else top[0] if top else None
        base = base_of(first) if first is not None else None
        if first is None or not (first.kind == "partial" or (base is not None and base.letter == "d")) or len(top) < 2:
            return None
        out.append(item)
    return out or None


def _product_of(factors: list[Syn], like: Syn) -> Syn:
    term = Syn("term", tuple(factors), like.start, like.end)
    return Syn("sum", ((1, term),), like.start, like.end)


__all__ = ["Settings", "Text", "_chain_of", "check_file", "check_source", "check_text"]
