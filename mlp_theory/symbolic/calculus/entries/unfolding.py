"""An entry of a long expression, opened by the meaning of its operations until only entries of letters are left."""

from __future__ import annotations

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus.entries import block_meanings as _block_meanings  # noqa: F401 - they enter themselves
from mlp_theory.symbolic.calculus.entries.meaning import is_closed, meaning, word_for
from mlp_theory.symbolic.calculus.entries.terms import Indices, over, substitute, with_parts
from mlp_theory.symbolic.expressions import Derivative, Entry, Index, Node, Over

MOST_SUMS = 200
"""Sums in one entry, each with an index of its own before they have letters."""


def unfold_once(node: Node, indices: Indices) -> tuple[Node, list[str]]:
    """Every entry of an operation opened by one operation, and the words for what was opened; names stay closed."""
    words: list[str] = []

    def change(part: Node) -> Node:
        if isinstance(part, Entry) and not is_closed(part.body):
            new = meaning(part.body, part.i, part.j, indices)
            words.append(word_for(part.body))
            return new
        if isinstance(part, (Entry, Derivative)):
            return part
        return with_parts(part, change)

    return change(node), list(dict.fromkeys(words))


def unfold(node: Node) -> list[tuple[Node, list[str]]]:
    """All forms on the way from an entry to entries of letters, each with the words for what was opened before it.

    The indices of sums are numbered; `lettered` gives them letters.
    """
    indices = Indices((), (f"#{k}" for k in range(MOST_SUMS)))
    forms: list[tuple[Node, list[str]]] = [(node, [])]
    while True:
        new, words = unfold_once(forms[-1][0], indices)
        if new is forms[-1][0]:
            return forms
        forms.append((new, words))


def lettered(node: Node, letters: tuple[str, ...]) -> Node:
    """The same with the letters of sums taken in this order: one sum inside another has the next letter."""
    match node:
        case Over(_, index, _, high, _, body, _):
            if not letters:
                raise OptionError(
                    "This has too many sums inside each other to be written in entries",
                    expected="a letter for each index",
                    got="none left",
                    mend="name a part of the expression",
                )
            name = letters[0]
            inside = lettered(substitute(body, index, Index(f"#{name}")), letters[1:])
            return over(name, high, substitute(inside, f"#{name}", Index(name)))
        case Derivative():
            return node
    return with_parts(node, lambda part: lettered(part, letters))
