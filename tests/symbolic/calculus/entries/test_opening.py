"""What a user opens: a gradient, a step of a derivation, a law of algebra."""

import pytest

from mlp_theory.errors import KindError, OptionError, UncheckedPageError
from mlp_theory.symbolic import (
    beside,
    det,
    dims,
    function,
    gradients,
    inverse,
    kron,
    logdet,
    matrix,
    one_hot,
    part,
    scalar,
    softmax,
    squared_norm,
    stack,
    tanh,
    trace,
    vec,
    vector,
)
from mlp_theory.symbolic.calculus.entries.proof_page import InEntries
from tests.symbolic.calculus.networks import classifier

d, K, n, m = dims("d K n m")
M = matrix("M", K, d)
W, X, b, S = matrix("W", K, d), matrix("X", d, n), vector("b", K), matrix("S", m, m)


def lines(opened):
    """The right sides, as a reader sees them, without their laws."""
    return [line.split("{")[0].removeprefix("    = ").strip() for line in str(opened).splitlines()]


def test_a_layer_opens_to_the_chain_rule_over_the_units_of_the_next_layer():
    loss, parameters = classifier(2)
    g = gradients(loss, parameters)
    opened = g.in_entries((W @ X).named("Z_1"))  # by name: the part of the loss that is called so
    assert opened.ok
    assert "Σᵢ₌₁ᴷ (W₂)ᵢᵣ (Δ₂)ᵢₛ" in lines(opened)
    assert lines(opened)[-1] == "(∂L/∂A₁ ⊙ 𝟙(Z₁ > 0))ᵣₛ"


def test_a_weight_opens_to_delta_times_input():
    loss, parameters = classifier(2)
    opened = gradients(loss, parameters).in_entries(parameters[0])
    assert opened.ok
    assert lines(opened)[-3:] == ["Σⱼ₌₁ⁿ (Δ₁)ᵣⱼ Xₛⱼ", "Σⱼ₌₁ⁿ (Δ₁)ᵣⱼ (Xᵀ)ⱼₛ", "(Δ₁ Xᵀ)ᵣₛ"]


def test_softmax_and_cross_entropy_open_to_probability_minus_target():
    loss, parameters = classifier(1)
    g = gradients(loss, parameters)
    opened = g.in_entries((W @ X).named("Z_1"))
    assert opened.ok
    assert lines(opened)[-1] == "(1/n (softmax(Z₁) − T))ᵣₛ"


def test_every_step_of_a_network_opens_and_holds_but_where_a_name_is_put_in():
    loss, parameters = classifier(2)
    g = gradients(loss, parameters)
    closed = [step for step in g.steps if step.law in ("a name", "a derivative by itself")]
    assert 0 < len(closed) < len(g.steps) / 4
    for step in g.steps:
        if step not in closed:
            assert g.in_entries(step).ok, step.law
    with pytest.raises(OptionError, match="nothing to open"):
        g.in_entries(closed[0])


def test_a_weight_that_is_shared_is_followed_through_every_layer():
    V = matrix("V", m, m)
    H = tanh(V @ S).named("H")
    loss = squared_norm(tanh(V @ H).named("Y"))
    opened = gradients(loss, [V]).in_entries(V)
    assert opened.ok
    shared = opened.proofs[-1]
    assert [F.key for F in shared.names] == ["H", "Y", "L"]
    ((held, stands_for),) = shared.stands_for
    assert held.key == "A"  # inside Y, H is held fixed
    assert stands_for.key == "H"


def test_a_penalty_beside_a_layer_is_one_more_way_from_the_weight_to_the_loss():
    loss = squared_norm((W @ X).named("Z")) + 0.5 * squared_norm(W)
    opened = gradients(loss, [W]).in_entries(W)
    assert opened.ok
    assert lines(opened)[-1] == "(∂L/∂Z Xᵀ + 2 ∂L/∂S W)ᵣₛ"


@pytest.mark.parametrize(
    ("before", "law"),
    [
        (lambda: trace((W @ X).T @ (W @ X)), "transpose of a product"),
        (lambda: trace(W.T @ M), "identity"),
        (lambda: trace((W + M).T @ W), "transpose of a sum"),
        (lambda: trace(((W * W).T) @ W), "transpose, entry by entry"),
        (lambda: trace((scalar("s") * W).T @ W), "transpose, entry by entry"),
    ],
)
def test_a_law_of_algebra_opens_to_both_its_sides(before, law):
    g = gradients(before(), [W])
    (step, *_) = [step for step in g.steps if step.law == law]
    opened = g.in_entries(step)
    assert opened.ok
    assert opened.proofs[0].forms[0].body is not opened.proofs[0].forms[-1].body


