"""Indices, exponents and bounds as whole multiples of letters: ``j``, ``M + 1``, ``2M``, ``i + j - 2``."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.kinds import is_letter, is_sum, is_term
from mlp_theory.texts.syntax.making import as_digit, as_letter, as_term
from mlp_theory.texts.syntax.peeling import lone, unbracketed
from mlp_theory.texts.syntax.syn import Syn

Form = dict[str, int]
"""How often each letter is taken, as it is written; "" is the number beside them."""


def form_of(syn: Syn) -> Form | None:
    """The form that this is, without its zeros; None where it is none, as with a product of letters."""
    number = number_of(syn)
    if number is not None:
        return _without_zeros({"": int(number)}) if number == int(number) else None
    syn = lone(unbracketed(lone(syn)))
    if is_letter(syn):
        return {str(syn[0]): 1}
    if is_sum(syn):
        total: Form = {}
        for sign, term in syn.args:
            form = form_of(term)
            if form is None or sign == 0:
                return None
            total = plus(total, form, sign)
        return total
    if is_term(syn) and len(syn.args) == 2:
        factor, form = number_of(syn[0]), form_of(syn[1])
        if factor is not None and factor == int(factor) and form is not None:
            return plus({}, form, int(factor))
    return None


def plus(form: Form, other: Form, times: int = 1) -> Form:
    """A form and so many times another one."""
    letters = [*form, *(x for x in other if x not in form)]
    return _without_zeros({x: form.get(x, 0) + times * other.get(x, 0) for x in letters})


def as_syntax(form: Form, like: Syn, *, number_first: bool = False) -> Syn:
    """A form as it would be written, at the place of something else; ``1 + M`` where its number comes first."""
    terms: list[tuple[int, Syn]] = []
    for letter, count in sorted(form.items(), key=lambda pair: (pair[0] == "") != number_first):
        size = as_digit(abs(count))
        one = size if letter == "" else as_letter(letter) if abs(count) == 1 else as_term(size, as_letter(letter))
        terms.append((1 if count > 0 else -1, one if is_term(one) else as_term(one)))
    if not terms:
        return _placed(as_digit(0), like)
    if len(terms) == 1 and terms[0][0] == 1:
        whole = terms[0][1]
        return _placed(whole[0] if len(whole.args) == 1 else whole, like)
    return _placed(Syn("sum", tuple(terms), 0, 0), like)


def _placed(syn: Syn, like: Syn) -> Syn:
    """The same where something else stands."""
    args = tuple(_placed_in(arg, like) for arg in syn.args)
    return Syn(syn.kind, args, like.start, like.end)


def _placed_in(arg: object, like: Syn) -> object:
    if isinstance(arg, tuple):
        return tuple(_placed_in(one, like) for one in arg)
    return _placed(arg, like) if isinstance(arg, Syn) else arg


def _without_zeros(form: Form) -> Form:
    return {x: count for x, count in form.items() if count}
