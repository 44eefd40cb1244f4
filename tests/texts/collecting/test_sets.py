"""Sets that a declaration names: numbers from 1 on are written in curly and in square brackets."""

import pytest

from mlp_theory.texts.check import check_text


@pytest.mark.parametrize("numbers", [r"\{1, \dots, T\}", r"[1, \cdots, T]", "[1, T]", "[T]"])
def test_an_index_runs_over_whole_numbers(numbers):
    page = rf"For $t \in {numbers}$ let $c_t = a + t$. "
    right = page + r"$$\sum_{t=1}^T c_t = a T + \frac{T (T + 1)}{2}$$"
    wrong = page + r"$$\sum_{t=1}^T c_t = a T + \frac{T (T - 1)}{2}$$"
    assert [v.verdict for v in check_text(right).verdicts] == ["declares", "defines", "holds"]
    assert [v.verdict for v in check_text(wrong).verdicts][-1] == "false"


@pytest.mark.parametrize(
    ("interval", "true", "wrong"),
    [
        ("(0, 1]", r"\sqrt{u^2} = u", "u > 1"),
        ("[0, 1)", r"u < 1", r"u \ge 1"),
        (r"[0, \infty)", r"\sqrt{u^2} = u", "u < 0"),
        (r"(-1, 1]", r"u^2 \le 1", r"u^2 \ge 1"),
    ],
)
def test_an_interval_may_have_one_of_its_ends(interval, true, wrong):
    page = rf"Let $u \in {interval}$. $${true}$$ $${wrong}$$"
    assert [v.verdict for v in check_text(page).verdicts] == ["declares", "holds", "false"]


def test_brackets_that_differ_around_a_value_are_a_slip():
    assert [v.verdict for v in check_text(r"$a, b \in \mathbb{R}$ $$(a + b] = a + b$$").verdicts][-1] == "unread"


def test_a_set_of_which_nothing_is_said_leaves_its_members_to_typography():
    page = (
        r"Let $p \in \mathcal{M}$ and $q \in T_p M$, $D = \{(x_1, y_1), \dots, (x_n, y_n)\}$. $$p^\top q = q^\top p$$"
    )
    assert [v.verdict for v in check_text(page).verdicts] == ["declares", "declares", "declares", "holds"]
    assert [v.verdict for v in check_text(page.replace("= q", "= 2 q")).verdicts][-1] == "unread"


def test_where_something_is_smallest_is_supposed():
    page = r"Let $w \in \mathbb{R}^n$. $$v \in \arg\min_w w^\top w$$"
    assert [v.verdict for v in check_text(page).verdicts] == ["declares", "supposes"]


def test_an_interval_stays_one():
    page = r"Let $u \in [0, 1]$. $$u^2 \le 1$$ $$u < 1$$ $$u \ge 1$$"
    assert [v.verdict for v in check_text(page).verdicts][:2] == ["declares", "holds"]
    assert [v.verdict for v in check_text(page).verdicts][-1] == "false"
