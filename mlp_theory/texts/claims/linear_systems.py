r"""``(A + λI) w = b`` with a w that nothing else gives: an equation to be solved for it."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.letters_known import derives, factors_of, infos_in, is_given, is_vector, lone_name, made_of
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement


def to_be_solved(bench: Bench, item: Item, left: int, right: int, outcome: Outcome) -> Outcome | None:
    """What is told of such a link that fails; None of any other.

    No matrix but zero maps every column to one that does not depend on it, so nobody could claim it, whatever the page
    says of the matrix and of the other side. A column alone, ``z = W x``, is no system.
    """
    sides = item.statement.sides
    if outcome.kind is not FALSE or isinstance(outcome.why, ShapeConflict) or right >= len(sides):
        return None
    first, last = sides[left].syn, sides[right].syn
    if item.statement.relations[right - 1] != "=" or first is None or last is None:
        return None
    pair = (first, last)
    if any(map(derives, pair)):
        return None
    if item.supposed is not None and item.supposed.kind == "solution" and lone_name(first) is not None:
        return None  # what has been solved for is put into what it solves
    if any(_is_system(bench, side, other) for side, other in (pair, pair[::-1])):
        why = Requirement("an equation to be solved: a requirement, and no claim about every value")
        return replace(outcome, kind=SUPPOSES, why=why, finding=None, at=None)
    return None


def _is_system(bench: Bench, side: Syn, other: Syn) -> bool:
    """Whether a side is a matrix times a given column, of which nothing else in the equation is made."""
    *matrix, last = factors_of(side)
    column = lone_name(last)
    if column is None or not is_vector(bench.page, last) or not is_given(bench.page, column):
        return False
    if not _is_matrix(bench.page, matrix):
        return False
    own = made_of(bench.page, (last,))
    return not own & (made_of(bench.page, tuple(matrix)) | made_of(bench.page, (other,)))


def _is_matrix(page: Page, factors: list[Syn]) -> bool:
    """Whether a product begins with a matrix or a bracket, but for numbers before it: so xᵀy and 𝟏ᵀx are none."""
    for factor in factors:
        if in_parens(under_scripts(factor)):
            return True
        infos = infos_in(page, factor)
        ones = [(page.dims.is_one(info.r), page.dims.is_one(info.c)) for info in infos]
        if not ones or any(row != column for row, column in ones):
            return False
        if not all(row for row, _ in ones):
            return True
    return False
