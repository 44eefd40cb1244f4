"""Matrices that the page writes as their own rows or columns, one beside the other."""

from __future__ import annotations

import re

from mlp_theory.symbolic import Call, Column, Definition, Entry, Index, Member, Node, Number, Row, Symbol
from mlp_theory.texts.collecting.collecting import Collecting
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.unicode import show


class Stacks(Collecting):
    """Tells what a matrix is called from what its parts are called."""

    def _note_stacked_rows(self) -> None:
        """``X = [x^{(1)T}; …; x^{(m)T}]``: there the samples of X are its rows."""
        for item in self.items:
            sides = [side.syn for side in item.statement.sides[:2]]
            if item.statement.relations[:1] not in (["="], [":="]) or sides[0] is None or sides[-1] is None:
                continue
            names, picture = self._names(sides[0]), show(sides[-1])
            if len(names) != 1 or not names[0][0].upper or [item.kind for item in atoms(sides[-1])] != ["matrix"]:
                continue
            samples = [name for name, _, _ in names_in(sides[-1]) if name.also(upper=True) == names[0][0] != name]
            if samples and ";" in picture and len(re.findall(r"ᵀ|\)T\}", picture)) == len(samples):
                self.page.stacked_rows.add(names[0][0].key)

    def _turn_stacks(self) -> None:
        """A matrix stacked from a family is that family: each sample becomes a row or a column of it.

        So ∂L/∂W has a meaning where L is written in the rows w_i of W.
        """
        book = self.page.book
        owners = {key: pending for pending in self.pending for key, _ in pending.instances}
        for key, definition in list(book.definitions.items()):
            if _stacks_itself(key, definition.node) and key in owners:
                del book.definitions[key]
                self.page.infos[key].kind, owners[key].item.note = "given", "says its size"
                book.forget()
                continue
            found = _stack_of(definition.node)
            if found is None or definition.index is not None:
                continue
            other, kind = found
            inner = self.page.infos[other]
            if other == key or inner.broken or key in book.keys_of(definition.node):
                continue
            below = book.definitions.get(other)
            info = self.page.infos[key]
            if kind == "same":
                if below is not None:
                    book.definitions[key] = below
                else:
                    del book.definitions[key]
                    info.domain = inner.domain
                book.definitions[other] = Definition(Symbol(key))
            elif below is None and inner.domain == "real":
                del book.definitions[key]
                axis = self.page.axis("i")
                part = (Row if kind == "rows" else Column)(Symbol(key), Index(axis))
                count = self.page.dims.find(inner.count) if inner.count is not None else None
                book.definitions[other] = Definition(part, axis, count)
            book.forget()


def _stack_of(node: Node) -> tuple[str, str] | None:
    """The family that a matrix literal stacks, and how: as rows, as columns, or as the very same column."""
    if not (isinstance(node, Call) and node.op == "spread"):
        return None
    row, column = node.data[0], node.data[1]
    (body,) = node.args
    match body:
        case Call("transpose", (Member(key, Index(axis)),), _) if axis == row and column is None:
            return key, "rows"
        case Member(key, Index(axis)) if axis == column and row is None:
            return key, "columns"
        case Entry(Symbol(key), Index(axis), Number(1.0)) if axis == row and column is None:
            return key, "same"
    return None


def _stacks_itself(key: str, node: Node) -> bool:
    """Whether a matrix is made of its own columns or rows: ``X = [x^{(1)} … x^{(m)}]`` says what they are called."""
    if not (isinstance(node, Call) and node.op == "spread"):
        return False
    row, column = node.data[0], node.data[1]
    match node.args[0]:
        case Column(Symbol(own), Index(axis)):
            return own == key and axis == column and row is None
        case Call("transpose", (Row(Symbol(own), Index(axis)),), _):
            return own == key and axis == row and column is None
    return False
