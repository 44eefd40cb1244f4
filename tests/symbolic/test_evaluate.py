"""Where the evaluator has no value: nan outside of a domain, an error where there is no meaning."""

import numpy as np
import pytest

from mlp_theory.symbolic import Derivative, Entry, EvaluationError, Node, Number, Size
from tests.symbolic.building import ONE, A, I, S, f, op, s, value


@pytest.mark.parametrize(
    ("node", "number"),
    [
        (f("log", s), -1.0),
        (f("log", s), 0.0),
        (f("sqrt", s), -1.0),
        (f("arcsin", s), 2.0),
        (f("arccos", s), -2.0),
        (op("power", s, Number(0.5)), -1.0),
        (op("divide", ONE, s), 0.0),
        (op("power", s, Number(-1.0)), 0.0),
    ],
    ids=["log of −1", "log of 0", "root of −1", "arcsin of 2", "arccos of −2", "(−1)^0.5", "1/0", "0⁻¹"],
)
@pytest.mark.parametrize("derived", [False, True], ids=["value", "derivative"])
def test_outside_of_its_domain_a_function_is_no_number_and_not_0(node, number, derived):
    node = Derivative(node, s, "gradient") if derived else node
    with np.errstate(all="ignore"):
        assert np.isnan(value(node, {"s": np.array([[number]])})).all()


@pytest.mark.parametrize(
    "derived",
    [
        False,
        True,
    ],
    ids=["value", "derivative"],
)
def test_a_singular_matrix_has_no_inverse(derived):
    node = op("trace", op("inverse", S))
    with np.errstate(all="ignore"):
        got = value(Derivative(node, S, "gradient") if derived else node, {"S": np.ones((2, 2))})
    assert np.isnan(got).all()


def test_a_node_without_a_rule_has_no_value():
    class Riddle(Node):
        pass

    with pytest.raises(EvaluationError, match="no value for Riddle"):
        value(Riddle())


def test_an_unbound_index_raises():
    with pytest.raises(EvaluationError, match="bound by nothing"):
        value(Entry(A, I, ONE))


def test_an_unknown_size_raises():
    with pytest.raises(EvaluationError, match="size"):
        value(Size("unheard"))
