"""Letters whose statements could not be used: they are free, and keep the reason."""

from __future__ import annotations

from mlp_theory.texts.collecting.binding import set_free
from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.symbols.entering import create_symbol
from mlp_theory.texts.symbols.records import FunctionDef
from mlp_theory.texts.verdicts.roots import RootKind


def root_letters(collection: Collection) -> None:
    """Enter each letter whose declaration is not read, unless an equation gives it; free what is refused."""
    page = collection.page
    for info in list(page.infos.values()):
        if info.root is not None and info.kind == "defined":
            set_free(page, info)
    for key, (base, syn, root) in collection.rooted.items():
        info = page.infos.get(key)
        if key in page.functions:
            continue
        if info is None and base.key in page.survey.applied:
            page.functions[key] = FunctionDef([], syn, True, root=root)
        elif info is None:
            create_symbol(page, base, "", 0, page_reader(page), syn).root = root
        elif root.kind is RootKind.CONTRADICTED and info.root is None:
            info.root = root
