"""Walking over a piece of mathematics, and rebuilding it."""

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.syn import Syn, nodes, nodes_but, rebuilt
from mlp_theory.texts.syntax.unicode import show


def test_every_node_is_seen_once_parents_first_from_left_to_right():
    letters = [str(node[0]) for node in nodes(parse(r"a_{ij} + \frac{b}{c} x^2 = d")) if node.kind == "letter"]
    assert letters == ["a", "i", "j", "b", "c", "x", "d"]


def test_a_thousand_factors_are_walked_over_without_recursion():
    assert sum(node.kind == "letter" for node in nodes(parse("x " * 1000))) == 1000


def x_for_letters(node):
    return Syn("letter", ("x",), node.start, node.end) if node.kind == "letter" else rebuilt(node, x_for_letters)


def test_a_node_is_rebuilt_with_its_places():
    syn = parse("a + b = c")
    other = rebuilt(syn, x_for_letters)
    assert show(other) == "x + x = x"
    assert [(node.start, node.end) for node in nodes(other)] == [(node.start, node.end) for node in nodes(syn)]


def test_what_changes_nothing_gives_the_node_itself():
    syn = parse(r"1 + \frac{2}{3}")
    assert rebuilt(syn, x_for_letters) is syn


def test_what_stops_is_left_out_with_all_that_it_holds():
    kinds = {node.kind for node in nodes_but(parse("x_{ij} + (y)"), lambda node: node.kind in ("sub", "parens"))}
    assert kinds == {"single", "list", "sum", "term", "scripted", "letter"}
