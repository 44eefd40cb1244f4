"""What is raised above something: ``A^2``, ``A^{⊙2}``, ``x^T`` where T may be a number."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Node
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.powers import power
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.scripts import is_entrywise_power
from mlp_theory.texts.syntax.syn import Syn


def to_power(reader: Reader, term: Term, content: Syn, scope: Scope, at: int) -> Term:
    """A power: of a square matrix as a product, unless it says ``A^{⊙2}``."""
    if is_entrywise_power(content):
        return entry_power(reader, term, content, scope)
    return power(reader.solver, term, reader.expression(content, scope), at)


def entry_power(reader: Reader, term: Term, content: Syn, scope: Scope) -> Term:
    """A power of every entry: ``sin²(x)``."""
    exponent = reader.expression(content[0] if is_entrywise_power(content) else content, scope)
    shown = f"{term.show}^{exponent.show}"
    return Term(term.r, term.c, lambda: Call("power", (term.node(), exponent.node()), ()), shown, (term,))


def transpose_or_power(reader: Reader, term: Term, letter: Syn, scope: Scope) -> Term:
    """``x^T`` where T is a name of the page: a power of a number, the transpose of all else."""
    exponent = reader.expression(letter, scope)
    r, c = reader.dims.fresh(), reader.dims.fresh()

    def step(level: int) -> bool:
        if level < 2 and not reader.solver.settled(term):
            return False
        reader.dims.unify_all((r, term.c), (c, term.r))
        return True

    def make() -> Node:
        if reader.solver.scalar(term) and reader.solver.scalar(exponent):
            return Call("power", (term.node(), exponent.node()), ())
        return Call("transpose", (term.node(),), ())

    reader.solver.add(step)
    return Term(r, c, make, f"{term.show}^T", (term,))
