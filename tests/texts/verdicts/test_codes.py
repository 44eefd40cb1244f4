"""Reasons and their codes: each is a type with words of its own, and the table tells of them all."""

import pickle
import re

import pytest

from mlp_theory import check_text
from mlp_theory.texts.verdicts.codes import TABLE, table
from mlp_theory.texts.verdicts.reason import REASONS, Reason
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict

TABLE_NOW = table()


def test_the_table_is_not_stale():
    """If this fails: ``python -m mlp_theory.texts.verdicts``."""
    assert TABLE.read_text(encoding="utf-8") == TABLE_NOW


@pytest.mark.parametrize("reason", REASONS.values(), ids=REASONS.keys())
def test_a_reason_has_a_code_a_meaning_and_an_example(reason):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", reason.code)
    assert (reason.__doc__ or "").endswith(".")
    assert reason.example


def test_two_reasons_do_not_share_a_code():
    with pytest.raises(ValueError, match="ShapeConflict share the code shape-conflict"):

        class Another(Reason):
            code = "shape-conflict"


def test_a_reason_keeps_its_type_when_it_is_told_with_more():
    reason = ShapeConflict("shapes: left 3×4, right 4×3").behind("for l = 2: ").mended("transpose it")
    assert (reason.code, str(reason), reason.mend) == (
        "shape-conflict",
        "for l = 2: shapes: left 3×4, right 4×3",
        "transpose it",
    )
    assert pickle.loads(pickle.dumps(reason)) == reason


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        (r"x^\top x = x^\top x + 0", None),
        (r"x = x^\top", "shape-conflict"),
        (r"x^\top x = 2 x^\top x", "sides-differ"),
        (r"x^\top x < 0", "relation-fails"),
        (r"x^\top x = z", "fails-as-typed"),  # z is tried, as any number
        (r"x^\top x = z(2)", "undeclared-letter"),
        (r"x^\top x = x^\top x", "same-expression"),
        (r"x^\top x \sim 1", "no-equality"),
        (r"1 + 1 = n - n + 2", "only-sizes"),
        (r"\log(-x^\top x - 1) = 1", "no-value"),
    ],
)
def test_json_names_the_reason_by_its_code(claim, code):
    page = rf"Let $x \in \mathbb{{R}}^n$. $${claim}$$"
    told = check_text(page).to_json()["files"][0]["verdicts"][-1]
    assert told["code"] == code, told
