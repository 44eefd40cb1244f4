"""What a page says: its symbols with their shapes, its functions and its definitions."""

from __future__ import annotations

from mlp_theory.symbolic import At, Column, Definition, Entry, Member, Node, Row, Symbol
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.functions import LOSS_LETTERS, Functions
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.records import FunctionDef, Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.names import INCREMENT, Base, base_of
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError


class Page(Functions):
    """The symbols of a page and what they stand for.

    Attributes
    ----------
    infos : dict of str to Info
        Every symbol by its key.
    book : Book
        The definitions, for the evaluator.
    solver : Solver
        The shapes.
    """

    def is_defined(self, base: Base) -> bool:
        """Whether the page declares or defines this letter, with any label."""
        return any(info.base == base for info in self.infos.values())

    def is_loss(self, info: Info) -> bool:
        """Whether a defined symbol is called as a loss is: L, J, 𝓛, a word."""
        called = info.base.letter in LOSS_LETTERS or info.base.style == "cal" or bool(info.base.word)
        return called and info.kind == "defined" and info.count is None and "[" not in info.key

    def loss(self, notes: Notes) -> Term | None:
        """The scalar loss whose gradient dW is."""
        found: Info | None = None
        for info in self.infos.values():
            if not self.is_loss(info):
                continue
            if not (self.dims.may_be_one(info.r) and self.dims.may_be_one(info.c)):
                continue
            definition = self.book.definitions.get(info.key)
            best = self.book.definitions.get(found.key) if found else None
            if found is None or (
                definition is not None and best is not None and found.key in self.book.keys_of(definition.node)
            ):
                found = info
        return self.symbol_term(found, notes) if found is not None else None

    def renew(self, target: Node, value: Node) -> None:
        """Give a defined symbol its next value, made of the one that it had.

        A symbol that is given needs none: it stands for any value, before and after. What was made of the old
        value may or may not have been computed again, and is `stale`; so is a symbol of which a part is renewed.
        """
        whole = target
        while isinstance(whole, (Entry, Row, Column)):
            whole = whole.body
        key = whole.key if isinstance(whole, (Symbol, Member)) else ""
        before = self.book.definitions.get(key)
        if before is None:
            return
        self.stale |= {other for other, d in self.book.definitions.items() if key in self.book.keys_of(d.node)}
        if isinstance(target, Symbol):
            self.book.definitions[key] = Definition(At(value, (key,), (before.node,)))
            self.stale.discard(key)
        else:
            self.stale.add(key)
        self.book.forget()

    def increments(self) -> list[tuple[Info, Info]]:
        """Each letter that has an increment, with that increment."""
        out = []
        for info in self.infos.values():
            of = info.base
            if of.accents[:1] == (INCREMENT,):
                bare = Base(of.letter, of.bold, of.style, of.accents[1:], of.word)
                letter = self.infos.get(bare.key + info.key[len(of.key) :])
                if letter is not None and letter.count is None and letter.kind in ("given", "defined"):
                    out.append((letter, info))
        return out

    def is_variable(self, syn: Syn, scope: Scope, notes: Notes) -> bool:
        """Whether dV can mean the gradient by this."""
        bare, parts = syn, ()
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        base = base_of(bare)
        if base is None or base.letter == "d":
            return False
        try:
            return self.is_known(base, scripts_of(parts, transposes=self.transposes), scope, notes)
        except UnreadError:
            return False

    def runs_free(self, info: Info) -> bool:
        """Whether a declared index stands for any value: no definition is made of it."""
        if info.high is None or info.kind != "given" or info.domain != "index 1":
            return False
        if not self.dims.is_one(info.r) or not self.dims.is_one(info.c):
            return False
        return not any(info.key in self.book.keys_of(d.node) for d in self.book.definitions.values())

    def names_t(self, letter: Syn) -> bool:
        """Whether the T above something is a name of this page."""
        base = base_of(letter)
        return base is not None and (
            base.key in self.infos or self.is_size(base.letter) or base.letter in self.layer_tops
        )


__all__ = ["FunctionDef", "Info", "Page"]
