"""A definition inside a longer product or sum: with z = A v, B A v is B z; with z = W x + b, b + c + W x is z + c."""

from __future__ import annotations

from collections import Counter

from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.expressions import Call, Node, Symbol

_Signed = tuple[int, Node]
"""A part with its sign, which is 1 in products."""

_OPERATIONS = ("matmul", "times", "add")


def regrouped(book: Book, body: Node, definition: Node, key: str) -> list[tuple[Node, Node]]:
    """Each product or sum in a body, or in what it is made of, that hides the definition; and it with its symbol.

    vᵀAᵀ hides z = A v as well as B A v does, and c − W x − b hides W x + b. What has an index that runs free has no
    value of its own, and is left as it is.
    """
    if not isinstance(definition, Call) or definition.op not in _OPERATIONS:
        return []
    op = definition.op
    wanted = _parts(op, definition)
    if len(wanted) < 2:
        return []
    found = []
    for part in book.made_of(body):
        if isinstance(part, Call) and part.op == op and part is not definition and not book.is_open(part):
            parts = _parts(op, part)
            shorter = _without_run(parts, wanted, key) if op == "matmul" else _without_terms(parts, wanted, key)
            if shorter != parts:
                found.append((part, _joined(op, shorter)))
    return found


def _parts(op: str, node: Node) -> list[_Signed]:
    """The factors of a product, or the terms of a sum, from left to right, however they are bracketed."""
    if not isinstance(node, Call) or node.op != op:
        return [(1, node)]
    signs = node.data if op == "add" else (1,) * len(node.args)
    return [
        (outer * inner, part)
        for outer, arg in zip(signs, node.args, strict=True)
        for inner, part in _parts(op, arg)
    ]  # fmt: skip


def _joined(op: str, parts: list[_Signed]) -> Node:
    """The product or the sum of these parts."""
    if op == "add":
        return Call("add", tuple(part for _, part in parts), tuple(sign for sign, _ in parts))
    (_, product), *rest = parts
    for _, factor in rest:
        product = Call(op, (product, factor), ())
    return product


def _transposed(node: Node) -> Node:
    """The transpose of a factor."""
    if isinstance(node, Call) and node.op == "transpose":
        return node.args[0]
    return Call("transpose", (node,), ())


def _without_run(parts: list[_Signed], wanted: list[_Signed], key: str) -> list[_Signed]:
    """The factors, from left to right, with each run that is the wanted one, or its transpose, as one symbol."""
    forms = [
        (wanted, Symbol(key)),
        ([(1, _transposed(factor)) for _, factor in wanted[::-1]], _transposed(Symbol(key))),
    ]
    out: list[_Signed] = []
    i = 0
    while i < len(parts):
        for run, symbol in forms:
            if parts[i : i + len(run)] == run:
                out.append((1, symbol))
                i += len(run)
                break
        else:
            out.append(parts[i])
            i += 1
    return out


def _without_terms(parts: list[_Signed], wanted: list[_Signed], key: str) -> list[_Signed]:
    """The parts, in any order, with the wanted ones, or with their opposites, as one symbol."""
    out = list(parts)
    for sign in (1, -1):
        run = [(sign * own, part) for own, part in wanted]
        while not Counter(run) - Counter(out):
            for part in run:
                out.remove(part)
            out.append((sign, Symbol(key)))
    return out
