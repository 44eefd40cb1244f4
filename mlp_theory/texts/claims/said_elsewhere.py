"""What fails for a letter of another place: told further down, in another section, or given anew by the line itself.

A letter means what the nearest statement says. Where the page tells it of a letter only in a section that a line does
not stand in, the line may mean another one; so may an equation that begins with a name which another place defines.
"""

from __future__ import annotations

import re
from dataclasses import replace

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.letters_known import derives, infos_in, is_defined, lone_name
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.collecting.rooting import where_of
from mlp_theory.texts.items import Item, Role
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.derivative_parts import is_upright_d
from mlp_theory.texts.syntax.kinds import in_parens, is_matrix
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.literals import is_literal
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.eased import MayDefineAnew
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement
from mlp_theory.texts.verdicts.roots import Root, RootKind

_CASE = re.compile(r"\W*(?:only )?(?:when|whenever|if|unless|except|otherwise)\b")


def may_mean_another(bench: Bench, item: Item, k: int, left: int, outcome: Outcome) -> Outcome | None:
    """What is told of a link that fails, where a letter of it may mean something else in its place; None elsewhere.

    Parameters
    ----------
    bench : Bench
    item : Item
    k, left : int
        The link from side `left` to side k + 1.
    outcome : Outcome
        What became of it.
    """
    sides = item.statement.sides
    if outcome.kind is not FALSE or item.expect is not None or k + 1 >= len(sides):
        return None
    if not item.display and not item.piece.comment and _CASE.match(item.piece.after.lower()):
        return replace(
            outcome, kind=UNREAD, why=Requirement("it is said of a case, and not of every value"), finding=None
        )
    first, last = sides[left].syn, sides[k + 1].syn
    if first is None or last is None:
        return None
    pair = (first, last)
    if left == k == 0 and (name := _restated(bench, item, pair) or _of_any_function(bench, pair)) is not None:
        return replace(_doubt(item, outcome, name), kind=DOUBTFUL)  # so that the resolver tries it as a definition
    misfits = isinstance(outcome.why, ShapeConflict)
    if misfits and (name := _written_out(pair)) is not None:
        return _doubt(item, outcome, name.show)
    used = {letter.letter for letter in outcome.grounds.letters}
    for info in (info for side in pair for info in infos_in(bench.page, side) if info.show in used):
        if _is_an_example(bench, info) and (misfits or is_literal(last)):
            return replace(_doubt(item, outcome, info.show), kind=DOUBTFUL)
        other = _told_by(bench, info)
        if other is not None and _is_out_of_sight(bench, item, other, misfits):
            return _doubt(item, outcome, f"{info.show} as told at {where_of(other)}", info.show)
    return None


def _doubt(item: Item, outcome: Outcome, told: str, letter: str = "") -> Outcome:
    says = f"not true of {told}; in this place {letter or 'it'} may mean another one"
    kind = DOUBTFUL if item.display or item.piece.comment else UNREAD
    roots = (Root(letter, RootKind.GUESSED),) if letter else ()
    return replace(
        outcome, kind=kind, why=MayDefineAnew(says), finding=outcome.finding if kind is DOUBTFUL else None, roots=roots
    )


def _restated(bench: Bench, item: Item, pair: tuple[Syn, Syn]) -> str | None:
    r"""The function that stands with its arguments, and where another place defines it; None where none does.

    Of a name alone an equation says more than once what it is: ``\delta = …`` behind "let δ be" is a claim; and so is
    what an equation says of a derivative, ``f'(x) = …``.
    """
    items = atoms(pair[0])
    if derives(pair[0]) or len(items) != 2 or not in_parens(items[1]):
        return None
    if is_literal(pair[1]) or any(lone_name(argument) is None for argument in arguments(items[1])):
        return None  # p(x) = 6 tells a value of p, and f(w - ηw) is one
    base = base_of(under_scripts(items[0]))
    for other in bench.items:
        definition = other.definition
        if base is None or other is item or other.role is not Role.DEFINITION or definition is None:
            continue
        if definition.base == base and _is_elsewhere(item, other):
            return f"{base.show} as defined at {where_of(other)}"
    return None


def _of_any_function(bench: Bench, pair: tuple[Syn, Syn]) -> str | None:
    """The function that a page has declared and gives no formula for, which an equation gives one; else None."""
    items = atoms(pair[0])
    base = base_of(under_scripts(items[0])) if len(items) == 2 and in_parens(items[1]) else None
    if base is None or base.word or is_upright_d(items[0]) or is_defined(bench.page, base):
        return None
    if any(base == x for x, _, _ in names_in(pair[1])):
        return None
    is_given = any(info.base == base and info.has_value for info in bench.page.infos.values())
    if is_given or any(x.role is Role.DEFINITION and show(x.syns[0]) == show(pair[0]) for x in bench.items):
        return None  # what stands there is defined as a whole: D_{KL}(q ‖ p)
    return None if not any(True for _ in names_in(items[1])) else f"every {base.show}"


def _is_elsewhere(item: Item, other: Item) -> bool:
    """Whether one of two equations stands in running text; what two displays mean the resolver finds out."""
    return other.own and any(not x.display and not x.piece.comment for x in (item, other))


def _told_by(bench: Bench, info: Info) -> Item | None:
    """The statement that declares or defines a letter."""
    return next((x for x in bench.items if x.own and where_of(x) == info.where), None) if info.where else None


def _is_out_of_sight(bench: Bench, item: Item, other: Item, misfits: bool) -> bool:
    """Whether a statement stands in another section: further down, or anywhere for shapes in running text."""
    if item.piece.region.within(other.piece.region.section):
        return False
    below = bench.collection.position.get(other, 0) > bench.collection.position.get(item, 0)
    return below or (misfits and not item.display)


def _is_an_example(bench: Bench, info: Info) -> bool:
    """Whether numbers were written out for a letter: how many they are is no size of the page."""
    definition = bench.page.book.definitions.get(info.key)
    is_array = not (bench.page.dims.is_one(info.r) and bench.page.dims.is_one(info.c))
    return definition is not None and is_array and not bench.page.book.keys_of(definition.node)


def _written_out(pair: tuple[Syn, Syn]) -> Base | None:
    """The name alone of which the other side writes out the rows or columns: it says what the letter is.

    Written out by entries of its own, the letter is known, and one of them may be wrong.
    """
    for side, other in (pair, pair[::-1]):
        grid = under_scripts(atoms(other)[0]) if len(atoms(other)) == 1 else other
        name = lone_name(side)
        if name is None or not is_matrix(grid) or _has_entries_of(name, grid):
            continue
        if any(node.kind == "letter" for node in nodes(grid)):
            return name
    return None


def _has_entries_of(name: Base, grid: Syn) -> bool:
    """Whether entries of a matrix stand there, with a row and a column; X^{(1)} may be a block of X."""
    for base, parts, _ in names_in(grid):
        subs = scripts_of(parts).subs
        if base == name and sum(len(show(sub).strip()) for sub in subs) > 1:
            return True
    return False
