r"""A link that is not true of every value, where what the page has supposed before it is met: ``w^\top S w = \lambda``.

Three kinds of suppositions can be met by draws: columns of norm 1, orthonormal columns, and ``A v = \lambda v``. A
derivative by such a letter is never judged there: it asks how things change off the place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise

from mlp_theory.texts.claims.at_values import holding
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.claims import judged
from mlp_theory.texts.claims.eigenvectors import Eigenvector, eigenvector_in, sampled
from mlp_theory.texts.claims.letters_known import derives, factors_of, infos_in, made_of
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.collecting.derived_letters import derived_by
from mlp_theory.texts.collecting.sentences import is_hypothetical
from mlp_theory.texts.items import Item, Role
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.kinds import is_letter
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.decided import SidesDiffer
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement
from mlp_theory.texts.verdicts.reasons.undecided import BothVanish

_FREE = ("real", "unit", "orthonormal")


@dataclass
class _Supposed:
    """What the page has supposed so far: the domains of letters, eigenvectors, and how that is told."""

    domains: dict[str, str]
    eigenvectors: list[Eigenvector]
    told: list[str]

    @property
    def keys(self) -> set[str]:
        """The letters whose draws meet it."""
        return {*self.domains, *(one.vector.key for one in self.eigenvectors)}


def where_met(bench: Bench, item: Item, left: int, m: int, outcome: Outcome) -> Outcome | None:
    """What becomes of a link where the suppositions before it are met; None where none of them concerns it.

    Parameters
    ----------
    bench : Bench
    item : Item
    left, m : int
        The sides of the link.
    outcome : Outcome
        What became of it at values that meet none of them.
    """
    fails = outcome.kind is FALSE and isinstance(outcome.why, SidesDiffer)
    asks = outcome.kind is UNREAD and isinstance(outcome.why, Requirement)
    sides = item.statement.sides
    first, last = (sides[left].syn, sides[m].syn) if m < len(sides) else (None, None)
    if first is None or last is None:
        return None
    if isinstance(outcome.why, BothVanish):
        return _anywhere(bench, item, left, m, made_of(bench.page, (first, last)))
    if not (fails or asks):
        return None
    keys = made_of(bench.page, (first, last))
    supposed = _supposed_before(bench, item, keys)
    if not supposed.told:
        return None
    if derives(first) or derives(last):
        by = {info.key for base in derived_by(first) | derived_by(last) for info in _infos(bench.page, base)}
        if supposed.eigenvectors or by & supposed.domains.keys():
            return None
    with _met(bench, supposed):
        found = judged(bench, item, left, m)
    if found.kind.confirms:
        return replace(found, reading="where " + " and ".join(supposed.told) + ", as supposed above")
    if supposed.eigenvectors and fails and _hides_more(bench.page, supposed, (first, last)):
        what = supposed.eigenvectors[-1].vector.show
        return Outcome(UNREAD, Requirement(f"not true of every {what}; perhaps where the equation above is met"))
    asked = (bench.page.constrained | bench.page.stationary) & keys
    return found if found.kind is FALSE and asked <= supposed.keys else None


def _anywhere(bench: Bench, item: Item, left: int, m: int, keys: set[str]) -> Outcome | None:
    """A link that says 0 = 0 of columns of norm 1, where it is true of all columns."""
    restricted = {key for key in keys if key in bench.page.infos and bench.page.infos[key].domain in _FREE[1:]}
    if not restricted:
        return None
    with _met(bench, _Supposed(dict.fromkeys(restricted, "real"), [], [])):
        found = judged(bench, item, left, m)
    shown = ", ".join(bench.page.infos[key].show for key in sorted(restricted))
    return replace(found, reading=f"of any {shown}") if found.kind.confirms else None


def _supposed_before(bench: Bench, item: Item, keys: set[str]) -> _Supposed:
    """What statements before this one suppose of its letters."""
    page, out = bench.page, _Supposed({}, [], [])
    for other in bench.items[: bench.collection.position[item]]:
        sides, relations = other.syns, other.statement.relations
        if other.role is Role.DEFINITION or len(sides) < 2 or set(relations) != {"="} or is_hypothetical(other):
            continue
        for left, right in pairwise(sides):
            told = f"{show(left).strip()} = {show(right).strip()}"
            domain = _domain_in(page, left, sides[-1])
            if domain is not None and domain[0].key in keys and domain[0].key not in out.domains:
                out.domains[domain[0].key] = domain[1]
                out.told.append(f"{show(left).strip()} = {show(sides[-1]).strip()}")
            found = eigenvector_in(page, left, right)
            if found is not None and found.vector.key in keys and not out.eigenvectors:
                out.eigenvectors.append(found)
                out.told.append(told)
    return out


def _domain_in(page: Page, left: Syn, right: Syn) -> tuple[Info, str] | None:
    r"""The letter of ``u^\top u = 1``, ``\|u\| = 1``, ``U^\top U = I``, and where it lies then."""
    product = [show(factor).strip() for factor in factors_of(left)]
    one, identity = number_of(right) == 1, is_letter(right, "I") or _is_identity(right)
    for info in infos_in(page, left):
        if info.kind != "given" or info.domain not in _FREE or info.count is not None:
            continue
        column = page.dims.is_one(info.c) and not page.dims.is_one(info.r)
        name = info.base.show
        if one and column and (product == [f"{name}ᵀ", name] or _is_norm(show(left), name)):
            return info, "unit"
        if identity and not column and product == [f"{name}ᵀ", name]:
            return info, "orthonormal"
    return None


def _is_norm(shown: str, name: str) -> bool:
    plain = shown.replace(" ", "")
    return plain in {f"‖{name}‖{end}" for end in ("", "²", "₂", "₂²")}


def _is_identity(syn: Syn) -> bool:
    base = base_of(factors_of(syn)[0].args[0]) if factors_of(syn)[0].kind == "scripted" else base_of(syn)
    return base is not None and base.letter == "I" and len(factors_of(syn)) == 1


def _infos(page: Page, base: object) -> list[Info]:
    return [info for info in page.infos.values() if info.base == base]


def _hides_more(page: Page, supposed: _Supposed, sides: tuple[Syn, Syn]) -> bool:
    """Whether letters stand there of which the matrix of an eigenvector is made: no draw of it meets them."""
    matrix = supposed.eigenvectors[-1].matrix.key
    if matrix not in page.book.definitions:
        return False
    inner = page.book.keys_of(page.book.definitions[matrix].node)
    beside = [info for side in sides for info in infos_in(page, side) if info.key != matrix]
    made = {key for info in beside for key in (info.key, *_behind(page, info))}
    return bool(inner & made)


def _behind(page: Page, info: Info) -> frozenset[str]:
    definition = page.book.definitions.get(info.key)
    return page.book.keys_of(definition.node) if definition is not None else frozenset()


@contextmanager
def _met(bench: Bench, supposed: _Supposed) -> Iterator[None]:
    """Let the draws meet it, for a while."""
    page = bench.page
    usual = {key: page.infos[key].domain for key in supposed.domains}
    asked = page.constrained, page.stationary
    made: dict[str, Info] = {}
    values = {}
    for one in supposed.eigenvectors:
        info, node = sampled(page, one)
        made[info.key] = info
        values[one.matrix.key] = node
    try:
        for key, domain in supposed.domains.items():
            page.infos[key].domain = domain
        page.infos.update(made)
        page.constrained, page.stationary = asked[0] - supposed.keys, asked[1] - supposed.keys
        with holding(bench, values):
            yield
    finally:
        page.constrained, page.stationary = asked
        for key, domain in usual.items():
            page.infos[key].domain = domain
        for key in made:
            page.infos.pop(key)
        bench.judge.draws.forget()
