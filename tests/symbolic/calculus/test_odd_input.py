"""Deep, long and odd losses: they are derived, or refused with an error of the library."""

import numpy as np
import pytest

from mlp_theory.errors import MLPTheoryError
from mlp_theory.symbolic import (
    Expression,
    Number,
    beside,
    diag,
    dims,
    function,
    gradients,
    inner,
    kron,
    matrix,
    mean,
    part,
    power,
    scalar,
    simplify,
    squared_norm,
    stack,
    tanh,
    vector,
)
from mlp_theory.symbolic.calculus import algebra as al
from tests.symbolic.calculus.networks import K, classifier, d, h, n

W, X, s = matrix("W", K, d), matrix("X", d, n), scalar("s")


@pytest.mark.sweep
def test_two_thousand_layers_are_derived_and_written():
    g = gradients(*classifier(2000))
    assert len(g) == 4000
    for text in (str(g), g.to_latex(), g.to_markdown()):
        assert len(text) > 100_000


def test_three_hundred_layers_without_names_grow_as_their_number():
    def length(depth):
        A, weights = X, []
        for layer in range(depth):
            weights.append(matrix(f"W_{layer}", h, h if layer else d))
            A = tanh(weights[-1] @ A)
        return len(gradients(squared_norm(A), weights).to_latex(steps=False))

    assert length(300) < 60 * length(10)  # names of three digits are longer


def test_a_network_unrolled_over_fifty_steps_shares_its_weights():
    W_hh, W_hx, state = matrix("W_hh", h, h), matrix("W_hx", h, d), vector("h_0", h)
    for step in range(1, 51):
        state = tanh(W_hh @ state + W_hx @ vector(f"x_{step}", d)).named(f"h_{step}")
    report = gradients(squared_norm(state), [W_hh, W_hx]).check(draws=1)
    assert report.ok, report


@pytest.mark.sweep
def test_a_parameter_in_a_hundred_places_is_added_up():
    loss = squared_norm(W)
    for k in range(1, 100):
        loss = loss + squared_norm(k * W)
    g = gradients(loss, [W])
    assert g.check(draws=1).ok


def test_a_common_factor_of_ones_is_not_taken_out_again_and_again():
    """s 1 1ᵀ + t 1 1ᵀ once went round for ever, as soon as a loss had eight terms."""
    repeated = scalar("t") * matrix("E", 2, 2) * 0 + s
    assert al.shape_of(simplify((repeated + scalar("t")).node)) == (2, 2)


def test_a_sum_of_thousands_of_terms_is_long_and_no_endless_rewriting():
    total = al.plus(*(matrix(f"W_{k}", K, d).T.T.node for k in range(2500)))
    simple = simplify(total)
    assert al.shape_of(simple) == ("K", "d")
    loss = W
    for _ in range(2000):
        loss = loss + W
    gradients(squared_norm(loss @ X), [W])


@pytest.mark.parametrize(
    ("loss", "by"),
    [
        (squared_norm(matrix("A", 2, 3) @ matrix("B", 3, 4)), matrix("A", 2, 3)),
        (squared_norm(matrix("A", 1, 1) @ matrix("B", 1, 1)), matrix("A", 1, 1)),
        (mean(matrix("A", 1, d) @ matrix("B", d, 1)), matrix("A", 1, d)),
        (squared_norm(W.named("Q") @ X), W),
        (squared_norm((W @ X).named("Y").named("Z")), W),
        (squared_norm(matrix("L", K, d)), matrix("L", K, d)),
        (scalar("L"), scalar("L")),
        (s.named("L"), s),
        (squared_norm(matrix("W", n - 5, n)), matrix("W", n - 5, n)),
        (squared_norm(part(W, 1, 0, K - 1, d)), W),
        (squared_norm(np.float64(2) * W) + squared_norm(np.int64(2) * W), W),
    ],
    ids=str,
)
def test_what_is_odd_but_right_is_derived_and_holds(loss, by):
    report = gradients(loss, [by]).check()
    assert report.ok, report


def test_what_is_wanted_twice_is_given_once():
    assert len(gradients(squared_norm(W @ X), [W, W])) == 1


def test_names_that_are_taken_are_not_given_again():
    taken = [matrix(name, h, n) for name in ("Delta_1", "Z_bar_1", "V_1", "P", "G")]
    Z = (matrix("W_1", h, d) @ X).named("Z_1")
    loss = squared_norm(tanh(Z) + Z)
    for other in taken:
        loss = loss + squared_norm(other * Z)
    g = gradients(loss, [matrix("W_1", h, d)])
    given = [line.name.key for line in g.lines if line.name] + [named.key for named in g.definitions]
    letters = {"Delta_1", "Z_bar_1", "V_1", "P", "G", "W_1", "X"}
    assert len(set(given)) == len(given)
    assert not letters & set(given)
    assert g.check().ok


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: gradients(Expression(Number(3.0)), [W]),
        lambda: gradients(squared_norm(W), None),
        lambda: gradients(squared_norm(W), 3),
        lambda: gradients(squared_norm(W), "W"),
        lambda: gradients(squared_norm(W.named("W") @ X), [W]),
        lambda: gradients(squared_norm(function("W")(W @ X)), [W]),
        lambda: float("nan") * W,
        lambda: float("inf") * W,
        lambda: 10**400 * W,
        lambda: W / 0,
        lambda: 1 / Expression(Number(0.0)),
        lambda: power(W, float("nan")),
        lambda: power(3, "x"),
        lambda: s**s,
        lambda: mean("W"),
        lambda: inner(W, None),
        lambda: stack(),
        lambda: beside(W, "X"),
        lambda: kron(W, None),
        lambda: diag([1]),
        lambda: dims(3),
        lambda: matrix("W", n - n, 2),
        lambda: matrix("W", n - (n + 2), 2),
        lambda: matrix("W", 2.0, 2),
        lambda: np.ones((2, 2)) @ W,
    ],
)
def test_what_is_wrong_is_refused_by_the_library(wrong):
    with pytest.raises(MLPTheoryError):
        wrong()


def test_a_number_too_large_to_be_one_is_left_as_a_power():
    huge = Expression(Number(1e300)) ** 2 * s
    assert "1e+300" in str(gradients(huge, [s])[s])


@pytest.mark.parametrize(
    ("size", "same"),
    [
        (3 * h, h + h + h),
        (h * 3 - 1, h + h + h - 1),
        (2 * h + 1, h + h + 1),
        (4 * (h + d), 4 * h + 4 * d),
        (h * d, d * h),
    ],
    ids=["3h", "3h − 1", "2h + 1", "4(h + d)", "h·d"],
)
def test_sizes_are_counted_with(size, same):
    assert matrix("W", size, n).shape == matrix("W", same, n).shape
    loss = squared_norm(matrix("W", size, d) @ matrix("X", d, n))
    assert gradients(loss, [matrix("W", size, d)]).check().ok


@pytest.mark.parametrize(
    "size", [h / 2, 0 * h, h - h, -1 * h, -2 * h - 1, 2.5 * h, squared_norm(matrix("W", h, n))], ids=str
)
def test_what_is_no_size_is_refused(size):
    with pytest.raises(MLPTheoryError, match="expected: a dimension"):
        matrix("W", size, n)
