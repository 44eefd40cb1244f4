"""How a claim was read, for those who ask: both sides with all brackets, and every symbol with its shape."""

from __future__ import annotations

from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.symbols.state import Page


def how_read(page: Page, solver: Solver, left: Term | None, right: Term | None, used: set[str]) -> list[str]:
    """A line a side, bracketed, and a line a symbol, with its shape and where that came from.

    Parameters
    ----------
    page, solver
        What the page says, and what the claim adds to it.
    left, right : Term or None
        The sides, as far as they were read.
    used : set of str
        The keys of the symbols.
    """
    dims = page.dims
    sides = [
        f"{name}: {term.show} : {solver.show(term)}"
        for name, term in (("left ", left), ("right", right))
        if term is not None
    ]
    symbols = []
    for info in (page.infos.get(key) for key in sorted(used)):
        if info is not None:
            many = f", {dims.show(info.count)} of them" if info.count is not None else ""
            domain = f", {info.domain}" if info.domain != "real" else ""
            symbols.append(f"{info.show} : {dims.show(info.r)}×{dims.show(info.c)}{many}, from {info.origin}{domain}")
    return [*sides, *symbols]
