"""One trial of an operation of one's own: its value and its pull-back at drawn numbers of one shape and scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import SupportsInt

import numpy as np

from mlp_theory.errors import DataError, KindError, LawError, MLPTheoryError, ShapeError
from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.own.evaluation import computed
from mlp_theory.symbolic.calculus.own.operation import RegisteredOperation
from mlp_theory.symbolic.calculus.table import Shape, show_shape
from mlp_theory.symbolic.dimensions import Dimensions
from mlp_theory.symbolic.evaluate import evaluate
from mlp_theory.symbolic.expressions import Variable
from mlp_theory.symbolic.limits import EvaluationError
from mlp_theory.symbolic.steps import ROUNDING_UNIT, SMALLEST, STEP
from mlp_theory.symbolic.values import Array
from mlp_theory.symbolic.world import Frame, World

ORDINARY = 2.5
"""The largest scale at which everything must be finite; at larger ones, what overflows proves nothing."""

TOLERANCE = 1e-9
"""Of a gradient by complex steps, beside the terms that it adds up: a matter of rounding alone."""

DIFFERENCES, DIFFERS = (1e-3, 1e-6, 1e-2), 1e-5
"""The steps of fourth-order differences, a small one for a near kink and a large one for a value with few digits; and
what is no longer their error."""


class TooLarge(Exception):  # noqa: N818
    """Numbers so large that the value, or its slope, is not finite."""


class Complaint(Exception):  # noqa: N818
    """What numbers say against it, at one draw."""

    def __init__(self, error: MLPTheoryError):
        self.error = error


class Trial:
    """One draw of values, at one choice of shapes."""

    def __init__(
        self,
        entry: RegisteredOperation,
        shapes: Sequence[Shape],
        sizes: dict[str, int],
        draw: int,
        scale: float,
        centre: float,
    ):
        self.entry, self.shapes, self.sizes = entry, shapes, sizes
        self.draw, self.scale, self.centre = draw, scale, centre
        self.world = World(Book(), Dimensions(), sizes, self._array, draw)
        self.variables = [Variable(name, *shape) for name, shape in zip(entry.arguments, shapes, strict=True)]
        self.arrays = [self.world.leaf(v.key).v for v in self.variables]
        self.result = entry.shape(shapes, ())
        self.places = ", ".join(f"{v.key} : {a.shape}" for v, a in zip(self.variables, self.arrays, strict=True))

    def _array(self, key: str, rng: np.random.Generator) -> Array:
        low, high = self.entry.own.between
        shapes = {v.key: (v.rows, v.columns) for v in self.variables}
        rows, columns = (self.world.size(d) for d in shapes.get(key, self.result if key not in shapes else (1, 1)))
        numbers = self.scale * rng.normal(size=(rows, columns))
        if key not in shapes:
            return numbers
        if low < self.centre < high and (self.centre or (np.isinf(low) and np.isinf(high))):
            reach = min(self.centre - low, high - self.centre)
            return self.centre + (numbers if np.isinf(reach) else 0.9 * reach * np.tanh(numbers))
        if np.isinf(high):
            return low + np.abs(numbers) + 0.1
        return (
            high - np.abs(numbers) - 0.1
            if np.isinf(low)
            else rng.uniform(0.9 * low + 0.1 * high, 0.1 * low + 0.9 * high, (rows, columns))
        )

    def run(self) -> None:
        """Compare what the pull-back says with what the value does."""
        value = self._value()
        slopes = [self._slopes(k) for k in range(len(self.arrays))]
        if self.scale > ORDINARY and not all(np.isfinite(along).all() for along in slopes):
            raise TooLarge
        for k, along in enumerate(slopes):
            self._check_complex(k, along, value)
        name = "G" if "G" not in self.entry.arguments else "G_1"
        upstream = Variable(name, *self.result)
        claimed = self.entry.pullbacks(Expression(upstream), [Expression(v) for v in self.variables])
        G = self.world.leaf(name).v
        for k, (along, claim) in enumerate(zip(slopes, claimed, strict=True)):
            self._check_pullback(k, along, G, claim, value)

    def _large(self, rounding: float) -> float:
        """What the rounding of large arguments adds; at ordinary ones nothing."""
        return rounding if self.scale > ORDINARY else 0.0

    def _value(self) -> Array:
        """The value, which is what shape says, finite, and the same when it is asked again."""
        entry = self.entry
        before = [array.copy() for array in self.arrays]
        found = self._computed(before)
        expected = tuple(self.world.size(d) for d in self.result)
        if found.shape != expected:
            flat = found.size == int(np.prod(expected))
            raise ShapeError(
                f"{entry.name}.value has another shape than {entry.name}.shape says",
                expected=f"{expected}, which is {show_shape(self.result)}, at {self.places}",
                got=str(found.shape),
                mend="everything is a matrix: keepdims=True, or reshape" if found.ndim != 2 and flat else None,
            )
        if any(not np.array_equal(a, b) for a, b in zip(before, self.arrays, strict=True)):
            raise DataError(f"{entry.name}.value changes its arguments", expected="a new array", got="one written over")
        finite = np.isfinite(found)
        if not finite.all() and self.scale > ORDINARY:
            raise TooLarge
        if not finite.all():
            raise DataError(
                f"{entry.name}.value is not finite",
                expected=f"numbers at {self.places}",
                got=str(found[~finite][0]),
                mend="say for which numbers it is defined: between = (0, np.inf)",
            )
        return found

    def _computed(self, arrays: Sequence[Array]) -> Array:
        try:
            return computed(self.entry.name, self.entry.own.value, arrays)
        except EvaluationError as error:
            raise (
                self._not_complex(str(error))
                if any(map(np.iscomplexobj, arrays))
                else DataError(
                    f"{self.entry.name}.value raises",
                    expected=f"an array at {self.places}, which shape accepts",
                    got=str(error),
                )
            ) from error.__cause__

    def _not_complex(self, got: str) -> KindError:
        return KindError(
            f"{self.entry.name}.value is not defined for complex numbers",
            expected="NumPy that takes complex arrays, whose imaginary part is a small step",
            got=got,
            mend="np.where(Z.real < 0, -Z, Z) for np.abs(Z), np.sqrt((Z * Z).sum()) for a norm, Z.T for Z.conj().T",
        )

    def _slopes(self, k: int) -> Array:
        """∂F by every entry of argument k: (entries, rows, columns)."""
        out = []
        for place in np.ndindex(self.arrays[k].shape):
            moved = [array.astype(complex) if j == k else array.copy() for j, array in enumerate(self.arrays)]
            moved[k][place] += 1j * STEP
            out.append(np.imag(self._computed(moved)) / STEP)
        return np.stack(out)

    def _check_complex(self, k: int, along: Array, value: Array) -> None:
        """A value that loses the imaginary part has another slope than its differences."""
        direction = np.random.default_rng([self.draw, 3]).normal(size=self.arrays[k].shape)

        def at(h: float) -> Array:
            moved = [array + h * direction if j == k else array.copy() for j, array in enumerate(self.arrays)]
            return self._computed(moved).real

        steps = np.einsum("e,erc->rc", direction.ravel(), along)
        terms = np.einsum("e,erc->rc", np.abs(direction.ravel()), np.abs(along))
        ordinary = steps
        for relative in DIFFERENCES:
            h = relative * min(self.scale, ORDINARY)
            ordinary = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h)
            if self.scale > ORDINARY and not np.isfinite(ordinary).all():
                raise TooLarge
            rounding = 1e-13 * (np.abs(value).max() + self._large(np.abs(self.arrays[k]).max() * terms.max())) / h
            allowed = DIFFERS * np.maximum(terms, np.abs(ordinary)).max() + rounding
            if np.all(np.abs(ordinary - steps) <= allowed):
                return
        worst = np.unravel_index(int(np.argmax(np.abs(ordinary - steps))), steps.shape)
        raise Complaint(
            self._not_complex(
                f"by complex steps the slope of {_entry('F', worst)} is {steps[worst]:.6g}, "
                f"by differences {ordinary[worst]:.6g}"
            )
        )

    def _check_pullback(self, k: int, along: Array, G: Array, claim: Expression | None, value: Array) -> None:
        shape = self.arrays[k].shape
        true = np.einsum("rc,erc->e", G, along).reshape(shape)
        terms = np.einsum("rc,erc->e", np.abs(G), np.abs(along)).reshape(shape)
        if claim is None:
            says, size = np.zeros(shape), np.zeros(shape)
        else:
            with np.errstate(all="ignore"):
                found = evaluate(claim.node, Frame(self.world))
            says, size = np.broadcast_to(found.v.real, shape), np.broadcast_to(np.abs(found.m.real), shape)
        if self.scale > ORDINARY and not np.isfinite(says).all():
            raise TooLarge
        lost = ROUNDING_UNIT * (size + self._large(np.abs(G).sum() * np.abs(value).max() / self.scale))
        lost = lost + self._large(SMALLEST)
        wrong = ~(np.abs(says - true) <= TOLERANCE * terms + lost)
        if not wrong.any():
            return
        worst = np.unravel_index(int(np.argmax(np.where(wrong, np.abs(says - true), -1.0))), shape)
        name = self.entry.arguments[k]
        raise Complaint(
            LawError(
                f"{self.entry.name}.pullback is not that of {self.entry.name}.value",
                expected=f"{_entry(f'∂L/∂{name}', worst)} = {true[worst]:.6g} at {self.places}",
                got=f"{says[worst]:.6g} ({int(wrong.sum())} of {wrong.size} entries are wrong)",
                mend=_mend(says, true, claim),
            )
        )


def _entry(name: str, place: Iterable[SupportsInt]) -> str:
    return f"{name}[{', '.join(str(int(k) + 1) for k in place)}]"


def _mend(says: Array, true: Array, claim: Expression | None) -> str | None:
    """A number that is wrong everywhere, or a transpose."""
    if claim is None:
        return "None says that nothing depends on this argument"
    with np.errstate(all="ignore"):
        ratio = says / true
    if np.allclose(ratio, ratio.flat[0], rtol=1e-6) and abs(ratio.flat[0]) > 1e-12:
        factor = float(ratio.flat[0])
        return (
            "it has the wrong sign"
            if np.isclose(factor, -1)
            else f"every entry is {factor:.6g} times what it should be"
        )
    if says.shape == true.T.shape and np.allclose(says, true.T, rtol=1e-6):
        return "it is the transpose of what it should be"
    return None
