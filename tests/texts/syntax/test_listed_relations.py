"""Relations with commas between them."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.listed_relations import relations_listed
from tests.texts.syntax.parsed import shown


@pytest.mark.parametrize(
    ("latex", "parts"),
    [
        (r"j = 1, j \ne i", ["j = 1", "j ≠ i"]),
        (r"i, j = 1", ["i,j = 1"]),
        (r"1 \le i \le n, i \ne k", ["1 ≤ i ≤ n", "i ≠ k"]),
        (r"i = 1, \dots, n", ["i = 1,…,n"]),
        (r"i", ["i"]),
    ],
)
def test_each_relation_of_a_list(latex, parts):
    assert ["".join(one.split()) for one in shown(relations_listed(parse(latex)))] == [
        p.replace(" ", "") for p in parts
    ]
