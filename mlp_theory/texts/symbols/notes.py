"""What one reading notes down while it goes: the little that a page's symbols need to know of who asks."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.symbolic import Dim
from mlp_theory.texts.shapes.solver import Solver
from mlp_theory.texts.symbols.records import Arbitrary
from mlp_theory.texts.verdicts.roots import Root


@dataclass(eq=False)
class Notes:
    """The notes of one reading.

    Attributes
    ----------
    solver : Solver
        Where its constraints go.
    claim : bool
        Whether free indices may appear, and unknown symbols are noted instead of entered.
    free : dict
        The axis and the size of each index that runs free, by its letter.
    unknown : dict of str to str
        What is neither declared nor defined, and the sentence that says so.
    arguments : set of str
        The unknown letters that are arguments, as x in σ(x) and d/dx.
    inside : int
        How many functions and derivatives the reading is in.
    used : set of str
        The keys of the symbols that were read.
    roots : list of Root
        Why functions that were met could not be used.
    functions : dict of str to Arbitrary
        The functions that were met and that nothing declares, by their keys.
    """

    solver: Solver
    claim: bool
    free: dict[str, tuple[str, Dim]] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    arguments: set[str] = field(default_factory=set)
    inside: int = 0
    used: set[str] = field(default_factory=set)
    roots: list[Root] = field(default_factory=list)
    functions: dict[str, Arbitrary] = field(default_factory=dict)
