"""A link of a chain: two sides of a statement, and what is claimed of them."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.decided import RelationFails, SidesDiffer

RELATIONS = {
    "=": "=", r"\equiv": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": "<=", r"\leq": "<=",
    r"\leqslant": "<=", r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=", "≤": "<=", "≥": ">=", ":=": "=", "=:": "=",
    r"\triangleq": "=", r"\coloneqq": "=", r"\coloneq": "=", r"\doteq": "=", r"\eqqcolon": "=", r"\ne": "!=",
    r"\neq": "!=", "≠": "!=",
}  # fmt: skip


@dataclass(frozen=True)
class Link:
    """Two sides of a statement, and the relation that is claimed of them.

    Attributes
    ----------
    item : Item
        The statement, with its conditions.
    k, m : int
        The numbers of the sides; in a chain they need not be neighbours.
    left, right : Syn
        What stands there.
    relation : str
        "=", "!=", "<", "<=", ">" or ">=".
    """

    item: Item
    k: int
    m: int
    left: Syn
    right: Syn
    relation: str

    def fails(self, where: str = "") -> Reason:
        """That the values of both sides contradict the relation; `where` are the layers, "for l = 2"."""
        if self.item.statement.relations[self.m - 1] == "=":
            return SidesDiffer(where or "the sides differ")
        return RelationFails(where or "the relation fails")


def link_of(item: Item, k: int, m: int, relation: str) -> Link:
    """The link between two sides that have been read."""
    return Link(item, k, m, read_side(item, k), read_side(item, m), relation)


def read_side(item: Item, k: int) -> Syn:
    """One side of a statement; that it is read was settled before."""
    syn = item.statement.sides[k].syn
    assert syn is not None
    return syn


def all_equal(item: Item, first: int, last: int) -> bool:
    """Whether nothing but equalities stand between two sides of a chain."""
    return all(RELATIONS.get(r) == "=" for r in item.statement.relations[first:last])
