"""Whether the examples of a page are columns or rows."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.listed_names import names_listed
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_matrix
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.unicode import show, whole


def note_orientation(collection: Collection) -> None:
    """Whether examples are rows: a declared X with n rows; of n × m nobody knows which are the examples."""
    for item in collection.items:
        if item.statement.relations[:1] == [r"\in"] and len(item.syns) == len(item.statement.sides) > 1:
            names = [base.letter for base, _, _ in names_listed(collection.page, item.syns[0])]
            if "X" in names and re.match(r"ℝ\^\{[nNmB]×(?![nNmB]\})", whole(item.syns[1])):
                collection.page.habits.rows_are_examples = True


_ROWWISE = re.compile(
    r"\bsoftmax\b[^.]{0,60}?\b(?:row[- ]?wise|"
    r"(?:of|to|in|on|over|across|along|by|per|each|every)\s+(?:the\s+|each\s+|every\s+)?rows?)\b"
    r"|\brow[- ]?wise\s+softmax\b",
    re.IGNORECASE,
)
_COLUMNWISE = re.compile(r"\bsoftmax\b[^.]{0,60}?\bcolumn|\bcolumn[- ]?wise\s+softmax\b", re.IGNORECASE)


def note_softmax_of_rows(collection: Collection) -> None:
    """Whether the prose says that the softmax is taken of each row."""
    prose = " ".join(f"{item.piece.before} … {item.piece.after}" for item in collection.items if item.own)
    if _ROWWISE.search(prose) and not _COLUMNWISE.search(prose):
        collection.page.habits.softmax_rows = True


def note_stacked_rows(collection: Collection) -> None:
    """``X = [x^{(1)T}; …; x^{(m)T}]``: there the samples of X are its rows."""
    for item in collection.items:
        sides = [side.syn for side in item.statement.sides[:2]]
        if item.statement.relations[:1] not in (["="], [":="]) or sides[0] is None or sides[-1] is None:
            continue
        names, picture = names_listed(collection.page, sides[0]), atoms(sides[-1])
        if len(names) != 1 or not names[0].base.upper or len(picture) != 1 or not is_matrix(picture[0]):
            continue
        whole_name, shown = names[0].base, show(sides[-1])
        samples = [name for name, _, _ in names_in(sides[-1]) if name.also(upper=True) == whole_name != name]
        if samples and ";" in shown and len(re.findall(r"ᵀ|\)T\}", shown)) == len(samples):
            collection.page.habits.stacked_rows.add(whole_name.key)
