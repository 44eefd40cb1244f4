"""Differentials: the transposes of the pull-backs, along the increments of letters; Jacobian products."""

import numpy as np
import pytest

from mlp_theory.errors import KindError, OptionError, ShapeError
from mlp_theory.symbolic import (
    beside,
    det,
    diag,
    differential,
    dims,
    exp,
    function,
    gradients,
    increment,
    inner,
    inverse,
    jvp,
    kron,
    largest,
    log,
    logdet,
    logsumexp,
    matrix,
    norm,
    ones,
    part,
    power,
    relu,
    row,
    scalar,
    sigmoid,
    softmax,
    squared_norm,
    stack,
    tanh,
    trace,
    vec,
    vector,
    vjp,
)
from mlp_theory.symbolic.calculus.checking import equal
from mlp_theory.symbolic.calculus.table import TABLE
from mlp_theory.symbolic.expressions import Call
from tests.symbolic.calculus.at_arrays import jacobian_by_complex_step, value_at
from tests.symbolic.calculus.networks import K, classifier, d, n

(m,) = dims("m")
W, X, b, V, G = matrix("W", K, d), matrix("X", d, n), vector("b", K), matrix("V", K, d), matrix("G", K, n)
S, x, s = matrix("S", m, m, "invertible"), vector("x", m), scalar("s", "positive")
f = function("f")

