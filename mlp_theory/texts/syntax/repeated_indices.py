r"""Indices that stand twice in one product, and the sum over them: ``A_{ij} x_j`` is ``\sum_j A_{ij} x_j``."""

from __future__ import annotations

from collections import Counter

from mlp_theory.texts.syntax.atoms import indices_of
from mlp_theory.texts.syntax.factor_kinds import big_operator, is_operator
from mlp_theory.texts.syntax.index_letters import lone_letter
from mlp_theory.texts.syntax.kinds import is_partial
from mlp_theory.texts.syntax.making import as_letter, as_term
from mlp_theory.texts.syntax.mentions import letters_in, names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import only_term, under_scripts, ungrouped
from mlp_theory.texts.syntax.script_parts import all_below
from mlp_theory.texts.syntax.sums_and_products import factors
from mlp_theory.texts.syntax.syn import Syn, nodes


def with_sums(syn: Syn, free: set[str], *, plainly: bool) -> Syn:
    """A side with a sum before each product in which an index stands twice.

    Parameters
    ----------
    syn : Syn
    free : set of str
        The letters over which is not summed: those of the other sides.
    plainly : bool
        Whether only products of names with indices count, one of them with two, and of derivatives.
    """
    inner = ungrouped(syn)
    if inner.kind != "sum":
        return _with_sum(inner, free, plainly)
    terms = tuple((sign, _with_sum(term, free, plainly)) for sign, term in inner.args)
    return Syn("sum", terms, inner.start, inner.end)


def free_indices(syn: Syn) -> set[str]:
    """The letters that stand once as an index in a term of a side, and those of cases: ``i = j``."""
    inner = ungrouped(syn)
    terms = [term for _, term in inner.args] if inner.kind == "sum" else [inner]
    in_cases = {letter for node in nodes(syn) if node.kind == "matrix" for letter in letters_in(node)}
    return {letter for term in terms for letter, count in _counted(term).items() if count == 1} | in_cases


def _with_sum(term: Syn, free: set[str], plainly: bool) -> Syn:
    """One term with its sums."""
    items = factors(only_term(term) or term)
    if any(big_operator(node) is not None for node in nodes(term)) or (plainly and not _is_plain(items)):
        return term
    letters = [letter for letter, count in _counted(term).items() if count == 2 and letter not in free]
    sums = [_sum_over(letter, term) for letter in letters]
    return as_term(*sums, *items) if sums else term


def _counted(term: Syn) -> Counter[str]:
    """How often each small letter stands as an index in a term."""
    counted: Counter[str] = Counter()
    for _, parts, _ in names_in(term):
        letters = (lone_letter(index) for sub in all_below(parts) for index in indices_of(sub))
        counted.update(letter for letter in letters if letter is not None and len(letter) == 1 and letter.islower())
    return counted


def _is_plain(items: list[Syn]) -> bool:
    """Whether names with indices stand side by side, one of them with two, or a product of derivatives."""
    names = [item for item in items if not is_operator(item, r"\cdot")]
    if len(names) < 2:
        return False
    if all(map(_is_derivative, names)):
        return True
    plain = all(
        base_of(under_scripts(item)) is not None or item.kind == "number" or _is_derivative(item) for item in names
    )
    return plain and any(len(_counted(item)) > 1 for item in names)


def _is_derivative(item: Syn) -> bool:
    return item.kind == "frac" and any(is_partial(node) for node in nodes(item))


def _sum_over(letter: str, at: Syn) -> Syn:
    r"""``\sum_j``."""
    operator = Syn("bigop", (r"\sum",), at.start, at.start)
    return Syn("scripted", (operator, Syn("sub", (as_letter(letter),), at.start, at.start)), at.start, at.start)
