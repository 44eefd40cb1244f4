"""``dZ = A − Y`` beside a mean loss: the gradient of one sample's own loss, n times ∂L/∂Z.

Strictly it is false. Where the lines after it are written for it, it holds if that is what the page means by it, and
they are judged under it too, so that one sloppy line does not make a page of consistent ones false.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from mlp_theory.symbolic import Dim
from mlp_theory.texts.claims.sides import names_gradient
from mlp_theory.texts.items import Item, Role
from mlp_theory.texts.reports.verdict import Verdict
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds_if import HOLDS_IF
from mlp_theory.texts.verdicts.reasons.eased import Assumed


@dataclass
class Judged:
    """The verdicts on one item, and the sizes of each V that it calls dV."""

    item: Item
    verdicts: list[Verdict]
    sizes: set[Dim]


def judge_all(page: Page, items: list[Item], judge: Callable[[Item], list[Verdict]]) -> list[Verdict]:
    """The verdicts on all items, under the reading of ``dZ`` that more of them are written for."""
    strict = []
    definitions = dict(page.book.definitions)
    for item in items:
        page.sampled = set()
        strict.append(Judged(item, judge(item), page.sampled))
    suspects = {size for j in strict if any(v.kind in (FALSE, DOUBTFUL) for v in j.verdicts) for size in j.sizes}
    for size in sorted(suspects, key=str):
        page.per_sample = size
        page.book.definitions, page.stale = dict(definitions), set()  # as they were before any update
        page.book.forget()
        again = [judge(j.item) if size in j.sizes or j.item.role is Role.UPDATE else j.verdicts for j in strict]
        page.per_sample = None
        found = _prefer(page, strict, again, page.dims.show(size))
        if found is not None:
            return found
    return [v for j in strict for v in j.verdicts]


def _prefer(page: Page, strict: list[Judged], again: list[list[Verdict]], n: str) -> list[Verdict] | None:
    """The verdicts of both readings in one list, when the second one explains something; else None."""
    if any(len(j.verdicts) != len(other) for j, other in zip(strict, again, strict=True)):
        return None
    pairs = [pair for j, other in zip(strict, again, strict=True) for pair in zip(j.verdicts, other, strict=True)]
    gained = [k for k, (v, other) in enumerate(pairs) if v.kind in (FALSE, DOUBTFUL) and other.kind.confirms]
    lost = [k for k, (v, other) in enumerate(pairs) if v.kind.established and other.kind is not v.kind]
    owners = [j.item for j in strict for _ in j.verdicts]
    if not gained or not _is_of_a_sample(page, owners[gained[0]]):
        return None
    first = gained[0]
    mend = f"it is {n} times the gradient: that of each sample's own loss, not of their mean"
    contradicted = any(_is_of_a_sample(page, owners[k]) for k in lost)  # another line says what dZ is, strictly
    if contradicted or len(gained) - 1 <= len(lost):
        return [_mended(v, mend) if k == first else v for k, (v, _) in enumerate(pairs)]
    mend += "; the lines that are written for that are judged so"
    reading = f"dZ, dA, … as {n} times the gradient, as {pairs[first][0].place} has it"
    out = []
    for k, (v, other) in enumerate(pairs):
        if k == first:
            out.append(_assumed(v, other, owners[k], n, mend))
        elif (v.kind.confirms and other.kind is v.kind) or v == other:
            out.append(v)
        else:
            out.append(replace(other, reading=reading))
    return out


def _mended(verdict: Verdict, mend: str) -> Verdict:
    assert verdict.why is not None  # it is false, and what is false has a reason
    return replace(verdict, why=verdict.why.mended(mend))


def _assumed(strict: Verdict, other: Verdict, item: Item, n: str, mend: str) -> Verdict:
    """That a line holds if ``dZ`` is what the lines after it take it for."""
    left = item.statement.sides[0].syn
    name = show(left).strip() if left is not None else strict.read_as
    told = f"{name} is {n} times the gradient, that of each example's own loss"
    return replace(other, kind=HOLDS_IF, why=Assumed(f"{told}: the page does not say so", mend=mend), assumed=told)


def _is_of_a_sample(page: Page, item: Item) -> bool:
    """Whether a line says what ``dV`` is, for a V that is computed; a weight is nobody's own sample."""
    left = item.statement.sides[0].syn
    if left is None or not names_gradient(left):
        return False
    base = base_of(under_scripts(atoms(left)[1]))
    return any(info.base == base and info.kind == "defined" for info in page.infos.values())
