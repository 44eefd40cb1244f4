"""Strangers' Markdown: what is too much is one clear error, and time stays linear in the size."""

import gc
import time

import pytest

from mlp_theory.errors import DataError
from mlp_theory.texts.source import markdown
from mlp_theory.texts.source.markdown import read_source


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x" * 2_000_001, "2,000,000 characters"),
        ("x\n" * 1_000_000, "100,000 lines"),
        ("a\nb\0c", "NUL character in line 2"),
        (">" * 10_000 + " $x$", "nested too deep"),
        ("".join("  " * k + "- a\n" for k in range(500)), "nested too deep"),
    ],
    ids=["long", "many lines", "binary", "quotes", "lists"],
)
def test_what_is_too_much_is_one_clear_error(text, says):
    with pytest.raises(DataError, match=says):
        read_source(text, "notes.md")


@pytest.mark.parametrize("error", [RecursionError, ValueError, IndexError])
def test_what_the_parser_trips_over_is_one_clear_error(monkeypatch, error):
    class Faulty:
        def parse(self, text):
            raise error("inside")

    monkeypatch.setattr(markdown, "block_parser", Faulty)
    with pytest.raises(DataError, match=r"notes\.md cannot be read as Markdown"):
        read_source("x", "notes.md")


@pytest.mark.parametrize(
    "part",
    [
        "$",
        "$$",
        "$a$$b ",
        "$$ x\n\n",
        "`",
        "` `` ",
        "\\(",
        "\\[\n",
        "<!--",
        "<a ",
        "[",
        "*a ",
        "\\begin{align} ",
        "> a\n",
    ],
)
def test_a_hostile_page_takes_time_linear_in_its_size(part):
    def seconds(size):
        """Of this process alone, and the least of three: whatever else the machine does only adds."""
        text = (part * size)[: size // (1 if "\n" not in part else 4)]
        taken = []
        for _ in range(3):
            gc.collect()
            gc.disable()  # else it walks all that other tests have left
            start = time.process_time()
            read_source(text)
            taken.append(time.process_time() - start)
            gc.enable()
        return min(taken)

    # Eight times the size: 64 times the time if it were quadratic; less than a twentieth of a second is quick anyway.
    assert seconds(100_000) < max(0.05, 30 * seconds(12_500))
