"""Softmax and its kin, unfolded and folded back."""

import pytest

from mlp_theory.symbolic import dims, exp, expand, fold, log, logsumexp, matrix, sigmoid, softmax, softplus, vector
from mlp_theory.symbolic.calculus.checking import equal

K, n = dims("K n")
Z, z = matrix("Z", K, n), vector("z", K)


@pytest.mark.parametrize(
    ("folded", "unfolded"),
    [
        (softmax(Z), "exp(Z) ⊘ (1 1ᵀ exp(Z))"),
        (logsumexp(Z), "log(1ᵀ exp(Z))"),
        (logsumexp(z), "log(1ᵀ exp(z))"),
        (softplus(Z), "log(1 + exp(Z))"),
        (sigmoid(Z), "1 ⊘ (1 + exp(−Z))"),
    ],
)
def test_what_is_unfolded_is_equal_and_folds_back(folded, unfolded):
    out = expand(folded)
    assert str(out) == unfolded
    assert out.shape == folded.shape
    assert equal(out.node, folded.node)
    assert fold(out).node is folded.node


def test_parts_of_an_expression_unfold_too():
    assert str(expand(log(softmax(Z)))) == "log(exp(Z) ⊘ (1 1ᵀ exp(Z)))"
    assert str(fold(Z - log(exp(Z).column_sums()))) == "Z − 1 lse(Z)"


def test_a_name_is_unfolded_where_it_stands_alone_and_kept_inside():
    P = softmax(Z).named("P")
    assert str(expand(P)) == "exp(Z) ⊘ (1 1ᵀ exp(Z))"
    assert expand(P + Z).node is (P + Z).node


def test_what_has_nothing_to_fold_is_left_alone():
    assert fold(Z + Z).node is (Z + Z).node
