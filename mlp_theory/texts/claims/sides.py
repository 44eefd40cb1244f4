"""What stands on the sides of a claim: its layers, its free indices, its factors, what is computed in it."""

from __future__ import annotations

from mlp_theory.symbolic import Apply, Call, Derivative, Index, Map, Node, Over, Size
from mlp_theory.symbolic.book import parts_of
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.factor_kinds import big_operator, fraction, is_bracket, is_operator
from mlp_theory.texts.syntax.kinds import is_letter, is_partial, is_scripted, is_term
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import only_term, under_scripts, ungrouped
from mlp_theory.texts.syntax.script_parts import above, below
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
        if is_letter(node):
            base = base_of(node)
            if (
                base is not None
                and base.letter in page.layering.letters
                and base.letter not in bound
                and base.letter not in out
            ):
                out.append(base.letter)
            continue
        if is_term(node):
            inner = bound
            for part in node.args:
                if is_scripted(part) and big_operator(part) is not None:
                    sub, sup = below(part.args[1:]), above(part.args[1:])
                    if sub is not None:
                        inner = inner | frozenset(in_order(sub)[:1])
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
        if is_scripted(node) and big_operator(node) is not None:
            if (sub := below(node.args[1:])) is not None:
                bound.update(in_order(sub))
        elif node.kind == "sub":
            used.update(in_order(node))
    return used - bound


def derivative_factors(syn: Syn) -> list[Syn] | None:
    """The factors of a product of derivatives; None when anything else stands there."""
    term = only_term(ungrouped(syn))
    if term is None:
        return None
    factors = [item for item in term.args if not is_operator(item, r"\cdot", r"\times")]
    return factors if factors and all(map(_is_fraction_of_differentials, factors)) else None


def _is_fraction_of_differentials(item: Syn) -> bool:
    r"""Whether it is ``\frac{\partial y}{…}`` or ``\frac{d y}{…}``, with what is derived above."""
    top = atoms(item[1]) if item.kind == "frac" else []
    if len(top) < 2:
        return False
    first = under_scripts(top[0])
    base = base_of(first)
    return is_partial(first) or (base is not None and base.letter == "d")


def is_derivative(syn: Syn) -> bool:
    """Whether a side is one derivative and no more: ``d tanh(x)/dx``, ``d/dx tanh(x)``."""
    items = atoms(syn)
    return fraction(items[0]) is not None and (len(items) == 1 or (len(items) == 3 and is_bracket(items[2])))


def product_of(factors: list[Syn], like: Syn) -> Syn:
    """These factors as one product, standing where another one stood."""
    term = Syn("term", tuple(factors), like.start, like.end)
    return Syn("sum", ((1, term),), like.start, like.end)


def names_gradient(syn: Syn) -> bool:
    """Whether a side is ``dV`` and no more."""
    items = atoms(syn)
    return len(items) == 2 and is_letter(items[0], "d")
