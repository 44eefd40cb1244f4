"""The last side of a chain names something new: a symbol, or a function of what stands before it."""

import pytest

from mlp_theory.texts.check import check_text

LINK = r"""Let $\mu_i \in (0, 1)$ for $i = 1, \ldots, n$.
$$\theta_i = \log\frac{\mu_i}{1 - \mu_i} = g(\mu_i)$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"g'(\mu_i) = \frac{1}{\mu_i (1 - \mu_i)}", "holds"),
        (r"g'(\mu_i) = \frac{1}{\mu_i (1 + \mu_i)}", "false"),
        (r"g(\mu_i) = \theta_i", "holds"),
        (r"g(\mu_i) = -\theta_i", "false"),
    ],
)
def test_the_last_side_of_a_chain_defines_a_function(claim, verdict):
    found = [v.verdict for v in check_text(f"{LINK}$${claim}$$").verdicts]
    assert found == ["declares", "defines", "defines", verdict]


def test_a_function_that_the_page_has_is_claimed():
    page = r"$$g(u) = u^2$$ " + LINK
    assert [v.verdict for v in check_text(page).verdicts][-1] == "false"
