"""Planted slips: every small change of a true claim that people really make.

A change is made in the LaTeX of one side; the page around it stays as it is. Changes that give the same
mathematics back (a number transposed, i and j of a symmetric matrix exchanged) are no slips; which they are
is settled by the values of the side before and after, at draws of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mlp_theory.texts.checker import bench_for
from mlp_theory.texts.claims.item_verdicts import verdicts_on
from mlp_theory.texts.collecting.collection import spelled
from mlp_theory.texts.items import Role
from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.statement import Side, side_of
from mlp_theory.texts.settings import Settings
from mlp_theory.texts.source.files import read_file

TRANSPOSE = re.compile(r"\^\{?\s*(?:\\top|\\intercal|T|t|\\mathsf\s*\{?T\}?|\{\\mathsf\s*T\})\s*\}?(?![A-Za-z])")
LETTER = re.compile(
    r"\\(?:mathbf|boldsymbol|vec|hat|bar)\s*\{[^{}]*\}(?:_\{[^{}]*\}|_\w)?|(?<![A-Za-z\\])[A-Z](?![A-Za-z])(?:_\{[^{}]*\}|_\w)?"
)
FRACTION = re.compile(r"\\[td]?frac\s*(?:\{1\}|1)\s*(?:\{(?:2|n|m|N|2n|2m|2N)\}|[2nmN])")


@dataclass(frozen=True)
class Mutant:
    """One side of a claim, changed."""

    kind: str
    before: str
    after: str


def changed_at(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def mutants_of(side: str) -> Iterator[Mutant]:
    """All slips that can be planted in one side."""

    def made(kind: str, after: str) -> Iterator[Mutant]:
        if after != side:
            yield Mutant(kind, side, after)

    yield from made("sign", f"-\\left({side}\\right)")
    yield from made("factor", f"2\\left({side}\\right)")
    for found in TRANSPOSE.finditer(side):
        yield from made("transpose lost", changed_at(side, *found.span(), ""))
    for found in LETTER.finditer(side):
        before = side[max(0, found.start() - 12) : found.start()]
        if re.search(r"(\\partial\s*\{?|_\{?|\^\{?|\\in\s*|\\nabla_?\{?|\{)$", before) or re.match(
            r"\s*[\^'(]", side[found.end() :]
        ):
            continue
        yield from made("transpose added", changed_at(side, *found.span(), f"{{{found.group()}}}^\\top"))
    for found in re.finditer(r"(?<=[^\s({\[=&])\s*([+-])\s*(?=[^}\s])", side):
        sign = found.group(1)
        yield from made("sign", changed_at(side, found.start(1), found.end(1), "-" if sign == "+" else "+"))
    for found in FRACTION.finditer(side):
        yield from made("1/n lost", changed_at(side, *found.span(), ""))
    for found in re.finditer(r"(?<=[A-Za-z}])'", side):
        yield from made("f' lost", changed_at(side, *found.span(), ""))
    for found in re.finditer(r"\^\{?2\}?(?![A-Za-z0-9])", side):
        yield from made("square lost", changed_at(side, *found.span(), ""))
    for found in re.finditer(r"\\odot\s*", side):
        yield from made("⊙ for +", changed_at(side, *found.span(), "+ "))
    for a, b in (("i", "j"), ("i", "k"), ("j", "k"), ("k", "i"), ("j", "i")):
        for found in re.finditer(rf"_\{{?[a-zA-Z0-9,]*?{a}[a-zA-Z0-9,]*\}}?", side):
            if "=" in side[found.end() : found.end() + 2] or re.search(r"\\(sum|prod|max)\s*$", side[: found.start()]):
                continue
            yield from made("index", changed_at(side, *found.span(), found.group().replace(a, b, 1)))
    for pattern, new in (
        (r"l\s*\+\s*1", "l"),
        (r"l\s*-\s*1", "l"),
        (r"L\s*-\s*1", "L"),
        (r"t\s*-\s*1", "t"),
        (r"t\s*\+\s*1", "t"),
    ):
        for found in re.finditer(rf"(?<=[_^{{(\[]){pattern}(?=[\]}})])", side):
            yield from made("layer", changed_at(side, *found.span(), new))
    for found in re.finditer(r"\[([12])\]", side):
        yield from made("layer", changed_at(side, *found.span(), "[2]" if found.group(1) == "1" else "[1]"))
    letters = list(LETTER.finditer(side))
    for one, two in pairwise(letters):
        between = side[one.end() : two.start()]
        if re.fullmatch(r"\s*(\\,)?\s*", between):
            yield from made("order", side[: one.start()] + two.group() + between + one.group() + side[two.end() :])
    if len(letters) > 1:
        for found in letters:
            around = side[max(0, found.start() - 10) : found.start()]
            if not re.search(r"(\\partial\s*\{?|_\{?|\^\{?|\\nabla_?\{?)$", around):
                yield from made("factor lost", changed_at(side, *found.span(), ""))


@dataclass
class Trial:
    """What became of one mutant."""

    path: str
    line: int
    mutant: Mutant
    verdict: str
    reason: str
    elsewhere: tuple[str, ...] = ()
    item: object = None
    side: int = 0


class Laboratory:
    """A page whose claims are changed one at a time."""

    def __init__(self, path, seed: int = 0, draws: int = 6):
        self.path = path
        self.bench = bench_for(read_file(path), Settings(seed=seed, draws=draws))

    def spelled(self, side):
        """A changed side with its names as those of the page are read."""
        return side if side.syn is None else Side(side.latex, spelled(self.bench.collection, side.syn), side.error)

    def claims(self):
        """The displayed claims that are not marked as false, with the number of each right side."""
        for item in self.bench.items:
            if not item.display or item.expect is not None or item.unchecked is not None or not item.own:
                continue
            if item.role not in (Role.CLAIM, Role.DEFINITION):
                continue
            for k in range(1, len(item.statement.sides)):
                if item.role is Role.DEFINITION and k == 1:
                    continue
                if item.role is Role.CLAIM and item.definition is not None and k == len(item.statement.sides) - 1:
                    continue
                yield item, k

    def trials(self) -> Iterator[Trial]:
        """Plant every slip, and see what is said of its own line and of the others of its chain."""
        for item, k in self.claims():
            side = item.statement.sides[k]
            for mutant in mutants_of(side.latex.text):
                other = side_of(LocatedText(mutant.after, [side.latex.place(0)] * len(mutant.after)))
                if other.error is not None:
                    continue
                item.statement.sides[k] = self.spelled(other)
                try:
                    verdicts = verdicts_on(self.bench, item)
                finally:
                    item.statement.sides[k] = side
                own = verdicts[k - 1]
                elsewhere = tuple(
                    f"{v.read_as}: {v.verdict}" for n, v in enumerate(verdicts) if n != k - 1 and not v.kind.passes
                )
                number = self.bench.items.index(item)
                yield Trial(str(self.path), own.line, mutant, own.verdict, own.reason, elsewhere, number, k)

    def still_holds(self, trial: Trial) -> bool:
        """Whether a changed claim holds at the draws of this laboratory too."""
        item = self.bench.items[trial.item]
        side = item.statement.sides[trial.side]
        other = side_of(LocatedText(trial.mutant.after, [0] * len(trial.mutant.after)))
        item.statement.sides[trial.side] = self.spelled(other)
        try:
            return verdicts_on(self.bench, item)[trial.side - 1].kind.confirms
        finally:
            item.statement.sides[trial.side] = side
