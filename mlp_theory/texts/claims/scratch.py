"""What a claim teaches of shapes and symbols, forgotten again: a claim must not bear witness for itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mlp_theory.texts.symbols.state import Page


@contextmanager
def forgetting(page: Page) -> Iterator[None]:
    """Leave the page as it was: its sizes, and its symbols with what was left open of them."""
    learnt, created, loose = len(page.dims.trail), len(page.created), len(page.solver.loose)
    try:
        yield
    finally:
        for key in page.created[created:]:
            page.infos.pop(key, None)
        del page.created[created:]
        del page.solver.loose[loose:]
        page.dims.undo(learnt)
