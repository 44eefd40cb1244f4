"""A statement: a chain of sides with relations between them, each side parsed or with the reason why it is not."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.texts.latex.frames import hides_relation
from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.latex.relations import IMPLICATIONS, sides_and_relations
from mlp_theory.texts.latex.restrictions import Condition
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.broken_latex import MissingSide, StrayText

_LEADS_ON = (r"\rightarrow", r"\to", r"\longrightarrow", r"\Rightarrow", r"\implies", r"\Longrightarrow")
"""The arrows from a statement to what follows from it."""


@dataclass
class Side:
    """One side of a chain."""

    latex: LocatedText
    syn: Syn | None
    error: UnreadError | None = None


@dataclass
class Statement:
    """A chain of sides with relations between them, on one or more rows."""

    sides: list[Side]
    relations: list[str]
    conditions: list[Condition] = field(default_factory=list)
    tags: list[str | None] = field(default_factory=list)
    word: str = ""
    continues: bool = False
    beside: bool = False  # no statement, but what stands beside one


def side_of(text: LocatedText) -> Side:
    """One side, parsed, or with the reason why it cannot be."""
    text = text.strip()
    try:
        return Side(text, parse(text.text) if text.text else None, None)
    except UnreadError as error:
        return Side(text, None, error)


def statement_of(word: str, text: LocatedText, restrictions: list[Condition]) -> Statement:
    """One statement: a chain of sides."""
    sides, relations = sides_and_relations(text)
    if not relations and hides_relation(text.text):
        hidden = Side(text, None, UnreadError(StrayText("an equation inside of something that is not opened")))
        return Statement([hidden], ["="], tags=[None], word=word)
    if len(relations) > 1 and relations[-1] in _LEADS_ON and not sides[-1].text.strip():
        sides, relations = sides[:-1], relations[:-1]  # f = x y → ∂f/∂x = y: two statements, with blanks between them
    starts = bool(relations) and not sides[0].text.strip()
    waiting = len(relations) > 1 and relations[-1] in IMPLICATIONS and not sides[-1].text.strip()  # for the next row
    if any(not side.text.strip() for side in sides[1 : -1 if waiting else None]) and relations:
        broken = Side(text, None, UnreadError(MissingSide("nothing stands on one side")))
        return Statement([broken], relations[:1], tags=[None], word=word)
    return Statement(
        [side_of(side) for side in (sides[1:] if starts else sides)],
        relations,
        tags=[None] * max(len(relations), 1),
        word=word,
        continues=starts,
        conditions=list(restrictions),
    )
