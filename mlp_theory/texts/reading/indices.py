"""What stands in the place of an index: a letter that runs, a size, a layer, a number."""

from __future__ import annotations

from mlp_theory.symbolic import Dim, Index, plus
from mlp_theory.texts.reading.factors import product
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import call_term, number_term, size_term
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.entering import new_axis, symbol_term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size, labelled_size, size_named
from mlp_theory.texts.symbols.variables import runs_free
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.kinds import is_scripted, is_sum, is_term
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unbracketed
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.beyond_limits import TooLong
from mlp_theory.texts.verdicts.reasons.unread_indices import MissingIndex, UnboundIndex, UnfitIndex


def is_dim(mark: object) -> bool:
    """Whether an index is a size, or a number: no running index, no value."""
    return isinstance(mark, (int, str)) or (isinstance(mark, tuple) and mark[0] == "linear")


def index_term(reader: Reader, syn: Syn, scope: Scope, top: bool = False) -> Term:
    """An index or a bound as a number; `mark` carries the dimension that it is."""
    value = number_of(syn)
    if value is not None:
        if value != int(value):
            raise UnreadError(UnfitIndex("an index that is no whole number"), syn.start)
        if abs(value) > 100_000:
            raise UnreadError(TooLong("a sum of more than 100,000 terms"), syn.start)
        term = number_term(value)
        term.mark = int(value)
        return term
    syn = unbracketed(syn)
    if is_sum(syn):
        terms = [(sign, index_term(reader, term, scope, top)) for sign, term in syn.args]
        if len(terms) == 1 and terms[0][0] == 1:
            return terms[0][1]
        signs = tuple(sign for sign, _ in terms)
        out = call_term("add", [t for _, t in terms], 1, 1, signs, "")
        if all(is_dim(t.mark) for _, t in terms):
            total: Dim = 0
            for sign, t in terms:
                total = plus(total, t.mark, sign)
            out.mark = total
        return out
    if is_term(syn):
        return index_term(reader, syn[0], scope, top) if len(syn.args) == 1 else product(reader, list(syn.args), scope)
    base = base_of(syn)
    if base is not None:
        found = index_letter(reader, base, scope, syn, top)
        if found is not None:
            return found
    if is_scripted(syn):
        dim = labelled_size(reader.page, syn, scope)
        if dim is not None:
            return _size(reader, dim)
        return reader.atom(syn, scope)
    raise UnreadError(MissingIndex("an index is expected here"), syn.start)


def index_letter(reader: Reader, base: Base, scope: Scope, syn: Syn, top: bool = False) -> Term | None:
    """A letter in the place of an index."""
    letter = base.letter
    if letter in scope.axes:
        axis, dim = scope.axes[letter]
        return _running(letter, axis, dim)
    if letter in scope.loops:
        return number_term(scope.loops[letter])
    if base.key in scope.params:
        return scope.params[base.key]
    info = reader.page.infos.get(base.key)
    if info is not None and reader.claim and runs_free(reader.page, info):
        # A declared index of which nothing else is made: a claim about it is one about all its values.
        if letter not in reader.free:
            assert info.high is not None
            reader.free[letter] = (new_axis(reader.page, letter), info.high)
        axis, dim = reader.free[letter]
        return _running(letter, axis, dim)
    if info is not None and info.kind in ("given", "defined") and not is_size(reader.page, letter):
        term = symbol_term(info, reader)
        term.mark = ("value", info.high) if info.high is not None else None
        return term
    if letter in reader.page.layering.tops:
        return number_term(reader.page.layering.tops[letter])
    if is_size(reader.page, letter):
        return _size(reader, letter)
    if top or (base.upper and letter not in reader.free):
        return _size(reader, size_named(reader.page, letter))
    if letter in reader.free or reader.claim:
        axis, dim = reader.free.setdefault(letter, (new_axis(reader.page, letter), reader.dims.fresh(letter)))
        return _running(letter, axis, dim)
    raise UnreadError(UnboundIndex(f"the index {letter} is bound by nothing"), syn.start)


def _running(letter: str, axis: str, dim: Dim) -> Term:
    """A letter that runs over the places of a dimension."""
    term = Term(1, 1, lambda: Index(axis), letter, weak=True)
    term.mark = ("axis", dim)
    return term


def _size(reader: Reader, dim: Dim) -> Term:
    """A size in the place of an index."""
    term = size_term(reader.dims, dim)
    term.mark = dim
    return term
