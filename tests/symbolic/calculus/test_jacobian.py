"""Jacobians and Hessians in Kronecker form, against complex steps of plain NumPy functions."""

import numpy as np
import pytest

from mlp_theory.errors import OptionError, ShapeError
from mlp_theory.symbolic import (
    det,
    diag,
    dims,
    function,
    hessian,
    inverse,
    jacobian,
    kron,
    log,
    logsumexp,
    matrix,
    mean,
    one_hot,
    power,
    sigmoid,
    softmax,
    softplus,
    squared_norm,
    tanh,
    trace,
    vector,
)
from mlp_theory.symbolic.calculus.line import Expansion, Line
from tests.symbolic.calculus.at_arrays import jacobian_by_complex_step, value_at

d, K, n, m = dims("d K n m")
A, B, S = matrix("A", m, m), matrix("B", m, m), matrix("S", m, m)
W, X, b, z, x = matrix("W", K, d), matrix("X", d, n), vector("b", K), vector("z", K), vector("x", m)
w, y, xd, t = vector("w", d), vector("y", n), vector("x", d), one_hot("t", K)
scores = (X.T @ w).named("z")
s = sigmoid(scores).named("s")
logits = (W @ xd + b).named("z")
f = function("f")

FORMS = {
    "a triple product": (lambda: jacobian(A @ S @ B, S), "Bᵀ ⊗ A"),
    "a transpose": (lambda: jacobian(S.T, S), "K_(m,m)"),
    "a Gram matrix": (lambda: jacobian(S.T @ S, S), "(Sᵀ ⊗ I) K_(m,m) + I ⊗ Sᵀ"),
    "an inverse": (lambda: jacobian(inverse(S), S), "−S⁻ᵀ ⊗ S⁻¹"),
    "a layer, by its inputs": (lambda: jacobian(tanh(W @ X), X), "diag(vec(1 − tanh²(W X))) (I ⊗ W)"),
    "a layer, by its bias": (lambda: jacobian(tanh(z + b), b), "diag(1 − tanh²(z + b))"),
    "an arbitrary function": (lambda: jacobian(f(z), z), "diag(f′(z))"),
    "a square norm": (lambda: jacobian(squared_norm(S), S), "2 vec(S)ᵀ"),
    "a determinant": (lambda: jacobian(det(S), S), "det(S) vec(S⁻ᵀ)ᵀ"),
    "a trace": (lambda: jacobian(trace(S), S), "vec(I)ᵀ"),
    "a softmax": (lambda: jacobian(softmax(z), z), "diag(p) − p pᵀ"),
    "the Hessian of log-sum-exp": (lambda: hessian(logsumexp(z), z), "diag(p) − p pᵀ"),
    "the Hessian of a quadratic form": (lambda: hessian(x.T @ A @ x, x), "A + Aᵀ"),
    "the Hessian of least squares": (lambda: hessian(squared_norm(W @ X) / (2 * n), W), "1/n (X Xᵀ ⊗ I)"),
    "the Hessian of logistic regression": (
        lambda: hessian(mean(-(y * log(s) + (1 - y) * log(1 - s))), w),
        "1/n X diag(s ⊙ (1 − s)) Xᵀ",
    ),
    "the same from the scores": (
        lambda: hessian(mean(softplus(scores) - y * scores), w),
        "1/n X diag(σ(z) ⊙ (1 − σ(z))) Xᵀ",
    ),
    "the Hessian of softmax regression, one example": (
        lambda: hessian(logsumexp(logits) - t.T @ logits, W),
        "x xᵀ ⊗ (diag(p) − p pᵀ)",
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_it_comes_out_as_people_write_it_and_every_step_holds(name):
    derived, form = FORMS[name]
    J = derived()
    assert str(J.result) == form
    J.check().assert_ok()


def plain_softmax(Z):
    return np.exp(Z) / np.exp(Z).sum(0, keepdims=True)


def test_the_jacobian_of_a_softmax_layer_is_that_of_plain_numpy():
    rng = np.random.default_rng(0)
    a = {"W": rng.normal(size=(4, 3)), "X": rng.normal(size=(3, 5)), "b": rng.normal(size=(4, 1))}
    J = jacobian(softmax(W @ X + b), W)
    expected = jacobian_by_complex_step(lambda W: plain_softmax(W @ a["X"] + a["b"]), a["W"])
    np.testing.assert_allclose(value_at(J.result, a), expected, rtol=1e-11, atol=1e-13)


def test_the_order_of_the_hessian_of_softmax_regression_is_that_of_vec():
    rng = np.random.default_rng(1)
    a = {"W": rng.normal(size=(4, 3)), "x": rng.normal(size=(3, 1)), "b": rng.normal(size=(4, 1))}
    a["t"] = np.eye(4)[:, [2]]
    H = hessian(logsumexp(logits) - t.T @ logits, W)
    expected = jacobian_by_complex_step(lambda W: (plain_softmax(W @ a["x"] + a["b"]) - a["t"]) @ a["x"].T, a["W"])
    np.testing.assert_allclose(value_at(H.result, a), expected, rtol=1e-11, atol=1e-13)


def test_the_hessian_of_softmax_regression_over_a_batch_holds():
    T = one_hot("T", K, n)
    Z = (W @ X).named("Z")
    H = hessian(mean(logsumexp(Z) - (T * Z).column_sums()), W)
    H.check().assert_ok()
    assert str(H.result) == "1/n (X ⊗ I) (diag(vec(P)) − diag(vec(P)) (I ⊗ 1 1ᵀ) diag(vec(P))) (Xᵀ ⊗ I)"


def test_the_layouts_are_transposes_of_each_other():
    J = jacobian(A @ S @ B, S, layout="denominator")
    assert str(J.result) == "B ⊗ Aᵀ"
    assert str(J.in_layout("numerator").result) == "Bᵀ ⊗ A"
    assert J.in_layout("denominator") is J
    assert jacobian(W @ xd, W).result.shape == ("K", "K·d")
    assert jacobian(W @ xd, W, layout="denominator").result.shape == ("K·d", "K")


def test_a_jacobian_says_its_meaning_in_both_alphabets():
    J = jacobian(softmax(z).named("p"), z)
    assert "∂p/∂zᵀ" in str(J)
    assert r"\frac{\partial p}{\partial z^\top}" in J.to_latex()


@pytest.mark.parametrize(
    ("wrong", "error", "says"),
    [
        (lambda: jacobian(diag(x), x), OptionError, "no form with Kronecker products"),
        (lambda: jacobian(kron(S, A), S), OptionError, "jvp"),
        (lambda: jacobian(A, S), OptionError, "does not depend on S"),
        (lambda: jacobian(S, S, layout="mixed"), OptionError, "layout"),
        (lambda: jacobian(S @ A, S).in_layout("rows"), OptionError, "layout"),
        (lambda: hessian(trace(A @ S), S), OptionError, "Hessian zero"),
        (lambda: hessian(S @ A, S), ShapeError, "a loss of shape"),
    ],
)
def test_what_has_no_jacobian_is_refused_with_its_reason(wrong, error, says):
    with pytest.raises(error) as caught:
        wrong()
    assert says in str(caught.value)


def test_a_wrong_jacobian_is_caught():
    J = jacobian(softmax(z), z)
    last = J.lines[-1]
    J.lines[-1] = Line(last.meaning)
    J.lines[-1].expand(Expansion(last.first_law, last.meaning, (2 * J.result).node))
    assert [verdict.line for verdict in J.check().failures] == [len(J.lines)]


def test_a_gradient_that_holds_only_where_a_letter_is_one_hot_is_not_differentiated_again():
    """ΣT⁴ has the Hessian 12 diag(vec T)², and not 4 I."""
    T = one_hot("T", K, n)
    with pytest.raises(OptionError, match="one-hot"):
        hessian(power(T, 4).sum(), T)
    assert str(hessian(power(X, 4).sum(), X).result) == "12 diag(vec(X²))"
    assert hessian(squared_norm(T), T).check().ok


def test_a_hessian_is_checked_with_the_steps_of_its_gradient():
    H = hessian(squared_norm(W @ X), W)
    report = H.check()
    assert report.ok
    assert set(report.gradients) == {"W"}
    assert len(report.verdicts) > len(H.steps)
    assert len(H.in_layout("denominator").check().verdicts) > len(report.verdicts)


def test_the_other_layout_is_a_line_of_its_own_that_is_checked():
    J = jacobian(A @ S @ B, S, layout="denominator")
    assert "∂vec(F)ᵀ/∂vec(S)" in str(J)
    assert J.check().ok
    last = J.lines[-1]
    J.lines[-1] = Line(last.meaning)
    J.lines[-1].expand(Expansion(last.first_law, last.meaning, kron(A.T, B).node))
    assert [verdict.line for verdict in J.check().failures] == [len(J.lines)]
