"""Names with their scripts: which symbol of the page it is, and what is done to it."""

from __future__ import annotations

from mlp_theory.symbolic import Column, Member, Node, Row
from mlp_theory.texts.reading.constants import constant_named
from mlp_theory.texts.reading.entries import bind_range, entries
from mlp_theory.texts.reading.indices import index_letter, index_term
from mlp_theory.texts.reading.raised import to_power, transpose_or_power
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import elementwise_term, number_term, transposed
from mlp_theory.texts.shapes.powers import inverse
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.entering import symbol_term
from mlp_theory.texts.symbols.numbers_beside import numbers_beside
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.references import is_page_name, reference_of
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.variables import runs_free
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_functions import MissingArgument
from mlp_theory.texts.verdicts.reasons.unread_indices import MissingIndex
from mlp_theory.texts.verdicts.reasons.unread_operations import AmbiguousOrder, UnreadPrime, UnreadScript


def named_term(reader: Reader, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> Term:
    """A name with its scripts: which symbol it is, and what is done to it."""
    term, sups = resolve(reader, base, scripts, syn, scope)
    if scripts.primes:
        raise UnreadError(UnreadPrime("a prime on what is no function"), syn.start)
    exponential = base.letter == "e" and not base.bold and base.key not in reader.page.infos and not scripts.subs
    for kind, content in sups:
        if kind == "T" and content is not None and is_page_name(reader.page, content):
            term = transpose_or_power(reader, term, content, scope)
        elif kind == "T":
            term = transposed(term)
        elif kind in ("bracket", "square") and exponential and content is not None:
            term = elementwise_term("exp", reader.expression(content, scope))
        elif kind in ("bracket", "square"):
            raise UnreadError(UnreadScript("a label that nothing explains"), syn.start)
        elif kind == "inverse" and exponential:
            term = elementwise_term("exp", number_term(-1))
        elif kind == "inverse":
            term = inverse(reader.solver, term)
        elif kind == "inverse T":
            term = transposed(inverse(reader.solver, term))
        elif kind == "power":
            assert content is not None
            reader.inside += exponential
            if exponential:
                term = elementwise_term("exp", reader.expression(content, scope))
            else:
                term = to_power(reader, term, content, scope, syn.start)
            reader.inside -= exponential
    return term


def resolve(reader: Reader, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> tuple[Term, list]:
    """The symbol (or entry of one), and the powers and transposes still to be applied."""
    page = reader.page
    if base.key in scope.params and not scripts.words:
        term = scope.params[base.key]
        if scripts.subs:
            return _entry(reader, term, scripts.subs, scripts.sups, scope, syn)
        return term, scripts.sups
    info = page.infos.get(base.key)
    bound = info is not None and info.high is not None and base.letter in scope.axes  # the t of Σ_t c_t, t ∈ {1, …, T}
    free = info is not None and reader.claim and runs_free(page, info)
    if (bound or free) and not scripts.subs and not scripts.words:
        term = index_letter(reader, base, scope, syn)
        assert term is not None
        return term, scripts.sups
    constant = constant_named(reader, base, scripts, syn, scope)
    if constant is not None:
        return constant
    ref = reference_of(page, base, scripts, scope, reader, syn)
    term = symbol_value(reader, ref.info, syn)
    indices = list(ref.indices)
    if ref.info.count is not None:
        if not indices:
            raise UnreadError(MissingIndex(f"{ref.info.show} without its index"), syn.start)
        term = _member(reader, ref.info, term, index_term(reader, indices.pop(0), scope), syn)
    if ref.part == "row":
        term = _row(reader, term, index_term(reader, indices.pop(0), scope), syn)
    elif ref.part == "column":
        term = _column(reader, term, index_term(reader, indices.pop(0), scope), syn)
    if indices:
        return _entry(reader, term, indices, ref.sups, scope, syn)
    column = numbers_beside(page, ref.info)
    if column is None:
        return term, ref.sups
    if any(kind == "T" for kind, _ in ref.sups):
        return symbol_term(column, reader), ref.sups  # nobody transposes a number
    return _number_or_column(reader, term, column), ref.sups


def _number_or_column(reader: Reader, number: Term, column: Info) -> Term:
    """A bare y beside numbers y_i: one of them, or where only a column fits all of them, as in X^T(h − y)."""
    rows = reader.dims.fresh(f"rows of {number.show}")
    numbers = symbol_term(column, reader)

    def step(level: int) -> bool:
        if not reader.dims.settled(rows):
            return False
        if not reader.dims.is_one(rows):
            reader.solver.need(rows, numbers.r, f"the rows of {number.show}")
        return True

    def make() -> Node:
        return number.node() if reader.dims.is_one(rows) else numbers.node()

    out = Term(rows, 1, make, number.show, (number, numbers))
    reader.solver.add(step)
    reader.solver.loose.append(out)
    return out


def _member(reader: Reader, family: Info, first: Term, index: Term, syn: Syn) -> Term:
    """One member of a family of symbols: a sample, an iterate."""
    assert family.count is not None
    bind_range(reader, index, family.count, syn.start)
    key = family.key
    return Term(first.r, first.c, lambda: Member(key, index.node()), f"{family.show}({index.show})", (first,))


def _row(reader: Reader, matrix: Term, index: Term, syn: Syn) -> Term:
    """A row of a matrix, as a column."""
    bind_range(reader, index, matrix.r, syn.start)
    shown = f"row {index.show} of {matrix.show}"
    return Term(matrix.c, 1, lambda: Row(matrix.node(), index.node()), shown, (matrix,))


def _column(reader: Reader, matrix: Term, index: Term, syn: Syn) -> Term:
    """A column of a matrix."""
    bind_range(reader, index, matrix.c, syn.start)
    shown = f"column {index.show} of {matrix.show}"
    return Term(matrix.r, 1, lambda: Column(matrix.node(), index.node()), shown, (matrix,))


def _entry(reader: Reader, term: Term, indices: list[Syn], sups: list, scope: Scope, syn: Syn) -> tuple[Term, list]:
    """An entry, and what is still to be done to it: ``A^T_{ij}`` is printed as ``A_{ij}^T``, an entry of Aᵀ."""
    if len(indices) == 2 and len(sups) == 1:
        ((kind, content),) = sups
        if kind == "T" and (content is None or not is_page_name(reader.page, content)):
            return entries(reader, transposed(term), indices, scope, syn), []
        if kind in ("inverse", "inverse T") and reader.dims.find(term.r) == reader.dims.find(term.c):
            raise UnreadError(
                AmbiguousOrder("an entry of the inverse, or 1 over an entry? Write (A⁻¹)ᵢⱼ or a fraction"), syn.start
            )
    return entries(reader, term, indices, scope, syn), sups


def symbol_value(reader: Reader, info: Info, syn: Syn) -> Term:
    """The value of a symbol, noted as used."""
    if info.kind in ("function", "loss"):
        raise UnreadError(MissingArgument(f"the function {info.show} without an argument"), syn.start)
    reader.used.add(info.key)
    return symbol_term(info, reader)
