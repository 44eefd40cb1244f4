"""Arrays with nothing but numbers in them: a matrix, a column, a list of coordinates."""

from __future__ import annotations

from mlp_theory.texts.syntax.kinds import is_call, is_matrix
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.syn import Syn, nodes


def is_array_of_numbers(syn: Syn) -> bool:
    """Whether it holds a matrix or a list of more entries than one, and no letter."""
    return speaks_of_nothing(syn) and any(_entries(node) > 1 for node in nodes(syn))


def speaks_of_nothing(syn: Syn) -> bool:
    """Whether no name stands in it, but for the T of a transpose."""
    return all(base.letter in ("T", "t", "top") for base, _, _ in names_in(syn))


def _entries(node: Syn) -> int:
    if is_matrix(node):
        return sum(1 for part in nodes(node) if part.kind == "number")
    return len(arguments(node)) if is_call(node) else 0
