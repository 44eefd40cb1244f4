"""A link at every layer that it speaks of, and a bare chain rule in whichever layout makes it hold."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.link import Link
from mlp_theory.texts.claims.outcome import Outcome, outcome_of_error
from mlp_theory.texts.claims.sides import derivative_factors, free_layers, product_of
from mlp_theory.texts.claims.trials import try_link
from mlp_theory.texts.collecting.layer_scopes import layer_range
from mlp_theory.texts.items import Item
from mlp_theory.texts.reading.truth import truth
from mlp_theory.texts.shapes.solver import MisfitError
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.mentions import letters_in
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.nothing_claimed import MissingLayer, NeverMet

LAYOUTS = ("numerator", "denominator")


def at_every_layer(bench: Bench, link: Link) -> Outcome:
    """The first layer at which the link does not hold decides; else the draws of all count."""
    try:
        scopes = layers_of(bench, link.item, link.k, link.m)
    except (UnreadError, MisfitError) as error:
        return outcome_of_error(error)
    if not scopes:
        return Outcome(UNREAD, NeverMet("its condition is never met"))
    outcomes: list[Outcome] = []
    skipped = ""
    for scope in scopes:
        outcome = _at_one_layer(bench, link, scope)
        where = ", ".join(f"{x} = {n}" for x, n in scope.loops.items())
        if outcome is None:
            if _says_all_layers(bench.page, link.item):
                return Outcome(UNREAD, MissingLayer(f"for {where}: it speaks of a layer that is not there"))
            skipped = skipped or f"no layer has all that it speaks of ({where})"
            continue
        if not outcome.kind.confirms:
            if where and not outcome.kind.passes:
                outcome.why = outcome.why.behind(f"for {where}: ") if outcome.why else link.fails(f"for {where}")
            return outcome
        outcomes.append(outcome)
    if not outcomes:
        return Outcome(UNREAD, MissingLayer(skipped))
    return _together(outcomes)


def _together(outcomes: list[Outcome]) -> Outcome:
    """One outcome for all layers: the draws of all, and the largest of their errors."""
    *others, last = outcomes
    for other in others:
        assert other.finding is not None
        assert last.finding is not None
        last.finding.draws += other.finding.draws
        last.finding.error = max(last.finding.error or 0.0, other.finding.error or 0.0)
        last.grounds = last.grounds.with_those_of(other.grounds)
    return last


def _says_all_layers(page: Page, item: Item) -> bool:
    """Whether the claim itself says "for all l" or "l = 1, …, L": then none may be left out."""
    syns = [c.syn for c in item.statement.conditions if c.syn is not None]
    named = {letter for syn in syns for letter, _, _ in ranges_of(syn)}
    named |= {letter for syn in syns for letter in letters_in(syn) if len(letters_in(syn)) == 1}
    return bool(named & set(page.layering.letters))


def _at_one_layer(bench: Bench, link: Link, scope: Scope) -> Outcome | None:
    """What comes of it at one layer; None where the network does not have all that it speaks of."""
    if link.relation == "=":
        factors = derivative_factors(link.right) or []
        if len(factors) >= 2 and len(derivative_factors(link.left) or ()) == 1:
            return _chain_rule(bench, link, factors, scope)
    return try_link(bench.page, bench.judge, link, scope)


def _chain_rule(bench: Bench, link: Link, factors: list[Syn], scope: Scope) -> Outcome | None:
    """A bare chain rule, made of derivatives only, is judged in whichever one layout makes it hold."""
    page = bench.page
    plain = try_link(page, bench.judge, link, scope)
    if plain is None or plain.kind.confirms:
        return plain
    layouts = (page.layout,) if page.layout in LAYOUTS else LAYOUTS
    for layout in layouts:
        order = factors if layout == "numerator" else factors[::-1]
        turned = replace(link, right=product_of(order, link.right))
        outcome = try_link(page, bench.judge, turned, scope, tensor=True)
        if outcome is not None and outcome.kind.confirms:
            outcome.reading = f"{layout} layout"
            return outcome
    return plain


def layers_of(bench: Bench, item: Item, *sides: int) -> list[Scope]:
    """The layers that a claim speaks of, one scope each."""
    page = bench.page
    letters: set[str] = set()
    for k in sides:
        syn = item.statement.sides[k].syn
        if syn is not None:
            letters |= set(free_layers(syn, page))
    scopes = [Scope()]
    mine = [x for x in page.layering.letters if x in letters]
    if not mine:
        return scopes
    for letter in mine:
        low, high = layer_range(bench.collection, item, letter)
        scopes = [Scope(loops={**s.loops, letter: k}) for s in scopes for k in range(low, high + 1)]
    conditions = [c.syn for c in item.statement.conditions if c.syn is not None and not ranges_of(c.syn)]
    return [scope for scope in scopes if all(truth(page, syn, scope) for syn in conditions)]
