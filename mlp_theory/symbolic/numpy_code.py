"""An expression as NumPy that runs as it stands: for a counterexample that anybody can repeat.

Definitions become functions of the page's given arrays, sums become loops, derivatives become central
differences: slow, plain, and independent of the evaluator.
"""

from __future__ import annotations

import keyword
import re

import numpy as np

from mlp_theory.symbolic.arbitrary import smooth_function
from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.expressions import (
    Apply,
    At,
    Call,
    Column,
    Compare,
    Derivative,
    Entry,
    Index,
    Map,
    Member,
    Node,
    Number,
    Over,
    Piecewise,
    Row,
    Size,
    Symbol,
)
from mlp_theory.symbolic.world import World

PRELUDE = '''import numpy as np

def difference(f, v, key, h=1e-6):
    """Central differences of f by every entry of v[key]: shape (*f, *v[key])."""
    x = v[key]
    out = np.zeros((*f(v).shape, *x.shape))
    for k in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[k] = h
        out[(..., *k)] = (f({**v, key: x + step}) - f({**v, key: x - step})) / (2 * h)
    return out

def gradient(D):
    return D[0, 0]

def jacobian(D):
    return D.reshape(D.shape[0] * D.shape[1], -1)

def scalar(x):
    return np.asarray(x, dtype=float).reshape(-1)[0]

def number(x):
    return np.array([[float(x)]])

def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)

def logsumexp(Z):
    return Z.max(axis=0, keepdims=True) + np.log(np.exp(Z - Z.max(axis=0)).sum(axis=0, keepdims=True))

def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))
'''

ELEMENTWISE = {
    "relu": "np.maximum({0}, 0)", "sigmoid": "sigmoid({0})", "softplus": "np.logaddexp(0, {0})",
    "sign": "np.sign({0})",
    "step": "({0} > 0) * 1.0", "erf": "np.vectorize(__import__('math').erf)({0})",
}  # fmt: skip
CALLS = {
    "times": "({0} * {1})", "divide": "({0} / {1})", "matmul": "({0} @ {1})", "transpose": "{0}.T",
    "power": "{0} ** {1}",
    "column sums": "{0}.sum(axis=0, keepdims=True)", "total": "number({0}.sum())", "trace": "number(np.trace({0}))",
    "diagonal matrix": "np.diag({0}.ravel())", "diagonal": "np.diag({0})[:, None]", "kron": "np.kron({0}, {1})",
    "vec": "{0}.reshape(-1, 1, order='F')", "inverse": "np.linalg.inv({0})",
    "determinant": "number(np.linalg.det({0}))",
    "squared norm": "number(({0} ** 2).sum())", "mean of entries": "number({0}.mean())",
}  # fmt: skip


TAKEN = {"np", "v", "number", "scalar", "sides", "left", "right", "difference", "gradient", "jacobian"}


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
        lines = [PRELUDE, body, "v = {", *arrays, "}", f"sides = np.broadcast_arrays({sides[0]}, {sides[1]})"]
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
            case Number(value):
                return f"number({value!r})"
            case Size(dim):
                return f"number({self.world.size(dim)})"
            case Index(name):
                return f"number({self.loops[name]})"
            case Symbol(key):
                return self.symbol(key)
            case Member(key, index):
                return f"{self.symbol(key)}[{self.whole(index)} - 1]"
            case Entry(body, i, j):
                return f"number({self.code(body)}[{self.whole(i)} - 1, {self.whole(j)} - 1])"
            case Row(body, i):
                return f"{self.code(body)}[[{self.whole(i)} - 1], :].T"
            case Column(body, j):
                return f"{self.code(body)}[:, [{self.whole(j)} - 1]]"
            case Call(op, args, data):
                return self.call(op, args, data)
            case Over():
                return self.over(node)
            case Compare(op, left, right):
                sign = {"=": "=="}.get(op, op)
                return f"(({self.code(left)} {sign} {self.code(right)}) * 1.0)"
            case Piecewise(branches):
                out = "np.nan"
                for body, test in reversed(branches):
                    out = (
                        self.code(body)
                        if test is None
                        else f"np.where({self.code(test)} != 0, {self.code(body)}, {out})"
                    )
                return out
            case Map(parameter, body, arg, order):
                return self.map(parameter, body, arg, order)
            case At(body, keys, values):
                places = ", ".join(f"{key!r}: {self.code(value)}" for key, value in zip(keys, values, strict=True))
                return f"(lambda v: {self.code(body)})({{**v, {places}}})"
            case Apply(key, (arg,), order, False):
                return self.arbitrary(key, arg, order)
            case Derivative(body, wrt, layout):
                return self.derivative(body, wrt, layout)
        raise NotEmitted(type(node).__name__)

    def whole(self, node: Node) -> str:
        """An index as a Python integer."""
        match node:
            case Number(value):
                return str(int(value))
            case Size(dim):
                return str(self.world.size(dim))
            case Index(name):
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
            return ELEMENTWISE.get(data[0], f"np.{data[0]}({{0}})").format(*codes)
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

    def spread(self, body: Node, data: tuple) -> str:
        """A matrix from its entries."""
        row, column, rows, columns = data
        i = self.loop(row) if row is not None else "_"
        j = self.loop(column) if column is not None else "_"
        outer = f"range(1, {self.world.size(rows) + 1})" if row is not None else "range(1)"
        inner = f"range(1, {self.world.size(columns) + 1})" if column is not None else "range(1)"
        return f"np.block([[{self.code(body)} for {j} in {inner}] for {i} in {outer}])"

    def over(self, node: Over) -> str:
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
            case Symbol(key):
                part = "{0}"
            case Member(key, index):
                part = f"{{0}}[:, :, {self.whole(index)} - 1]"
            case Entry(Symbol(key), i, j):
                part = f"{{0}}[:, :, [{self.whole(i)} - 1]][:, :, :, [{self.whole(j)} - 1]]"
            case Row(Symbol(key), i):
                part = f"{{0}}[:, :, [{self.whole(i)} - 1]].transpose(0, 1, 3, 2)"
            case _:
                raise NotEmitted("a derivative by this")
        if any(isinstance(n, Derivative) for n in parts_of(body)):
            raise NotEmitted("a derivative of a derivative")
        function = f"(lambda v: {self.code(body)})"
        varied = f"{{**v, {key!r}: {self.symbol(key)}}}"
        D = part.format(f"difference({function}, {varied}, {key!r})")
        if layout == "gradient":
            return f"gradient({D})"
        if layout == "row":
            return f"gradient({D}).T"
        if layout == "by a number":
            return f"{D}[:, :, 0, 0]"
        if layout == "transposed":
            return f"jacobian({D}).T"
        if layout == "jacobian":
            return f"jacobian({D})"
        raise NotEmitted(layout)


def numpy_code(
    world: World, left: Node, right: Node, indices: dict[str, int], entry: tuple[int, int] = (1, 1)
) -> str | None:
    """Runnable code for both sides at one draw, one value of every free index and one entry; None if there is none."""
    try:
        code = Emitter(world).program(left, right, indices, entry)
    except (NotEmitted, KeyError):
        return None
    return code if np.isfinite(len(code)) and len(code) < 200_000 else None
