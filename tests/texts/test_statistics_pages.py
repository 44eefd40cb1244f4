"""Whole pages of statistics as lecturers write them: every line is read, in other letters too; every slip is found."""

import re

import pytest

from mlp_theory.texts.check import check_text
from tests.texts.pages.statistics import (
    derivative_sheets,
    divergences,
    gaussian_likelihood,
    least_squares,
    logistic_regression,
    margins,
    principal_components,
)

THEMES = (
    least_squares, principal_components, gaussian_likelihood, divergences, logistic_regression, margins,
    derivative_sheets,
)  # fmt: skip
PAGES = {name: page for theme in THEMES for name, page in theme.PAGES.items()}
SLIPS = [
    pytest.param(page, right, wrong, id=f"{name}: {wrong}")
    for name, (page, _, _, slips) in PAGES.items()
    for right, wrong in slips
]
MATHEMATICS = re.compile(r"\$\$.*?\$\$|\$[^$]*\$|\\begin\{align\}.*?\\end\{align\}", re.DOTALL)
TOKEN = re.compile(r"\\(?:text|operatorname|begin|end)\{[^}]*\}|\\[A-Za-z]+|\\.|[A-Za-z]|[^A-Za-z\\]+")


def in_letters(page, letters):
    """The page with other letters in its mathematics."""

    def spelled(mathematics):
        out = ""
        for token in TOKEN.findall(mathematics[0]):
            new = letters.get(token, token)
            glued = re.search(r"\\[A-Za-z]+$", out) and new[0].isalpha()
            out += f" {new}" if glued else new
        return out

    return MATHEMATICS.sub(spelled, page)


def told(page):
    verdicts = check_text(page).files[0].verdicts
    return " ".join(v.verdict for v in verdicts), "\n".join(f"{v.line} {v.verdict}: {v.read_as}" for v in verdicts)


@pytest.mark.parametrize("name", PAGES)
def test_every_line_of_a_page_is_read(name):
    page, wanted, *_ = PAGES[name]
    found, lines = told(page)
    assert found == wanted, lines
    assert not {"false", "unread", "doubtful"} & set(wanted.split())


@pytest.mark.sample(every=3)
@pytest.mark.parametrize("name", PAGES)
def test_other_letters_say_the_same(name):
    page, wanted, letters, _ = PAGES[name]
    other = in_letters(page, letters)
    assert other != page
    found, lines = told(other)
    assert found == wanted, lines


@pytest.mark.sample(every=7)
@pytest.mark.parametrize(("page", "right", "wrong"), SLIPS)
def test_a_slip_is_false_at_its_line(page, right, wrong):
    assert page.count(right) == 1
    line = page[: page.index(right)].count("\n") + 1
    verdicts = check_text(page.replace(right, wrong)).files[0].verdicts
    rows = range(line, line + 1 + wrong.count("cases") * 2)
    around = range(line - 3, line + 4) if re.search(r"\\begin\{(aligned|cases)\}", page) else rows
    # Shapes that do not fit are doubtful where only use tells a size, as that of D in X = UDVᵀ.
    assert {"false", "doubtful"} & {v.verdict for v in verdicts if v.line in around}
