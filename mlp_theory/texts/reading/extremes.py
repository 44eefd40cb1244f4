r"""``\max_i x_i``, ``\min_{k \neq i} d_k``: the largest and the smallest value over an index."""

from __future__ import annotations

from mlp_theory.texts.reading.big_operators import bounded
from mlp_theory.texts.reading.function_words import word_at
from mlp_theory.texts.reading.over_indices import BigOperator
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.script_parts import below
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn


def extreme(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """Max or min with an index below it runs on to the end, as a sum does."""
    word = word_at(reader.page, items[k], scope)
    if word not in ("max", "min"):
        return None
    _, parts = unscripted(items[k])
    scripts = scripts_of(parts, transposes=reader.page.habits.transposes)
    index = below(parts)
    if index is None or (not scripts.subs and scripts.condition is None):
        return None
    operator = BigOperator(word, items[k + 1 :], items[k].start)
    return bounded(reader, operator, index, None, scope), len(items)
