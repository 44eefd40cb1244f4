"""A law of algebra proved in entries: both its sides opened, until they are one."""

from __future__ import annotations

from collections.abc import Mapping

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.matrix_rules import INVERSE
from mlp_theory.symbolic.calculus.entries.normal import same
from mlp_theory.symbolic.calculus.entries.number_laws import NUMBER_RULES
from mlp_theory.symbolic.calculus.entries.places import letters_in
from mlp_theory.symbolic.calculus.entries.proof import Proof, back, chain, free_indices, opened
from mlp_theory.symbolic.calculus.entries.rules import ONE_TERM, RULES, Rules
from mlp_theory.symbolic.calculus.entries.terms import INNER, Indices, delta, entry, taken_by, times, total
from mlp_theory.symbolic.calculus.entries.unfolding import lettered
from mlp_theory.symbolic.calculus.line import CitedLaw, Step
from mlp_theory.symbolic.expressions import Call, Entry, Node, Variable

PRODUCT_IS_ONE = CitedLaw("both are inverses of one matrix", r"A B = I")


def equality(before: Node, after: Node, law: str, equation: str, stands_for: Mapping[Variable, Node]) -> Proof:
    """Prove a law of algebra: both sides, opened, have the same entries.

    Raises
    ------
    OptionError
        When an operation has no meaning in entries, or when the entries are the same by an assumption alone.
    """
    taken = taken_by(before, after)
    r, s, ranges = free_indices(taken, before, after)
    taken |= ranges.keys()
    first, last = entry(before, r, s), entry(after, r, s)
    try:
        steps = _both_sides(first, last, taken, RULES)
    except OptionError:
        if isinstance(before, Call) and before.op == "inverse":
            steps = chain(first, _only_inverse(before.args[0], after, r, s, taken))
        else:
            steps = _both_sides(first, last, taken, [*RULES, *NUMBER_RULES])
    if not steps:
        steps = [Step(first, law, last, equation)]
    variables = tuple(p for p in dict.fromkeys((*parts_of(before), *parts_of(after))) if isinstance(p, Variable))
    return Proof(variables, (), ranges, tuple(steps), tuple(stands_for.items()))


def _both_sides(first: Node, last: Node, taken: set[str], rules: Rules) -> list[Step]:
    """Both opened, until they are one."""
    letters = tuple(letter for letter in INNER if letter not in taken)
    forms = [(lettered(form, letters), reason) for form, reason in opened(first, rules)]
    return chain(first, [*forms, *back(forms[-1][0], last, taken, rules)])


def _only_inverse(matrix: Node, other: Node, r: Node, s: Node, taken: set[str]) -> list[tuple[Node, CitedLaw]]:
    """From an entry of A⁻¹ to one of B, because A B = I: A⁻¹ = A⁻¹ (A B) = (A⁻¹ A) B = B."""
    inverted, indices = Call("inverse", (matrix,), ()), Indices(taken)
    size = al.shape_of(matrix)[0]
    i, j = indices.along(matrix, 0), indices.along(matrix, 1)
    letters = tuple(letter for letter in INNER if letter not in taken | letters_in(i) | letters_in(j))
    product = Entry(Call("matmul", (matrix, other), ()), i, s)
    if not same(opened(product)[-1][0], delta(i, s)):
        raise OptionError(
            "The proof in entries does not arrive at this matrix", expected="A B = I, from which B = A⁻¹", got="not I"
        )
    below = _opened_with(entry(other, j, s), letters)
    inside = total(j, size, times(_opened_with(entry(matrix, i, j), letters), below))
    last = [(lettered(form, letters), reason) for form, reason in opened(entry(other, r, s))]
    return [
        (total(i, size, times(entry(inverted, r, i), delta(i, s))), ONE_TERM),
        (total(i, size, times(entry(inverted, r, i), inside)), PRODUCT_IS_ONE),
        (total(j, size, times(delta(r, j), below)), INVERSE),
        (last[-1][0], ONE_TERM),
        *((form, reason) for (form, _), (_, reason) in zip(last[-2::-1], last[:0:-1], strict=True)),
    ]


def _opened_with(whole: Node, letters: tuple[str, ...]) -> Node:
    return lettered(opened(whole)[-1][0], letters)
