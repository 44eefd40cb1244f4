"""The functions of a page, and what applies them to arguments."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_theory.symbolic import Symbol
from mlp_theory.symbolic.function import FUNCTION_OF_LETTER
from mlp_theory.texts.symbols.formal import takes_whole_arrays
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.records import Applied, Arbitrary, Builtin, Defined, FunctionDef, Info
from mlp_theory.texts.symbols.references import References
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.factors import is_bracket
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.nabla import is_nabla, nabla_at
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole

FUNCTION_LETTERS = {"f", "g", "h", "phi", "psi", "sigma"}
LOSS_LETTERS = ("L", "J", "C", "E", "ell", "R")


def _as_written(info: Info) -> Syn | None:
    """A symbol as the parser would give it, if it is a letter without accents and scripts."""
    letter = info.base.letter
    if info.key != Base(letter, info.base.bold).key:
        return None
    syn = Syn("letter", (letter if len(letter) == 1 else f"\\{letter}",), 0, 1)
    return Syn("font", ("\\mathbf", syn), 0, 1) if info.base.bold else syn


class Functions(References):
    """Says which names are functions."""

    def is_function(self, base: Base, scope: Scope) -> bool:
        """Whether a name is a function here."""
        if base.key in scope.params:
            return False
        if base.key in self.functions:
            return True
        info = self.infos.get(base.key)
        if info is not None:
            return info.kind in ("function", "loss")
        return base.letter in FUNCTION_OF_LETTER and not base.bold

    def is_function_letter(self, base: Base) -> bool:
        """Whether people use this letter for a function."""
        return base.letter in FUNCTION_LETTERS

    def function_for(self, base: Base, scripts: Scripts, scope: Scope, notes: Notes, bracket: bool) -> Applied | None:
        """Which function this name is, if it is one here."""
        applied = self.infos.get(f"{base.key}()")
        if applied is not None and bracket and not scripts.subs and not scripts.sups:
            return Arbitrary(applied.key, applied.show, True, False)
        label = ""
        subs_used = False
        if scripts.subs or scripts.sups or scripts.words:
            label, indices, _ = self.split(base, scripts, scope, notes)
            subs_used = bool(label) and not indices
            if indices and base.key + label in self.infos and base.key in self.functions:
                return None  # p_k beside p(x)
        for key in (base.key + label, base.key):
            defined = self.functions.get(key)
            if defined is not None:
                if defined.decoration and not bracket and not scripts.primes:
                    return None
                return Defined(defined, subs_used, self.infos.get(key))
            info = self.infos.get(key)
            if info is not None and info.kind == "function":
                own = base.key + label if key == base.key and label else key
                return Arbitrary(own if subs_used else key, info.show, False, subs_used)
            if info is not None and info.kind == "loss":
                return Arbitrary(key, info.show, True, subs_used) if bracket else None
            if info is not None:
                return None
        if base.bold or (base.accents and base.letter not in LOSS_LETTERS):
            return None
        if base.letter in FUNCTION_OF_LETTER and not base.accents and (bracket or scripts.primes):
            return Builtin(FUNCTION_OF_LETTER[base.letter])
        if (
            bracket
            and (base.letter in LOSS_LETTERS or base.style == "cal")
            and base.key not in self.survey.divisors
            and not label
        ):
            return Arbitrary(base.key + label, base.show, True, subs_used)
        if base.letter in FUNCTION_LETTERS and bracket and base.key not in self.survey.divisors:
            return Arbitrary(base.key + label, base.show, False, subs_used)
        return None

    def decorated(self, base: Base, scripts: Scripts, group: Syn, scope: Scope, notes: Notes) -> bool:
        """Whether a bracket behind a known name only says what it depends on: J(w, b)."""
        label, indices, _ = self.split(base, scripts, scope, notes)
        info = self.infos.get(base.key + label)
        if info is not None and indices and base.key in self.decorated_families:
            return True
        if info is None or indices:
            return False
        names = [whole(p) for p in arguments(group)]
        if info.decoration:
            return names == list(info.decoration)
        if info.kind != "defined":
            return False
        plain = all(base_of(_strip(p)) is not None or _strip(p).kind == "scripted" for p in arguments(group))
        return plain and (len(names) > 1 or base.letter in LOSS_LETTERS or base.style == "cal")

    def only_variable(self, body: list[Syn], scope: Scope) -> Syn | None:
        """The variable of ∇f without a subscript: what f was defined as a function of, or its only letter."""
        bare, parts = unscripted(body[0])
        named = base_of(bare)
        if len(body) == 2 and named is not None:
            label = "_" + "".join(whole(sub) for sub in scripts_of(parts, transposes=self.transposes).subs)
            if not parts or named.key + label in self.functions:
                return body[1][0]  # f(θ), also with a label: f_{wd}(θ)
        if is_nabla(body[0]):
            inner = nabla_at(body, 0, self.transposes)
            if len(inner.variables) > 1:
                return None
            return inner.variables[0] if inner.variables else self.only_variable(body[inner.end :], scope)
        if is_bracket(body[0]):
            items = atoms(body[0][0])
            if is_nabla(items[0]):
                return self.only_variable(items, scope)
            return self._that_moves({b.key for b, _, _ in names_in(body[0]) if not self.is_function(b, scope)})
        base = base_of(body[0][0] if body[0].kind == "scripted" else body[0])
        info = self.infos.get(base.key) if base is not None else None
        defined = self.functions.get(base.key) if base is not None else None
        decoration = info.decoration if info else defined.decoration if defined else ()
        if info is not None and not decoration and info.key in self.book.definitions:
            return self._that_moves(self.book.keys_of(Symbol(info.key)))
        if len(decoration) == 1:
            return self.arguments.get(decoration[0])
        return None

    def _that_moves(self, keys: Iterable[str]) -> Syn | None:
        """The one given symbol among these, numbers last, that a derivative without a subscript is by."""
        infos = [self.infos[key] for key in keys if key in self.infos]
        given = [info for info in infos if info.kind == "given" and info.count is None]
        moving = [info for info in given if not self._known_scalar(info)] or given
        return _as_written(moving[0]) if len(moving) == 1 else None

    def is_entrywise(self, base: Base) -> bool:
        """Whether a function of this page works entry by entry."""
        defined, info = self.functions.get(base.key), self.infos.get(base.key)
        if defined is not None:
            alone = len(defined.params) == 1 and defined.index is None
            formula = self.is_pure(defined) if defined.decoration else not defined.vector
            return alone and formula and not takes_whole_arrays(self, defined.params, defined.body)
        return info.kind == "function" if info is not None else base.letter in FUNCTION_LETTERS

    def takes_whole_arrays(self, params: list[str], body: Syn) -> bool:
        """Whether a formula means its parameter as a whole, and not entry by entry."""
        return takes_whole_arrays(self, params, body)

    def is_pure(self, definition: FunctionDef) -> bool:
        """Whether a formula holds nothing but its parameters and numbers."""
        allowed = {*definition.params, "e", "pi"}
        for base, _, _ in names_in(definition.body):
            if base.key in allowed or self.is_function(base, Scope()) or self.is_size(base.letter):
                continue
            info = self.infos.get(base.key)
            if info is None or info.kind != "given" or not (self.dims.is_one(info.r) and self.dims.is_one(info.c)):
                return False
        return True


def _strip(syn: Syn) -> Syn:
    items = atoms(syn)
    return items[0] if len(items) == 1 else syn
