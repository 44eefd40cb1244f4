"""The definitions of a page, and what an expression depends on through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mlp_theory.symbolic import expressions as ex
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.expressions import Node


@dataclass(frozen=True)
class Definition:
    """What a symbol stands for; a family of samples has the name of its index, and how many there are."""

    node: Node
    index: str | None = None
    count: Dim | None = None


@dataclass(frozen=True)
class Law:
    """The distribution of the independent entries of a symbol.

    Attributes
    ----------
    kind : str
        "normal" (mean, variance or covariance), "uniform" (from, to), "coin" (probability of 1), "sign" (±1).
    parameters : tuple of Node
    """

    kind: str
    parameters: tuple[Node, ...]


@dataclass
class Book:
    """What a page knows: definitions by key, and for every key all keys that it is made of; what is random."""

    definitions: dict[str, Definition] = field(default_factory=dict)
    laws: dict[str, Law] = field(default_factory=dict)
    _reach: dict[Node, frozenset[str]] = field(default_factory=dict)
    _steep: dict[Node, bool] = field(default_factory=dict)
    _open: dict[Node, bool] = field(default_factory=dict)

    def forget(self) -> None:
        """Work out anew what depends on what, after a definition has changed."""
        self._reach.clear()
        self._steep.clear()

    def keys_of(self, node: Node) -> frozenset[str]:
        """All symbols that this expression depends on, through definitions too."""
        if node not in self._reach:
            keys: set[str] = set()
            met: set[Node] = set()
            todo: list[Node] = [node]
            mean = False
            while todo:
                for part in parts_of(todo.pop()):
                    mean |= isinstance(part, ex.Expectation)
                    if isinstance(part, (ex.Symbol, ex.Member)) and part.key not in keys:
                        keys.add(part.key)
                        if part.key in self.definitions:
                            todo.append(self.definitions[part.key].node)
                if mean and not todo:  # a mean depends on the parameters of what it is taken over
                    todo = [p for key in keys & self.laws.keys() for p in self.laws[key].parameters if p not in met]
                    met.update(todo)
            self._reach[node] = frozenset(keys)
        return self._reach[node]

    def made_of(self, node: Node) -> list[Node]:
        """All parts of this expression, and of the definitions that it depends on."""
        nodes = [node, *(self.definitions[k].node for k in self.keys_of(node) if k in self.definitions)]
        return [part for n in nodes for part in parts_of(n)]

    def is_open(self, node: Node) -> bool:
        """Whether an index runs free in it, so that its value depends on where it stands."""
        if node not in self._open:
            self._open[node] = any(isinstance(part, (ex.Index, ex.Over, ex.Map)) for part in parts_of(node))
        return self._open[node]

    def has_derivative(self, node: Node) -> bool:
        """Whether a derivative stands in it, or in what it is made of."""
        if node not in self._steep:
            self._steep[node] = any(
                isinstance(part, ex.Derivative) or (isinstance(part, ex.Map) and part.order > 0)
                for part in self.made_of(node)
            )
        return self._steep[node]


def parts_of(node: Node) -> list[Node]:
    """The node and all nodes in it, each once."""
    seen: dict[Node, None] = {}
    todo = [node]
    while todo:
        part = todo.pop()
        if part in seen:
            continue
        seen[part] = None
        todo.extend(children(part))
    return list(seen)


def children(node: Node) -> Sequence[Node]:
    """The nodes directly in this one."""
    if isinstance(node, (ex.Call, ex.Apply)):  # by far the most frequent
        return node.args
    match node:
        case ex.Variable() | ex.Symbol() | ex.Number():
            return []
        case ex.Member(_, index):
            return [index]
        case ex.Entry(body, i, j):
            return [body, i, j]
        case ex.Row(body, i) | ex.Column(body, i):
            return [body, i]
        case ex.Map(_, body, arg, _):
            return [body, arg]
        case ex.At(body, _, values):
            return [body, *values]
        case ex.Over(_, _, low, high, conditions, body, _):
            return [low, high, *conditions, body]
        case ex.Compare(_, left, right):
            return [left, right]
        case ex.Piecewise(branches):
            return [part for branch in branches for part in branch if part is not None]
        case ex.Derivative(body, wrt, _):
            return [body, wrt]
        case ex.Differential(body, by):
            return [body, *by]
        case ex.Expectation(body, _) | ex.Named(_, body):
            return [body]
    return []
