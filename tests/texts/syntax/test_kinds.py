"""What a node is at one look: each question is answered with yes by one kind of node, and with no by all others."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax import kinds
from mlp_theory.texts.syntax.syn import nodes

PAGE = r"""
    \mathbf{1} + \hat{y}_i \cdot x^{2} = \underbrace{A_{1:d,:}}_{\text{part}} (u, v) [\mathrm{net} - \exp(\partial w)]
    \{0\} \|\begin{matrix} 1 \end{matrix}\| \langle a, b \rangle
"""

ANSWERS = {
    "is_relation": {"chain"},
    "is_sum": {"sum"},
    "is_term": {"term"},
    "is_scripted": {"scripted"},
    "is_worded": {"word", "function"},
    "is_text": {"word", "text"},
    "in_font": {"font"},
    "is_accented": {"accent"},
    "in_parens": {"parens"},
    "in_angles": {"angle"},
    "in_braces": {"braces"},
    "is_noted": {"braced_note"},
    "is_part": {"part"},
    "is_span": {"span"},
    "is_partial": {"partial"},
    "is_letter": {"letter"},
    "is_number": {"number"},
    "is_function_name": {"function"},
    "is_matrix": {"matrix"},
    "is_script": {"sub", "sup"},
    "in_curly": {"curly"},
    "is_call": {"parens", "brackets"},
    "is_norm": {"norm"},
}


@pytest.mark.parametrize("question", ANSWERS)
def test_a_question_is_answered_for_every_node(question):
    found = {node.kind for node in nodes(parse(PAGE)) if getattr(kinds, question)(node)}
    assert found == ANSWERS[question]


def test_a_letter_may_be_one_of_some():
    x = next(node for node in nodes(parse("x")) if node.kind == "letter")
    assert kinds.is_letter(x, "x", "y")
    assert not kinds.is_letter(x, "y")


def test_a_letter_is_one_without_a_font():
    (font,) = (node for node in nodes(parse(r"\mathbf{x}")) if node.kind == "font")
    assert not kinds.is_letter(font)
