"""From the surface to the meaning: names become symbols, sequences become products and applications."""

from __future__ import annotations

from mlp_theory.texts.reading.applications import Applications
from mlp_theory.texts.reading.big_operators import BigOperators
from mlp_theory.texts.reading.cases import Cases
from mlp_theory.texts.reading.conditionals import Conditionals
from mlp_theory.texts.reading.conditions import Conditions
from mlp_theory.texts.reading.derivatives import Derivatives
from mlp_theory.texts.reading.expectations import Expectations
from mlp_theory.texts.reading.functions import Functions
from mlp_theory.texts.reading.groups import Groups
from mlp_theory.texts.reading.increments import Increments
from mlp_theory.texts.reading.indices import Indices
from mlp_theory.texts.reading.matrices import Matrices
from mlp_theory.texts.reading.parts import Parts
from mlp_theory.texts.reading.products import Products
from mlp_theory.texts.reading.sums import Sums
from mlp_theory.texts.reading.symbols import Symbols


class Reader(
    Sums,
    Products,
    BigOperators,
    Indices,
    Groups,
    Symbols,
    Functions,
    Applications,
    Conditionals,
    Conditions,
    Derivatives,
    Increments,
    Expectations,
    Matrices,
    Parts,
    Cases,
):
    """Reads expressions of one page into terms; every part is a file of `mlp_theory.texts.reading`.

    Parameters
    ----------
    page : Page
        Its symbols and conventions.
    solver : Solver
        Where the constraints go.
    claim : bool
        Whether free indices may appear, and unknown symbols are noted instead of entered.
    """
