"""``mlp-theory check --implements FILE.py:FUNCTION --of TAG page.md``: what is executed, printed and returned."""

import json

import pytest

from mlp_theory.cli import main

PAGE = r"""
Let $W \in \mathbb{R}^{K \times d}$ and $X \in \mathbb{R}^{d \times n}$.

$$Z = W X \tag{1.1}$$

$$A = \max(Z, 0) \tag{1.2}$$
"""

CODE = """
import numpy as np
from beside import relu

def forward(W, X):
    return W @ X

def wrong(W, X):
    return W @ X / X.shape[1]

def both(W, X):
    return X, W @ X

class Layer:
    @staticmethod
    def activate(Z):
        return relu(Z)

SOMETHING = 3
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A page, a file with functions, one beside it, and broken ones."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "other.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "layers.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "code" / "beside.py").write_text("def relu(Z):\n    return Z * (Z > 0)\n", encoding="utf-8")
    (tmp_path / "broken.py").write_text("def f(:\n", encoding="utf-8")
    (tmp_path / "leaves.py").write_text("import sys\nsys.exit(0)\n", encoding="utf-8")
    (tmp_path / "marks.py").write_text("open('executed', 'w').close()\ndef f(W, X):\n    return W @ X\n")
    return tmp_path


def check(*arguments):
    return main(["check", *arguments])


@pytest.mark.parametrize(
    ("function", "tag", "code", "says"),
    [
        ("code/layers.py:forward", "1.1", 0, "agrees with (1.1)"),
        ("code/layers.py:Layer.activate", "(1.2)", 0, "agrees with (1.2)"),
        ("code/layers.py:both[1]", "1.1", 0, "agrees"),
        ("code/layers.py:wrong", "1.1", 1, "DIFFERS"),
        ("code/layers.py:both", "1.1", 1, "returns 2 results"),
        ("code/layers.py:both[0]", "1.1", 1, "returns an array of shape"),
        ("code/layers.py:forward", "1.3", 2, "has this tag"),
        ("code/layers.py:forwards", "1.1", 2, "no such function"),
        ("code/layers.py:SOMETHING.forward", "1.1", 2, "no such function"),
        ("code/layers.py:SOMETHING", "1.1", 2, "no function"),
        ("code/layers.py", "1.1", 2, "No function is named"),
        ("missing.py:f", "1.1", 2, "no such file"),
        ("broken.py:f", "1.1", 2, "cannot be executed"),
        ("leaves.py:f", "1.1", 2, "SystemExit"),
    ],
)
def test_what_is_said_and_returned(files, capsys, function, tag, code, says):
    assert check("page.md", "--implements", function, "--of", tag) == code
    shown = capsys.readouterr()
    assert says in (shown.err if code == 2 else shown.out)


@pytest.mark.parametrize(
    "arguments",
    [
        ["page.md", "--implements", "code/layers.py:forward"],
        ["page.md", "--of", "1.1"],
        ["page.md", "other.md", "--implements", "code/layers.py:forward", "--of", "1.1"],
        ["missing.md", "--implements", "code/layers.py:forward", "--of", "1.1"],
    ],
    ids=["no tag", "no function", "two pages", "no page"],
)
def test_what_is_no_question_is_refused(files, capsys, arguments):
    assert check(*arguments) == 2
    assert capsys.readouterr().err.startswith("mlp-theory check:")


def test_json_says_all_of_it(files, capsys):
    assert check("page.md", "--implements", "code/layers.py:wrong", "--of", "1.1", "--format", "json") == 1
    report = json.loads(capsys.readouterr().out)
    assert report["verdict"] == "differs"
    assert report["tag"] == "1.1"
    assert report["arguments"] == {"W": "W", "X": "X"}
    found = report["counterexample"]
    assert set(found["sizes"]) == {"K", "d", "n"}
    assert found["equation"] == pytest.approx(found["function"] * found["sizes"]["n"])
    place = {}
    exec(found["numpy"], place)
    assert place["left"] == pytest.approx(found["function"])
    assert place["right"] == found["equation"]


def test_the_explanation_shows_code_that_repeats_it(files, capsys):
    assert check("page.md", "--implements", "code/layers.py:wrong", "--of", "1.1", "--explain") == 1
    assert "runpy.run_path" in capsys.readouterr().out


def test_github_marks_the_line_of_the_equation(files, capsys):
    assert check("page.md", "--implements", "code/layers.py:wrong", "--of", "1.1", "--format", "github") == 1
    assert capsys.readouterr().out.startswith("::error file=page.md,line=4::")


def test_a_file_is_executed_only_when_it_is_named(files):
    assert check("page.md") == 0
    assert not (files / "executed").exists()
    assert check("page.md", "--implements", "marks.py:f", "--of", "1.1") == 0
    assert (files / "executed").exists()
