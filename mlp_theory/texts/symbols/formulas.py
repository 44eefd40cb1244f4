"""What the formula of a function does to its parameters: to each entry alone, or to whole arrays."""

from __future__ import annotations

from mlp_theory.symbolic.words import COLUMN_WORDS, MATRIX_WORDS, OWN_WORDS
from mlp_theory.texts.symbols.function_names import FUNCTION_LETTERS, is_function
from mlp_theory.texts.symbols.records import FunctionDef
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.wholes import is_scalar
from mlp_theory.texts.syntax.kinds import in_angles, is_norm, is_worded
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, word_of
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, nodes

WHOLE_WORDS = COLUMN_WORDS | (MATRIX_WORDS - {"max", "min"})
"""Functions of a whole array; those that users register are too."""


def is_entrywise(page: Page, base: Base) -> bool:
    """Whether a function of this page works entry by entry."""
    defined, info = page.functions.get(base.key), page.infos.get(base.key)
    if defined is not None:
        alone = len(defined.params) == 1 and defined.index is None
        formula = is_pure(page, defined) if defined.decoration else not defined.vector
        return alone and formula and not takes_whole_arrays(page, defined.params, defined.body)
    return info.kind == "function" if info is not None else base.letter in FUNCTION_LETTERS


def is_pure(page: Page, definition: FunctionDef) -> bool:
    """Whether a formula holds nothing but its parameters and numbers, and so do the functions in it."""
    allowed = {*definition.params, "e", "pi"}
    for base, _, _ in names_in(definition.body):
        inner = page.functions.get(base.key)
        if inner is not None and inner.decoration and inner.root is None and inner is not definition:
            if not is_pure(page, inner):
                return False
            continue
        if base.key in allowed or is_function(page, base, Scope()) or is_size(page, base.letter):
            continue
        info = page.infos.get(base.key)
        if info is None or info.kind != "given" or not is_scalar(page, info):
            return False
    return True


def takes_whole_arrays(page: Page, params: list[str], body: Syn) -> bool:
    """Whether a formula means its parameter as a whole: ``w^T x``, ``‖x‖²``; and not entry by entry, as ``x²``.

    Such a formula is read anew at each call, with the argument in the place of the parameter.
    """
    names = {base for base, _, _ in names_in(body) if base.key not in params}
    return _whole_by_itself(page, params, body) or any(_whole_through(page, params, base) for base in names)


def _whole_by_itself(page: Page, params: list[str], body: Syn) -> bool:
    """Whether a formula means its parameter as a whole by what stands in it, whatever its functions are."""
    for node in nodes(body):
        word = word_of(node) if is_worded(node) else None
        if is_norm(node) or in_angles(node) or word in WHOLE_WORDS or word in OWN_WORDS:
            return True
    for base, parts, _ in names_in(body):
        scripts = scripts_of(parts, transposes=page.habits.transposes)
        if any(kind in ("T", "inverse T") for kind, _ in scripts.sups):
            return True
        if base.key not in params and _is_array(page, base, scripts):
            return True
    return False


def _whole_through(page: Page, params: list[str], base: Base) -> bool:
    """Whether a name is a function that is made of such a parameter itself, as h_θ(x) = θᵀ x is of a whole θ."""
    for key, inner in page.functions.items():
        if key == base.key or key.startswith(f"{base.key}_"):
            held = {name.key for name, _, _ in names_in(inner.body)} - set(inner.params)
            if held & set(params) and _whole_by_itself(page, inner.params, inner.body):
                return True
    return False


def _is_array(page: Page, base: Base, scripts: Scripts) -> bool:
    """Whether a name of the page is no number, by what is declared or by how it is written."""
    info = page.infos.get(base.key)
    if info is None:
        return base.bold and not scripts.subs
    if not info.has_value or (scripts.subs and info.count is None):
        return False
    return not (page.dims.may_be_one(info.r) and page.dims.may_be_one(info.c))
