"""Notebooks of Jupyter: the Markdown of their cells, each cell a part of the page that counts its own lines."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from mlp_theory.errors import DataError
from mlp_theory.texts.source.front_matter import matter_of
from mlp_theory.texts.source.gathering import Gatherer
from mlp_theory.texts.source.limits import bounded
from mlp_theory.texts.source.markdown import in_markdown, tokens_of
from mlp_theory.texts.source.pieces import Part, Source
from mlp_theory.texts.source.places import moved

_SHOWN_BY_CODE = re.compile(r"^%%latex\b|\b(?:Math|Latex)\(\s*[rf]?[\"']", re.MULTILINE)


def read_notebook(text: str, path: str) -> Source:
    """The cells of Markdown of a notebook, of any format that has cells; code is not read.

    Raises
    ------
    DataError
        For what is no notebook, or is too large.
    """
    cells = _cells(text, path)
    written = {k: bounded(_source(cell), path) for k, cell in enumerate(cells, start=1) if _is_prose(cell)}
    translated = {k: in_markdown(page) for k, page in written.items()}
    whole = bounded("\n".join(written.values()), path)
    gatherer = Gatherer("\n".join(translated.values()))
    parts: list[Part] = []
    matter: dict[str, str] = {}
    line = begin = 0
    for k, page in translated.items():
        tokens = tokens_of(page, f"{path}, cell {k}", front_matter=k == 1)
        matter = matter_of(tokens) if k == 1 else matter
        gatherer.read(moved(tokens, line, begin))
        parts.append(Part(f"cell {k}", line + 1))
        line, begin = line + page.count("\n") + 1, begin + len(page) + 1
    return Source(
        path,
        tuple(gatherer.done),
        matter,
        whole,
        "\n".join(translated.values()),
        tuple(parts),
        dict(gatherer.passed_over + _shown_by_code(cells)),
    )


def _cells(text: str, path: str) -> list[dict[str, Any]]:
    """The cells of a notebook in their order."""
    expected = "a notebook of Jupyter, in JSON"
    try:
        notebook = json.loads(text)
    except json.JSONDecodeError as error:
        got = f"{error.msg} in line {error.lineno}, column {error.colno}"
        raise DataError(f"{path} is no notebook", expected=expected, got=got) from None
    except (RecursionError, ValueError) as error:
        raise DataError(f"{path} is no notebook", expected=expected, got=type(error).__name__) from None
    sheets = notebook.get("worksheets", [notebook]) if isinstance(notebook, dict) else None
    if not isinstance(sheets, list):
        raise DataError(f"{path} is no notebook", expected=expected, got="JSON of another kind")
    found = [cells for sheet in sheets if isinstance(sheet, dict) and isinstance(cells := sheet.get("cells"), list)]
    if not found:
        raise DataError(f"{path} is no notebook", expected=f"{expected}, with cells", got="JSON without cells")
    return [cell if isinstance(cell, dict) else {} for cells in found for cell in cells]


def _is_prose(cell: dict[str, Any]) -> bool:
    return cell.get("cell_type") in ("markdown", "heading")


def _source(cell: dict[str, Any]) -> str:
    """The text of a cell, which JSON has whole or line by line."""
    source = cell.get("source", cell.get("input", ""))
    lines = source if isinstance(source, list) else [source]
    return "".join(line for line in lines if isinstance(line, str))


def _shown_by_code(cells: list[dict[str, Any]]) -> Counter[str]:
    """Formulas that code shows: they are not read, and counted."""
    code = [_source(cell) for cell in cells if cell.get("cell_type") == "code"]
    return Counter({"formula shown by code": sum(len(_SHOWN_BY_CODE.findall(text)) for text in code)})
