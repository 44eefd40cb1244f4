"""Initialisation: the variances and bounds of the papers, zero biases, and one seed, one draw."""

import numpy as np
import pytest

from mlp_theory.errors import OptionError
from mlp_theory.network import Linear, NNClassifier

N_IN, N_OUT = 400, 300
VARIANCE = {"he": 2 / N_IN, "glorot": 2 / (N_IN + N_OUT), "lecun": 1 / N_IN}
BOUND = {"he": np.sqrt(6 / N_IN), "glorot": np.sqrt(6 / (N_IN + N_OUT)), "lecun": np.sqrt(3 / N_IN)}


@pytest.mark.parametrize("family", VARIANCE)
@pytest.mark.parametrize("shape", ["normal", "uniform"])
def test_variance_is_the_papers(family, shape):
    W = Linear(N_IN, N_OUT, init=f"{family}_{shape}", rng=0).W
    # 120,000 draws: the standard error of the deviation is 0.2 %.
    assert W.std() == pytest.approx(np.sqrt(VARIANCE[family]), rel=0.02)
    assert abs(W.mean()) < 5 * W.std() / np.sqrt(W.size)


@pytest.mark.parametrize("family", BOUND)
def test_uniform_draws_fill_their_bounds_and_keep_to_them(family):
    W = Linear(N_IN, N_OUT, init=f"{family}_uniform", rng=0).W
    assert 0.999 * BOUND[family] < np.abs(W).max() <= BOUND[family]


@pytest.mark.parametrize(
    ("alias", "name"),
    [("he", "he_normal"), ("glorot", "glorot_uniform"), ("xavier", "glorot_uniform"), ("lecun", "lecun_normal")],
)
def test_a_bare_name_means_what_its_paper_used(alias, name):
    np.testing.assert_array_equal(Linear(5, 4, init=alias, rng=1).W, Linear(5, 4, init=name, rng=1).W)


@pytest.mark.parametrize(
    ("activation", "init"), [("relu", "he"), ("leaky_relu", "he"), ("tanh", "glorot"), ("sigmoid", "glorot")]
)
def test_the_default_suits_the_activation(activation, init):
    default, named = (NNClassifier([9, 8, 3], activation=activation, init=i, rng=2) for i in (None, init))
    np.testing.assert_array_equal(default.theta, named.theta)


def test_biases_begin_at_zero_unless_asked_for():
    assert not Linear(3, 4, rng=0).b.any()
    b = Linear(400, 10_000, bias_init="lecun", rng=0).b
    assert b.shape == (10_000, 1)
    assert b.std() == pytest.approx(1 / np.sqrt(400), rel=0.05)


def test_the_same_seed_gives_the_same_bits_and_another_seed_others():
    one, same, other = (NNClassifier([4, 5, 3], rng=seed).theta for seed in (7, 7, 8))
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()


def test_a_generator_is_drawn_from_and_not_started_anew():
    rng = np.random.default_rng(0)
    assert (Linear(3, 3, rng=rng).W != Linear(3, 3, rng=rng).W).any()


def test_the_global_seed_is_neither_used_nor_moved():
    np.random.seed(0)  # noqa: NPY002  # the point of this test
    before = np.random.get_state()[1].copy()  # noqa: NPY002
    NNClassifier([4, 5, 3])
    np.testing.assert_array_equal(before, np.random.get_state()[1])  # noqa: NPY002


def test_an_unknown_initialisation_names_the_nearest_known_one():
    with pytest.raises(OptionError, match="did you mean 'glorot'"):
        Linear(2, 2, init="glort")
