"""Examples of the laws of broadcasting, means, vec and quotients, together with those of `examples`."""

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.expressions import Differential, Named, Node, Number, Size
from tests.symbolic.calculus import examples
from tests.symbolic.calculus.examples import (
    AT,
    EXP,
    MINUS,
    ONES,
    POSITIVE,
    TWO,
    A,
    B,
    C,
    E,
    M,
    N,
    f,
    letter,
    of,
    op,
    s,
    x,
    y,
)

r, u, v = letter("r", 1, "k"), letter("u", "m", 1), letter("v", "m", 1)
D, F, G, H = letter("D", "k", "n"), letter("F", "n", "m"), letter("G", "m", "m"), letter("H", "n", "k")
L = letter("L", *(2 * al.shape_of(op("kron", A, E))[:1]))
X, Z = letter("X", "n", 1), letter("Z", 1, "n")
U, V = al.product(u, al.ones(1, "k")), al.product(v, al.ones(1, "k"))
"""Columns that are repeated."""
Y, R = al.product(al.ones("m", 1), y), al.product(al.ones("m", 1), r)
"""Rows that are repeated."""
ONE_K, ONE_M, ONES_MM = al.ones("k", 1), al.ones(1, "m"), al.ones("m", "m")
PER_K, PER_M = al.power(Size("k"), -1), al.power(Size("m"), -1)
CENTRED = al.minus(A, al.times(PER_K, al.product(A, al.ones("k", 1), al.ones(1, "k"))))
CENTRED_COLUMNS = al.minus(A, al.times(PER_M, al.product(al.ones("m", "m"), A)))
PLUS_ONE = al.power(al.plus(ONES, EXP), -1)
INVERSE = al.power(POSITIVE, -1)
I, I_K = al.identity("m"), al.identity("k")
INCREMENT = Differential(A, (A,))


def kron(a: Node, b: Node) -> Node:
    return op("kron", a, b)


