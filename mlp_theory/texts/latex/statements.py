"""From a piece of mathematics to its statements: chains of sides, side conditions, tags."""

from __future__ import annotations

import re

from mlp_theory.texts.latex.beside import stand_beside
from mlp_theory.texts.latex.cutting import THEN, parts_of, sets_to_zero
from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.nesting import depth_tokens
from mlp_theory.texts.latex.relations import IMPLICATIONS, RELATION, has_relation, sides_and_relations
from mlp_theory.texts.latex.restrictions import Condition, condition_of
from mlp_theory.texts.latex.rows import rows_of
from mlp_theory.texts.latex.statement import Statement, side_of, statement_of
from mlp_theory.texts.syntax.syn import MAX_LENGTH, UnreadError
from mlp_theory.texts.verdicts.reasons.beyond_limits import TooLong

MAX_STATEMENTS = 400


def statements(latex: LocatedText) -> list[Statement]:
    """All statements of a piece, in order.

    Raises
    ------
    UnreadError
        When the piece is too long or has too many rows.
    """
    if len(latex.text) > MAX_LENGTH:
        raise UnreadError(TooLong(f"longer than {MAX_LENGTH:,} characters"))
    out: list[Statement] = []
    chain: Statement | None = None  # what the next row may go on with
    for row, tag in rows_of(latex):
        if len(out) > MAX_STATEMENTS:
            raise UnreadError(TooLong(f"more than {MAX_STATEMENTS} equations in one display"))
        if not row.text.strip():
            if tag and out:
                out[-1].tags[-1:] = [tag]
        elif chain is not None and _goes_on(chain, row):
            out.extend(_join(chain, row, tag))
        else:
            segments = _segments(row, tag)
            out.extend(segments)
            chain = next((one for one in reversed(segments) if not one.beside), None)
    for statement in out:
        _end_at_its_claim(statement)
    return out


def _end_at_its_claim(statement: Statement) -> None:
    """Drop an arrow that leads out of the display."""
    last = statement.sides[-1]
    leads_on = len(statement.relations) > 1 and statement.relations[-1] in IMPLICATIONS
    if leads_on and last.syn is None and last.error is None:
        del statement.sides[-1], statement.relations[-1], statement.tags[-1]


def _goes_on(before: Statement, row: LocatedText) -> bool:
    """Whether a row is the rest of the row before it: it starts with a sign or a relation, or that one ended in one."""
    text = re.sub(r"^(\\[,;:!> ]|\\q?quad|\{\}|\s)+", "", row.text)
    token = next((token for token, _, _ in depth_tokens(text)), "")
    if token == ":" and text.startswith(":="):
        token = ":="
    if token in THEN and (before.word == "so" or sets_to_zero(" = ".join(side.latex.text for side in before.sides))):
        return False
    if token in RELATION or token == ":=":
        return True
    if token in ("+", "-", "−", "*", "/", r"\cdot", r"\odot", r"\times", r"\circ"):
        return bool(before.relations)
    last = before.sides[-1].latex.text.rstrip()
    return not last or bool(re.search(r"(\\cdot|\\odot|\\times|[=+\-−*/(\[])$", last))


def _join(before: Statement, row: LocatedText, tag: str | None) -> list[Statement]:
    """Hang a row on the statement before it, and return what else stands on it."""
    parts = parts_of(row)
    here = [before]
    for word, text in parts[1:]:
        stand_beside(here, word, text, [])
    sides, relations = sides_and_relations(parts[0][1])
    arrow = next((token for token, _, _ in depth_tokens(row.text) if not token.isspace()), "")
    if parts[0][0] == "so" and arrow in THEN:
        sides, relations = [LocatedText("", []), *sides], [arrow, *relations]  # a statement of its own in the chain
    if sides[0].text.strip():
        before.sides[-1] = side_of(before.sides[-1].latex + LocatedText(" ", [row.place(0)]) + sides[0])
        if tag:
            before.tags[-1:] = [tag]
    more = [side_of(side) for side in sides[1:]]
    before.sides.extend(more)
    before.relations.extend(relations)
    before.tags.extend([None] * len(more))
    if more and tag:
        before.tags[-1] = tag
    return here[1:]


def _segments(row: LocatedText, tag: str | None) -> list[Statement]:
    """The statements of one row; a restriction belongs to those before it in the row."""
    out: list[Statement] = []
    before: list[Condition] = []  # "for i = k:" in front of what it restricts
    for word, text in parts_of(row):
        colon = next((at for token, at, depth in depth_tokens(text.text) if token == ":" and depth == 0), None)
        if (
            not out
            and word.startswith(("for", "if", "when", "case"))
            and colon is not None
            and has_relation(text.text[colon + 1 :])
        ):
            before.append(condition_of(word, text[:colon]))
            word, text = "", text[colon + 1 :]
        elif not out and not word and re.match(r"\s*[a-z]\s*(=|\\neq?)\s*[a-zA-Z]\s*:(?!=)", text.text):
            at = text.text.index(":")
            before.append(condition_of("if", text[:at]))
            text = text[at + 1 :]
            if not text.text.strip():
                continue
        if not out and word.startswith(("for", "if", "when", "case")) and text.text.rstrip().endswith(":"):
            before.append(condition_of(word, text[: text.text.rstrip().rindex(":")]))
            continue
        if out:
            stand_beside(out, word, text, before)
        else:
            out.append(statement_of(word, text, before))
    if tag and out:
        out[-1].tags[-1] = tag
        for statement in out[:-1]:
            statement.tags[-1] = tag
    return out
