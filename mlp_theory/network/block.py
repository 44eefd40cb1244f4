"""A block: a function with parameters, which are views of one vector θ."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from mlp_theory.errors import OptionError, OrderError, ShapeError, check_count
from mlp_theory.network.checks import as_numbers


class Parameter:
    """A matrix of a block that lives inside θ (or, for its gradient, inside ∂L/∂θ).

    Reading gives the view; assigning copies into it, so that ``layer.W = ...`` never cuts the layer
    off from θ.
    """

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, block: Block | None, owner=None) -> np.ndarray:
        if block is None:
            return self  # type: ignore[return-value]  # asked of the class: the descriptor itself
        return self._view(block)

    def __set__(self, block: Block, value) -> None:
        view = self._view(block)
        if value is view:  # layer.W -= ... has already worked in place
            return
        value = as_numbers(type(block).__name__, self.name, value, view.dtype)
        if value.shape != view.shape:
            raise ShapeError(
                f"{type(block).__name__}.{self.name} keeps its shape",
                expected=f"{self.name} : {view.shape}",
                got=f"{self.name} : {value.shape}",
                mend="pass the transpose" if value.shape == view.shape[::-1] else None,
            )
        view[...] = value

    def _view(self, block: Block) -> np.ndarray:
        try:
            return block._views[self.name]
        except (AttributeError, KeyError):
            raise OrderError(
                f"{type(block).__name__}.{self.name} has no place in θ yet",
                expected="allocate(name=(rows, columns)) for every parameter, before it is used",
                got=f"{self.name}, but parameters {block.parameter_names}",
            ) from None


class Block(ABC):
    """One function of a network, A ↦ Y, with a way back.

    Blocks keep nothing of the batch: `backward` is given the A that `forward` was given.

    Examples
    --------
    A block of your own defines `forward` and `backward`. One with parameters declares each of them, and
    its gradient under the name with a d before it, and calls `allocate`:

    >>> class Gain(Block):
    ...     g, dg = Parameter(), Parameter()
    ...
    ...     def __init__(self, n_rows):
    ...         self.n_inputs = self.n_outputs = n_rows
    ...         self.allocate(g=(n_rows, 1))
    ...         self.g = np.ones((n_rows, 1))
    ...
    ...     def forward(self, A):
    ...         return self.g * A
    ...
    ...     def backward(self, dY, A):
    ...         self.dg += (dY * A).sum(axis=1, keepdims=True)
    ...         return self.g * dY
    >>> from mlp_theory import Linear, Network, check_gradients
    >>> network = Network([Linear(2, 3, rng=0), Gain(3), Linear(3, 2, rng=1)])
    >>> check_gradients(network, np.eye(2, 5), [0, 1, 1, 0, 1]).ok
    True
    """

    n_inputs: Any = None  # rows of A and of Y; None where any number fits, and Y has as many as A
    n_outputs: Any = None
    penalised: tuple[str, ...] = ("W",)  # the parameters that an L2 penalty counts
    _shapes: Mapping[str, tuple[int, int]] = MappingProxyType({})

    @abstractmethod
    def forward(self, A: np.ndarray, /) -> np.ndarray:
        """Map a batch of columns through the block."""

    def __call__(self, A):
        """`forward`; a block that checks its input in `forward` may skip that here."""
        return self.forward(A)

    @abstractmethod
    def backward(self, dY: np.ndarray, A: np.ndarray, /) -> np.ndarray:
        """Return ∂L/∂A from dY = ∂L/∂Y, and add to the gradients of the parameters."""

    @property
    def parameter_names(self) -> tuple[str, ...]:
        """The names of the parameters, in the order in which they lie in θ."""
        return tuple(self._shapes)

    @property
    def size(self) -> int:
        """How many numbers the parameters are, together."""
        return sum(rows * columns for rows, columns in self._shapes.values())

    def allocate(self, *, dtype: DTypeLike = np.float64, **shapes: tuple[int, int]) -> None:
        """Make room for parameters of these names and shapes, (rows, columns) each, all zero."""
        for name, shape in shapes.items():
            if len(shape) != 2:
                raise ShapeError(
                    f"{type(self).__name__}: everything is a matrix",
                    expected=f"{name} : (rows, columns)",
                    got=f"{name} : {shape}",
                    mend=f"{name}=({shape[0]}, 1)" if len(shape) == 1 else None,
                )
            for size in shape:
                check_count(type(self).__name__, name, size)
            if not all(isinstance(getattr(type(self), each, None), Parameter) for each in (name, "d" + name)):
                raise OptionError(
                    f"{type(self).__name__} does not declare a parameter",
                    expected=f"{name}, d{name} = Parameter(), Parameter() in the class",
                    got=f"allocate({name}={shape}) without them",
                )
            if "d" + name in shapes:
                raise OptionError(
                    f"{type(self).__name__}: two parameters share a name",
                    expected=f"no parameter d{name} beside {name}, whose gradient it would be",
                    got=f"{', '.join(shapes)}",
                )
        self._shapes = shapes
        try:
            theta, dtheta = np.zeros(self.size, dtype), np.zeros(self.size, dtype)
        except (MemoryError, ValueError):
            raise OptionError(
                f"{type(self).__name__} is too large for this machine",
                expected="parameters that fit into memory",
                got=f"{self.size:,} numbers, of shapes {shapes}",
            ) from None
        self.bind(theta, dtheta)

    def bind(self, theta: np.ndarray, dtheta: np.ndarray) -> None:
        """Make the parameters views of `theta`, their gradients views of `dtheta`, both (size,)."""
        self._theta, self._dtheta, self._views = theta, dtheta, {}
        start = 0
        for name, shape in self._shapes.items():
            stop = start + shape[0] * shape[1]
            self._views[name] = theta[start:stop].reshape(shape)
            self._views["d" + name] = dtheta[start:stop].reshape(shape)
            start = stop

    def __getstate__(self):
        # A pickled view comes back as a copy: leave the views out and make them anew.
        return {name: value for name, value in self.__dict__.items() if name != "_views"}

    def __setstate__(self, state):
        for name, value in state.items():
            setattr(self, name, value)
        if self.parameter_names:
            # A joblib worker gets read-only memory maps; parameters must be writable.
            self.bind(np.array(self._theta), np.array(self._dtheta))
