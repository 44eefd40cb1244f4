"""Judging one claim: in every layer that it speaks of, and a bare chain rule in whichever layout makes it hold."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.claims.shape_claims import membership, update
from mlp_theory.texts.claims.sides import derivative_factors, free_layers, product_of
from mlp_theory.texts.claims.trials import Link, try_link
from mlp_theory.texts.claims.verdicts import Outcome, unread
from mlp_theory.texts.collecting.collect import Collector
from mlp_theory.texts.items import Item
from mlp_theory.texts.judging.judge import Judge
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import MisfitError, Solver
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.mentions import letters_in
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show

RELATIONS = {
    "=": "=", r"\equiv": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": "<=", r"\leq": "<=",
    r"\leqslant": "<=", r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=", "≤": "<=", "≥": ">=", ":=": "=", "=:": "=",
    r"\triangleq": "=", r"\coloneqq": "=", r"\coloneq": "=", r"\doteq": "=", r"\eqqcolon": "=", r"\ne": "!=",
    r"\neq": "!=", "≠": "!=",
}  # fmt: skip
LAYOUTS = ("numerator", "denominator")


class Claims:
    """Judges one claim at a time.

    Attributes
    ----------
    page : Page
        What the page says of its symbols.
    collector : Collector
        Which layers a statement speaks of.
    judge : Judge
        Draws values, and compares.
    """

    page: Page
    collector: Collector
    judge: Judge

    def _update(self, item: Item) -> Outcome:
        """An update of a known symbol, which is the first side."""
        try:
            scopes = self.scopes(item, 0, 1)
        except (UnreadError, MisfitError) as error:
            return unread(error)
        return update(self.page, _syn(item, 0), _syn(item, 1), scopes)

    def _claim(self, item: Item, k: int, m: int) -> Outcome:
        """The claim that side k and side m of a chain are in their relation."""
        statement = item.statement
        if m >= len(statement.sides):
            error = next((s.error for s in statement.sides if s.error is not None), None)
            return unread(error or UnreadError("nothing stands on one side"))
        for number in (k, m):
            side = statement.sides[number]
            if side.error is not None:
                return unread(side.error, number)
            if side.syn is None:
                return Outcome("unread", "nothing stands on one side")
        relation = RELATIONS.get(statement.relations[m - 1])
        if relation is None:
            if statement.relations[m - 1] == r"\in":
                return self._membership(item, k, m)
            return Outcome("unread", f"{show(statement.relations[m - 1]).strip()} is no equality")
        self.page.layout = item.layout
        link = Link(item, k, m, _syn(item, k), _syn(item, m), relation)
        outcome = self._at_every_layer(link)
        if outcome.verdict == "false" and relation == "=":
            outcome.mend = self._other_layout(link)
        return outcome

    def _other_layout(self, link: Link) -> str | None:
        """The mend of a claim that holds in another layout than the page's."""
        try:
            for layout in LAYOUTS:
                self.page.layout = layout
                if layout != link.item.layout and self._at_every_layer(link).verdict == "holds":
                    return (
                        f"transpose it; as it stands it holds in {layout} layout, and a page that means that says "
                        f"layout: {layout} on top"
                    )
        finally:
            self.page.layout = link.item.layout
        return None

    def _membership(self, item: Item, k: int, m: int) -> Outcome:
        """That side k lies in the set that is side m."""
        try:
            return membership(self.page, _syn(item, k), _syn(item, m), self.scopes(item, k))
        except (UnreadError, MisfitError) as error:
            return unread(error, k)

    def _at_every_layer(self, link: Link) -> Outcome:
        """The first layer at which the link does not hold decides; else the draws of all count."""
        try:
            scopes = self.scopes(link.item, link.k, link.m)
        except (UnreadError, MisfitError) as error:
            return unread(error)
        if not scopes:
            return Outcome("unread", "its condition is never met")
        outcomes: list[Outcome] = []
        skipped = ""
        for scope in scopes:
            outcome = self._at_one_layer(link, scope)
            where = ", ".join(f"{x} = {n}" for x, n in scope.loops.items())
            if outcome.verdict == "skip":
                if self._says_all_layers(link.item):
                    return Outcome("unread", f"for {where}: it speaks of a layer that is not there")
                skipped = skipped or f"no layer has all that it speaks of ({where})"
                continue
            if outcome.verdict != "holds":
                if where and outcome.verdict in ("false", "unread"):
                    outcome.reason = f"for {where}: {outcome.reason}" if outcome.reason else f"for {where}"
                return outcome
            outcomes.append(outcome)
        if not outcomes:
            return Outcome("unread", skipped or "nothing to test")
        *others, last = outcomes
        for other in others:
            assert other.finding is not None
            assert last.finding is not None
            last.finding.draws += other.finding.draws
            last.finding.error = max(last.finding.error or 0.0, other.finding.error or 0.0)
        return last

    def _says_all_layers(self, item: Item) -> bool:
        """Whether the claim itself says "for all l" or "l = 1, …, L": then none may be left out."""
        syns = [c.syn for c in item.statement.conditions if c.syn is not None]
        named = {letter for syn in syns for letter, _, _ in ranges_of(syn)}
        named |= {letter for syn in syns for letter in letters_in(syn) if len(letters_in(syn)) == 1}
        return bool(named & set(self.page.layers))

    def _at_one_layer(self, link: Link, scope: Scope) -> Outcome:
        if link.relation == "=":
            factors = derivative_factors(link.right) or []
            if len(factors) >= 2 and len(derivative_factors(link.left) or ()) == 1:
                return self._chain_rule(link, factors, scope)
        return try_link(self.page, self.judge, link, scope)

    def _chain_rule(self, link: Link, factors: list[Syn], scope: Scope) -> Outcome:
        """A bare chain rule, made of derivatives only, is judged in whichever one layout makes it hold."""
        plain = try_link(self.page, self.judge, link, scope)
        if plain.verdict in ("holds", "skip"):
            return plain
        layouts = (self.page.layout,) if self.page.layout in LAYOUTS else LAYOUTS
        for layout in layouts:
            order = factors if layout == "numerator" else factors[::-1]
            turned = replace(link, right=product_of(order, link.right))
            outcome = try_link(self.page, self.judge, turned, scope, tensor=True)
            if outcome.verdict == "holds":
                outcome.reading = f"{layout} layout"
                return outcome
        return plain

    def scopes(self, item: Item, *sides: int) -> list[Scope]:
        """The layers that a claim speaks of, one scope each."""
        letters: set[str] = set()
        for k in sides:
            syn = item.statement.sides[k].syn
            if syn is not None:
                letters |= set(free_layers(syn, self.page))
        mine = [x for x in self.page.layers if x in letters]
        if not mine:
            return [Scope()]
        scopes = [Scope()]
        for letter in mine:
            low, high = self.collector.layer_range(item, letter)
            scopes = [Scope(loops={**s.loops, letter: k}) for s in scopes for k in range(low, high + 1)]
        reader = Reader(self.page, Solver(self.page.dims), claim=True)
        kept = []
        for scope in scopes:
            conditions = [c.syn for c in item.statement.conditions if c.syn is not None]
            if all(reader.truth(syn, scope) for syn in conditions if not ranges_of(syn)):
                kept.append(scope)
        return kept


def _syn(item: Item, k: int) -> Syn:
    """One side of a claim; that all of them are read was settled before."""
    syn = item.statement.sides[k].syn
    assert syn is not None
    return syn
