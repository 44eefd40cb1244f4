"""Networks put together from blocks of your own: `Sequential`, and the `Network` that trains one."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from mlp_theory.errors import KindError, OptionError, ShapeError
from mlp_theory.network.block import Block
from mlp_theory.network.losses import Loss, loss_of
from mlp_theory.network.model import Model


class Sequential(Block):
    """Blocks one after another. It is itself a block, so it nests.

    Parameters
    ----------
    blocks : list of Block

    Examples
    --------
    >>> from mlp_theory.network import Linear, ReLU
    >>> f = Sequential([Linear(2, 4, rng=0), Sequential([ReLU(), Linear(4, 2, rng=1)])])
    >>> f.forward(np.ones((2, 3))).shape
    (2, 3)
    """

    def __init__(self, blocks):
        if isinstance(blocks, Block) or not isinstance(blocks, Iterable):
            raise KindError("Sequential is made of blocks", expected="a list of blocks", got=repr(blocks))
        self.members = list(blocks)
        for block in self.members:
            if not isinstance(block, Block):
                raise KindError("Sequential is made of blocks", expected="a Block", got=repr(block))
        if not self.members:
            raise OptionError("Sequential needs a block", expected="at least one Block", got="an empty list")
        self.n_inputs, self.n_outputs = _check_chain(self.members)

    def forward(self, A):
        """Map a batch of columns through all blocks."""
        for block in self.members:
            A = block.forward(A)
        return A

    def backward(self, dY, A):
        """∂L/∂A, given the A that `forward` was given; what lies between is computed once more."""
        values = [A]
        for block in self.members[:-1]:
            values.append(block.forward(values[-1]))
        for block, value in zip(reversed(self.members), reversed(values), strict=True):
            dY = block.backward(dY, value)
        return dY

    def __repr__(self):
        return f"Sequential({self.members})"


class Network(Model):
    """Any chain of blocks with a loss: the same loop as `NNClassifier`, for blocks of your own.

    A block that stands in the chain twice shares its parameters, and gets both gradients.

    Parameters
    ----------
    blocks : list of Block
        Nested `Sequential` blocks are opened.
    loss : str or Loss
        ``nll``, ``bce``, ``nlp`` or ``mse``.
    l2, dtype
        As for `NNClassifier`.

    Examples
    --------
    >>> from mlp_theory.network import Linear, ReLU
    >>> net = Network([Linear(2, 4, rng=0), ReLU(), Linear(4, 2, rng=1)])
    >>> net.loss(np.ones((2, 3)), [0, 1, 1]) > 0
    True
    >>> net.backward(wrt_inputs=True).shape
    (2, 3)
    """

    def __init__(self, blocks, loss: str | Loss = "nll", *, l2=0.0, dtype=np.float64):
        chain = flatten(Sequential(blocks))
        n_inputs, n_outputs = _check_chain(chain)
        if n_inputs is None or n_outputs is None:
            raise OptionError(
                "Network does not know its numbers of inputs and outputs",
                expected="at least one block with n_inputs and n_outputs, such as Linear",
                got=f"{chain}",
            )
        self.n_inputs, self.n_outputs = n_inputs, n_outputs
        super().__init__(chain, loss_of("Network", loss), l2=l2, dtype=dtype)

    def _outputs(self, X):
        A = X
        for block in self._blocks:
            A = block(A)  # (6.2): of an activation (6.3)
        return A

    def _propagate(self, X):
        A = [X]
        for block in self._blocks:
            A.append(block(A[-1]))  # (6.2): of an activation (6.3)
        return A[:-1], [], A[-1]

    def backward(self, *, wrt_inputs=False):
        """Add up the gradients of all blocks, from the last to the first; see `Model.backward`."""
        kept = self._take_kept()
        self.dtheta[...] = 0  # a shared block adds to its gradient
        dA = self.loss_function.gradient(kept.P, kept.T)  # (5.10)
        for block, A in zip(reversed(self._blocks), reversed(kept.A), strict=True):
            dA = block.backward(dA, A)  # (5.19): of an activation (5.20)
        if self.l2:
            for parameter in self._penalised():
                parameter.gradient[...] += self.l2 * parameter.value
        return dA if wrt_inputs else None

    def __repr__(self):
        return f"Network({self._blocks}, loss={self.loss_function.name!r})"


def flatten(block: Block) -> list[Block]:
    """The blocks of nested `Sequential` blocks, in the order of the forward pass."""
    if isinstance(block, Sequential):
        return [inner for each in block.members for inner in flatten(each)]
    hidden = [name for name, value in vars(block).items() if isinstance(value, Block)]
    if hidden:
        raise OptionError(
            "Network would not train a block inside another block",
            expected="a chain of blocks; only Sequential may hold others",
            got=f"{type(block).__name__}, which holds {', '.join(hidden)}",
            mend="declare its parameters in the outer block",
        )
    return [block]


def _check_chain(chain: list[Block]) -> tuple[int | None, int | None]:
    """Return the numbers of inputs and outputs of a chain; raise unless its blocks fit each other."""
    n_inputs = n_rows = None
    for block in chain:
        if block.n_inputs is not None and n_rows not in (None, block.n_inputs):
            raise ShapeError(
                "two blocks do not fit each other",
                expected=f"a block of {n_rows} inputs",
                got=f"{block!r}, of {block.n_inputs} inputs",
            )
        n_inputs = block.n_inputs if n_inputs is None else n_inputs
        n_rows = block.n_outputs if block.n_outputs is not None else n_rows
    return n_inputs, n_rows
