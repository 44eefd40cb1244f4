r"""Declarations that are made here, as the parser would give them: names, ``\mathbb{R}^{m \times n}``, ``f(x)``."""

from __future__ import annotations

import re

from mlp_theory.texts.syntax.fonts import GREEK
from mlp_theory.texts.syntax.making import as_digit, as_letter, with_label
from mlp_theory.texts.syntax.sums_and_products import factors, summands
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unknown_letters import UnreadSize

REALS = Syn("font", (r"\mathbb", as_letter("R")), 0, 0)
"""The real numbers."""


def as_word(word: str) -> Syn:
    """A letter, also a Greek one by its name, or else a word: W, gamma, hidden."""
    if len(word) == 1 or word in GREEK:
        return as_letter(word if len(word) == 1 else f"\\{word}")
    return Syn("text", (rf"\text{{{word}}}",), 0, 0)


_SIZE = re.compile(r"(\d+|[A-Za-z]+)(?:_\{?(\w+?)\}?)?(?:\s*([+-])\s*(\d+))?")


def as_size(text: str) -> Syn:
    """A size as words and code write it: ``n``, ``784``, ``d_k``, ``n_{in}``, ``n + 1``."""
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        raise UnreadError(UnreadSize(f"a size is expected here, not {text}"))
    name, label, sign, shift = found.groups()
    size = as_digit(int(name)) if name.isdigit() else as_word(name)
    if label:
        size = with_label(size, _side_by_side(label))
    if shift:
        size = Syn("sum", ((1, size), (1 if sign == "+" else -1, as_digit(int(shift)))), 0, 0)
    return size


def _side_by_side(label: str) -> Syn:
    """The letters and numbers of a label, as TeX reads them: i n of ``n_{in}``."""
    parts = [as_digit(int(x)) if x.isdigit() else as_letter(x) for x in re.findall(r"\d+|[A-Za-z]", label)]
    return Syn("term", tuple(parts), 0, 0)


def real_arrays(rows: Syn, columns: Syn | None = None) -> Syn:
    r"""``\mathbb{R}^{m \times n}``; of one size alone ``\mathbb{R}^m``."""
    exponent = rows if columns is None else _times(rows, columns)
    return Syn("scripted", (REALS, Syn("sup", (exponent,), 0, 0)), 0, 0)


def _times(rows: Syn, columns: Syn) -> Syn:
    r"""``m \times n``, where the sum ``n + 1`` of a size stays one sum with what stands before it."""
    *before, (sign, last) = summands(rows)
    (_, first), *behind = summands(columns)
    cross = Syn("infix", (r"\times",), 0, 0)
    middle = Syn("term", (*factors(last), cross, *factors(first)), last.start, first.end)
    return Syn("sum", (*before, (sign, middle), *behind), rows.start, columns.end)
