"""The letter of an index, and which scripts of a name are indices: ``t`` of ``x_{t-1}``, ``i`` of ``x^{(i)}``."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import is_letter
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import in_round_brackets, unbracketed
from mlp_theory.texts.syntax.script_parts import Parts, all_above, all_below
from mlp_theory.texts.syntax.sums_and_products import summands
from mlp_theory.texts.syntax.syn import Syn


def lone_letter(index: Syn) -> str | None:
    """The letter that this is, without a font or an accent."""
    found = atoms(index)
    base = base_of(found[0]) if len(found) == 1 and is_letter(found[0]) else None
    return base.letter if base is not None else None


def lone_sub(parts: Parts) -> str | None:
    """The one letter that stands below a name, if no more than that does."""
    subs = all_below(parts)
    return lone_letter(subs[0]) if len(subs) == 1 else None


def lone_index(parts: Parts) -> Syn | None:
    """The one index of a name: i of E_i and of L^{(i)}; None of a name that has none, or several."""
    bracketed = (in_round_brackets(content) for content in all_above(parts))
    indices = [*all_below(parts), *(index for index in bracketed if index is not None)]
    return indices[0] if len(indices) == 1 else None


def shifted_by_one(index: Syn) -> str | None:
    """The letter of ``t``, ``t − 1``, ``t + 1``."""
    index = unbracketed(index)
    terms = summands(index)
    if len(terms) == 2 and number_of(terms[1][1]) is not None:
        return lone_letter(terms[0][1])
    return lone_letter(index)


def letters_of(label: Syn) -> str:
    """The plain letters that this consists of: LS of ``y^{LS}``; "" when there is anything else."""
    letters = [lone_letter(part) for part in atoms(label)]
    return "".join(x for x in letters if x) if all(x is not None and len(x) == 1 for x in letters) else ""


def lone_above(node: Syn) -> Syn | None:
    """The one thing that stands above something, if this is a script above: T of ``x^T``."""
    found = atoms(node[0]) if node.kind == "sup" else []
    return found[0] if len(found) == 1 else None
