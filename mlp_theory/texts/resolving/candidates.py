"""Where a letter of a page may begin to mean something else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.conventions.meanings import Opening, Place
from mlp_theory.texts.items import Item, Role
from mlp_theory.texts.resolving.bindings import Binding, bindings_of
from mlp_theory.texts.resolving.evidence import is_concluded, is_introduced, is_near, stands_apart
from mlp_theory.texts.resolving.told import Told
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.source.regions import Region
from mlp_theory.texts.symbols.loss_names import LOSS_LETTERS
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.reasons.unknown_letters import DeclaredTwice


@dataclass(frozen=True)
class Candidate:
    """A binding that may open another meaning of its letter.

    Attributes
    ----------
    opening : Opening
    binding, before : Binding
        It, and the one before it.
    sure : bool
        Whether it needs no line that holds for it: a declaration, words that introduce it.
    open_to_doubt : bool
        Whether it may be a definition where nothing shows that it is one.
    """

    opening: Opening
    binding: Binding
    before: Binding
    sure: bool
    open_to_doubt: bool

    @property
    def said(self) -> Place:
        """Where the statement stands that gives the meaning."""
        return self.opening.said

    def tells(self, source: Source) -> str:
        """How a line was read in which the letter has this meaning."""
        verb = "declared" if self.binding.declares else "defined"
        return f"{self.binding.base.show} as {verb} anew at {_told(source, self.binding.item)}"

    def doubts(self) -> str:
        """What is told of the statement where nothing else shows that it is a definition."""
        before, show = self.before.item, self.binding.base.show
        return f"not true of {show} as defined at {_told(before.source, before)}; it may define {show} anew"


def _told(source: Source, item: Item) -> str:
    part, line = source.place_of(item.place()[0])
    return f"{part}, line {line}" if part else f"line {line}"


def candidates(bench: Bench, told: Told) -> list[Candidate]:
    """All of a page that has been judged, where each letter had one meaning."""
    bound: dict[str, list[Binding]] = defaultdict(list)
    for item in bench.items:
        for binding in bindings_of(item):
            bound[binding.base.key].append(binding)
    out: list[Candidate] = []
    for key, bindings in bound.items():
        if len(bindings) > 1:
            out += _of_letter(bench, told, key, bindings)
    return out


def _of_letter(bench: Bench, told: Told, key: str, bindings: list[Binding]) -> list[Candidate]:
    """The places at which one letter may begin to mean something else."""
    numbers = {bindings[0].says: 0}
    twice = any(_is_declared_twice(binding.item) for binding in bindings)
    out: list[Candidate] = []
    earlier: list[tuple[Binding, Region | None]] = [(bindings[0], None)]  # and where its meaning ends
    for binding in bindings[1:]:
        if binding.item.role is Role.DEFINITION:  # of the first meaning, which is declared before
            numbers[binding.says] = 0
            earlier.append((binding, None))
            continue
        region = binding.item.piece.region
        before = next(one for one, until in reversed(earlier) if until is None or region.within(until))
        if binding.says == before.says or not _may_open(bench, told, binding, before, twice):
            continue
        number = numbers.setdefault(binding.says, len(numbers))
        until = _end_of(binding)
        place = _begin_of(bench, binding).place()
        opening = Opening(
            place, key, number, binding.item.place(), not binding.declares and not _is_array(binding), until
        )
        out.append(
            Candidate(opening, binding, before, _is_sure(bench, binding, before), _may_be(bench, binding, before))
        )
        earlier.append((binding, until))
    return out


def _may_open(bench: Bench, told: Told, binding: Binding, before: Binding, twice: bool) -> bool:
    """Whether a binding is none of the letter as it was."""
    item = binding.item
    if binding.declares:
        apart = item.piece.block != before.item.piece.block
        return apart and ((before.declares and twice) or _is_typed(binding))
    if (
        item.role is not Role.CLAIM
        or item.expect is not None
        or told.first(item) is HOLDS
        or (before.declares and not _is_typed(before))
    ):
        return False
    if _takes_others(binding, before):
        return True
    if _leads_on(binding):
        return True
    formal = stands_apart(binding, before) or is_introduced(bench.collection, binding)
    return formal and not is_concluded(bench.collection, binding)


def _takes_others(binding: Binding, before: Binding) -> bool:
    """Whether a function has more arguments than the one before, or fewer; a loss only says what it depends on."""
    here, there = len(binding.arguments), len(before.arguments)
    is_loss = binding.base.letter in LOSS_LETTERS or binding.base.style == "cal"
    return here != there and min(here, there) > 0 and not is_loss


def _leads_on(binding: Binding) -> bool:
    """Whether an arrow leads from an equation to what follows from it."""
    return binding.item.display and "arrow" in binding.item.piece.latex


def _is_sure(bench: Bench, binding: Binding, before: Binding) -> bool:
    """Whether a binding opens another meaning, whatever comes after it."""
    if binding.declares or _is_typed(before):
        return True
    introduced = is_introduced(bench.collection, binding) and stands_apart(binding, before)
    of_numbers = not any(True for _ in names_in(binding.item.syns[1]))
    if introduced and _is_used_above(bench, binding) and not of_numbers:
        return False
    return (introduced or _takes_others(binding, before)) and not is_near(binding, before)


def _may_be(bench: Bench, binding: Binding, before: Binding) -> bool:
    """Whether an equation is a definition under some admissible reading; a near copy without a word is a slip."""
    apart = not binding.declares and stands_apart(binding, before) and not _is_used_above(bench, binding)
    return apart and (is_introduced(bench.collection, binding) or not is_near(binding, before))


def _is_used_above(bench: Bench, binding: Binding) -> bool:
    """Whether a statement before it in its region speaks of the letter: there it has the meaning that it had."""
    region = binding.item.piece.region
    for item in bench.items:
        if item is binding.item:
            return False
        within = item.own and item.piece.region.within(region)
        if within and any(base == binding.base for base, _, _ in names_in(tuple(item.syns))):
            return True
    return False


def _is_typed(binding: Binding) -> bool:
    """Whether it declares any function of a set: no equation claims what its values are."""
    return binding.declares and ":" in binding.item.statement.relations


def _is_declared_twice(item: Item) -> bool:
    """Whether a declaration says something else of its letter than one before."""
    return isinstance(item.error, UnreadError) and isinstance(item.error.reason, DeclaredTwice)


def _is_array(binding: Binding) -> bool:
    """Whether a letter is written as one with entries."""
    return binding.base.bold or binding.base.upper


def _end_of(binding: Binding) -> Region | None:
    """Where a meaning ends: with its item or example; what is said in passing, or of an example, with its section."""
    region = binding.item.piece.region
    if region.is_leaf:
        return region
    in_passing = not binding.declares and not binding.item.display
    return region.section if in_passing or binding.number_for_a_size else None


def _begin_of(bench: Bench, binding: Binding) -> Item:
    """The first statement of a meaning: of "where A ∈ …" that of the display before."""
    item = binding.item
    position = bench.collection.position.get(item, 0)
    before = bench.items[position - 1] if position else item
    after = item.piece.before.lower().lstrip(" ,;").startswith(("where ", "here ", "with "))
    joined = item.piece.before.lower().strip(" ,;") in ("where", "here", "with") or after
    if binding.declares and joined and before.own and before.display and not before.piece.after.strip():
        piece = before.piece
        return next(other for other in bench.items if other.piece is piece)
    return item
