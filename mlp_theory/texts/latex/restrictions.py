"""What restricts a statement: "for all i ≠ j", "if x > 0", "l = 1, …, L"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.nesting import outer_level
from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.syn import Syn, UnreadError


@dataclass
class Condition:
    r"""What restricts a statement: ``for l < L``, ``i \ne j``."""

    latex: LocatedText
    syn: Syn | None
    word: str


_RESTRICTING = (
    "for",
    "if",
    "when",
    "provided",
    "unless",
    "otherwise",
    "only",
    "at",
    "except",
    "not",
    "assuming",
    "case",
)
_SETTING = ("where", "with", "since", "as", "because", "given")
_INEQUALITY = r"\\neq?(?![a-zA-Z])|\\in(?![a-zA-Z])|<|>|\\leq?(?![a-zA-Z])|\\geq?(?![a-zA-Z])|\\lt|\\gt"


def is_condition(word: str, text: LocatedText) -> bool:
    """Whether a part of a row, with the word before it, restricts what stands beside it."""
    if word.startswith(_RESTRICTING):
        return True
    if word.startswith(_SETTING) and re.search(_INEQUALITY, outer_level(text.text)):
        return True
    if word.startswith((*_SETTING, "and", "so", "thus", "hence", "or", "therefore", "but")):
        return is_range(text.text) or bool(re.search(r"\\neq?(?![a-zA-Z])", text.text))
    inner = text.text.strip()
    if is_range(inner):
        return True
    while inner.startswith(("(", "[")) and inner.endswith((")", "]")):
        inner = inner[1:-1].strip()
        if is_range(inner) or re.fullmatch(
            r"\s*\\?[a-zA-Z]+\s*(=|<|>|\\neq?|\\leq?|\\geq?)\s*\\?[a-zA-Z0-9]+\s*", inner
        ):
            return True
    if re.search(_INEQUALITY, outer_level(inner)):
        return "=" not in outer_level(inner)
    return bool(re.fullmatch(r"\s*[a-z]\s*=\s*[a-z]\s*", inner))


def is_range(text: str) -> bool:
    """Whether an index runs here: ``i = 1, …, n``."""
    if re.search(r"=\s*\d+(\s*,\s*\d+)+\s*$", text):  # i = 1, 2, 3
        return True
    if re.search(r"=\s*\d+\s*(\\[lc]?dots|\.\.\.|…)\s*\w+\s*$|=\s*\d+\s*:\s*\w+\s*$", text):
        return True
    return bool(re.search(r"=\s*-?\w+(_\w|_\{[^{}]*\})?\s*([-+]\s*\w+)?\s*,.*(\\[lc]?dots|\.\.\.|…)", text))


_PLAIN_WORDS = re.compile(
    r"(and )?(for|if|when|whenever|where|with|provided( that)?|such that|in case|as|so|otherwise|case|since|because|"
    r"given|assuming)"
    r"( (all|every|each|any|some|the|a|an|fixed|general|given|layers?|samples?|examples?|index|indices|entry|entries|"
    r"classes|class|case|time steps?|steps?|both|two|different|distinct|equal))*[,:]?"
)


def condition_of(word: str, text: LocatedText) -> Condition:
    """A part of a row as a condition; without syntax where its words say more than is understood."""
    if word and not _PLAIN_WORDS.fullmatch(word) and not (word.startswith("otherwise") and not text.text.strip()):
        return Condition(text if text.text.strip() else LocatedText(word, text.places[:1] * len(word)), None, word)
    inner = text.strip()
    while inner.text.startswith(("(", "[")) and inner.text.endswith((")", "]")):
        inner = inner[1 : len(inner.text) - 1].strip()
    try:
        syn = parse(inner.text) if inner.text.strip() else None
    except UnreadError:
        syn = None
    return Condition(inner, syn, word)
