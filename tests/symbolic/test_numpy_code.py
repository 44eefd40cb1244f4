"""The code of a counterexample runs, and says what the evaluator says: two ways to the same numbers."""

from collections import Counter
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from mlp_theory.texts.check import Settings, check_source
from mlp_theory.texts.source.files import read_file

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.md"))


@cache
def verdicts_of(path):
    return check_source(read_file(path), Settings()).verdicts


@pytest.mark.sample(every=8)
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_counterexample_of_a_page_can_be_repeated(path):
    """Derivatives are central differences there, so six digits agree, where the values are not below 10⁻⁹."""
    for verdict in verdicts_of(path):
        example = verdict.counterexample
        if example is None:
            continue
        names = {}
        with np.errstate(all="ignore"):
            exec(compile(example.numpy, str(path), "exec"), names)
        size = max(abs(example.left), abs(example.right))
        np.testing.assert_allclose(
            [names["left"], names["right"]],
            [example.left, example.right],
            rtol=1e-5,
            atol=max(1e-6 * size, 1e-9),
            err_msg=verdict.read_as,
        )


@pytest.mark.sweep
def test_most_of_them_compute_both_sides():
    """Some cannot be had as plain NumPy: arbitrary losses, derivatives of derivatives."""
    counts = Counter()
    for path in CORPUS:
        for verdict in verdicts_of(path):
            if verdict.counterexample is not None:
                counts["def difference" in verdict.counterexample.numpy] += 1
    assert counts[True] > 0.8 * counts.total()
