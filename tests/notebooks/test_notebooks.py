"""Every notebook runs from its source, and says what its executed page says."""

import copy

import nbformat
import pytest

from tests.notebooks.execute import SOURCES, difference, differences, notebook_of, run

ids = [source.stem for source in SOURCES]


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("source", SOURCES, ids=ids)
def test_a_notebook_says_what_its_page_says(source):
    kept = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    assert not differences(run(notebook_of(source)), kept)


@pytest.mark.parametrize("source", SOURCES, ids=ids)
def test_a_notebook_keeps_to_the_form(source):
    notebook = notebook_of(source)
    first = notebook.cells[0].source
    assert first.startswith(f"# {int(source.name[:2])} · ")
    assert "**After this page you can**" in first
    assert "*Needs:*" in first
    tags = [tag for cell in notebook.cells for tag in cell.metadata.get("tags", [])]
    assert set(tags) <= {"solution", "judge", "training", "rounding"}
    assert tags.count("solution") == tags.count("judge") == 3
    for cell in notebook.cells:
        if cell.cell_type == "code" and any(line.startswith(("def ", "class ")) for line in cell.source.splitlines()):
            if "solution" not in cell.metadata.get("tags", []):
                assert cell.source.strip().splitlines()[-1].startswith(("assert ", ")", "    ")), cell.source
                assert "\nassert " in cell.source, f"a cell that defines ends with an assert:\n{cell.source}"


@pytest.mark.parametrize("source", SOURCES, ids=ids)
def test_what_is_shown_was_not_typed(source):
    kept = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    code = [cell for cell in kept.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert not [output for cell in code for output in cell.outputs if output.output_type == "error"]
    assert any("image/png" in output.get("data", {}) for cell in code for output in cell.outputs)


def test_a_difference_is_seen():
    assert not difference("loss 0.5 at epoch 3", "loss 0.5 at epoch 3")
    assert not difference("loss 0.50000000001", "loss 0.5")
    assert difference("loss 0.51", "loss 0.5")
    assert difference("loss 0.5", "error 0.5")
    assert difference("1 2 3", "1 2")
    assert not difference("loss 0.51", "loss 0.5", ["training"])
    assert difference("loss 0.6", "loss 0.5", ["training"])
    assert not difference("1e-9", "3e-9", ["rounding"])
    assert difference("1e-9", "3e-3", ["rounding"])
    assert difference("-1e-9", "1e-9", ["rounding"])


def test_a_changed_page_is_seen():
    kept = nbformat.read(SOURCES[0].with_suffix(".ipynb"), as_version=4)
    assert not differences(kept, kept)
    shown = next(k for k, cell in enumerate(kept.cells) if cell.cell_type == "code" and cell.outputs)
    damaged = copy.deepcopy(kept)
    damaged.cells[shown].outputs = []
    assert differences(kept, damaged)
    damaged = copy.deepcopy(kept)
    damaged.cells[0].source += "!"
    assert differences(kept, damaged)
