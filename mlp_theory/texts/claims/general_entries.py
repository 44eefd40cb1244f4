r"""An array set equal to its general entry: ``\nabla f = \partial f / \partial w_i``, ``A = a_{ij}``.

It is loose, and usual: what is meant is that entry of the array. Where that is true, it is read so; else it is unread,
since nobody can tell which entry is meant: the first index in the alphabet counts the rows.
"""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.every_layer import at_every_layer
from mlp_theory.texts.claims.link import Link
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.claims.sides import unbound
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.making import as_letter
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.reasons.unread_indices import ArrayBesideEntry

_NUMBER = "1×1"


def as_general_entry(bench: Bench, link: Link, outcome: Outcome) -> Outcome | None:
    """What becomes of a link whose shapes do not fit, where one side is the general entry of the other; else None.

    Parameters
    ----------
    bench : Bench
    link : Link
    outcome : Outcome
        What became of it as it stands.
    """
    if link.relation != "=" or not isinstance(outcome.why, ShapeConflict) or outcome.shapes is None:
        return None
    left, right = outcome.shapes
    if (left == _NUMBER) == (right == _NUMBER):
        return None
    whole, entry, shape = (link.right, link.left, right) if left == _NUMBER else (link.left, link.right, left)
    letters = sorted(x for x in unbound(entry) - unbound(whole) if _may_run(bench.page, x))
    if len(letters) != (1 if "1" in shape.split("×") else 2):
        return None
    picked = _entry_of(whole, letters)
    turned = replace(link, left=picked) if whole is link.left else replace(link, right=picked)
    found = at_every_layer(bench, turned)
    if found.kind.confirms:
        found.reading = f"the entry {', '.join(letters)} of the other side"
        return found
    return Outcome(
        UNREAD, ArrayBesideEntry(f"a whole array on one side and its entry {', '.join(letters)} on the other")
    )


def _may_run(page: Page, letter: str) -> bool:
    """Whether a letter below a name is an index: no size, no layer, and no name of the page."""
    taken = letter in page.infos or is_size(page, letter) or letter in page.layering.names
    return letter.islower() and len(letter) == 1 and not taken


def _entry_of(whole: Syn, letters: list[str]) -> Syn:
    """The entry at these letters."""
    bracket = Syn("parens", (whole,), whole.start, whole.end)
    below = Syn("list", tuple(map(as_letter, letters)), 0, 0) if len(letters) > 1 else as_letter(letters[0])
    return Syn("scripted", (bracket, Syn("sub", (below,), 0, 0)), whole.start, whole.end)
