r"""``\mathrm{diag}(p_i (1 - p_i))``: a column by its general entry, where one index runs free in a number."""

from __future__ import annotations

from mlp_theory.symbolic import Call
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.entering import new_axis
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.index_letters import lone_sub
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.syn import Syn


def general_entry(reader: Reader, syn: Syn, scope: Scope) -> Term | None:
    """The column whose general entry this is; None where no index runs free in it, or it is known to be no number."""
    letters = {lone_sub(parts) for _, parts, _ in names_in(syn)}
    bound = {*scope.axes, *scope.loops, *scope.params, *reader.page.layering.names}
    free = [x for x in sorted(filter(None, letters)) if x in reader.page.index_letters and x not in bound]
    if len(free) != 1 or _binds(syn, free[0]):
        return None
    axis, length = new_axis(reader.page, free[0]), reader.dims.fresh("", large=True)
    entry = reader.expression(syn, scope.but(axes={free[0]: (axis, length)}))
    reader.solver.propagate()
    if not reader.solver.scalar(entry):
        return None
    find = reader.dims.find
    return Term(
        length, 1, lambda: Call("spread", (entry.node(),), (axis, None, find(length), None)), f"[{entry.show} …]"
    )


def _binds(syn: Syn, letter: str) -> bool:
    """Whether the letter stands elsewhere than below a name: as the index of a sum, or as a number."""
    below = sum(lone_sub(parts) == letter for _, parts, _ in names_in(syn))
    return in_order(syn).count(letter) != below
