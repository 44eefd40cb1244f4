"""Sums, products and powers of code: brackets where Python needs them, and what broadcasting makes of shapes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mlp_theory.symbolic.calculus.table import Shape
from mlp_theory.symbolic.dimensions import Dim

COMPARED, SUM, TIMES, MATMUL, SIGNED, POWER, ATOM = range(7)
"""How tightly a text holds together in Python; `*` and `@` do, and are told apart for the reader."""


class Code(NamedTuple):
    """An expression as code.

    Attributes
    ----------
    text : str
    level : int
        How tightly it holds together.
    shape : Shape
        The shape of the array; 1 where it is left to broadcasting to repeat it. (1, 1) is a float.
    mask : str or None
        A comparison that means the same, where factors may be true and false.
    below : str or None
        Of one over something, what it is divided by.
    """

    text: str
    level: int
    shape: Shape
    mask: str | None = None
    below: str | None = None

    @property
    def is_number(self) -> bool:
        """Whether it is a float, and no array."""
        return self.shape == (1, 1)

    def at(self, level: int) -> str:
        """The text, in brackets where it holds together less tightly."""
        return self.text if self.level >= level else f"({self.text})"


def number_text(value: float) -> str:
    """A number as Python has it; whole ones without a point."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


MINUS = Code("-1", SIGNED, (1, 1))


def joined(shapes: Iterable[Shape]) -> Shape:
    """The shape that broadcasting gives."""
    rows: Dim = 1
    columns: Dim = 1
    for r, c in shapes:
        rows, columns = (r if rows == 1 else rows), (c if columns == 1 else columns)
    return rows, columns


def is_bracketed(text: str) -> bool:
    """Whether one pair of brackets holds the whole text."""
    depth = 0
    for k, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0:
            return k == len(text) - 1 and text[0] == "("
    return False


def unsigned(code: Code) -> Code:
    """What stands behind the sign of a product."""
    text = code.text[1:]
    inside, level = (text[1:-1], SUM) if is_bracketed(text) else (text, code.level)
    return Code(inside, level, code.shape)


def times(factors: Sequence[Code]) -> Code:
    """Factors entry by entry; one over something divides."""
    above: list[Code] = []
    below: list[str] = []
    sign = ""
    shape = joined(f.shape for f in factors)
    masks = sum(f.mask is not None for f in factors)
    arrays = sum(not f.is_number for f in factors)
    for f in factors:
        if f.text.startswith("-") and f.level in (TIMES, SIGNED):
            f, sign = unsigned(f), "" if sign else "-"
        if f.below is not None:
            below.append(f.below)
        elif f.text != "1":
            above.append(Code(f.mask, COMPARED, f.shape) if f.mask is not None and arrays > masks else f)
    if not sign and not below and len(above) == 1:
        return above[0]
    if sign and above and above[0].level == POWER:
        above[0] = above[0]._replace(text=f"({above[0].text})", level=ATOM)  # as formatters write it
    text = " * ".join(f.at(SIGNED if k else TIMES if f.level != MATMUL else ATOM) for k, f in enumerate(above)) or "1"
    if below:
        text += f" / {below[0]}" if len(below) == 1 else f" / ({' * '.join(below)})"
    single = not below and (not above or (len(above) == 1 and above[0].level >= SIGNED))
    alone = text[4:] if below and not above and not sign else None
    return Code(sign + text, (SIGNED if sign else ATOM) if single else TIMES, shape, below=alone)


def power(base: Code, exponent: float) -> Code:
    """Every entry to a power."""
    if exponent < 0:
        under = power(base, -exponent)
        return Code(f"1 / {under.at(POWER)}", TIMES, base.shape, below=under.at(POWER))
    if exponent == 0.5:
        return Code(f"np.sqrt({base.text})", ATOM, base.shape)
    if exponent == 1:
        return base
    simple = re.fullmatch(r"(\(-\w+\)|\w+)(\.\w+)*", base.text) is not None
    return Code(f"{base.at(ATOM)}{'**' if simple else ' ** '}{number_text(exponent)}", POWER, base.shape)


def add(terms: Sequence[Code], signs: Sequence[int]) -> Code:
    """A sum of terms with signs."""
    out = ""
    for k, (code, sign) in enumerate(zip(terms, signs, strict=True)):
        negative = sign < 0
        if code.text.startswith("-") and code.level in (TIMES, SIGNED):
            code, negative = unsigned(code), not negative
        if len(terms) == 1 and not negative:
            return code
        text = code.at(TIMES)
        if negative and not k and "**" in text and not is_bracketed(text):
            text = f"({text})"
        out += (" - " if negative else " + ") + text if k else ("-" if negative else "") + text
    alone = SIGNED if terms[0].level >= SIGNED else TIMES
    return Code(out, alone if len(terms) == 1 else SUM, joined(code.shape for code in terms))
