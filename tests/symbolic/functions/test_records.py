"""Our functions of one number: every record against NumPy and SciPy, in each of the places that read it."""

import math
from dataclasses import replace

import numpy as np
import pytest

import mlp_theory.symbolic as s
from mlp_theory.errors import LawError
from mlp_theory.symbolic import Expression, at_arrays, matrix
from mlp_theory.symbolic.calculus.applied import applied, derivative_at
from mlp_theory.symbolic.calculus.code.templates import function_template, helpers
from mlp_theory.symbolic.calculus.own.entrywise import Entrywise
from mlp_theory.symbolic.calculus.own.operation import RegisteredOperation
from mlp_theory.symbolic.calculus.own.proof import prove
from mlp_theory.symbolic.expressions import Number
from mlp_theory.symbolic.function_record import FUNCTIONS
from mlp_theory.texts.check import check_text
from tests.symbolic.calculus.plain import FUNCTIONS as ORACLES

OURS = [f for f in FUNCTIONS.values() if f.name in ORACLES]
EVERY = pytest.mark.parametrize("f", OURS, ids=lambda f: f.name)
Z = matrix("Z", 1, 41)


def places(f):
    """Numbers for which it is defined, on both sides of 0 where it can be, and none too near to it."""
    far = 1.3 if f.name == "tan" else 3.0  # it has a pole at π/2
    low, high = (float(np.clip(end, -far, far)) for end in f.between)
    x = np.linspace(low, high, 43)[1:-1]
    return x[np.newaxis, np.abs(x) > 1e-3]


def at(f, x):
    """What the evaluator makes of it."""
    return at_arrays(applied(f.name, matrix("Z", *x.shape)), {"Z": x})


def derivative(f, x):
    """What the engine makes of its derivative; nothing is a zero."""
    found = derivative_at(f, matrix("Z", *x.shape).node)
    return np.zeros_like(x) if found is None else np.broadcast_to(at_arrays(Expression(found), {"Z": x}), x.shape)


def slope_of(function, x):
    """A derivative by differences of fourth order."""
    h = 1e-4
    return (8 * (function(x + h) - function(x - h)) - function(x + 2 * h) + function(x - 2 * h)) / (12 * h)


def prove_record(f):
    return prove(RegisteredOperation(Entrywise(f), ("Z",)), f.kink)


def verdicts(page):
    return [v.verdict for v in check_text(page).files[0].verdicts]


def test_every_function_has_an_oracle_and_a_name_among_the_public_ones():
    assert set(ORACLES) == set(FUNCTIONS)
    for name in FUNCTIONS:
        public = getattr(s, name if name != "abs" else "abs_")
        assert public.__name__ in s.__all__
        assert public.__doc__
        assert public(Z).node is applied(name, Z).node


@EVERY
def test_its_value_is_that_of_the_textbook(f):
    x = places(f)
    np.testing.assert_allclose(at(f, x), ORACLES[f.name](x), rtol=1e-13, atol=1e-15)


@EVERY
def test_it_is_nan_where_it_is_not_defined(f):
    for end in f.between:
        if math.isfinite(end):
            assert np.isnan(at(f, np.array([[end, end + np.sign(end - 0.5)]]))).all()
    assert np.isfinite(at(f, places(f))).all()


@EVERY
def test_its_derivative_is_that_of_differences(f):
    x = places(f)
    np.testing.assert_allclose(derivative(f, x), slope_of(ORACLES[f.name], x), rtol=1e-8, atol=1e-8)


@EVERY
def test_its_derivative_is_proved_as_a_users_is(f):
    prove_record(f)


@EVERY
@pytest.mark.parametrize(
    "wrong",
    [
        lambda right: lambda z: 1.001 * right(z) if right(z) is not None else 0.001,
        lambda right: lambda z: -right(z) if right(z) is not None else 1.0,
        lambda right: lambda z: right(z) + 1e-6 if right(z) is not None else 1e-6,
    ],
    ids=["a factor", "the sign", "a summand"],
)
def test_a_wrong_derivative_of_it_is_caught(f, wrong):
    with pytest.raises(LawError, match="pullback is not that of"):
        prove_record(replace(f, derivative=wrong(f.derivative)))


@EVERY
def test_slope_and_curvature_bound_how_rounding_errors_grow(f):
    x = places(f)
    slope, curvature = f.growth(x)
    assert (slope >= (1 - 1e-6) * np.abs(slope_of(ORACLES[f.name], x)) - 1e-9).all()
    assert (curvature >= (1 - 1e-6) * np.abs(slope_of(lambda x: derivative(f, x), x)) - 1e-7).all()
    assert (slope <= 1.01 * np.abs(slope_of(ORACLES[f.name], x)) + 1e-6).all() or f.name == "abs"


@EVERY
def test_where_it_has_a_kink_it_says_so(f):
    """A slope, or the slope of the slope, jumps there; of the others neither jumps at 0, where formulas change."""
    low, high = f.between
    if not low < 0 < high:
        return
    around = np.array([[-1e-9, 1e-9]])
    first = derivative(f, around)
    second = slope_of(lambda x: derivative(f, x), np.array([[-1e-3, 1e-3]]))
    values = at(f, around)
    jumps = [abs(np.diff(y).item()) > 0.1 for y in (values, first, second)]
    assert any(jumps) == (f.kink is not None)


@EVERY
def test_a_straight_one_has_no_curvature(f):
    assert f.straight == (f.kink is not None and not f.growth(places(f))[1].any())


@EVERY
def test_its_numpy_runs_and_is_its_value(f):
    x = places(f)
    space = {"np": np, "math": math, "Z": x}
    called = function_template(f.name).partition("(")[0]
    exec(helpers().get(called, ""), space)
    np.testing.assert_allclose(eval(function_template(f.name).format("Z"), space), at(f, x), rtol=1e-13, atol=1e-15)


@EVERY
def test_what_it_is_written_as_is_read_as_itself(f):
    domain = {(0, np.inf): r"\mathbb{R}_{>0}^n", (-1, 1): "(-1, 1)^n"}.get(f.between, r"\mathbb{R}^n")
    z = s.vector("z", s.dims("n")[0])
    written = applied(f.name, z).to_latex()
    spelt = [rf"\mathrm{{{word}}}(z)" for word in f.words]
    spelt += [rf"\mathrm{{{f.words[0].upper()}}}(z)", rf"\operatorname{{{f.words[0]}}}(z)"]
    spelt += [rf"\{command}(z)" for command in f.commands] + [f"{plain}(z)" for plain in f.plain]
    spelt += [rf"\{f.letter}(z)"] if f.letter else []
    page = rf"Let $z \in {domain}$. $$y = \mathrm{{{f.words[0]}}}(z)$$"
    right = "".join(f"$$y = {one}$$" for one in [written, *spelt])
    wrong = "".join(f"$$y = 1.001 {one}$$" for one in [written, *spelt])
    assert verdicts(page + right)[2:] == ["holds"] * (1 + len(spelt))
    assert verdicts(page + wrong)[2:] == ["false"] * (1 + len(spelt))


@EVERY
def test_its_exact_values_are_exact(f):
    for x, y in f.exact.items():
        if f.between[0] < x < f.between[1]:
            assert at(f, np.array([[x]])).item() == y
        assert s.simplify(applied(f.name, Expression(Number(x))).node) is Number(y)


@EVERY
def test_it_unfolds_to_itself(f):
    if f.unfolded is not None:
        x = places(f)
        unfolded = at_arrays(f.unfolded(matrix("Z", *x.shape)), {"Z": x})
        np.testing.assert_allclose(unfolded, at(f, x), rtol=1e-13)
