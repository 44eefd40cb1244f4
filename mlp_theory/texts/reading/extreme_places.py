r"""``\argmin_w L(w)``, ``\argmax_k z_k``: read as what it is, and not computed."""

from __future__ import annotations

from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.function_names import is_function
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.minimisers import names_an_extreme_place
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import ExtremePlace


def extreme_place(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """Where a function is smallest or largest: there may be none, or many, so that it is no value."""
    if not names_an_extreme_place(items[k]):
        return None
    base = base_of(under_scripts(items[k]))
    if base is not None and is_function(reader.page, base, scope):
        return None  # names win over operators
    raise UnreadError(not_computed(), items[k].start)


def not_computed() -> ExtremePlace:
    """Why no equation with it is judged."""
    return ExtremePlace("where something is smallest or largest is not computed")
