r"""``a_j = σ(Σ_k w_{jk} x_k + b_j)`` beside ``z = w x + b``: the sum inside is the entry z_j.

A derivative by z looks for z, or for an expression that is written as its definition is. Where a layer is given by
its entries, the sum inside is written in another way; that it is z_j all the same is tested as a claim would be.
"""

from __future__ import annotations

from mlp_theory.symbolic import Apply, Call, Definition, Dim, Entry, Index, Map, Node, Number, Symbol
from mlp_theory.texts.judging.findings import Task
from mlp_theory.texts.judging.judge import Judge
from mlp_theory.texts.symbols.state import Page


def name_inner_sums(page: Page, judge: Judge) -> None:
    """Put the name of a column where its entries stand inside a function, written out."""
    book = page.book
    for key, definition in list(book.definitions.items()):
        match definition.node:
            case Call("spread", (body,), (str(row), None, rows, None)) if definition.index is None:
                inner = _argument(body)
                if inner is None or isinstance(inner, (Entry, Number)):
                    continue
                column = Call("spread", (inner,), (row, None, rows, None))
                name = _named(page, judge, key, column, rows)
                if name is not None:
                    entry = Entry(Symbol(name), Index(row), Number(1.0))
                    node = Call("spread", (_with(body, entry),), (row, None, rows, None))
                    book.definitions[key] = Definition(node)
                    book.forget()
                    judge.draws.forget()


def _named(page: Page, judge: Judge, key: str, column: Node, rows: Dim) -> str | None:
    """The column of the page that is equal to this one, at every draw."""
    book, dims = page.book, page.dims
    for other, definition in book.definitions.items():
        info = page.infos[other]
        shaped = (dims.find(info.r), dims.find(info.c)) == (dims.find(rows), 1)
        if other == key or definition.index is not None or not shaped or info.lost:
            continue
        if book.keys_of(definition.node) != book.keys_of(column):
            continue
        if judge.test(Task(column, Symbol(other), "=", {}, [], False)).kind.confirms:
            return other
    return None


def _argument(body: Node) -> Node | None:
    """What a function of one number is taken of."""
    match body:
        case Call("elementwise", (inner,), _) | Apply(_, (inner,), _, False) | Map(_, _, inner, _):
            return inner
    return None


def _with(body: Node, inner: Node) -> Node:
    """The same function of something else."""
    match body:
        case Call(op, _, data):
            return Call(op, (inner,), data)
        case Apply(key, _, order, scalar):
            return Apply(key, (inner,), order, scalar)
        case Map(parameter, inside, _, order):
            return Map(parameter, inside, inner, order)
    return body
