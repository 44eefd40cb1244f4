"""Symbols that are defined: a variable wherever they, or their definitions, stand."""

import numpy as np

from mlp_theory.symbolic import (
    Book,
    Definition,
    Derivative,
    Dimensions,
    Frame,
    Index,
    Member,
    Number,
    Symbol,
    World,
    evaluate,
)
from tests.symbolic.building import TWO, A, B, arrays, f, op, plus, value, x, z


def test_a_defined_symbol_is_independent_where_it_stands():
    """L = ‖Z‖², Z = A B: ∂L/∂Z is 2Z, not a derivative through A."""
    given = arrays(11)
    definitions = {"Z": op("matmul", A, B), "L": op("squared norm", Symbol("Z"))}
    got = value(Derivative(Symbol("L"), Symbol("Z"), "gradient"), given, definitions)
    np.testing.assert_allclose(got, 2 * given["A"] @ given["B"], rtol=1e-13)


def test_a_defined_symbol_is_independent_where_its_definition_stands():
    """The loss spells out A B, and Z = A B: ∂L/∂Z takes the spelled-out product as Z."""
    given = arrays(11)
    definitions = {"Z": op("matmul", A, B), "L": op("squared norm", op("matmul", A, B))}
    got = value(Derivative(Symbol("L"), Symbol("Z"), "gradient"), given, definitions)
    np.testing.assert_allclose(got, 2 * given["A"] @ given["B"], rtol=1e-13)


def test_the_derivative_runs_through_definitions():
    given = arrays(11)
    definitions = {
        "Z": op("matmul", A, B),
        "H": f("tanh", Symbol("Z")),
        "L": op("total", op("power", Symbol("H"), TWO)),
    }
    got = value(Derivative(Symbol("L"), A, "gradient"), given, definitions)
    H = np.tanh(given["A"] @ given["B"])
    np.testing.assert_allclose(got, (2 * H * (1 - H**2)) @ given["B"].T, rtol=1e-11, atol=1e-13)


def test_a_symbol_beside_its_own_definition_counts_twice():
    """∂(zᵀz + (Ax)ᵀz)/∂z for z = A x: both z and A x are the variable."""
    given = {"A": arrays()["A"], "x": arrays()["x"]}
    definitions = {"z": op("matmul", A, x)}
    product = op("matmul", op("transpose", op("matmul", A, x)), z)
    got = value(Derivative(plus(op("squared norm", z), product), z, "gradient"), given, definitions)
    np.testing.assert_allclose(got, 4 * given["A"] @ given["x"], rtol=1e-13)


def test_a_family_may_be_defined_by_its_index():
    given = arrays(12)
    book = Book({"q": Definition(op("times", Index("k"), Member("X", Index("k"))), "k", 5)})
    frame = Frame(World(book, Dimensions(), {}, lambda key, _rng: given[key], seed=0))
    np.testing.assert_allclose(evaluate(Member("q", Number(4.0)), frame).v, 4 * given["X"][3], rtol=1e-15)
