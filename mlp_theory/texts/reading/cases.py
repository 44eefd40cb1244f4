"""A brace with cases: the value and the condition of every row."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Node, Piecewise
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.truth import conditions
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.case_rows import split_case
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import MissingOperand


def cases(reader: Reader, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
    """A value for every condition."""
    bodies: list[Term] = []
    tests: list[list[Term] | None] = []
    for row in grid:
        cells = [cell for cell in row if cell is not None]
        body, said = split_case(cells)
        bodies.append(reader.expression(body, scope))
        tests.append(None if said is None else [t for condition in said for t in conditions(reader, condition, scope)])
    if not bodies:
        raise UnreadError(MissingOperand("cases without a case"), syn.start)
    together: list[Term] = [*bodies, *(t for test in tests if test for t in test)]
    shaped = entrywise(reader.solver, "add", together, (1,) * len(together), "the cases")

    def make() -> Node:
        branches = []
        for body, test in zip(bodies, tests, strict=True):
            node: Node | None = None
            for t in test or ():
                node = t.node() if node is None else Call("times", (node, t.node()), ())
            branches.append((body.node(), node))
        return Piecewise(tuple(branches))

    return Term(shaped.r, shaped.c, make, "{" + "; ".join(b.show for b in bodies) + "}", tuple(bodies))
