"""The notebooks for learners: the solutions are gone, and what judges them fails until they are written."""

import re

import jupytext
import pytest

from mlp_theory.cli import main
from mlp_theory.commands.exercises import TURN, blanked, write_exercises
from mlp_theory.errors import OptionError
from tests.notebooks.execute import SOURCES, notebook_of, run

ids = [source.stem for source in SOURCES]


def tagged(notebook, tag):
    return [k for k, cell in enumerate(notebook.cells) if tag in cell.metadata.get("tags", [])]


@pytest.mark.parametrize("source", SOURCES, ids=ids)
def test_no_solution_is_left(source):
    solved, open_ = notebook_of(source), blanked(notebook_of(source))
    for k in tagged(solved, "solution"):
        solution = [line for line in solved.cells[k].source.partition("# solution\n")[2].splitlines() if line.strip()]
        solution = solution or solved.cells[k].source.splitlines()
        assert not [line for line in solution if line in open_.cells[k].source.splitlines()]
        assert TURN in open_.cells[k].source
    others = set(range(len(solved.cells))) - set(tagged(solved, "solution"))
    assert all(solved.cells[k].source == open_.cells[k].source for k in others)


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("source", SOURCES, ids=ids)
def test_what_judges_fails_on_an_open_exercise_and_nothing_else_does(source):
    ran = run(blanked(notebook_of(source)), allow_errors=True)
    failed = [k for k, cell in enumerate(ran.cells) if any(o.output_type == "error" for o in cell.get("outputs", []))]
    assert failed == tagged(ran, "judge")


def test_the_command_writes_them_and_keeps_answers(tmp_path, capsys):
    assert main(["exercises", "--out", str(tmp_path / "mine")]) == 0
    written = sorted((tmp_path / "mine").glob("*.ipynb"))
    assert [path.stem for path in written] == ids
    assert all(not cell.get("outputs") for path in written for cell in jupytext.read(path).cells)
    answered = written[0]
    answered.write_text("mine", encoding="utf-8")
    assert main(["exercises", "--out", str(tmp_path / "mine")]) == 2
    assert "--force" in capsys.readouterr().err
    assert answered.read_text(encoding="utf-8") == "mine"
    assert main(["exercises", "--out", str(tmp_path / "mine"), "--force"]) == 0
    assert answered.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("folder", ["mine", "out/exercises", "."])
def test_links_lead_to_the_chapters_from_any_folder(folder, tmp_path):
    written = write_exercises(tmp_path / folder)
    links = [
        (path, link)
        for path in written
        for cell in jupytext.read(path).cells
        if cell.cell_type == "markdown"
        for link in re.findall(r"\]\(([^)#:]+)[^)]*\)", cell.source)
    ]
    assert any("06-the-algorithm.md" in link for _, link in links)
    assert not [(path.name, link) for path, link in links if not (path.parent / link).exists()]


@pytest.mark.parametrize("name", ["taken", "taken/below", "x" * 300], ids=["a file", "below a file", "a long name"])
def test_a_folder_that_cannot_be_is_refused_with_a_mend(name, tmp_path, capsys):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    assert main(["exercises", "--out", str(tmp_path / name)]) == 2
    assert "to mend : name another folder with --out" in capsys.readouterr().err
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


def test_the_command_to_open_them_can_be_pasted(tmp_path, capsys):
    assert main(["exercises", "--out", str(tmp_path / "my own")]) == 0
    assert f"jupyter lab '{tmp_path / 'my own'}'" in capsys.readouterr().out


def test_a_given_beginning_stays():
    notebook = jupytext.reads('# %% tags=["solution"]\ndef f(x):\n    # solution\n    return 2 * x\n', fmt="py:percent")
    assert blanked(notebook).cells[0].source == f"def f(x):\n    {TURN}"


def test_a_method_is_left_open_at_its_own_depth():
    given = "class Twice:\n    def value(self, x):"
    notebook = jupytext.reads(
        f'# %% tags=["solution"]\n{given}\n        # solution\n        return 2 * x\n', fmt="py:percent"
    )
    assert blanked(notebook).cells[0].source == f"{given}\n        {TURN}"


def test_without_jupytext_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "jupytext", None)
    with pytest.raises(OptionError, match=r"mlp-theory\[notebooks\]"):
        write_exercises(tmp_path)
