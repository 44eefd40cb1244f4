"""The words with which texts write functions and operations: ours, and those that users have registered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.function_record import ELEMENTWISE_WORDS, FUNCTIONS


class OwnWord(NamedTuple):
    """What a user's word stands for.

    Attributes
    ----------
    op : str
        The name of the operation.
    arguments : int
        How many it takes.
    shape : callable
        Of the shapes of the arguments, the shape of the result.
    """

    op: str
    arguments: int
    shape: Callable[[Sequence[tuple[Dim, Dim]]], tuple[Dim, Dim]]


OWN_WORDS: dict[str, OwnWord] = {}
"""Users' operations on whole arrays."""

COLUMN_WORDS = {"softmax", "logsumexp", "lse"}
MATRIX_WORDS = {"tr", "trace", "det", "diag", "vec", "sum", "mean", "max", "min", "norm", "rowsum", "colsum"}


def spoken(word: str) -> str:
    """A word as the tables have it: small letters, without hyphens and spaces."""
    return word.lower().replace("-", "").replace(" ", "")


def varies(word: str) -> bool:
    """Whether people mean different functions by a word, so that a page may say which."""
    return word in ELEMENTWISE_WORDS and FUNCTIONS[ELEMENTWISE_WORDS[word]].varies


def is_word(word: str) -> bool:
    """Whether texts know a function or an operation of this name."""
    return any(word in words for words in (ELEMENTWISE_WORDS, COLUMN_WORDS, MATRIX_WORDS, OWN_WORDS))
