"""What one differentiates by: ``∂x``, ``∂x_i``, ``∂σ^2``, ``∂Z^{[2]T}``."""

from __future__ import annotations

from mlp_theory.texts.reading.factors import product
from mlp_theory.texts.reading.named import resolve, symbol_value
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.references import squared_key
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import is_transposed, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.without_scripts import with_labels_alone, without_sups
from mlp_theory.texts.verdicts.reasons.unread_derivatives import UnreadDerivative


def variable_term(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """A symbol, an entry, a sample, vec of a matrix; `mark` is "squared" of x where by x² is meant."""
    items = atoms(syn)
    if len(items) != 1:
        return product(reader, items, scope)
    (item,) = items
    base = base_of(item)
    if base is not None and base.key in scope.params:
        return scope.params[base.key]
    bare, parts = unscripted(item)
    base = base_of(bare)
    if base is None or not parts:
        return reader.atom(item, scope)
    return _scripted_variable(reader, base, item, parts, syn, scope)


def _scripted_variable(reader: Reader, base: Base, item: Syn, parts: tuple[Syn, ...], syn: Syn, scope: Scope) -> Term:
    """A name with scripts: an entry, or the square of a name."""
    scripts = scripts_of(parts, transposes=reader.page.habits.transposes)
    exponents = [content for kind, content in scripts.sups if kind == "power"]
    squared = squared_key(reader.page, base, scripts)
    if squared is not None and exponents:
        return symbol_value(reader, reader.page.infos[squared], syn)
    if squared is None and [number_of(content) for content in exponents if content is not None] == [2.0]:
        root = variable_term(reader, without_sups(item), scope)
        return Term(root.r, root.c, root.make, root.show, root.parts, mark="squared")
    term, sups = resolve(reader, base, scripts, item, scope)
    if sups:
        raise UnreadError(UnreadDerivative("a derivative by a power"), syn.start)
    return term


def variable_with_transpose(page: Page, syn: Syn) -> tuple[Syn, bool]:
    """dZ^{[2]T} is the transpose of dZ^{[2]}: the variable, and whether it stood transposed."""
    _, parts = unscripted(syn)
    transposed = is_transposed(parts, page.habits.transposes)
    return (with_labels_alone(syn) if transposed else syn), transposed
