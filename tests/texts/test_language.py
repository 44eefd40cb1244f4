"""Small pages, one idea each, with the verdict of every line: the language by examples."""

from collections import Counter

import pytest

from mlp_theory.texts.check import check_text
from tests.texts.pages import (
    chains,
    conditions,
    definitions,
    derivatives,
    expectations,
    families,
    functions,
    hidden,
    iterates,
    labels,
    limits,
    mentions,
    names,
    parts,
    probabilities,
    rows,
    samples,
    solutions,
    suppositions,
    worded,
)

THEMES = (
    samples, names, labels, families, iterates, definitions, functions, chains, probabilities, conditions, derivatives,
    expectations, rows, hidden, limits, worded, parts, mentions, suppositions, solutions,
)  # fmt: skip
PAGES = {name: page for theme in THEMES for name, page in theme.PAGES.items()}


def test_no_page_hides_another_of_the_same_name():
    assert max(Counter(name for theme in THEMES for name in theme.PAGES).values()) == 1


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_judged_line_by_line(name):
    page, wanted = PAGES[name]
    verdicts = check_text(page).files[0].verdicts
    found = "\n".join(f"{v.verdict}: {v.read_as} ({v.reason})" for v in verdicts)
    assert " ".join(v.verdict for v in verdicts) == wanted, found
