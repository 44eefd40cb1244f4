r"""Arrays that the page writes out by their entries: ``x = (x_1, \dots, x_n)^\top`` says that x has n rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mlp_theory.texts.conventions.listed_columns import families_of_columns
from mlp_theory.texts.conventions.worded_names import shown_names
from mlp_theory.texts.items import Item, Role, in_signs, supposed
from mlp_theory.texts.syntax.atoms import atoms, indices_of, number_of
from mlp_theory.texts.syntax.differing import split_all
from mlp_theory.texts.syntax.grids import CASES, environment_of, grid_of
from mlp_theory.texts.syntax.kinds import in_parens, is_matrix
from mlp_theory.texts.syntax.lists import arguments, is_dots
from mlp_theory.texts.syntax.making import as_digit
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import lone, unscripted
from mlp_theory.texts.syntax.real_arrays import real_arrays
from mlp_theory.texts.syntax.script_parts import has_sub
from mlp_theory.texts.syntax.scripts import is_transposed, scripts_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import show

_TRANSPOSES = frozenset("T")


@dataclass(frozen=True)
class _Written:
    """The first and the last entry, and how many rows and columns stand there: None for 1."""

    first: Syn
    last: Syn
    tall: bool
    wide: bool


def written_out(items: list[Item]) -> list[Item]:
    """The items, with a declaration before each list of the entries of a name that nothing else declares."""
    known = {
        shown
        for item in items
        if item.statement.relations[:1] in ([r"\in"], [":"]) and item.statement.sides[0].syn is not None
        for shown in shown_names(item.statement.sides[0].syn)
    }
    members = families_of_columns(items) | _defined_by_members(items)
    known |= _written_in_two_sizes(items)
    out = []
    for item in items:
        target = _declaration(item, known, members)
        if target is None:
            out.append(item)
            continue
        name = item.syns[0]
        known |= set(shown_names(name))
        if item.display and len(item.syns) == 2:
            out += [supposed(item, [r"\in"], [name, target]), _entries_alone(item)]
        else:
            sides = item.statement.sides
            set_written = sides[2].latex.text if len(sides) == 3 else show(target)
            out.append(in_signs(item, [r"\in"], [name, target], (sides[0].latex.text, set_written)))
            out += [_entries_alone(item)] if item.display else []
    return out


def _entries_alone(item: Item) -> Item:
    """The list as a claim, for one of its entries may be wrong; of the set behind it the declaration tells."""
    statement = item.statement
    first = replace(statement, sides=statement.sides[:2], relations=statement.relations[:1], tags=statement.tags[:1])
    return replace(item, statement=first, role=Role.CLAIM)


def _defined_by_members(items: list[Item]) -> set[str]:
    """The letters of which an equation says what each member is: y of ``y_i = γ x_i + β``."""
    found = set()
    for item in items:
        if item.statement.relations[:1] in (["="], [":="]) and item.syns:
            bare, parts = unscripted(lone(item.syns[0]))
            base = base_of(bare)
            found |= {base.letter} if base is not None and has_sub(parts) else set()
    return found


def _written_in_two_sizes(items: list[Item]) -> set[str]:
    """What the page writes out more than once, and not alike: a number in one place is an example of the other."""
    sizes: dict[str, set[str]] = {}
    for item in items:
        told = item.statement.relations[:1] in (["="], [":="]) and len(item.syns) == len(item.statement.sides)
        written = _written(item.syns[1]) if told and len(item.syns) > 1 else None
        below = unscripted(atoms(written.last)[0])[1] if written is not None else ()
        if below:
            for shown in shown_names(item.syns[0]):
                sizes.setdefault(shown, set()).add(show(below[0]))
    return {shown for shown, found in sizes.items() if len(found) > 1}


def _declaration(item: Item, known: set[str], members: set[str]) -> Syn | None:
    """The set in which ``x = (x_1, …, x_n)`` says that x lies; None where it says anything else."""
    statement, syns = item.statement, item.syns
    plain = statement.relations in (["="], ["=", r"\in"], [":="])
    if not plain or len(syns) != len(statement.relations) + 1 or item.expect is not None:
        return None
    name, written = lone(syns[0]), _written(syns[1])
    base = base_of(name)
    if base is None or base.word or written is None or set(shown_names(syns[0])) & known or base.letter in members:
        return None
    low, high = _indices(base, written.first), _indices(base, written.last)
    if len(low) != len(high) or not all(number_of(index) == 1 for index in low):
        return None
    own_entries = show(name) == show(unscripted(lone(written.first))[0])
    if written.tall and written.wide and own_entries and number_of(high[0]) is None:
        return None  # a matrix of its own entries is read as it stands, and leaves its sizes open to what follows
    directions = [direction for direction in (written.tall, written.wide) if direction]
    if not directions or len(directions) != len(high):
        return None
    if len(syns) == 3:
        return syns[2] if written.tall else None
    rows, across = (high[0] if written.tall else as_digit(1)), (high[-1] if written.wide else None)
    return real_arrays(rows, across)


def _written(side: Syn) -> _Written | None:
    """The corners of a column in round brackets, of a list that is transposed, of a matrix between its brackets."""
    items = atoms(side)
    if len(items) != 1:
        return None
    bare, parts = unscripted(items[0])
    turned = bool(parts) and is_transposed(parts, _TRANSPOSES)
    if parts and (not turned or len(scripts_of(parts).sups) != 1 or scripts_of(parts).subs):
        return None
    if is_matrix(bare) and environment_of(bare) != CASES:
        grid = grid_of(bare)
    elif in_parens(bare) or (turned and bare.kind == "brackets"):
        grid, turned = [[cell] for cell in arguments(bare)], False
    else:
        return None
    if not grid or any(not row for row in grid) or grid[0][0] is None or grid[-1][-1] is None:
        return None
    if len(grid) * len(grid[0]) < 2 or is_dots(grid[0][0]) or is_dots(grid[-1][-1]):
        return None
    tall, wide = len(grid) > 1, len(grid[0]) > 1
    return _Written(
        split_all(grid[0][0]),
        split_all(grid[-1][-1]),
        *((wide, tall) if turned and not (tall and wide) else (tall, wide)),
    )


def _indices(base: Base, entry: Syn) -> list[Syn]:
    """What stands below an entry of this name, bold or not; x_{ij} is one of X."""
    items = atoms(entry)
    bare, parts = unscripted(items[0]) if len(items) == 1 else (entry, ())
    of = base_of(bare)
    scripts = scripts_of(parts)
    if of is None or scripts.sups or scripts.words or scripts.primes or len(scripts.subs) not in (1, 2):
        return []
    indices = [index for sub in scripts.subs for index in indices_of(sub)]
    same = of.also(bold=False) == base.also(bold=False)
    entry_of_capital = len(indices) == 2 and of.also(bold=False, upper=True) == base.also(bold=False)
    return indices if same or entry_of_capital else []
