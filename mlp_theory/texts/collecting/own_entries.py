"""``W = [W_11 … W_1d; …]``: a matrix literal of a symbol's own entries says how large it is, and no more."""

from __future__ import annotations

from mlp_theory.texts.collecting.collection import page_reader
from mlp_theory.texts.items import PageDefinition
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.sizes import read_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_call, is_matrix
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.scripts import scripts_of


def gives_its_own_entries(page: Page, definition: PageDefinition, info: Info) -> bool:
    """Whether this is such a literal, or ``w = [w_1; …; w_n]``; then the symbol is given, with that size."""
    items = atoms(definition.body)
    picture = under_scripts(items[0]) if len(items) == 1 else None
    if picture is None or not (is_matrix(picture) or is_call(picture)):
        return False
    own = definition.base
    entries = [
        (base, parts)
        for base, parts, _ in names_in(picture)
        if base.letter.lower() == own.letter.lower() and base.accents == own.accents
    ]
    if not entries:
        return False
    base, parts = entries[-1]  # the corner tells how far the indices run
    scope = definition.instances[0][1]
    reader = page_reader(page)
    label, indices, _ = split_scripts(page, base, scripts_of(parts, transposes=page.habits.transposes), scope, reader)
    key = base.key + label
    if key != info.key and key in page.infos:
        return False  # a family with declarations of its own is stacked
    if len(indices) == 2 and key in (info.key, own.also(bold=False).key + label):
        size = [read_size(page, index, scope) for index in indices]
        definition.item.says_size = True
    elif len(indices) == 1 and not base.upper and not own.upper:
        size = [read_size(page, indices[0], scope), 1]
    else:
        return False
    page.dims.unify(info.r, size[0])
    page.dims.unify(info.c, size[1])
    info.kind, info.declared = "given", True
    return True
