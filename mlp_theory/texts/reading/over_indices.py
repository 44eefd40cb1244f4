"""Sums, products and extremes over an index: bound and run over a range, or written out over layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mlp_theory.symbolic import Dim, Over
from mlp_theory.texts.reading.factors import product
from mlp_theory.texts.reading.indices import index_term, is_dim
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import number_term, size_term, times
from mlp_theory.texts.reading.truth import conditions, truth
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.requirements import require_order
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.entering import new_axis
from mlp_theory.texts.symbols.layers import layer_number, runs_over_layers
from mlp_theory.texts.symbols.scope import MAX_UNROLLED, Scope
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.beyond_limits import TooLong
from mlp_theory.texts.verdicts.reasons.unread_indices import UnknownRange


@dataclass(frozen=True)
class BigOperator:
    """A sum, a product, a maximum or a minimum over an index that is still to be bound.

    Attributes
    ----------
    kind : str
        "sum", "prod", "max" or "min".
    body : list of Syn
        What it runs over.
    at : int
        Where it stands.
    conditions : tuple of Syn
        Which values of the index are meant: k ≠ i.
    """

    kind: str
    body: list[Syn]
    at: int
    conditions: tuple[Syn, ...] = ()


SHOWN = {"sum": "Σ", "prod": "Π", "max": "max", "min": "min"}


def over_range(reader: Reader, operator: BigOperator, letter: str, low: Syn, high: Syn, scope: Scope) -> Term:
    """An operator with both bounds written."""
    if runs_over_layers(reader.page, letter, operator.body):
        return _unrolled(reader, operator, letter, low, high, scope)
    return over(
        reader, operator, letter, index_term(reader, low, scope), index_term(reader, high, scope, top=True), scope
    )


def over_all_of(reader: Reader, operator: BigOperator, letters: list[str], scope: Scope) -> Term:
    """Bounds that the range of the index supplies."""
    letter, *rest = letters
    if not rest and runs_over_layers(reader.page, letter, operator.body):
        low, high = reader.page.layering.letters.get(letter, (1, reader.page.layering.depth))
        return _unrolled(reader, operator, letter, low, high, scope)
    return over(reader, operator, letter, number_term(1), None, scope, rest)


def over(
    reader: Reader,
    operator: BigOperator,
    letter: str,
    low: Term,
    high: Term | None,
    scope: Scope,
    rest: Sequence[str] = (),
) -> Term:
    """An operator over an index from `low` to `high`, None being the end of its range; then over the rest."""
    axis = new_axis(reader.page, letter)
    dim = reader.dims.fresh(letter)
    if high is not None and is_dim(high.mark) and low.mark == 1:
        reader.dims.unify(dim, high.mark)
    inner_scope = scope.but(axes={letter: (axis, dim)})
    inner_scope.loops.pop(letter, None)
    tests: list[Term] = []
    if rest:
        term = over_all_of(reader, operator, list(rest), inner_scope)
    else:
        term = product(reader, list(operator.body), inner_scope)
        tests = [test for condition in operator.conditions for test in conditions(reader, condition, inner_scope)]
    if high is None:
        _needs_range(reader, dim, letter, operator.at)
        high = size_term(reader.dims, dim)
    upper, kind = high, operator.kind
    out = Term(
        term.r,
        term.c,
        lambda: Over(kind, axis, low.node(), upper.node(), tuple(t.node() for t in tests), term.node(), False),
        f"({SHOWN[kind]}_{letter} {term.show})",
        (term,),
    )
    if kind == "prod":
        require_order(reader.solver, term, operator.at)
    return out


def _needs_range(reader: Reader, dim: Dim, letter: str, at: int) -> None:
    """By the end, something must have said where this index stops."""

    def step(level: int) -> bool:
        found = reader.dims.find(dim)
        if not reader.dims.is_free(found) or not str(found).startswith("?") or found in reader.dims.large:
            return True
        if level < 3:
            return False
        raise UnreadError(UnknownRange(f"the range of the index {letter} is not known"), at)

    reader.solver.add(step)


def _unrolled(
    reader: Reader, operator: BigOperator, letter: str, low: Syn | int, high: Syn | int, scope: Scope
) -> Term:
    """A sum over layers, whose shapes differ, written out."""
    first = low if isinstance(low, int) else layer_number(reader.page, low, scope)
    last = high if isinstance(high, int) else layer_number(reader.page, high, scope)
    if first is None or last is None:
        raise UnreadError(UnknownRange("the bounds of this sum over layers are not known"), operator.at)
    if last - first > MAX_UNROLLED:
        raise UnreadError(TooLong(f"a sum over more than {MAX_UNROLLED} layers"), operator.at)
    terms = []
    for number in range(first, last + 1):
        inner = scope.but(loops={letter: number})
        if all(truth(reader.page, condition, inner) for condition in operator.conditions):
            terms.append(product(reader, list(operator.body), inner))
    if not terms:
        return number_term(0.0 if operator.kind == "sum" else 1.0)
    if operator.kind == "sum":
        out = entrywise(reader.solver, "add", terms, (1,) * len(terms), "the terms of a sum")
        out.show = "(" + " + ".join(t.show for t in terms) + ")"
        return out
    out = terms[0]
    for term in terms[1:]:
        out = times(reader.solver, out, term)
    return out
