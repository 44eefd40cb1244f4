r"""``X_{n \times d}``, ``w_{d \times 1}``: a size below a name says how large it is; the name is X, and w."""

from __future__ import annotations

from mlp_theory.texts.conventions.spelling import Spelling, renamed
from mlp_theory.texts.conventions.stated_names import all_names
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.script_parts import Parts, has_sub
from mlp_theory.texts.syntax.sums_and_products import sides_of_cross
from mlp_theory.texts.syntax.syn import Syn

SIZED = frozenset({"I", "0", "1", "E", "J"})
"""What is nothing without its size: an identity, a block of zeros or ones."""


def sizes_below(items: list[Item]) -> Spelling | None:
    """The names without the sizes below them, where the page writes each of them without one too."""
    names = list(all_names(items))
    bare = {base.key for base, parts in names if not has_sub(parts)}
    sized = {base.key for base, parts in names if any(map(_is_size, parts))}
    found = {base.key for base, _ in names if base.key in bare & sized and base.letter not in SIZED}

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        if base.key not in found or not any(map(_is_size, parts)):
            return None
        return "", tuple(part for part in parts if not _is_size(part))

    return renamed(change) if found else None


def _is_size(part: Syn) -> bool:
    return part.kind == "sub" and sides_of_cross(atoms(part[0])) is not None