LAW_EXAMPLES: dict[tuple[str, str], tuple[Node, ...]] = examples.LAW_EXAMPLES | dict(
    [
        of(
            "add",
            "blocks in their places",
            al.plus(op("blocks", A, al.zeros("n", "k"), data=(1, 1)), op("blocks", al.zeros("m", "k"), H, data=(1, 1))),
        ),
        of(
            "matmul",
            "inner product with the identity",
            al.product(ONE_M, al.times(N, I), al.ones("m", 1)),
            al.product(ONE_M, al.times(TWO, s, I, M, N), al.ones("m", 1)),
        ),
        of(
            "matmul",
            "inner product of columns",
            al.product(ONE_M, al.times(u, v)),
            al.product(ONE_M, al.times(x, al.product(A, op("transpose", y)))),
            al.product(al.times(y, r), ONE_K),
            al.product(u, al.times(y, r), ONE_K, Z),
        ),
        of(
            "matmul",
            "mixed product",
            al.product(kron(A, C), kron(B, D)),
            al.product(kron(u, A), B),
            al.product(E, A, kron(Z, B)),
            al.product(kron(u, A), kron(ONE_K, Z)),
            al.product(kron(A, B), kron(ONE_K, X)),
        ),
        of(
            "matmul",
            "product with one less than the identity",
            al.product(E, al.minus(I, N)),
            al.product(E, al.minus(al.product(u, ONE_M), I), A, B),
            al.product(E, N, al.plus(I, al.times(TWO, N))),
            al.product(r, al.minus(I_K, al.times(PER_K, al.ones("k", "k")))),
        ),
        of(
            "matmul",
            "a commutation twice",
            al.product(op("commutation", data=("k", "m")), op("commutation", data=("m", "k"))),
            al.product(op("commutation", data=("m", "k")), op("commutation", data=("k", "m")), op("vec", AT)),
        ),
        of(
            "matmul",
            "a repeated column out of row sums",
            al.product(al.times(A, U), ONE_K),
            al.product(al.times(s, A, al.power(U, 2), V, C), al.ones("k", "n"), E),
            al.product(al.times(A, al.product(C, al.ones("k", "k"))), ONE_K),
            al.product(al.times(R, U), ONE_K),
            al.product(al.times(A, al.product(u, s, al.ones(1, "k"))), ONE_K),
        ),
        of(
            "matmul",
            "a repeated row out of column sums",
            al.product(ONE_M, al.times(A, R)),
            al.product(al.ones("n", "m"), al.times(s, A, al.power(R, 2), Y), B),
            al.product(ONE_M, al.times(A, al.product(ONES_MM, C))),
            al.product(ONE_M, al.times(Y, U)),
        ),
        of(
            "matmul",
            "what a mean leaves",
            al.product(CENTRED, ONE_K),
            al.product(Named("Q", CENTRED), al.ones("k", "n")),
            al.product(al.times(s, CENTRED, U), ONE_K),
            al.product(al.minus(C, CENTRED), ONE_K),
            al.product(ONE_M, CENTRED_COLUMNS),
            al.product(al.ones("n", "m"), al.times(CENTRED_COLUMNS, R)),
            al.product(ONE_M, al.plus(CENTRED_COLUMNS, C), B),
        ),
        of(
            "times",
            "commutativity, entry by entry",
            al.times(INCREMENT, A),
            al.times(A, al.product(N, INCREMENT), s, C, TWO),
        ),
        of(
            "times",
            "multiplied out, entry by entry",
            al.times(al.minus(al.times(A, INVERSE), C), POSITIVE),
            al.times(al.minus(al.times(s, INVERSE), A), POSITIVE),
            al.times(TWO, al.plus(al.times(U, INVERSE), al.times(s, INVERSE)), POSITIVE),
        ),
        of(
            "times",
            "sigmoid",
            al.times(EXP, PLUS_ONE),
            al.times(TWO, EXP, C, PLUS_ONE),
            al.times(EXP, C, EXP, PLUS_ONE),
            al.times(f("exp", s), al.power(al.plus(f("exp", s), al.ONE), -1), A),
        ),
        of(
            "times",
            "repeated columns",
            al.times(U, V),
            al.times(U, U),
            al.times(s, U, A, al.power(V, 2), C),
            al.times(U, al.product(A, al.ones("k", "k"))),
            al.times(U, ONES, al.product(ONES_MM, v, al.ones(1, "k"))),
        ),
        of(
            "times",
            "repeated rows",
            al.times(Y, R),
            al.times(R, R),
            al.times(TWO, A, R, al.power(Y, 3), U),
            al.times(R, al.product(ONES_MM, A)),
        ),
        of(
            "power",
            "sigmoid",
            al.power(al.plus(ONES, f("exp", al.times(MINUS, A))), -1),
            al.power(al.plus(f("exp", al.times(Number(-2.0), s, A)), ONES), -1),
            al.power(al.plus(al.ONE, f("exp", al.times(MINUS, s))), -1),
        ),
        of(
            "power",
            "power of a repeated column",
            al.power(U, 2),
            al.power(al.product(POSITIVE, al.ones("k", "n")), -1),
            al.power(al.power(U, 2), 0.5),
            al.power(al.product(y, ONE_K, al.ones(1, "n")), 3),
        ),
        of(
            "add",
            "multiplied out, entry by entry",
            al.minus(al.times(al.minus(ONES, A), C), al.times(A, al.minus(ONES, C))),
            al.minus(al.times(al.plus(A, C), al.minus(A, C)), al.power(A, 2)),
            al.minus(al.times(al.plus(A, C), INVERSE, POSITIVE), al.plus(A, C)),
        ),
        of(
            "add",
            "common Kronecker factor",
            al.minus(kron(A, B), kron(A, D)),
            op("add", kron(A, B), kron(C, B), kron(A, B), data=(1, -1, 1)),
            al.plus(kron(A, A), kron(A, A)),
        ),
        of(
            "add",
            "common Kronecker factor on the right",
            al.minus(kron(A, E), al.product(L, kron(A, E))),
            op("add", al.product(L, kron(A, E)), kron(A, E), al.product(L, L, kron(A, E)), data=(1, -1, 1)),
        ),
        of(
            "add",
            "common repeated column",
            al.plus(al.times(U, A), al.product(al.times(u, v), al.ones(1, "k"))),
            al.minus(al.times(TWO, s, U, V), al.times(U, C)),
            al.plus(al.times(U, U, A), al.times(U, C)),
            al.minus(al.product(al.times(TWO, u, v), al.ones(1, "k")), U),
        ),
        of(
            "add",
            "common repeated row",
            al.plus(al.times(Y, A), al.product(al.ones("m", 1), al.times(y, r))),
            al.minus(al.times(TWO, s, Y, R), al.times(Y, C)),
            al.plus(al.times(R, R, A), al.times(R, C)),
            al.minus(Y, al.product(al.ones("m", 1), al.times(TWO, y, r))),
        ),
        of(
            "add",
            "common denominator",
            op("add", A, al.times(PER_K, C), al.times(PER_K, POSITIVE), data=(1, -1, -1)),
            op("add", A, al.times(TWO, s, PER_M, C), al.times(PER_M, PER_M, POSITIVE), data=(-1, 1, 1)),
            op("add", u, al.times(PER_M, x), al.times(PER_M, v), data=(1, 1, -1)),
        ),
        of(
            "elementwise",
            "softplus",
            f("log", al.plus(ONES, EXP)),
            f("log", al.plus(f("exp", s), al.ONE)),
        ),
        of("kron", "Kronecker product with a number", kron(s, A), kron(A, s), kron(s, s), kron(TWO, x)),
        of(
            "kron",
            "a number before a Kronecker factor",
            kron(al.times(TWO, s, A), B),
            kron(A, al.times(s, B, D)),
            kron(al.times(TWO, A), al.times(s, x)),
        ),
        of("kron", "Kronecker product of identities", kron(I, I_K), kron(I, al.identity(2))),
        of("kron", "Kronecker product of ones", kron(ONES, al.ones("k", "n")), kron(al.ones(1, "k"), al.ones("n", 1))),
        of("kron", "outer product", kron(y, x), kron(x, y), kron(Z, X)),
    ]
)
