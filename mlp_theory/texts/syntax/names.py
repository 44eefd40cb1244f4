"""Letters and words with their fonts and hats: what is a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlp_theory.texts.syntax.fonts import ACCENTS, FONTS, GREEK, GREEK_LETTERS, NARROW
from mlp_theory.texts.syntax.syn import Syn

SMALL_NUMBERS = {"alpha", "epsilon", "varepsilon", "eta", "lambda", "tau", "rho", "kappa", "nu"}
"""Greek letters that people use for numbers: rates, penalties, temperatures."""

DECAYS = SMALL_NUMBERS | {"beta", "gamma"}
"""Greek letters of which a t above is an exponent: β₁ᵗ is what is left of a moving mean after t steps."""

EACH, ITERATE, PRIMED, INCREMENT, LOGARITHM = "each", "iterate", "primed", "increment", "logarithm"
"""Accents of ours: E_i beside its sum E, the iterates w_t of a column w, what h' is beside a given h, an upright dX,
and log p of a density that is given by nothing else."""

ANEW = "anew"
"""Begins an accent of ours: of a letter where it has another meaning than the first one on its page."""


@dataclass(frozen=True)
class Base:
    """A letter or a word with its font and accents, before any script."""

    letter: str
    bold: bool = False
    style: str = ""
    accents: tuple[str, ...] = ()
    word: bool = False

    @property
    def key(self) -> str:
        """What tells this name from others."""
        accents = "".join("~" + a for a in self.accents)
        return self.letter + accents + ("!" if self.bold else "") + (f"@{self.style}" if self.style else "")

    @property
    def show(self) -> str:
        """The name in Unicode."""
        letter = {"R": "ℝ", "E": "𝔼", "N": "ℕ"}.get(self.letter, self.letter) if self.style == "bb" else self.letter
        accented = GREEK.get(letter, letter) + "".join(ACCENTS.get(a, "") for a in self.accents)
        if LOGARITHM in self.accents:
            return f"log {accented}"
        return f"d{accented}" if {"d", INCREMENT} & set(self.accents) else accented

    @property
    def plain_accents(self) -> tuple[str, ...]:
        """Its accents, without that of a second meaning, which says nothing of what it is."""
        return tuple(accent for accent in self.accents if not accent.startswith(ANEW))

    @property
    def upper(self) -> bool:
        """Whether it is a capital letter."""
        return self.letter[0].isupper() and not self.word

    def also(self, *, bold: bool | None = None, upper: bool = False) -> Base:
        """The same letter, bold or not, small or capital."""
        letter = self.letter
        if upper:
            letter = letter.upper() if len(letter) == 1 else letter[0].upper() + letter[1:]
        return Base(letter, self.bold if bold is None else bold, self.style, self.accents, self.word)


def text_of(token: str) -> str:
    r"""The words inside ``\text{…}``, ``\mathrm{…}``."""
    inner = token[token.index("{") + 1 : token.rindex("}")]
    inner = re.sub(r"^\s*\\(rm|sf|tt)\b", "", inner)
    return re.sub(r"\\[,;: !]|~", " ", inner).strip()


def word_of(syn: Syn) -> str:
    r"""The word that a function is written as: ``relu`` of ``\mathrm{ReLU}``, ``tanh`` of ``\tanh``."""
    word = str(syn[0])
    return (text_of(word) if "{" in word else word.lstrip("\\")).lower()


def base_of(syn: Syn) -> Base | None:
    """The name that this is, if it is one without scripts."""
    accents: list[str] = []
    bold, style = False, ""
    while True:
        if syn.kind == "letter":
            letter = str(syn[0]).lstrip("\\")
            letter = GREEK_LETTERS.get(letter, letter)
            letter = {"varepsilon": "epsilon", "varphi": "phi"}.get(letter, letter)
            return Base(letter, bold, style, tuple(accents))
        if syn.kind == "word" or (syn.kind == "text" and _is_a_name(text_of(str(syn[0])))):
            word = text_of(str(syn[0])) if "{" in str(syn[0]) else str(syn[0])
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9 -]*", word):
                return None
            return Base(word, bold, style, tuple(accents), word=len(word) > 1)
        if syn.kind == "accent":
            name = str(syn[0]).lstrip("\\")
            accents.append(NARROW.get(name, name))
            syn = syn[1]
        elif syn.kind == "font":
            font = FONTS.get(str(syn[0]).lstrip("\\"), "")
            if font == "bold":
                bold = True
            elif font:
                style = font
            syn = syn[1]
        elif syn.kind in ("braces", "passed", "single") or (syn.kind in ("list", "term") and len(syn.args) == 1):
            syn = syn[-1]
        elif syn.kind == "sum" and len(syn.args) == 1 and syn[0][0] == 1:
            syn = syn[0][1]
        else:
            return None


def _is_a_name(word: str) -> bool:
    """Whether a text can be the name of a quantity: net, out, not "if x"."""
    return bool(re.fullmatch(r"[A-Za-z]{2,12}", word)) and word.lower() not in _LINKS


_LINKS = {"if", "for", "when", "where", "otherwise", "else", "and", "or", "with", "so", "thus", "hence", "in", "case",
          "since", "as", "because", "therefore", "given", "but", "is", "are", "the", "unless", "provided"}  # fmt: skip
