"""A layer, or a loss, from an operation of one's own: forward is its value, backward is its proved pull-back.

What `register` has proved of the mathematics, `check_gradients` then proves of the network that it stands in. Both
work through the expressions of the calculus, in double precision: to try an idea. A layer for training is written by
hand, from the equations that `gradients` derives.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from mlp_theory.errors import OptionError
from mlp_theory.network import Block, Loss, Parameter, SquaredError
from mlp_theory.symbolic import OwnOperation, argument_names, at_arrays, matrix


def block_of(operation: OwnOperation, n_inputs: int | None = None, **parameters: np.ndarray) -> Block:
    """A block whose forward is the value of an operation.

    Parameters
    ----------
    operation : OwnOperation
        Registered. Its last argument is the batch A, those before it are parameters.
    n_inputs : int, optional
        The rows of A, where the result has another number of rows.
    **parameters : (rows, columns)
        For each of them, its first value.

    Returns
    -------
    Block

    Raises
    ------
    OptionError
        When the parameters are not those of the operation.

    Examples
    --------
    >>> from mlp_theory import Linear, Network, check_gradients
    >>> from mlp_theory.symbolic import registered
    >>> class Gain(OwnOperation):
    ...     name = "gain"
    ...
    ...     def shape(self, g, A):
    ...         return A if g == (A[0], 1) else misfit(g, A)
    ...
    ...     def value(self, g, A):
    ...         return g * A
    ...
    ...     def pullback(self, G, g, A):
    ...         return (G * A).row_sums(), G * g
    >>> def misfit(g, A):
    ...     from mlp_theory.errors import ShapeError
    ...
    ...     raise ShapeError("gain", expected="g : (m, 1) and A : (m, n)", got=f"{g} and {A}")
    >>> with registered(Gain) as gain:
    ...     network = Network([Linear(2, 3, rng=0), block_of(gain, g=np.ones((3, 1))), Linear(3, 2, rng=1)])
    ...     check_gradients(network, np.eye(2, 5), [0, 1, 1, 0, 1]).ok
    True
    """
    names = argument_names(f"{operation.name}.value", operation.value)
    if set(parameters) != set(names[:-1]):
        raise OptionError(
            f"A block of {operation.name} has other parameters",
            expected=f"first values of {', '.join(names[:-1]) or 'none'}",
            got=", ".join(parameters) or "none",
        )

    class OperationBlock(Block):
        """The operation as a block."""

        def __init__(self):
            if n_inputs is not None:
                shapes = [*(np.shape(parameters[name]) for name in names[:-1]), (n_inputs, "n")]
                self.n_inputs, self.n_outputs = n_inputs, operation.shape(*shapes)[0]
            if parameters:
                self.allocate(**{name: np.shape(value) for name, value in parameters.items()})
            for name, value in parameters.items():
                setattr(self, name, value)

        def forward(self, A):
            return np.asarray(operation.value(*(getattr(self, name) for name in names[:-1]), A))

        def backward(self, dY, A):
            arrays = [*(getattr(self, name) for name in names[:-1]), A]
            *gradients, dA = pulled_back(operation, dY, arrays)
            for name, gradient in zip(names[:-1], gradients, strict=True):
                setattr(self, f"d{name}", getattr(self, f"d{name}") + gradient)
            return dA

        def __repr__(self):
            return f"block_of({operation.name})"

    for name in parameters:
        for each in (name, f"d{name}"):
            descriptor = Parameter()
            descriptor.__set_name__(OperationBlock, each)
            setattr(OperationBlock, each, descriptor)
    return OperationBlock()


def loss_from(operation: OwnOperation) -> Loss:
    """A loss of outputs Z and target columns T, both (m, n), that is the value of an operation of two arguments.

    Its targets and its score, R², are those of `SquaredError`; L must be a mean over the columns.

    Parameters
    ----------
    operation : OwnOperation
        Registered; of Z and T, a number.

    Returns
    -------
    Loss

    Raises
    ------
    OptionError
        When the operation does not take two arguments.
    """
    names = argument_names(f"{operation.name}.value", operation.value)
    if len(names) != 2:
        raise OptionError(f"A loss is of Z and T, and {operation.name} is not", expected="value(Z, T)", got=str(names))

    class OperationLoss(Loss):
        """The operation as a loss."""

        name = operation.name
        targets, expectation, evaluation = SquaredError.targets, SquaredError.expectation, SquaredError.evaluation

        def __call__(self, Z, T):
            return float(np.asarray(operation.value(Z, T)).item()), Z

        def gradient(self, P, T):
            dZ, _ = pulled_back(operation, np.ones((1, 1)), [P, T])
            return dZ

        def __repr__(self):
            return f"loss_from({operation.name})"

    return OperationLoss()


def pulled_back(operation: OwnOperation, G: np.ndarray, arrays: Sequence[np.ndarray]) -> list[np.ndarray]:
    """The pull-back of an operation in numbers: for each argument, ∂L/∂A from G = ∂L/∂F."""
    names = argument_names(f"{operation.name}.value", operation.value)
    upstream = "G" if "G" not in names else "G_1"
    values: dict[str, Any] = {upstream: G, **dict(zip(names, arrays, strict=True))}
    letters = {name: matrix(name, *np.shape(value)) for name, value in values.items()}
    found = operation.pullback(letters[upstream], *(letters[name] for name in names))
    every = found if isinstance(found, (tuple, list)) else [found]
    return [
        np.zeros(np.shape(array)) if one is None else np.broadcast_to(at_arrays(one, values), np.shape(array))
        for one, array in zip(every, arrays, strict=True)
    ]
