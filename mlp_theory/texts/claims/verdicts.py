"""What is told of a claim: the verdict, where it stands, and the numbers that make it false."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass, field

from mlp_theory.texts.items import Item
from mlp_theory.texts.judging.findings import Finding
from mlp_theory.texts.reports.verdict import Counterexample, Verdict
from mlp_theory.texts.shapes.solver import MisfitError
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show


@dataclass
class Outcome:
    """What was found of one claim."""

    verdict: str
    reason: str = ""
    finding: Finding | None = None
    reading: str | None = None
    shapes: tuple[str, str] | None = None
    mend: str | None = None
    at: int | None = None
    explanation: list[str] = field(default_factory=list)
    side: int = 0


def verdict_of(item: Item, k: int, outcome: Outcome, compared: int | None = None, unchecked: bool = False) -> Verdict:
    """What is told of one link of a chain."""
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
        if relation == ":" and len(statement.sides) == 3:  # f : ℝ → ℝ is one statement, and no chain of two
            read_as += f"{show(statement.relations[1])}{show(statement.sides[2].syn).strip()}"
            latex += f" {statement.relations[1]} {statement.sides[2].latex.text}"
    else:
        read_as = " ".join(latex.split())
    pointer = None
    if pointed is not None:
        lines = item.source.text.splitlines()
        if 0 < pointed[0] <= len(lines):
            pointer = (lines[pointed[0] - 1], max(pointed[1] - 1, 0))
    finding = outcome.finding
    counterexample = None
    if finding is not None and finding.verdict == "false":
        counterexample = Counterexample(
            finding.sizes, finding.entry, finding.values[0], finding.values[1], values_only(finding)
        )
    expects_false = item.expect is not None and item.expect.startswith("false")
    tag = statement.tags[k] if k < len(statement.tags) else None
    if tag is None and len(statement.relations) <= 1 and statement.tags:
        tag = statement.tags[-1]
    if outcome.verdict == "false" and outcome.finding is not None and not outcome.reason:
        outcome.reason = "the sides differ" if relation == "=" else "the relation fails"
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
        mend=outcome.mend,
        tag=tag,
        expected=(expects_false and outcome.verdict == "false") or unchecked,
        unchecked=unchecked,
        shapes=outcome.shapes,
        counterexample=counterexample,
        pointer=pointer,
        explanation=tuple(outcome.explanation),
        surprise=expects_false and outcome.verdict != "false",
    )


def values_only(finding: Finding) -> str:
    """The code that repeats a counterexample; where there is none, code that only shows its numbers."""
    if finding.code is not None:
        return finding.code
    if finding.world is None:
        return ""
    lines = ["# This only shows the values: the claim has no plain NumPy here.", "import numpy as np", ""]
    for key, value in sorted(finding.world.leaves.items()):
        name = "".join(c if c.isalnum() else "_" for c in key).strip("_") or "x"
        name += "_" if keyword.iskeyword(name) else ""  # λ is "lambda" in LaTeX
        lines.append(f"{name} = np.array({value.v.real.tolist()!r})")
    lines.append(f"left, right = {finding.values[0]!r}, {finding.values[1]!r}")
    return "\n".join(lines)


def unread(error: Exception, side: int = 0) -> Outcome:
    """What an error says of a claim: its shapes are false, or it is not read."""
    if isinstance(error, UnreadError):
        return Outcome("unread", error.reason, at=error.at, side=side)
    if isinstance(error, MisfitError):
        unknown = _unknown(error.reason)
        if unknown:
            return Outcome("unread", f"the shape of {unknown} is not known: {error.reason}")
        return Outcome("false", f"shapes: {error.reason}", shapes=error.shapes)
    return Outcome("unread", str(error) or type(error).__name__)


def _unknown(reason: str) -> str:
    """What nothing tells the shape of, neither its rows nor its columns, or of an exponent neither of the two."""
    rows, columns = (re.findall(rf"\?\d*{side} of ([^\s×,+]+)", reason) for side in ("rows", "columns"))
    if reason.startswith("an exponent is"):
        return next(iter([*rows, *columns]), "")
    square = re.findall(r"\?\d*(?:rows|columns) of ([^\s×,+]+)×\?\d*(?:rows|columns) of \1(?![^\s×,+])", reason)
    return next((name for name in [*rows, *square] if name in columns or name in square), "")


def defined_by_a_later_side(before: Syn | None) -> Outcome:
    """What the first side that could be read says of the side before it, which could not."""
    items = [a for a in atoms(before) if a.kind != "parens"] if before is not None else []
    if len(items) == 1 and base_of(unscripted(items[0])[0]) is not None:
        return Outcome("defines", "the first side of the chain that could be read")
    return Outcome("unread", "the side before it is not read, and is no name that this could define")
