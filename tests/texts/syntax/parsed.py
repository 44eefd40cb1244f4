"""A piece of LaTeX as its surface, and what stands in it."""

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.syn import nodes
from mlp_theory.texts.syntax.unicode import whole


def items(latex):
    """What stands side by side in a product."""
    return atoms(parse(latex))


def item(latex):
    """The one thing that is written here."""
    (found,) = items(latex)
    return found


def first(kind, latex):
    """The first node of a kind."""
    return next(node for node in nodes(parse(latex)) if node.kind == kind)


def shown(syns):
    """Several pieces as short Unicode; None where one is missing."""
    return [whole(syn) if syn is not None else None for syn in syns]
