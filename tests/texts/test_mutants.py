"""Planted slips die, on their own line and on no other."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.texts.mutants import Laboratory

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "tests" / "corpus").glob("*.md"), *(ROOT / "derivations").glob("*.md")])

# What may survive, counted by hand: the same mathematics in other letters. Numbers, symmetric and diagonal
# matrices may be transposed; factors that are numbers change places; in δ_ij x_j the other index would do;
# 0 = −0 = 2·0; z − s𝟏 is z − s by the conventions; in batch norm Σ(x_i − μ) = 0 makes its factor irrelevant.
EQUIVALENT = {
    "02-likelihood-to-loss": {"order": 1},
    "03-the-last-layer": {"index": 3},
    "03-logistic-regression-bold": {"sign": 1, "factor": 1},
    "07-softmax-index-form": {"index": 2},
    "10-traces-and-norms": {"order": 2},
    "11-jacobians": {"factor lost": 2},
    "12-hessians": {"order": 1, "sign": 1, "factor": 1},
    "15-linear-layer-by-entries": {"order": 4},
    "16-softmax-cross-entropy-batch": {"order": 1},
    "21-batch-norm": {"sign": 2, "1/n lost": 1, "order": 1},
    "22-attention": {"order": 1},
}


@cache
def trials_of(path):
    return tuple(Laboratory(path).trials())


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_slip_passes(path):
    """Each is false, or is no equation any more; what holds is the same mathematics."""
    survivors = [t for t in trials_of(path) if t.verdict == "holds" and t.mutant.kind != "transpose added"]
    listed = "\n".join(f"line {t.line}: {t.mutant.kind}: {t.mutant.before} => {t.mutant.after}" for t in survivors)
    assert Counter(t.mutant.kind for t in survivors) == EQUIVALENT.get(path.stem, {}), listed


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_transpose_passes_only_where_it_changes_nothing(path):
    """It holds at three times as many draws of another seed."""
    laboratory = Laboratory(path, seed=7, draws=18)
    for trial in trials_of(path):
        if trial.verdict == "holds" and trial.mutant.kind == "transpose added":
            assert laboratory.still_holds(trial), f"line {trial.line}: {trial.mutant.before} => {trial.mutant.after}"


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_other_links_of_a_chain_keep_their_verdict(path):
    """Only an inequality that stands behind the changed side may fail with it: it is about that side."""
    hit = [
        f"line {t.line}: {t.mutant.after}: {t.elsewhere}" for t in trials_of(path) for e in t.elsewhere if "≥" not in e
    ]
    assert not hit


@pytest.mark.sweep
def test_there_are_thousands_of_them():
    counts = Counter(t.verdict for path in PAGES for t in trials_of(path))
    assert counts["false"] >= 2_000
    assert counts["holds"] + counts["unread"] < 0.2 * counts["false"]
