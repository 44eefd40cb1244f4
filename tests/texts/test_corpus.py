"""Pages in the styles of real notes, each with true claims and with slips that people really make."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from mlp_theory.texts.check import Settings, check_source
from mlp_theory.texts.source.files import read_file

ROOT = Path(__file__).parents[2]
CORPUS = sorted((ROOT / "tests" / "corpus").glob("*.md"))
CHAPTERS = sorted((ROOT / "derivations").glob("*.md"))


@cache
def verdicts_of(path):
    return check_source(read_file(path), Settings()).verdicts


@pytest.mark.parametrize("path", [*CORPUS, *CHAPTERS], ids=lambda path: path.stem)
def test_every_equation_is_judged_as_it_should_be(path):
    """A slip is marked by the page as false, and must be; all else holds, defines or declares."""
    wrong = [f"line {v.line}: {v.verdict}: {v.read_as} ({v.reason})" for v in verdicts_of(path) if not v.passed]
    assert not wrong, "\n".join(wrong)


def test_the_corpus_is_large_and_varied():
    counts = Counter(v.verdict for path in CORPUS for v in verdicts_of(path))
    assert len(CORPUS) >= 24
    assert counts["holds"] >= 150
    assert counts["false"] >= 150
    assert counts["unread"] == 0


@pytest.mark.parametrize("path", [*CORPUS, *CHAPTERS], ids=lambda path: path.stem)
def test_a_claim_that_holds_was_evaluated(path):
    """At draws, with both sides of one shape, and to the accuracy of double precision."""
    for v in verdicts_of(path):
        if v.verdict == "holds":
            assert v.draws >= 12, v.read_as
            assert v.relative_error is not None
            assert v.relative_error < 1e-7, v.read_as  # fourth-order differences; most lie below 1e-12


@pytest.mark.sample(every=13)
@pytest.mark.parametrize("path", [*CORPUS, *CHAPTERS], ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", [1, 2])
def test_no_seed_raises_a_false_alarm(seed, path):
    """Two seeds on every page; a hundred by ``make bench ONLY=texts``."""
    report = check_source(read_file(path), Settings(seed=seed))
    assert not [f"line {v.line}: {v.verdict}: {v.read_as}" for v in report.verdicts if not v.passed]