OPERATIONS = {
    "matmul": (S @ S.T @ S, S),
    "add": (S - S.T, S),
    "times": (S * S * S, S),
    "times a number": (s * W, s),
    "transpose": (X.T, X),
    "elementwise": (tanh(S) + exp(S), S),
    "an arbitrary function": (f(S), S),
    "power": (power(S * S + 1, -2), S),
    "trace": (trace(S @ S), S),
    "inverse": (inverse(S), S),
    "determinant": (det(S), S),
    "log-determinant": (logdet(S), S),
    "diagonal": (diag(S @ S), S),
    "diagonal matrix": (diag(x), x),
    "squared norm": (squared_norm(S), S),
    "norm": (norm(S), S),
    "logsumexp": (logsumexp(W @ X), W),
    "softmax": (softmax(W @ X), W),
    "largest entry": (largest(W @ X), W),
    "vec": (vec(S), S),
    "kron, on the left": (kron(S, W), S),
    "kron, on the right": (kron(W, S), S),
    "kron, twice": (kron(S, S), S),
    "blocks": (stack(beside(S, S.T), beside(S.T, S)), S),
    "part": (part(stack(W, V) @ X, K, 0, K, n), V),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_differential_of_every_operation_agrees_with_complex_steps(name):
    F, letter = OPERATIONS[name]
    D = differential(F, letter)
    D.check().assert_ok()
    assert D.result.shape == F.shape


def test_no_operation_is_forgotten():
    tried = {name.split(",")[0].replace("times a number", "times") for name in OPERATIONS}
    constants = {"ones", "zeros", "identity", "commutation", "where largest"}
    adjoints = {"unvec", "inner of blocks", "sum of blocks"}  # they arise in the pull-backs of vec and kron
    assert set(TABLE) - constants - adjoints <= tried


def test_a_wrong_differential_is_caught(monkeypatch):
    law = TABLE["softmax"]
    assert differential(softmax(S), S).check().ok
    monkeypatch.setattr(type(law), "pullback", lambda self, G, node, k: Call("times", (node, G), ()))
    assert not differential(softmax(S), S).check().ok


def test_the_differential_of_softmax_comes_out_as_it_is_written():
    D = differential(softmax(X).named("P"), X)
    assert str(D.result) == "P ⊙ (dX − 1 1ᵀ (P ⊙ dX))"
    assert D.result.to_latex() == r"P \odot (\mathrm{d}X - \mathbf{1} \mathbf{1}^\top (P \odot \mathrm{d}X))"


def test_a_factor_that_is_a_differential_stands_in_brackets_unless_it_is_the_last():
    assert str(differential(inverse(S), S).result) == "−S⁻¹ (dS) S⁻¹"
    assert str(differential(W @ X, X).result) == "W dX"


def test_named_parts_have_lines_of_their_own():
    loss, (W1, _, _, b2) = classifier(2)
    D = differential(loss, [W1, b2])
    assert [str(line.meaning.body.key) for line in D.lines] == ["Z_1", "A_1", "Z_2", "L"]
    assert str(D.result) == "1/n ⟨P − T, dZ₂⟩"
    D.check().assert_ok()


def test_the_differential_of_a_loss_is_the_inner_product_with_its_gradient():
    loss, (W1, *_) = classifier(2)
    g = gradients(loss, [W1])[W1]
    assert equal(differential(loss, W1).unfolded().node, inner(g, increment(W1)).node)


def test_every_step_says_its_law():
    D = differential(W @ X + b, [W, b])
    assert [step.law for step in D.steps][:4] == ["definition", "sum rule", "product rule", "product rule"]


def test_the_differential_of_a_symmetric_matrix_is_taken_in_symmetric_directions():
    A = matrix("A", m, m, "symmetric")
    differential(A @ A.T, A).check().assert_ok()


def plain_softmax(Z):
    return np.exp(Z) / np.exp(Z).sum(0, keepdims=True)


def test_jvp_and_vjp_are_products_with_the_jacobian():
    rng = np.random.default_rng(0)
    a = {"W": rng.normal(size=(4, 3)), "X": rng.normal(size=(3, 5)), "V": rng.normal(size=(4, 3))}
    a["G"] = rng.normal(size=(4, 5))
    J = jacobian_by_complex_step(lambda W: plain_softmax(W @ a["X"]), a["W"])
    along = value_at(jvp(softmax(W @ X), W, V), a)
    back = value_at(vjp(softmax(W @ X), G, W), a)
    np.testing.assert_allclose(along.ravel(order="F"), J @ a["V"].ravel(order="F"), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(back.ravel(order="F"), a["G"].ravel(order="F") @ J, rtol=1e-12, atol=1e-14)


def test_vjp_through_names_and_shared_parts():
    Z = (W @ X).named("Z")
    F = (relu(Z) * sigmoid(Z)).named("F")
    seen = vjp(F, G, W)
    assert equal(seen.node, gradients(inner(G, F), [W])[W].node)
    assert equal(inner(seen, V).node, inner(G, jvp(F, W, V)).node)


def test_a_direction_may_be_an_expression():
    assert str(jvp(W @ X, X, row("r", n) + 0 * X)) == "W 1 r"


@pytest.mark.parametrize(
    ("wrong", "error", "says"),
    [
        (lambda: differential(W @ X, b), OptionError, "does not depend on b"),
        (lambda: differential(W @ X, []), OptionError, "nothing"),
        (lambda: differential(W @ X, [W @ X]), KindError, "that has a name"),
        (lambda: differential("W", W), KindError, "str"),
        (lambda: differential(W @ X, W)[b], OptionError, "no differential"),
        (lambda: jvp(W @ X, W, X), ShapeError, "(K, d)"),
        (lambda: vjp(W @ X, W, W), ShapeError, "(K, n)"),
        (lambda: vjp(W @ X, G, b), OptionError, "does not depend on b"),
        (lambda: increment(W @ X), KindError, "that has a name"),
        (lambda: log(ones(2)).named("d W"), KindError, "no name"),
    ],
)
def test_what_has_no_differential_is_refused_with_its_reason(wrong, error, says):
    with pytest.raises(error) as caught:
        wrong()
    assert says in str(caught.value)


@pytest.mark.parametrize("way", ["differential", "jvp", "vjp", "jvp of a direction", "vjp of a seed", "a function"])
def test_one_name_stands_for_one_thing(way):
    A, other, V = matrix("A", K, n), matrix("A", K, n, "positive"), matrix("V", K, n)
    ways = {
        "differential": lambda: differential(A * other, A),
        "jvp": lambda: jvp(A * other, A, V),
        "vjp": lambda: vjp(A * other, V, A),
        "jvp of a direction": lambda: jvp(A * A, A, other),
        "vjp of a seed": lambda: vjp(A * A, other, A),
        "a function": lambda: differential(function("A")(A), A),
    }
    with pytest.raises(OptionError, match="A stands for two things"):
        ways[way]()
