"""The record of a function of one number: where it is defined, how rounding grows, and who knows it."""

from dataclasses import replace

import numpy as np
import pytest

from mlp_theory.symbolic import evaluate
from mlp_theory.symbolic.function_record import (
    ELEMENTWISE_WORDS,
    FUNCTION_OF_LETTER,
    FUNCTIONS,
    Function,
    enter,
    withdraw,
)
from mlp_theory.symbolic.words import is_word, varies
from tests.symbolic.building import f, place, x

CUBE = Function(
    name="cube", words=("cube", "thirdpower"), letter="xi", latex=r"\mathrm{cube}", numpy="{0}**3",
    value=lambda z: z**3, derivative=lambda Z: 3 * Z * Z,
)  # fmt: skip


def test_what_is_entered_is_known_by_every_name_and_then_by_none():
    enter(CUBE)
    try:
        assert FUNCTIONS["cube"] is CUBE
        assert [ELEMENTWISE_WORDS[word] for word in ("cube", "thirdpower")] == ["cube", "cube"]
        assert FUNCTION_OF_LETTER["xi"] == "cube"
        assert is_word("thirdpower")
        assert not varies("cube")
    finally:
        withdraw("cube")
    assert "cube" not in FUNCTIONS
    assert not {"cube", "thirdpower"} & set(ELEMENTWISE_WORDS)
    assert "xi" not in FUNCTION_OF_LETTER


@pytest.mark.parametrize(
    ("between", "outside"),
    [((0, np.inf), [-1.0, 0.0]), ((-np.inf, 2), [2.0, 5.0]), ((-1, 1), [-1.0, 1.0, 3.0])],
)
def test_outside_of_where_it_is_defined_it_is_nan_and_not_even_asked(between, outside):
    low, high = between

    def value(z):
        assert ((z.real > low) & (z.real < high)).all()
        return z**3

    bounded = replace(CUBE, value=value, between=between)
    assert np.isnan(bounded.at(np.array(outside))).all()
    inside = np.array([*outside, 0.5]) + 1e-100j
    assert bounded.at(inside)[-1] == (0.5 + 1e-100j) ** 3
    assert bounded.at(np.array([0.5])).dtype == float


def test_how_rounding_grows_is_measured_where_nobody_says_it():
    places = np.array([-2.0, 0.0, 3.0])
    slope, curvature = CUBE.growth(places)
    assert CUBE.measured
    np.testing.assert_allclose(slope, 3 * places**2, rtol=1e-14)
    assert not curvature.any()
    said = replace(CUBE, slope=lambda z: -3 * z**2, curvature=lambda z: 6 * z)
    assert not said.measured
    np.testing.assert_array_equal(said.growth(places), [3 * places**2, 6 * np.abs(places)])


@pytest.mark.parametrize(
    ("name", "at", "lost"),
    [("tanh", 40.0, True), ("elu", -40.0, True), ("elu", -800.0, True), ("elu", 800.0, False), ("elu", -3.0, False),
     ("gelu", 40.0, False), ("gelu", -50.0, True), ("relu", -40.0, False), ("step", 40.0, False)],
)  # fmt: skip
def test_where_an_argument_leaves_no_trace_that_is_noted_unless_lines_say_so(name, at, lost):
    """ELU(−40) is −1 to all digits, as tanh 40 is 1; ReLU(−40) is 0 by its formula."""
    frame = place({"x": np.array([[at]])})
    evaluate(f(name, x), frame)
    assert frame.absorbed == lost
