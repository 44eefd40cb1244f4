"""What would take too much is refused before it is made."""

import numpy as np
import pytest

from mlp_theory.symbolic import Derivative, EvaluationError, Index, Number
from mlp_theory.symbolic.limits import MAX_TERMS, MemoryLimitError, TimeLimitError, in_time, now
from tests.symbolic.building import ONE, A, I, op, total, value, x


def test_too_many_variables_raise():
    with pytest.raises(MemoryLimitError):
        value(Derivative(op("squared norm", A), A, "gradient"), {"A": np.ones((50, 50))})


@pytest.mark.parametrize("loop", [False, True])
@pytest.mark.parametrize("high", [MAX_TERMS + 1.0, 1e9, 1e15])
def test_too_many_terms_raise(high, loop):
    with pytest.raises(EvaluationError, match="terms"):
        value(total("sum", "i", Number(high), I, loop=loop))


def test_the_largest_number_of_terms_is_summed():
    np.testing.assert_allclose(value(total("sum", "i", Number(MAX_TERMS), I)), [[MAX_TERMS * (MAX_TERMS + 1) / 2]])


@pytest.mark.parametrize("depth", [3, 4, 8])
def test_too_large_arrays_raise(depth):
    """Σ Σ Σ i j k over a thousand each would need a billion products at a time."""
    node = ONE
    for k in range(depth):
        node = op("times", node, Index(f"i{k}"))
    for k in range(depth):
        node = total("sum", f"i{k}", Number(1000.0), node)
    with pytest.raises(MemoryLimitError):
        value(node)


@pytest.mark.parametrize(
    ("node", "given"),
    [
        (op("identity", data=(2001,)), {}),
        (op("ones", data=(2001, 2000)), {}),
        (op("zeros", data=(2001, 2000)), {}),
        (op("kron", A, A), {"A": np.ones((45, 45))}),
        (op("matmul", x, op("transpose", x)), {"x": np.ones((2001, 1))}),
        (op("times", x, op("transpose", x)), {"x": np.ones((2001, 1))}),
        (op("diagonal matrix", x), {"x": np.ones((2001, 1))}),
    ],
    ids=["identity", "ones", "zeros", "Kronecker product", "outer product", "broadcast product", "diag"],
)
def test_an_operation_whose_result_is_too_large_raises(node, given):
    """Each asks for a little more than the four million numbers that an array may have."""
    with pytest.raises(MemoryLimitError):
        value(node, given)


def test_what_is_behind_its_deadline_is_ended():
    in_time(now() + 1000)
    with pytest.raises(TimeLimitError):
        in_time(now())
