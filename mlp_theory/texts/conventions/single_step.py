"""One step alone: where a page has a loss of h_t and no other steps than t and t − 1, h_t and h_{t-1} are two names."""

from __future__ import annotations

from mlp_theory.texts.conventions.index_usage import index_usage
from mlp_theory.texts.conventions.spelling import Spelling, renamed
from mlp_theory.texts.conventions.stated_names import all_names
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.index_letters import lone_sub
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.making import as_label
from mlp_theory.texts.syntax.mentions import letters_in, named
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.peeling import lone
from mlp_theory.texts.syntax.script_parts import Parts, all_below
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole

LABELS = {"t": "t", "t-1": "t-1"}
"""What stands below the names of such a page, and the words that it becomes."""


def single_step(items: list[Item]) -> Spelling | None:
    """The t and the t − 1 below names as labels: what came before is given, as the loss sees this step only."""
    if not any(_is_a_loss_of_now(item) for item in items):
        return None
    survey = index_usage(items)
    if "t" in survey.bound or "t" in survey.ranges:
        return None
    below = {whole(sub) for _, parts in all_names(items) for sub in all_below(parts) if "t" in letters_in(sub)}
    beside = {base.key for base, parts in all_names(items) if _has_step(parts)}
    others = any(whole(sub) in ("0", "1", "T") for b, p in all_names(items) if b.key in beside for sub in all_below(p))
    if not below <= set(LABELS) or others:
        return None

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        new = tuple(_as_label(part) for part in parts)
        return ("", new) if new != parts else None

    return renamed(change)


def _as_label(part: Syn) -> Syn:
    word = LABELS.get(whole(part[0])) if part.kind == "sub" else None
    return as_label(part, word) if word else part


def _has_step(parts: Parts) -> bool:
    return any("t" in letters_in(sub) for sub in all_below(parts))


def _is_a_loss_of_now(item: Item) -> bool:
    """``L = L(h_t)``, as words say it."""
    if item.display or item.statement.relations != ["="] or len(item.syns) != 2:
        return False
    name, *arguments = atoms(item.syns[1])
    if whole(name) != whole(item.syns[0]) or len(arguments) != 1 or not in_parens(arguments[0]):
        return False
    state = named(lone(arguments[0][0]))
    return state is not None and lone_sub(state[2]) == "t"
