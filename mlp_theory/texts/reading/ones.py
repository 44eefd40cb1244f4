r"""``\mathbf 1``, ``\mathbf 1_n``, ``\mathbf 0``, ``0_{h \times n}``: columns of ones, columns and blocks of zeros."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Dim
from mlp_theory.texts.reading.indices import index_term
from mlp_theory.texts.reading.part_ranges import end_of_range
from mlp_theory.texts.reading.raised import to_power
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import transposed
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.peeling import unscripted, unstyled
from mlp_theory.texts.syntax.script_parts import below
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.sums_and_products import sides_of_cross
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import AmbiguousOrder


def ones(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """A 1 or 0 in a font, or with a size below it."""
    term = _constant(reader, items[k], scope)
    return None if term is None else (term, k + 1)


def _constant(reader: Reader, syn: Syn, scope: Scope) -> Term | None:
    """The column, or the block of zeros; None where it is a number or something else."""
    styled, parts = unscripted(syn)
    bare = unstyled(styled)
    vector = bare is not styled
    value = number_of(bare)
    if value == 0.0 and len(parts) == 1 and (sized := _zeros_of_size(reader, parts, scope)) is not None:
        return sized
    scripts = scripts_of(parts, transposes=reader.page.habits.transposes)
    if value == 1.0 and scripts.sups == [("T", None)]:
        vector = True  # nobody transposes the number one
    if not vector or value not in (0.0, 1.0) or scripts.condition is not None:
        return None
    if value == 1.0 and not parts and styled.kind == "font" and styled[0] in (r"\mathbb", r"\mathds"):
        return _bare_ones(reader, syn)
    r: Dim = reader.dims.fresh("", large=True)
    c: Dim = 1
    if value == 0 and not scripts.subs:
        r, c = reader.dims.fresh(), reader.dims.fresh()
    marks = [index_term(reader, sub, scope, top=True).mark for sub in scripts.subs]
    if marks and marks[0] is not None and not isinstance(marks[0], tuple):
        r = marks[0]
    if len(marks) > 1 and marks[1] is not None:
        c = marks[1]
    op = "ones" if value == 1 else "zeros"
    term = Term(
        r,
        c,
        lambda: Call(op, (), (reader.dims.find(r), reader.dims.find(c))),
        "𝟏" if value else "𝟎",
        free_zero=value == 0,
    )
    for kind, content in scripts.sups:
        if kind == "T":
            term = transposed(term)
        elif kind == "power" and content is not None:
            term = to_power(reader, term, content, scope, syn.start)
    return term


def _bare_ones(reader: Reader, syn: Syn) -> Term:
    r"""A bare ``\mathbb{1}``: a column of ones; the identity, where only a square matrix fits, as in A + λ𝟙."""
    r, c = reader.dims.fresh("", large=True), reader.dims.fresh()

    def step(level: int) -> bool:
        if not reader.dims.settled(c):
            if level < 3:
                return False
            reader.dims.unify(c, 1)  # last of all: what stands beside it may still tell that it is square
        if not reader.dims.is_one(c) and not reader.dims.unify(r, c):
            raise UnreadError(AmbiguousOrder("a double-struck 1 that is neither a column nor square"), syn.start)
        return True

    def make() -> Call:
        size = reader.dims.find(r)
        return Call("ones", (), (size, 1)) if reader.dims.is_one(c) else Call("identity", (), (size,))

    term = Term(r, c, make, "𝟏")
    reader.solver.add(step)
    return term


def _zeros_of_size(reader: Reader, parts: tuple[Syn, ...], scope: Scope) -> Term | None:
    r"""``0_{h \times n}``: a block of zeros that says its size."""
    sub = below(parts)
    sides = None if sub is None else sides_of_cross(atoms(sub))
    if sides is None:
        return None
    r, c = (end_of_range(reader, side, scope) for side in sides)
    return Term(r, c, lambda: Call("zeros", (), (r, c)), "0")
