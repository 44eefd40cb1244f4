"""Formal arguments: the x of ``h(x) = θᵀ x`` names no symbol of the page, but any sample."""

from __future__ import annotations

from collections import Counter

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.usage import everything
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.index_letters import lone_index, lone_letter
from mlp_theory.texts.syntax.kinds import is_call
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.mentions import formal_uses, named, names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import lone, under_scripts
from mlp_theory.texts.syntax.script_parts import Parts
from mlp_theory.texts.syntax.scripts import is_transposed
from mlp_theory.texts.syntax.sums_and_products import neighbours


def note_formal(collection: Collection) -> None:
    r"""``\hat y`` that stands bare in ``L(\hat y, y) = …`` only is the ``\hat y^{(i)}`` of any sample.

    The x of ``h(x) = θᵀ x`` is, wherever it stands bare, where h is applied to samples ``x^{(i)}``, ``x_i``.
    """
    uses: Counter[str] = Counter()
    survey, transposes = collection.page.survey, collection.page.habits.transposes
    samples = _applied_to_samples(collection)
    for item in collection.items:
        sides = [side.syn for side in item.statement.sides[:2]]
        if item.statement.relations[:1] not in (["="], [":="]) or None in sides or len(sides) != 2:
            continue
        formal = formal_uses(*item.syns[:2])
        uses += formal
        function = named(atoms(item.syns[0])[0])
        columns = any(is_transposed(parts, transposes) for _, parts, _ in names_in(item.syns[1]))
        for key in formal:
            if function is not None and (function[0].key, key) in samples and (key in survey.sups or columns):
                survey.plain.pop(key, None)
    for key, count in uses.items():
        if key in survey.sups and survey.plain.get(key) == count:
            del survey.plain[key]


def _applied_to_samples(collection: Collection) -> set[tuple[str, str]]:
    """Each function with each letter to whose samples, x_i or x^{(i)}, it is applied somewhere."""
    out: set[tuple[str, str]] = set()
    for one, behind in neighbours(tuple(everything(collection))):
        function = base_of(under_scripts(one))
        if function is not None and is_call(behind):
            given = [name for argument in arguments(behind) if (name := named(lone(argument))) is not None]
            out |= {(function.key, base.key) for base, _, parts in given if _numbers_a_sample(parts)}
    return out


def _numbers_a_sample(parts: Parts) -> bool:
    """Whether one letter stands below a name, or in brackets above it."""
    index = lone_index(parts)
    return index is not None and lone_letter(index) is not None
