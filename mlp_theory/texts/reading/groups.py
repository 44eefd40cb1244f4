"""What stands alone and is no name, by its kind: a number, a group, a matrix, a part of one."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.texts.reading.bars import barred, inner_product
from mlp_theory.texts.reading.brackets import bracketed, condition_or_value, grouped, parenthesized
from mlp_theory.texts.reading.fractions import fraction_alone
from mlp_theory.texts.reading.matrices import matrix
from mlp_theory.texts.reading.norms import norm
from mlp_theory.texts.reading.parts import part_term
from mlp_theory.texts.reading.radicals import root
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import number_term
from mlp_theory.texts.reading.values_at import value_at
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.names import text_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.beyond_limits import TooLong
from mlp_theory.texts.verdicts.reasons.unread_operations import UnfitOperand, UnknownOperation, UnknownWord
from mlp_theory.texts.verdicts.reasons.unread_patterns import UnclearDots


def group_term(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """A group as the table reads it, before anything that hangs on it."""
    if syn.kind in GROUPS:
        return GROUPS[syn.kind](reader, syn, scope)
    if syn.kind not in REFUSED:
        raise UnreadError(UnknownOperation(f"not read: {syn.kind}"), syn.start)
    written = str(syn[0])
    raise UnreadError(REFUSED[syn.kind].filled(text_of(written) if "{" in written else written), syn.start)


def _number(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """``2``, ``0.5``."""
    value = number_of(syn)
    if value is None:
        raise UnreadError(TooLong("a number with more than 300 digits"), syn.start)
    return number_term(value)


GROUPS: dict[str, Callable[[Reader, Syn, Scope], Term]] = {
    "number": _number,
    "parens": parenthesized,
    "brackets": bracketed,
    "curly": condition_or_value,
    "braces": grouped,
    "passed": grouped,
    "bars": barred,
    "norm": norm,
    "angle": inner_product,
    "root": root,
    "part": part_term,
    "matrix": matrix,
    "frac": fraction_alone,
    "over": fraction_alone,
    "value_at": value_at,
}
"""The groups that are read, by their kind."""

REFUSED = {
    "unknown": UnknownOperation("no such operation: {}"),
    "word": UnknownWord("unknown word: {}"),
    "dots": UnclearDots("dots where no pattern can be seen"),
    "infinity": UnfitOperand("∞ is no number"),
}
"""Why others are not, with what stands there."""
