"""What each function word does to its arguments: the trace, the determinant, the largest entry."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.symbolic import Call, Index, Map
from mlp_theory.symbolic.function_record import ELEMENTWISE_WORDS
from mlp_theory.symbolic.words import OWN_WORDS
from mlp_theory.texts.reading.columnwise import columnwise
from mlp_theory.texts.reading.own_words import own_operation
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import call_term, elementwise_term, times
from mlp_theory.texts.reading.vec_and_diag import diagonal, vec
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.requirements import require_scalar
from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.symbols.entering import new_axis
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.rows_beside_rows import rows_meet_rows
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_functions import WrongArguments
from mlp_theory.texts.verdicts.reasons.unread_operations import UnknownOperation, UnreadPrime

COLUMNWISE = {"softmax": "softmax", "logsumexp": "logsumexp", "lse": "logsumexp"}


def word_applied(reader: Reader, word: str, args: list[Term], pieces: list[Syn], primes: int, at: int) -> Term:
    """A function word at its arguments, which stand on the page as `pieces`."""
    solver = reader.solver
    if primes:
        if word in ELEMENTWISE_WORDS and len(args) == 1:
            return builtin_prime(reader.page, ELEMENTWISE_WORDS[word], args[0], primes)
        raise UnreadError(UnreadPrime(f"{word} with a prime"), at)
    if word in ("max", "min") and len(args) > 1:
        return _larger(solver, word, args)
    if word in OWN_WORDS:
        return own_operation(solver, OWN_WORDS[word], args, at)
    if word == "diag" and len(args) > 1:
        args = [_stack(solver, args)]
    if len(args) != 1:
        raise UnreadError(WrongArguments(f"{word} with {len(args)} arguments"), at)
    (x,) = args
    if word in ELEMENTWISE_WORDS:
        return elementwise_term(ELEMENTWISE_WORDS[word], x)
    if word in COLUMNWISE:
        rows = rows_meet_rows(pieces, reader.page.habits.transposes)
        return columnwise(reader, COLUMNWISE[word], x, rows=rows)
    if word in WORDS:
        return WORDS[word](solver, word, x)
    raise UnreadError(UnknownOperation(f"no such operation: {word}"), at)


def builtin_prime(page: Page, name: str, x: Term, order: int) -> Term:
    """The derivative of a function that has a word of its own."""
    axis = new_axis(page, "x")
    body = Call("elementwise", (Index(axis),), (name,))
    return Term(x.r, x.c, lambda: Map(axis, body, x.node(), order), f"{name}{'′' * order}({x.show})", (x,))


def _larger(solver: Solver, word: str, args: list[Term]) -> Term:
    """``max(a, b)``, entry by entry."""
    term = entrywise(solver, "larger", args, ("min",) if word == "min" else (), f"the arguments of {word}")
    term.show = f"{word}({', '.join(a.show for a in args)})"
    return term


def _stack(solver: Solver, args: list[Term]) -> Term:
    """Numbers as a column."""
    for a in args:
        require_scalar(solver, a, "an entry")
    return call_term("blocks", args, len(args), 1, (1,) * len(args), "[…]")


def _of_square(solver: Solver, word: str, x: Term) -> Term:
    """Trace and determinant."""
    solver.need(x.r, x.c, f"{word} of a matrix that is not square")
    return call_term("determinant" if word == "det" else "trace", [x], 1, 1, (), f"{word}({x.show})")


def _of_entries(solver: Solver, word: str, x: Term) -> Term:
    """The sum, the mean, the largest of all entries."""
    op = {"sum": "total", "mean": "mean of entries", "max": "largest entry"}[word]
    return call_term(op, [x], 1, 1, (), f"{word}({x.show})")


def _smallest(solver: Solver, word: str, x: Term) -> Term:
    """Minus the largest of all entries with the other sign."""
    negative = call_term("add", [x], x.r, x.c, (-1,))
    return call_term("add", [call_term("largest entry", [negative], 1, 1)], 1, 1, (-1,), f"min({x.show})")


def _norm(solver: Solver, word: str, x: Term) -> Term:
    return call_term("norm", [x], 1, 1, (2,), f"norm({x.show})")


def _row_or_column_sums(solver: Solver, word: str, x: Term) -> Term:
    """A 𝟏, one number a row, and 𝟏ᵀ A, one number a column."""
    along = solver.dims.fresh("", large=True)
    find = solver.dims.find
    if word == "rowsum":
        ones = Term(along, 1, lambda: Call("ones", (), (find(along), 1)), "𝟏")
        term = times(solver, x, ones)
    else:
        ones = Term(1, along, lambda: Call("ones", (), (1, find(along))), "𝟏ᵀ")
        term = times(solver, ones, x)
    term.show = f"{word}({x.show})"
    return term


WORDS: dict[str, Callable[[Solver, str, Term], Term]] = {
    "tr": _of_square,
    "trace": _of_square,
    "det": _of_square,
    "vec": vec,
    "diag": diagonal,
    "sum": _of_entries,
    "mean": _of_entries,
    "max": _of_entries,
    "min": _smallest,
    "norm": _norm,
    "rowsum": _row_or_column_sums,
    "colsum": _row_or_column_sums,
}
"""What a word does to one argument, where it is no function of one number."""
