"""Pieces of mathematics that are made here, as the parser would give them: a letter, a number, a transpose."""

from __future__ import annotations

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
