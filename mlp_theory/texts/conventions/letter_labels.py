r"""Letters that are labels: ``W_f``, ``W^Q``, ``\sigma_B``, although f, Q or B is a symbol or an index elsewhere.

Written as words, nobody takes them for symbols or indices.
"""

from __future__ import annotations

from mlp_theory.texts.conventions.index_usage import index_usage, runs
from mlp_theory.texts.conventions.label_quantities import of_quantities
from mlp_theory.texts.conventions.label_words import is_label_word, standing_alone
from mlp_theory.texts.conventions.spelling import Spelling, renamed
from mlp_theory.texts.conventions.stated_names import all_names, left_name, members
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.index_letters import letters_of, lone_sub, shifted_by_one
from mlp_theory.texts.syntax.making import as_label
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.script_parts import Parts, all_above, all_below
from mlp_theory.texts.syntax.syn import Syn

INDICES = frozenset({"i", "j", "k", "l", "m", "n", "t", "s"})
LAYERS = frozenset({"l", "ell", "L", "T", "t"})

Labels = set[tuple[str, str]]
"""The key of a name, and the letters that are a label of it."""


def letter_labels(items: list[Item]) -> Spelling | None:
    """The letters that only tell names apart, as words."""
    survey = index_usage(items)
    below = _of_what_they_define(items, survey) | _listed(items, survey) | _of_batches(items, survey)
    below |= _of_states(items, survey) | of_quantities(items, survey)
    above, numbers = _declared_above(items), standing_alone(items)

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        new = tuple(_as_label(part, base, lone_sub(parts), below, above, numbers) for part in parts)
        return ("", new) if new != parts else None

    return renamed(change)


def _as_label(part: Syn, base: Base, lone: str | None, below: Labels, above: Labels, numbers: set[str]) -> Syn:
    """A script, as a word where it is a label."""
    for content in all_below((part,)):
        if {(base.key, lone), (base.key, letters_of(content))} & below or is_label_word(
            base, letters_of(content), numbers
        ):
            return as_label(part, letters_of(content))
    for content in all_above((part,)):
        if (base.key, letters_of(content)) in above or is_label_word(base, letters_of(content), numbers):
            return as_label(part, letters_of(content))
    return part


def _of_what_they_define(items: list[Item], survey: Survey) -> Labels:
    """``i = σ(W_i x + b_i)``: a letter is no index of what it is made of."""
    out: Labels = set()
    for item in items:
        name = left_name(item)
        if name is None or name[0].word:
            continue
        letter = name[0].letter
        if letter in survey.bound or (letter in survey.ranges and not name[1]):
            continue
        for side in item.statement.sides[1:]:
            for base, parts, _ in names_in(side.syn):
                if lone_sub(parts) == letter and base.letter != letter and (base.upper or not runs(letter, survey)):
                    out.add((base.key, letter))
    indexed = _below_that_run(items, survey)
    return {(key, x) for key, x in out if not any(k == key and y != x for k, y in indexed)}


def _of_states(items: list[Item], survey: Survey) -> Labels:
    """``W_{xh}``, ``b_h`` beside x_t and h_t: between which of the things that have steps the weights stand."""
    states: set[str] = set()
    for base, parts in all_names(items):
        for content in all_below(parts):
            if shifted_by_one(content) == "t" and len(base.letter) == 1:
                states.add(base.letter.lower())
    found = {
        (base.key, inner)
        for base, parts in all_names(items)
        if base.letter.lower() not in states or base.upper
        for inner in map(letters_of, all_below(parts))
        if inner and len(inner) < 3 and set(inner) <= states and not any(runs(x, survey) for x in inner)
    }
    paired = {letter for _, inner in found if len(inner) == 2 for letter in inner}
    return {(key, inner) for key, inner in found if set(inner) <= paired}


def _below_that_run(items: list[Item], survey: Survey) -> Labels:
    """Names with a letter below that runs: they have entries, and the letter below is no label."""
    below = ((base.key, lone_sub(parts)) for base, parts in all_names(items))
    return {(key, letter) for key, letter in below if letter is not None and runs(letter, survey)}


def _listed(items: list[Item], survey: Survey) -> Labels:
    """``W_i, W_f, W_o ∈ …``: a list that declares one letter with several labels, of which not all can run."""
    out: Labels = set()
    for item in items:
        found: dict[str, set[str]] = {}
        for base, parts in members(item) if not item.statement.conditions else ():
            letter = lone_sub(parts)
            if letter is not None:
                found.setdefault(base.key, set()).add(letter)
        for key, letters in found.items():
            running = {x for x in letters if runs(x, survey)}
            if len(letters) > 1 and not letters <= INDICES and running < letters:
                out |= {(key, letter) for letter in letters}
    return out


def _of_batches(items: list[Item], survey: Survey) -> Labels:
    r"""``\sigma_B^2 = …``: a capital letter below what is defined, and no other letter ever stands there."""
    names = (name for item in items if (name := left_name(item)) is not None)
    defined = ((base.key, lone_sub(parts)) for base, parts in names)
    others: dict[str, set[str | None]] = {}
    for base, parts in all_names(items):
        if all_below(parts):
            others.setdefault(base.key, set()).add(lone_sub(parts))
    return {
        (key, letter)
        for key, letter in defined
        if letter is not None
        and letter.isupper()
        and letter not in LAYERS
        and not runs(letter, survey)
        and others[key] == {letter}
    }


def _declared_above(items: list[Item]) -> Labels:
    """``W^Q, W^K ∈ …``: a capital letter, or several letters, above a name where it is declared."""
    out: Labels = set()
    for base, parts in (name for item in items for name in members(item)):
        for inner in map(letters_of, all_above(parts)):
            capital = len(inner) == 1 and inner.isupper() and inner not in LAYERS
            if (capital or (len(inner) > 1 and inner[-1] != "T")) and (base.upper or base.bold):
                out.add((base.key, inner))
    return out
