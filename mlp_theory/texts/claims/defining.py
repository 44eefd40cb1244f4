"""What is told of a definition: that it defines or declares, or what keeps it from being used."""

from __future__ import annotations

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.grounds import Grounds, meaning_of
from mlp_theory.texts.claims.letters_known import infos_in
from mlp_theory.texts.claims.outcome import Outcome, outcome_of_error
from mlp_theory.texts.collecting.rooting import place_of, root_of_error
from mlp_theory.texts.items import Item
from mlp_theory.texts.reading.extreme_places import not_computed
from mlp_theory.texts.shapes.solver import MisfitError
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.minimisers import is_extreme_place
from mlp_theory.texts.syntax.named_sets import is_named_set
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.declares import DECLARES
from mlp_theory.texts.verdicts.kinds.defines import DEFINES
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.unknown_letters import NoSuchSet
from mlp_theory.texts.verdicts.reasons.unread_definitions import MisfitDefinition, UnusableDefinition
from mlp_theory.texts.verdicts.reasons.unread_operations import ExtremePlace

IN_SIGNS = "its declaration"
"""Where a shape comes from that is declared in signs."""


def outcome_of_declaration(page: Page, item: Item, error: Exception) -> Outcome:
    """What is told of a declaration that is not read: nobody can contradict himself by saying what a letter is."""
    outcome = outcome_of_error(error)
    if isinstance(outcome.why, NoSuchSet):
        if is_extreme_place(item.syns[-1]):
            return Outcome(SUPPOSES, not_computed())
        if item.statement.relations[0] != r"\in" or is_named_set(item.syns[-1]):
            return Outcome(DECLARES, explanation=[f"as its typography says, for the rest: {outcome.why.message}"])
    if outcome.kind is FALSE:
        outcome.kind, outcome.why = UNREAD, MisfitDefinition(f"it does not fit what it is made of: {error}")
    outcome.roots = (root_of_error(show(item.syns[0]).strip(), item, error),)
    return outcome


def outcome_of_definition(bench: Bench, item: Item) -> Outcome:
    """What is told of a definition, with the shape of what it defines."""
    page, pending = bench.page, item.definition
    assert pending is not None
    keys = [key for key, _ in pending.instances]
    if isinstance(item.error, UnreadError) and isinstance(item.error.reason, ExtremePlace):
        return Outcome(SUPPOSES, item.error.reason)
    roots = [root for key in keys if (root := page.infos[key].root) is not None]
    if item.error is not None:
        outcome = outcome_of_error(item.error, side=1)
        shown = page.infos[keys[0]].show if keys else pending.base.show
        outcome.roots = tuple(roots[:1]) or (root_of_error(shown, item, item.error),)
        if isinstance(item.error, MisfitError) and outcome.kind is FALSE and not _is_certain(bench, item):
            outcome.kind, outcome.why = UNREAD, MisfitDefinition(f"it does not fit what it is made of: {item.error}")
        return outcome
    if roots:
        return Outcome(UNREAD, UnusableDefinition(roots[0].text), roots=tuple(roots[:1]))
    outcome = Outcome(DECLARES if item.says_size else DEFINES)
    outcome.grounds = Grounds(tuple(meaning_of(page, info) for info in _letters(page, item)))
    for key in keys[:1]:
        info = page.infos[key]
        outcome.explanation.append(
            f"{info.show} : {page.dims.show(info.r)}×{page.dims.show(info.c)}, from {info.origin}"
        )
        if info.read_as:
            outcome.explanation.append(f"{info.show} = {info.read_as}")
    return outcome


def _is_certain(bench: Bench, item: Item) -> bool:
    """Whether a definition contradicts what the page says in signs of each of its letters, and keeps to elsewhere.

    A shape that comes from words, from use or from typography may have been misread; so may one that no other equation
    uses.
    """
    letters, own = _letters(bench.page, item), place_of(item)
    rooted = [root for info in letters if (root := info.root) is not None and (root.part, root.line) != own]
    said = all(info.declared and info.origin == IN_SIGNS and not info.indexed for info in letters)
    return not rooted and said and all(_is_used_elsewhere(bench, info, item) for info in letters)


def _is_used_elsewhere(bench: Bench, info: Info, item: Item) -> bool:
    """Whether another equation of the page has the letter."""
    others = (x for x in bench.items if x is not item and x.statement.relations[:1] == ["="])
    return any(base == info.base for other in others for base, _, _ in names_in(tuple(other.syns)))


def _letters(page: Page, item: Item) -> list[Info]:
    """The symbols of the page in a statement."""
    return list({info.key: info for syn in item.syns for info in infos_in(page, syn)}.values())
