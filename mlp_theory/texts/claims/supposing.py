r"""Equations that are not true of every value, and need not be: they suppose something of the letters in them.

The words before an equation say so, or its form: ``A v = \lambda v``, ``A x = b``. Neither makes a supposition of what
says a derivative, or speaks of what the page has defined: that is a claim, however it is introduced.
"""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.claims.at_values import holding, value_of
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.claims import judged
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.items import Item
from mlp_theory.texts.latex.located_text import Text
from mlp_theory.texts.latex.statement import Side, Statement, side_of
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.making import as_product
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.terms import summands
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.decided import SidesDiffer
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement, Supposition

_WORDS_TOLD = 60


def supposition(bench: Bench, item: Item, k: int, left: int, outcome: Outcome) -> Outcome | None:
    """What is told of a link that does not hold, where it supposes something; None where it is a claim.

    Parameters
    ----------
    bench : Bench
    item : Item
        The statement.
    k, left : int
        The link from side `left` to side k + 1.
    outcome : Outcome
        What became of it as a claim.
    """
    sides = item.statement.sides
    if outcome.kind not in (FALSE, UNREAD) or k + 1 >= len(sides):
        return None
    pair = (sides[left].syn, sides[k + 1].syn)
    if pair[0] is None or pair[1] is None:
        return None
    two = (pair[0], pair[1])
    if item.supposed is not None and item.supposed.kind == "solution":
        return _solution(bench, item, two, outcome)
    if (why := _by_words(bench, item, two, outcome)) is None:
        open_still = outcome.kind is FALSE or isinstance(outcome.why, Requirement)
        why = _by_form(bench.page, item, k, two) if open_still else None
    if why is None:
        return None
    return replace(outcome, kind=SUPPOSES, why=why, finding=None, at=None)


def may_suppose(page: Page, sides: tuple[Syn, Syn]) -> bool:
    """Whether something in an equation is free to be supposed: no derivative of what is defined, no definition."""
    if not any(True for side in sides for _ in names_in(side)):
        return False
    known = [info for side in sides for info in _infos(page, side)]
    if any(map(_derives, sides)) and all(number_of(side) != 0 for side in sides):
        return any(info.is_applied for info in known) and not any(_is_defined(page, info.base) for info in known)
    for side, other in (sides, sides[::-1]):
        name = _lone_name(side)
        if name is not None and _is_defined(page, name) and number_of(other) is None and _lone_name(other) is None:
            return False  # Z = … of a Z that the page has defined is another word on Z
    return True


def _by_words(bench: Bench, item: Item, sides: tuple[Syn, Syn], outcome: Outcome) -> Reason | None:
    """What the words before it say."""
    supposed = item.supposed
    if supposed is None:
        return None
    told = Supposition(f"supposed by the words before it: “{_shortened(supposed.words)}”")
    if supposed.kind == "problem":
        return told if outcome.kind is FALSE else None
    misfits = isinstance(outcome.why, ShapeConflict)
    if misfits or not may_suppose(bench.page, sides):
        return None
    if supposed.kind == "stationary" and not bench.collection.derived & _made_of(bench.page, sides):
        return None  # its letters have been solved for: it is what their values must meet
    return told


def _by_form(page: Page, item: Item, k: int, sides: tuple[Syn, Syn]) -> Reason | None:
    r"""``A v = \lambda v`` and ``A x = b`` of letters that are all given: nobody could claim it of every value."""
    if item.statement.relations[k] != "=" or len(item.statement.relations) > 1 or any(map(_derives, sides)):
        return None
    names = [base for side in sides for base, _, _ in names_in(side)]
    if any(_is_defined(page, base) for base in names):
        return None
    factors = [_factors(side) for side in sides]
    ends = [part[-1] for part in factors]
    if all(len(part) > 1 for part in factors) and _is_vector(page, ends[0]) and show(ends[0]).strip() == show(ends[1]).strip():
        scalar = any(len(part) == 2 and _is_number(page, part[0]) for part in factors)
        if scalar and not all(_is_number(page, part[0]) for part in factors):
            return Requirement("an eigenvalue equation: a requirement, and no claim about every value")
    for side, other in (factors, factors[::-1]):
        if len(side) > 1 and _is_vector(page, side[-1]) and len(other) == 1 and number_of(other[0]) == 0:
            return Requirement("an equation to be solved: a requirement, and no claim about every value")
    for side, other in (sides, sides[::-1]):
        name = _lone_name(side)
        if name is None or _lone_name(other) is not None or not _is_given(page, name):
            continue
        others = [base for base, _, _ in names_in(other)]
        if name not in others and others and all(_is_given(page, base) for base in others):
            return Requirement("an equation between letters that are all given: a requirement, and no claim")
    return None


