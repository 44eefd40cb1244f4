"""What is written in numbers alone."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import is_call, is_matrix
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn, nodes

_NAMED = ("letter", "function", "word", "text", "span")


def is_literal(syn: Syn) -> bool:
    """Whether a number stands here, or an array that is written out in numbers."""
    if number_of(syn) is not None:
        return True
    items = atoms(syn)
    listed = under_scripts(items[0]) if len(items) == 1 else syn
    written_out = is_matrix(listed) or is_call(listed)
    return written_out and not any(node.kind in _NAMED for node in nodes(listed))
