"""The same expression with places exchanged: one for another, a running index put in, digits taken apart."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import indices_of
from mlp_theory.texts.syntax.differing import split_digits
from mlp_theory.texts.syntax.syn import Syn, rebuilt


def replace(syn: Syn, old: Syn, new: Syn) -> Syn:
    """The expression with one place exchanged."""
    return new if syn == old else rebuilt(syn, lambda part: replace(part, old, new))


def with_index(syn: Syn, changed: list[tuple[Syn, Syn]], new: Syn) -> Syn:
    """The expression with a running index put in where it was found to differ from the next one."""
    for old, _ in changed:
        syn = replace(syn, old, Syn(new.kind, new.args, old.start, old.end))
    return syn


def split_all(syn: Syn) -> Syn:
    """The same expression with ``W_{11}`` written as ``W_{1,1}``."""
    if syn.kind != "sub":
        return rebuilt(syn, split_all)
    digits = split_digits(indices_of(syn[0]))
    if len(digits) != 2 or len(indices_of(syn[0])) != 1:
        return syn
    return rebuilt(syn, lambda below: Syn("list", tuple(digits), below.start, below.end))
