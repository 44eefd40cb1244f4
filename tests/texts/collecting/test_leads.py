"""The words that lead up to a formula."""

import pytest

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.leads import lead_of
from mlp_theory.texts.items import items_of
from mlp_theory.texts.source.inline import HOLE
from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.symbols.state import Page


def leads(page):
    items = list(items_of(read_source(page), {}, "", own=True))
    collection = Collection(items, Page())
    collection.position = {item: k for k, item in enumerate(items)}
    return [lead_of(collection, item) for item in items]


@pytest.mark.parametrize(
    ("page", "last"),
    [
        ("It is so. Suppose that $x = y$.", "suppose that"),
        ("With $a$ and $b$ we set $x = y$.", f"with {HOLE} and {HOLE} we set"),
        ("Setting this to zero gives\n\n$$x = y$$", "setting this to zero gives"),
        ("It is called so if for every $v$ but zero\n\n$$v = v$$", f"it is called so if for every {HOLE} but zero"),
        ("All is done.\n\n$$x = y$$", ""),
        ("$P$ is cheap when, for instance,\n\n- $P = Q$, or\n- $P = R$.", f"{HOLE} is cheap when, for instance,"),
        ("It is small, e.g. for $x = 0$.", "it is small, eg for"),
        (r"$$a = b \quad \text{subject to} \quad c = d$$", "subject to"),
    ],
)
def test_a_lead_is_the_sentence_before(page, last):
    assert leads(page)[-1] == last


def test_each_item_of_a_list_goes_on_with_the_words_above_the_list():
    assert leads("Special cases:\n\n- $a = 0$\n- $a = 1$") == ["special cases:", "special cases:"]
