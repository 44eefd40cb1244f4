"""A link that would hold with a sum over an index that stands twice: a page that writes its sums leaves none out."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.every_layer import at_every_layer
from mlp_theory.texts.claims.link import Link
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.syntax.repeated_indices import free_indices, with_sums
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.unread_indices import UnwrittenSum


def without_its_sum(bench: Bench, link: Link) -> Outcome | None:
    """What becomes of a false link that is true once repeated indices are summed; None of any other."""
    if link.relation != "=":
        return None
    left = with_sums(link.left, free_indices(link.right), plainly=True)
    right = with_sums(link.right, free_indices(link.left), plainly=True)
    if show(left) == show(link.left) and show(right) == show(link.right):
        return None
    if not at_every_layer(bench, replace(link, left=left, right=right)).kind.confirms:
        return None
    shown = f"{show(left).strip()} = {show(right).strip()}"
    mend = f"write the sum, {shown}, or say that repeated indices are summed"
    return Outcome(UNREAD, UnwrittenSum("it is true with a sum over an index that stands twice").mended(mend))
