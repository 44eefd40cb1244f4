"""What is told of a claim: its verdict, where it stands, and the numbers that make it false."""

from __future__ import annotations

import keyword

from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.items import Item
from mlp_theory.texts.judging.findings import Finding
from mlp_theory.texts.reports.counterexample import Counterexample
from mlp_theory.texts.reports.verdict import Verdict
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.unchecked import UNCHECKED


def verdict_of(item: Item, k: int, outcome: Outcome, compared: int | None = None) -> Verdict:
    """What is told of one link of a chain.

    Parameters
    ----------
    item : Item
    k : int
        The number of the link: it leads from side k to side k + 1.
    outcome : Outcome
    compared : int, optional
        The side that side k + 1 was compared with, where it is another one.
    """
    line, column = item.place(min(k + 1, len(item.statement.sides) - 1) if k else 0)
    part, line = item.source.place_of(line)
    latex, read_as = _equation(item, k, compared)
    finding = outcome.finding
    expects_false = item.expect is not None and item.expect.startswith("false")
    return Verdict(
        line=line,
        column=column,
        latex=latex.strip(),
        kind=outcome.kind,
        why=outcome.why,
        read_as=" ".join(read_as.split()),
        reading=outcome.reading,
        relative_error=finding.error if finding is not None else None,
        draws=finding.draws if finding is not None else 0,
        tag=_tag(item, k),
        expected=(expects_false and outcome.kind is FALSE) or outcome.kind is UNCHECKED,
        shapes=outcome.shapes,
        counterexample=_counterexample(finding),
        pointer=_pointer(item, outcome),
        explanation=tuple(outcome.explanation),
        surprise=expects_false and outcome.kind is not FALSE,
        part=part,
        assumed=outcome.assumed,
        roots=outcome.roots or outcome.grounds.roots,
        letters=outcome.grounds.letters,
    )


def _equation(item: Item, k: int, compared: int | None) -> tuple[str, str]:
    """The link as the page has it, and how it was read."""
    statement = item.statement
    last = len(statement.sides) - 1
    relation = statement.relations[k] if k < len(statement.relations) else "="
    left, right = statement.sides[min(k if compared is None else compared, last)], statement.sides[min(k + 1, last)]
    latex = left.latex.text if not last else f"{left.latex.text} {relation} {right.latex.text}"
    if not last or left.syn is None or right.syn is None:
        return latex, " ".join(latex.split())
    sign = show(relation)
    joined = sign if sign.strip() != relation or relation in ("=", "<", ">") else f" {relation} "
    read_as = f"{show(left.syn).strip()}{joined}{show(right.syn).strip()}"
    if relation == ":" and len(statement.sides) == 3:  # f : ℝ → ℝ is one statement, and no chain of two
        read_as += f"{show(statement.relations[1])}{show(statement.sides[2].syn).strip()}"
        latex += f" {statement.relations[1]} {statement.sides[2].latex.text}"
    return latex, read_as


def _tag(item: Item, k: int) -> str | None:
    """The tag of the link; of a single equation, the one that it has."""
    statement = item.statement
    tag = statement.tags[k] if k < len(statement.tags) else None
    if tag is None and len(statement.relations) <= 1 and statement.tags:
        return statement.tags[-1]
    return tag


def _pointer(item: Item, outcome: Outcome) -> tuple[str, int] | None:
    """The line of source, and the place in it, at which it could not be read."""
    if outcome.at is None:
        return None
    sides = item.statement.sides
    line, column = item.piece.at(sides[min(outcome.side, len(sides) - 1)].latex.place(outcome.at))
    lines = item.source.text.splitlines()
    return (lines[line - 1], max(column - 1, 0)) if 0 < line <= len(lines) else None


def _counterexample(finding: Finding | None) -> Counterexample | None:
    if finding is None or finding.kind is not FALSE:
        return None
    return Counterexample(finding.sizes, finding.entry, finding.values[0], finding.values[1], _values_only(finding))


def _values_only(finding: Finding) -> str:
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
