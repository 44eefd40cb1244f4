"""Words by which people mean different functions, such as ELU: what a page defines wins over what we know."""

import pytest

from mlp_theory.symbolic.function_record import FUNCTIONS
from mlp_theory.texts.check import check_text

VARYING = pytest.mark.parametrize("name", [f.name for f in FUNCTIONS.values() if f.varies])
SPELT = pytest.mark.parametrize(
    "spell",
    [
        r"\mathrm{{{}}}".format,
        r"\operatorname{{{}}}".format,
        "{}".format,
        lambda name: rf"\mathrm{{{name.upper()}}}",
        str.upper,
    ],
    ids=["mathrm", "operatorname", "letters", "capitals", "capital letters"],
)
GIVEN = r"Let $z \in \mathbb{R}^d$. "


def verdicts(page):
    return [v.verdict for v in check_text(page).files[0].verdicts]


@VARYING
@SPELT
def test_a_page_that_defines_one_of_its_own_means_its_own(name, spell):
    f = spell(name)
    own = rf"$${f}(x) = x \tanh(x)$$ {GIVEN} $${f}(z) = z \odot \tanh(z)$$ $${f}(z) = 1.01 z \odot \tanh(z)$$"
    assert verdicts(own) == ["defines", "declares", "holds", "false"]


@VARYING
@SPELT
def test_also_where_it_defines_it_at_a_letter_that_is_known(name, spell):
    f = spell(name)
    own = (
        rf"{GIVEN} $${f}(z) = z \odot \tanh(z)$$ $$y = {f}(z)$$ $$y = z \odot \tanh(z)$$ $$y = 1.01 z \odot \tanh(z)$$"
    )
    assert verdicts(own) == ["declares", "defines", "defines", "holds", "false"]


@VARYING
def test_also_where_it_defines_it_after_it_has_used_it(name):
    own = rf"{GIVEN} $$y = \mathrm{{{name}}}(z)$$ $$\mathrm{{{name}}}(x) = x \tanh(x)$$ $$y = z \odot \tanh(z)$$"
    assert verdicts(own) == ["declares", "defines", "defines", "holds"]


@VARYING
def test_also_where_it_declares_it(name):
    own = rf"Let $\mathrm{{{name}}} : \mathbb{{R}} \to \mathbb{{R}}$ and $z \in \mathbb{{R}}$. "
    own += rf"$$y = \mathrm{{{name}}}(z)$$ $$\frac{{dy}}{{dz}} = \mathrm{{{name}}}'(z)$$"
    assert set(verdicts(own)) == {"declares", "defines", "holds"}


@VARYING
def test_also_as_an_operator_of_its_own(name):
    own = rf"$$\newcommand{{\own}}{{\operatorname{{{name}}}}}$$ $$\own(x) = x \tanh(x)$$ {GIVEN}"
    assert verdicts(own + r"$$\own(z) = z \odot \tanh(z)$$")[-1] == "holds"


@VARYING
def test_as_a_letter_with_an_index_it_is_what_the_page_says_or_nothing(name):
    f = rf"\mathrm{{{name}}}_\alpha"
    own = rf"Let $z \in \mathbb{{R}}^d$, $\alpha > 0$. $${f}(x) = \alpha x \tanh(x)$$"
    assert verdicts(own + rf"$${f}(z) = \alpha z \odot \tanh(z)$$")[-2:] == ["defines", "holds"]
    assert verdicts(rf"Let $z \in \mathbb{{R}}^d$, $\alpha > 0$. $$y = {f}(z)$$")[-1] == "unread"


@pytest.mark.parametrize("word", ["SELU", "selu", "CELU"])
def test_the_tail_of_a_longer_word_is_not_taken_for_it(word):
    found = check_text(rf"{GIVEN} $$z = {word}(z)$$").files[0].verdicts[-1]
    assert found.verdict == "unread"
    assert found.reason.startswith(f"{word[0]} is")


def test_elu_of_a_number_alpha_is_what_the_page_says():
    page = r"Let $z \in \mathbb{R}^d$, $\alpha > 0$. "
    page += r"$$\mathrm{ELU}(z) = \max(0, z) + \min(0, \alpha (e^{z} - 1))$$"
    page += r"$$\mathrm{ELU}(z) = \max(0, z) + \alpha \min(0, e^{z} - 1)$$"
    assert verdicts(page) == ["declares", "declares", "defines", "holds"]


def test_elu_of_a_page_that_does_not_say_has_the_alpha_of_its_authors():
    page = rf"{GIVEN} $$\ell = \mathbf{{1}}^\top \mathrm{{ELU}}(z)$$"
    right = r"$$\frac{\partial \ell}{\partial z} = \min(1, e^{z})$$"
    right += r"$$\ell = \mathbf{1}^\top (\max(0, z) + \min(0, e^z - 1))$$"
    wrong = r"$$\frac{\partial \ell}{\partial z} = 1 + e^{z}$$ $$\ell = -d$$ $$\ell = \mathbf{1}^\top \max(0, z)$$"
    assert verdicts(page + right + wrong) == ["declares", "defines", "holds", "holds", "false", "false", "false"]
