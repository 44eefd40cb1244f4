"""What letters mean at a place, and the signs that mean the same on every page."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.symbolic import Dim
from mlp_theory.texts.shapes.solver import Term

SUMS = {r"\sum": "sum", r"\prod": "prod"}
RELATIONS = {
    "=": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": "<=", r"\leq": "<=", r"\leqslant": "<=",
    r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=", r"\ne": "!=", r"\neq": "!=", "≤": "<=", "≥": ">=", "≠": "!=",
}  # fmt: skip
SEPARATORS = {
    r"\odot": "⊙", r"\cdot": "·", r"\circ": "∘", r"\times": "×", r"\otimes": "⊗", r"\oslash": "⊘", "*": "*",
    "/": "/",
    r"\ast": "*", "·": "·", r"\bullet": "·", r"\star": "*", r"\div": "/", r"\bigodot": "⊙",
}  # fmt: skip
MAX_UNROLLED = 64


@dataclass
class Scope:
    """What letters mean at a place: bound indices, layers, parameters of functions."""

    axes: dict[str, tuple[str, Dim]] = field(default_factory=dict)
    loops: dict[str, int] = field(default_factory=dict)
    params: dict[str, Term] = field(default_factory=dict)

    def but(self, **changes: dict) -> Scope:
        """The scope with more names."""
        return Scope(
            {**self.axes, **changes.get("axes", {})},
            {**self.loops, **changes.get("loops", {})},
            {**self.params, **changes.get("params", {})},
        )
