r"""``\mathcal{N}(x \mid \mu, \Sigma)``: what a density is of."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.density_arguments import density_at
from mlp_theory.texts.syntax.unicode import whole


@pytest.mark.parametrize(
    ("latex", "found"),
    [
        (r"\mathcal{N}(x; m, S)", ("normal", ["x", "m", "S"])),
        (r"\mathcal{N}(x \mid m, S)", ("normal", ["x", "m", "S"])),
        (r"\mathcal{N}(x, m, S)", ("normal", ["x", "m", "S"])),
        (r"\mathrm{Bern}(y \mid q)", ("coin", ["y", "q"])),
        (r"\mathcal{N}(m, S)", None),
        (r"\mathcal{N}(x, y \mid m)", None),
        (r"N(x; m, S)", None),
        (r"\mathcal{N}", None),
    ],
)
def test_its_law_its_value_and_its_parameters(latex, found):
    density = density_at(atoms(parse(latex)), 0)
    shown = None if density is None else (density[0], [whole(value) for value in density[1]])
    assert shown == found
