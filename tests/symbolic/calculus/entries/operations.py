"""Every operation that has a meaning in entries, on letters of different sizes."""

from mlp_theory.symbolic.dimensions import plus
from mlp_theory.symbolic.expressions import Apply, Call, Number, Variable
from mlp_theory.symbolic.function_record import FUNCTIONS


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
    "inverse": Call("inverse", (S,), ()),
    "determinant": Call("determinant", (S,), ()),
    "log-determinant": Call("log-determinant", (S,), ()),
    "largest entry": Call("largest entry", (A,), ("column",)),
    "where largest": Call("where largest", (A,), ()),
    "vec": Call("vec", (A,), ()),
    "vec of a row": Call("vec", (y,), ()),
    "vec, back": Call("unvec", (letter("v", "d·m", 1),), ("m", "d")),
    "Kronecker product": Call("kron", (A, B), ()),
    "Kronecker product with a column": Call("kron", (x, B), ()),
    "Kronecker product of three": Call("kron", (A, Call("kron", (x, C), ())), ()),
    "inner products of blocks": Call("inner of blocks", (letter("G", "d·m", "d·n"), B), ("m", "d")),
    "sum of blocks": Call("sum of blocks", (letter("G", "d·m", "d·n"), A), ("d", "n")),
    "beside": Call("blocks", (A, D, x), (3,)),
    "stacked": Call("blocks", (y, B), (1, 1)),
    "rows and columns of blocks": Call("blocks", (A, x, letter("E", "h", "d"), letter("w", "h", 1)), (2, 2)),
    "part": Call("part", (letter("Q", plus("m", 2), "d"),), (1, 0, "m", "d")),
    "last column": Call("part", (letter("Q", "m", plus("n", 1)),), (0, "n", "m", 1)),
    "arbitrary function": Apply("f", (A,), 0, False),
    **{name: Call("elementwise", (A,), (name,)) for name in FUNCTIONS},
}

CONSTANTS = {
    "ones": Call("ones", (), ("m", "n")),
    "zeros": Call("zeros", (), ("m", "n")),
    "identity": Call("identity", (), ("m",)),
    "commutation": Call("commutation", (), ("m", "n")),
}


def arguments():
    """Every operation with each of its arguments that is a letter."""
    return [(name, k) for name, op in OPERATIONS.items() for k, arg in enumerate(op.args) if isinstance(arg, Variable)]
