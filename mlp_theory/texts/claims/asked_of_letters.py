"""Equations that are not true of every value and need not be: they ask something of their letters."""

from __future__ import annotations

from mlp_theory.symbolic import Derivative, Member, Symbol
from mlp_theory.symbolic.book import parts_of
from mlp_theory.texts.judging.findings import Task
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement


def asked_of_letters(page: Page, task: Task) -> Reason | None:
    """Why an equation that is not true of every value need not be: it is what a minimum must meet."""
    parts = [*parts_of(task.left), *parts_of(task.right)]
    slopes = _slopes(task)
    if is_set_to_zero(task):
        page.stationary |= {p.key for d in slopes for p in parts_of(d.wrt) if isinstance(p, (Symbol, Member))}
        return Requirement("a derivative that is set to zero: a requirement, and no claim about every value")
    keys = page.book.keys_of(task.left) | page.book.keys_of(task.right)
    if bound := min(keys & page.constrained, default=None):
        return Requirement(f"not true of every {page.infos[bound].show}; perhaps where the constraint above is met")
    letters = {part.key for part in parts if isinstance(part, (Symbol, Member))}
    if not slopes and (solved := min(letters & page.stationary, default=None)):
        return Requirement(f"not true of every {page.infos[solved].show}; perhaps where the derivative by it is zero")
    return None


def is_set_to_zero(task: Task) -> bool:
    """Whether a derivative is set to zero."""
    return task.zero and task.relation == "=" and bool(_slopes(task))


def _slopes(task: Task) -> list[Derivative]:
    """The derivatives on both sides."""
    return [part for part in [*parts_of(task.left), *parts_of(task.right)] if isinstance(part, Derivative)]
