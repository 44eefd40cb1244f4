"""What an error says of a claim: false shapes, an unknown shape, or what was not read."""

import pytest

from mlp_theory.texts.claims.outcome import outcome_of_error
from mlp_theory.texts.shapes.solver import MisfitError
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict, UnknownShape
from mlp_theory.texts.verdicts.reasons.unread_operations import UnknownWord


def test_shapes_that_do_not_fit_are_false():
    outcome = outcome_of_error(MisfitError("3×4 on the left, 4×3 on the right", ("3×4", "4×3")))
    assert (outcome.kind, outcome.why) == (FALSE, ShapeConflict("3×4 on the left, 4×3 on the right"))
    assert outcome.shapes == ("3×4", "4×3")


def test_a_right_side_that_does_not_fit_in_itself_is_told_with_the_shape_of_the_left_one():
    outcome = outcome_of_error(MisfitError("d×n times K×n does not multiply"), 1, "K×d")
    assert outcome.why == ShapeConflict("K×d on the left; d×n times K×n does not multiply")


@pytest.mark.parametrize(
    ("error", "unknown"),
    [
        (MisfitError("left ?rows of A×?columns of A, right n×n", unknown="A"), "A"),
        (MisfitError("left ?rows of A×n, right n×1"), ""),
    ],
    ids=["neither", "rows alone"],
)
def test_where_nothing_tells_the_shape_of_a_letter_nothing_is_false(error, unknown):
    outcome = outcome_of_error(error)
    if unknown:
        assert outcome.kind is UNREAD
        assert outcome.why == UnknownShape(f"the shape of {unknown} is not known: {error}")
    else:
        assert outcome.kind is FALSE


def test_what_was_not_read_keeps_its_reason_and_its_place():
    outcome = outcome_of_error(UnreadError(UnknownWord("unknown word: foo"), 7), side=1)
    assert (outcome.kind, outcome.why, outcome.at, outcome.side) == (UNREAD, UnknownWord("unknown word: foo"), 7, 1)


def test_any_other_error_is_told_by_its_words_or_its_name():
    assert str(outcome_of_error(ValueError("no such thing")).why) == "no such thing"
    assert str(outcome_of_error(KeyError()).why) == "KeyError"
