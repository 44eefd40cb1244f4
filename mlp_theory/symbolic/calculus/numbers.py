"""Expressions at numbers: random sizes and arrays that meet what is assumed, and derivatives by complex step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.sizes import draw_sizes
from mlp_theory.symbolic.dimensions import Dimensions
from mlp_theory.symbolic.evaluate import evaluate
from mlp_theory.symbolic.expressions import Derivative, Differential, Named, Node, Variable
from mlp_theory.symbolic.limits import EvaluationError
from mlp_theory.symbolic.steps import ROUNDING_UNIT, STEP, tangent
from mlp_theory.symbolic.values import Array, Value
from mlp_theory.symbolic.world import Frame, World

ROUNDINGS = 50.0
"""How many times the measured rounding error of a derivative is allowed for."""


class Draw:
    """One draw of sizes and arrays for the letters of some expressions, and the values of expressions there.

    Parameters
    ----------
    nodes : sequence of Node
    seed : int
    """

    def __init__(self, nodes: Sequence[Node], seed: int, scale: float = 1.0):
        parts = al.postorder(*nodes)
        self.variables = {part.key: part for part in parts if isinstance(part, Variable)}
        rng = np.random.default_rng([seed, 7])
        self.sizes = draw_sizes(parts, rng)
        self.scale = scale
        self.world = World(Book(), Dimensions(), self.sizes, self._array, seed)
        self.values: dict[Node, Any] = {}  # of Values
        self._orders: dict[Node, list[Node]] = {}

    @property
    def near_kink(self) -> bool:
        """Whether an argument lay so near to a kink that nothing can be said."""
        return self.world.near_kink

    def _array(self, key: str, rng: np.random.Generator) -> Array:
        variable = self.variables[key]
        return draw_array(variable, self.world.size(variable.rows), self.world.size(variable.columns), rng, self.scale)

    def value(self, node: Node) -> Value:
        """The value of an expression; derivatives in it are complex steps, which know no law."""
        parts = al.postorder(node, known=lambda p: p in self.values)
        frame = Frame(self.world, replaced=self.values)
        for part in parts:
            if isinstance(part, Derivative):
                self.values[part] = self._derivative(part)
            elif isinstance(part, Differential):
                self.values[part] = self._differential(part)
            else:
                self.values[part] = _taken_as_exact(part, evaluate(part, frame))
        return self.values[node]

    def _derivative(self, node: Derivative) -> Value:
        """∂L/∂u, in the shape of u, or a Jacobian, with its rounding error as it is measured.

        It is taken along the entries of u, and along the columns of a rotation of them: the two agree but for
        rounding. (A bound on all roundings of a deep network would hide the network.)
        """
        base = self.value(node.wrt)
        rows, columns = base.shape
        count = rows * columns
        rotation = np.linalg.qr(np.random.default_rng([self.world.seed, count]).normal(size=(count, count)))[0]
        both = self._along(node, np.concatenate([np.eye(count), rotation.T]), (rows, columns))
        first, second = both[:count], rotation @ both[count:]
        error = ROUNDINGS * (np.abs(first - second).max() + np.finfo(float).eps * np.abs(first).max())
        out = first.T if node.layout == "tensor" else first.reshape(columns, rows).T
        return Value((), out, np.full(out.shape, error / ROUNDING_UNIT))

    def _differential(self, node: Differential) -> Value:
        """DF along the increments of everything that varies; an increment itself is drawn."""
        if node.by == (node.body,):
            shape, key = self.value(node.body).shape, node.body.key if isinstance(node.body, (Variable, Named)) else ""
            rng = np.random.default_rng([self.world.seed, 11, *key.encode()])
            array = increment_array(node.body, *shape, rng)
            return Value((), array, np.abs(array))
        steps = {part: self.value(Differential(part, (part,))).v[None] for part in node.by}
        first = self._moved(node.body, steps)
        second = self._moved(node.body, {part: 3.0 * step for part, step in steps.items()}) / 3.0
        error = ROUNDINGS * (np.abs(first - second).max() + np.finfo(float).eps * np.abs(first).max())
        return Value((), first[0], np.full(first.shape[1:], error / ROUNDING_UNIT))

    def _along(self, node: Derivative, directions: Array, shape: tuple[int, int]) -> Array:
        """The derivatives of vec(L) along some directions, given as vec; one row each."""
        moves = directions.reshape(-1, *shape[::-1]).swapaxes(-1, -2)
        return self._moved(node.body, {node.wrt: moves}).swapaxes(-1, -2).reshape(len(directions), -1)

    def _moved(self, body: Node, directions: dict[Node, Array]) -> Array:
        """Derivatives along some directions, all at once: complex steps of 10⁻¹²⁰ along a new axis."""
        self.value(body)
        base = {wrt: self.value(wrt) for wrt in directions}
        dependents = self.dependents(body, *directions)
        if body not in directions and body not in dependents:
            raise EvaluationError("it does not depend on the variable")
        moved = {
            wrt: Value(("~",), base[wrt].v + 1j * STEP * direction, base[wrt].m + 0j * direction)
            for wrt, direction in directions.items()
        }
        return tangent(self.value_where(body, moved, dependents)).v

    def dependents(self, body: Node, *wrt: Node) -> list[Node]:
        """The parts of an expression that change with some of them, in the order in which they are computed."""
        if body not in self._orders:
            self._orders[body] = al.postorder(body)
        return al.depending_on(wrt, self._orders[body])

    def value_where(self, body: Node, values: Mapping[Node, Value], dependents: Sequence[Node]) -> Value:
        """The value of an expression where some parts of it have others; the rest has been evaluated before."""
        moved = {**self.values, **values}
        for part in dependents:
            del moved[part]
        frame = Frame(self.world, replaced=moved)
        for part in dependents:
            moved[part] = _taken_as_exact(part, evaluate(part, frame))
        return moved[body]


def _taken_as_exact(part: Node, value: Value) -> Value:
    """What has a name enters both sides of an equation as one and the same number."""
    return Value(value.axes, value.v, np.abs(value.v.real) + 0.0) if isinstance(part, Named) else value


def increment_array(of: Node, rows: int, columns: int, rng: np.random.Generator) -> Array:
    """An increment of a letter: symmetric, or diagonal, where the letter is assumed to be."""
    array = rng.normal(size=(rows, columns))
    known = of.assumptions if isinstance(of, Variable) else frozenset()
    if "diagonal" in known:
        return np.diag(np.diag(array))
    return array + array.T if "symmetric" in known else array


def draw_array(variable: Variable, rows: int, columns: int, rng: np.random.Generator, scale: float = 1.0) -> Array:
    """An array that meets what is assumed of a letter."""
    known = variable.assumptions
    array = scale * rng.normal(size=(rows, columns)) * np.sqrt(2 / columns)  # so that deep networks stay finite
    if "one-hot columns" in known:
        return np.eye(rows)[:, rng.integers(0, rows, columns)]
    if "positive" in known or "unit column sums" in known:
        array = scale * rng.uniform(0.3, 2.0, (rows, columns))
    if "unit column sums" in known:
        return array / array.sum(axis=0)
    if "diagonal" in known:
        signs = 1.0 if known & {"positive definite"} else rng.choice([-1.0, 1.0], rows)
        return np.diag(rng.uniform(0.5, 2.0, rows) * signs)
    if "positive definite" in known:
        return array @ array.T + rows * np.eye(rows)
    if "symmetric" in known:
        array = array + array.T
    if "invertible" in known:
        array = array + 2 * rows * np.eye(rows)
    return array
