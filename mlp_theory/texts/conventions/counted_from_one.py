r"""Arrays that a page counts from 0, counted from 1: ``\sum_{j=0}^M w_j x^j`` is ``\sum_{j=1}^{M+1} w_j x^{j-1}``.

Every index at such a place becomes one more; a letter that runs from 0 is moved by one wherever it stands, so that it
runs from 1 as all others do. The mathematics is the same, for each name is counted anew throughout the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mlp_theory.texts.conventions.zero_evidence import INDICES, counted_from_zero, ends_of_runs, is_range, told_ranges
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import indices_of, number_of
from mlp_theory.texts.syntax.factor_kinds import big_operator
from mlp_theory.texts.syntax.index_letters import lone_letter
from mlp_theory.texts.syntax.linear_forms import as_syntax, form_of, plus
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.making import as_list, as_term
from mlp_theory.texts.syntax.mentions import letters_in, names_in
from mlp_theory.texts.syntax.peeling import ungrouped, unscripted
from mlp_theory.texts.syntax.placed_indices import Place, all_placed, indexed_name, placed
from mlp_theory.texts.syntax.ranges import Binder, binder_of
from mlp_theory.texts.syntax.syn import Syn, rebuilt


def counted_from_one(items: list[Item]) -> list[Item]:
    """The items, with every array that begins at 0 counted from 1."""
    places = counted_from_zero(items)
    if not places:
        return items
    count = _Recount(places, told_ranges(items), ends_of_runs(items))
    for item in items:
        conditions = [c for c in item.statement.conditions if c.syn is not None]
        down = count.free_letters([*item.syns, *(c.syn for c in conditions if c.syn is not None)])
        sides = item.statement.sides
        whole = len(sides) == 2 and all(side.syn is not None for side in sides)
        told = whole and item.statement.relations in (["="], [r"\in"])
        for k, side in enumerate(sides):
            if side.syn is None:
                continue
            if told and k == 1 and (letters := _told_letters(item)) & down:
                changed = count.members(side.syn) if letters <= down else side.syn
            elif told and k == 0 and _told_letters(item) & down:
                changed = side.syn
            else:
                changed = count.walk(side.syn, down)
            if changed is not side.syn:
                sides[k] = replace(side, syn=changed)
        for condition in conditions:
            assert condition.syn is not None
            condition.syn = count.walk(condition.syn, down)
    return items


def _told_letters(item: Item) -> set[str]:
    """The letters of which a statement says how far they run."""
    left, right = item.syns
    chain = Syn("chain", (left, item.statement.relations[0], right), left.start, right.end)
    return {x for part in list_parts(left) if (x := lone_letter(part)) is not None} if is_range(chain) else set()


@dataclass
class _Recount:
    """Which places are counted from 0, and where the letters begin of which the page tells it."""

    places: set[Place]
    lows: dict[str, set[float | None]]
    ends: set[str]
    zero: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.zero = {letter for letter, lows in self.lows.items() if lows == {0}} & INDICES

    def free_letters(self, syns: list[Syn]) -> frozenset[str]:
        """The letters of a statement that run from 0, bound by nothing in it."""
        at, elsewhere = self._uses(syns)
        told_one = {letter for letter, lows in self.lows.items() if lows != {0}}
        return frozenset(((at & INDICES) - elsewhere - told_one - self.ends) | self.zero)

    def _uses(self, syns: list[Syn]) -> tuple[set[str], set[str]]:
        """The letters that are indices at places counted from 0, and those at other places."""
        at: set[str] = set()
        elsewhere: set[str] = set()
        for syn in syns:
            for place, index in all_placed(syn):
                letter = lone_letter(index)
                if letter is not None:
                    (at if place in self.places else elsewhere).add(letter)
        return at, elsewhere

    def walk(self, syn: Syn, down: frozenset[str]) -> Syn:
        """A piece of mathematics, in which these letters have been moved to begin at 1."""
        if syn.kind == "term":
            return self._product(syn, down)
        if syn.kind == "chain" and is_range(syn):
            return self._range(syn, down)
        if syn.kind == "scripted" or indexed_name(syn) is not None:
            return self._scripted(syn, down)
        letter = lone_letter(syn) if syn.kind == "letter" else None
        if letter is not None and letter in down:
            moved = as_syntax({str(syn[0]): 1, "": -1}, syn)
            return Syn("parens", (moved,), syn.start, syn.end)
        return rebuilt(syn, lambda part: self.walk(part, down))

    def _product(self, term: Syn, down: frozenset[str]) -> Syn:
        """Factors, of which a sum among them runs over all that follow."""
        out: list[Syn] = []
        for k, factor in enumerate(term.args):
            binder = binder_of(factor) if big_operator(factor) is not None else None
            if binder is None:
                out.append(self.walk(factor, down))
                continue
            from_zero = self._runs_from_zero(binder, list(term.args[k + 1 :]), down)
            out.append(self._operator(factor, binder, from_zero, down))
            down = (down - set(binder.letters)) | from_zero
        same = all(a is b for a, b in zip(term.args, out, strict=True))
        return term if same else Syn("term", tuple(out), term.start, term.end)

    def _runs_from_zero(self, binder: Binder, body: list[Syn], down: frozenset[str]) -> frozenset[str]:
        """The letters of a sum that begin at 0 and stand at places that do."""
        at, elsewhere = self._uses(body)
        if binder.ends is not None:
            return frozenset(set(binder.letters) & at) if number_of(binder.ends[0]) == 0 else frozenset()
        return frozenset(x for x in binder.letters if x in self.zero or (x in at and x not in elsewhere))

    def _operator(self, syn: Syn, binder: Binder, from_zero: frozenset[str], down: frozenset[str]) -> Syn:
        """The sign of a sum with its bounds."""
        bare, parts = unscripted(syn)
        out: list[Syn] = []
        for part in parts:
            inner = ungrouped(part[0])
            if binder.ends is None or not from_zero:
                out.append(part if binder.ends is None else self._bound(part, down))
            elif part.kind == "sub":
                low = _one_more(inner[2])
                relation = Syn("chain", (inner[0], inner[1], low, *inner.args[3:]), inner.start, inner.end)
                out.append(Syn("sub", (relation,), part.start, part.end))
            else:
                out.append(Syn("sup", (_one_more(self._moved(part[0], down)),), part.start, part.end))
        return Syn("scripted", (bare, *out), syn.start, syn.end)

    def _bound(self, part: Syn, down: frozenset[str]) -> Syn:
        """A bound of another sum, in which a letter may stand that has been moved."""
        inner = ungrouped(part[0])
        if inner.kind != "chain":
            return Syn(part.kind, (self._moved(part[0], down),), part.start, part.end)
        moved = (inner[0], inner[1], *(self._moved(x, down) if isinstance(x, Syn) else x for x in inner.args[2:]))
        return Syn(part.kind, (Syn("chain", moved, inner.start, inner.end),), part.start, part.end)

    def _range(self, chain: Syn, down: frozenset[str]) -> Syn:
        """``i ∈ {0, …, M}`` and ``j = 0, …, M`` of letters that are moved."""
        letters = {x for part in list_parts(chain[0]) if (x := lone_letter(part)) is not None}
        if not letters & down:
            return chain
        moved = (self.members(arg) if k and isinstance(arg, Syn) else arg for k, arg in enumerate(chain.args))
        return Syn("chain", tuple(moved), chain.start, chain.end)

    def members(self, syn: Syn) -> Syn:
        """The members of a list or a set of numbers, each one more."""
        if form_of(syn) is not None:
            return _one_more(syn)
        return syn if syn.kind == "dots" else rebuilt(syn, self.members)

    def _scripted(self, syn: Syn, down: frozenset[str]) -> Syn:
        """What has scripts: indices at places counted from 0 become one more."""
        name = indexed_name(syn)
        at = dict(placed(*name)) if name is not None else {}
        bare, parts = unscripted(syn)
        if syn.kind != "scripted":
            return rebuilt(syn, lambda part: self.walk(part, down))
        out: list[Syn] = []
        for part in parts:
            if part.kind == "sub":
                out.append(self._below(part, [place in self.places for place in at], down))
            elif part.kind == "sup":
                out.append(Syn("sup", (self._moved(part[0], down),), part.start, part.end))
            else:
                out.append(part)
        inner = bare if any(True for _ in names_in(bare)) and bare.kind in ("letter", "font", "accent") else None
        return Syn("scripted", (inner or self.walk(bare, down), *out), syn.start, syn.end)

    def _below(self, part: Syn, from_zero: list[bool], down: frozenset[str]) -> Syn:
        """What stands below a name, index by index."""
        found = indices_of(part[0])
        if not any(from_zero) and not any(self._moved(index, down) is not index for index in found):
            return part
        if len(found) == 1 and len(from_zero) == 2:
            return (
                part if not any(from_zero) else Syn("sub", (_digits_more(found[0], from_zero),), part.start, part.end)
            )
        flags = from_zero if len(from_zero) == len(found) else [False] * len(found)
        new = [
            _one_more(self._moved(index, down)) if zero and self._counts(index) else self._moved(index, down)
            for index, zero in zip(found, flags, strict=True)
        ]
        return Syn("sub", (as_list(new),), part.start, part.end)

    def _counts(self, index: Syn) -> bool:
        """Whether what stands below a name can be counted: a number, a letter that runs, where something ends."""
        return letters_in(index) <= INDICES | self.ends

    def _moved(self, syn: Syn, down: frozenset[str]) -> Syn:
        """An index, a bound or an exponent, in which these letters have been moved."""
        form = form_of(syn)
        if form is None:
            return self.walk(syn, down)
        moved = sum(count for letter, count in form.items() if letter.lstrip("\\") in down)
        return as_syntax(plus(form, {"": -moved}), syn) if moved else syn


def _one_more(syn: Syn) -> Syn:
    form = form_of(syn)
    if form is None:
        group = Syn("parens", (syn,), syn.start, syn.end)
        return Syn("sum", ((1, as_term(group)), (1, as_term(as_syntax({"": 1}, syn)))), syn.start, syn.end)
    return as_syntax(plus(form, {"": 1}), syn, number_first=True)  # M + 1 below a name would be the next layer


def _digits_more(number: Syn, from_zero: list[bool]) -> Syn:
    """``00`` of ``A_{00}`` as 1, 1."""
    digits = [int(digit) + zero for digit, zero in zip(str(number[0]), from_zero, strict=True)]
    return as_list([as_syntax({"": digit} if digit else {}, number) for digit in digits])
