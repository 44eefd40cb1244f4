"""The family of errors: what was expected, what came, how to mend it."""

import pickle

import pytest

from mlp_theory import errors
from mlp_theory.errors import DivergenceError, MLPTheoryError, ShapeError, check_count, check_number, check_option

FAMILY = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, MLPTheoryError)]


def test_an_error_says_what_was_expected_what_came_and_how_to_mend_it():
    error = ShapeError("f does not fit", expected="X : (3, n)", got="X : (5, 3)", mend="pass X.T")
    assert str(error) == "f does not fit\n  expected: X : (3, n)\n  got     : X : (5, 3)\n  to mend : pass X.T"
    assert "to mend" not in str(ShapeError("f", expected="a", got="b"))


@pytest.mark.parametrize("kind", FAMILY)
def test_every_error_can_be_caught_as_what_one_expects(kind):
    assert kind is MLPTheoryError or issubclass(kind, (ValueError, TypeError, AssertionError))


@pytest.mark.parametrize("kind", FAMILY)
def test_errors_come_home_from_other_processes(kind):
    error = kind("f", expected="a", got="b", mend="c")
    error.history = [1, 2]
    twin = pickle.loads(pickle.dumps(error))
    assert (type(twin), str(twin), twin.history) == (kind, str(error), [1, 2])


def test_divergence_carries_its_history():
    assert DivergenceError("f", expected="a", got="b").history is None


def test_the_nearest_option_is_named_where_there_is_one():
    with pytest.raises(ValueError, match="did you mean 'relu'"):
        check_option("f", "activation", "ReLu", ["relu", "tanh"])
    with pytest.raises(ValueError, match="one of relu, tanh") as caught:
        check_option("f", "activation", None, ["relu", "tanh"])
    assert "did you mean" not in str(caught.value)


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_a_count_is_an_int(value):
    with pytest.raises(TypeError, match="a whole number"):
        check_count("f", "n", value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1, 1, 10**400])
def test_a_number_keeps_to_its_range(value):
    with pytest.raises(ValueError, match="a number >= 0 and < 1"):
        check_number("f", "x", value, least=0, below=1)
    assert check_number("f", "x", 0, least=0, below=1) == 0.0
