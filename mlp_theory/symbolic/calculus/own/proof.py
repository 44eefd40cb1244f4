"""The proof of an operation of one's own: its pull-back against complex steps of its value, at many shapes.

With a random G, L = ⟨G, F⟩ is a number whose gradient the pull-back claims to be. Complex steps of the value
(Squire & Trapp, SIAM Review 40, 1998) find the same gradient without any law; and ordinary differences tell whether
the value takes complex numbers at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from mlp_theory.errors import MLPTheoryError, ShapeError
from mlp_theory.symbolic.calculus.own.operation import RegisteredOperation
from mlp_theory.symbolic.calculus.own.trial import ORDINARY, Complaint, TooLarge, Trial
from mlp_theory.symbolic.calculus.table import Shape
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.values import Array

SIZES = ({"m": 3, "n": 4, "k": 2, "p": 5}, {"m": 5, "n": 2, "k": 4, "p": 3})
"""What the names of sizes are; all different, so that no transpose and no mean over the wrong axis goes unnoticed."""

SCALES = (1.0, 0.2, 2.5, 10.0, 40.0)
"""Of values, at each of the shapes: a formula may change where ordinary numbers do not come."""

COMPLAINTS = 2
"""One alone may have come too near to a kink, or to where rounding is all there is."""

MOST_SHAPES = 10


def prove(entry: RegisteredOperation, kink: float | None = None) -> list[Array]:
    """Prove the pull-back of an operation that has been entered in the tables; `kink` is where its formula changes.

    Returns
    -------
    list of (rows, columns)
        Arguments at which it was proved.

    Raises
    ------
    LawError
        When the pull-back is not that of the value.
    ShapeError, KindError, DataError
        When a shape is not what was said, when the value takes no complex numbers, when it is not finite.
    """
    tried = list(entry.own.examples) or list(_shapes(entry))
    arrays: list[Array] = []
    complaints: list[MLPTheoryError] = []
    scales: list[tuple[float, float]] = [(scale, 0.0) for scale in SCALES]
    if kink is not None:
        scales += [(scale, kink) for scale in SCALES if scale <= ORDINARY]  # it is met on both sides
    for shapes in tried:
        for sizes in SIZES:
            for draw, (scale, centre) in enumerate(scales):
                for redraw in range(COMPLAINTS):
                    trial = Trial(entry, shapes, sizes, draw + redraw * len(scales), scale, centre)
                    arrays = arrays or trial.arrays
                    try:
                        trial.run()
                    except Complaint as complaint:
                        complaints.append(complaint.error)
                        if len(complaints) == COMPLAINTS:
                            raise complaints[0] from None
                    except TooLarge:
                        break
                    else:
                        break
    return arrays


def _shapes(entry: RegisteredOperation) -> Iterator[tuple[Shape, ...]]:
    """Shapes of the arguments that the operation accepts: those of many names first, each up to renaming."""
    count = len(entry.arguments)
    names: list[Dim] = ["m", "n", "k", "p"][: max(count + 1, 2)]  # type: ignore[assignment]
    each = [(a, b) for a in [*names, 1] for b in [*names, 1]] if count <= 3 else [("m", "n"), ("m", "m"), ("m", 1)]
    seen: set[tuple] = set()
    found: list[tuple[Shape, ...]] = []
    refused = None
    for shapes in product(each, repeat=count):
        letters: dict[Dim, str] = {}
        same = tuple(1 if d == 1 else letters.setdefault(d, "mnkp"[len(letters)]) for s in shapes for d in s)
        if same in seen:
            continue
        seen.add(same)
        renamed: tuple[Shape, ...] = tuple(zip(same[::2], same[1::2], strict=True))
        try:
            entry.shape(renamed, ())
        except ShapeError as error:
            refused = error
            continue
        found.append(renamed)
    if not found:
        raise ShapeError(
            f"{entry.name}.shape accepts nothing that was tried",
            expected="shapes with names or numbers, such as (m, n)",
            got=str(refused).replace("\n", "; "),
            mend="say at which shapes to prove it: examples = [((3, 4), (4, 2))]",
        ) from None

    def order(shapes: tuple[Shape, ...]) -> tuple[int, int]:
        dims = [d for shape in shapes for d in shape]
        return sum(d == 1 for d in dims), -len(set(dims))

    yield from sorted(found, key=order)[:MOST_SHAPES]
