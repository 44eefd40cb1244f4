"""Example expressions: one or more for every operation with a pull-back, and for every law of algebra."""

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.table import dim_times
from mlp_theory.symbolic.dimensions import plus
from mlp_theory.symbolic.expressions import Call, Named, Node, Number, Variable


def letter(name, rows, columns, *known) -> Node:
    return Variable(name, rows, columns, frozenset(known))


def f(name, a):
    return al.elementwise(name, a)


def op(name, *args, data=()):
    return Call(name, args, data)


def operations(m, k, n):
    """By the name of the operation: calls of it, of the shapes m × k and the like."""
    A, B, C = letter("A", m, k), letter("B", k, n), letter("C", n, m)
    D, s, x = letter("D", m, k), letter("s", 1, 1), letter("x", m, 1)
    S = letter("S", m, m, "invertible")
    P = letter("P", m, k, "positive")
    G, v = letter("G", dim_times("G", m, k), dim_times("G", k, n)), letter("v", dim_times("v", m, k), 1)
    return {
        "matmul": [al.product(A, B), al.product(A, B, C), al.product(A, op("transpose", A)), al.product(x, s)],
        "add": [al.plus(A, D), op("add", A, D, A, data=(1, -1, -1)), op("add", A, data=(-1,))],
        "times": [al.times(A, D), al.times(s, A, D), al.times(s, s), al.times(A, s, A)],
        "transpose": [op("transpose", A)],
        "power": [al.power(A, 2), al.power(P, -1), al.power(P, 0.5), al.power(A, 3), al.power(A, 0)],
        "elementwise": [],  # each function is an example of its own
        "trace": [op("trace", S), op("trace", al.product(A, B, C))],
        "inverse": [op("inverse", S)],
        "determinant": [op("determinant", S)],
        "log-determinant": [op("log-determinant", S)],
        "diagonal": [op("diagonal", S)],
        "diagonal matrix": [op("diagonal matrix", x)],
        "squared norm": [op("squared norm", A, data=(2,))],
        "norm": [op("norm", A, data=(2,))],
        "logsumexp": [op("logsumexp", A)],
        "softmax": [op("softmax", A)],
        "largest entry": [op("largest entry", A, data=("column",))],
        "where largest": [op("where largest", A)],
        "vec": [op("vec", A)],
        "unvec": [
            op("unvec", op("vec", A), data=(k, m)),
            op("unvec", v, data=(m, k)),
        ],
        "kron": [op("kron", A, B), op("kron", x, C)],
        "inner of blocks": [op("inner of blocks", G, B, data=(m, k))],
        "sum of blocks": [op("sum of blocks", G, A, data=(k, n))],
        "blocks": [
            op("blocks", A, D, data=(2,)),
            op("blocks", A, x, letter("E", n, k), letter("y", n, 1), data=(2, 2)),
        ],
        "part": [
            op("part", letter("Q", plus(m, 2), plus(k, 1)), data=(1, 0, m, k)),
            op("part", A, data=(0, 0, m, k)),
            op("part", letter("Q", plus(m, 2), plus(k, 1)), data=(2, 1, m, k)),
        ],
        "ones": [al.plus(al.product(op("ones", data=(n, m)), A), letter("H", n, k))],
        "zeros": [al.product(op("zeros", data=(n, m)), A)],
        "identity": [al.product(op("identity", data=(m,)), A)],
        "commutation": [al.product(op("commutation", data=(m, k)), op("vec", A))],
    }


A, B, C, E = letter("A", "m", "k"), letter("B", "k", "n"), letter("C", "m", "k"), letter("E", "n", "m")
M, N = letter("M", "m", "m", "invertible"), letter("N", "m", "m")
s, r = letter("s", 1, 1), letter("r", 1, 1)
x, y = letter("x", "m", 1), letter("y", 1, "k")
POSITIVE, ONEHOT = letter("U", "m", "k", "positive"), letter("T", "m", "k", "one-hot columns", "unit column sums")
SYMMETRIC = letter("Q", "m", "m", "symmetric")
TWO, THREE, MINUS = Number(2.0), Number(3.0), Number(-1.0)
AT = op("transpose", A)
ONES = al.ones("m", "k")
EXP = f("exp", A)


def of(op_name, law, *nodes):
    return (op_name, law), nodes


