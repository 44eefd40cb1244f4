"""The sizes of a page: K, d_{l−1}, 2d."""

from __future__ import annotations

from mlp_theory.symbolic import Dim, plus
from mlp_theory.texts.symbols.layers import Layers
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole

LARGEST_LITERAL = 40
"""Up to here a size that is given as a number is drawn as it stands."""


class Sizes(Layers):
    """Reads sizes."""

    def is_size(self, letter: str) -> bool:
        """Whether the page uses a letter as a size."""
        return self.dims.known(letter) and letter not in self.infos

    def size_named(self, letter: str) -> Dim:
        """The size of that name; one that is not declared may turn out to be another."""
        if letter in self.layer_tops:
            return self.layer_tops[letter]
        return self.dims.name(letter, rigid=False)

    def dim_of(self, syn: Syn, scope: Scope, notes: Notes) -> Dim | None:
        """A size with a label: d_k, K_{l−1}, n_x."""
        bare, parts = syn, ()
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        base = base_of(bare)
        if base is None or base.bold:
            return None
        name = self.dim_name(base, scripts_of(parts, transposes=self.transposes), scope, notes)
        return name if name is not None and self.dims.known(name) else None

    def dim_name(self, base: Base, scripts: Scripts, scope: Scope, notes: Notes) -> str | None:
        """The name of a size with its labels."""
        name = base.show
        for kind, content in scripts.sups:
            if kind not in ("bracket", "square", "power"):
                return None
            assert content is not None
            number = self.layer_number(content, scope)
            name += f"[{whole(content) if number is None else number}]"
        for sub in scripts.subs:
            number = self.layer_number(sub, scope)
            name += f"_{whole(sub) if number is None else number}"
        for word in scripts.words:
            name += f"_{word}"
        return name

    def dim_from(self, syn: Syn, scope: Scope, notes: Notes) -> Dim:
        """A size in an exponent: K, d_{l−1}, K − 1, 2d."""
        while syn.kind in ("braces", "single", "passed", "parens") or (syn.kind == "list" and len(syn.args) == 1):
            syn = syn[-1]
        value = number_of(syn)
        if value is not None:
            if value != int(value) or not 1 <= value <= 1_000_000:
                raise UnreadError("no size that could be drawn", syn.start)
            if value > LARGEST_LITERAL and int(value) not in self.literals:
                # 784 pixels: as a name, for which a smaller size is drawn; no equation speaks of the number.
                name = f"{value:.0f}"
                self.dims.make_rigid(name)
                return name
            if value > 500:
                raise UnreadError("no size that could be drawn", syn.start)
            return int(value)
        if syn.kind == "sum":
            out: Dim = 0
            for sign, term in syn.args:
                out = plus(out, self.dim_from(term, scope, notes), sign)
            return out
        items = list(syn.args) if syn.kind == "term" else [syn]
        if len(items) == 2:
            factor = number_of(items[0])
            if factor is not None and factor == int(factor):
                return plus(0, self.dim_from(items[1], scope, notes), int(factor))
        if len(items) > 1:
            raise UnreadError("a size that is not read", syn.start)
        item = items[0]
        bare, parts = item, ()
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        base = base_of(bare)
        if base is None:
            raise UnreadError("a size is expected here", syn.start)
        if not parts and base.letter in self.layer_tops:
            return self.layer_tops[base.letter]
        if not parts and base.letter in scope.loops:
            return scope.loops[base.letter]
        name = (
            base.letter
            if not parts
            else self.dim_name(base, scripts_of(parts, transposes=self.transposes), scope, notes)
        )
        if name is None:
            raise UnreadError("a size is expected here", syn.start)
        self.dims.make_rigid(name)
        return name
