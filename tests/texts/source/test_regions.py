"""The regions of a page, in each format: what is said in an item ends with it, and a heading begins a section."""

import json

import pytest

from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.source.notebook import read_notebook
from mlp_theory.texts.source.regions import Region, RegionKind
from mlp_theory.texts.source.tex import read_tex

PAGE = """$a$

# One

$b$

* of $c$
* of

  $$d$$

## Within

> quoted: $e$

$f$

# Two

$g$
"""

PAPER = r"""\section{One}
Of $b$.
\begin{example}
Let $c$ be so.

$$d$$
\end{example}
Of $f$.
\begin{itemize}
\item of $e$
\end{itemize}
\section{Two}
Of $g$.
"""


def regions_of(source):
    """For each formula, the kind of its region and the lines that this has."""
    regions = {piece.latex: piece.region for piece in source.pieces_and_directives}
    return {latex: (region.kind.name.lower(), region.first, region.last) for latex, region in regions.items()}


def test_a_heading_begins_a_section_and_ends_those_below_it():
    found = regions_of(read_source(PAGE))
    assert found["a"] == ("page", 1, 20)
    assert found["b"] == ("section", 3, 17)
    assert found["f"] == ("section", 12, 17)
    assert found["g"] == ("section", 18, 20)


def test_items_and_quotations_end_of_themselves():
    found = regions_of(read_source(PAGE))
    assert found["c"] == ("item", 7, 7)
    assert found["d"][:2] == ("item", 8)
    assert found["e"] == ("item", 14, 14)


def test_latex_has_sections_and_environments():
    found = regions_of(read_tex(PAPER, "paper.tex"))
    assert found["c"] == found["d"] == ("environment", 3, 7)
    assert found["f"][0] == found["b"][0] == "section"
    assert found["e"][0] == "item"
    assert found["g"][1] > found["b"][1]


def test_a_section_of_a_notebook_goes_on_in_the_next_cell():
    cells = [{"cell_type": "markdown", "source": text} for text in ("# One\n\n$a$", "$b$", "# Two\n\n$c$")]
    source = read_notebook(json.dumps({"cells": cells, "nbformat": 4}), "page.ipynb")
    a, b, c = (piece.region for piece in source.pieces_and_directives)
    assert a is b
    assert c is not a


def test_an_environment_that_is_not_ended_ends_with_its_section():
    found = regions_of(read_tex(PAPER.replace("\\end{example}", ""), "paper.tex"))
    assert found["g"][0] == "section"


@pytest.mark.parametrize(
    ("here", "there", "within"), [("d", "b", True), ("b", "d", False), ("f", "b", True), ("g", "b", False)]
)
def test_what_is_within_what(here, there, within):
    pieces = {piece.latex: piece.region for piece in read_source(PAGE).pieces_and_directives}
    assert pieces[here].within(pieces[there]) == within


def test_an_item_belongs_to_a_section():
    section = Region(RegionKind.SECTION, Region(), 3, 9, 1)
    assert Region(RegionKind.ITEM, section, 5, 6).section is section
    assert str(section) == "lines 3–9"
    assert not str(Region())
