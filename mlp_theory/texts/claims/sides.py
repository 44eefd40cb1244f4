"""What stands on the sides of a claim: its layers, its free indices, its factors, what is computed in it."""

from __future__ import annotations

from mlp_theory.symbolic import Apply, Call, Derivative, Index, Map, Node, Over, Size
from mlp_theory.symbolic.book import parts_of
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import Syn, nodes

ARRAYS = {"ones", "zeros", "identity", "unit", "blocks", "elementwise", "power", "softmax", "logsumexp"}


def made_of_operations(*nodes: Node) -> bool:
    """Whether anything is computed but sums and products of sizes and numbers."""
    parts = [part for node in nodes for part in parts_of(node)]
    computed = any(isinstance(part, (Over, Derivative, Map, Apply, Index)) for part in parts)
    arrays = any(isinstance(part, Call) and part.op in ARRAYS for part in parts)
    return computed or arrays or not any(isinstance(part, Size) for part in parts)


def axes_in(node: Node) -> set[str]:
    """The axes that an expression is read along."""
    return {part.name for part in parts_of(node) if isinstance(part, Index)}


def free_layers(syn: Syn, page: Page) -> list[str]:
    """Layer letters that no sum in the expression binds."""
    out: list[str] = []
    todo: list[tuple[object, frozenset[str]]] = [(syn, frozenset())]
    while todo:
        node, bound = todo.pop()
        if isinstance(node, tuple):
            todo.extend((x, bound) for x in node)
            continue
        if not isinstance(node, Syn):
            continue
        if node.kind == "letter":
            base = base_of(node)
            if base is not None and base.letter in page.layers and base.letter not in bound and base.letter not in out:
                out.append(base.letter)
            continue
        if node.kind == "term":
            inner = bound
            for part in node.args:
                if part.kind == "scripted" and part[0].kind == "bigop":
                    sub = next((p[0] for p in part.args[1:] if p.kind == "sub"), None)
                    if sub is not None:
                        names = in_order(sub)
                        inner = inner | frozenset(names[:1])
                        sup = next((p[0] for p in part.args[1:] if p.kind == "sup"), None)
                        if sup is not None:
                            todo.append((sup, bound))
                        todo.append((sub, inner))
                    continue
                todo.append((part, inner))
            continue
        todo.extend((x, bound) for x in node.args)
    return out


def unbound(syn: Syn | None) -> set[str]:
    """Letters of scripts that no sum of this side binds."""
    used: set[str] = set()
    bound: set[str] = set()
    for node in nodes(syn):
        if node.kind == "scripted" and node[0].kind == "bigop":
            for part in node.args[1:]:
                if part.kind == "sub":
                    bound.update(in_order(part))
        elif node.kind == "sub":
            used.update(in_order(node))
    return used - bound


def derivative_factors(syn: Syn) -> list[Syn] | None:
    """The factors of a product of derivatives; None when anything else stands there."""
    inner = syn
    while inner.kind in ("single", "braces") or (inner.kind == "list" and len(inner.args) == 1):
        inner = inner[-1]
    if inner.kind != "sum" or len(inner.args) != 1 or inner[0][0] != 1:
        return None
    out = []
    for item in inner[0][1].args:
        if item.kind == "infix" and str(item[0]) in (r"\cdot", r"\times"):
            continue
        if item.kind != "frac":
            return None
        top = atoms(item[1])
        first = top[0][0] if top and top[0].kind == "scripted" else top[0] if top else None
        base = base_of(first) if first is not None else None
        if first is None or not (first.kind == "partial" or (base is not None and base.letter == "d")) or len(top) < 2:
            return None
        out.append(item)
    return out or None


def product_of(factors: list[Syn], like: Syn) -> Syn:
    """These factors as one product, standing where another one stood."""
    term = Syn("term", tuple(factors), like.start, like.end)
    return Syn("sum", ((1, term),), like.start, like.end)


def names_gradient(syn: Syn) -> bool:
    """Whether a side is ``dV`` and no more."""
    items = atoms(syn)
    return len(items) == 2 and items[0].kind == "letter" and str(items[0][0]) == "d"
