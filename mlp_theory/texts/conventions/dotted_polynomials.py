r"""``w_0 + w_1 x + w_2 x^2 + \dots + w_M x^M``: dots whose terms follow a pattern only from some term on.

The terms before are left as they stand, for nothing else says what they are; the others become a sum. A term without
its exponent has the exponent 1.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.differing import differences
from mlp_theory.texts.syntax.kinds import is_scripted, is_sum
from mlp_theory.texts.syntax.linear_forms import Form, as_syntax, form_of, plus
from mlp_theory.texts.syntax.lists import is_dots
from mlp_theory.texts.syntax.making import as_digit, as_letter
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.script_parts import has_sub
from mlp_theory.texts.syntax.sums_and_products import factors
from mlp_theory.texts.syntax.syn import Syn, nodes, rebuilt
from mlp_theory.texts.syntax.unicode import whole

RUNNING = "iota"
"""The index of the sums that are made."""


def dotted_polynomials(items: list[Item]) -> list[Item]:
    """The items, with a sum for the terms between which such dots stand."""
    for item in items:
        sides = item.statement.sides
        for k, side in enumerate(sides):
            changed = side.syn and _summed(side.syn)
            if changed is not side.syn:
                sides[k] = replace(side, syn=changed)
    return items


def _summed(syn: Syn) -> Syn:
    syn = rebuilt(syn, _summed)
    if not is_sum(syn):
        return syn
    at = [k for k, (_, term) in enumerate(syn.args) if is_dots(term)]
    if (
        len(at) != 1
        or not 0 < at[0] < len(syn.args) - 1
        or any(sign != 1 for sign, _ in syn.args[at[0] - 1 : at[0] + 2])
    ):
        return syn
    (k,) = at
    last = syn[k + 1][1]
    run = _run_to(syn[k - 1][1], last)
    if run is None:
        return syn
    first = k - 1
    while first and syn[first - 1][0] == 1 and _is_before(syn[first - 1][1], run, k - first):
        first -= 1
    if first == 0 and k == len(syn.args) - 2:
        return syn  # a pattern from the first term to the last one
    if first and syn[first - 1][0] == 1 and run.is_constant(syn[first - 1][1], k - first):
        first -= 1
    if any(_run_to(term, last) is not None for sign, term in syn.args[:first] if sign == 1):
        return syn  # x_1 + x_3 + … + x_n: a term like the others, and no next one
    total = (1, run.total(start=run.start - (k - 1 - first)))
    return Syn("sum", (*syn.args[:first], total, *syn.args[k + 2 :]), syn.start, syn.end)


@dataclass(frozen=True)
class _Run:
    """How the terms run from the one before the dots to the last one.

    Attributes
    ----------
    last : Syn
        The last term.
    places : list of (Form, Syn)
        What differs: the form that the term before the dots has there, and what the last one has.
    start : int
        The number of the term before the dots.
    """

    last: Syn
    places: list[tuple[Form, Syn]]
    start: int

    def total(self, start: int) -> Syn:
        """The sum of all terms from the one with this number to the last one."""
        first, end = self.places[0]
        ends = {whole(place) for _, place in self.places}
        general = {text: self._general(text) for text in ends}
        at = self.last
        relation = Syn("chain", (as_letter(RUNNING), "=", as_digit(start)), at.start, at.start)
        bounds = Syn("sub", (relation,), at.start, at.start), Syn("sup", (as_syntax(self._top(first, end), at),), 0, 0)
        operator = Syn("scripted", (Syn("bigop", (r"\sum",), at.start, at.start), *bounds), at.start, at.start)
        body = _with_places(self.last, [(place, general[whole(place)]) for _, place in self.places])
        return Syn("term", (operator, *factors(body)), at.start, at.end)

    def is_constant(self, term: Syn, steps: int) -> bool:
        """Whether this is the term so many steps before the dots, of which the exponents are 0."""
        forms = {whole(place): plus(form, {"": -steps}) for form, place in self.places}
        body = _with_places(self.last, [(place, forms[whole(place)]) for _, place in self.places])
        rest = [factor for factor in factors(body) if not _has_exponent_zero(factor)]
        return [whole(factor) for factor in factors(term)] == [whole(factor) for factor in rest]

    def _general(self, text: str) -> Form:
        form = next(form for form, place in self.places if whole(place) == text)
        return plus(plus(form, {"": self.start}, -1), {rf"\{RUNNING}": 1})

    def _top(self, first: Form, end: Syn) -> Form:
        form = form_of(end)
        assert form is not None
        return plus(plus(form, first, -1), {"": self.start})


def _run_to(term: Syn, last: Syn) -> _Run | None:
    """How the terms run from this one to the last; None where they show no running index."""
    found = differences(_with_powers(term, last), last)
    pairs = [(form_of(here), form_of(there), there) for here, there in found]
    steps = [plus(there, here, -1) for here, there, _ in pairs if here is not None and there is not None]
    if not pairs or len(steps) < len(pairs) or any(step != steps[0] for step in steps) or set(steps[0]) <= {""}:
        return None
    numbered = [here for here, _, _ in pairs if here is not None and set(here) <= {""}]
    if not numbered:
        return None
    start = numbered[0].get("", 0)
    places = [(here, there) for here, _, there in pairs if here is not None]
    places.sort(key=lambda pair: not set(pair[0]) <= {""})
    same = {whole(there): here for here, there in places}
    if any(same[whole(there)] != here for here, there in places):
        return None
    return _Run(last, places, start)


def _is_before(term: Syn, run: _Run, steps: int) -> bool:
    """Whether this is what the pattern says of the term so many steps before the dots."""
    found = differences(_with_powers(term, run.last), run.last)
    if len(found) != len(run.places):
        return False
    expected = sorted((whole(there), sorted(plus(form, {"": -steps}).items())) for form, there in run.places)
    forms = [(whole(there), form_of(here)) for here, there in found]
    return sorted((text, sorted(form.items())) for text, form in forms if form is not None) == expected


def _with_powers(term: Syn, last: Syn) -> Syn:
    """A term with the exponent 1 on each thing that has an exponent in the last one, and none here."""
    powered = set()
    for node in nodes(last):
        bare, parts = unscripted(node)
        if is_scripted(node) and any(part.kind == "sup" for part in parts):
            powered.add("".join([whole(bare), *(whole(part[0]) for part in parts if part.kind == "sub")]))

    def change(node: Syn) -> Syn:
        bare, parts = unscripted(node)
        text = "".join([whole(bare), *(whole(part[0]) for part in parts)])
        plain = not parts or (len(parts) == 1 and has_sub(parts))
        if text in powered and plain and node.kind in ("letter", "font", "accent", "scripted", "parens"):
            one = Syn("sup", (as_digit(1),), node.end, node.end)
            return Syn("scripted", (bare, *parts, one), node.start, node.end)
        return node if is_scripted(node) else rebuilt(node, change)

    return change(term)


def _has_exponent_zero(factor: Syn) -> bool:
    above = [part for part in unscripted(factor)[1] if part.kind == "sup"]
    return len(above) == 1 and number_of(above[0][0]) == 0


def _with_places(syn: Syn, changed: list[tuple[Syn, Form]]) -> Syn:
    for old, form in changed:
        if syn == old:
            return as_syntax(form, old)
    return rebuilt(syn, lambda part: _with_places(part, changed))
