"""Sums and products taken apart: terms with their signs, factors side by side, each two that are neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mlp_theory.texts.syntax.factors import is_operator
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
