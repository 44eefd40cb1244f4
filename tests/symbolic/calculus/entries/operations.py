"""Every operation that has a meaning in entries, on letters of different sizes."""

from mlp_theory.symbolic.calculus.operations.entrywise import DERIVATIVES
from mlp_theory.symbolic.expressions import Apply, Call, Number, Variable


def letter(name, rows, columns):
    return Variable(name, rows, columns, frozenset())


A, B, C, D = letter("A", "m", "d"), letter("B", "d", "n"), letter("C", "n", "h"), letter("D", "m", "d")
S, x, y, z, s = letter("S", "m", "m"), letter("x", "m", 1), letter("y", 1, "n"), letter("z", "n", 1), letter("s", 1, 1)

OPERATIONS = {
    "product": Call("matmul", (A, B), ()),
    "product of three": Call("matmul", (A, B, C), ()),
    "outer product": Call("matmul", (x, y), ()),
    "inner product": Call("matmul", (y, z), ()),
    "sum": Call("add", (A, D), (1, -1)),
    "entrywise product": Call("times", (A, D), ()),
    "a number times": Call("times", (s, A), ()),
    "transpose": Call("transpose", (A,), ()),
    "transpose of a column": Call("transpose", (x,), ()),
    "log-sum-exp": Call("logsumexp", (A,), ()),
    "softmax": Call("softmax", (A,), ()),
    "softmax of a column": Call("softmax", (x,), ()),
    "trace": Call("trace", (S,), ()),
    "diagonal": Call("diagonal", (S,), ()),
    "diagonal matrix": Call("diagonal matrix", (x,), ()),
    "squared norm": Call("squared norm", (A,), (2,)),
    "norm": Call("norm", (A,), (2,)),
    "square": Call("power", (A, Number(2.0)), ()),
    "reciprocal": Call("power", (A, Number(-1.0)), ()),
    "root as a power": Call("power", (A, Number(0.5)), ()),
    "arbitrary function": Apply("f", (A,), 0, False),
    **{name: Call("elementwise", (A,), (name,)) for name in DERIVATIVES},
}

CONSTANTS = {
    "ones": Call("ones", (), ("m", "n")),
    "zeros": Call("zeros", (), ("m", "n")),
    "identity": Call("identity", (), ("m",)),
}


def arguments():
    """Every operation with each of its arguments that is a letter."""
    return [(name, k) for name, op in OPERATIONS.items() for k, arg in enumerate(op.args) if isinstance(arg, Variable)]
