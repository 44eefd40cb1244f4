"""The forms in which gradients come out, by general laws: what cancels is gone, what is common stands in front."""

import pytest

from mlp_theory.symbolic import (
    Expression,
    dims,
    exp,
    gradients,
    inner,
    log,
    matrix,
    mean,
    ones,
    power,
    row,
    row_variance,
    scalar,
    sigmoid,
    simplify,
    sqrt,
    trace,
    vector,
)
from mlp_theory.symbolic.calculus.checking import equal

d, K, n = dims("d K n")
X, G, Z, Y, w, y = (
    matrix("X", d, n), matrix("G", K, n), matrix("Z", K, n), matrix("Y", K, n), vector("w", d), vector("y", n)
)  # fmt: skip
B = matrix("B", K, n, "positive")
gamma, beta, eps, u, r = (
    vector("gamma", K),
    vector("beta", K),
    scalar("epsilon", "positive"),
    vector("u", K),
    row("r", n),
)


def test_the_gradient_of_logistic_regression_is_a_residual():
    s = sigmoid((X.T @ w).named("z")).named("s")
    g = gradients(mean(-(y * log(s) + (1 - y) * log(1 - s))), [w])
    assert str(g[w]) == "1/n X (s − y)"
    g.check().assert_ok()


def batch_norm(named):
    mu, s = Z.row_means(), sqrt(row_variance(Z) + eps)
    if named:
        mu, s = mu.named("mu"), s.named("s")
        return inner(G, gamma * ((Z - mu) / s).named("Z_hat") + beta)
    return inner(G, gamma * ((Z - mu) / s) + beta)


def test_the_gradients_of_batch_norm():
    g = gradients(batch_norm(named=True), [gamma, beta, Z])
    assert [str(g[gamma]), str(g[beta])] == ["(G ⊙ Z\u0302) 1", "G 1"]
    g.check().assert_ok()
    g.in_full(Z).check().assert_ok()


def test_batch_norm_without_names_holds_too():
    g = gradients(batch_norm(named=False), [gamma, beta, Z])
    g.check().assert_ok()
    g.in_full(Z).check().assert_ok()


def test_layer_norm_comes_out_as_batch_norm_turned_round():
    mu = (1 / K * Z.column_sums()).named("mu")
    s = sqrt(1 / K * power(Z - mu, 2).column_sums() + eps).named("s")
    g = gradients(inner(G, ((Z - mu) / s).named("Z_hat")), [Z])
    full = g.in_full(Z)
    form = "1/K ((1 (1 ⊘ s)) ⊙ (K G − Z\u0302 ⊙ (1 1ᵀ (G ⊙ Z\u0302)) − 1 1ᵀ G))"
    assert str(Expression(full.lines[0].result)) == form
    g.check().assert_ok()
    full.check().assert_ok()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (((1 - Y) / (1 - Z) - Y / Z) * Z * (1 - Z), "Z − Y"),
        ((Z - Z.row_means()).row_sums(), "0"),
        ((Z * u).row_sums(), "u ⊙ (Z 1)"),
        (Z * u / sqrt(u * u), "Z ⊙ ((u ⊘ √(u²)) 1ᵀ)"),
        (G - Z.row_means() - G.row_means(), "1/n (n G − Z 1 1ᵀ − G 1 1ᵀ)"),
        (power(sqrt(B), -4), "1 ⊘ B²"),
        (exp(Z) / (1 + exp(Z)), "σ(Z)"),
        (exp(Z) / exp(Z).column_sums(), "softmax(Z)"),
        ((Z * r).column_sums(), "(1ᵀ Z) ⊙ r"),
        (Z * r * row("q", n), "Z ⊙ (1 (r ⊙ q))"),
        (ones(K).T @ (u * gamma), "uᵀ γ"),
        (trace(ones(K) @ u.T), "tr(1 uᵀ)"),
    ],
)
def test_an_expression_comes_to_its_shorter_form(before, after):
    short = Expression(simplify(before.node))
    assert str(short) == after
    assert before.shape == short.shape
    assert after == "0" or equal(before.node, short.node)
