"""The letters that number layers are found from how names are used."""

import pytest

from tests.texts.symbols.small_pages import page_of


@pytest.mark.parametrize(
    ("equations", "letters", "tops"),
    [
        ([r"z_l = W_l a_{l-1}"], {"l": (1, 3)}, set()),
        ([r"z^{[l]} = W^{[l]} a^{[l-1]}", r"C = f(a^{[L]})"], {"l": (1, 3)}, {"L"}),
        ([r"h_t = U h_{t-1}", r"y = h_T"], {"t": (1, 3)}, {"T"}),
        ([r"\delta^l = W^l"], {"l": (1, 3)}, set()),
        ([r"\sum_{l=0}^{5} \mathbf{a}_{l-1}"], {"l": (0, 5)}, set()),
        ([r"z_i = \sum_j W_{ij} x_j"], {}, set()),
        ([r"\sum_{k=1}^n x_{k-1}"], {}, set()),
        ([r"x_{i+1} - x_i"], {}, set()),
    ],
    ids=["below", "in brackets", "steps in time", "bare above", "a range", "entries", "a sum", "a neighbour"],
)
def test_which_letters_number_layers(equations, letters, tops):
    page = page_of(*equations)
    assert page.layering.letters == letters
    assert set(page.layering.tops) == tops


def test_where_names_carry_their_layers():
    layering = page_of(r"z_l = W^{[l]} a_{l-1} + b^l").layering
    assert layering.below == {"z", "a"}
    assert layering.bracketed == {"W"}
    assert layering.above == {"b"}


@pytest.mark.parametrize(("equation", "depth"), [("a_l = W_l a_{l-1} + W_5", 5), ("a_l = W_l a_{l-1} + W_2", 3)])
def test_a_network_is_as_deep_as_the_largest_number_says(equation, depth):
    assert page_of(equation).layering.depth == depth


def test_a_decay_to_the_power_of_t_carries_no_step():
    assert page_of(r"m_t = \beta m_{t-1}", r"\beta^t").layering.above == set()
