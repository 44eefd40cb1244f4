"""One item alone: a name with its scripts, or a group with its scripts."""

from __future__ import annotations

from mlp_theory.texts.reading.factors import product
from mlp_theory.texts.reading.groups import group_term
from mlp_theory.texts.reading.named import named_term
from mlp_theory.texts.reading.parts import part_with_scripts
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.scripted import scripted
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_braces, in_font, is_accented, is_noted, is_part, is_scripted
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import UnreadScript


def atom(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """One item: a name with its scripts, a group with its scripts, a matrix, a number."""
    bare, parts = unscripted(syn)
    if is_noted(bare):
        return reader.expression(bare[1], scope)  # what stands under the brace is a note
    base = base_of(bare)
    if base is None:
        return _unnamed(reader, bare, parts, syn, scope)
    scripts = scripts_of(parts, transposes=reader.page.habits.transposes)
    if scripts.condition is not None:  # A_{:s}: what is not an index must not be dropped
        raise UnreadError(UnreadScript("a sign that makes no index below a letter"), scripts.condition.start)
    return named_term(reader, base, scripts, syn, scope)


def _unnamed(reader: Reader, bare: Syn, parts: tuple[Syn, ...], syn: Syn, scope: Scope) -> Term:
    """A group with its scripts, or a name with scripts inside of a group or a font."""
    items = atoms(bare)
    if in_braces(bare) and len(items) == 1 and is_scripted(items[0]):  # {x_i}^2
        return reader.atom(Syn("scripted", (*items[0].args, *parts), syn.start, syn.end), scope)
    if in_font(bare) or is_accented(bare):
        return _spread(reader, bare, parts, syn, scope)
    if is_part(bare) and parts:
        return part_with_scripts(reader, bare, scripts_of(parts, transposes=reader.page.habits.transposes), scope)
    return scripted(reader, group_term(reader, bare, scope), parts, syn, scope)


def _spread(reader: Reader, bare: Syn, parts: tuple[Syn, ...], syn: Syn, scope: Scope) -> Term:
    r"""``\mathbf{W_1}``, ``\mathbf{XW}``, ``\hat{y_i}``: the font belongs to every letter inside."""
    inner = atoms(bare[1])
    if len(inner) == 1 and is_scripted(inner[0]):
        name, *hung = inner[0].args
        outer = Syn(bare.kind, (bare[0], name), bare.start, bare.end)
        return reader.atom(Syn("scripted", (outer, *hung, *parts), syn.start, syn.end), scope)
    if not in_font(bare):
        raise UnreadError(UnreadScript("a mark over more than one letter"), bare.start)
    if len(inner) == 1:
        return scripted(reader, reader.expression(bare[1], scope), parts, syn, scope)
    spread = [Syn("font", (bare[0], item), item.start, item.end) if base_of(item) else item for item in inner]
    return scripted(reader, product(reader, spread, scope), parts, syn, scope)
