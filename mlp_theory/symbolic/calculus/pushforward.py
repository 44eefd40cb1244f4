"""The differential of every operation, read off its pull-back: one is the transpose of the other.

⟨G, dF⟩ = Σₖ ⟨pull-backₖ(G), dAₖ⟩ is linear in G, and its gradient by G is dF. So the differential of an operation is
found by sending dAₖ back through the pull-back, which is an expression in G like any other, and the table of laws
stays the only one (Magnus & Neudecker, *Matrix Differential Calculus*, chapter 5).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.line import CitedLaw
from mlp_theory.symbolic.calculus.simplify import simplify
from mlp_theory.symbolic.calculus.sweep import pulled_back
from mlp_theory.symbolic.calculus.table import Shape, operation_of
from mlp_theory.symbolic.expressions import Apply, Call, Differential, Node, Number, Variable


def pushed_forward(use: Call | Apply, increments: dict[int, Node]) -> tuple[Node, CitedLaw]:
    """DF of one operation where the arguments in `increments` vary, each by its own; and the law that says so.

    Parameters
    ----------
    use : Call or Apply
    increments : dict of int to Node
        By place of the argument, dAₖ.

    Raises
    ------
    OptionError
        When the calculus has no law for the operation.
    """
    terms = []
    reason = None
    law = operation_of(use.op if isinstance(use, Call) else "elementwise").pullback
    for k, increment in increments.items():
        shapes = tuple(al.shape_of(arg) for arg in use.args)
        numbers = tuple(arg if isinstance(arg, Number) else None for arg in use.args)
        same = tuple(use.args.index(arg) for arg in use.args)
        term, reason = _template(law, _with_args(use, numbers), k, shapes, same)
        if term is not None:
            slots = {_slot(j, shape): arg for j, (arg, shape) in enumerate(zip(use.args, shapes, strict=True))}
            terms.append(_filled(term, {**slots, _increment(shapes[k]): increment}))
    assert reason is not None
    return al.plus(*terms) if terms else al.zeros(*al.shape_of(use)), reason


def _with_args(use: Call | Apply, args: tuple) -> Call | Apply:
    if isinstance(use, Call):
        return Call(use.op, args, use.data)
    return Apply(use.key, args, use.order, use.scalar)


def _slot(k: int, shape: Shape) -> Variable:
    return Variable(f"#{k}", *shape, frozenset())


def _increment(shape: Shape) -> Differential:
    letter = Variable("#d", *shape, frozenset())
    return Differential(letter, (letter,))


@lru_cache(maxsize=4096)
def _template(
    _law: Callable, use: Call | Apply, k: int, shapes: tuple[Shape, ...], same: tuple[int, ...]
) -> tuple[Node | None, CitedLaw]:
    """The term of dAₖ, with letters in place of the arguments; None is zero."""
    args = tuple(_slot(same[j], shape) if use.args[j] is None else use.args[j] for j, shape in enumerate(shapes))
    node = _with_args(use, args)
    G = Variable("#G", *al.shape_of(node), frozenset())
    back, reason = pulled_back(G, node, k)
    if back is None:
        return None, reason
    return simplify(_transposed(back, G, _increment(shapes[k]))), reason


def forget_differentials() -> None:
    """Find all differentials anew, for a name that is given back may come to stand for another function."""
    _template.cache_clear()


def _transposed(back: Node, G: Variable, increment: Node) -> Node:
    """The gradient by G of ⟨back, increment⟩, where `back` is linear in G."""
    order = al.postorder(back)
    depends = {G, *al.depending_on([G], order)}
    reached: dict[Node, list[Node]] = {back: [increment]}
    for part in reversed(order):
        if part in reached and part is not G and isinstance(part, (Call, Apply)):
            whole = al.plus(*reached[part])
            for j, arg in enumerate(part.args):
                term = pulled_back(whole, part, j)[0] if arg in depends else None
                if term is not None:
                    reached.setdefault(arg, []).append(term)
    return al.plus(*reached[G]) if G in reached else al.zeros(*al.shape_of(G))


def _filled(template: Node, new: dict[Node, Node]) -> Node:
    found = dict(new)
    for part in al.postorder(template):
        found.setdefault(part, al.rebuilt(part, found))
    return found[template]
