"""What `check_gradients` reports, and what it refuses."""

import copy

import pytest

from mlp_theory import NNClassifier, check_gradients
from mlp_theory.errors import KindError, LabelError, OptionError, ShapeError
from tests.verify.samples import POINT, X, half_squares, t


def test_a_report_prints_a_table_a_row_a_parameter():
    report = check_gradients(NNClassifier([3, 4, 2], rng=0), X, t)
    lines = str(report).splitlines()
    assert lines[1].split() == ["layer", "parameter", "shape", "check_grad", "relative", "worst", "entry", "verdict"]
    assert [line.split()[:2] for line in lines[2:6]] == [["1", "W"], ["1", "b"], ["2", "W"], ["2", "b"]]
    assert lines[-1].startswith("4 of 4 gradients right")
    assert bool(report) is report.ok is True
    assert "<table>" in report._repr_html_()


def test_scipys_own_number_stands_in_the_table():
    from scipy.optimize import check_grad

    report = check_gradients(half_squares, lambda W: 2 * W, at=POINT)
    expected = check_grad(lambda x: half_squares(x), lambda x: 2 * x, POINT.ravel())
    assert report.rows[0].check_grad == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(
    ("arguments", "options", "error", "says"),
    [
        ((NNClassifier([3, 2]), X.T, t), {}, ShapeError, r"pass X\.T"),
        ((NNClassifier([3, 2]), X, t[:3]), {}, LabelError, r"\(7,\)"),
        ((NNClassifier([3, 2]), X[:, :1], t[:1]), {}, ShapeError, "n >= 2"),
        ((half_squares, lambda W: W), {}, KindError, "at=W"),
        ((half_squares, POINT), {"at": POINT}, KindError, r"check_gradients\(f, grad, at=W\)"),
        (("model", X, t), {}, KindError, "a str"),
        ((half_squares, lambda W: W[0]), {"at": POINT}, ShapeError, "the shape of its variable"),
        ((half_squares, lambda W: W.T), {"at": POINT[:2]}, ShapeError, "transpose what grad returns"),
        ((lambda W: W, lambda W: W), {"at": POINT}, ShapeError, "only a number has a gradient"),
        ((half_squares, lambda W: W), {"at": "here"}, KindError, "array of finite real numbers"),
        ((half_squares, lambda W: W), {"at": []}, KindError, "array of finite real numbers"),
        ((half_squares, lambda W: W), {"at": POINT, "tolerance": 2}, OptionError, "tolerance"),
    ],
)
def test_what_cannot_be_checked_is_refused(arguments, options, error, says):
    with pytest.raises(error, match=says):
        check_gradients(*copy.copy(arguments), **options)
