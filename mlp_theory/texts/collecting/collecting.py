"""What every step of collecting needs: the names of a side, and the layers a statement speaks of."""

from __future__ import annotations

import re

from mlp_theory.symbolic import Dim
from mlp_theory.texts.items import Item, Pending, chain_of
from mlp_theory.texts.latex.statements import Side
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.source.pieces import Piece
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.lists import is_dots
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn


class Collecting:
    """What every step of collecting works with.

    Parameters
    ----------
    items : list of Item
        Of the shared notation first, then of the page.
    """

    def __init__(self, items: list[Item], layout: str):
        self.items = items
        self.position = {item: k for k, item in enumerate(items)}
        self.page = Page(layout)
        self.steps: dict[str, Side] = {}  # the right side of Δw = …
        self.page.solver.lenient = True
        self.pending: list[Pending] = []
        self._declaring: Piece | None = None  # the last piece that declared something
        self._nodes: list[tuple[Pending, str, Term, str | None, Dim | None]] = []

    def reader(self, claim: bool = False, solver: Solver | None = None) -> Reader:
        """A reader of this page."""
        return Reader(self.page, solver or self.page.solver, claim=claim)

    def _names(self, syn: Syn) -> list[tuple[Base, Scripts, Syn]]:
        r"""The names of a list ``\mathbf{W}, \mathbf{V}``; [] when it is anything else."""
        while syn.kind in ("single", "braces"):
            syn = syn[-1]
        parts = [p for p in syn.args if isinstance(p, Syn)] if syn.kind == "list" else [syn]
        out = []
        for part in parts:
            items = atoms(part)
            if len(items) != 1:
                if len(items) == 2 and items[1].kind == "parens":
                    items = items[:1]
                else:
                    return [] if not is_dots(part) else out
            bare, scripts = items[0], ()
            while bare.kind == "scripted":
                scripts = (*bare.args[1:], *scripts)
                bare = bare[0]
            base = base_of(bare)
            if base is None:
                if bare.kind == "dots":
                    continue
                return []
            out.append((base, scripts_of(scripts, transposes=self.page.transposes), items[0]))
        return out

    def _scopes(self, item: Item, letters: set[str]) -> list[Scope]:
        """One scope for each layer that the statement speaks of."""
        page = self.page
        mine = [x for x in page.layers if x in letters]
        if not mine:
            return [Scope()]
        (letter, *_) = mine
        low, high = self.layer_range(item, letter)
        scopes = [Scope(loops={letter: k}) for k in range(low, high + 1)]
        reader = self.reader()
        conditions = [c.syn for c in item.statement.conditions if c.syn is not None and not ranges_of(c.syn)]
        return [scope for scope in scopes if all(reader.truth(syn, scope) for syn in conditions)]

    def layer_range(self, item: Item, letter: str) -> tuple[int, int]:
        """From which layer to which a statement goes: its own condition, or that of the page."""
        page = self.page
        low, high = page.layers[letter]
        for syn in self._restrictions(item):
            for name, first, last in ranges_of(syn):
                if name == letter:
                    a, b = page.layer_number(first, Scope()), page.layer_number(last, Scope())
                    if a is not None and b is not None:
                        return min(a, b), max(a, b)
        return low, high

    def _restrictions(self, item: Item) -> list[Syn]:
        out = [c.syn for c in item.statement.conditions if c.syn is not None]
        if not item.display or item.piece.comment:
            # "for $l = 1, …, L$" behind (or before) it in the same sentence.
            index = self.position[item]
            for other in self.items[index + 1 : index + 4]:
                if other.piece.block != item.piece.block or other.source is not item.source:
                    break
                chain = chain_of(other.statement)
                if chain is not None and ranges_of(chain):
                    between = " ".join(x.piece.before for x in self.items[index + 1 : self.position[other] + 1])
                    if not re.search(r"[.;:]\s", between):
                        out.append(chain)
                    break
        return out
