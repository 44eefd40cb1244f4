"""Checking one page: what it says of its symbols is collected, then every equation judged in its order."""

from __future__ import annotations

import contextlib

from mlp_theory.texts.claims.claims import LAYOUTS, RELATIONS, Claims
from mlp_theory.texts.claims.inner_sums import name_inner_sums
from mlp_theory.texts.claims.per_sample import judge_all
from mlp_theory.texts.claims.verdicts import Outcome, defined_by_a_later_side, unread, verdict_of
from mlp_theory.texts.collecting.collect import Collector
from mlp_theory.texts.conventions.code_shapes import code_shapes
from mlp_theory.texts.conventions.losses_passed_on import losses_passed_on
from mlp_theory.texts.conventions.worded_losses import with_worded_losses
from mlp_theory.texts.conventions.worded_shapes import with_worded_shapes
from mlp_theory.texts.items import Item, items_of
from mlp_theory.texts.judging.judge import Judge
from mlp_theory.texts.latex.macros import Macro
from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.latex.statements import Side
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.settings import Settings
from mlp_theory.texts.source.pieces import Directive, Source
from mlp_theory.texts.source.unclosed import displays_in
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import show

IMPLICATIONS = (
    r"\implies", r"\Rightarrow", r"\Longrightarrow", r"\iff", r"\Leftrightarrow", r"\Longleftrightarrow", r"\impliedby",
)  # fmt: skip


