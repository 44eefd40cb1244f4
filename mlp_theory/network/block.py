"""A block: a function with parameters, which are views of one vector θ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

import numpy as np

from mlp_theory.errors import ShapeError
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
        return block._views[self.name]

    def __set__(self, block: Block, value) -> None:
        view = block._views[self.name]
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


class Block:
    """One function of a network, A ↦ Y, with a way back.

    A block of your own defines `forward(A)` and `backward(dY, A)`. One with parameters names their
    shapes in `shapes`, has a `Parameter` for each and for its gradient (``W`` and ``dW``), and calls
    `allocate` once; see `Linear`.

    Blocks keep nothing of the batch: `backward` is given the A that `forward` was given.
    """

    parameters: ClassVar[tuple[str, ...]] = ()
    shapes: dict[str, tuple[int, int]]
    n_inputs: Any = None  # rows of A and of Y; None where any number fits, and Y has as many as A
    n_outputs: Any = None

    def forward(self, A: np.ndarray, /) -> np.ndarray:
        """Map a batch of columns through the block."""
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, A):
        """`forward`; a block that checks its input in `forward` may skip that here."""
        return self.forward(A)

    def backward(self, dY: np.ndarray, A: np.ndarray, /) -> np.ndarray:
        """Return ∂L/∂A from dY = ∂L/∂Y, and add to the gradients of the parameters."""
        raise NotImplementedError(f"{type(self).__name__} has no backward")

    def blocks(self) -> Iterator[Block]:
        """The blocks this one is made of, in the order of the forward pass: itself."""
        yield self

    @property
    def size(self) -> int:
        """How many numbers the parameters are, together."""
        return sum(rows * columns for rows, columns in self.shapes.values()) if self.parameters else 0

    def allocate(self, dtype) -> None:
        """Give the block a θ of its own, all zero."""
        self.bind(np.zeros(self.size, dtype), np.zeros(self.size, dtype))

    def bind(self, theta: np.ndarray, dtheta: np.ndarray) -> None:
        """Make the parameters views of `theta`, their gradients views of `dtheta`, both (size,)."""
        self._theta, self._dtheta, self._views = theta, dtheta, {}
        start = 0
        for name in self.parameters:
            shape = self.shapes[name]
            stop = start + shape[0] * shape[1]
            self._views[name] = theta[start:stop].reshape(shape)
            self._views["d" + name] = dtheta[start:stop].reshape(shape)
            start = stop

    def __getstate__(self):
        # A pickled view comes back as a copy: leave the views out and make them anew.
        return {name: value for name, value in self.__dict__.items() if name != "_views"}

    def __setstate__(self, state):
        self.__dict__.update(state)
        if self.parameters:
            # A joblib worker gets read-only memory maps; parameters must be writable.
            self.bind(np.array(self._theta), np.array(self._dtheta))


def gather(blocks: Iterable[Block], dtype) -> tuple[np.ndarray, np.ndarray]:
    """Move the parameters of all blocks, each once, into one θ, and make the blocks' own views of it.

    Returns
    -------
    theta, dtheta : (n_parameters,)
        The parameters keep their values; the gradient keeps its own.
    """
    owners = list({id(block): block for block in blocks if block.parameters}.values())
    theta = np.empty(sum(block.size for block in owners), dtype)
    dtheta = np.empty_like(theta)
    start = 0
    for block in owners:
        part = slice(start, start + block.size)
        theta[part], dtheta[part] = block._theta, block._dtheta
        block.bind(theta[part], dtheta[part])
        start = part.stop
    return theta, dtheta
