r"""How far factors run on side by side: the body of a function without brackets, of a derivative, of ``\nabla``."""

from __future__ import annotations

from mlp_theory.texts.syntax.factor_kinds import is_bracket, is_function_word, is_operator
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import is_transposed
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import AmbiguousOrder


def end_of_run(items: list[Syn], k: int) -> int:
    r"""The place of the next operator from `k` on: there the factors side by side end, as in ``\sin 2x \cdot y``."""
    while k < len(items) and not is_operator(items[k]):
        k += 1
    return k


def end_of_bracket(items: list[Syn], k: int, transposes: frozenset[str]) -> int:
    """The place after the body whose first item is a bracket: ``d/dx (b − Ax)ᵀ(b − Ax)``.

    A transposed bracket begins a product that is a number; of another one the derivative is taken alone, unless a
    second bracket follows it: then nobody can tell.
    """
    end = end_of_run(items, k + 1)
    if end == k + 1:
        return end
    if is_transposed(unscripted(items[k])[1], transposes):
        return end
    if is_bracket(items[k + 1]):
        raise UnreadError(AmbiguousOrder("d/dx (a)(b) can be d(ab)/dx or (da/dx) b; write brackets"), items[k].start)
    return k + 1


def end_of_body(items: list[Syn], k: int, transposes: frozenset[str]) -> int:
    """The place after what ∇ is applied to, which begins here.

    A name is taken alone, with the brackets of its arguments: ``∇_Z L Xᵀ`` is (∇_Z L) Xᵀ. What begins with a row,
    as ``xᵀ A x`` does, is a product that is a number.
    """
    bare, parts = unscripted(items[k])
    if is_bracket(bare):
        return end_of_bracket(items, k, transposes)
    if base_of(bare) is not None and not is_function_word(bare) and not is_transposed(parts, transposes):
        end = k + 1
        return end + (end < len(items) and items[end].kind in ("parens", "brackets"))
    return end_of_run(items, k)


def nothing_follows(items: list[Syn], k: int) -> bool:
    """Whether the factors side by side end before this place."""
    return k >= len(items) or is_operator(items[k])
