"""Whole expressions of all operations: simplified and differentiated, against NumPy functions built beside them."""

import numpy as np
from hypothesis import strategies as st

from mlp_theory.symbolic import Expression, gradients, simplify
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.expressions import Variable
from tests.fuzzing import fuzzed
from tests.symbolic.calculus import plain
from tests.symbolic.calculus.random_expressions import NAMES, SIZES, pairs, sizes

ROUNDING = 1e-8
"""Relative to the largest number on the way: some fifty operations, some of them inverses."""


class Environment(dict):
    """Arrays of the letters, and the size of the largest number met on the way."""

    def __init__(self, nodes, seed):
        arrays, _ = plain.draw(nodes, np.random.default_rng(seed), SIZES)
        super().__init__(arrays)
        self.largest = 1.0
        self["seen"] = self.see

    def see(self, value):
        self.largest = max(self.largest, float(np.abs(np.real(value)).max()))
        return value


@fuzzed(150, st.data(), sizes, sizes, st.integers(1, 5), st.booleans())
def test_a_simplified_expression_is_the_same_expression(data, rows, columns, depth, named):
    pair = data.draw(pairs(rows, columns, depth, named))
    simple = simplify(pair.expression.node)
    assert al.shape_of(simple) == tuple(NAMES[k].dim if named and k in NAMES else k for k in (rows, columns))
    assert simplify(simple) is simple
    env = Environment([pair.expression.node], depth)
    expected = pair.at(env)
    found = plain.value(simple, env, SIZES)
    assert np.abs(found - expected).max() <= ROUNDING * env.largest


@fuzzed(150, st.data(), sizes, sizes, st.integers(1, 5), st.booleans())
def test_the_gradients_of_a_random_number_are_its_complex_steps(data, rows, columns, depth, named):
    pair = data.draw(pairs(rows, columns, depth, named))
    loss = pair.expression.sum()
    letters = [part for part in al.postorder(loss.node) if isinstance(part, Variable)]
    derived = gradients(loss, [Expression(letter) for letter in letters])
    env = Environment([loss.node], depth)
    pair.at(env)
    for letter in letters:
        found = plain.value(derived[Expression(letter)].node, env, SIZES)
        at, expected = env[letter.key], np.empty(env[letter.key].shape)
        for place in np.ndindex(*at.shape):
            env[letter.key] = at.astype(complex)
            env[letter.key][place] += 1j * plain.STEP
            expected[place] = pair.at(env).sum().imag / plain.STEP
        env[letter.key] = at
        assert found.shape == at.shape
        assert np.abs(found - expected).max() <= ROUNDING * max(env.largest, np.abs(expected).max())
