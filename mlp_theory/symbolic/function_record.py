r"""A function of one number, applied entry by entry: whatever the house knows of it stands in one record.

The reader of texts takes its names from there, the evaluator its value, the engine its derivative, emitted code its
NumPy, and whatever is written its LaTeX. Ours stand in ``functions/``, one a file; a user's is proved and entered by
`register_function`. Once entered there is no difference.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mlp_theory.symbolic.steps import STEP
from mlp_theory.symbolic.values import Array


@dataclass(frozen=True, eq=False, kw_only=True)
class Function:
    r"""Everything that is known of a function f of one number.

    Attributes
    ----------
    name : str
        Its name in the language: f(A) is ``Call("elementwise", (A,), (name,))``.
    value : callable
        f in NumPy, entry by entry. The imaginary part of a complex number is an infinitesimal tangent, so decisions
        (a sign, a maximum) look at the real part alone.
    derivative : callable
        Of an expression Z, f'(Z) as an expression; None where it is zero.
    slope, curvature : callable, optional
        f' and f'' at real numbers, up to their signs, or bounds of them: how rounding errors grow. Without them this
        is measured.
    between : (float, float)
        The numbers for which it is defined. Elsewhere it is nan: what is drawn there is drawn again, never judged.
    kink : float, optional
        Where its formula changes: what is drawn next to it is drawn again.
    straight : bool
        Whether it is made of straight lines. Of any other function a slope of 0 says that z has left no trace.
    exact : mapping of float to float
        Values that an expression is simplified to: e⁰ = 1.
    unfolded : callable, optional
        Of Z, the same written with exp and log, where `expand` shall write it so.

    words : tuple of str
        How texts name it, in small letters: ``\mathrm{ReLU}`` and ``\operatorname{relu}`` both say ``relu``.
    commands : tuple of str
        TeX's commands for it, without the backslash.
    plain : tuple of str
        What letters alone say it before a bracket, ``relu(z)``, as patterns.
    letter : str
        A letter that means it on a page that says nothing else of that letter.
    varies : bool
        Whether people mean different functions by its name. An equation f(z) = … then says which one is meant; of
        another function it is a claim, where z is known.

    latex, unicode : str
        The word before its argument, or a form around it with ``%s`` for the argument; in Unicode by default its name.
    squared : bool
        Whether tanh²(Z) is written for its powers.
    numpy : str or None
        NumPy for f(Z), with ``{0}`` for Z, in brackets already. None where it is not known.
    helper : str
        The source of the function that `numpy` calls, where that is none of NumPy's.
    """

    name: str
    value: Callable[[Array], Array]
    derivative: Callable[[Any], Any]
    slope: Callable[[Array], Array] | None = None
    curvature: Callable[[Array], Array] | None = None
    between: tuple[float, float] = (-math.inf, math.inf)
    kink: float | None = None
    straight: bool = False
    exact: Mapping[float, float] = field(default_factory=dict)
    unfolded: Callable[[Any], Any] | None = None

    words: tuple[str, ...]
    commands: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    letter: str = ""
    varies: bool = False

    latex: str
    unicode: str = ""
    squared: bool = False
    numpy: str | None
    helper: str = ""

    @property
    def measured(self) -> bool:
        """Whether the magnitude of its values has to be measured, since nobody says how rounding errors grow."""
        return self.slope is None or self.curvature is None

    def at(self, x: Array) -> Array:
        """f(x); nan where it is not defined."""
        low, high = self.between
        if low == -math.inf and high == math.inf:
            return self.value(x)
        inside = (x.real > low) & (x.real < high)
        return np.where(inside, self.value(np.where(inside, x, self._somewhere())), np.nan)

    def growth(self, x: Array) -> tuple[Array, Array]:
        """|f'| and |f''| at real numbers; of a measured function the first by a complex step, for the second zero."""
        if self.slope is None or self.curvature is None:
            return np.abs(np.imag(self.at(x + 1j * STEP)) / STEP), np.zeros_like(x)
        return np.abs(self.slope(x)), np.abs(self.curvature(x))

    def _somewhere(self) -> float:
        """A number for which it is defined."""
        low, high = self.between
        if math.isinf(low):
            return high - 1.0
        return low + 1.0 if math.isinf(high) else (low + high) / 2


FUNCTIONS: dict[str, Function] = {}
"""Every function, by its name in the language."""

ELEMENTWISE_WORDS: dict[str, str] = {}
"""For each word of texts, the name of the function that it is."""

FUNCTION_OF_LETTER: dict[str, str] = {}
"""For each letter that means a function unless a page says otherwise, the name of that function."""


def enter(function: Function) -> Function:
    """Make a function known to reader, evaluator, engine, code and whatever writes."""
    FUNCTIONS[function.name] = function
    ELEMENTWISE_WORDS.update(dict.fromkeys(function.words, function.name))
    if function.letter:
        FUNCTION_OF_LETTER[function.letter] = function.name
    return function


def withdraw(name: str) -> None:
    """Make it unknown again."""
    function = FUNCTIONS.pop(name)
    for word in function.words:
        del ELEMENTWISE_WORDS[word]
    FUNCTION_OF_LETTER.pop(function.letter, None)
