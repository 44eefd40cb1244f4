r"""Signs where no sum is: at the start of a group, ``a {+ b}``, and behind an operator, ``a \cdot -b``."""

from __future__ import annotations

from mlp_theory.texts.syntax.factors import big_operator, is_operator
from mlp_theory.texts.syntax.peeling import GROUPS
from mlp_theory.texts.syntax.syn import Syn


def starts_with_sign(item: Syn) -> bool:
    """``{+ 1}`` behind a factor: TeX shows x + 1, so it is no product."""
    inner = item
    while inner.kind in (*GROUPS, "font") or (inner.kind == "list" and len(inner.args) == 1):
        inner = inner[-1]
    return inner is not item and inner.kind == "sum" and (inner[0][0] != 1 or inner.start < inner[0][1].start)


def signs_joined(syn: Syn) -> Syn:
    r"""``\sum_i -x_i`` and ``a \cdot -b``: a sign behind an operator belongs to what follows."""
    pairs: list[tuple[int, Syn]] = []
    for sign, term in syn.args:
        if pairs and sign != 0:
            before, last = pairs[-1]
            end = last[-1] if last.kind == "term" else last
            if is_operator(end) or big_operator(end) is not None:
                group = Syn("parens", (Syn("sum", ((sign, term),), term.start, term.end),), term.start, term.end)
                pairs[-1] = (before, Syn("term", (*last.args, group), last.start, term.end))
                continue
        pairs.append((sign, term))
    return Syn("sum", tuple(pairs), syn.start, syn.end) if len(pairs) != len(syn.args) else syn
