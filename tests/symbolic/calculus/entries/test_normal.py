"""When two numbers with indices are one but for order, brackets and letters; and when they are not."""

import pytest

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.normal import same
from mlp_theory.symbolic.expressions import Apply, Call, Compare, Entry, Index, Number, Over, Size
from tests.symbolic.calculus.entries.operations import S, letter

i, j, k, r, s = (Index(name) for name in "ijkrs")
T = letter("T", "m", "m")


def total(index, body):
    return Over("sum", index.name, al.ONE, Size("m"), (), body, False)


def at(matrix, *indices):
    return Entry(matrix, *indices)


def f(body):
    return Call("elementwise", (body,), ("log",))


A, B = at(S, r, i), at(T, i, s)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (al.times(A, B), al.times(B, A)),
        (total(i, A), total(j, at(S, r, j))),
        (total(i, total(j, at(S, i, j))), total(j, total(i, at(S, i, j)))),
        (total(i, total(j, at(S, i, j))), total(i, total(j, at(S, j, i)))),
        (al.times(A, al.plus(B, A)), al.plus(al.times(A, B), al.power(A, 2))),
        (al.times(at(T, r, s), total(i, A)), total(k, al.times(at(S, r, k), at(T, r, s)))),
        (f(total(i, al.times(A, B))), f(total(j, al.times(at(T, j, s), at(S, r, j))))),
        (al.minus(A, A), Number(0.0)),
        (total(i, al.ONE), Size("m")),
        (al.times(A, al.power(A, -1)), al.ONE),
        (al.times(Compare("=", r, s), at(S, r, r)), al.times(Compare("=", s, r), at(S, s, s))),
        (al.power(al.times(Number(-2.0), A), 2), al.times(Number(4.0), A, A)),
    ],
    ids=["order", "letter", "order of sums", "letters of sums", "brackets", "what a sum does not count",
         "in a function", "difference", "a sum of ones", "reciprocal", "delta", "power"],
)  # fmt: skip
def test_what_is_the_same(a, b):
    assert same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (A, at(S, i, r)),
        (A, at(T, r, i)),
        (A, al.negative(A)),
        (A, al.times(Number(2.0), A)),
        (total(i, A), A),
        (total(i, at(S, i, i)), total(i, total(j, at(S, i, j)))),
        (total(i, al.times(A, B)), al.times(total(i, A), total(i, B))),
        (total(i, A), Over("sum", "i", al.ONE, Size("n"), (), A, False)),
        (f(total(i, A)), total(i, f(A))),
        (al.power(al.power(A, 2), 0.5), A),
        (Apply("g", (A,), 0, False), Apply("g", (A,), 1, False)),
        (al.times(Compare("=", r, s), A), A),
        (al.elementwise("exp", A), al.elementwise("tanh", A)),
        (total(i, f(total(j, f(at(S, i, j))))), total(i, f(total(j, f(at(S, j, j)))))),
    ],
    ids=["transposed", "another letter", "sign", "twice", "a sum", "diagonal", "product of sums", "range",
         "log of a sum", "absolute value", "derivative", "delta", "function",
         "sums inside functions"],
)  # fmt: skip
def test_what_is_not_the_same(a, b):
    assert not same(a, b)


def test_sums_that_nothing_tells_apart_are_tried_in_every_order():
    ring = al.times(at(S, i, j), at(S, j, k), at(S, k, i))
    turned = al.times(at(S, k, j), at(S, i, k), at(S, j, i))
    assert same(total(i, total(j, total(k, ring))), total(j, total(k, total(i, turned))))
    other = al.times(at(S, i, j), at(S, j, k), at(S, i, k))
    assert not same(total(i, total(j, total(k, ring))), total(i, total(j, total(k, other))))
