r"""Sums and products taken apart: terms with their signs, factors side by side, the sides of ``m \times n``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mlp_theory.texts.syntax.factor_kinds import big_operator, is_operator
from mlp_theory.texts.syntax.peeling import ungrouped
from mlp_theory.texts.syntax.syn import Syn, nodes


def summands(syn: Syn) -> list[tuple[int, Syn]]:
    """The terms of a sum with their signs; what is no sum is its only term."""
    syn = ungrouped(syn)
    return list(syn.args) if syn.kind == "sum" else [(1, syn)]


def factors(syn: Syn) -> list[Syn]:
    """What stands side by side in a product; what is no product is its only factor."""
    return list(syn.args) if syn.kind == "term" else [syn]


def cut_at(items: list[Syn], *signs: str) -> list[list[Syn]]:
    r"""The factors between these signs: m, and n, of ``m \times n``."""
    runs: list[list[Syn]] = [[]]
    for item in items:
        if is_operator(item, *signs):
            runs.append([])
        else:
            runs[-1].append(item)
    return runs


def neighbours(syn: object) -> Iterator[tuple[Syn, Syn]]:
    """Each two things that stand side by side in a product, anywhere."""
    for node in nodes(syn):
        if node.kind == "term":
            yield from pairwise(node.args)


def starts_with_sign(item: Syn) -> bool:
    """``{+ 1}`` behind a factor: TeX shows x + 1, so it is no product."""
    inner = ungrouped(item)
    if inner.kind == "font":
        return starts_with_sign(inner[-1])
    return inner is not item and inner.kind == "sum" and (inner[0][0] != 1 or inner.start < inner[0][1].start)


def signs_joined(syn: Syn) -> Syn:
    r"""``\sum_i -x_i`` and ``a \cdot -b``: a sign behind an operator belongs to what follows."""
    pairs: list[tuple[int, Syn]] = []
    for sign, term in syn.args:
        if pairs and sign != 0:
            before, last = pairs[-1]
            end = last[-1] if last.kind == "term" else last
            if is_operator(end) or big_operator(end) is not None:
                group = Syn("parens", (Syn("sum", ((sign, term),), term.start, term.end),), term.start, term.end)
                pairs[-1] = (before, Syn("term", (*last.args, group), last.start, term.end))
                continue
        pairs.append((sign, term))
    return Syn("sum", tuple(pairs), syn.start, syn.end) if len(pairs) != len(syn.args) else syn


def sides_of_cross(items: list[Syn]) -> tuple[Syn, Syn] | None:
    r"""What stands before and after the one × of ``h \times n``; None where it is no such size."""
    cross = [k for k, item in enumerate(items) if is_operator(item, r"\times")]
    if len(cross) != 1 or cross[0] in (0, len(items) - 1):
        return None
    before, after = items[: cross[0]], items[cross[0] + 1 :]
    return (
        Syn("term", tuple(before), before[0].start, before[-1].end),
        Syn("term", tuple(after), after[0].start, after[-1].end),
    )
