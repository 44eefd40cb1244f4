"""Draws with a structure: what is said of them is true of every draw."""

import numpy as np
import pytest

from mlp_theory.symbolic import OutsideError
from mlp_theory.texts.judging.domains import draw_array

TRUE_OF = {
    "orthogonal": lambda A: np.allclose(A @ A.T, np.eye(4)),
    "unit": lambda A: np.allclose(np.linalg.norm(A, axis=0), 1),
    "diagonal": lambda A: np.count_nonzero(A) == 4 == np.count_nonzero(np.diag(A)),
    "lower": lambda A: np.array_equal(A, np.tril(A)) and np.count_nonzero(A) == 10,
    "upper": lambda A: np.array_equal(A, np.triu(A)) and np.count_nonzero(A) == 10,
    "skew": lambda A: np.array_equal(A, -A.T) and np.count_nonzero(A) == 12,
    "one-hot rows": lambda A: np.array_equal(np.sort(A, axis=1)[:, -2:], [[0, 1]] * 4),
    "probabilities rows": lambda A: np.allclose(A.sum(axis=1), 1) and A.min() > 0,
    "adding-to-one rows": lambda A: np.allclose(A.sum(axis=1), 1) and A.min() < 0,
}


def draw(domain, shape, style="normal", scale=1.0):
    return draw_array(domain, shape, np.random.default_rng(0), style, scale, 0)


@pytest.mark.parametrize("style", ["normal", "zero", "single", "exact", "boundary"])
@pytest.mark.parametrize("domain", TRUE_OF)
def test_a_draw_has_its_structure(domain, style):
    if domain == "probabilities rows":
        assert np.allclose(draw(domain, (4, 4), style).sum(axis=1), 1)
    else:
        assert TRUE_OF[domain](draw(domain, (4, 4), style))


@pytest.mark.parametrize("scale", [1e-9, 1e9])
def test_what_has_no_scale_of_its_own_takes_the_one_that_is_asked_for(scale):
    assert scale / 10 < np.abs(draw("diagonal", (4, 4), scale=scale)).max() < scale * 10
    assert np.isclose(np.linalg.norm(draw("unit", (4, 1), scale=scale)), 1)


def test_columns_are_orthonormal_where_there_are_no_more_than_rows():
    Q = draw("orthonormal", (5, 3))
    assert np.allclose(Q.T @ Q, np.eye(3))
    with pytest.raises(OutsideError):
        draw("orthonormal", (3, 5))
