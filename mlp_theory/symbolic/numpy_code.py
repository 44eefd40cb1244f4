"""An expression as NumPy that runs as it stands: for a counterexample that anybody can repeat.

Definitions become functions of the page's given arrays, sums become loops, derivatives become central
differences: slow, plain, and independent of the evaluator.
"""

from __future__ import annotations

import keyword
import re

import numpy as np

from mlp_theory.symbolic import expressions as ex
from mlp_theory.symbolic.arbitrary import smooth_function
from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.expressions import Node
from mlp_theory.symbolic.function_record import FUNCTIONS
from mlp_theory.symbolic.numpy_source import CALLS, LAYOUTS, OWN_SOURCES, PRELUDE, TAKEN
from mlp_theory.symbolic.regrouping import regrouped
from mlp_theory.symbolic.world import World

MAX_CHARACTERS = 200_000
"""Code longer than this is no help to a reader."""


class NotEmitted(Exception):  # noqa: N818
    """An expression that has no plain NumPy here."""


class Emitter:
    """Writes the code of one draw.

    Parameters
    ----------
    world : World
        Its arrays and sizes stand in the code as numbers.
    """

    def __init__(self, world: World):
        self.world = world
        self.names: dict[str, str] = {}
        self.functions: dict[str, str] = {}
        self.loops: dict[str, str] = {}

    def program(self, left: Node, right: Node, indices: dict[str, int], entry: tuple[int, int]) -> str:
        """Code that computes both sides, and ends with ``left`` and ``right``: what they say of one entry.

        Raises
        ------
        NotEmitted
            When a part has no plain NumPy.
        """
        for axis, value in indices.items():
            self.loops[axis] = str(value)
        sides = [self.code(left), self.code(right)]
        arrays = [
            f"    {key!r}: np.array({array.v.real.tolist()!r})," for key, array in sorted(self.world.leaves.items())
        ]
        body = "\n\n".join(self.functions.values())
        imports = "import math" if "math." in body else ""
        lines = [imports, PRELUDE, body, "v = {", *arrays, "}", f"sides = np.broadcast_arrays({sides[0]}, {sides[1]})"]
        lines.append(f"left, right = (side[{entry[0] - 1}, {entry[1] - 1}] for side in sides)")
        return "\n".join(line for line in lines if line)

    def symbol(self, key: str) -> str:
        """A given array, or a call of the function that computes a defined one."""
        definition = self.world.book.definitions.get(key)
        if definition is None:
            return f"v[{key!r}]"
        if key not in self.names:
            name = re.sub(r"\W+", "_", key).strip("_") or "x"
            while f"def {name}(" in "".join(self.functions.values()) or name in TAKEN or keyword.iskeyword(name):
                name += "_"
            self.names[key] = name
            saved, self.loops = self.loops, {}
            if definition.index is None:
                body = self.code(definition.node)
            else:
                count = self.world.size(definition.count if definition.count is not None else 1)
                variable = self.loop(definition.index)
                body = f"np.array([{self.code(definition.node)} for {variable} in range(1, {count + 1})])"
            self.loops = saved
            # Where the symbol is varied itself, it is no longer what its definition says.
            self.functions[key] = f"def {name}(v):\n    return v[{key!r}] if {key!r} in v else {body}"
        return f"{self.names[key]}(v)"

    def loop(self, axis: str) -> str:
        """The Python name of a running index."""
        name = re.sub(r"\W+", "_", axis)
        self.loops[axis] = name
        return name

    def code(self, node: Node) -> str:
        """The expression, as an array of rows and columns."""
        match node:
            case ex.Number(value):
                return f"number({value!r})"
            case ex.Size(dim):
                return f"number({self.world.size(dim)})"
            case ex.Index(name):
                return f"number({self.loops[name]})"
            case ex.Symbol(key):
                return self.symbol(key)
            case ex.Member(key, index):
                return f"{self.symbol(key)}[{self.whole(index)} - 1]"
            case ex.Entry(body, i, j):
                return f"number({self.code(body)}[{self.whole(i)} - 1, {self.whole(j)} - 1])"
            case ex.Row(body, i):
                return f"{self.code(body)}[[{self.whole(i)} - 1], :].T"
            case ex.Column(body, j):
                return f"{self.code(body)}[:, [{self.whole(j)} - 1]]"
            case ex.Call(op, args, data):
                return self.call(op, args, data)
            case ex.Over():
                return self.over(node)
            case ex.Compare(op, left, right):
                sign = {"=": "=="}.get(op, op)
                return f"(({self.code(left)} {sign} {self.code(right)}) * 1.0)"
            case ex.Piecewise(branches):
                out = "np.nan"
                for body, test in reversed(branches):
                    out = (
                        self.code(body)
                        if test is None
                        else f"np.where({self.code(test)} != 0, {self.code(body)}, {out})"
                    )
                return out
            case ex.Map(parameter, body, arg, order):
                return self.map(parameter, body, arg, order)
            case ex.At(body, keys, values):
                places = ", ".join(f"{key!r}: {self.code(value)}" for key, value in zip(keys, values, strict=True))
                return f"(lambda v: {self.code(body)})({{**v, {places}}})"
            case ex.Apply(key, (arg,), order, False):
                return self.arbitrary(key, arg, order)
            case ex.Derivative(body, wrt, layout):
                return self.derivative(body, wrt, layout)
        raise NotEmitted(type(node).__name__)

    def whole(self, node: Node) -> str:
        """An index as a Python integer."""
        match node:
            case ex.Number(value):
                return str(int(value))
            case ex.Size(dim):
                return str(self.world.size(dim))
            case ex.Index(name):
                return self.loops[name]
        return f"int(scalar({self.code(node)}))"

    def call(self, op: str, args: tuple[Node, ...], data: tuple) -> str:
        """An operation."""
        if op == "spread":  # it binds the indices of its body
            return self.spread(args[0], data)
        codes = [self.code(arg) for arg in args]
        if op == "add":
            return (
                "("
                + " ".join(("+ " if sign == 1 else "- ") + code for sign, code in zip(data, codes, strict=True))
                + ")"
            )
        if op == "elementwise":
            return self.function(data[0], codes[0])
        if op in OWN_SOURCES:
            return self.own(op, codes)
        if op in ("softmax", "logsumexp"):
            return f"{op}({codes[0]}.T).T" if data == ("row",) else f"{op}({codes[0]})"
        if op == "matrix power":
            return f"np.linalg.matrix_power({codes[0]}, {data[0]})"
        if op == "larger":
            return f"np.{'minimum' if data == ('min',) else 'maximum'}({codes[0]}, {codes[1]})"
        if op == "norm" and data[0] == 2:
            return f"number(np.sqrt(({codes[0]} ** 2).sum()))"
        if op == "norm" and data[0] == 1:
            return f"number(np.abs({codes[0]}).sum())"
        if op in ("ones", "zeros"):
            return f"np.{op}(({self.world.size(data[0])}, {self.world.size(data[1])}))"
        if op == "identity":
            return f"np.eye({self.world.size(data[0])})"
        if op == "blocks":
            rows, k = [], 0
            for count in data:
                rows.append("[" + ", ".join(codes[k : k + count]) + "]")
                k += count
            return f"np.block([{', '.join(rows)}])"
        if op in CALLS:
            return CALLS[op].format(*codes)
        raise NotEmitted(op)

    def function(self, name: str, code: str) -> str:
        """A function of one number, with the source of what it calls."""
        function = FUNCTIONS[name]
        if function.numpy is None:
            raise NotEmitted(f"{name}, whose source is not known")
        if function.helper:
            self.functions[f"function {name}"] = function.helper
        return function.numpy.format(code)

    def own(self, name: str, codes: list[str]) -> str:
        """A user's operation, by its own source."""
        source = OWN_SOURCES[name]
        if source is None:
            raise NotEmitted(f"{name}, whose source is not known")
        self.functions[f"own {name}"] = source
        return f"own_{name}({', '.join(codes)})"

    def spread(self, body: Node, data: tuple) -> str:
        """A matrix from its entries."""
        row, column, rows, columns = data
        i = self.loop(row) if row is not None else "_"
        j = self.loop(column) if column is not None else "_"
        outer = f"range(1, {self.world.size(rows) + 1})" if row is not None else "range(1)"
        inner = f"range(1, {self.world.size(columns) + 1})" if column is not None else "range(1)"
        return f"np.block([[{self.code(body)} for {j} in {inner}] for {i} in {outer}])"

    def over(self, node: ex.Over) -> str:
        """A sum, product, largest or mean over an index."""
        low, high = self.whole(node.low), self.whole(node.high)
        name = self.loop(node.index)
        test = "".join(f" if scalar({self.code(condition)})" for condition in node.conditions)
        terms = f"[{self.code(node.body)} for {name} in range({low}, {high} + 1){test}]"
        function = {"sum": "sum", "prod": "np.prod", "max": "np.max", "min": "np.min", "mean": "np.mean"}[node.kind]
        return f"sum({terms})" if node.kind == "sum" else f"{function}({terms}, axis=0)"

    def map(self, parameter: str, body: Node, arg: Node, order: int) -> str:
        """A function of one number at every entry."""
        name = self.loop(parameter)
        at = f"scalar({self.code(body)})"
        function = f"(lambda {name}: {at})"
        for _ in range(order):
            function = f"(lambda t, f={function}: (f(t + 1e-5) - f(t - 1e-5)) / 2e-5)"
        return f"np.vectorize({function}, otypes=[float])({self.code(arg)})"

    def arbitrary(self, key: str, arg: Node, order: int) -> str:
        """The smooth function that was drawn for f, or one of its derivatives."""
        slope, waves = smooth_function(self.world.rng(f"function {key}"))
        x = self.code(arg)
        parts = [f"{slope!r} * x"] if order == 0 else [repr(slope)] if order == 1 else []
        for a, w, phase in waves:
            parts.append(f"{a * w**order!r} * np.sin({w!r} * x + {phase + order * np.pi / 2!r})")
        return f"(lambda x: {' + '.join(parts)})({x})"

    def derivative(self, body: Node, wrt: Node, layout: str) -> str:
        """Central differences by the whole symbol, and of these the part that is meant."""
        match wrt:
            case ex.Symbol(key):
                part = "{0}"
            case ex.Member(key, index):
                part = f"{{0}}[:, :, {self.whole(index)} - 1]"
            case ex.Entry(ex.Symbol(key), i, j):
                part = f"{{0}}[:, :, [{self.whole(i)} - 1]][:, :, :, [{self.whole(j)} - 1]]"
            case ex.Row(ex.Symbol(key), i):
                part = f"{{0}}[:, :, [{self.whole(i)} - 1]].transpose(0, 1, 3, 2)"
            case _:
                raise NotEmitted("a derivative by this")
        if any(isinstance(n, ex.Derivative) for n in parts_of(body)):
            raise NotEmitted("a derivative of a derivative")
        definition = self.world.book.definitions.get(key)
        if definition is not None and regrouped(self.world.book, body, definition.node, key):
            raise NotEmitted("a definition inside a longer product or sum")
        function = f"(lambda v: {self.code(body)})"
        varied = f"{{**v, {key!r}: {self.symbol(key)}}}"
        D = part.format(f"difference({function}, {varied}, {key!r})")
        if layout not in LAYOUTS:
            raise NotEmitted(layout)
        return LAYOUTS[layout].format(D)


def numpy_code(
    world: World, left: Node, right: Node, indices: dict[str, int], entry: tuple[int, int] = (1, 1)
) -> str | None:
    """Runnable code for both sides at one draw, one value of every free index and one entry; None if there is none."""
    try:
        code = Emitter(world).program(left, right, indices, entry)
    except (NotEmitted, KeyError):
        return None
    return code if len(code) < MAX_CHARACTERS else None
