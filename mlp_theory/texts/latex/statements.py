"""From a piece of mathematics to its statements: chains of sides, side conditions, tags."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mlp_theory.texts.latex.cutting import parts_of
from mlp_theory.texts.latex.frames import hides_relation
from mlp_theory.texts.latex.located_text import Text
from mlp_theory.texts.latex.nesting import depth_tokens
from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.latex.relations import RELATION, has_relation, sides_and_relations
from mlp_theory.texts.latex.remarks import is_remark, may_restrict
from mlp_theory.texts.latex.restrictions import Condition, condition_of, is_condition, is_range
from mlp_theory.texts.latex.rows import rows_of
from mlp_theory.texts.syntax.syn import MAX_LENGTH, Syn, UnreadError

MAX_STATEMENTS = 400


@dataclass
class Side:
    """One side of a chain."""

    latex: Text
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


def statements(latex: Text) -> list[Statement]:
    """All statements of a piece, in order.

    Raises
    ------
    UnreadError
        When the piece is too long or has too many rows.
    """
    if len(latex.text) > MAX_LENGTH:
        raise UnreadError(f"longer than {MAX_LENGTH:,} characters")
    out: list[Statement] = []
    chain: Statement | None = None  # what the next row may go on with
    for row, tag in rows_of(latex):
        if len(out) > MAX_STATEMENTS:
            raise UnreadError(f"more than {MAX_STATEMENTS} equations in one display")
        if not row.text.strip():
            if tag and out:
                out[-1].tags[-1:] = [tag]
        elif chain is not None and _goes_on(chain, row):
            out.extend(_join(chain, row, tag))
        else:
            out.extend(_segments(row, tag))
            chain = out[-1] if out else None
    return out


def _goes_on(before: Statement, row: Text) -> bool:
    """Whether a row is the rest of the row before it: it starts with a sign or a relation, or that one ended in one."""
    text = re.sub(r"^(\\[,;:!> ]|\\q?quad|\{\}|\s)+", "", row.text)
    token = next((token for token, _, _ in depth_tokens(text)), "")
    if token == ":" and text.startswith(":="):
        token = ":="
    if token in RELATION or token == ":=":
        return True
    if token in ("+", "-", "−", "*", "/", r"\cdot", r"\odot", r"\times", r"\circ"):
        return bool(before.relations)
    last = before.sides[-1].latex.text.rstrip()
    return not last or bool(re.search(r"(\\cdot|\\odot|\\times|[=+\-−*/(\[])$", last))


def _join(before: Statement, row: Text, tag: str | None) -> list[Statement]:
    """Hang a row on the statement before it, and return what else stands on it."""
    parts = parts_of(row)
    here = [before]
    for word, text in parts[1:]:
        _stand_beside(here, word, text, [])
    sides, relations = sides_and_relations(parts[0][1])
    if sides[0].text.strip():
        before.sides[-1] = side_of(before.sides[-1].latex + Text(" ", [row.place(0)]) + sides[0])
        if tag:
            before.tags[-1:] = [tag]
    more = [side_of(side) for side in sides[1:]]
    before.sides.extend(more)
    before.relations.extend(relations)
    before.tags.extend([None] * len(more))
    if more and tag:
        before.tags[-1] = tag
    return here[1:]


def side_of(text: Text) -> Side:
    """One side, parsed, or with the reason why it cannot be."""
    text = text.strip()
    try:
        return Side(text, parse(text.text) if text.text else None, None)
    except UnreadError as error:
        return Side(text, None, error)


def _in_one_bracket(text: str) -> bool:
    """Whether a round bracket opens at the start and closes at the end."""
    if not (text.startswith("(") and text.endswith(")")):
        return False
    closed = [at for token, at, depth in depth_tokens(text) if token == ")" and depth == 0]
    return closed[:1] == [len(text) - 1]


def _segments(row: Text, tag: str | None) -> list[Statement]:
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
            _stand_beside(out, word, text, before)
        else:
            out.append(_statement(word, text, before))
    if tag and out:
        out[-1].tags[-1] = tag
        for statement in out[:-1]:
            statement.tags[-1] = tag
    return out


def _stand_beside(row: list[Statement], word: str, text: Text, restrictions: list[Condition]) -> None:
    """Take what stands behind a gap: a restriction of the statements before it, or one more statement."""
    if (is_condition(word, text) or _fixes_index(row, text)) and not _declares_another(row[0], word, text):
        condition = condition_of(word, text)
        if not word and not _restricts(row, condition.latex):
            reason = "a restriction or a claim? write \\text{if} or \\text{and} before it"
            row.append(Statement([Side(text, None, UnreadError(reason))], ["="], tags=[None]))
        for statement in row:
            statement.conditions.append(condition)
        return
    inner = text.text.strip()
    if _in_one_bracket(inner) and has_relation(inner[1:-1]):
        text = text.strip()[1 : len(inner) - 1]
    elif is_remark(word, text.text):
        return
    elif not has_relation(text.text):
        # Words or mathematics beside an equation that say nothing the reader knows: not to be passed over.
        if may_restrict(word, text.text):
            for statement in row:
                statement.conditions.append(Condition(text if text.text.strip() else Text(word, []), None, word))
            return
        text = text if text.text.strip() else Text(word, text.places[:1] * len(word))
        stray = Side(text, None, UnreadError("this beside the equation is no relation and no condition"))
        row.append(Statement([stray], ["="], tags=[None], word=word))
        return
    row.append(_statement(word, text, restrictions))


def _fixes_index(row: list[Statement], text: Text) -> bool:
    """Whether ``l = L`` says which of the a^{[l]} beside it are meant."""
    found = re.fullmatch(r"\s*([a-z])\s*=\s*([A-Za-z]|\d+)\s*", text.text)
    said = " ".join(side.latex.text for statement in row for side in statement.sides)
    scripts = re.findall(r"[_^]\s*(\{[^{}]*\}|\w)", said)
    return bool(found) and any(found.group(1) in re.sub(r"\\[A-Za-z]+", "", script) for script in scripts)


def _restricts(row: list[Statement], text: Text) -> bool:
    """Whether a bare relation is a range, or says something of a letter in the statements before it."""
    if is_range(text.text):
        return True
    sides, _ = sides_and_relations(text)
    said = " ".join(side.latex.text for statement in row for side in statement.sides)
    letters = re.sub(r"\\[A-Za-z]+", " ", said)  # i stands in W_{ij}, but not in sin
    name = re.compile(r"\\?[A-Za-z]+|\\(?:mathbf|boldsymbol|bm|vec|hat)\s*\{?\\?[A-Za-z]+\}?")
    for side in sides[:-1] if len(sides) > 1 else sides:
        for part in side.text.split(","):
            found = name.match(part.strip())
            script = r"(\s*[_^](\w|\{[^{}]*\}|\([^()]*\)))*\s*"
            if not found or not re.fullmatch(script, part.strip()[found.end() :]):
                continue
            letter = found.group()
            if letter in letters if len(letter) == 1 else re.search(rf"{re.escape(letter)}(?![A-Za-z])", said):
                return True
    return False


def _declares_another(first: Statement, word: str, text: Text) -> bool:
    r"""``x \in \mathbb{R}^n, y \in \mathbb{R}^m``: a list of declarations, where y says nothing of x."""
    if first.relations not in ([r"\in"], [r"\sim"]) or word not in ("", "and"):
        return False
    sides, relations = sides_and_relations(text)
    if len(relations) != 1 or relations[0] not in (r"\in", r"\sim", ">", r"\gt"):
        return False
    name = re.escape(sides[0].text.strip())
    return not any(re.search(rf"(?<![a-zA-Z\\]){name}(?![a-zA-Z])", side.latex.text) for side in first.sides)


def _statement(word: str, text: Text, restrictions: list[Condition]) -> Statement:
    """One statement: a chain of sides."""
    sides, relations = sides_and_relations(text)
    if not relations and hides_relation(text.text):
        hidden = Side(text, None, UnreadError("an equation inside of something that is not opened"))
        return Statement([hidden], ["="], tags=[None], word=word)
    starts = bool(relations) and not sides[0].text.strip()
    if any(not side.text.strip() for side in sides[1:]) and relations:
        broken = Side(text, None, UnreadError("nothing stands on one side"))
        return Statement([broken], relations[:1], tags=[None], word=word)
    return Statement(
        [side_of(side) for side in (sides[1:] if starts else sides)],
        relations,
        tags=[None] * max(len(relations), 1),
        word=word,
        continues=starts,
        conditions=list(restrictions),
    )
