"""Where reading stops: a statement of the page that could not be used, and the letter that it leaves free."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class RootKind(Enum):
    """Why a statement says nothing of its letter."""

    UNREAD = "it is not read"
    CONTRADICTED = "it does not fit what the page says elsewhere"
    CIRCULAR = "it is defined by itself"
    UNDECLARED = "nothing declares or defines it"
    UNKNOWN_SET = "the set it lies in is not known"
    GUESSED = "its shape is a guess from its typography"


@dataclass(frozen=True)
class Root:
    r"""Why nothing certain is known of a letter. Two lines that wait for the same root have equal ones.

    Attributes
    ----------
    letter : str
        As a reader would write it: ``∂L/∂W``, ``v``.
    kind : RootKind
    line : int
        Of the statement, from 1, as verdicts count it; 0 where there is none.
    part : str
        The part of the page that counts its own lines; "" for none.
    statement : str
        As it was read, in one line of Unicode: ``v ∈ 𝒱``; "" where there is none.
    text : str
        What is wrong with it, in a few words: ``no such set``.
    proposal : str
        What a `given` comment could say of the letter, in LaTeX: ``$v \in \mathbb{R}^d$``; "" where nothing is known.
        It depends on the line that asked, so it does not tell roots apart.
    """

    letter: str
    kind: RootKind
    line: int = 0
    part: str = ""
    statement: str = ""
    text: str = ""
    proposal: str = field(default="", compare=False)

    def to_json(self) -> dict[str, Any]:
        """What `json.dumps` takes."""
        where = {"part": self.part} if self.part else {}
        return {
            "letter": self.letter,
            "kind": self.kind.name.lower().replace("_", "-"),
            **where,
            "line": self.line,
            "statement": self.statement,
            "text": self.text,
            "proposal": self.proposal,
        }


@dataclass(frozen=True)
class Meaning:
    """What a letter of a line was taken for, and where that came from.

    Attributes
    ----------
    letter : str
        As a reader would write it.
    shape : str
        Rows × columns, as the page calls them: ``K×d``.
    domain : str
        "real", "one-hot", "symmetric", …
    origin : str
        "declared at line 3", "defined at line 9", "typography", "solved from line 4", "assumed".
    region : str
        Where it has this meaning: ``lines 12–40``; "" for the whole page.
    """

    letter: str
    shape: str
    domain: str
    origin: str
    region: str = ""

    def to_json(self) -> dict[str, str]:
        """What `json.dumps` takes."""
        return {
            "letter": self.letter,
            "shape": self.shape,
            "domain": self.domain,
            "origin": self.origin,
            "region": self.region,
        }
