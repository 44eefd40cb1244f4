r"""Products that set rows beside rows, as ``Q K^\top / \sqrt d``."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.bodies import end_of_run
from mlp_theory.texts.syntax.factor_kinds import fraction
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import is_transposed
from mlp_theory.texts.syntax.syn import Syn


def rows_meet_rows(pieces: list[Syn], transposes: frozenset[str]) -> bool:
    r"""Whether this is ``A B^\top``, also with a number before it, over a number, or with something added.

    Entry i, j of it joins row i of A to row j of B: what each row of A makes of all rows of B is a row of it.
    """
    items = pieces if len(pieces) != 1 else atoms(_first_term(pieces[0]))
    if len(items) == 1:
        sides = fraction(items[0])
        return sides is not None and rows_meet_rows([sides[0]], transposes)
    run = [item for item in items[: end_of_run(items, 0)] if fraction(item) is None and number_of(item) is None]
    if len(run) < 2:
        return False
    first, last = (is_transposed(unscripted(item)[1], transposes) for item in (run[0], run[-1]))
    return last and not first


def _first_term(syn: Syn) -> Syn:
    items = atoms(syn)
    return items[0][0][1] if len(items) == 1 and items[0].kind == "sum" else syn
