"""Equations in running text: only an = between known things is a claim."""

from __future__ import annotations

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.claims import judged
from mlp_theory.texts.claims.link import read_side
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.claims.supposing import may_suppose, supposition
from mlp_theory.texts.claims.telling import verdict_of
from mlp_theory.texts.claims.where_met import where_met
from mlp_theory.texts.collecting.sentences import constrains
from mlp_theory.texts.items import Item
from mlp_theory.texts.reports.verdict import Verdict
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_number, is_scripted
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement


def inline_verdicts(bench: Bench, item: Item, first: int) -> list[Verdict]:
    """The verdicts on the links from `first` on that claim something; silence on all others."""
    statement = item.statement
    out: list[Verdict] = []
    if any(side.syn is None for side in statement.sides):
        return out
    for k in range(first, len(statement.relations)):
        if statement.relations[k] != "=":
            continue
        sides = read_side(item, 0), read_side(item, k + 1)
        if all(map(_is_bare, sides)):
            continue  # "when y = 1", "at x = x_0": a case, no claim
        outcome = judged(bench, item, 0, k + 1)
        if outcome.kind is FALSE and constrains(bench.collection, item):
            _constrain(bench.page, sides)
            kind = SUPPOSES if may_suppose(bench.page, sides) else UNREAD
            outcome = Outcome(kind, Requirement("a constraint, which the values that are drawn do not meet"))
            out.append(verdict_of(item, k, outcome))
            continue
        outcome = supposition(bench, item, k, 0, outcome) or outcome
        outcome = where_met(bench, item, 0, k + 1, outcome) or outcome
        if outcome.kind.decides or outcome.kind is SUPPOSES:
            out.append(verdict_of(item, k, outcome))
    return out


def _is_bare(side: Syn) -> bool:
    """Whether one number or one name stands there, and no more."""
    items = atoms(side)
    return len(items) == 1 and (is_number(items[0]) or is_scripted(items[0]) or base_of(items[0]) is not None)


def _constrain(page: Page, sides: tuple[Syn, Syn]) -> None:
    """Remember the given letters of which the prose asks something."""
    bases = {base for base, _, _ in names_in(sides)}
    page.constrained |= {key for key, info in page.infos.items() if info.base in bases and info.kind == "given"}
