"""What the judge is to test of a link that has been read; or why there is nothing to test."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Derivative, Dim, Node, Number
from mlp_theory.texts.claims.link import Link
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.claims.sides import axes_in, made_of_operations, names_gradient
from mlp_theory.texts.judging.findings import Task
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.verdicts.kinds.defines import DEFINES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.decided import NamesGradient
from mlp_theory.texts.verdicts.reasons.nothing_claimed import OnlySizes, SameExpression, UpdatedSince
from mlp_theory.texts.verdicts.reasons.unread_indices import UnknownRange


def is_zero(node: Node) -> bool:
    """Whether zero is written here: a number, a column or a row of zeros."""
    if isinstance(node, Call) and node.op == "transpose":
        return is_zero(node.args[0])
    return (isinstance(node, Number) and node.value == 0) or (isinstance(node, Call) and node.op == "zeros")


def same_expression(link: Link, node: Node, reader: Reader) -> Outcome | None:
    """What is said by two sides that are one expression, if it is not a chain rule that is tested in each layout."""
    if isinstance(node, Derivative) and names_gradient(link.left) and len(atoms(link.right)) == 1:
        return Outcome(DEFINES, NamesGradient("how the page calls this gradient"))
    if reader.tensor:
        return None
    return Outcome(UNREAD, SameExpression("the two sides are the same expression: nothing is claimed"))


def task_of(
    page: Page, reader: Reader, link: Link, sides: tuple[Node, Node], tests: list[Term], zero: bool
) -> Task | Reason:
    """What the judge is to test.

    Parameters
    ----------
    page, reader, link
        What is known, who has read the link, and the link.
    sides : (Node, Node)
    tests : list of Term
        Where the relation is claimed.
    zero : bool
        Whether one side is the number 0.
    """
    a, b = sides
    keys = page.book.keys_of(a) | page.book.keys_of(b)
    if stale := min(keys & page.stale, default=None):
        return UpdatedSince(f"{page.infos[stale].show} is made of a symbol that has been updated since")
    if not keys and not made_of_operations(a, b):
        return OnlySizes("it speaks of nothing but sizes, which are drawn")
    axes = {}
    for letter, (axis, dim) in reader.free.items():
        found: Dim = page.dims.find(dim)
        if not (page.dims.is_free(found) and str(found).startswith("?") and found not in page.dims.large):
            axes[axis] = (letter, found)
        elif axis in axes_in(a) | axes_in(b):
            return UnknownRange(f"the range of the index {letter} is not known")
    return Task(a, b, link.relation, axes, [test.node() for test in tests], zero)
