r"""Relations with commas between them: ``j = 1, j \\ne i`` are two."""

from __future__ import annotations

from mlp_theory.texts.syntax.kinds import is_relation
from mlp_theory.texts.syntax.lists import is_dots, list_parts
from mlp_theory.texts.syntax.making import as_list
from mlp_theory.texts.syntax.syn import Syn


def relations_listed(syn: Syn) -> list[Syn]:
    r"""Each relation of a list; ``i, j = 1`` and ``i = 1, \\dots, n`` are one."""
    if not is_relation(syn) or len(syn.args) < 5:
        return [syn]
    out: list[Syn] = []
    chain: list = [syn.args[0]]
    for k in range(1, len(syn.args) - 1, 2):
        sign, side = syn.args[k], syn.args[k + 1]
        parts = list_parts(side) if isinstance(side, Syn) else []
        if k + 2 >= len(syn.args) or len(parts) < 2 or any(map(is_dots, parts)):
            chain += [sign, side]
            continue
        last, *begun = parts  # the first of them ends this relation, the others begin the next
        out.append(_chain([*chain, sign, last]))
        chain = [as_list(begun)]
    return [*out, _chain(chain)]


def _chain(args: list) -> Syn:
    return Syn("chain", tuple(args), args[0].start, args[-1].end)
