"""What stands beside an equation in its row: a restriction of it, a remark, or one more statement."""

from __future__ import annotations

import re

from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.nesting import depth_tokens
from mlp_theory.texts.latex.relations import has_relation, sides_and_relations
from mlp_theory.texts.latex.remarks import is_remark, may_restrict
from mlp_theory.texts.latex.restrictions import Condition, condition_of, is_condition, is_range
from mlp_theory.texts.latex.statement import Side, Statement, statement_of
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.broken_latex import StrayText


def stand_beside(row: list[Statement], word: str, text: LocatedText, restrictions: list[Condition]) -> None:
    """Take what stands behind a gap: a restriction of the statements before it, or one more statement."""
    if (is_condition(word, text) or _fixes_index(row, text)) and not _declares_another(row[0], word, text):
        condition = condition_of(word, text)
        if not word and not _restricts(row, condition.latex):
            reason = "a restriction or a claim? write \\text{if} or \\text{and} before it"
            row.append(Statement([Side(text, None, UnreadError(StrayText(reason)))], ["="], tags=[None], beside=True))
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
                statement.conditions.append(Condition(text if text.text.strip() else LocatedText(word, []), None, word))
            return
        text = text if text.text.strip() else LocatedText(word, text.places[:1] * len(word))
        stray = Side(text, None, UnreadError(StrayText("this beside the equation is no relation and no condition")))
        row.append(Statement([stray], ["="], tags=[None], word=word, beside=True))
        return
    row.append(statement_of(word, text, restrictions))


def _fixes_index(row: list[Statement], text: LocatedText) -> bool:
    """Whether ``l = L`` says which of the a^{[l]} beside it are meant."""
    found = re.fullmatch(r"\s*([a-z])\s*=\s*([A-Za-z]|\d+)\s*", text.text)
    said = " ".join(side.latex.text for statement in row for side in statement.sides)
    scripts = re.findall(r"[_^]\s*(\{[^{}]*\}|\w)", said)
    return bool(found) and any(found.group(1) in re.sub(r"\\[A-Za-z]+", "", script) for script in scripts)


def _restricts(row: list[Statement], text: LocatedText) -> bool:
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


def _declares_another(first: Statement, word: str, text: LocatedText) -> bool:
    r"""``x \in \mathbb{R}^n, y \in \mathbb{R}^m``: a list of declarations, where y says nothing of x."""
    if first.relations not in ([r"\in"], [r"\sim"]) or word not in ("", "and"):
        return False
    sides, relations = sides_and_relations(text)
    if len(relations) != 1 or relations[0] not in (r"\in", r"\sim", ">", r"\gt"):
        return False
    name = re.escape(sides[0].text.strip())
    return not any(re.search(rf"(?<![a-zA-Z\\]){name}(?![a-zA-Z])", side.latex.text) for side in first.sides)


def _in_one_bracket(text: str) -> bool:
    """Whether a round bracket opens at the start and closes at the end."""
    if not (text.startswith("(") and text.endswith(")")):
        return False
    closed = [at for token, at, depth in depth_tokens(text) if token == ")" and depth == 0]
    return closed[:1] == [len(text) - 1]
