"""Names that mean something unless the page says otherwise: e, π, δ, I, K."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Compare, Dim, Number
from mlp_theory.texts.reading.entries import bind_range, same_range
from mlp_theory.texts.reading.indices import index_letter, index_term
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import number_term, size_term
from mlp_theory.texts.shapes.kronecker import product_dim
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.references import is_defined, is_known
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size, labelled_size
from mlp_theory.texts.symbols.wholes import names_matrix
from mlp_theory.texts.syntax.kinds import is_scripted
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import UnreadScript

NUMBERS = {"e": (2.718281828459045, "e"), "pi": (3.141592653589793, "π")}


def constant_named(reader: Reader, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> tuple[Term, list] | None:
    """What a name that the page does not know stands for, and what is raised above it; None where nothing."""
    page = reader.page
    if is_known(page, base, scripts, scope, reader):
        return None
    letter, count = base.letter, len(scripts.subs)
    if letter == "delta" and count == 2 and not names_matrix(page, base):
        return _kronecker(reader, scripts, scope), scripts.sups
    if letter in NUMBERS and not base.bold and not count:
        value, shown = NUMBERS[letter]
        return Term(1, 1, lambda: Number(value), shown, weak=True), scripts.sups
    if letter == "I" and base.style != "cal" and not is_defined(page, base) and scripts.condition is None:
        return _identity(reader, scripts, scope), scripts.sups
    if base.key in page.commutations and count == 2 and not is_defined(page, base):
        return _commutation(reader, scripts, scope, syn), scripts.sups
    if letter == "e" and count == 1:
        return _unit(reader, scripts.subs[0], scope, syn), scripts.sups
    number = _counted(reader, base, scripts, syn, scope)
    return None if number is None else (number, scripts.sups)


def _counted(reader: Reader, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> Term | None:
    """A letter that counts: the layer of a loop, a size, the last layer, an index that runs."""
    page, letter = reader.page, base.letter
    plain = not base.bold and not scripts.subs and not scripts.words
    if letter in scope.loops and plain:
        return number_term(scope.loops[letter])
    if is_size(page, letter) and plain and letter not in page.infos and letter not in scope.axes:
        return size_term(reader.dims, letter)
    if letter in page.layering.tops and not scripts.subs and base.key not in page.infos:
        return number_term(page.layering.tops[letter])
    if (letter in scope.axes or letter in reader.free) and plain:
        return index_letter(reader, base, scope, syn)
    dim = labelled_size(page, syn, scope) if is_scripted(syn) else None
    return None if dim is None else size_term(reader.dims, dim)


def _kronecker(reader: Reader, scripts: Scripts, scope: Scope) -> Term:
    """``δ_{ij}``: 1 where the indices are equal."""
    i, j = (index_term(reader, sub, scope) for sub in scripts.subs)
    for one, other in ((i, j), (j, i)):
        if isinstance(one.mark, tuple) and isinstance(other.mark, tuple):
            same_range(reader, one, other)
    return Term(1, 1, lambda: Compare("=", i.node(), j.node()), f"δ[{i.show},{j.show}]", weak=True)


def _unit(reader: Reader, below: Syn, scope: Scope, syn: Syn) -> Term:
    """``e_k``: a column of zeros with a 1 at place k."""
    i = index_term(reader, below, scope)
    dim = reader.dims.fresh("", large=True)
    bind_range(reader, i, dim, syn.start)
    return Term(dim, 1, lambda: Call("unit", (i.node(),), (reader.dims.find(dim),)), f"e[{i.show}]")


def _identity(reader: Reader, scripts: Scripts, scope: Scope) -> Term:
    """``I``, ``I_n``, and the entry ``I_{ij}``."""
    dim: Dim = reader.dims.fresh("", large=True)
    if scripts.subs:
        index = index_term(reader, scripts.subs[0], scope, top=True)
        if index.mark is not None and not isinstance(index.mark, tuple):
            dim = index.mark
    term = Term(dim, dim, lambda: Call("identity", (), (reader.dims.find(dim),)), "I")
    if len(scripts.subs) == 2:
        i, j = (index_term(reader, sub, scope) for sub in scripts.subs)
        return Term(1, 1, lambda: Compare("=", i.node(), j.node()), "I_ij")
    return term


def _commutation(reader: Reader, scripts: Scripts, scope: Scope, syn: Syn) -> Term:
    """``K_{m,n}``, which takes vec(V) to vec(Vᵀ) for every V of m rows and n columns."""
    sizes = [index_term(reader, sub, scope, top=True).mark for sub in scripts.subs]
    if any(size is None or isinstance(size, tuple) for size in sizes):
        raise UnreadError(UnreadScript("a commutation matrix has two sizes below"), syn.start)
    m, n = (reader.dims.find(size) for size in sizes)
    size = product_dim(reader.solver, m, n)
    return Term(size, size, lambda: Call("commutation", (), (m, n)), "K")
