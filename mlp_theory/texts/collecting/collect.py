"""Collecting what a page declares and defines, before any claim is judged."""

from __future__ import annotations

from collections import Counter

from mlp_theory.texts.collecting.binding import Binding
from mlp_theory.texts.collecting.definitions import Definitions
from mlp_theory.texts.collecting.random_symbols import RandomSymbols
from mlp_theory.texts.conventions.differentials import name_differentials
from mlp_theory.texts.conventions.increments import name_increments
from mlp_theory.texts.conventions.namesakes import respell_names
from mlp_theory.texts.conventions.own_names import drop_own_names
from mlp_theory.texts.conventions.respelling import respelled
from mlp_theory.texts.items import Item, Pending, chain_of
from mlp_theory.texts.latex.slices import counts_as_python
from mlp_theory.texts.symbols.formal import formal_uses
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.factors import big_operator
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError, walk


class Collector(Definitions, RandomSymbols, Binding):
    """Reads declarations and definitions into a `Page`.

    Parameters
    ----------
    items : list of Item
        Of the shared notation first, then of the page.
    """

    def run(self) -> Page:
        """Collect everything; what fails is noted in the items."""
        page = self.page
        name_increments(self.items)
        name_differentials(self.items)
        drop_own_names(self.items)
        self.spelling = respell_names(self.items)
        syns = [side.syn for item in self.items for side in item.statement.sides if side.syn is not None]
        syns += [c.syn for item in self.items for c in item.statement.conditions if c.syn is not None]
        if _has_small_t(syns):
            page.transposes = frozenset("Tt")
        for item in self.items:
            for syn in [chain_of(item.statement), *(c.syn for c in item.statement.conditions)]:
                if syn is not None:
                    for letter, low, high in ranges_of(syn):
                        page.note_range(letter, low, high)
        page.look(syns)
        page.slices_of_python = counts_as_python(syns)
        self._note_formal()
        self._note_orientation()
        self._note_stacked_rows()
        self._note_numbered()
        self._note_literals()
        for item in self.items:
            self._sort(item)
        for item in self.items:
            self._sort_random(item)
        for item in self.items:
            if item.role == "":
                self._sort_equation(item)
        self._refuse_circles()
        worded = self._worded()
        for pending in self.pending:
            self._read(pending)
        self._read_laws()
        self._losses_are_numbers()
        page.solver.solve()
        page.dims.freeze()
        self._apply_words(worded)
        for owner, error in page.solver.errors.items():
            if isinstance(owner, Pending):
                self._break(owner, error)
        self._finish()
        self._enter_laws()
        return page

    def spelled(self, syn: Syn) -> Syn:
        """Something that does not stand on the page, with its names written as those of the page have been."""
        for change in self.spelling:
            syn = respelled(syn, change)
        return syn

    def _note_formal(self) -> None:
        r"""``\hat y`` that stands bare in ``L(\hat y, y) = …`` only is the ``\hat y^{(i)}`` of any sample."""
        uses: Counter[str] = Counter()
        for item in self.items:
            sides = [side.syn for side in item.statement.sides]
            if not item.display or len(sides) < 2 or item.statement.relations[0] not in ("=", ":="):
                continue
            if sides[0] is not None and sides[1] is not None:
                uses += formal_uses(sides[0], sides[1])
        plain = self.page.survey.plain
        for key, count in uses.items():
            if key in self.page.survey.sups and plain.get(key) == count:
                del plain[key]

    def _in_prose(self, item: Item) -> bool:
        """Whether it stands where λ > 0 is said and not claimed: in the text, a comment, a list of declarations."""
        return not item.display or item.piece.comment or item.piece is self._declaring

    def _losses_are_numbers(self) -> None:
        """A sum that is called as losses are is a number unless declarations say otherwise."""
        dims = self.page.dims
        self.page.solver.propagate()
        for pending in self.pending:
            sums = False

            def look(syn: Syn) -> None:
                nonlocal sums
                sums |= big_operator(syn) is not None

            walk(pending.body, look)
            for key, _ in pending.instances:
                info = self.page.infos[key]
                if sums and self.page.is_loss(info) and dims.may_be_one(info.c):
                    # In y^{(i)} log a^{[2](i)} only the capital W^{[2]} spoke for more than one output.
                    dims.make_one(info.c)
                    dims.make_one(info.r)
                    self.page.solver.propagate()

    def _sort(self, item: Item) -> None:
        statement = item.statement
        if any(side.error is not None or side.syn is None for side in statement.sides):
            return
        relations = statement.relations
        if relations and len(statement.sides) != len(relations) + 1:
            return
        if not relations:
            item.role = "skip"
            return
        chain = chain_of(statement)
        if not item.display and not item.piece.comment and len(relations) == 1 and self._restricts(item):
            item.role = "skip"
            return
        if chain is not None and relations in (["="], ["=", ":"]) and ranges_of(chain):
            item.role = "range" if not item.display else "claim"
            return
        try:
            if (
                (relations[0] == r"\in" and self._declares(item))
                or (relations[0] == ":" and len(statement.sides) >= 2 and self._function(item))
                or (len(relations) == 1 and self._in_prose(item) and self._assumes(item))
                or (set(relations) == {"="} and not item.display and self._sums_to_one(item))
            ):
                item.role = "declares"
                self._declaring = item.piece
        except UnreadError as error:
            item.role, item.error = "declares", error
            item.note = error.reason
            if statement.sides[0].syn is not None:
                for base, scripts, _ in self._names(statement.sides[0].syn):
                    if not scripts.subs and not scripts.sups and base.key not in self.page.infos:
                        self.page.declare(base, "", 1, 1).broken = f"its declaration is not read: {error.reason}"


def _has_small_t(syns: list[Syn]) -> bool:
    """Whether ``^t`` transposes on this page: it stands above letters, and t is no name here."""
    above = False
    for syn in syns:
        for _, parts, _ in names_in(syn):
            for part in parts:
                if part.kind == "sup":
                    inner = base_of(atoms(part[0])[0]) if len(atoms(part[0])) == 1 else None
                    above |= inner is not None and inner.letter == "t"
    return above and not _names_t(syns)


def _names_t(syns: list[Syn]) -> bool:
    """Whether t is used as a name or an index, other than above a letter."""
    for syn in syns:
        todo: list = [(syn, False)]
        while todo:
            node, above = todo.pop()
            if isinstance(node, tuple):
                todo.extend((x, above) for x in node)
            elif isinstance(node, Syn):
                if node.kind == "letter" and str(node[0]) == "t" and not above:
                    return True
                lone = node.kind == "sup" and len(atoms(node[0])) == 1
                todo.extend((x, above or lone) for x in node.args)
    return False


__all__ = ["Collector"]