class Checker(Claims):
    """Checks one page: collects what it says, then judges every equation in its order."""

    def __init__(self, source: Source, settings: Settings, deeper: int = 0):
        self.source, self.settings = source, settings
        macros: dict[str, Macro] = {}
        items: list[Item] = []
        for shared in settings.shared:
            items += list(items_of(shared, macros, shared.front_matter.get("layout", "").lower(), own=False))
        items += list(items_of(source, macros, source.front_matter.get("layout", "").lower(), own=True))
        items = with_worded_losses(with_worded_shapes(items))
        items = losses_passed_on(items, macros) + code_shapes(source, items, macros) + items
        self.items = items
        self.collector = Collector(items, source.front_matter.get("layout", "").lower())
        self.collector.page.deeper = deeper
        self.collector.page.commutes = any("commutation matri" in s.text.lower() for s in (*settings.shared, source))

    def prepare(self) -> None:
        """Collect what the page says, before anything is judged."""
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
        name_inner_sums(self.page, self.judge)

    def run(self) -> FileReport:
        """Every verdict of the page."""
        self.prepare()
        judged = [item for item in self.items if item.own and item.role != "skip"]
        verdicts = judge_all(self.page, judged, self._verdicts)
        verdicts += self._unclosed()
        verdicts += self._misspelt() if verdicts else []  # on a page without equations no mark means anything
        verdicts += self._required(verdicts)
        return FileReport(self.source.path, tuple(verdicts))

    def _misspelt(self) -> list[Verdict]:
        """A mark with a word that nobody knows would do nothing, in silence."""
        marks = [("layout", self.source.front_matter.get("layout", ""), 1)]
        marks += [(d.kind, d.text, d.line) for d in self.source.pieces_and_directives if isinstance(d, Directive)]
        known = {"layout": LAYOUTS, "expect": ("false",)}
        return [
            Verdict(line, 1, f"{kind}: {text}", "unread", f"{kind} is {' or '.join(known[kind])}", f"{kind}: {text}")
            for kind, text, line in marks
            if kind in known and text.strip() and not text.strip().lower().startswith(known[kind])
        ]

    def _unclosed(self) -> list[Verdict]:
        """A display that is never closed would vanish from the page without a word."""
        marks = list(displays_in(self.source.text))
        if len(marks) % 2 == 0:
            return []
        line = self.source.text.count("\n", 0, marks[-1]) + 1
        return [Verdict(line, 1, "$$", "unread", "a display that is opened or closed by only one $$", read_as="$$")]

    def _verdicts(self, item: Item) -> list[Verdict]:
        statement = item.statement
        if item.unchecked is not None:
            return [
                verdict_of(item, max(k, 0), Outcome("unread", f"unchecked: {item.unchecked}"), unchecked=True)
                for k in range(max(len(statement.relations), 1))
            ]
        if item.role in ("declares", "range"):
            if item.error is not None:
                return [verdict_of(item, 0, unread(item.error))]
            return [verdict_of(item, 0, Outcome("declares", item.note))] if item.role == "declares" else []
        if item.role == "update":
            links = range(1, len(statement.relations))
            claims = [verdict_of(item, k, self.guarded(item, 1, k + 1), 1) for k in links]
            updated = verdict_of(item, 0, self._update(item))
            self.judge.draws.forget()
            return [updated, *claims]
        out = []
        first = 0
        anchor = 0
        if item.role == "defines":
            out.append(verdict_of(item, 0, self._defines(item)))
            first = 1
            pending = item.definition
            if pending is not None and pending.kind == "function":
                anchor = 1 if len(statement.sides) > 2 else 0
        if item.second is not None:
            out.append(verdict_of(item, 1, self._defines(item.second), 1))
            first = 2
        if not item.display and not item.piece.comment:
            return out + self._inline(item, first)
        for k in range(first, len(statement.relations)):
            if item.role == "defines" and item.defined_by == k + 1:
                out.append(verdict_of(item, k, defined_by_a_later_side(statement.sides[k].syn)))
                continue
            if item.names_last and k == len(statement.relations) - 1:
                out.append(verdict_of(item, k, Outcome("defines", "")))
                continue
            # After a link that does not hold, the last side that could be trusted is the one to compare with:
            # so a slip in the middle of a chain is found once, on its own line.
            left = anchor if anchor != k and self._chained_equal(item, anchor, k + 1) else k
            outcome = self.guarded(item, left, k + 1)
            if "more than two axes" in outcome.reason and left and self._chained_equal(item, 0, k + 1):
                # The side before has no value of its own (a chain rule with more axes); the first one has.
                other = self.guarded(item, 0, k + 1)
                if other.verdict in ("holds", "false"):
                    outcome, left = other, 0
            if outcome.verdict == "false":
                outcome = self._excused(item, k, left, [v.verdict for v in out]) or outcome
            if outcome.verdict == "holds":
                anchor = k + 1
            out.append(verdict_of(item, k, outcome, left))
        return out

    def _excused(self, item: Item, k: int, left: int, before: list[str]) -> Outcome | None:
        """Why a link that is not true of every value need not be: it is a requirement, or part of an implication."""
        sides, relations = item.statement.sides, item.statement.relations
        last = sides[k + 1].syn if k + 1 < len(sides) else None
        if left and last is not None and number_of(last) == 0:
            # ∂L/∂w = Xᵀ(Xw − y) = 0 sets the derivative to zero, and not what it was found to be.
            first_side = self.guarded(item, 0, k + 1)
            if first_side.verdict == "unread":
                return first_side
        arrows = [n for n, relation in enumerate(relations) if relation in IMPLICATIONS]
        established = k > min(arrows, default=k) and all(v in ("holds", "defines") for v in before[: arrows[0]])
        if arrows and not established:
            return Outcome("unread", "it stands beside ⇒ or ⇔, and is not true by itself")
        return None

    def guarded(self, item: Item, k: int, m: int) -> Outcome:
        """A claim; whatever goes wrong in it is said of it alone."""
        try:
            return self._claim(item, k, m)
        except RecursionError:
            return Outcome("unread", "nested too deeply")
        except MemoryError:
            return Outcome("unread", "it needs more memory than one equation may")
        except Exception as error:  # the last door: one line must not cost the page
            return Outcome("unread", f"it could not be evaluated ({type(error).__name__})")

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
            outcome = self.guarded(item, 0 if k else k, k + 1)
            if outcome.verdict == "false" and self.collector.constrains(item):
                self._constrain(sides)
                outcome = Outcome("unread", "a constraint, which the values that are drawn do not meet")
                out.append(verdict_of(item, k, outcome))
            if outcome.verdict in ("holds", "false"):
                out.append(verdict_of(item, k, outcome))
        return out

    def _constrain(self, sides: list[Side]) -> None:
        """Remember the given letters of which the prose asks something."""
        bases = {base for side in sides if side.syn is not None for base, _, _ in names_in(side.syn)}
        self.page.constrained |= {
            key for key, info in self.page.infos.items() if info.base in bases and info.kind == "given"
        }

    def _defines(self, item: Item) -> Outcome:
        pending = item.definition
        assert pending is not None
        keys = [key for key, _ in pending.instances]
        broken = next((self.page.infos[key].broken for key in keys if self.page.infos[key].broken), None)
        if item.error is not None and not (
            broken is None and isinstance(item.error, UnreadError) and item.error.reason == "given"
        ):
            return unread(item.error, side=1)
        if broken:
            return Outcome("unread", broken)
        outcome = Outcome("declares" if item.note == "says its size" else "defines", "")
        for key in keys[:1]:
            info = self.page.infos[key]
            outcome.explanation.append(
                f"{info.show} : {self.page.dims.show(info.r)}×{self.page.dims.show(info.c)}, from {info.origin}"
            )
            if info.read_as:
                outcome.explanation.append(f"{info.show} = {info.read_as}")
        return outcome

    def _required(self, verdicts: list[Verdict]) -> list[Verdict]:
        out = []
        for wanted in self.settings.require:
            text = _plain(wanted)
            if not any(v.verdict == "holds" and text in [_plain(s) for s in v.read_as.split(" = ")] for v in verdicts):
                out.append(
                    Verdict(1, 1, wanted, "unread", f"required: no claim about {wanted} that holds", read_as=wanted)
                )
        return out


def _plain(text: str) -> str:
    """The mathematics of a side, without its spaces."""
    if "\\" in text:
        with contextlib.suppress(UnreadError):
            text = show(parse(text))
    return "".join(text.split())
