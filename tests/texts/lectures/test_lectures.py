"""Lecture pages on networks come out whole: as columns, as rows, in other letters; a slip is false at its line."""

import pytest

from tests.texts.lectures.lectures import PAGES, assert_slip_dies, assert_whole, in_other_letters, page
from tests.texts.lectures.slips import SLIPS

NAMES = sorted(path.stem for path in PAGES.glob("*.md"))

OF_ONE_EXAMPLE = (r"dZ^{[2]} = ", r"dS^{[2]} = ")
"""Taken as ∂J/∂Z this lacks the 1/m; the lines after it are judged as they are meant."""

ALPHABETS = {
    "two-layers": {"X": "U", "x": "u", "Y": "Q", "y": "q", "Z": "S", "z": "s", "A": "H", "a": "h", "J": "C", "W": "V"},
    "two-layers-rows": {"X": "U", "Y": "D", "y": "d", "Z": "S", "A": "H", "a": "h", "L": "J", "W": "V", "m": "n"},
    "four-equations": {"w": "v", "W": "V", "a": "h", "z": "s", "C": "E", "b": "c", "j": "i", "k": "j", "x": "u"},
    "softmax": {"W": "V", "X": "U", "x": "u", "b": "c", "Z": "S", "z": "s", "P": "Q", "p": "q", "K": "C"},
    "logistic": {"X": "A", "x": "a", "w": "v", "p": "q", "L": "J", "J": "E", "S": "D", "n": "m", "v": "u", "i": "k"},
    "batch-norm": {"x": "z", "y": "u", "N": "B", "m": "n", "h": "x", "k": "j", "j": "q", "i": "r", "L": "J"},
    "lstm": {"x": "u", "h": "s", "W": "V", "b": "a", "X": "U", "H": "S", "L": "J", "d": "m"},
    "rnn": {"W": "V", "x": "u", "h": "s", "L": "J"},
    "attention": {"Q": "U", "K": "V", "V": "W", "A": "P", "S": "Z", "O": "Y", "L": "J"},
}


def alphabet_of(name):
    return ALPHABETS.get(name) or next(ALPHABETS[kind] for kind in ALPHABETS if name.startswith(kind))


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_right(name):
    assert_whole(page(name), but_for=OF_ONE_EXAMPLE)


@pytest.mark.sample(every=3)
@pytest.mark.parametrize("name", NAMES)
def test_the_letters_do_not_matter(name):
    assert_whole(in_other_letters(page(name), alphabet_of(name)), but_for=OF_ONE_EXAMPLE)


@pytest.mark.sample(every=7)
@pytest.mark.parametrize(("name", "right", "wrong"), SLIPS)
def test_a_slip_is_false_at_its_own_line(name, right, wrong):
    assert_slip_dies(page(name), right, wrong)


@pytest.mark.parametrize("kind", sorted({name.rsplit("-", 1)[0] for name in NAMES}))
def test_every_kind_of_page_has_slips(kind):
    assert sum(name.startswith(kind) for name, _, _ in SLIPS) >= 4
