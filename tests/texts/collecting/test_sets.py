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


def test_an_interval_stays_one():
    page = r"Let $u \in [0, 1]$. $$u^2 \le 1$$ $$u < 1$$ $$u \ge 1$$"
    assert [v.verdict for v in check_text(page).verdicts][:2] == ["declares", "holds"]
    assert [v.verdict for v in check_text(page).verdicts][-1] == "false"
