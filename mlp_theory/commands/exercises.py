"""Write the notebooks with their exercises open, for a learner to fill in."""

from __future__ import annotations

import argparse
import os
import shlex
from pathlib import Path
from typing import Any

from mlp_theory.commands.options import say
from mlp_theory.errors import DataError, OptionError

SOLUTION = "solution"
"""The tag of a cell that a learner is to write."""

MARK = "# solution"
"""A line of such a cell: what stands above it, as the name of a function, is given."""

TURN = "...  # your turn"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``exercises``."""
    parser.add_argument(
        "--out", type=Path, default=Path("out/exercises"), metavar="DIR", help="the folder (default: out/exercises)"
    )
    parser.add_argument("--force", action="store_true", help="write over notebooks that are there already")


def run(options: argparse.Namespace) -> int:
    """Write one notebook for every source; return 0."""
    written = write_exercises(options.out, force=options.force)
    for path in written:
        say(str(path))
    say(f"{len(written)} notebooks. Open them with: jupyter lab {shlex.quote(str(options.out))}")
    return 0


def write_exercises(folder: Path, *, force: bool = False) -> list[Path]:
    """Write every notebook with the cells tagged ``solution`` blanked, and without outputs.

    Parameters
    ----------
    folder : Path
        Made where it does not exist.
    force : bool
        Whether a notebook that is there, perhaps with somebody's answers, is written over.

    Returns
    -------
    list of Path

    Raises
    ------
    OptionError
        When a notebook is there already, or jupytext is not installed.
    DataError
        When the folder cannot be written to.
    """
    jupytext = _jupytext()
    from mlp_theory.texts.chapters import folder_of

    sources = sorted(folder_of("notebooks").glob("[0-9]*.py"))
    targets = [folder / f"{source.stem}.ipynb" for source in sources]
    try:
        there = [target for target in targets if target.exists()]
        if there and not force:
            raise OptionError(
                "The exercises would write over notebooks that may hold answers",
                expected="a folder without them",
                got=f"{there[0]}",
                mend="name another folder with --out, or write over them with --force",
            )
        folder.mkdir(parents=True, exist_ok=True)
        for source, target in zip(sources, targets, strict=True):
            jupytext.write(linked(blanked(read_notebook(source)), folder), target)
    except OSError as error:
        raise DataError(
            "The exercises cannot be written there",
            expected="a folder, or the name of one that can be made",
            got=f"{error.strerror}: {error.filename}",
            mend="name another folder with --out",
        ) from None
    return targets


def linked(notebook: Any, folder: Path) -> Any:
    """A notebook whose links to the chapters lead there from another folder, in place."""
    from mlp_theory.texts.chapters import folder_of

    chapters = Path(os.path.relpath(folder_of("derivations"), folder)).as_posix()
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = cell.source.replace("](../derivations/", f"]({chapters}/")
    return notebook


def read_notebook(source: Path) -> Any:
    """The notebook of a script; the text of a ``%%check`` cell, a comment in the script, is none in the notebook."""
    notebook = _jupytext().read(source)
    for cell in notebook.cells:
        first, *rest = cell.source.split("\n")
        if cell.cell_type == "code" and first.startswith("%%check"):
            cell.source = "\n".join([first, *(line.removeprefix("#").removeprefix(" ") for line in rest)])
    return notebook


def blanked(notebook: Any) -> Any:
    """A notebook with the solutions taken out of it, in place."""
    for cell in notebook.cells:
        if SOLUTION not in cell.metadata.get("tags", []):
            continue
        if cell.cell_type == "markdown":
            cell.source = "*Your answer:*"
            continue
        above, mark, _ = cell.source.partition(MARK)
        given = above.rstrip() if mark else ""
        indent = above.rpartition("\n")[2] if mark else ""
        cell.source = f"{given}\n{indent}{TURN}" if given else TURN
    return notebook


def _jupytext() -> Any:
    try:
        import jupytext
    except ImportError:
        raise OptionError(
            "Notebooks are written with jupytext",
            expected="jupytext installed",
            got="Python without it",
            mend="pip install 'mlp-theory[notebooks]', or make lab",
        ) from None
    return jupytext
