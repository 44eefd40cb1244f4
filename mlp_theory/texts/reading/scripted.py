"""Scripts on a group: ``(AB)_{ij}``, ``(x − y)²``, ``‖W‖²_F``, ``(A)ᵀ``, ``(f(x))'``."""

from __future__ import annotations

from mlp_theory.texts.reading.bars import length_squared
from mlp_theory.texts.reading.derive import derive
from mlp_theory.texts.reading.entries import entries
from mlp_theory.texts.reading.norms import norm_with_scripts
from mlp_theory.texts.reading.raised import to_power, transpose_or_power
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import transposed
from mlp_theory.texts.shapes.powers import inverse
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.function_names import is_function_letter
from mlp_theory.texts.symbols.references import is_page_name
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.factor_kinds import is_bracket
from mlp_theory.texts.syntax.kinds import in_bars, in_parens, is_norm
from mlp_theory.texts.syntax.lists import is_tuple
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import UnreadPrime, UnreadScript


def scripted(reader: Reader, term: Term, parts: tuple[Syn, ...], syn: Syn, scope: Scope) -> Term:
    """Scripts on a group: (AB)_{ij}, (x − y)², ‖W‖²_F, (A)ᵀ."""
    if not parts:
        return term
    scripts = scripts_of(parts, transposes=reader.page.habits.transposes)
    if scripts.condition is not None:
        raise UnreadError(UnreadScript("a condition below this"), scripts.condition.start)
    bare = under_scripts(syn)
    if is_norm(bare):
        return norm_with_scripts(reader, bare, scripts, scope)
    if in_bars(bare) and _is_squared(scripts):
        return length_squared(reader, bare, scope)
    if scripts.words:
        raise UnreadError(UnreadScript(f"a label on a group: {scripts.words[0]}"), syn.start)
    if scripts.primes:
        term = _prime_of_group(reader, bare, scripts.primes, scope)
    for kind, _ in scripts.sups:
        if kind in ("bracket", "square"):
            raise UnreadError(UnreadScript("a label on a group"), syn.start)
    # (A^T)_{ij} and (A)_{ij}^2: powers come after entries, transposes before.
    listed = in_parens(bare) and is_tuple(bare)
    for kind, content in scripts.sups:
        if kind == "T" and content is not None and is_page_name(reader.page, content):
            term = transpose_or_power(reader, term, content, scope)
        elif kind == "T" and listed:
            listed = False  # (x_1, …, x_n)ᵀ is a column, as (x_1, …, x_n) is one
        elif kind == "T":
            term = transposed(term)
        elif kind in ("inverse", "inverse T"):
            term = inverse(reader.solver, term)
            if kind == "inverse T":
                term = transposed(term)
    if scripts.subs:
        term = entries(reader, term, scripts.subs, scope, syn)
    for kind, content in scripts.sups:
        if kind == "power":
            assert content is not None
            term = to_power(reader, term, content, scope, syn.start)
    return term


def _is_squared(scripts: Scripts) -> bool:
    """Whether nothing hangs on it but a 2 above, and perhaps the 2 of a length below."""
    powers = [number_of(content) for _, content in scripts.sups if content is not None]
    length = all(number_of(sub) == 2 for sub in scripts.subs)
    return powers == [2] and len(scripts.sups) == 1 and length and not scripts.words and not scripts.primes


def _prime_of_group(reader: Reader, group: Syn, primes: int, scope: Scope) -> Term:
    """``(f(x))'``: by the one variable that stands in it."""
    letters = [x for x in in_order(group) if _is_variable(reader.page, x, scope)]
    if len(set(letters)) != 1:
        raise UnreadError(UnreadPrime("a prime on a group with more than one variable"), group.start)
    items = atoms(group[-1] if is_bracket(group) else group)
    letter = Syn("letter", (letters[0],), group.start, group.start + 1)
    return derive(reader, items, [(letter, 1)], primes, scope, group.start)


def hung_on(reader: Reader, term: Term, parts: tuple[Syn, ...], item: Syn, scope: Scope) -> Term:
    r"""Scripts on the bracket that a function took as its argument: ``f(x)_i``, ``\exp(x)^2``."""
    applied = Syn("applied", (), 0, 0)
    return scripted(reader, term, parts, Syn("scripted", (applied, *parts), item.start, item.end), scope)


def _is_variable(page: Page, letter: str, scope: Scope) -> bool:
    """Whether this letter can be a variable here."""
    base = Base(letter)
    if base.key in scope.params:
        return True
    info = page.infos.get(base.key)
    if info is not None:
        return info.kind in ("given", "defined")
    if letter == "e" or letter in page.functions:
        return False
    return not is_function_letter(base) and not is_size(page, letter)
