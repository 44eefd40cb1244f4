r"""``\sum_i y_i \log p_i + (1 - y_i) \log(1 - p_i)``: a sum whose index stands in terms behind it runs over them too.

Where that index is bound by nothing else, there is no other way to read it; brackets around the terms are made up.
"""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.factor_kinds import big_operator
from mlp_theory.texts.syntax.kinds import is_relation, is_sum
from mlp_theory.texts.syntax.making import as_sum
from mlp_theory.texts.syntax.mentions import plain_letters, script_letters
from mlp_theory.texts.syntax.peeling import ungrouped, unscripted
from mlp_theory.texts.syntax.script_parts import below
from mlp_theory.texts.syntax.sums_and_products import factors
from mlp_theory.texts.syntax.syn import Syn, kept, nodes, rebuilt


def long_sums(items: list[Item]) -> list[Item]:
    """The items, with brackets around the terms over which such a sum runs."""
    for item in items:
        sides = item.statement.sides
        if not any(side.syn and _has_sums(side.syn) for side in sides):
            continue
        for k, side in enumerate(sides):
            free = {x for n, other in enumerate(sides) if n != k and other.syn is not None for x in _free(other.syn)}
            changed = side.syn and _bracketed(side.syn, free)
            if changed is not side.syn:
                sides[k] = replace(side, syn=changed)
    return items


@kept
def _has_sums(syn: Syn) -> bool:
    return any(big_operator(node) == r"\sum" for node in nodes(syn))


def _bracketed(syn: Syn, free: set[str]) -> Syn:
    syn = rebuilt(syn, lambda child: _bracketed(child, free))
    if not is_sum(syn):
        return syn
    terms = list(syn.args)
    for k, (sign, term) in enumerate(terms):
        index = _index_of(term)
        if index is None or index in free or any(index in _free(before) for _, before in terms[:k]):
            continue
        last = max((n for n in range(k + 1, len(terms)) if index in _free(terms[n][1])), default=k)
        if last > k:
            whole = _over(term, terms[k + 1 : last + 1])
            return _bracketed(as_sum([*terms[:k], (sign, whole), *terms[last + 1 :]]), free)
    return syn


def _over(term: Syn, more: list[tuple[int, Syn]]) -> Syn:
    """A sum that runs over its own body and over more terms."""
    parts = factors(term)
    at = next(k for k, part in enumerate(parts) if big_operator(part) is not None)
    body = Syn("term", tuple(parts[at + 1 :]), parts[at + 1].start, term.end)
    inner = Syn("sum", ((1, body), *more), body.start, more[-1][1].end)
    group = Syn("parens", (inner,), inner.start, inner.end)
    return Syn("term", (*parts[: at + 1], group), term.start, inner.end)


def _index_of(term: Syn) -> str | None:
    """The index of the first sum in a product, which runs to its end."""
    parts = factors(term)
    at = next((k for k, part in enumerate(parts) if big_operator(part) is not None), None)
    if at is None or at + 1 == len(parts) or big_operator(parts[at]) != r"\sum":
        return None
    letters = _letters_below(parts[at])
    return letters[0] if len(letters) == 1 else None


def _letters_below(operator: Syn) -> list[str]:
    index = below(unscripted(operator)[1])
    if index is None:
        return []
    inner = ungrouped(index)
    return plain_letters(inner[0] if is_relation(inner) else inner)


def _free(syn: Syn) -> set[str]:
    """The letters in indices that no sum within it binds."""
    if is_sum(syn):
        return {x for _, term in syn.args for x in _free(term)}
    if syn.kind != "term":
        inner = [part for part in syn.args if isinstance(part, Syn)]
        if syn.kind == "scripted":
            return set(script_letters(syn)) | set().union(*map(_free, inner[:1]))
        return set().union(*map(_free, inner)) if inner else set()
    free: set[str] = set()
    bound: set[str] = set()
    for part in syn.args:
        if big_operator(part) is not None:
            bound |= set(_letters_below(part))
        else:
            free |= _free(part) - bound
    return free