def test_the_transpose_of_a_product_reads_as_in_a_textbook():
    g = gradients(trace((W @ X).T @ (W @ X)), [W])
    (step, *_) = [step for step in g.steps if step.law == "transpose of a product"]
    text = lines(g.in_entries(step))
    assert text[0] == "((W X)ᵀ)ᵣₛ"
    assert text[-1] == "(Xᵀ Wᵀ)ᵣₛ"
    assert "Σᵢ₌₁ᵈ Wₛᵢ Xᵢᵣ" in text


def test_what_holds_by_an_assumption_alone_is_not_proved_from_entries():
    T = one_hot("T", K, n)
    g = gradients((matrix("u", 1, K) @ T).sum() + (T.column_sums() * (vector("w", K).T @ W @ X)).sum(), [W])
    (step, *_) = [step for step in g.steps if step.law == "columns that sum to one"]
    with pytest.raises(OptionError, match="does not arrive"):
        g.in_entries(step)


def test_what_holds_by_what_stands_behind_a_name_is_opened_there():
    P = softmax(matrix("Z", K, n)).named("P")
    g = gradients((P.column_sums() * (vector("w", K).T @ W @ X)).sum(), [W])
    (step, *_) = [step for step in g.steps if step.law == "columns that sum to one"]
    opened = g.in_entries(step)
    assert opened.ok
    assert "{ a sum over itself }" in str(opened)


@pytest.mark.parametrize(
    "loss",
    [trace(inverse(S)), logdet(S), det(S), squared_norm(inverse(S)), logdet(S @ S.T), trace(inverse(inverse(S) + S))],
    ids=str,
)
def test_inverses_and_determinants_open_also_of_what_is_made_of_the_letter(loss):
    gradients(loss, [S]).in_entries(S).assert_ok()


@pytest.mark.parametrize(
    "loss",
    [
        squared_norm(kron(W, X)),
        squared_norm(kron(X, W) @ vec(X)),
        squared_norm(beside(W, M) @ stack(X, 2.0 * X)),
        squared_norm(stack(W, M) @ X),
        squared_norm(part(W @ X, 1, 0, 2, n)),
    ],
    ids=str,
)
def test_blocks_and_kronecker_products_open_in_the_middle_of_a_loss(loss):
    gradients(loss, [W]).in_entries(W).assert_ok()


def test_only_gradients_and_steps_can_be_opened():
    g = gradients(squared_norm(W @ X), [W])
    with pytest.raises(KindError, match="a letter"):
        g.in_entries(W @ X)
    with pytest.raises(OptionError, match="does not depend on b"):
        g.in_entries(b)
    with pytest.raises(KindError, match="a gradient or a step"):
        g.in_entries("W")


def test_an_error_in_what_was_opened_is_raised():
    opened = gradients(squared_norm(W), [W]).in_entries(W)
    opened.assert_ok()
    (proof,) = opened.proofs
    wrong = type(proof)(proof.letters, proof.names, proof.ranges, proof.steps[1:2] + proof.steps[3:])
    assert not InEntries((proof, wrong)).ok
    with pytest.raises(UncheckedPageError, match="a gap"):
        InEntries((proof, wrong)).assert_ok()


def test_letters_for_indices_avoid_those_of_sizes_and_names():
    i, j, r = dims("i j r")
    A, s = matrix("A", i, j), scalar("s")
    opened = gradients(squared_norm((s * A @ matrix("k", j, r)).named("l")), [A]).in_entries(A)
    assert opened.ok
    assert opened.proofs[-1].ranges == {"p": "i", "t": "j"}


def test_an_arbitrary_activation_keeps_its_prime():
    f = function("f")
    opened = gradients(squared_norm(f(W @ X).named("A")), [W]).in_entries(W)
    assert opened.ok
    assert any("f′" in line for line in lines(opened))


def test_every_law_that_an_attention_layer_uses_opens():
    Q, J = ((matrix(name, K, d) @ X).named(key) for name, key in (("A", "Q"), ("B", "J")))
    g = gradients(squared_norm(softmax(0.5 * (Q.T @ J))), [X])
    closed = [step.law for step in g.steps if step.law not in ("a name", "a derivative by itself")]
    assert all(g.in_entries(step).ok for step in g.steps if step.law in closed)
    assert g.in_entries(X).ok


def test_softmax_in_the_middle_of_a_network_opens_too():
    loss = squared_norm((S @ softmax(matrix("Z", m, n))).named("Y"))
    g = gradients(loss, [S])
    assert g.in_entries(S).ok
