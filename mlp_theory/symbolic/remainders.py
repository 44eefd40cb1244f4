"""What is left of a body when a defined variable is found in it: whether that, too, hides the variable.

With z = W x, ‖z‖² + ‖2W x‖² is a function of z alone, though only its first part shows that. What is left is tested
by numbers: it hides z where W and x can move it only by moving z, although they could move otherwise.
"""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.book import Book, children
from mlp_theory.symbolic.evaluate import evaluate, value_of
from mlp_theory.symbolic.expressions import Derivative, Expectation, Member, Node, Symbol
from mlp_theory.symbolic.steps import STEP, tangent
from mlp_theory.symbolic.values import Array, Value
from mlp_theory.symbolic.world import Frame

MOST_LETTERS = 400
"""So many numbers, of all letters of a definition, are moved; beyond, nothing is said."""

ALONG = 1e-7
"""Relative to its size, what a change of the rest may have beside the changes of the variable."""


def hides_variable(body: Node, key: str, definition: Node, frame: Frame, fixed: Frame) -> bool:
    """Whether the body depends on a variable also where neither its name nor its definition is found.

    Parameters
    ----------
    body, definition : Node
        Of the derivative, and of its variable.
    key : str
        The variable.
    frame : Frame
        Where the body is evaluated.
    fixed : Frame
        The same place, where the variable has a value of its own, also in what it was found in.
    """
    book = fixed.world.book
    letters = _letters(definition)
    if not letters or not _reaches(body, letters, key, fixed) or book.has_derivative(body):
        return False
    values = {letter: value_of(letter, fixed) for letter in sorted(letters)}
    if sum(value.v.size for value in values.values()) > MOST_LETTERS or any(v.axes for v in values.values()):
        return False
    before = fixed.world.take_notes()
    changes = np.concatenate([_change(definition, letter, value, frame) for letter, value in values.items()])
    rest = [_change(body, letter, value, fixed) for letter, value in values.items()]
    saturated = fixed.world.take_notes().absorbed
    fixed.world.recall(before)
    if saturated:
        return False  # what has lost its argument moves with nothing, and another draw decides
    width = max(part.shape[1] for part in rest)
    if any(part.shape[1] not in (1, width) for part in rest):
        return False
    moved = np.concatenate([np.broadcast_to(part, (part.shape[0], width)) for part in rest])
    if not (np.isfinite(changes).all() and np.isfinite(moved).all() and moved.any()):
        return False
    if np.linalg.matrix_rank(changes) == len(changes):
        return False  # they cannot move without moving the variable
    along = changes @ np.linalg.lstsq(changes, moved, rcond=None)[0]
    return bool(np.linalg.norm(moved - along) <= ALONG * np.linalg.norm(moved))


def _letters(definition: Node) -> frozenset[str]:
    """The letters of a definition as it is written; none where it has members, means or derivatives."""
    found, todo = set(), [definition]
    while todo:
        part = todo.pop()
        if isinstance(part, (Member, Expectation, Derivative)):
            return frozenset()
        if isinstance(part, Symbol):
            found.add(part.key)
        todo.extend(children(part))
    return frozenset(found)


def _reaches(body: Node, letters: frozenset[str], key: str, fixed: Frame) -> bool:
    """Whether one of these letters stands in the body, or in what it is made of, other than in the variable."""
    book: Book = fixed.world.book
    seen: set[Node] = set()
    todo = [body]
    while todo:
        part = todo.pop()
        if part in seen or part == Symbol(key):
            continue
        seen.add(part)
        instead = fixed.replaced.get(part)
        if isinstance(instead, Value):
            continue
        if isinstance(part, (Symbol, Member)):
            if part.key in letters:
                return True
            if part.key in book.definitions:
                todo.append(book.definitions[part.key].node)
        todo.extend(children(part) if instead is None else [instead])
    return False


def _change(node: Node, letter: str, value: Value, frame: Frame) -> Array:
    """The change of an expression for each number of a letter: (numbers of the letter, entries)."""
    count, axis = value.v.size, frame.world.axis()
    step = 1j * STEP * np.eye(count).reshape(count, *value.v.shape)
    moved = frame.vary(letter, Value((axis, *value.axes), value.v + step, value.m + step), None)
    found = tangent(evaluate(node, moved))
    if axis not in found.axes:
        return np.zeros((count, 1))
    return np.moveaxis(found.v, found.axes.index(axis), 0).reshape(count, -1)
