"""Emitted functions run at drawn arrays, beside what the evaluator and complex steps say."""

import numpy as np

from mlp_theory.symbolic.arbitrary import smooth_function
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.numbers import Draw
from mlp_theory.symbolic.expressions import Apply, Derivative, Variable


def compiled(source, name="gradients"):
    """The function of this source."""
    namespace = {}
    exec(compile(source, "<emitted>", "exec"), namespace)
    return namespace[name]


def drawn_arguments(derivation, draw):
    """An argument for every letter and function of a derivation."""
    parts = al.postorder(derivation.loss, *(line.result for line in derivation.lines))
    arguments = {}
    for part in parts:
        if isinstance(part, Variable):
            value = draw.value(part).v
            arguments[part.key] = value.item() if value.shape == (1, 1) else value
        elif isinstance(part, Apply):
            name = part.key + ("", "_prime", "_prime_prime")[part.order]
            arguments[name] = smooth(*smooth_function(draw.world.rng(f"function {part.key}")), part.order)
    return arguments


def smooth(slope, waves, order):
    """The arbitrary function of the evaluator, or a derivative of it."""

    def f(x):
        linear = (slope * x, slope, 0)[order]
        return linear + sum(a * w**order * np.sin(w * x + phase + order * np.pi / 2) for a, w, phase in waves)

    return f


def assert_emits_the_gradients(derivation, seed=0, renamed=None, more=None):
    """Hold loss and gradients of the emitted function against the evaluator and complex steps of it."""
    draw = Draw([derivation.loss, *(line.result for line in derivation.lines)], seed)
    drawn = {(renamed or {}).get(name, name): value for name, value in drawn_arguments(derivation, draw).items()}
    sizes = {name: draw.sizes[name] for name in more or ()}
    loss, gradients = compiled(derivation.to_numpy())(**drawn, **sizes)
    expected = draw.value(derivation.loss).v.item()
    assert isinstance(loss, float)
    assert abs(loss - expected) <= 1e-12 * abs(expected)
    for expression in derivation:
        wanted = expression.node
        by_steps = draw.value(Derivative(derivation.loss, derivation.wanted_lines[wanted].meaning.wrt, "gradient")).v
        found = gradients[wanted.key]
        if by_steps.shape != (1, 1):
            assert found.shape == by_steps.shape
        np.testing.assert_allclose(
            found, by_steps.reshape(np.shape(found)), rtol=0, atol=1e-11 * np.abs(by_steps).max()
        )
