r"""The letters by which something is derived: ``\partial L / \partial w``, ``\nabla_w L``, ``\nabla J(w)``."""

from __future__ import annotations

from collections.abc import Iterator

from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.derivative_parts import derivative_parts
from mlp_theory.texts.syntax.factor_kinds import fraction
from mlp_theory.texts.syntax.kinds import in_parens, is_partial, is_script, is_term
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.nabla import is_nabla
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.peeling import under_scripts, unscripted
from mlp_theory.texts.syntax.syn import Syn, UnreadError, nodes


def derived_by(syn: Syn) -> set[Base]:
    """The names by which something is derived in an expression."""
    return {base for variable in _variables(syn) for base, _, _ in names_in(variable)}


def _variables(syn: Syn) -> Iterator[Syn]:
    for node in nodes(syn):
        if is_nabla(node) or is_partial(under_scripts(node)):
            yield from (part for part in unscripted(node)[1] if is_script(part))
        if is_term(node) and len(node.args) > 2 and is_nabla(node[0]) and in_parens(node[2]):
            yield node[2]  # ∇J(w)
        if (parts := fraction(node)) is not None:
            try:
                found = derivative_parts(atoms(parts[0]), atoms(parts[1]))
            except UnreadError:
                continue
            yield from (variable for variable, _ in found.variables) if found is not None else ()
