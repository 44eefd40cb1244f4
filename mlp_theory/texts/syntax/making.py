"""Pieces of mathematics that are made here, as the parser would give them: letters, numbers, sums, lists, scripts."""

from __future__ import annotations

from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.syn import Syn


def as_letter(letter: str) -> Syn:
    """A letter."""
    return Syn("letter", (letter,), 0, 0)


def as_letters(letters: list[str]) -> Syn:
    """A list of letters, ``i, j``."""
    return Syn("list", tuple(as_letter(x) for x in letters), 0, 0)


def as_digit(value: int) -> Syn:
    """A whole number."""
    return Syn("number", (str(value),), 0, 0)


def as_transposed(syn: Syn) -> Syn:
    """A name with a transpose above it, behind the scripts that it has."""
    parts = syn.args if syn.kind == "scripted" else (syn,)
    mark = Syn("mark", (r"\top",), syn.end, syn.end)
    return Syn("scripted", (*parts, Syn("sup", (mark,), syn.end, syn.end)), syn.start, syn.end)


def with_label(name: Syn, label: Syn) -> Syn:
    """A name with something below it."""
    return Syn("scripted", (name, Syn("sub", (label,), label.start, label.end)), name.start, label.end)


def as_label(script: Syn, word: str) -> Syn:
    """What stands below or above a name, as a word."""
    text = Syn("text", (rf"\text{{{word}}}",), script.start, script.end)
    return Syn(script.kind, (text,), script.start, script.end)


def as_list(parts: list[Syn]) -> Syn:
    """Things with commas between them; one thing alone is no list."""
    members = [member for part in parts for member in list_parts(part)]
    return Syn("list", tuple(members), members[0].start, members[-1].end) if len(members) > 1 else members[0]


def as_column(parts: list[Syn]) -> Syn:
    """Things one on top of the other, in square brackets."""
    rows = tuple(Syn("row", (Syn("cell", (part,), part.start, part.end),), part.start, part.end) for part in parts)
    start, end = parts[0].start, parts[-1].end
    return Syn("matrix", (r"\begin{bmatrix}", Syn("rows", rows, start, end), r"\end{bmatrix}"), start, end)


def as_term(*factors: Syn) -> Syn:
    """Things side by side."""
    return Syn("term", factors, factors[0].start, factors[-1].end)


def as_product(factors: list[Syn]) -> Syn:
    """Factors side by side; one factor alone is no product."""
    return factors[0] if len(factors) == 1 else as_term(*factors)


def as_sum(terms: list[tuple[int, Syn]]) -> Syn:
    """Terms with their signs; one term alone, with no sign before it, is no sum."""
    if len(terms) == 1 and terms[0][0] == 1:
        return terms[0][1]
    return Syn("sum", tuple(terms), terms[0][1].start, terms[-1][1].end)


def as_applied(name: Syn, arguments: list[Syn]) -> Syn:
    """A function of its arguments: ``L(y, z)``."""
    bracket = Syn("parens", (as_list(arguments),), name.end, name.end)
    return as_term(name, bracket)


def as_inverse(syn: Syn) -> Syn:
    """Something in brackets with a −1 above it."""
    bracket = Syn("parens", (syn,), syn.start, syn.end)
    minus_one = Syn("sum", ((-1, Syn("term", (as_digit(1),), 0, 0)),), syn.end, syn.end)
    return Syn("scripted", (bracket, Syn("sup", (minus_one,), syn.end, syn.end)), syn.start, syn.end)