LAW_EXAMPLES: dict[tuple[str, str], tuple[Node, ...]] = dict(
    [
        of("matmul", "associativity", al.product(al.product(A, B), E), al.product(A, al.product(B, E))),
        of("matmul", "a zero factor", al.product(A, al.zeros("k", "n"))),
        of(
            "matmul",
            "a factor that is a number",
            al.product(x, s, y),
            al.product(A, al.times(TWO, s, B)),
            al.product(s, r),
        ),
        of("matmul", "identity", al.product(al.identity("m"), A), al.product(al.identity("m"), al.identity("m"))),
        of(
            "matmul",
            "inverse",
            al.product(M, op("inverse", M), A),
            al.product(N, op("inverse", M), M),
            al.product(op("transpose", op("inverse", M)), op("transpose", M)),
        ),
        of(
            "matmul",
            "sums of ones",
            al.product(al.ones(1, "n"), al.ones("n", 1)),
            al.product(al.ones("m", 3), al.ones(3, 1)),
            al.product(al.ones("m", 1), al.ones(1, "k"), B),
        ),
        of(
            "matmul",
            "columns that sum to one",
            al.product(al.ones(1, "m"), ONEHOT),
            al.product(al.ones("n", "m"), Named("P", op("softmax", A))),
            al.product(op("transpose", ONEHOT), al.ones("m", 1)),
        ),
        of(
            "matmul",
            "a diagonal matrix and ones",
            al.product(op("diagonal matrix", x), al.ones("m", 1)),
            al.product(al.ones(1, "m"), op("diagonal matrix", x)),
            al.product(al.ones("n", "m"), op("diagonal matrix", x)),
            al.product(op("diagonal matrix", x), al.ones("m", "k")),
        ),
        of("trace", "trace of a number", op("trace", s)),
        of("trace", "trace of a transpose", op("trace", op("transpose", N))),
        of("trace", "a number before a matrix", op("trace", al.times(TWO, s, N))),
        of("inverse", "inverse of an inverse", op("inverse", op("inverse", M)), op("inverse", al.identity("m"))),
        of("inverse", "inverse of a transpose", op("inverse", op("transpose", M))),
        of("determinant", "determinant of a transpose", op("determinant", op("transpose", N))),
        of("times", "associativity, entry by entry", al.times(A, al.times(C, s)), al.times(al.times(TWO, A), C)),
        of("times", "a zero factor", al.times(al.ZERO, A), al.times(A, al.zeros("m", "k"))),
        of(
            "times", "numbers", al.times(TWO, A, THREE), al.times(A, s), al.times(TWO, Number(0.5)), al.times(al.ONE, A)
        ),
        of("times", "a factor of ones", al.times(A, ONES), al.times(ONES, ONES), al.times(ONES, ONES, s)),
        of(
            "times",
            "equal factors",
            al.times(A, A),
            al.times(A, al.power(A, 2), C),
            al.times(POSITIVE, al.power(POSITIVE, -1)),
            al.times(s, al.power(s, -1)),
        ),
        of("times", "a negative factor", al.times(A, al.negative(C))),
        of(
            "times",
            "softmax",
            al.times(EXP, al.power(al.product(al.ones("m", "m"), EXP), -1)),
            al.times(EXP, C, EXP, al.power(al.product(al.ones("m", "m"), EXP), -1)),
        ),
        of(
            "power",
            "power of a power",
            al.power(al.power(POSITIVE, 2), -1),
            al.power(f("sqrt", POSITIVE), 2),
            op("power", A, al.ONE),
            al.power(A, 0),
            al.power(TWO, 3),
            al.power(ONES, 5),
        ),
        of("power", "power of a product", al.power(al.times(s, A), 3), al.power(al.times(TWO, POSITIVE), -1)),
        of("power", "powers of zeros and ones", al.power(ONEHOT, 2)),
        of(
            "add",
            "a sum in a sum",
            al.minus(A, al.minus(C, A)),
            al.plus(A, al.zeros("m", "k")),
            al.minus(A, al.times(MINUS, C)),
            op("add", A, C, data=(-1, 1)),
            al.negative(al.times(TWO, A)),
            al.minus(A, al.times(MINUS, al.plus(A, C))),
        ),
        of("add", "like terms", al.plus(al.times(TWO, A), A), al.minus(al.times(s, A), al.times(s, A)), al.minus(A, A)),
        of(
            "add",
            "common number",
            al.plus(al.times(s, A), al.times(TWO, s, C)),
            al.minus(al.times(TWO, A), al.times(TWO, C)),
            al.plus(al.times(s, s, A), al.times(s, C)),
        ),
        of(
            "add",
            "common factor, entry by entry",
            al.plus(al.times(A, C), al.times(A, POSITIVE)),
            al.minus(A, al.times(A, C)),
            al.plus(al.times(A, A), al.times(A, C)),
        ),
        of(
            "add",
            "common factor",
            al.plus(al.product(A, B), al.product(C, B)),
            al.minus(al.product(A, B), al.product(A, al.power(B, 2))),
        ),
        of("elementwise", "exp and log", f("exp", f("log", POSITIVE)), f("log", f("exp", A))),
        of("elementwise", "a function of a constant", f("exp", al.ZERO), f("log", al.ONE), f("tanh", al.ZERO)),
        of("elementwise", "log-sum-exp", f("log", al.product(al.ones(1, "m"), EXP))),
        of(
            "diagonal",
            "diagonal of a diagonal matrix",
            op("diagonal", op("diagonal matrix", x)),
            op("diagonal", al.identity("m")),
            op("diagonal", op("transpose", N)),
        ),
        of("diagonal", "a number before a matrix", op("diagonal", al.times(TWO, N))),
        of(
            "diagonal matrix",
            "diagonal matrix of ones",
            op("diagonal matrix", al.ones("m", 1)),
            op("diagonal matrix", al.times(s, x)),
            op("diagonal matrix", op("vec", ONES)),
        ),
        of("vec", "vec of a column", op("vec", x), op("vec", op("unvec", letter("v", 6, 1), data=(2, 3)))),
        of("unvec", "vec and back", op("unvec", op("vec", A), data=("m", "k")), op("unvec", x, data=("m", 1))),
        of("transpose", "transpose of a transpose", op("transpose", AT)),
        of("transpose", "transpose of a number", op("transpose", s)),
        of(
            "transpose",
            "symmetric",
            op("transpose", SYMMETRIC),
            op("transpose", al.identity("m")),
            op("transpose", op("diagonal matrix", x)),
            op("transpose", op("commutation", data=("m", "k"))),
        ),
        of(
            "transpose",
            "transpose of a constant",
            op("transpose", al.ones("m", "k")),
            op("transpose", al.zeros("m", "k")),
        ),
        of("transpose", "transpose of a product", op("transpose", al.product(A, B, E))),
        of("transpose", "transpose of a sum", op("transpose", op("add", A, C, data=(1, -1)))),
        of(
            "transpose",
            "transpose, entry by entry",
            op("transpose", al.times(TWO, A, C)),
            op("transpose", al.power(A, 2)),
        ),
        of("transpose", "transpose of a Kronecker product", op("transpose", op("kron", A, B))),
    ]
)
"""By operation and name of the law."""
