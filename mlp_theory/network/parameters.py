"""One vector θ for all parameters of a network, and many views of it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Self

import numpy as np

from mlp_theory.errors import OptionError, ShapeError
from mlp_theory.network.block import Block
from mlp_theory.network.checks import as_numbers, check_dtype


class NamedParameter(NamedTuple):
    """One parameter of a model: the number of its layer (from 1, counting blocks with parameters), and two views."""

    layer: int
    name: str
    value: np.ndarray
    gradient: np.ndarray
    penalised: bool = False


class Parametrized:
    """A chain of blocks whose parameters lie in one vector.

    Attributes
    ----------
    theta, dtheta : (n_parameters,)
        All parameters, and ∂L/∂θ. Every W, b and dW, db is a view of them.
    dtype : numpy.dtype
    """

    def __init__(self, blocks: list[Block], dtype):
        self.dtype = check_dtype(type(self).__name__, dtype)
        self._blocks = blocks
        for block in blocks:
            if block.parameter_names and block._theta.base is not None:
                raise OptionError(
                    f"{type(self).__name__} cannot share a layer with another network",
                    expected="blocks that belong to no network yet",
                    got=f"{block!r}, whose parameters are a part of another network's theta",
                    mend="pass copy.deepcopy(block)",
                )
        self._gather()

    def _gather(self):
        self._theta, self._dtheta = gather(self._blocks, self.dtype)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What the model is made of, in the order of the forward pass."""
        return tuple(self._blocks)

    @property
    def theta(self) -> np.ndarray:
        """All parameters, (n_parameters,). Assigning copies into the vector."""
        return self._theta

    @theta.setter
    def theta(self, value):
        if value is not self._theta:  # model.theta -= ... has already worked in place
            self._theta[...] = self._checked_vector("theta", value)

    @property
    def dtheta(self) -> np.ndarray:
        """∂L/∂θ, (n_parameters,): zero before the first `backward` and after an optimizer's step."""
        return self._dtheta

    @dtheta.setter
    def dtheta(self, value):
        if value is not self._dtheta:  # model.dtheta *= c has already worked in place
            self._dtheta[...] = self._checked_vector("dtheta", value)

    def _checked_vector(self, name: str, value: Any) -> np.ndarray:
        value = as_numbers(type(self).__name__, name, value, self.dtype)
        if value.shape != self._theta.shape:
            raise ShapeError(
                f"{type(self).__name__}.{name} keeps its shape",
                expected=f"{name} : {self._theta.shape}",
                got=f"{name} : {value.shape}",
            )
        return value

    def parameters(self) -> Iterator[NamedParameter]:
        """Every W and b once, with its gradient, as views, from the first layer to the last."""
        seen, layer = set(), 0
        for block in self._blocks:
            if not block.parameter_names or id(block) in seen:
                continue
            seen.add(id(block))
            layer += 1
            for name in block.parameter_names:
                value, gradient = getattr(block, name), getattr(block, "d" + name)
                yield NamedParameter(layer, name, value, gradient, name in block.penalised)

    def _penalised(self) -> Iterator[NamedParameter]:
        return (p for p in self.parameters() if p.penalised)

    def __getstate__(self) -> dict[str, Any]:
        # θ is put together again from the layers, whose views a pickle would cut off.
        return {name: value for name, value in self.__dict__.items() if name not in ("_theta", "_dtheta")}

    def __setstate__(self, state):
        for name, value in state.items():
            setattr(self, name, value)
        self._gather()

    def __copy__(self):
        return copy.deepcopy(self)  # a shallow copy would take the layers away from the original's θ

    def astype(self, dtype) -> Self:
        """Return a copy that computes in `dtype`, float32 or float64."""
        other = copy.deepcopy(self)
        other.dtype = check_dtype(type(self).__name__, dtype)
        other._gather()
        return other


def gather(blocks: Iterable[Block], dtype) -> tuple[np.ndarray, np.ndarray]:
    """Move the parameters of all blocks, each once, into one θ, and make the blocks' own views of it.

    Returns
    -------
    theta, dtheta : (n_parameters,)
        The parameters keep their values; the gradient keeps its own.
    """
    owners = list({id(block): block for block in blocks if block.parameter_names}.values())
    theta = np.empty(sum(block.size for block in owners), dtype)
    dtheta = np.empty_like(theta)
    start = 0
    for block in owners:
        part = slice(start, start + block.size)
        theta[part], dtheta[part] = block._theta, block._dtheta
        block.bind(theta[part], dtheta[part])
        start = part.stop
    return theta, dtheta
