"""Rewriting by laws until none fits, with every rewriting on record."""

from __future__ import annotations

from typing import NamedTuple

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws import LAWS, AlgebraicLaw
from mlp_theory.symbolic.expressions import Apply, Call, Node

MOST_STEPS = 2_000
"""Rewritings of a short expression; a simplification that needs more does not settle."""

STEPS_PER_PART = 50
"""How many more a long expression may take, for each of its parts."""


class Rewriting(NamedTuple):
    """One law at one place: the part that it rewrote, and what it made of it."""

    law: AlgebraicLaw
    before: Node
    after: Node


def simplify(node: Node) -> Node:
    """The form of an expression in which no law fits any more.

    Raises
    ------
    OptionError
        When the laws do not settle.
    """
    return Simplifier().simplify(node)


class Simplifier:
    """Simplifies the expressions of one derivation, and remembers how.

    What stands behind a name, and inside a derivative, is left as it is.
    """

    def __init__(self):
        self._law: dict[Node, AlgebraicLaw] = {}
        self._final: dict[Node, Node] = {}
        self._next: dict[Node, Node] = {}  # the same with simpler parts, or one law further

    def simplify(self, node: Node) -> Node:
        """The form in which no law fits any more."""
        final, following = self._final, self._next
        begin = len(self._law)
        most = MOST_STEPS
        stack = [node]
        while stack:
            top = stack[-1]
            if top in final:
                stack.pop()
                continue
            new = following.get(top)
            if new is None:
                missing = [part for part in _parts(top) if part not in final]
                if missing:
                    stack.extend(reversed(missing))
                    continue
                same = al.rebuilt(top, final)
                new = self._rewritten(top) if same is top else same
                if new is None:
                    final[top] = top
                    continue
                if new in following and new not in final:  # a form that this one came from: a law does not lead back
                    final[top] = top if same is top else same
                    self._law.pop(top, None)
                    continue
                following[top] = new
            if new in final:
                final[top] = final[new]
            else:
                stack.append(new)
            if most == MOST_STEPS and (len(self._law) - begin > most or len(stack) > most):
                most += STEPS_PER_PART * len(al.postorder(node))
            if len(self._law) - begin > most or len(stack) > most:
                last = list(self._law.values())[-1]
                raise OptionError(
                    "The laws do not settle on a form",
                    expected=f"at most {most} steps",
                    got=f"{last.name}, again and again",
                )
        return final[node]

    def _rewritten(self, node: Node) -> Node | None:
        """What the first law that fits makes of an expression whose parts are in their final form."""
        if isinstance(node, Call):
            for law in LAWS.get(node.op, ()):
                new = law.rewrite(node)
                if new is not None and new is not node:
                    self._law[node] = law
                    return new
        return None

    def steps(self, node: Node) -> list[Rewriting]:
        """How this expression came to its form, law by law; it has been simplified before."""
        out: list[Rewriting] = []
        stack = [(node, False)]
        while stack:
            top, ready = stack.pop()
            if self._final[top] is top:
                continue
            if not ready:
                # A part that comes up again is rewritten again: what it stands in is new.
                stack.append((top, True))
                stack.extend((part, False) for part in reversed(_parts(top)))
                continue
            new = self._next[top]
            if top in self._law:
                out.append(Rewriting(self._law[top], top, new))
            stack.append((new, False))
        return out


def _parts(node: Node) -> tuple[Node, ...]:
    return node.args if isinstance(node, (Call, Apply)) else ()
