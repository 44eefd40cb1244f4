r"""``\theta_i = \log\frac{\mu_i}{1-\mu_i} = g(\mu_i)``: a chain whose last side calls the side before it a function."""

from __future__ import annotations

from mlp_theory.texts.items import Item, supposed
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.mentions import named, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.respelling import with_bare_name
from mlp_theory.texts.syntax.syn import Syn

_FUNCTIONS = frozenset("fghuv") | {"phi", "psi", "varphi"}


def last_functions(items: list[Item]) -> list[Item]:
    """The items, and behind such a chain what its function is, if no other equation says it."""
    out: list[Item] = []
    for item in items:
        out.append(item)
        found = _named_last(item)
        if found is not None and not any(_says(other, found[0]) for other in items):
            item.names_last = True
            out.append(supposed(item, ["="], list(found[1:])))
    return out


def _named_last(item: Item) -> tuple[Base, Syn, Syn] | None:
    """The function, its application to a bare name, and what it is then."""
    relations, syns = item.statement.relations, item.syns
    if not item.display or set(relations) != {"="} or len(syns) != len(relations) + 1 or len(syns) < 3:
        return None
    last = atoms(syns[-1])
    base = base_of(last[0])
    if len(last) != 2 or base is None or base.letter not in _FUNCTIONS or not in_parens(last[1]):
        return None
    listed = arguments(last[1])
    name = named(atoms(listed[0])[0]) if len(listed) == 1 and len(atoms(listed[0])) == 1 else None
    if name is None:
        return None
    argument, bare, parts = name
    body = with_bare_name(syns[-2], argument, parts)
    used = {other for other, _, _ in names_in(syns[-2])}
    if body is None or argument not in used or base in used or base == argument:
        return None
    bracket = Syn("parens", (bare,), last[1].start, last[1].end)
    return base, Syn("term", (last[0], bracket), syns[-1].start, syns[-1].end), body


def _says(item: Item, function: Base) -> bool:
    """Whether a statement begins with the function: it declares or defines it, or claims something of it alone."""
    syn = item.statement.sides[0].syn if item.statement.sides else None
    if syn is None:
        return False
    first = atoms(syn)[0] if atoms(syn) else syn
    return base_of(first) == function
