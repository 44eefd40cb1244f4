"""How far the body of a derivative runs that begins with a bracket: ``d/dx (b − Ax)ᵀ(b − Ax)``."""

from __future__ import annotations

from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.surface import is_bracket
from mlp_theory.texts.syntax.syntax import Syn, UnreadError


def end_of_bracket(items: list[Syn], k: int, transposes: frozenset[str]) -> int:
    """The place after the body whose first item is a bracket.

    A transposed bracket begins a product that is a number; of another one the derivative is taken alone, unless a
    second bracket follows it: then nobody can tell.
    """
    end = k + 1
    while end < len(items) and items[end].kind != "infix":
        end += 1
    parts = items[k].args[1:] if items[k].kind == "scripted" else ()
    if end > k + 1 and any(kind == "T" for kind, _ in scripts_of(parts, transposes=transposes).sups):
        return end
    following = items[k + 1] if end > k + 1 else None
    if following is not None and is_bracket(following[0] if following.kind == "scripted" else following):
        raise UnreadError("d/dx (a)(b) can be d(ab)/dx or (da/dx) b; write brackets", items[k].start)
    return k + 1
