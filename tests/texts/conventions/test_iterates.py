"""``v_t = β v_{t−1} + …``: steps of a column, where nothing says that they are its entries."""

from tests.texts.checked import line_by_line

STEP = r"""
$$v_t = \beta v_{t-1} + g_t$$
$$v_t - g_t = \beta v_{t-1}$$
$$v_t - g_t = v_{t-1}$$
"""


def test_the_steps_of_a_column_are_columns():
    said = r"$v, g \in \mathbb{R}^p$ and $\beta \in \mathbb{R}$ for $t = 1, \dots, T$"
    after = "$$\\frac{\\partial \\|v_t\\|^2}{\\partial g_t} = 2 v_t$$\n"
    assert line_by_line(said + "\n" + STEP + after).split()[-4:] == ["defines", "holds", "false", "holds"]


def test_a_sequence_as_long_as_its_index_runs_may_be_its_entries():
    said = r"$v, g \in \mathbb{R}^T$ and $\beta \in \mathbb{R}$ for $t = 1, \dots, T$"
    after = "$$\\frac{\\partial \\|v_t\\|^2}{\\partial g_t} = 2 v_t$$\n"
    assert line_by_line(said + "\n" + STEP + after).split()[-1] != "false"
