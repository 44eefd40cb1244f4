"""A brace with cases: the value and the condition of every row."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Node, Piecewise
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.names import text_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError

_CASE_WORDS = {
    "if",
    "for",
    "when",
    "where",
    "otherwise",
    "else",
    "in case",
    "falls",
    "and",
    "whenever",
    "if and only if",
}


def _is_case_word(syn: Syn) -> bool:
    word = text_of(str(syn[0])).lower().strip(" .,;:")
    return word in _CASE_WORDS or word.startswith(("otherwise", "else"))


def _flat(cell: Syn) -> list:
    """The items of a cell with signs and relations between them, in order."""
    while cell.kind in ("single", "cell"):
        cell = cell[-1]
    out: list = []
    parts = cell.args if cell.kind == "chain" else (cell,)
    for part in parts:
        if not isinstance(part, Syn):
            out.append(part)
            continue
        lists = part.args if part.kind == "list" else (part,)
        for k, piece in enumerate(lists):
            if not isinstance(piece, Syn):
                out.append(piece)
                continue
            if k and isinstance(lists[k - 1], Syn):
                out.append(",")
            if piece.kind == "sum":
                for n, (sign, term) in enumerate(piece.args):
                    if n or sign != 1:
                        out.append(Syn("sign", (sign,), term.start, term.start))
                    out.extend(term.args)
            else:
                out.append(piece)
    return out


def _comma_pieces(cell: Syn) -> tuple[Syn, Syn | None] | None:
    """``z, z > 0``: the value before the comma, the condition after it."""
    while cell.kind in ("single", "cell"):
        cell = cell[-1]
    if cell.kind != "chain" or not isinstance(cell[0], Syn) or cell[0].kind != "list":
        return None
    parts = [p for p in cell[0].args if isinstance(p, Syn)]
    if len(parts) != 2:
        return None
    return parts[0], Syn("chain", (parts[1], *cell.args[1:]), parts[1].start, cell.end)


class Cases(ReaderBase):
    """Reads cases, with or without & and "if"."""

    def _cases(self, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
        """A value for every condition."""
        bodies: list[Term] = []
        tests: list[list[Term] | None] = []
        for row in grid:
            cells = [cell for cell in row if cell is not None]
            body, condition = self._split_case(cells)
            bodies.append(self.expression(body, scope))
            tests.append(None if condition is None else self.conditions(condition, scope))
        if not bodies:
            raise UnreadError("cases without a case", syn.start)
        together: list[Term] = [*bodies, *(t for test in tests if test for t in test)]
        shaped = entrywise(self.solver, "add", together, (1,) * len(together), "the cases")

        def make() -> Node:
            branches = []
            for body, test in zip(bodies, tests, strict=True):
                node: Node | None = None
                for t in test or ():
                    node = t.node() if node is None else Call("times", (node, t.node()), ())
                branches.append((body.node(), node))
            return Piecewise(tuple(branches))

        return Term(shaped.r, shaped.c, make, "{" + "; ".join(b.show for b in bodies) + "}", tuple(bodies))

    def _split_case(self, cells: list[Syn]) -> tuple[Syn, Syn | None]:
        """The value and the condition of a row of cases, with or without &, with or without "if"."""
        if len(cells) == 1:
            items = _flat(cells[0])
            where = next(
                (
                    k
                    for k, x in enumerate(items)
                    if isinstance(x, Syn) and x.kind in ("text", "word") and _is_case_word(x)
                ),
                None,
            )
            if where is None:
                pieces = _comma_pieces(cells[0])
                if pieces is not None:
                    return pieces
                raise UnreadError("a case without its condition", cells[0].start)
            return self._regroup(items[:where], cells[0]), self._condition_of(items[where:], cells[0])
        if len(cells) != 2:
            raise UnreadError("a row of cases has a value and a condition", cells[0].start)
        return cells[0], self._condition_of(_flat(cells[1]), cells[1])

    def _regroup(self, items: list, cell: Syn) -> Syn:
        """Items and signs as a sum again."""
        while items and not isinstance(items[-1], Syn) and str(items[-1]) in (",", ";"):
            items = items[:-1]
        if not items or not all(isinstance(x, Syn) for x in items):
            raise UnreadError("a case that cannot be taken apart", cell.start)
        if any(x.kind == "sign" for x in items):
            pairs, sign, run = [], 1, []
            for x in items:
                if x.kind == "sign":
                    if run:
                        pairs.append((sign, Syn("term", tuple(run), run[0].start, run[-1].end)))
                        run = []
                    sign = x[0]
                else:
                    run.append(x)
            if run:
                pairs.append((sign, Syn("term", tuple(run), run[0].start, run[-1].end)))
            return Syn("sum", tuple(pairs), cell.start, cell.end)
        return Syn("term", tuple(items), items[0].start, items[-1].end)

    def _condition_of(self, items: list, cell: Syn) -> Syn | None:
        """The condition among the words of a case; None for "otherwise"."""
        words = [
            text_of(str(x[0])).lower().strip(" .,;:")
            for x in items
            if isinstance(x, Syn) and x.kind in ("text", "word")
        ]
        rest = [x for x in items if not (isinstance(x, Syn) and x.kind in ("text", "word") and _is_case_word(x))]
        while rest and not isinstance(rest[-1], Syn) and str(rest[-1]) in (",", ";"):
            rest = rest[:-1]
        while rest and not isinstance(rest[0], Syn) and str(rest[0]) in (",", ";"):
            rest = rest[1:]
        if not rest:
            if any(w.startswith(("otherwise", "else")) for w in words):
                return None
            raise UnreadError("a case whose condition is in words", cell.start)
        if any(w not in _CASE_WORDS for w in words):
            raise UnreadError("a case whose condition is in words", cell.start)
        sides: list = [[]]
        for x in rest:
            if isinstance(x, Syn):
                sides[-1].append(x)
            else:
                sides.append(str(x))
                sides.append([])
        args: list = []
        for side in sides:
            if isinstance(side, str):
                if side in (",", ";"):
                    raise UnreadError("a list of conditions", cell.start)
                args.append(side)
            else:
                args.append(self._regroup(side, cell))
        if len(args) < 3:
            raise UnreadError("a condition is expected here", cell.start)
        return Syn("chain", tuple(args), cell.start, cell.end)
