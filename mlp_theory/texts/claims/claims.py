"""Judging one claim: which relation it is, and what comes of it; a false one may hold in another layout."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.certainty import weighed
from mlp_theory.texts.claims.every_layer import LAYOUTS, at_every_layer, layers_of
from mlp_theory.texts.claims.general_entries import as_general_entry
from mlp_theory.texts.claims.letters_known import lone_name
from mlp_theory.texts.claims.link import RELATIONS, Link, link_of, read_side
from mlp_theory.texts.claims.outcome import Outcome, outcome_of_error
from mlp_theory.texts.claims.shape_claims import membership, update
from mlp_theory.texts.claims.unwritten_sums import without_its_sum
from mlp_theory.texts.items import Item
from mlp_theory.texts.reading.extreme_places import not_computed
from mlp_theory.texts.shapes.solver import MisfitError
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.mentions import letters_in, names_in
from mlp_theory.texts.syntax.no_equalities import asks_for_extreme, tells_a_law
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.declares import DECLARES
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.beyond_limits import Crashed, OutOfMemory, TooDeep
from mlp_theory.texts.verdicts.reasons.broken_latex import MissingSide
from mlp_theory.texts.verdicts.reasons.misfits import UnknownShape
from mlp_theory.texts.verdicts.reasons.nothing_claimed import NoEquality


def judged(bench: Bench, item: Item, k: int, m: int) -> Outcome:
    """The claim that side k and side m are in their relation; whatever goes wrong in it is said of it alone."""
    try:
        return _claim(bench, item, k, m)
    except RecursionError:
        return Outcome(UNREAD, TooDeep("nested too deeply"))
    except MemoryError:
        return Outcome(UNREAD, OutOfMemory("it needs more memory than one equation may"))
    except Exception as error:  # the last door: one line must not cost the page
        return Outcome(UNREAD, Crashed(f"it could not be evaluated ({type(error).__name__})"))


def updated(bench: Bench, item: Item) -> Outcome:
    """An update of a known symbol, which is the first side."""
    try:
        scopes = layers_of(bench, item, 0, 1)
    except (UnreadError, MisfitError) as error:
        return outcome_of_error(error)
    outcome = update(bench.page, read_side(item, 0), read_side(item, 1), scopes)
    if outcome.kind is FALSE and "?" in str(outcome.why):  # a size of typography contradicts nobody
        return replace(outcome, kind=UNREAD, why=UnknownShape(f"a size in it is not known: {outcome.why}"))
    return outcome


def _claim(bench: Bench, item: Item, k: int, m: int) -> Outcome:
    statement = item.statement
    if m >= len(statement.sides):
        error = next((s.error for s in statement.sides if s.error is not None), None)
        return outcome_of_error(error) if error is not None else _nothing_there()
    for number in (k, m):
        side = statement.sides[number]
        if side.error is not None:
            return outcome_of_error(side.error, number)
        if side.syn is None:
            return _nothing_there()
    relation = RELATIONS.get(statement.relations[m - 1])
    if relation is None:
        if statement.relations[m - 1] == r"\in":
            return _membership(bench, item, k, m)
        if (told := _told_by_its_sign(item, k, m)) is not None:
            return told
        return Outcome(UNREAD, NoEquality(f"{show(statement.relations[m - 1]).strip()} is no equality"))
    bench.page.layout, bench.page.layout_matters = item.layout, False
    link = link_of(item, k, m, relation)
    outcome = weighed(bench, link, at_every_layer(bench, link), at_every_layer)
    if outcome.kind is FALSE:
        outcome = as_general_entry(bench, link, outcome) or without_its_sum(bench, link) or outcome
    if outcome.kind is FALSE:
        why = outcome.why or link.fails()
        outcome.why = why.mended(_other_layout(bench, link)) if relation == "=" else why
    return outcome


def _told_by_its_sign(item: Item, k: int, m: int) -> Outcome | None:
    """What a lone link is that claims no equality: a law, a problem; None for a claim."""
    left, right, relations = item.statement.sides[k].syn, item.statement.sides[m].syn, item.statement.relations
    if left is None or right is None or len(relations) > 1:
        return None
    if tells_a_law(relations[0], left):
        return Outcome(DECLARES, explanation=["a law that is not read: nothing is computed with it"])
    return Outcome(SUPPOSES, not_computed()) if asks_for_extreme(relations[0], right) else None


def _nothing_there() -> Outcome:
    return Outcome(UNREAD, MissingSide("nothing stands on one side"))


def _membership(bench: Bench, item: Item, k: int, m: int) -> Outcome:
    """That side k lies in the set that is side m."""
    known = read_side(item, k)
    try:
        outcome = membership(bench.page, known, read_side(item, m), layers_of(bench, item, k))
    except MisfitError as error:
        return Outcome(UNREAD, UnknownShape(f"its shape is not known: {error}"))
    except UnreadError as error:
        return outcome_of_error(error, k)
    if outcome.kind is FALSE and lone_name(known) is None and _has_indices(bench.page, known):
        says = "its letters have indices: it may be made of all their entries"
        return Outcome(UNREAD, UnknownShape(says), shapes=outcome.shapes)
    return outcome


def _has_indices(page: Page, syn: Syn) -> bool:
    """Whether a name in it has an index that runs."""
    return any(letter in page.index_letters for _, parts, _ in names_in(syn) for s in parts for letter in letters_in(s))


def _other_layout(bench: Bench, link: Link) -> str | None:
    """The mend of a claim that holds in another layout than the page's."""
    page = bench.page
    if not page.layout_matters:
        return None
    try:
        for layout in LAYOUTS:
            page.layout = layout
            if layout != link.item.layout and at_every_layer(bench, link).kind.confirms:
                return (
                    f"transpose it; as it stands it holds in {layout} layout, and a page that means that says "
                    f"layout: {layout} on top"
                )
    finally:
        page.layout = link.item.layout
    return None
