r"""``\sum_k p_k = 1``: numbers in (0, 1) are probabilities then, zeros and ones a one-hot column."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.sentences import constrains, is_concluded, is_hypothetical
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms, indices_of, number_of
from mlp_theory.texts.syntax.factor_kinds import big_operator
from mlp_theory.texts.syntax.index_letters import lone_sub
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn


def adds_to_one(collection: Collection, item: Item) -> bool:
    """Whether the words ask it of columns that are declared; then their domain is what it makes of them."""
    *sums, one = item.syns
    near = collection.items[max(collection.position[item] - 3, 0) : collection.position[item] + 1]
    said = " ".join(x.piece.before.lower() for x in near if x.piece.block == item.piece.block)
    asked = constrains(collection, item) or re.search(r"\bdistributions?\b[^.;]*$", said)
    if number_of(one) != 1 or not asked or is_hypothetical(item):
        return False
    infos = [_summed(collection.page, syn) for syn in sums]
    for info in infos:
        if info is not None and None not in infos:
            info.domain = "one-hot" if info.domain == "among 0 1" else "probabilities"
    return bool(infos) and None not in infos


def _summed(page: Page, syn: Syn) -> Info | None:
    """The column of numbers in (0, 1), or of zeros and ones, of which this is the sum over all entries."""
    items = atoms(syn)
    if len(items) != 2 or big_operator(items[0]) != r"\sum":
        return None
    base, parts, _ = next(names_in(items[1]), (None, (), None))
    indexed = len(parts) == 1 and len(indices_of(parts[0][0])) == 1
    info = page.infos.get(base.key) if base is not None and indexed else None
    if info is None or info.kind != "given" or info.count is not None or not page.dims.is_one(info.c):
        return None
    bounded = info.domain == "among 0 1" or re.match(r"between 0(\.0)? 1(\.0)?\b", info.domain)
    return info if bounded else None


def said_to_add_to_one(item: Item) -> Base | None:
    r"""The y of ``\sum_k y_k = 1`` in running text, where it says what y is like, and is no consequence."""
    if item.statement.relations != ["="] or len(item.syns) != 2:
        return None
    total, one = item.syns
    if number_of(one) != 1:
        return None
    parts = atoms(total)
    if len(parts) != 2 or big_operator(parts[0]) != r"\sum" or is_concluded(item):
        return None
    bare, scripts = unscripted(parts[1])
    return base_of(bare) if len(scripts) == 1 and lone_sub(scripts) in in_order(parts[0]) else None
