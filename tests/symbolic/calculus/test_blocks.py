"""Matrices of blocks and parts of them: how they are written, and that the page is read back."""

import numpy as np
import pytest

from mlp_theory.errors import KindError
from mlp_theory.symbolic import (
    beside,
    dims,
    gradients,
    matrix,
    part,
    row,
    sigmoid,
    squared_norm,
    stack,
    tanh,
    vector,
)
from mlp_theory.symbolic.calculus.writing.writer import latex_of, unicode_of
from mlp_theory.texts.check import check_text
from tests.symbolic.calculus.code.emitted import compiled

d, h, n, K, m = dims("d h n K m")
A, B, X = matrix("A", d, n), matrix("B", h, n), matrix("X", d, n)
W, Y = matrix("W", K, d + h), matrix("Y", K, n)
S = matrix("S", m, m)


def gates():
    """Four gates of one product, as in an LSTM."""
    V, b, C = matrix("V", h + h + h + h, d), vector("b", h + h + h + h), matrix("C", h, n)
    Z = (V @ X + b).named("Z")
    F, U, O, G = (part(Z, top, 0, h, n) for top in (0, h, h + h, h + h + h))
    state = (sigmoid(F) * C + sigmoid(U) * tanh(G)).named("S")
    return squared_norm(sigmoid(O) * tanh(state)), [V, b, C, X]


def convolution():
    """Two neighbouring columns at a time."""
    V = matrix("V", K, d + d)
    neighbours = stack(part(X, 0, 0, d, n - 1), part(X, 0, 1, d, n - 1))
    return squared_norm(V @ neighbours - matrix("T", K, n - 1)), [V, X]


LOSSES = {
    "stacked": lambda: (squared_norm(W @ stack(A, B) - Y), [W, A, B]),
    "beside": lambda: (squared_norm(beside(A, matrix("C", d, K)) @ matrix("D", n + K, h)), [A, matrix("D", n + K, h)]),
    "four blocks": lambda: (squared_norm(stack(beside(S, S.T), beside(S.T, S))), [S]),
    "a part of a stack": lambda: (squared_norm(part(stack(A, B), 1, 0, d, n)), [A, B]),
    "a part in the middle": lambda: (squared_norm(part(S, 1, 2, m - 3, m - 4)), [S]),
    "a part of as many rows as may be": lambda: (squared_norm(part(S, 0, 0, d, h) @ B), [S, B]),
    "a part transposed": lambda: (squared_norm(part(S, 0, 0, d, m).T @ A), [S, A]),
    "one entry": lambda: (squared_norm(A) * part(S, 1, 2, 1, 1), [S, A]),
    "one row": lambda: (squared_norm(part(A, 1, 0, 1, n)), [A]),
    "parts of a column and of a row": lambda: (
        squared_norm(part(vector("b", d + h), d, 0, h, 1)) + squared_norm(part(row("r", n), 0, 1, 1, n - 1)),
        [vector("b", d + h), row("r", n)],
    ),
    "gates": gates,
    "a convolution": convolution,
}


@pytest.mark.parametrize("name", LOSSES)
def test_the_page_is_read_back_and_every_line_holds(name):
    loss, letters = LOSSES[name]()
    derivation = gradients(loss, letters)
    assert derivation.check().ok
    page = derivation.to_markdown()
    verdicts = check_text(page).files[0].verdicts
    assert {v.verdict for v in verdicts} <= {"declares", "defines", "holds"}, page
    assert sum(v.verdict == "holds" for v in verdicts) >= len(letters)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("1:d", "2:d+1"), ("d+1:d+h", "d:d+h-1"), (r"A \\ B", r"B \\ A"), (r"W^\top", "W")],
    ids=["rows too late", "rows too early", "swapped", "not transposed"],
)
def test_a_slip_in_the_page_is_seen(right, wrong):
    page = gradients(*LOSSES["stacked"]()).to_markdown()
    head, backward = page.split("## Backward")
    assert right in backward
    verdicts = check_text(head + "## Backward" + backward.replace(right, wrong)).files[0].verdicts
    assert "false" in {v.verdict for v in verdicts}


def test_a_part_is_written_with_its_rows_and_columns_counted_from_one():
    Z = part(S, d, 0, h, m)
    assert latex_of(Z.node) == r"S_{d+1:d+h,\,:}"
    assert unicode_of(Z.node) == "S_(d+1:d+h, :)"
    assert latex_of(Z.T.node) == r"(S_{d+1:d+h,\,:})^\top"
    assert latex_of(part(S.T, 0, 1, m, 1).node) == r"(S^\top)_{:,\,2}"
    assert latex_of(part(vector("b", m), 2, 0, m - 2, 1).node) == "b_{3:m}"


def test_the_rows_that_are_written_are_those_of_the_code():
    """S_{2:m-1, 3} is S[1:m-1, 2:3]."""
    gradients_of = compiled(gradients(squared_norm(part(S, 1, 2, m - 2, 1)), [S]).to_numpy())
    array = np.arange(25.0).reshape(5, 5)
    loss, _ = gradients_of(array)
    assert loss == np.sum(array[1:4, 2] ** 2)


def test_blocks_may_come_as_one_list():
    assert stack([A, B]).node is stack(A, B).node
    assert beside((A, matrix("C", d, K))).node is beside(A, matrix("C", d, K)).node


@pytest.mark.parametrize("wrong", [[[]], [[[A, B]]], [[A], [B]]], ids=["none", "nested", "two lists"])
def test_lists_of_lists_are_told_what_to_write(wrong):
    with pytest.raises(KindError, match=r"stack\(A, B\)"):
        stack(*wrong)
