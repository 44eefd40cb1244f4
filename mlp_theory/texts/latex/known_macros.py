"""Commands that no page has to define, because what shows it knows them or everybody writes them so."""

from __future__ import annotations

from mlp_theory.texts.latex.macros import Macro

_SETS = {
    "R": ("R", "RR", "real", "reals", "Real", "Reals"),
    "N": ("N", "NN", "natnums"),
    "Z": ("Z", "ZZ", "Integers"),
    "C": ("C", "CC", "cnums", "Complex"),
}
_EXPECTATION = ("E", "EE")

KNOWN: dict[str, Macro] = {
    **{rf"\{command}": Macro(rf"\mathbb{{{letter}}}") for letter, commands in _SETS.items() for command in commands},
    **{rf"\{command}": Macro(r"\mathbb{E}") for command in _EXPECTATION},
    r"\norm": Macro(r"\left\|#1\right\|", 1),
    r"\abs": Macro(r"\left|#1\right|", 1),
}
"""What a page defines itself goes before these."""
