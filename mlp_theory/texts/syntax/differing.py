"""Where two expressions differ, the running index from one to the next of a row, and how another is put there."""

from __future__ import annotations

import re

from mlp_theory.texts.syntax.atoms import indices_of
from mlp_theory.texts.syntax.syn import Syn, rebuilt
from mlp_theory.texts.syntax.unicode import whole


def differences(a: Syn, b: Syn) -> list[tuple[Syn, Syn]]:
    """The smallest places where two expressions differ; [] when they are the same."""
    if a.kind in ("number", "letter") or b.kind in ("number", "letter") or a.kind != b.kind:
        return [] if whole(a) == whole(b) else [(a, b)]
    if len(a.args) != len(b.args):
        return [(a, b)]
    out: list[tuple[Syn, Syn]] = []
    for x, y in zip(a.args, b.args, strict=True):
        if isinstance(x, Syn) and isinstance(y, Syn):
            if x.kind in ("sub", "sup") and y.kind == x.kind:
                left, right = indices_of(x[0]), indices_of(y[0])
                if len(left) != len(right) or (len(left) == 1 and len(split_digits(left)) == 2):
                    left, right = split_digits(left), split_digits(right)
                if len(left) == len(right):
                    out.extend(_inside(i, j) for i, j in zip(left, right, strict=True) if whole(i) != whole(j))
                    continue
            out.extend(differences(x, y))
        elif isinstance(x, tuple) and isinstance(y, tuple):
            if x[0] != y[0]:
                return [(a, b)]
            out.extend(differences(x[1], y[1]))
        elif str(x) != str(y):
            return [(a, b)]
    return out


def _inside(a: Syn, b: Syn) -> tuple[Syn, Syn]:
    """What differs between (1) and (m): 1 and m, for the brackets belong to the name."""
    inside = a.kind == b.kind and a.kind in ("parens", "brackets")
    return (a[0], b[0]) if inside else (a, b)


def split_digits(indices: list[Syn]) -> list[Syn]:
    """The indices 1, 2 of ``W_{12}``."""
    if len(indices) != 1 or indices[0].kind != "number" or not re.fullmatch(r"\d\d", str(indices[0][0])):
        return indices
    number = indices[0]
    return [Syn("number", (digit,), number.start + k, number.start + k + 1) for k, digit in enumerate(str(number[0]))]


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
