"""The equation of a page with a tag: where it stands, and every layer that it speaks of put to a judge."""

from __future__ import annotations

import difflib
from typing import Protocol

from mlp_theory.errors import OptionError
from mlp_theory.texts.checker import Checker
from mlp_theory.texts.claims.trials import Link, try_link
from mlp_theory.texts.claims.verdicts import Outcome, unread
from mlp_theory.texts.items import Item
from mlp_theory.texts.judging.findings import Finding, Task
from mlp_theory.texts.shapes.solver import MisfitError
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.syn import UnreadError


class Tester(Protocol):
    """Whoever looks at both sides of an equation, at one layer after the other."""

    loops: dict[str, int]

    def test(self, task: Task) -> Finding:
        """What comes of it."""
        ...


def tagged_item(checker: Checker, tag: str) -> tuple[Item, int]:
    """The equation with a tag, and the side that the tag stands beside."""
    tags: list[str] = []
    for item in checker.items:
        statement = item.statement
        for k, found in enumerate(statement.tags):
            if found is None or not item.own or not statement.relations:
                continue
            tags.append(bare(found))
            if tags[-1] == bare(tag):
                last = len(statement.sides) - 1
                alone = sum(t is not None for t in statement.tags) == 1
                return item, last if alone else min(k + 1, last)
    nearest = difflib.get_close_matches(bare(tag), tags, n=1)
    raise OptionError(
        "No equation of the page has this tag",
        expected=f"one of {', '.join(tags)}" if tags else r"an equation with \tag{3.7}; the page has none",
        got=tag,
        mend=f"did you mean {nearest[0]}?" if nearest else None,
    )


def bare(tag: str) -> str:
    """A tag without its brackets."""
    return tag.strip().strip("()").strip()


def outcome_of(checker: Checker, item: Item, side: int, judge: Tester) -> Outcome:
    """What comes of it at every layer that the equation speaks of; the first that does not agree decides."""
    sides = item.statement.sides
    broken = next((s for s in (sides[0], sides[side]) if s.syn is None), None)
    if side == 0 or broken is not None:
        error = broken.error if broken is not None else None
        return unread(error or UnreadError("it has no right side"))
    if item.definition is not None and item.definition.kind == "function":
        return Outcome("unread", "it defines a function; hold yours against an equation that applies it")
    checker.page.layout = item.layout
    left, right = sides[0].syn, sides[side].syn
    assert left is not None
    assert right is not None
    link = Link(item, 0, side, left, right, "=")
    try:
        scopes: list[Scope] = checker.scopes(item, 0, side)
    except (UnreadError, MisfitError) as error:
        return unread(error)
    last: Outcome | None = None
    for scope in scopes:
        judge.loops = scope.loops
        outcome = try_link(checker.page, judge, link, scope)  # type: ignore[arg-type]
        if outcome.verdict == "skip":
            continue
        if outcome.verdict != "holds":
            where = ", ".join(f"{letter} = {layer}" for letter, layer in scope.loops.items())
            if where and outcome.finding is not None:
                outcome.finding.reason = f"for {where}: {outcome.finding.reason}"
            return outcome
        last = outcome
    return last or Outcome("unread", "no layer has all that it speaks of")
