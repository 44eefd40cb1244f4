r"""``x_1 + x_2 + \cdots + x_n``: the general term from the first and the last."""

from __future__ import annotations

from mlp_theory.texts.reading.indices import index_term
from mlp_theory.texts.reading.over_indices import BigOperator, over
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.differing import differences, with_index
from mlp_theory.texts.syntax.lists import is_dots
from mlp_theory.texts.syntax.making import as_digit, as_letter
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.verdicts.reasons.unread_patterns import UnclearDots


def dotted_sum(reader: Reader, syn: Syn, scope: Scope) -> Term | None:
    r"""``x_1 + x_2 + \cdots + x_n``: the general term from the first and the last."""
    terms = [term for _, term in syn.args]
    where = [k for k, t in enumerate(terms) if is_dots(t)]
    if not where:
        return None
    if len(where) != 1 or where[0] < 1 or where[0] != len(terms) - 2 or any(s != 1 for s, _ in syn.args[: where[0]]):
        raise UnreadError(UnclearDots("dots between terms that do not show a pattern"), terms[where[0]].start)
    first, last = terms[0], terms[-1]
    changed = differences(first, last)
    if not changed or any(whole(a) != whole(changed[0][0]) or whole(b) != whole(changed[0][1]) for a, b in changed):
        raise UnreadError(UnclearDots("the first and the last term do not show one running index"), last.start)
    start = number_of(changed[0][0])
    if start is None or start != int(start):
        raise UnreadError(UnclearDots("dots that do not start with a number"), first.start)
    for k, term in enumerate(terms[1 : where[0]], 1):
        if differences(term, with_index(first, changed, as_digit(int(start) + k))):
            raise UnreadError(
                UnclearDots("this term does not continue the pattern of the first and the last"), term.start
            )
    letter = "iota"
    body = with_index(first, changed, as_letter(letter))
    low, high = index_term(reader, changed[0][0], scope), index_term(reader, changed[0][1], scope, top=True)
    return over(reader, BigOperator("sum", list(body.args), first.start), letter, low, high, scope)
