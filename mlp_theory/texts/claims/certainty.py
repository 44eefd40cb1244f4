"""How sure a verdict is: what rests on letters that the page does not explain is not called false, nor simply holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.grounds import Grounds, grounds_of
from mlp_theory.texts.claims.letters_known import infos_in
from mlp_theory.texts.claims.link import RELATIONS, Link
from mlp_theory.texts.claims.other_shapes import as_columns, otherwise
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.collecting.rooting import place_of
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.factor_kinds import is_operator
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import nodes
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.eased import FailsAsTyped, RestsOnRoot
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict, UnknownShape
from mlp_theory.texts.verdicts.reasons.unknown_letters import UndeclaredLetter
from mlp_theory.texts.verdicts.roots import Root, RootKind

MOST_RETRIED = 4
"""Of more letters that may be columns it is not asked which are: a claim on them is left unread."""

Test = Callable[[Bench, Link], Outcome]
"""Judges a link at every layer."""


def eased(bench: Bench, item: Item, outcome: Outcome) -> Outcome:
    """What is told of a link that fails: false only where all that it rests on is known.

    Parameters
    ----------
    bench : Bench
    item : Item
        The statement: in running text, and of an inequality, what fails for undeclared letters is no claim.
    outcome : Outcome
        What became of the link.
    """
    if outcome.kind is not FALSE:
        return outcome
    grounds = outcome.grounds if outcome.grounds.letters else _grounds_of_statement(bench.page, item)
    outcome = replace(outcome, grounds=grounds)
    rooted = [root for root in grounds.rooted if not (root in grounds.twice and _stands_below(root, item))]
    if rooted:
        return replace(outcome, kind=UNREAD, why=RestsOnRoot(_rests_on(rooted[0])), finding=None, roots=tuple(rooted))
    if grounds.undeclared:
        spoken = not item.display and not item.piece.comment
        if spoken or any(RELATIONS.get(relation) != "=" for relation in item.statement.relations):
            return replace(outcome, kind=UNREAD, why=UndeclaredLetter(grounds.undeclared[0].text), finding=None)
        letters = ", ".join(root.letter for root in grounds.undeclared)
        says = f"as its typography reads {letters}, this is not true; the page does not declare {letters}"
        return replace(outcome, kind=DOUBTFUL, why=FailsAsTyped(says))
    if isinstance(outcome.why, ShapeConflict) and outcome.guess:
        says = f"as its typography reads {outcome.guess}, {outcome.why}; the page does not declare {outcome.guess}"
        return replace(outcome, kind=DOUBTFUL, why=FailsAsTyped(says), roots=(Root(outcome.guess, RootKind.GUESSED),))
    return outcome


def _grounds_of_statement(page: Page, item: Item) -> Grounds:
    """What a statement rests on of which only the shapes were asked, as that something lies in a set."""
    return grounds_of(page, {info.key for syn in item.syns for info in infos_in(page, syn)}, {})


def _stands_below(root: Root, item: Item) -> bool:
    """Whether a letter is declared anew only below a statement, which then keeps to the first declaration."""
    part, line = place_of(item)
    return root.kind is RootKind.CONTRADICTED and root.part == part and root.line > line


def _rests_on(root: Root) -> str:
    place = f"{root.part}, line {root.line}" if root.part else f"line {root.line}"
    return f"it rests on {root.letter}, of which {place} says something that is not used: {root.text}"


def weighed(bench: Bench, link: Link, outcome: Outcome, test: Test) -> Outcome:
    """A link that holds, or has shapes that do not fit, tried again with the letters as columns that may be columns.

    Parameters
    ----------
    bench : Bench
    link : Link
    outcome : Outcome
        What became of it as typography reads it.
    test : callable
    """
    if outcome.kind.confirms:
        return _trusted(bench, link, outcome, test)
    if outcome.kind is FALSE and isinstance(outcome.why, ShapeConflict) and not outcome.grounds.roots:
        outcome.guess = _guess_behind(bench, link, outcome, test)
    return outcome


def _trusted(bench: Bench, link: Link, outcome: Outcome, test: Test) -> Outcome:
    """What holds for a number holds for a letter only where it does not fail for a column."""
    letters = outcome.grounds.open
    if not letters:
        return outcome
    if len(letters) > MOST_RETRIED:
        return _only_guessed(outcome, letters[:1], "as numbers they hold")
    if any(is_operator(node, r"\times") for node in nodes((link.left, link.right))):
        return _only_guessed(outcome, letters[:1], "of columns it would be another product")
    transposed = _transposed(bench.page, link)
    for some in _choices(letters):
        with as_columns(bench, some):
            other = test(bench, link)
        turned = any(info.base.key in transposed for info in some)
        if (other.kind is FALSE and other.finding is not None) or (turned and not other.kind.confirms):
            return _only_guessed(outcome, some, "as a number it holds, as a column it does not")
    return outcome


def _only_guessed(outcome: Outcome, some: Sequence[Info], says: str) -> Outcome:
    roots = outcome.grounds.roots or tuple(Root(info.show, RootKind.GUESSED) for info in some)
    letters = ", ".join(info.show for info in some)
    why = UnknownShape(f"the shape of {letters} is not known: {says}")
    return replace(outcome, kind=UNREAD, why=why, finding=None, roots=roots)


def _guess_behind(bench: Bench, link: Link, outcome: Outcome, test: Test) -> str:
    """The letter whose shape is a guess, and without which the shapes might fit; "" where there is none."""
    dims, says = bench.page.dims, str(outcome.why)
    free = []
    for info in outcome.grounds.guessed:
        shown = any(f"{side} of {info.show}" in says for side in ("rows", "columns"))
        is_open = any(dims.open_sizes(size) for size in (info.r, info.c))
        defaults = all(dims.is_one(size) or dims.open_sizes(size) for size in (info.r, info.c))
        if shown or (info.kind != "given" and (is_open or defaults)):
            return info.show
        if info.kind == "given":
            free.append(info)
    for some in _choices(free[:MOST_RETRIED]):
        for rows, columns in ((True, False), (False, True), (True, True)):
            with otherwise(bench, some, rows, columns) as changed:
                if not changed:
                    continue
                other = test(bench, link)
            if not (other.kind is FALSE and isinstance(other.why, ShapeConflict)):
                return ", ".join(info.show for info in some)
    return "I" if "?×?" in says and "number" in says else ""


def _choices(letters: Sequence[Info]) -> list[Sequence[Info]]:
    """Each letter alone, then all of them."""
    return [*([info] for info in letters), *([letters] if len(letters) > 1 else [])]


def _transposed(page: Page, link: Link) -> set[str]:
    """The letters that are transposed in a link."""
    return {
        base.key
        for base, parts, _ in names_in((link.left, link.right))
        if any(kind in ("T", "inverse T") for kind, _ in scripts_of(parts, transposes=page.habits.transposes).sups)
    }
