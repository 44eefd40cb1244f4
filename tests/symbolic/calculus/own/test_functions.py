"""Functions of one number of users' own: two lines, proved on registration; and what a value loses is measured."""

import numpy as np
import pytest

from mlp_theory.errors import DataError, KindError, LawError
from mlp_theory.symbolic import (
    cos,
    differential,
    exp,
    forget,
    gradients,
    matrix,
    mean,
    power,
    register_function,
    sigmoid,
    sin,
    softplus,
    step,
    tanh,
)
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.expressions import Call
from mlp_theory.symbolic.function_record import FUNCTIONS
from mlp_theory.texts.check import check_text
from tests.symbolic.calculus.mutants import Damage, with_damages
from tests.symbolic.calculus.networks import K, d, n
from tests.symbolic.calculus.own.operations import nothing_is_left_of

W, X = matrix("W", K, d), matrix("X", d, n)


def mish_slope(Z):
    return tanh(softplus(Z)) + Z * sigmoid(Z) * (1 - power(tanh(softplus(Z)), 2))


def verdicts(page):
    return [verdict.verdict for verdict in check_text(page).files[0].verdicts]


def test_a_function_of_one_number_takes_two_lines():
    gauss = register_function("gauss", lambda Z: np.exp(-Z * Z), lambda Z: -2 * Z * exp(-Z * Z))
    try:
        g = gradients(mean(gauss(W @ X)), [W])
        assert g.check().ok
        source = 'def own_gauss(Z):\n    """Compute gauss, as it was registered."""\n    return np.exp(-Z * Z)\n'
        assert FUNCTIONS["gauss"].helper == source
    finally:
        forget("gauss")


@pytest.mark.parametrize(
    ("value", "derivative", "error", "says"),
    [
        (lambda Z: np.sin(Z), lambda Z: 2 * cos(Z), LawError, "2 times"),
        (lambda Z: np.sin(Z), lambda Z: -cos(Z), LawError, "wrong sign"),
        (lambda Z: np.sin(Z), lambda Z: None, LawError, "nothing depends"),
        (lambda Z: np.sin(Z), lambda Z: cos(Z).row_sums(), LawError, "entries are wrong"),
        (lambda Z: np.abs(Z), lambda Z: step(Z) - step(-Z), KindError, "complex"),
        (lambda Z: np.sin(Z), np.cos, TypeError, ""),
        (lambda Z: np.sin(Z), None, KindError, "derivative"),
        (lambda Z: np.log(Z), lambda Z: 1 / Z, DataError, "between"),
    ],
)
def test_a_wrong_function_is_refused(value, derivative, error, says):
    with pytest.raises(error) as caught:
        register_function("wave", value, derivative)
    assert says in str(caught.value)
    assert nothing_is_left_of("wave")


def test_a_function_may_have_a_domain_and_a_kink():
    register_function("logit", lambda Z: np.log(Z / (1 - Z)), lambda Z: 1 / (Z * (1 - Z)), between=(0, 1))
    register_function("leaky", lambda Z: np.where(Z.real > 0, Z, 0.1 * Z), lambda Z: 0.1 + 0.9 * step(Z), kink=0.0)
    try:
        page = r"Let $p \in (0,1)^n$, $z \in \mathbb{R}^n$. $$\mathrm{logit}(p) = \log p - \log(1 - p)$$"
        page += r"$$\mathrm{leaky}(z) = \max(z, 0) - \frac{1}{10} \max(-z, 0)$$ $$p = \sigma(\mathrm{logit}(p))$$"
        assert verdicts(page) == ["declares", "declares", "holds", "holds", "holds"]
    finally:
        forget("logit")
        forget("leaky")


def test_what_a_value_loses_by_cancellation_is_never_called_a_difference():
    """1 − cos z loses its digits where z is small: that says nothing against 2 sin²(z/2)."""
    register_function("versine", lambda Z: 1 - np.cos(Z), sin)
    try:
        page = r"Let $z \in \mathbb{R}^n$. $$\mathrm{versine}(z) = 2 \sin(z/2) \odot \sin(z/2)$$"
        assert verdicts(page)[-1] == "holds"
        false = r"Let $z \in \mathbb{R}^n$. $$\mathrm{versine}(z) = 2.001 \sin(z/2) \odot \sin(z/2)$$"
        assert verdicts(false)[-1] == "false"
    finally:
        forget("versine")


@pytest.mark.parametrize("large", [1e5, 1e7])
def test_what_lies_below_the_resolution_of_an_own_value_is_not_judged(large):
    """(z + 10⁵) − 10⁵ is z up to 10⁻¹¹, which is more than z is rounded by: no difference is made of it."""
    register_function("hidden", lambda Z: (Z + large) - large, lambda Z: 1.0)
    try:
        page = "Let $z \\in \\mathbb{R}^n$. $$\\mathrm{hidden}(z) = z$$ $$\\mathrm{hidden}(z) = 1.01 z$$"
        right, wrong = verdicts(page)[1:]
    finally:
        forget("hidden")
    assert right in ("holds", "unread")
    assert wrong in ("false", "unread")


