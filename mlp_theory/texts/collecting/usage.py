"""How the page uses its letters, noted before anything is read."""

from __future__ import annotations

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.listed_names import names_listed
from mlp_theory.texts.items import chain_of
from mlp_theory.texts.latex.slices import counts_as_python
from mlp_theory.texts.symbols.surveying import note_range, survey_page
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.index_letters import lone_above
from mlp_theory.texts.syntax.kinds import is_letter, is_number
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.script_parts import all_above, has_sub
from mlp_theory.texts.syntax.syn import Syn, nodes, nodes_but


def note_transposes(collection: Collection) -> None:
    """Whether ``^t`` transposes on this page: it stands above letters, and t is no name here."""
    syns = everything(collection)
    above = (base_of(content) for syn in syns for _, parts, _ in names_in(syn) for content in all_above(parts))
    if any(base is not None and base.letter == "t" for base in above) and not any(map(_names_t, syns)):
        collection.page.habits.transposes = frozenset("Tt")


def _names_t(syn: Syn) -> bool:
    """Whether t is a name or an index here, other than alone above something."""
    return any(is_letter(node, "t") for node in nodes_but(syn, lambda node: lone_above(node) is not None))


def note_ranges(collection: Collection) -> None:
    """The indices that the page says to run: i = 1, …, n."""
    for item in collection.items:
        for syn in (chain_of(item.statement), *(c.syn for c in item.statement.conditions)):
            for letter, low, high in ranges_of(syn) if syn is not None else ():
                note_range(collection.page, letter, low, high)


def survey_letters(collection: Collection) -> None:
    """Which letters are indices, layers and sizes, and who carries what."""
    syns = everything(collection)
    survey_page(collection.page, syns)
    collection.page.habits.slices_of_python = counts_as_python(syns)


def note_numbered(collection: Collection) -> None:
    """Names that are declared or defined with a number below: w_0, v_1 are names, no entries."""
    bare: set[str] = set()  # what has been written without an index so far: y_1 is then an entry of y
    for item in collection.items:
        left, relations = item.statement.sides[0].syn, item.statement.relations
        for base, scripts, _ in names_listed(collection.page, left) if relations and left is not None else ():
            numbered = len(scripts.subs) == 1 and number_of(scripts.subs[0]) is not None
            if numbered and (relations[0] == r"\in" or (item.display and base.key not in bare)):
                collection.page.survey.numbered.add(base.key)
        bare |= {base.key for syn in item.syns for base, parts, _ in names_in(syn) if not has_sub(parts)}


def note_literals(collection: Collection) -> None:
    """Whole numbers in displayed equations; sizes that are such numbers keep their value."""
    for item in collection.items:
        if item.display and item.statement.relations[:1] != [r"\in"]:
            numbers = (number_of(node) for syn in item.syns for node in nodes(syn) if is_number(node))
            collection.page.literals |= {int(x) for x in numbers if x is not None and x == int(x)}


def everything(collection: Collection) -> list[Syn]:
    """All sides, then all conditions."""
    conditions = [c.syn for item in collection.items for c in item.statement.conditions if c.syn is not None]
    return [syn for item in collection.items for syn in item.syns] + conditions
