"""A density that the page gives by its logarithm: p is the exponential of it, wherever it stands."""

import pytest

from mlp_theory.texts.check import check_text

GAUSSIAN = r"$$\log \mathcal{N}(x; \mu, \sigma^2) = -\tfrac12\log(2\pi) - \log\sigma - \frac{(x-\mu)^2}{2\sigma^2}$$"
CONDITIONAL = r"$$\ln p(y|x) = -\tfrac12 (y - x)^2$$"


def kinds(page):
    return " ".join(v.verdict for v in check_text(page).verdicts)


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (
            GAUSSIAN + r"$$\frac{\partial}{\partial\mu}\log\mathcal{N}(x;\mu,\sigma^2) = \frac{x-\mu}{\sigma^2}$$",
            "holds",
        ),
        (
            GAUSSIAN + r"$$\frac{\partial}{\partial\mu}\log\mathcal{N}(x;\mu,\sigma^2) = \frac{\mu-x}{\sigma^2}$$",
            "false",
        ),
        (GAUSSIAN + r"$$\frac{\partial}{\partial\mu}\mathcal{N}(x;\mu,\sigma^2) = \frac{x-\mu}{\sigma^2}$$", "false"),
        (CONDITIONAL + r"$$p(y|x) = e^{-\frac12 (y - x)^2}$$", "holds defines"),
        (CONDITIONAL + r"$$\frac{\partial}{\partial x}\ln p(y|x) = y - x$$", "holds"),
        (CONDITIONAL + r"$$\frac{\partial}{\partial x}\ln p(y|x) = x - y$$", "false"),
    ],
)
def test_what_is_said_of_it_is_judged(page, kind):
    assert kinds(page) in (kind, f"defines {kind}")


def test_what_everybody_knows_or_the_page_defines_is_claimed():
    assert kinds(r"Let $z \in \mathbb{R}$. $$\log \sigma(z) = -\log(1 + e^{z})$$") == "declares false"
    assert kinds(r"$$p(x) = e^{-x^2}$$ $$\log p(x) = x^2$$") == "defines false"
    assert kinds(r"$$\log p(x) = x^2$$ $$p(x) = e^{-x^2}$$").split()[0] == "false"


def test_a_function_of_several_arguments_is_no_factor_before_a_list():
    page = r"$$f(\mu, \sigma^2) = \log\sigma + \mu^2$$"
    assert kinds(page + r"$$f(\mu, \sigma^2) = \log\sigma + \mu\mu$$") == "defines holds"
    assert kinds(page + r"$$f(\mu, \sigma^2) = \log\sigma - \mu\mu$$") == "defines false"
    assert kinds(page + r"$$f(3, 4) = \log 2 + 9$$") == "defines unread"
