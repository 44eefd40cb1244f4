"""The loss of a page is a defined number that is called as losses are."""

import pytest

from mlp_theory.symbolic import Definition, Number, Symbol
from mlp_theory.texts.symbols.loss_names import is_loss, loss_of
from tests.texts.symbols.small_pages import declare, notes_of, page_of


@pytest.mark.parametrize(
    ("latex", "kind", "expected"),
    [
        ("L", "defined", True),
        (r"\mathcal{F}", "defined", True),
        (r"\mathrm{cost}", "defined", True),
        ("L", "given", False),
        ("x", "defined", False),
    ],
)
def test_what_is_called_a_loss(latex, kind, expected):
    assert is_loss(declare(page_of(), latex, 1, 1, kind=kind)) is expected


def test_of_two_losses_it_is_the_one_made_of_the_other():
    page = page_of()
    assert loss_of(page, notes_of(page)) is None
    for letter, node in {"E": Number(1.0), "J": Symbol("E")}.items():
        declare(page, letter, 1, 1, kind="defined")
        page.book.definitions[letter] = Definition(node)
    declare(page, "C", "m", "n", kind="defined")
    notes = notes_of(page)
    assert loss_of(page, notes).show == "J"
    assert notes.used == {"J"}
