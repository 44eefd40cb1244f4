"""The names that stand in a piece of mathematics, with what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.syntax import Syn


def names_in(syn: object) -> Iterator[tuple[Base, tuple[Syn, ...], Syn]]:
    """Every name with its scripts, once."""
    todo: list = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(reversed(node))
            continue
        if not isinstance(node, Syn):
            continue
        bare, parts = node, ()
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        base = base_of(bare)
        if base is not None and bare.kind in ("letter", "font", "accent", "word", "braces"):
            yield base, parts, node
            todo.extend(reversed(parts))
            continue
        if bare.kind in ("font", "accent") and node.kind != "scripted":
            inner = atoms(bare[1])
            if len(inner) == 1 and inner[0].kind == "scripted":
                outer = Syn(bare.kind, (bare[0], inner[0][0]), bare.start, bare.end)
                todo.append(Syn("scripted", (outer, *inner[0].args[1:]), node.start, node.end))
                continue
        todo.extend(reversed(node.args))


def mentions(text: str, letters: set[str]) -> bool:
    """Whether one of these letters stands in an index."""
    shown = {{"ell": "ℓ"}.get(x, x) for x in letters}
    return any(x in shown for x in re.findall(r"[A-Za-zℓ]", text))
