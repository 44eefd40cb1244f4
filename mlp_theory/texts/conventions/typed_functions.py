r"""``g : ℝᵐ → ℝ`` "defined by" ``g(v) = vᵀv``: one function, which the equation gives, of an argument in ℝᵐ."""

from __future__ import annotations

from mlp_theory.texts.conventions.stated_names import EQUALS, members
from mlp_theory.texts.items import Item, supposed
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.ranges import is_real_line
from mlp_theory.texts.syntax.syn import Syn

_ARROWS = (r"\to", r"\rightarrow", r"\longrightarrow")


def typed_functions(items: list[Item]) -> list[Item]:
    """The items; where the paragraph that types a function gives it too, what it says of the argument alone."""
    out: list[Item] = []
    declared = {base.key for item in items for base, _ in members(item)}
    for position, item in enumerate(items):
        given = _given(items, position)
        if given is None:
            out.append(item)
            continue
        argument, domain = given
        base = base_of(argument)
        if base is not None and base.key not in declared and not is_real_line(domain):
            declared.add(base.key)
            out.append(supposed(item, [r"\in"], [argument, domain]))
        item.given_below = True
        out.append(item)
    return out


def _given(items: list[Item], position: int) -> tuple[Syn, Syn] | None:
    """The argument of a function with values that are numbers, and its set, where its own paragraph gives it."""
    item = items[position]
    relations, syns = item.statement.relations, item.syns
    if len(relations) != 2 or relations[0] != ":" or relations[1] not in _ARROWS or len(syns) != 3:
        return None
    base = base_of(syns[0])
    if base is None or not is_real_line(syns[2]):
        return None
    for other in items[position + 1 :]:
        if other.piece.block != item.piece.block or other.source is not item.source:
            return None
        argument = _argument(other, base)
        if argument is not None:
            return argument, syns[1]
    return None


def _argument(item: Item, function: Base) -> Syn | None:
    """The one argument of ``g(v) = …``, where the right side is made of it, and not of g."""
    relations, syns = item.statement.relations, item.syns
    if relations[:1] not in [[sign] for sign in EQUALS] or len(syns) != len(item.statement.sides):
        return None
    left = atoms(syns[0])
    if len(left) != 2 or base_of(left[0]) != function or not in_parens(left[1]) or len(arguments(left[1])) != 1:
        return None
    argument = arguments(left[1])[0]
    base, names = base_of(argument), [name for name, _, _ in names_in(syns[1])]
    if base is None or base not in names or function in names or number_of(syns[1]) is not None:
        return None
    return argument if len(atoms(syns[1])) > 1 or base_of(syns[1]) is None else None
