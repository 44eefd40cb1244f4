r"""Functions that a page declares and does not give: ``f : \mathbb R \to \mathbb R``."""

from __future__ import annotations

from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.collecting.layer_scopes import scopes_of
from mlp_theory.texts.collecting.listed_names import letters_of_names, names_listed
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.entering import declare_symbol
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.syntax.ranges import is_real_line
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.verdicts.reasons.unknown_letters import UnreadDeclaration


def declares_functions(collection: Collection, item: Item) -> bool:
    r"""``f : \mathbb R \to \mathbb R``, ``\ell : \mathbb R^{m \times n} \to \mathbb R``: whether it is such a one."""
    page, relations = collection.page, item.statement.relations
    names = names_listed(page, item.syns[0])
    if not names or len(relations) != 2 or relations[1] not in (r"\to", r"\rightarrow", r"\mapsto"):
        return False
    _, start, end = item.syns
    if not is_real_line(end):
        raise UnreadError(
            UnreadDeclaration("a function whose values are no numbers is not arbitrary here; define it"), end.start
        )
    if item.given_below:
        return True
    for scope in scopes_of(collection, item, letters_of_names(names)):
        for base, scripts, _ in names:
            label, indices, _ = split_scripts(page, base, scripts, scope, page_reader(page))
            label += "".join(f"_{whole(index)}" for index in indices)
            declare_symbol(page, base, label, 1, 1).kind = "function" if is_real_line(start) else "loss"
    return True
