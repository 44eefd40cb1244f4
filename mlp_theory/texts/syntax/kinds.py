r"""What a piece is, and what stands beside what: ``(x)`` behind a name, a matrix, the terms of a sum."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from mlp_theory.texts.syntax.factors import is_operator
from mlp_theory.texts.syntax.peeling import lone, ungrouped
from mlp_theory.texts.syntax.syn import Syn, nodes


def is_letter(syn: Syn, *letters: str) -> bool:
    """Whether this is a bare letter, one of these where some are given."""
    return syn.kind == "letter" and (not letters or str(syn[0]) in letters)


def is_round(syn: Syn) -> bool:
    """Whether this is a group in round brackets: ``(x)``."""
    return syn.kind == "parens"


def is_call(syn: Syn) -> bool:
    """Whether this is a bracket that holds arguments, when it stands behind a function: ``(x)``, ``[x]``."""
    return syn.kind in ("parens", "brackets")


def is_curly(syn: Syn) -> bool:
    r"""Whether this is a set that is spelled out: ``\{0, 1\}``."""
    return syn.kind == "curly"


def is_matrix(syn: Syn) -> bool:
    """Whether this is written in rows and columns."""
    return syn.kind == "matrix"


def is_function_name(syn: Syn) -> bool:
    r"""Whether TeX has a command for this function: ``\max``, ``\tanh``."""
    return syn.kind == "function"


def is_number(syn: Syn) -> bool:
    """Whether this is a number that is written with digits."""
    return syn.kind == "number"


def chain_in(syn: Syn) -> Syn | None:
    """The relation that stands here, in brackets or not: ``(i = j)``."""
    while (inner := ungrouped(syn)).kind == "parens":
        syn = inner[0]
    return inner if inner.kind == "chain" else None


def summands(syn: Syn) -> list[tuple[int, Syn]]:
    """The terms of a sum with their signs; what is no sum is its only term."""
    syn = ungrouped(syn)
    return list(syn.args) if syn.kind == "sum" else [(1, syn)]


def factors(syn: Syn) -> list[Syn]:
    """What stands side by side in a product; what is no product is its only factor."""
    return list(syn.args) if syn.kind == "term" else [syn]


def neighbours(syn: object) -> Iterator[tuple[Syn, Syn]]:
    """Each two things that stand side by side in a product, anywhere."""
    for node in nodes(syn):
        if node.kind == "term":
            yield from pairwise(node.args)


def in_round_brackets(syn: Syn) -> Syn | None:
    """What stands in round brackets, and nothing beside them: i of ``(i)``."""
    inner = lone(syn)
    return inner[0] if inner.kind == "parens" else None


def is_script(syn: Syn) -> bool:
    """Whether this hangs below or above something."""
    return syn.kind in ("sub", "sup")


def nodes_but(syn: object, stops: Callable[[Syn], bool]) -> Iterator[Syn]:
    """Every node, without those that stop, and all that they hold."""
    todo = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(reversed(node))
        elif isinstance(node, Syn) and not stops(node):
            yield node
            todo.extend(reversed(node.args))


def cut_at(items: list[Syn], *signs: str) -> list[list[Syn]]:
    r"""The factors between these signs: m, and n, of ``m \times n``."""
    runs: list[list[Syn]] = [[]]
    for item in items:
        if is_operator(item, *signs):
            runs.append([])
        else:
            runs[-1].append(item)
    return runs
