"""Names written back as LaTeX are read as the same names."""

import pytest

from mlp_theory.texts.syntax.names import EACH, INCREMENT, ITERATE, Base
from mlp_theory.texts.syntax.written_names import latex_of
from tests.texts.symbols.small_pages import name


@pytest.mark.parametrize(
    "latex",
    [
        "x", "W", r"\mathbf{x}", r"\theta", r"\boldsymbol{\theta}", r"\ell", r"\mathcal{L}", r"\mathbb{E}",
        r"\boldsymbol{\mathcal{X}}", r"\mathfrak{g}", r"\hat{\mathbf{y}}", r"\tilde{\bar{X}}", r"\vec{v}",
        r"\mathrm{net}",
    ],
)  # fmt: skip
def test_a_name_is_written_as_it_stands(latex):
    assert latex_of(name(latex)[0]) == latex


@pytest.mark.parametrize(
    "latex", ["ℓ", "θ", r"\varepsilon", r"\varphi", r"\bm{\Sigma}", r"\hat\theta", r"\widehat{x}", r"\mathbf{\hat x}"]
)
def test_other_spellings_of_a_name_come_back_as_one_that_is_read_alike(latex):
    base, _ = name(latex)
    assert name(latex_of(base))[0] == base


@pytest.mark.parametrize("accent", [EACH, ITERATE, INCREMENT])
def test_what_only_we_tell_apart_is_not_written(accent):
    assert latex_of(Base("w", accents=(accent,))) == ""
