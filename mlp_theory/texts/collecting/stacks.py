"""Matrices that the page writes as their own rows or columns, one beside the other."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Column, Definition, Entry, Index, Member, Node, Number, Row, Symbol
from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.symbols.entering import new_axis


def turn_stacks(collection: Collection) -> None:
    """A matrix stacked from a family is that family: each sample becomes a row or a column of it.

    So ∂L/∂W has a meaning where L is written in the rows w_i of W.
    """
    page, book = collection.page, collection.page.book
    owners = {key: owner for owner in collection.definitions for key, _ in owner.instances}
    for key, definition in list(book.definitions.items()):
        if _stacks_itself(key, definition.node) and key in owners:
            del book.definitions[key]
            page.infos[key].kind, owners[key].item.says_size = "given", True
            book.forget()
            continue
        found = _stack_of(definition.node)
        if found is None or definition.index is not None:
            continue
        other, kind = found
        inner = page.infos[other]
        if other == key or inner.lost or key in book.keys_of(definition.node):
            continue
        below = book.definitions.get(other)
        info = page.infos[key]
        if kind == "same":
            if below is not None:
                book.definitions[key] = below
            else:
                del book.definitions[key]
                info.domain = inner.domain
            book.definitions[other] = Definition(Symbol(key))
        elif below is None and inner.domain == "real":
            del book.definitions[key]
            axis = new_axis(page, "i")
            part = (Row if kind == "rows" else Column)(Symbol(key), Index(axis))
            count = page.dims.find(inner.count) if inner.count is not None else None
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
