"""Every pull-back against complex steps, every law of algebra at random arrays, whole expressions of all of them.

The numbers come from `plain`, an evaluator that shares nothing with the package.
"""

import numpy as np
import pytest

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws import LAWS
from mlp_theory.symbolic.calculus.simplify import simplify
from mlp_theory.symbolic.calculus.sweep import pulled_back
from mlp_theory.symbolic.calculus.table import TABLE
from mlp_theory.symbolic.expressions import Apply, Call, Number, Variable
from mlp_theory.symbolic.function_record import FUNCTIONS
from tests.symbolic.calculus import plain
from tests.symbolic.calculus.examples import f, letter, operations
from tests.symbolic.calculus.examples_of_laws import LAW_EXAMPLES

SHAPES = [(1, 1, 1), (3, 2, 4), (2, 3, 1), (1, 4, 2), (4, 1, 3), (5, 5, 2), (2, 5, 5)]
DOMAIN = {"log": (0.2, 2), "sqrt": (0.2, 2), "arcsin": (-0.9, 0.9), "arccos": (-0.9, 0.9), "tan": (-1.2, 1.2)}
"""Where a function of numbers is defined, and no pole near."""


def assert_pullback(node, k, arrays, sizes, rng):
    """P of ⟨G, dF⟩ = ⟨P, dAₖ⟩, against a complex step by every entry of the argument."""
    argument = node.args[k]
    F = plain.value(node, arrays, sizes)
    G = Variable("seed", *F.shape)
    arrays = {**arrays, "seed": rng.normal(size=F.shape)}
    at = plain.value(argument, arrays, sizes)
    # The argument stands for itself at place k alone.
    free = Variable("argument", *at.shape)
    use = _with_argument(node, k, free)
    arrays["argument"] = at
    pulled, _ = pulled_back(G, use, k)
    expected = np.empty(at.shape)
    size = np.empty(at.shape)
    for place in np.ndindex(*at.shape):
        moved = at.astype(complex)
        moved[place] += 1j * plain.STEP
        slope = plain.value(use, {**arrays, "argument": moved}, sizes).imag / plain.STEP
        expected[place], size[place] = (arrays["seed"] * slope).sum(), np.abs(arrays["seed"] * slope).sum()
    found = np.zeros(at.shape) if pulled is None else plain.value(pulled, arrays, sizes)
    assert found.shape == at.shape
    assert np.abs(found - expected).max() <= 1e-12 * max(size.max(), np.abs(F).max())


def _with_argument(node, k, free):
    args = tuple(free if j == k else arg for j, arg in enumerate(node.args))
    return Call(node.op, args, node.data) if isinstance(node, Call) else Apply(node.key, args, node.order, node.scalar)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("name", [name for name in TABLE if name != "elementwise"])
def test_a_pullback_is_the_transposed_differential(name, shape):
    rng = np.random.default_rng(sum(shape))
    for node in operations(*shape)[name]:
        arrays, sizes = plain.draw([node], rng)
        for k, argument in enumerate(node.args):
            if not isinstance(argument, Number):
                assert_pullback(node, k, arrays, sizes, rng)


@pytest.mark.parametrize("shape", SHAPES[:4], ids=str)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_derivative_of_a_function_is_right(name, shape):
    rng = np.random.default_rng(sum(shape))
    rows, columns, _ = shape
    low, high = DOMAIN.get(name, (-2, 2))
    arrays = {"A": rng.uniform(low, high, (rows, columns))}
    assert_pullback(f(name, letter("A", rows, columns)), 0, arrays, {}, rng)


@pytest.mark.parametrize("order", [0, 1, 2])
def test_a_function_that_is_arbitrary_is_differentiated_once_more(order):
    rng = np.random.default_rng(order)
    assert_pullback(Apply("f", (letter("A", 2, 3),), order, False), 0, {"A": rng.normal(size=(2, 3))}, {}, rng)


def test_every_operation_and_every_law_has_an_example():
    assert set(operations(2, 3, 4)) == set(TABLE)
    assert set(LAW_EXAMPLES) == {(op, law.name) for op, laws in LAWS.items() for law in laws}
    for (op, name), examples in LAW_EXAMPLES.items():
        for law in LAWS[op]:
            assert law.name != name or any(law.rewrite(example) is not None for example in examples)


SIZES = [{"m": 3, "k": 2, "n": 4}, {"m": 2, "k": 5, "n": 1}, {"m": 1, "k": 3, "n": 2}, {"m": 4, "k": 1, "n": 5}]


def rewritings():
    """Every law with every example of it."""
    for (op, name), examples in LAW_EXAMPLES.items():
        laws = [law for law in LAWS[op] if law.name == name]
        for number, example in enumerate(examples, 1):
            law = next((law for law in laws if law.rewrite(example) is not None), laws[0])
            yield pytest.param(law, example, id=f"{op}: {name} {number}")


@pytest.mark.parametrize(("law", "before"), list(rewritings()))
def test_a_law_of_algebra_keeps_shape_and_value(law, before):
    after = law.rewrite(before)
    assert after is not None, "the example does not fit"
    assert after is not before
    assert al.shape_of(after) == al.shape_of(before)
    for seed in range(4):
        arrays, sizes = plain.draw([before], np.random.default_rng(seed), SIZES[seed])
        assert_equal(*(plain.value(side, arrays, sizes) for side in (before, after)), size=1.0)


def assert_equal(a, b, size):
    """Equal to 1e-9 of the terms, whose size the caller knows: the laws cancel, and move roundings."""
    assert a.shape == b.shape
    assert np.abs(a - b).max() <= 1e-9 * max(size, np.abs(a).max())


@pytest.mark.parametrize(("law", "before"), list(rewritings()))
def test_no_other_law_at_the_same_place_changes_the_value(law, before):
    """Laws are tried in an order; none of them relies on those before it to be true."""
    for other in LAWS[before.op]:
        after = other.rewrite(before)
        if after is not None:
            assert al.shape_of(after) == al.shape_of(before)
            for seed, given in enumerate(SIZES):
                arrays, sizes = plain.draw([before], np.random.default_rng(seed), given)
                assert_equal(*(plain.value(side, arrays, sizes) for side in (before, after)), size=1.0)


def test_the_order_of_numbers_does_not_keep_like_terms_apart():
    a, b, A = Variable("a", 1, 1), Variable("b", 1, 1), Variable("A", "m", "n")
    like = al.plus(al.times(a, b, A), al.times(b, a, A))
    assert simplify(like) is al.times(Number(2.0), a, b, A)


@pytest.mark.parametrize("number", [1e200, -1e200, 1e-200])
def test_numbers_whose_product_is_no_float_stay_apart(number):
    A, N = Variable("A", "m", "n"), Number(number)
    found = simplify(al.times(N, A, N))
    assert A in al.postorder(found)
    assert all(0 < abs(p.value) < np.inf for p in al.postorder(found) if isinstance(p, Number))
    huge = al.times(Number(1.7e308), A)
    assert all(p.value < np.inf for p in al.postorder(simplify(al.plus(huge, huge))) if isinstance(p, Number))
