r"""What binds an index: the signs below and above ``\sum``, ``\prod`` and ``\max``."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.syntax.atoms import indices_of
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import above, below, ungrouped
from mlp_theory.texts.syntax.syn import Syn


@dataclass(frozen=True)
class Binder:
    r"""The indices of an operator.

    Attributes
    ----------
    letters : list of str
        The letters that it binds.
    ends : pair of Syn, optional
        Where the first of them begins and ends: 1 and n of ``\sum_{i=1}^n``.
    """

    letters: list[str]
    ends: tuple[Syn, Syn] | None = None


def binder_of(node: Syn) -> Binder | None:
    """The indices that an operator with scripts binds; None for what is no operator, or binds nothing."""
    if node.kind != "scripted" or node[0].kind not in ("bigop", "function"):
        return None
    under, over = below(node.args[1:]), above(node.args[1:])
    if under is None:
        return None
    relation = ungrouped(under)
    if relation.kind != "chain":
        return Binder([base.letter for index in indices_of(under) if (base := base_of(index)) is not None])
    letters = in_order(relation[0])[:1] if isinstance(relation[0], Syn) else []
    if letters and str(relation[1]) == "=" and over is not None and len(relation.args) > 2:
        return Binder(letters, (relation[2], over))
    return Binder(letters)
