"""A definition z = A v inside a longer product: B A v is B z, however it is bracketed."""

from __future__ import annotations

from mlp_theory.symbolic.book import Book, parts_of
from mlp_theory.symbolic.expressions import Call, Node, Symbol


def factors(node: Node) -> list[Node]:
    """The factors of a matrix product, from left to right."""
    if isinstance(node, Call) and node.op == "matmul":
        return [factor for arg in node.args for factor in factors(arg)]
    return [node]


def regrouped(book: Book, body: Node, definition: Node, key: str) -> list[tuple[Node, Node]]:
    """Each product in a body, or in what it is made of, that hides the definition; and the same with its symbol.

    A product with an index that runs free has no value of its own, and is left as it is.
    """
    wanted = factors(definition)
    if len(wanted) < 2:
        return []
    found = []
    for part in book.made_of(body):
        if not (isinstance(part, Call) and part.op == "matmul") or book.is_open(part) or definition in parts_of(part):
            continue
        parts = factors(part)
        starts = [i for i in range(len(parts) - len(wanted) + 1) if parts[i : i + len(wanted)] == wanted]
        if starts:
            i = starts[0]
            first, *rest = [*parts[:i], Symbol(key), *parts[i + len(wanted) :]]
            for factor in rest:
                first = Call("matmul", (first, factor), ())
            found.append((part, first))
    return found
