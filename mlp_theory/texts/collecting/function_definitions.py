"""Equations that define a function: ``f(x) = …``, ``J(w, b) = …``, ``softmax(z)_i = …``."""

from __future__ import annotations

import re

from mlp_theory.symbolic.words import OWN_WORDS
from mlp_theory.texts.collecting.conditional_definitions import ConditionalDefinitions
from mlp_theory.texts.items import Item, Pending
from mlp_theory.texts.reading.conditionals import conditional_arguments
from mlp_theory.texts.reading.expectations import MOMENTS
from mlp_theory.texts.symbols.formal import without_scripts
from mlp_theory.texts.symbols.records import FunctionDef
from mlp_theory.texts.symbols.scope import COLUMN_WORDS, ELEMENTWISE_WORDS, MATRIX_WORDS, Scope
from mlp_theory.texts.syntax.atoms import atoms, indices_of
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import has_sub, unscripted
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show, whole


class FunctionDefinitions(ConditionalDefinitions):
    """Enters functions that an equation defines into the page."""

    def _function_definition(self, item: Item, base: Base, scripts: Scripts, group: Syn, body: Syn) -> Pending | None:
        r"""``f(x) = …``, ``J(w, b) = …``, ``\mathrm{softmax}(z)_i = …``."""
        page = self.page
        inner, hung = unscripted(group)
        if inner.kind not in ("parens", "brackets") or base.style == "bb":
            return None
        if page.random and base.word and base.letter.lower() in MOMENTS:
            return None
        if conditional_arguments(inner, base) is not None:
            return None if hung else self._conditional_definition(item, base, scripts, inner, body)
        args = arguments(inner)
        names = []
        for arg in args:
            names_here = self._names(arg)
            if len(names_here) != 1:
                return None
            names.append(names_here[0])
        reader = self.reader()
        if (
            any(kind in ("T", "inverse", "inverse T", "power") for kind, _ in scripts.sups)
            and base.key not in page.layer_sup
        ):
            return None
        label, indices, _ = page.split(base, scripts, Scope(), reader)
        key = base.key + label
        lower = base.letter.lower()
        entrywise = lower in ELEMENTWISE_WORDS and base.word
        if lower in MATRIX_WORDS or lower in COLUMN_WORDS or lower in OWN_WORDS or entrywise:
            known = [self._is_known_name(b, s) for b, s, _ in names]
            if any(known) or hung or not (entrywise or lower in OWN_WORDS):
                self._note_softmax(lower, names, hung, body)
                return None
        if key in page.functions or (key in page.infos and page.infos[key].kind in ("defined", "function", "loss")):
            return None
        if indices:
            if all(self._is_known_name(b, s) for b, s, _ in names):
                page.decorated_families.add(base.key)
                return self._symbol_definition(item, base, scripts, body, "=")
            return None
        of_one = self._of_one_sample(names, body)
        if of_one is not None and not hung:
            page.functions[key] = of_one
            return Pending(base, body, [], "function", item, function=key)
        shown = tuple(whole(arg) for arg in args)
        known = [self._is_known_name(b, s, body) for b, s, _ in names]
        alone = page.survey.plain.get(base.key, 0) > page.survey.applied.get(base.key, 0)
        if not any(known) and not hung and alone and not base.word:
            # ∂g/∂x of a g(x, y) whose arguments nothing declares: they are variables of the page, and numbers.
            for b, s, syn in names:
                elsewhere = b.key in page.survey.subs or b.key in page.survey.sups  # a_n is no σ(a)'s a
                if not s.subs and not s.sups and not b.upper and not elsewhere and b.key not in page.infos:
                    page.create(b, "", 0, reader, syn)
                    page.infos[b.key].declared = True
            known = [self._is_known_name(b, s, body) for b, s, _ in names]
        if hung:
            sub = next((p[0] for p in hung if p.kind == "sub"), None)
            if sub is None or len(names) != 1:
                return None
            index = base_of(atoms(sub)[0])
            if index is None or len(atoms(sub)) != 1 or key in page.functions:
                return None
            page.functions[key] = FunctionDef([b.key for b, _, _ in names], body, True, index=index.letter)
            return Pending(base, body, [], "function", item, function=key)
        if base.word and all(page.is_size(b.letter) for b, _, _ in names_in(body)):
            return None  # rank(W) = K says something of W, and defines nothing
        if any(known):
            # It says what it depends on; and f(w_1) means the same formula at w_1.
            page.functions[key] = FunctionDef([b.key for b, s, _ in names], body, True, shown)
            pending = self._symbol_definition(item, base, scripts, body, "=")
            if pending is None:
                del page.functions[key]
                if key not in page.infos and any(b == base for b, _, _ in names_in(body)):
                    item.error = UnreadError(f"{base.show} is defined by itself, in a circle")
                    return Pending(base, body, [], "function", item)
                return None
            for name, text in zip(names, shown, strict=True):
                page._latex_of = {**page._latex_of, text: _latex_of(name[2])}
            info = page.infos.get(key)
            if info is not None:
                info.decoration = shown
            if any(s.subs or s.sups for _, s, _ in names):
                del page.functions[key]
            return pending
        if item.display is False and len(names) > 3:
            return None
        vector = any(b.bold or "vec" in b.accents or b.upper for b, _, _ in names) or any(
            parts for b, parts, _ in names_in(body) for n, _, _ in names if b == n and has_sub(parts)
        )
        if any(s.subs for _, s, _ in names):
            return None
        page.functions[key] = FunctionDef([b.key for b, _, _ in names], body, vector)
        return Pending(base, body, [], "function", item, function=key)

    def _refuse_circles(self) -> None:
        """A function that is made of itself, or of another that is made of it, is none."""
        functions = self.page.functions
        made_of = {key: self._functions_in(definition) for key, definition in functions.items()}
        for key in functions:
            reached: set[str] = set()
            todo = [*made_of[key]]
            while todo:
                other = todo.pop()
                if other not in reached:
                    reached.add(other)
                    todo.extend(made_of[other])
            if key in reached:
                functions[key].broken = f"{key} is defined by itself, in a circle"
        for pending in self.pending:
            if pending.function and (broken := functions[pending.function].broken):
                pending.item.error = UnreadError(broken)

    def _functions_in(self, definition: FunctionDef) -> set[str]:
        """The functions of the page that a formula is made of."""
        found: set[str] = set()
        for base, parts, _ in names_in(definition.body):
            if base.key in definition.params:
                continue
            scripts = scripts_of(parts, transposes=self.page.transposes)
            try:
                label, indices, _ = self.page.split(base, scripts, Scope(), self.reader())
            except UnreadError:
                continue
            if not indices:
                found |= {base.key + label} & set(self.page.functions)
        return found

    def _of_one_sample(self, names: list[tuple[Base, Scripts, Syn]], body: Syn) -> FunctionDef | None:
        """``L(a^{(i)}, y^{(i)}) = …``, ``f(x_j) = …``: the formula for one sample or entry is one for all of them."""
        letters: set[str] = set()
        for base, scripts, syn in names:
            if not scripts.subs and not any(kind == "bracket" for kind, _ in scripts.sups):
                continue
            label, indices, sups = self.page.split(base, scripts, Scope(), self.reader())
            if label or sups or not indices or any(base_of(index) is None for index in indices):
                return None
            letters |= {x for index in indices for x in in_order(index)}
            bare = without_scripts(body, base, unscripted(syn)[1])
            if bare is None:
                return None
            body = bare
        params = [base.key for base, _, _ in names]
        if not letters or len(set(params)) != len(params) or letters & set(in_order(body)):
            return None
        return FunctionDef(params, body, False)

    def _note_softmax(
        self, word: str, names: list[tuple[Base, Scripts, Syn]], hung: tuple[Syn, ...], body: Syn
    ) -> None:
        """softmax(Z)_{ij} = … says by its sum whether rows or columns add up to one."""
        if word != "softmax" or not names:
            return
        for base, parts, _ in names_in(body):
            if base != names[0][0]:
                continue
            subs = scripts_of(parts, transposes=self.page.transposes).subs
            picked = [whole(x) for p in hung if p.kind == "sub" for x in indices_of(p[0])]
            if len(subs) == 2 and len(picked) == 2:
                here = [whole(s) for s in subs]
                if here[0] == picked[0] and here[1] != picked[1]:
                    self.page.softmax_rows = True

    def _is_known_name(self, base: Base, scripts: Scripts, body: Syn | None = None) -> bool:
        """Whether an argument is a symbol of the page (declared, or defined, or used apart from this formula)."""
        try:
            label, _, _ = self.page.split(base, scripts, Scope(), self.reader())
        except UnreadError:
            return True
        if base.key + label in self.page.infos:
            info = self.page.infos[base.key + label]
            if info.indexed and not scripts.subs and body is not None:
                # x_k for k = 1, …, K is declared; p(x) = 1/(1 + e^x) means any x, p(x) = Σ x_k means that one.
                return any(b == base and has_sub(parts) for b, parts, _ in names_in(body))
            return info.count is None or bool(scripts.subs)
        return self._will_be_defined(base, label)

    def _will_be_defined(self, base: Base, label: str) -> bool:
        for item in self.items:
            if item.role or not item.statement.relations or item.statement.relations[0] not in ("=", ":="):
                continue
            left = item.statement.sides[0].syn
            names = self._names(left) if left is not None else []
            if len(names) == 1 and names[0][0] == base:
                try:
                    other, indices, sups = self.page.split(base, names[0][1], Scope(), self.reader())
                    if other == label and not indices and ("inverse", None) not in sups:
                        return True
                except UnreadError:
                    continue
        # Differentiated by, or carrying a gradient of its own: a variable of the page.
        return base.key in self.page.survey.plain and self._is_differentiated(base)

    def _is_differentiated(self, base: Base) -> bool:
        letter = base.show
        for item in self.items:
            for side in item.statement.sides:
                if (
                    side.syn is not None
                    and re.search(rf"(∂|∇_?){re.escape(letter)}(?![A-Za-z])", show(side.syn))
                    and "′" not in show(side.syn)
                ):
                    text = show(side.syn)
                    if "∂" in text or "∇" in text:
                        return self._needs_data(base)
        return False

    def _needs_data(self, base: Base) -> bool:
        return base.upper or base.bold or base.letter in ("w", "theta", "b", "W", "beta")


def _latex_of(syn: Syn) -> str:
    return show(syn) if len(show(syn)) == 1 and show(syn).isascii() else _rebuilt(syn)


def _rebuilt(syn: Syn) -> str:
    base = base_of(unscripted(syn)[0])
    if base is None:
        return ""
    letter = base.letter if len(base.letter) == 1 else f"\\{base.letter}"
    if base.bold:
        letter = f"\\mathbf{{{letter}}}"
    for accent in base.accents:
        letter = f"\\{accent}{{{letter}}}"
    for part in unscripted(syn)[1]:
        letter += ("_" if part.kind == "sub" else "^") + "{" + whole(part[0]) + "}"
    return letter
