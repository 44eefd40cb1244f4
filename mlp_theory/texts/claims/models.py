"""Equations that say what a model ought to give, ``y = Xw``: as a definition it would make the loss vanish."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.symbolic import Number, Symbol
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.items import Item, PageDefinition, Role
from mlp_theory.texts.judging.findings import Task
from mlp_theory.texts.symbols.loss_names import is_loss
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement


def settle_models(bench: Bench) -> None:
    """Let a letter be given whose definition makes a loss of the page zero, whatever is drawn.

    ``J(w) = ½ (Xw − y)ᵀ(Xw − y)`` beside ``y = Xw`` would be nothing but zero, and so its gradient; no page means that.
    """
    book = bench.page.book
    owners = {key: one for one in bench.collection.definitions for key, _ in one.instances}
    for info in list(bench.page.infos.values()):
        if info.key in book.definitions and is_loss(info) and _vanishes(bench, info.key):
            made_of = book.keys_of(book.definitions[info.key].node) & owners.keys() & book.definitions.keys()
            for other in sorted(made_of, key=lambda key: bench.collection.position[owners[key].item]):
                if _gives_it(bench, owners[other], other, info.key):
                    break


def _gives_it(bench: Bench, owner: PageDefinition, key: str, loss: str) -> bool:
    """Whether it is this definition that makes the loss vanish; then its letter is given from here on."""
    book = bench.page.book
    definition = book.definitions.pop(key)
    _forget(bench)
    if _vanishes(bench, loss):
        book.definitions[key] = definition
        _forget(bench)
        return False
    bench.page.infos[key].kind = "given"
    owner.item.role, owner.item.definition = Role.CLAIM, None
    bench.collection.models.add(_shown(owner.item, 0, 1))
    return True


def supposed_model(bench: Bench, item: Item, left: int, right: int, outcome: Outcome) -> Outcome | None:
    """What is told of such an equation, also where the page repeats it: it supposes that the model gives that value."""
    if outcome.kind is not FALSE or _shown(item, left, right) not in bench.collection.models:
        return None
    why = Requirement("what a model ought to give: as a definition it would make the loss vanish")
    return replace(outcome, kind=SUPPOSES, why=why, finding=None, at=None)


def _shown(item: Item, left: int, right: int) -> frozenset[str]:
    """Both sides as they read."""
    sides = item.statement.sides
    return frozenset(show(sides[k].syn).strip() for k in (left, right) if k < len(sides) and sides[k].syn is not None)


def _vanishes(bench: Bench, key: str) -> bool:
    return bench.judge.test(Task(Symbol(key), Number(0.0), "=", {}, [], True)).kind.confirms


def _forget(bench: Bench) -> None:
    bench.page.book.forget()
    bench.judge.draws.forget()