def test_a_value_that_has_no_digits_left_is_refused():
    with pytest.raises(KindError, match="by differences 0"):
        register_function("hidden", lambda Z: (Z + 1e18) - 1e18, lambda Z: 1.0)


def test_the_differential_of_a_name_that_is_given_anew_is_that_of_the_new_function():
    found = []
    for value, derivative in ((lambda Z: np.sin(Z), cos), (lambda Z: np.cos(Z), lambda Z: -sin(Z))):
        wave = register_function("wave", value, derivative)
        try:
            found.append(str(differential(wave(X), X).result))
        finally:
            forget("wave")
    assert found == ["cos(X) ⊙ dX", "−sin(X) ⊙ dX"]


@pytest.mark.parametrize(
    ("value", "derivative", "kink"),
    [
        (lambda Z: np.where(Z.real > 1, 3 * Z, Z), lambda Z: 1, None),
        (lambda Z: np.where(Z.real < 3, Z, 3 + 0 * Z), lambda Z: 1, None),
        (lambda Z: np.where(Z.real < 0, 0 * Z, np.where(Z.real > 6, 6 + 0 * Z, Z)), step, None),
        (lambda Z: np.where(Z.real > 300, 3 * Z - 600, Z), lambda Z: 1, 300.0),
        (lambda Z: np.where(Z.real > 300, 3 * Z - 600, Z), lambda Z: 3, 300.0),
    ],
    ids=["beyond 1", "beyond 3", "beyond 6", "above a declared kink", "below a declared kink"],
)
def test_a_derivative_that_is_wrong_beyond_a_kink_alone_is_refused(value, derivative, kink):
    with pytest.raises(LawError):
        register_function("clip", value, derivative, kink=kink)
    assert nothing_is_left_of("clip")


@pytest.mark.parametrize(
    ("value", "derivative", "between", "kink"),
    [
        (lambda Z: np.where(Z.real < 3, Z, 3 + 0 * Z), lambda Z: step(3 - Z), (-np.inf, np.inf), 3.0),
        (lambda Z: np.where(Z.real > 300, 3 * Z - 600, Z), lambda Z: 1 + 2 * step(Z - 300), (-np.inf, np.inf), 300.0),
        (lambda Z: np.where(Z.real > 0.5, Z * Z, Z / 2), lambda Z: 0.5 + step(Z - 0.5) * (2 * Z - 0.5), (0, 1), 0.5),
        (lambda Z: np.exp(Z * Z), lambda Z: 2 * Z * exp(Z * Z), (-np.inf, np.inf), None),
        (lambda Z: np.exp(-Z * Z), lambda Z: -2 * Z * exp(-Z * Z), (-np.inf, np.inf), None),
        (lambda Z: np.log(1 + np.exp(Z)), lambda Z: 1 / (1 + exp(-Z)), (-np.inf, np.inf), None),
        (lambda Z: Z * np.tanh(np.log(1 + np.exp(Z))), mish_slope, (-np.inf, np.inf), None),
        (lambda Z: np.sin(Z) / Z, lambda Z: cos(Z) / Z - sin(Z) / (Z * Z), (0, np.inf), None),
        (lambda Z: Z**9, lambda Z: 9 * power(Z, 8), (-np.inf, np.inf), None),
    ],
)
def test_a_right_derivative_is_accepted_at_every_scale(value, derivative, between, kink):
    register_function("bend", value, derivative, between=between, kink=kink)
    forget("bend")


FAR = 30.0


@pytest.fixture
def clamp():
    """z below 30, and 30 from there on."""
    clamp = register_function(
        "clamp", lambda Z: np.where(Z.real < FAR, Z, FAR + 0 * Z), lambda Z: step(FAR - Z), kink=FAR
    )
    yield clamp
    forget("clamp")


def test_a_derivation_is_checked_on_both_sides_of_a_far_kink(clamp):
    g = gradients(mean(clamp(W @ X).column_sums()), [W])
    assert g.check().ok
    number, last = len(g.lines[-1].steps), g.lines[-1].steps[-1]
    mask = next(p for p in al.postorder(last.after) if isinstance(p, Call) and p.data == ("step",))
    without = al.substitute(last.after, {mask: al.ones(*al.shape_of(mask))})
    report = with_damages(g, [Damage(1, number, "no mask", last.before, without)]).check()
    assert [(v.step, v.verdict) for v in report.failures if v.step] == [(number, "false")]


def test_a_far_kink_that_is_never_passed_leaves_its_steps_untested(clamp):
    g = gradients(mean(clamp(sigmoid(W @ X)).column_sums()), [W])
    report = g.check()
    assert not report.ok
    assert {failure.verdict for failure in report.failures} == {"untested"}
