"""The indices that a sum, a product or a maximum binds, and where they begin and end."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.binders import binder_of
from mlp_theory.texts.syntax.unicode import whole


@pytest.mark.parametrize(
    ("latex", "letters", "ends"),
    [
        (r"\sum_{i=1}^n x_i", ["i"], ["1", "n"]),
        (r"\prod_{l=2}^{L-1} x_l", ["l"], ["2", "L-1"]),
        (r"\sum_i x_i", ["i"], None),
        (r"\sum_{i,j} x_{ij}", ["i", "j"], None),
        (r"\max_k z_k", ["k"], None),
        (r"\sum_{j \ne i} x_j", ["j"], None),
        (r"\sum_{i=1} x_i", ["i"], None),
    ],
)
def test_what_an_operator_binds(latex, letters, ends):
    binder = binder_of(atoms(parse(latex))[0])
    assert binder.letters == letters
    assert (binder.ends and [whole(end) for end in binder.ends]) == ends


@pytest.mark.parametrize("latex", ["x_i", r"\sum", r"\sum^n", "x"])
def test_what_binds_nothing(latex):
    assert binder_of(atoms(parse(latex))[0]) is None
