"""Notebooks: the Markdown of their cells, each place told as cell and line."""

import json

import pytest

from mlp_theory.cli import main
from mlp_theory.errors import DataError
from mlp_theory.texts.check import check_file
from mlp_theory.texts.source.files import read_file
from mlp_theory.texts.source.notebook import read_notebook
from tests.texts.source.planted import FALSE, found_in, stands_at


def cell(source, kind="markdown"):
    return {"cell_type": kind, "source": source, "metadata": {}}


def notebook(*cells, **more):
    return json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more})


PAGE = notebook(
    cell(["# A norm\n", "\n", r"Let $x \in \mathbb{R}^n$."]),
    cell("import numpy as np\n# $x = 2$", "code"),
    cell(f"So\n\n> $$\n>   {FALSE}\n> $$"),
)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "norm.ipynb"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_slip_is_told_by_cell_and_line(path, capsys):
    assert found_in(path) == [("cell 3", 4, 5)]
    assert main(["check", str(path)]) == 1
    assert "cell 3, line 4  FALSE     xᵀ x = 2 ‖x‖²" in capsys.readouterr().out
    main(["check", str(path), "--format", "json"])
    told = json.loads(capsys.readouterr().out)["files"][0]["verdicts"][-1]
    assert (told["part"], told["line"], told["column"]) == ("cell 3", 4, 5)
    main(["check", str(path), "--format", "github"])
    assert f"::error file={path},title=cell 3%2C line 4%3A this equation is false::" in capsys.readouterr().out


def test_places_are_right_in_every_cell():
    cells = [f"Text {k}\n" * k + f"and $${FALSE}$$ there" for k in range(5)]
    source = read_notebook(notebook(*map(cell, cells)), "n.ipynb")
    for piece, text in zip(source.pieces_and_directives, cells, strict=True):
        line, column = piece.at(0)
        assert [(*source.place_of(line)[1:], column)] == stands_at(text)
    assert [source.place_of(piece.at(0)[0])[0] for piece in source.pieces_and_directives] == [
        f"cell {k}" for k in range(1, 6)
    ]


def test_no_cell_reaches_into_the_next():
    source = read_notebook(notebook(*map(cell, ["```\ncode", "<!-- open", "$$ open", "---\n$a$\n---", "$b$"])), "n")
    assert [piece.latex for piece in source.pieces_and_directives] == ["a", "b"]


def test_an_unclosed_display_is_told_in_its_cell(tmp_path):
    path = tmp_path / "open.ipynb"
    path.write_text(notebook(cell("$$ a"), cell("text\n$$ b")), encoding="utf-8")
    told = [(v.part, v.line, v.verdict) for v in check_file(path).verdicts]
    assert told == [("cell 1", 1, "unread"), ("cell 2", 2, "unread")]


def test_the_head_of_a_notebook_stands_in_its_first_cell():
    source = read_notebook(notebook(cell("---\nlayout: numerator\n---\n$a$")), "n")
    assert source.front_matter == {"layout": "numerator"}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"worksheets": [{"cells": [cell("$a$"), cell("$b$", "heading")]}], "nbformat": 3}),
        notebook(cell("$a$"), {"cell_type": "markdown"}, {}, None, cell(None), cell(["$b$", 3])),
        notebook(cell("$a$"), {"cell_type": "raw", "source": "$c$"}, cell("$b$"), nbformat=99),
    ],
    ids=["of format 3", "with broken cells", "of a format to come"],
)
def test_whatever_has_cells_is_read(text):
    assert [piece.latex for piece in read_notebook(text, "n").pieces_and_directives] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PAGE[:100], "line 1, column"),
        ("", "line 1, column 1"),
        ("[1, 2]", "another kind"),
        ("{}", "without cells"),
        ('{"cells": 5}', "without cells"),
        ('{"worksheets": 5}', "another kind"),
        ("[" * 100_000, "RecursionError"),
        (notebook(cell("x\n" * 200_000)), "100,000 lines"),
        (notebook(cell("a\0b")), "NUL"),
        ('{"cells": ' + "9" * 10_000 + "}", "no notebook"),
    ],
    ids=[
        "cut off",
        "empty",
        "a list",
        "an object",
        "a number",
        "sheets",
        "deep",
        "many lines",
        "binary",
        "a long number",
    ],
)
def test_what_is_no_notebook_is_one_clear_error(text, says, tmp_path):
    path = tmp_path / "broken.ipynb"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=says):
        read_file(path)


def test_pictures_in_a_notebook_do_not_make_it_too_large(tmp_path):
    path = tmp_path / "pictures.ipynb"
    drawn = {**cell("plot()", "code"), "outputs": [{"data": {"image/png": "A" * 5_000_000}}]}
    path.write_text(notebook(cell("$a$"), drawn), encoding="utf-8")
    assert [piece.latex for piece in read_file(path).pieces_and_directives] == ["a"]


def test_formulas_that_code_shows_are_counted():
    shown = [cell("%%latex\n$x$", "code"), cell('display(Math(r"x = 1"))', "code")]
    assert read_notebook(notebook(*shown), "n").passed_over == {"formula shown by code": 2}
