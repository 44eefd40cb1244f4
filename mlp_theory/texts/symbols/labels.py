"""What hangs on a name: labels that belong to it, indices that pick a part, powers."""

from __future__ import annotations

from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import Sizes
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.differences import split_digits
from mlp_theory.texts.syntax.mentions import letters_in, mentions
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole


class Labels(Sizes):
    """Takes the scripts of a name apart."""

    def split(self, base: Base, scripts: Scripts, scope: Scope, notes: Notes) -> tuple[str, list[Syn], list]:
        """Labels, indices and powers: what belongs to the name, what picks a part, what is done to it."""
        label, members, sups = "", [], []
        for word in scripts.words:
            label += f"_{word}"
        for kind, content in scripts.sups:
            if kind in ("bracket", "square"):
                assert content is not None
                number = self.layer_number(content, scope)
                letters = letters_in(content)
                if number is not None and (
                    kind == "square"
                    or number_of(content) is None
                    or base.key in self.layer_bracket
                    or not self._is_family_by_bracket(base)
                ):
                    label += f"[{number}]"
                elif (
                    letters and (letters <= (self.index_letters | set(scope.axes)) or notes.claim)
                ) or number is not None:
                    members.append(content)
                else:
                    label += f"({whole(content)})"
            elif (
                kind == "power"
                and content is not None
                and base.key in self.layer_sup
                and self._layer_here(content, scope, notes)
            ):
                label += f"[{self.layer_number(content, scope)}]"
            else:
                sups.append((kind, content))
        subs = list(scripts.subs)
        if len(subs) == 1 and any(len(texts) == 2 for texts in self.survey.subs.get(base.key, [])):
            subs = split_digits(subs)
        indices: list[Syn] = []
        text = "".join(whole(sub) for sub in subs)
        if subs and base.key in self.layer_sub and not self._declared_entries(base, label):
            for position, sub in enumerate(subs):
                number = self.layer_number(sub, scope)
                mentions = bool(letters_in(sub) & (set(self.layers) | set(self.layer_tops) | set(scope.loops)))
                single_digit = (
                    number_of(sub) is not None and (len(subs) == 1 or position == len(subs) - 1) and "[" not in label
                )
                if number is not None and (mentions or (single_digit and self._layers_below(base, len(subs)))):
                    label += f"[{number}]"
                else:
                    indices.append(sub)
            return label, members + indices, sups
        if subs and self._is_label(base, label, subs, text, scope, notes):
            short = f"[{text}]" if text.isdigit() else f"_{text}"
            return label + short, members, sups
        return label, members + subs, sups

    def _layer_here(self, content: Syn, scope: Scope, notes: Notes) -> bool:
        return self.layer_number(content, scope) is not None

    def _is_family_by_bracket(self, base: Base) -> bool:
        """Whether brackets on this name number samples: x^{(i)}."""
        texts = self.survey.sups.get(base.key, [])
        return any(not text.isdigit() and text not in self.layer_tops for text in texts)

    def _layers_below(self, base: Base, count: int) -> bool:
        """Whether numbers below this name are layers: it has lists of that length with a layer last."""
        letters = set(self.layers) | set(self.layer_tops)
        return any(len(texts) == count and mentions(texts[-1], letters) for texts in self.survey.subs.get(base.key, []))

    def _declared_entries(self, base: Base, label: str) -> bool:
        info = self.infos.get(base.key + label)
        if info is None or not info.declared or info.kind not in ("given", "defined"):
            return False
        # A plain g beside g_1, g_2, … that have been declared too: those are no entries of it.
        return not any(k.startswith(f"{info.key}[") and i.declared for k, i in self.infos.items())

    def _is_label(self, base: Base, label: str, subs: list[Syn], text: str, scope: Scope, notes: Notes) -> bool:
        key = base.key + label
        if f"{key}_{text}" in self.infos or f"{key}[{text}]" in self.infos or f"{key}_{text}" in self.functions:
            return True
        letters = set().union(*(letters_in(sub) for sub in subs))
        if len(subs) >= 3 and key not in self.layer_sub and not all(self._index_like(sub, notes) for sub in subs):
            return True
        if letters & (set(scope.axes) | set(scope.params) | set(scope.loops)):
            return False
        if all(number_of(sub) is not None for sub in subs):
            if text == "0" or len(subs) > 1:
                return text == "0"
            if base.key in self.survey.numbered:
                return True
            if key in self.infos or (key in self.survey.plain and not label):
                known = self.infos.get(key)
                return known is not None and known.kind in ("function", "loss")
            lists = self.survey.subs.get(base.key, [])
            running = any(len(t) == 1 and t[0] in self.index_letters for t in lists)
            if running:
                return False
            upper = any(k in self.survey.plain for k in (base.also(bold=True).key,))
            return not upper
        if all(self._index_like(sub, notes) for sub in subs):
            return False
        if key in self.infos and self.infos[key].kind in ("given", "defined"):
            if len(subs) == 2 and base.upper and not base.bold and self.infos[key].kind == "defined":
                return True  # L_{wd} beside L, where w and d are no indices
            return not all(len(x) == 1 for x in letters)
        bold = base.also(bold=True).key
        return not (bold in self.infos and all(base_of(s) is not None for s in subs))

    def _index_like(self, sub: Syn, notes: Notes) -> bool:
        if number_of(sub) is not None:
            return True
        letters = letters_in(sub)
        if sub.kind == "scripted":
            return True  # y_i as an index
        known = self.index_letters | set(self.survey.ranges) | set(notes.free)
        for letter in letters:
            info = self.infos.get(letter)
            if letter in known or self.is_size(letter) or letter in self.layer_tops:
                continue
            if info is not None and info.high is not None:
                continue
            return False
        return bool(letters)