def _solution(bench: Bench, item: Item, sides: tuple[Syn, Syn], outcome: Outcome) -> Outcome | None:
    """A stated solution, put into the condition that it solves."""
    supposed, page = item.supposed, bench.page
    assert supposed is not None
    name = _lone_name(sides[0])
    misfits = isinstance(outcome.why, ShapeConflict)
    if misfits or name is None or not _is_given(page, name) or any(map(_derives, sides)):
        return None
    words = f"supposed by the words before it: “{_shortened(supposed.words)}”"
    condition = _condition_of(supposed.meets, name) if supposed.meets is not None else None
    value = value_of(page, *sides) if condition is not None else None
    if condition is not None and condition.syn is not None and value is not None:
        there = Statement([condition, side_of(Text("0", [0]))], ["="], list(item.statement.conditions), [None])
        with holding(bench, dict([value])):
            found = judged(bench, replace(item, statement=there, supposed=None), 0, 1)
        met = f"{show(condition.syn).strip()} = 0"
        if found.kind.confirms:
            found.reading = f"put into {met}"
            return found
        others = bench.collection.derived & _made_of(page, (condition.syn,)) - {value[0]}
        if found.kind in (FALSE, SUPPOSES) and not others:  # they may have been solved for at the same time
            return replace(found, kind=FALSE, why=SidesDiffer(f"put into {met}, it does not meet it"))
    if outcome.kind is UNREAD and condition is None:
        return None
    return replace(outcome, kind=SUPPOSES, why=Supposition(words), finding=None, at=None)


def _condition_of(item: Item, name: Base) -> Side | None:
    """What is zero where a derivative is: the last side but 0 that has the name."""
    for side in reversed(item.statement.sides):
        if side.syn is not None and any(base == name for base, _, _ in names_in(side.syn)):
            return side
    return None


def _made_of(page: Page, sides: tuple[Syn, ...]) -> set[str]:
    """The keys of all letters in it, through their definitions too."""
    keys = {info.key for side in sides for info in _infos(page, side)}
    nodes_of = [page.book.definitions[key].node for key in keys if key in page.book.definitions]
    return {*keys, *(key for node in nodes_of for key in page.book.keys_of(node))}


def _infos(page: Page, syn: Syn) -> list[Info]:
    bases = {base for base, _, _ in names_in(syn)}
    return [info for info in page.infos.values() if info.base in bases]


def _is_defined(page: Page, base: Base) -> bool:
    """Whether an equation of the page gives this name."""
    if base.key in page.functions:
        return True
    return any(info.kind == "defined" for info in page.infos.values() if info.base == base)


def _is_given(page: Page, base: Base) -> bool:
    """Whether this is a name of the page that no equation gives."""
    infos = [info for info in page.infos.values() if info.base == base]
    return bool(infos) and all(info.kind == "given" for info in infos)


def _is_number(page: Page, syn: Syn) -> bool:
    """Whether a factor is a number that the page gives."""
    name = _lone_name(syn)
    infos = [info for info in page.infos.values() if info.base == name]
    return bool(infos) and all(page.dims.is_one(info.r) and page.dims.is_one(info.c) for info in infos)


def _is_vector(page: Page, syn: Syn) -> bool:
    """Whether a factor is a column that the page gives, and not a part of one."""
    name = base_of(syn)
    infos = [info for info in page.infos.values() if info.base == name]
    return bool(infos) and all(page.dims.is_one(info.c) and not page.dims.is_one(info.r) for info in infos)


def _factors(syn: Syn) -> list[Syn]:
    terms = summands(syn)
    return atoms(as_product([terms[0][1]])) if len(terms) == 1 and terms[0][0] == 1 else [syn]


def _lone_name(syn: Syn) -> Base | None:
    """The name that stands here alone, with or without indices."""
    items = atoms(syn)
    return base_of(under_scripts(items[0])) if len(items) == 1 else None


def _derives(syn: Syn) -> bool:
    """Whether a derivative stands here."""
    shown = show(syn)
    return any(sign in shown for sign in "∂∇′") or any(node.kind == "partial" for node in nodes(syn))


def _shortened(words: str) -> str:
    """The end of the words, where they are many; formulas in them as dots."""
    words = " ".join(words.replace("\ufffc", "…").split())
    return words if len(words) <= _WORDS_TOLD else "… " + words[-_WORDS_TOLD:].partition(" ")[2]


