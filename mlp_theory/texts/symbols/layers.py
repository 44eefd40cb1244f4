"""Which letters of a page number its layers, and how far they run."""

from __future__ import annotations

from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import DEPTH, Symbols
from mlp_theory.texts.symbols.survey import look_applied, look_bound, look_divisors, look_shift
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.mentions import in_order, letters_in, mentions, names_in
from mlp_theory.texts.syntax.names import DECAYS, base_of
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole


class Layers(Symbols):
    """Surveys the page: its indices and its layers."""

    def look(self, syns: list[Syn]) -> None:
        """Note how names are used, before anything is read."""
        survey = self.survey
        for syn in syns:
            look_bound(survey, syn)
            for base, parts, _ in names_in(syn):
                scripts = scripts_of(parts, transposes=self.transposes)
                survey.bases[base.key] = base
                for sub in scripts.subs:
                    look_shift(survey, sub)
                for kind, content in scripts.sups:
                    if kind in ("bracket", "square") and content is not None:
                        look_shift(survey, content)
                        survey.brackets |= letters_in(content)
                        survey.sups.setdefault(base.key, []).append(whole(content))
                    elif kind == "power" and content is not None:
                        letters = letters_in(content)
                        if letters:
                            survey.bare_sup.setdefault(base.key, set()).update(letters)
                if scripts.subs or scripts.words:
                    texts = [whole(sub) for sub in scripts.subs]
                    survey.subs.setdefault(base.key, []).append(texts)
                elif not any(
                    kind == "bracket" and content is not None and letters_in(content) <= {"i", "j", "k", "n", "m", "s"}
                    and letters_in(content) for kind, content in scripts.sups
                ):  # fmt: skip
                    survey.plain[base.key] = survey.plain.get(base.key, 0) + 1
            look_divisors(survey, syn)
            look_applied(survey, syn)
        self._find_layers()
        for _, high in survey.ranges.values():
            base = base_of(atoms(high)[0]) if len(atoms(high)) == 1 else None
            if base is None or base.bold or base.accents:
                continue
            if base.letter not in self.layer_tops and base.letter not in self.index_letters:  # Σ_{j=1}^i: i runs too
                self.dims.name(base.letter, rigid=False)

    def note_range(self, letter: str, low: Syn, high: Syn) -> None:
        """An index runs: i = 1, …, n."""
        self.survey.ranges[letter] = (low, high)
        self.survey.told.add(letter)
        self.index_letters.add(letter)

    def _find_layers(self) -> None:
        survey = self.survey
        self.index_letters |= survey.bound
        candidates = set()
        for letter in survey.shifted:
            if letter in ("i", "j") or (letter in survey.bound and letter in ("k", "m", "n")):
                continue
            candidates.add(letter)
        for letter in ("l", "ell"):
            used = letter in survey.brackets
            for key, letters in survey.bare_sup.items():
                used |= letter in letters and key != "e"
            for key, lists in survey.subs.items():
                base = survey.bases[key]
                used |= (
                    (base.bold or base.upper)
                    and any(texts == [letter] or texts == ["ℓ"] for texts in lists)
                    and letter not in survey.bound
                )
            if used:
                candidates.add(letter)
        tops = {x for x in candidates if x.isupper()}
        if candidates:
            for top in ("L", "T", "H", "D"):
                if (
                    any(top in text for lists in survey.subs.values() for texts in lists for text in texts)
                    or any(top in text for texts in survey.sups.values() for text in texts)
                    or any(top in letters for letters in survey.bare_sup.values() if top != "T")
                ) and (
                    (top in ("L", "H", "D") and candidates & {"l", "ell", "L"}) or (top == "T" and "t" in candidates)
                ):
                    tops.add(top)
        small = {x for x in candidates if not x.isupper()}
        digits = [1]
        for key, lists in survey.subs.items():
            for texts in lists:
                if any(mentions(text, candidates | tops) for text in texts):
                    self.layer_sub.add(key)
        for key, texts in survey.sups.items():
            if any(mentions(text, candidates | tops) for text in texts):
                self.layer_bracket.add(key)
        for key, letters in survey.bare_sup.items():
            exponents = {"t"} if survey.bases[key].letter in DECAYS else set()
            if letters & (small | (tops - {"T"})) - exponents and key != "e":
                self.layer_sup.add(key)
        for key in self.layer_sub:
            digits += [int(t) for texts in survey.subs[key] for t in texts[-1:] if t.isdigit()]
        for key in self.layer_bracket:
            digits += [int(t) for t in survey.sups[key] if t.isdigit()]
        self.depth = max(DEPTH, min(max(digits), 8)) + self.deeper
        for letter in small:
            low, high = 1, self.depth
            if letter in survey.ranges:
                low_syn, high_syn = survey.ranges[letter]
                value, top = number_of(low_syn), number_of(high_syn)
                if value is not None:
                    low = int(value)
                if top is not None and top <= 16:
                    high = int(top)
                else:
                    names = list(in_order(high_syn))
                    tops.update(x for x in names[:1] if x not in small)
            self.layers[letter] = (low, max(high, low))
        for top in tops:
            self.layer_tops[top] = self.depth

    def layer_number(self, syn: Syn, scope: Scope) -> int | None:
        """The number of a layer, if this is one: l − 1, L, 2."""
        while syn.kind in ("braces", "single", "passed", "parens") or (syn.kind == "list" and len(syn.args) == 1):
            syn = syn[-1]
        value = number_of(syn)
        if value is not None:
            return int(value) if value == int(value) else None
        if syn.kind == "sum":
            total = 0
            for sign, term in syn.args:
                inner = self.layer_number(term, scope)
                if inner is None or sign == 0:
                    return None
                total += sign * inner
            return total
        if syn.kind == "term" and len(syn.args) == 1:
            return self.layer_number(syn[0], scope)
        base = base_of(syn)
        if base is None:
            return None
        if base.letter in scope.loops:
            return scope.loops[base.letter]
        return self.layer_tops.get(base.letter)

    def axis(self, letter: str) -> str:
        """A name for an axis that no other index has."""
        self.axes += 1
        return f"{letter}#{self.axes}"

    def is_layer(self, letter: str, body: list[Syn]) -> bool:
        """Whether an index of a sum runs over layers."""
        return letter in self.layers or any(self._is_layer_family(b, letter) for b in body)

    def _is_layer_family(self, syn: Syn, letter: str) -> bool:
        for base, parts, _ in names_in(syn):
            scripts = scripts_of(parts, transposes=self.transposes)
            family = base.key in self.infos and self.infos[base.key].count is not None
            if base.key in self.layer_sub and not family and any(letter in letters_in(s) for s in scripts.subs[-1:]):
                return True
            if base.key in self.layer_bracket and any(
                letter in letters_in(c) for k, c in scripts.sups if k in ("bracket", "square") and c is not None
            ):
                return True
        return False
