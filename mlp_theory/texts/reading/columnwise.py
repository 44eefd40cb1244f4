"""Softmax and log-sum-exp: of each column, or of each row where the page means rows."""

from __future__ import annotations

from mlp_theory.symbolic import Call
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.misfits import UnknownShape


def columnwise(reader: Reader, op: str, x: Term, *, rows: bool) -> Term:
    """Act on each column; on each row of a single row, where examples are rows, or where `rows` says so."""
    page, dims, keeps_shape = reader.page, reader.dims, op == "softmax"
    r, c = (x.r, x.c) if keeps_shape else (dims.fresh(), dims.fresh())

    def by_row() -> bool:
        if (rows or page.habits.rows_are_examples or page.habits.softmax_rows) and not dims.is_one(x.c):
            return True
        return dims.is_one(x.r) and not dims.is_one(x.c)

    def step(level: int) -> bool:
        if level < 2 and not reader.solver.settled(x):
            return False
        if keeps_shape and dims.is_one(x.r) and dims.is_one(x.c) and reader.claim:
            raise UnreadError(UnknownShape(f"{op} of the number {x.show}: an entry of it may be meant"))
        if not keeps_shape:
            dims.unify(r, x.r if by_row() else 1)
            dims.unify(c, 1 if by_row() else x.c)
        return True

    reader.solver.add(step)
    return Term(r, c, lambda: Call(op, (x.node(),), ("row",) if by_row() else ()), f"{op}({x.show})", (x,))
