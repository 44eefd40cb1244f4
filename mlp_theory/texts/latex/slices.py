r"""Rows and columns of a matrix in colon notation, ``A_{1:d,\,:}`` (Golub & Van Loan): its surface.

Rows are counted from 1 and the last one belongs to the range; ``:`` alone is all of them. That is not Python, where
``A[0:d]`` counts from 0 and leaves the last one out: what can only be meant so is not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from mlp_theory.texts.latex.relations import RELATION
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.lists import arguments, list_parts
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, nodes

COLON = "\ue005"
"""A colon between the ends of a range: no relation, as ``f : A \to B``, and no "such that"."""

_BIG = {rf"\{name}" for name in ("sum", "prod", "int", "max", "min", "bigcup", "bigcap", "arg", "sup", "inf", "lim")}
_ACTING = ("T", "inverse", "inverse T", "power")


def mark_colons(visible: Sequence[tuple[str, int]], out: list[str]) -> None:
    """Mark the colons of ranges below a name; where a relation stands too, a colon says "such that"."""
    tokens = [token for token, _ in visible]
    _mark_whole_ranges(tokens, visible, out)
    for k, token in enumerate(tokens[:-1]):
        if token != "_" or tokens[k + 1] != "{" or (k and tokens[k - 1] in _BIG):
            continue
        colons, depth = [], 0
        for m in range(k + 1, len(tokens)):
            depth += (tokens[m] == "{") - (tokens[m] == "}")
            if depth == 0:
                break
            if tokens[m] in RELATION or tokens[m] in ("|", r"\mid", r"\text"):
                colons = []
                break
            if tokens[m] == ":" and depth == 1:
                colons.append(visible[m][1])
        for at in colons:
            out[at] = COLON


def _mark_whole_ranges(tokens: list[str], visible: Sequence[tuple[str, int]], out: list[str]) -> None:
    """``A[i, :]`` and ``A[:, j]``: a colon alone between a bracket and a comma."""
    for k, token in enumerate(tokens[1:-1], 1):
        before, after = tokens[k - 1], tokens[k + 1]
        if token == ":" and ((before == "," and after == "]") or (before == "[" and after == ",")):
            out[visible[k][1]] = COLON


def slice_of(children: list) -> Syn | None:
    r"""``Z_{1:d,\,:}`` of a name and its scripts: the part is taken of the name with all its labels.

    A transpose or a power at the same place stays outside, and the reader has to see what comes first.
    """
    base, *scripts = children
    below = [script for script in scripts if script.kind == "sub" and _has_range(script[0])]
    if len(below) != 1:
        return None
    labels, acting = [], []
    for script in scripts:
        if script is not below[0]:
            acts = script.kind == "sup" and any(kind in _ACTING for kind, _ in scripts_of((script,)).sups)
            (acting if acts else labels).append(script)
    start, end = base.start, max(script.end for script in scripts)
    whole = Syn("scripted", (base, *labels), start, end) if labels else base
    ranges = Syn("ranges", (below[0][0],), below[0].start, below[0].end)
    part = Syn("part", (whole, ranges), start, end)
    return Syn("scripted", (part, *acting), start, end) if acting else part


def ranges_below(part: Syn) -> list[Syn]:
    """What stands between the commas."""
    return arguments(part[1])


def ends_of(span: Syn) -> tuple[Syn | None, Syn | None]:
    """First and last of ``a:b``; None where nothing stands."""
    before: list[Any] = [None]
    after: list[Any] = [None]
    seen = False
    for arg in span.args:
        if isinstance(arg, Syn):
            (after if seen else before).append(arg)
        else:
            seen = True
    return before[-1], after[-1]


def counts_as_python(syns: Iterable[Syn]) -> bool:
    """Whether a range of the page begins at 0 or has one end only: then the others may be meant so too."""
    for syn in syns:
        for node in nodes(syn):
            if node.kind == "span":
                first, last = ends_of(node)
                if (first is None) != (last is None) or (first is not None and number_of(first) == 0):
                    return True
    return False


def _has_range(arg: Syn) -> bool:
    return any(item.kind == "span" for item in list_parts(arg))
