r"""Equations that by their form cannot be claims about every value: ``A x = b``, ``\|v\| = 1``, ``M^\top M = I``.

No letter in them is defined, and none is restricted: then an equation whose sides have no letter in common, or one
side of which is a constant, would have to be true of all arrays. Who writes it asks something of its letters.
"""

from __future__ import annotations

import re
from collections import Counter

from mlp_theory.texts.claims.letters_known import (
    derives,
    factors_of,
    infos_in,
    is_defined,
    is_given,
    is_number,
    is_open,
    is_vector,
    lone_name,
    names_nothing,
)
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.mentions import named, names_in
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.sums_and_products import summands
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement

_FREE = ("real", "positive", "nonnegative")
"""What is drawn from another domain has a property, and an equation may claim that."""


def asked_by_form(page: Page, relation: str, sides: tuple[Syn, Syn], display: bool = True) -> Reason | None:
    """Why an equation that is not true of every value is no claim; None where it may be one.

    Parameters
    ----------
    page : Page
    relation : str
    sides : (Syn, Syn)
    display : bool
        Whether it stands in a display: in running text it asks nothing of letters of which the page says nothing.
    """
    if relation != "=" or any(map(derives, sides)):
        return None
    names = [base for side in sides for base, _, _ in names_in(side)]
    names += [base.also(bold=True) for base in names if is_open(page, base)]
    if any(is_defined(page, base) or (not display and _is_unknown(page, base)) for base in names):
        return None
    found = _to_be_solved(page, sides) or _of_given_letters(page, sides) or _constraint(page, sides)
    return found or _is_diagonal(page, sides)


def _to_be_solved(page: Page, sides: tuple[Syn, Syn]) -> Reason | None:
    r"""``A v = \lambda v`` and ``A x = 0``; ``(X^\top X + \lambda I) w = X^\top y``, which ends with two columns."""
    factors = [factors_of(side) for side in sides]
    ends = [part[-1] for part in factors]
    products = all(len(part) > 1 for part in factors)
    if products and is_vector(page, ends[0]) and show(ends[0]).strip() == show(ends[1]).strip():
        scalar = any(len(part) == 2 and is_number(page, part[0]) for part in factors)
        if scalar and not all(is_number(page, part[0]) for part in factors):
            return Requirement("an eigenvalue equation: a requirement, and no claim about every value")
    to_be_solved = Requirement("an equation to be solved: a requirement, and no claim about every value")
    for side, other in (factors, factors[::-1]):
        if len(side) > 1 and is_vector(page, side[-1]) and len(other) == 1 and number_of(other[0]) == 0:
            return to_be_solved
    columns = [lone_name(end) for end in ends]
    apart = all(
        name is not None and is_vector(page, end) and name not in _letters(page, other)
        for name, end, other in zip(columns, ends, sides[::-1], strict=True)
    )
    return to_be_solved if products and apart and _are_free(page, sides) else None


def _of_given_letters(page: Page, sides: tuple[Syn, Syn]) -> Reason | None:
    """``A x = b``: a name alone, and other letters; all are given."""
    for side, other in (sides, sides[::-1]):
        name = lone_name(side)
        if name is None or lone_name(other) is not None or not is_given(page, name):
            continue
        others = [base for base, _, _ in names_in(other) if base.word or not names_nothing(page, base)]
        if name not in others and others and all(is_given(page, base) for base in others):
            return Requirement("an equation between letters that are all given: a requirement, and no claim")
    return None


def _constraint(page: Page, sides: tuple[Syn, Syn]) -> Reason | None:
    r"""``\sum_j \beta_j = 0``, ``\|v\| = 1``, ``M^\top M = I``, ``\operatorname{tr} M = \lambda_1 + \lambda_2``."""
    if not _are_free(page, sides):
        return None
    asks = Requirement("it asks something of its letters, which are all given: a constraint, and no claim")
    left, right = (set() if _is_identity(side) else _plain(_letters(page, side)) for side in sides)
    if left and right:
        return None if left & right else asks
    side, constant = (sides[0], sides[1]) if left else (sides[1], sides[0])
    if number_of(constant) == 0:
        terms = [_plain(_letters(page, term)) for _, term in summands(side)]
        apart = Counter(letter for term in terms for letter in term)
        return asks if len(terms) == 1 or 1 in apart.values() else None
    if number_of(constant) is None and not _is_identity(constant):
        return None
    return asks if max(_letters(page, side).values()) == 1 or _is_a_gram_product(side) else None


def _is_diagonal(page: Page, sides: tuple[Syn, Syn]) -> Reason | None:
    r"""``S = \operatorname{diag}(S_{11}, \dots, S_{nn})``: what says of a given matrix that it is diagonal."""
    name, letters = lone_name(sides[0]), _letters(page, sides[1])
    asked = name is not None and is_given(page, name) and letters.keys() == {name} and letters[name] > 1
    if not asked or not re.match(r"diag\b", show(sides[1]).strip()):
        return None
    return Requirement("it asks of a given matrix to be diagonal: a constraint, and no claim")


def _are_free(page: Page, sides: tuple[Syn, Syn]) -> bool:
    """Whether some letters stand there, all are given, and nothing else is known of them than their shape, no law."""
    letters = {base for side in sides if not _is_identity(side) for base in _letters(page, side)}
    infos = [info for side in sides for info in infos_in(page, side)]
    open_ = all(is_given(page, base) or is_open(page, base) for base in letters)
    return bool(letters) and open_ and all(info.domain in _FREE and info.key not in page.book.laws for info in infos)


def _is_unknown(page: Page, base: Base) -> bool:
    return is_open(page, base) and not names_nothing(page, base)


def _letters(page: Page, side: Syn) -> Counter[Base]:
    """The names on a side that stand for arrays or numbers of the page, and how often they do."""
    return Counter(base for base, _, _ in names_in(side) if not names_nothing(page, base))


def _plain(names: Counter[Base]) -> set[str]:
    r"""Their letters, whatever the case and the weight: ``x_{ij}`` is an entry of ``\mathbf X``."""
    return {base.letter.lower() for base in names}


def _is_identity(side: Syn) -> bool:
    """Whether the identity stands there, also with its size: ``I_n``."""
    factors = factors_of(side)
    name = named(factors[0]) if len(factors) == 1 else None
    return name is not None and name[0].letter == "I"


def _is_a_gram_product(side: Syn) -> bool:
    r"""``M^\top M``, ``v^\top v``, ``x^\top S x``: what stands first is, transposed, what stands last."""
    shown = [show(factor).strip() for factor in factors_of(side)]
    if not 2 <= len(shown) <= 3:
        return False
    return shown[0] == f"{shown[-1]}ᵀ" or shown[-1] == f"{shown[0]}ᵀ"
