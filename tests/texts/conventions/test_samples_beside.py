"""Samples ``x^{(i)}`` beside a column x that stands for any of them."""

import pytest

from tests.texts.checked import line_by_line

GIVEN = "$x, w \\in \\mathbb{R}^d$\n\n$y_i \\in \\mathbb{R}$ for $i = 1, \\dots, m$\n\n$$f(x) = w^\\top x$$\n"


def page(sample, *claims):
    loss = rf"J = \frac{{1}}{{2}} \sum_{{i=1}}^m (w^\top {sample} - y_i)^2"
    return GIVEN + "".join(f"$${line}$$\n" for line in (loss, *claims))


@pytest.mark.parametrize("sample", ["x^{(i)}", "x_i"])
def test_samples_are_columns_and_no_entries(sample):
    gradient = r"\nabla_w J = \sum_{i=1}^m (w^\top SAMPLE - y_i) ".replace("SAMPLE", sample)
    right, generic, minus = gradient + sample, gradient + "x", gradient + "(-" + sample + ")"
    told = line_by_line(page(sample, right, generic, minus, r"\nabla_w f = x"))
    assert told.split()[-5:] == ["defines", "holds", "false", "false", "holds"]


def test_entries_of_samples_have_two_indices():
    gradient = r"\frac{\partial J}{\partial w_j} = \sum_{i=1}^m (w^\top x^{(i)} - y_i) "
    told = line_by_line(
        page("x^{(i)}", gradient + "x_j^{(i)}", gradient + "x_j", r"\frac{\partial f}{\partial w_j} = x_j")
    )
    assert told.split()[-3:] == ["holds", "false", "holds"]


def test_samples_of_a_matrix_are_its_columns():
    given = "$X \\in \\mathbb{R}^{d \\times m}$ and $y \\in \\mathbb{R}^m$\n\n"
    lines = page("x^{(i)}", r"\nabla_w J = X(X^\top w - y)", r"\nabla_w J = X(X^\top w + y)", r"\nabla_w f = x")
    lines = lines.replace("$y_i \\in \\mathbb{R}$ for $i = 1, \\dots, m$\n\n", given)
    assert line_by_line(lines).split()[-4:] == ["defines", "holds", "false", "holds"]


def test_entries_of_a_column_stay_entries():
    claims = (
        r"w^\top x = \sum_{i=1}^d w_i x_i",
        r"\frac{\partial f}{\partial x_i} = w_i",
        r"w^\top x = \sum_{i=1}^d w_i",
    )
    assert line_by_line(GIVEN + "".join(f"$${line}$$\n" for line in claims)).split()[-3:] == ["holds", "holds", "false"]


def test_a_column_as_long_as_its_brackets_run_has_entries():
    given = "$X \\in \\mathbb{R}^{d \\times n}$, $y \\in \\mathbb{R}^n$, $w \\in \\mathbb{R}^d$\n\n$$p = X^\\top w$$\n"
    loss = r"$$J(w) = \frac{1}{2} \sum_{i=1}^n (p^{(i)} - y^{(i)})^2$$" + "\n"
    claims = "$$\\nabla_w J = X(p - y)$$\n$$\\nabla_w J = X(p + y)$$\n"
    assert line_by_line(given + loss + claims).split()[-3:] == ["defines", "holds", "false"]
