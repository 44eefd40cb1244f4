"""Which names of a page are functions, and which function a name is where it is applied."""

from __future__ import annotations

from mlp_theory.symbolic.function_record import FUNCTION_OF_LETTER
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.loss_names import LOSS_LETTERS
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.records import Applied, Arbitrary, Builtin, Defined
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import lone, unscripted
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole

FUNCTION_LETTERS = {"f", "g", "h", "phi", "psi", "sigma"}
"""Letters that people use for functions."""


def is_function(page: Page, base: Base, scope: Scope) -> bool:
    """Whether a name is a function here."""
    if base.key in scope.params:
        return False
    if base.key in page.functions:
        return True
    info = page.infos.get(base.key)
    if info is not None:
        return info.is_applied
    return base.letter in FUNCTION_OF_LETTER and not base.bold


def is_function_letter(base: Base) -> bool:
    """Whether people use this letter for a function."""
    return base.letter in FUNCTION_LETTERS


def function_for(page: Page, base: Base, scripts: Scripts, scope: Scope, notes: Notes, bracket: bool) -> Applied | None:
    """Which function this name is, if it is one here; `bracket` says whether its arguments stand in one."""
    applied = page.infos.get(f"{base.key}()")
    if applied is not None and bracket and not scripts.subs and not scripts.sups:
        return Arbitrary(applied.key, applied.show, True, False)
    label, indices = "", []
    if scripts.subs or scripts.sups or scripts.words:
        label, indices, _ = split_scripts(page, base, scripts, scope, notes)
        if indices and base.key + label in page.infos and base.key in page.functions:
            return None  # p_k beside p(x)
    labelled = bool(label) and not indices
    for key in (base.key + label, base.key):
        defined, info = page.functions.get(key), page.infos.get(key)
        if defined is not None:
            only_decorated = defined.decoration and not bracket and not scripts.primes
            return None if only_decorated else Defined(defined, labelled, info)
        if info is not None and info.kind == "function":
            return Arbitrary(base.key + label if labelled else key, info.show, False, labelled)
        if info is not None and info.kind == "loss":
            return Arbitrary(key, info.show, True, labelled) if bracket else None
        if info is not None:
            return None
    return _function_as_written(page, base, scripts, label, labelled, bracket)


def _function_as_written(
    page: Page, base: Base, scripts: Scripts, label: str, labelled: bool, bracket: bool
) -> Applied | None:
    """Which function a name that the page does not explain is: σ, a loss, any function f."""
    if base.bold or (base.plain_accents and base.letter not in LOSS_LETTERS):
        return None
    if base.letter in FUNCTION_OF_LETTER and not base.plain_accents and (bracket or scripts.primes):
        return Builtin(FUNCTION_OF_LETTER[base.letter])
    if not bracket or base.key in page.survey.divisors:
        return None
    if (base.letter in LOSS_LETTERS or base.style == "cal") and not label:
        return Arbitrary(base.key, base.show, True, labelled)
    if base.letter in FUNCTION_LETTERS:
        return Arbitrary(base.key + label, base.show, False, labelled)
    return None


def is_decorated(page: Page, base: Base, scripts: Scripts, group: Syn, scope: Scope, notes: Notes) -> bool:
    """Whether a bracket behind a known name only says what it depends on: J(w, b)."""
    label, indices, _ = split_scripts(page, base, scripts, scope, notes)
    info = page.infos.get(base.key + label)
    if info is not None and indices and base.key in page.decorated_families:
        return True
    if info is None or indices:
        return False
    names = [whole(argument) for argument in arguments(group)]
    if info.decoration:
        return names == list(info.decoration)
    if info.kind != "defined":
        return False
    items = [lone(argument) for argument in arguments(group)]
    plain = all(base_of(item) is not None or unscripted(item)[1] for item in items)
    return plain and (len(names) > 1 or base.letter in LOSS_LETTERS or base.style == "cal")
