"""Formulas for one sample, or for one entry, that are formulas for all of them."""

from __future__ import annotations

from mlp_theory.texts.collecting.collection import page_reader
from mlp_theory.texts.collecting.listed_names import ListedName
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.records import FunctionDef
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import indices_of
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.respelling import with_bare_name
from mlp_theory.texts.syntax.script_parts import Parts, all_below
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole


def of_one_sample(page: Page, names: list[ListedName], body: Syn) -> FunctionDef | None:
    """``L(a^{(i)}, y^{(i)}) = …``, ``f(x_j) = …`` without their indices; None where it has others."""
    letters: set[str] = set()
    for base, scripts, syn in names:
        if not scripts.subs and not any(kind == "bracket" for kind, _ in scripts.sups):
            continue
        label, indices, sups = split_scripts(page, base, scripts, Scope(), page_reader(page))
        if label or sups or not indices or any(base_of(index) is None for index in indices):
            return None
        letters |= {x for index in indices for x in in_order(index)}
        bare = with_bare_name(body, base, unscripted(syn)[1])
        if bare is None:
            return None
        body = bare
    params = [base.key for base, _, _ in names]
    if not letters or len(set(params)) != len(params) or letters & set(in_order(body)):
        return None
    return FunctionDef(params, body, False)


def note_softmax(page: Page, argument: Base, hung: Parts, body: Syn) -> None:
    """softmax(Z)_{ij} = … says by its sum whether rows or columns add up to one."""
    picked = [whole(index) for sub in all_below(hung) for index in indices_of(sub)]
    for base, parts, _ in names_in(body):
        here = [whole(sub) for sub in scripts_of(parts, transposes=page.habits.transposes).subs]
        if base == argument and len(here) == len(picked) == 2 and here[0] == picked[0] and here[1] != picked[1]:
            page.habits.softmax_rows = True
