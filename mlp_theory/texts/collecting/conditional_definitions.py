"""Equations that define a conditional name: ``p(t | w) = …``, ``P(O = o | C = c) = …``."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from mlp_theory.texts.collecting.symbol_definitions import SymbolDefinitions
from mlp_theory.texts.items import Item, Pending
from mlp_theory.texts.reading.conditionals import Arguments, conditional_arguments, index_of
from mlp_theory.texts.symbols.formal import without_scripts
from mlp_theory.texts.symbols.records import Conditional, Slot
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError, walk
from mlp_theory.texts.syntax.unicode import show, whole


class ConditionalDefinitions(SymbolDefinitions):
    """Enters conditional names that an equation defines into the page."""

    def _conditional_definition(
        self, item: Item, base: Base, scripts: Scripts, group: Syn, body: Syn
    ) -> Pending | None:
        """``p(t | w) = …``: one name with all its arguments; what stands in the formula itself is a parameter."""
        arguments = conditional_arguments(group, base)
        if arguments is None or scripts.sups:
            return None
        page, before = self.page, arguments.before
        label, indices, _ = page.split(base, scripts, Scope(), self.reader())
        if indices:
            return None
        slots: list[Slot] = []
        for argument, variable in zip(arguments.values, arguments.variables, strict=True):
            slot, body = self._slot(argument, body)
            slots.append(replace(slot, variable=variable))
        names = [slot.parameter for slot in slots if slot.parameter]
        if len(set(names)) != len(names):
            raise UnreadError("two arguments of one name", group.start)
        name = base.key + label
        shown = base.show + label.replace("_", "") + show(group)
        known = Conditional(name, before, tuple(slots), body)
        if any((k.name, k.bars, k.slots) == (name, before, known.slots) for k in page.conditionals):
            return None
        if self._mentions_arguments(base, arguments, body):
            item.error = UnreadError(f"{shown} is defined by itself, in a circle")
        if names:
            page.conditionals.append(known)
            return Pending(base, body, [], "function", item)
        pending = self._symbol_definition(item, Base(shown), Scripts(), body, "=")
        if pending is not None:
            known.key = shown
            page.conditionals.append(known)
        return pending

    def _mentions_arguments(self, base: Base, arguments: Arguments, body: Syn) -> bool:
        """Whether a formula holds the very name that it is to define."""
        found = False

        def look(syn: Syn) -> None:
            nonlocal found
            if syn.kind == "term":
                for item, following in pairwise(syn.args):
                    here = conditional_arguments(following, base) if following.kind == "parens" else None
                    found |= here is not None and base_of(item) == base and here.texts == arguments.texts

        walk(body, look)
        return found

    def _slot(self, argument: Syn, body: Syn) -> tuple[Slot, Syn]:
        """What an argument is to the formula, and the formula with a bare name where the argument stood."""
        text = whole(argument)
        items = atoms(argument)
        base = base_of(unscripted(items[0])[0]) if len(items) == 1 else None
        if base is None:
            return Slot(text), body
        parts = unscripted(items[0])[1]
        scripts = scripts_of(parts, transposes=self.page.transposes)
        plain = not parts and any(other == base and not found for other, found, _ in names_in(body))
        index = index_of(argument, self.page.transposes)
        letter = base_of(index[1]) if index is not None else None
        if index is None or letter is None:
            return Slot(text), body
        if not parts:
            if items[0].kind == "letter" and self._only_an_index(base, body):
                return Slot("", letter.letter, True), body
            return (Slot(text, base.key) if plain else Slot(text)), body
        stripped = without_scripts(body, base, parts)
        used = any(other == base for other, _, _ in names_in(body))
        if stripped is not None and used and letter.letter not in in_order(stripped) and not scripts.words:
            return Slot(text, base.key), stripped
        if letter.letter in in_order(body):
            return Slot(index[0], letter.letter, True), body
        return Slot(text), body

    def _only_an_index(self, base: Base, body: Syn) -> bool:
        """Whether a letter stands in indices only: o of u_o."""
        inside = 0
        for _, parts, _ in names_in(body):
            scripts = scripts_of(parts, transposes=self.page.transposes)
            indices = [*scripts.subs, *(content for kind, content in scripts.sups if kind == "bracket")]
            inside += sum(content is not None and base.letter in in_order(content) for content in indices)
        return 0 < inside >= sum(other == base for other, _, _ in names_in(body))
