"""What is told of a definition: that it defines or declares, or what keeps it from being used."""

from __future__ import annotations

from mlp_theory.texts.claims.outcome import Outcome, outcome_of_error
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.kinds.declares import DECLARES
from mlp_theory.texts.verdicts.kinds.defines import DEFINES
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.unread_definitions import UnusableDefinition
from mlp_theory.texts.verdicts.reasons.unread_operations import ExtremePlace


def outcome_of_definition(page: Page, item: Item) -> Outcome:
    """What is told of a definition, with the shape of what it defines."""
    pending = item.definition
    assert pending is not None
    keys = [key for key, _ in pending.instances]
    broken = next((page.infos[key].broken for key in keys if page.infos[key].broken), None)
    if isinstance(item.error, UnreadError) and isinstance(item.error.reason, ExtremePlace):
        return Outcome(SUPPOSES, item.error.reason)
    if item.error is not None:
        return outcome_of_error(item.error, side=1)
    if broken:
        return Outcome(UNREAD, UnusableDefinition(broken))
    outcome = Outcome(DECLARES if item.says_size else DEFINES)
    for key in keys[:1]:
        info = page.infos[key]
        outcome.explanation.append(
            f"{info.show} : {page.dims.show(info.r)}×{page.dims.show(info.c)}, from {info.origin}"
        )
        if info.read_as:
            outcome.explanation.append(f"{info.show} = {info.read_as}")
    return outcome
