"""What commas separate."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.lists import arguments, is_dots, is_tuple, list_parts
from tests.texts.syntax.parsed import first, item, shown


@pytest.mark.parametrize(
    ("latex", "parts"),
    [
        ("a", ["a"]),
        ("a, b", ["a", "b"]),
        (r"1, \dots, n", ["1", "…", "n"]),
        ("(a, b)", ["(a,b)"]),
    ],
)
def test_the_members_of_a_list(latex, parts):
    assert shown(list_parts(parse(latex))) == parts
    assert shown(list_parts(first("sub", f"x_{{{latex}}}")[0])) == parts


@pytest.mark.parametrize(
    ("latex", "parts"),
    [("(x)", ["x"]), ("(x, y + 1)", ["x", "y+1"]), (r"\{0, 1\}", ["0", "1"]), ("((x, y))", ["(x,y)"])],
)
def test_the_arguments_in_a_bracket(latex, parts):
    assert shown(arguments(item(latex))) == parts
    assert is_tuple(item(latex)) == (len(parts) > 1)


@pytest.mark.parametrize(
    ("latex", "expected"), [(r"\dots", True), (r"\cdots", True), ("x", False), (r"1 \dots n", False)]
)
def test_dots_alone(latex, expected):
    assert is_dots(parse(latex)) is expected


def test_an_empty_cell_is_no_dots():
    assert not is_dots(None)
