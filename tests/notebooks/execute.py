"""Runs a notebook from its source, and compares what two runs of it say."""

import math
import re
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from mlp_theory.commands.exercises import read_notebook

FOLDER = Path(__file__).parents[2] / "notebooks"
SOURCES = sorted(FOLDER.glob("[0-9]*.py"))

ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "MPLBACKEND": "module://matplotlib_inline.backend_inline"}

NUMBER = re.compile(r"-?\d+\.?\d*(?:e[+-]?\d+)?", re.IGNORECASE)

TOLERANCES = {
    "training": 0.05,  # what a rounding changes grows from step to step, and sums are ordered by the BLAS
    None: 1e-6,
}
"""How far a number may differ, by the tag of its cell."""

ROUNDING = "rounding"
"""The tag of a cell whose numbers are rounding errors: only their size is compared."""


def notebook_of(source):
    """The notebook of a percent script, with the same cell ids each time."""
    notebook = read_notebook(source)
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    )
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"cell-{number:03}"
    return notebook


def run(notebook, allow_errors=False):
    """Execute all cells in a fresh kernel, with the folder of the notebooks as its own."""
    import os

    client = NotebookClient(
        notebook, timeout=None, startup_timeout=600, iopub_timeout=600, kernel_name="python3", record_timing=False,
        coalesce_streams=True, allow_errors=allow_errors, resources={"metadata": {"path": str(FOLDER)}},
    )  # fmt: skip
    client.execute(env={**os.environ, **ENVIRONMENT})
    notebook.metadata.pop("language_info", None)
    return notebook


def differences(found, kept):
    """Where two runs of a notebook say different things, in words."""
    out = []
    if [c.source for c in found.cells] != [c.source for c in kept.cells]:
        return ["the cells are not those of the source"]
    for cell, other in zip(found.cells, kept.cells, strict=True):
        if cell.cell_type == "code":
            tags = cell.metadata.get("tags", [])
            said, before = _texts(cell), _texts(other)
            if [kind for kind, _ in said] != [kind for kind, _ in before]:
                out.append(f"{cell['id']}: outputs {[k for k, _ in said]}, kept {[k for k, _ in before]}")
                continue
            for (kind, text), (_, kept_text) in zip(said, before, strict=True):
                wrong = "" if text is None else difference(text, kept_text, tags)
                out += [f"{cell['id']}, {kind}: {wrong}"] if wrong else []
    return out


def difference(text, kept, tags=()):
    """The first words or numbers in which two texts differ; empty where none do."""
    if NUMBER.split(text) != NUMBER.split(kept):
        return f"says\n{text}\nkept\n{kept}"
    for a, b in zip(NUMBER.findall(text), NUMBER.findall(kept), strict=True):
        if not _near(float(a), float(b), tags):
            return f"{a}, kept {b}"
    return ""


def _near(a, b, tags):
    if ROUNDING in tags:
        return a == b or (a * b > 0 and abs(math.log10(abs(a)) - math.log10(abs(b))) < 2) or max(abs(a), abs(b)) < 1e-12
    tolerance = next((TOLERANCES[tag] for tag in tags if tag in TOLERANCES), TOLERANCES[None])
    return math.isclose(a, b, rel_tol=tolerance, abs_tol=1e-9)


def _texts(cell):
    """Each output with its kinds, and its text; of a figure that it is there."""
    out = []
    text = "".join(output.text for output in cell.outputs if output.output_type == "stream")
    if text:
        out.append(("text", text))
    for output in cell.outputs:
        if output.output_type == "error":
            out.append((f"error {output.ename}", output.evalue))
        for kind, data in sorted(output.get("data", {}).items()):
            figure = kind.startswith("image/") or any(k.startswith("image/") for k in output.data)
            out.append((kind, None if figure else data))
    return out
