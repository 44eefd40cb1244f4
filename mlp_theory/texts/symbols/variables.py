"""What a derivative can be by: the symbols that vary, their increments, and the one that ∇f does not name."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_theory.symbolic import Symbol
from mlp_theory.texts.symbols.function_names import is_function
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.references import is_known
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.wholes import is_scalar
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.factor_kinds import is_bracket
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.nabla import is_nabla, nabla_at
from mlp_theory.texts.syntax.names import INCREMENT, Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole


def is_variable(page: Page, syn: Syn, scope: Scope, notes: Notes) -> bool:
    """Whether dV can mean the gradient by this."""
    bare, parts = unscripted(syn)
    base = base_of(bare)
    if base is None or base.letter == "d":
        return False
    try:
        return is_known(page, base, scripts_of(parts, transposes=page.habits.transposes), scope, notes)
    except UnreadError:
        return False


def runs_free(page: Page, info: Info) -> bool:
    """Whether a declared index stands for any value: no definition is made of it."""
    if info.high is None or info.kind != "given" or info.domain != "index 1" or not is_scalar(page, info):
        return False
    return not any(info.key in page.book.keys_of(d.node) for d in page.book.definitions.values())


def increments_of(page: Page) -> list[tuple[Info, Info]]:
    """Each letter that has an increment, with that increment."""
    out = []
    for info in page.infos.values():
        of = info.base
        if of.accents[:1] == (INCREMENT,):
            bare = Base(of.letter, of.bold, of.style, of.accents[1:], of.word)
            letter = page.infos.get(bare.key + info.key[len(of.key) :])
            if letter is not None and letter.count is None and letter.has_value:
                out.append((letter, info))
    return out


def only_variable(page: Page, body: list[Syn], scope: Scope) -> Syn | None:
    """The variable of ∇f without a subscript: what f was defined as a function of, or its only letter."""
    bare, parts = unscripted(body[0])
    base = base_of(bare)
    if len(body) == 2 and base is not None:
        label = "_" + "".join(whole(sub) for sub in scripts_of(parts, transposes=page.habits.transposes).subs)
        if not parts or base.key + label in page.functions:
            return body[1][0]  # f(θ), also with a label: f_{wd}(θ)
    if is_nabla(body[0]):
        inner = nabla_at(body, 0, page.habits.transposes)
        if len(inner.variables) > 1:
            return None
        return inner.variables[0] if inner.variables else only_variable(page, body[inner.end :], scope)
    if is_bracket(body[0]):
        items = atoms(body[0][0])
        if is_nabla(items[0]):
            return only_variable(page, items, scope)
        return _that_moves(page, {b.key for b, _, _ in names_in(body[0]) if not is_function(page, b, scope)})
    return _variable_of(page, base) if base is not None else None


def _variable_of(page: Page, base: Base) -> Syn | None:
    """The variable of a name: the argument that it is defined with, or the only symbol that it is made of."""
    info, defined = page.infos.get(base.key), page.functions.get(base.key)
    decoration = info.decoration if info else defined.decoration if defined else ()
    if info is not None and not decoration and info.key in page.book.definitions:
        return _that_moves(page, page.book.keys_of(Symbol(info.key)))
    return page.arguments[decoration[0]] if len(decoration) == 1 else None


def _that_moves(page: Page, keys: Iterable[str]) -> Syn | None:
    """The one given symbol among these, numbers last, that a derivative without a subscript is by."""
    infos = [page.infos[key] for key in keys if key in page.infos]
    given = [info for info in infos if info.kind == "given" and info.count is None]
    moving = [info for info in given if not is_scalar(page, info)] or given
    return _as_written(moving[0]) if len(moving) == 1 else None


def _as_written(info: Info) -> Syn | None:
    """A symbol as the parser would give it, if it is a letter without accents and scripts."""
    letter = info.base.letter
    if info.key != Base(letter, info.base.bold).key:
        return None
    syn = Syn("letter", (letter if len(letter) == 1 else f"\\{letter}",), 0, 1)
    return Syn("font", ("\\mathbf", syn), 0, 1) if info.base.bold else syn
