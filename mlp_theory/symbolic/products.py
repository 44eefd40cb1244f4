"""A definition z = A v inside a longer product: B A v is B z, however it is bracketed."""

from __future__ import annotations

from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.expressions import Call, Node, Symbol


def factors(node: Node) -> list[Node]:
    """The factors of a matrix product, from left to right."""
    if isinstance(node, Call) and node.op == "matmul":
        return [factor for arg in node.args for factor in factors(arg)]
    return [node]


def transposed(node: Node) -> Node:
    """The transpose of a factor."""
    if isinstance(node, Call) and node.op == "transpose":
        return node.args[0]
    return Call("transpose", (node,), ())


def regrouped(book: Book, body: Node, definition: Node, key: str) -> list[tuple[Node, Node]]:
    """Each product in a body, or in what it is made of, that hides the definition; and the same with its symbol.

    vᵀAᵀ hides z = A v as well as B A v does. A product with an index that runs free has no value of its own, and is
    left as it is.
    """
    wanted = factors(definition)
    if len(wanted) < 2:
        return []
    symbol = Symbol(key)
    forms = [(wanted, symbol), ([transposed(factor) for factor in wanted[::-1]], transposed(symbol))]
    found = []
    for part in book.made_of(body):
        if isinstance(part, Call) and part.op == "matmul" and not book.is_open(part):
            parts = factors(part)
            shorter = _shortened(parts, forms)
            if shorter != parts:
                product, *rest = shorter
                for factor in rest:
                    product = Call("matmul", (product, factor), ())
                found.append((part, product))
    return found


def _shortened(parts: list[Node], forms: list[tuple[list[Node], Node]]) -> list[Node]:
    """The factors, from left to right, with each run that is one of the forms as the one symbol that it is."""
    out: list[Node] = []
    i = 0
    while i < len(parts):
        for run, symbol in forms:
            if parts[i : i + len(run)] == run:
                out.append(symbol)
                i += len(run)
                break
        else:
            out.append(parts[i])
            i += 1
    return out
