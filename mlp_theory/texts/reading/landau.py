r"""``\mathcal{O}(h^2)``: how small something is, and not what it is."""

from __future__ import annotations

from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.function_names import is_function
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import UnknownOperation


def landau(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """A calligraphic O before a bracket, where the page has no such function."""
    base = base_of(items[k])
    if base is None or base.letter not in ("O", "o") or base.style != "cal" or k + 1 >= len(items):
        return None
    known = is_function(reader.page, base, scope) or base.key in reader.page.infos
    if known or not in_parens(under_scripts(items[k + 1])):
        return None
    raise UnreadError(UnknownOperation("O(…) says how small something is, and not what it is"), items[k].start)
