r"""``\mathbb 1[z > 0]``, ``\mathbf 1_{z > 0}``, ``\mathbb I(i = k)``: 1 where a condition is met, else 0."""

from __future__ import annotations

from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.truth import all_of, conditions
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.factor_kinds import is_bracket
from mlp_theory.texts.syntax.kinds import is_relation
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import inside, under_scripts, unscripted, unstyled
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn


def indicator(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """A 1, in a font or not, or an I, with a condition below it or in the bracket behind it."""
    bare, parts = unscripted(items[k])
    if not _is_marker(bare):
        return None
    scripts = scripts_of(parts, transposes=reader.page.habits.transposes)
    if scripts.condition is not None:
        return all_of(reader.solver, conditions(reader, scripts.condition, scope)), k + 1
    if scripts.subs or k + 1 >= len(items) or not is_bracket(items[k + 1]):
        return None
    condition = inside(under_scripts(items[k + 1]))
    return (all_of(reader.solver, conditions(reader, condition, scope)), k + 2) if is_relation(condition) else None


def _is_marker(bare: Syn) -> bool:
    base = base_of(bare)
    return number_of(unstyled(bare)) == 1 or (base is not None and base.letter in ("I", "1"))
