"""Sets that declarations name: how large their members are, and which values they take."""

from __future__ import annotations

from mlp_theory.symbolic import Dim, plus
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import read_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import begins_closed, in_brackets, in_curly, is_call, is_half_open
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.making import as_product, as_sum
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts, unscripted
from mlp_theory.texts.syntax.ranges import set_bounds, unit_vectors_spelled_out
from mlp_theory.texts.syntax.script_parts import above, all_above, below
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.sums_and_products import cut_at, factors, summands
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show, whole
from mlp_theory.texts.verdicts.reasons.unknown_letters import NoSuchSet


def set_of(page: Page, target: Syn, scope: Scope) -> tuple[Dim, Dim, dict]:
    """Rows, columns and domain of a set: ℝ^{K×d}, (0, 1)^K, {0, 1}^n, {e_1, …, e_K}^n."""
    items = atoms(target)
    if len(items) != 1:
        raise UnreadError(NoSuchSet(f"no such set: {show(target)}"), target.start)
    bare, parts = unscripted(items[0])
    exponent, base = above(parts), base_of(bare)
    rows, columns = _shape(page, exponent, scope)
    if base is not None and base.letter in ("R", "ℝ"):
        if any(whole(content) in ("+", "⁺") for content in all_above(parts)) and below(parts) is None:
            return 1, 1, {"domain": "positive"}
        return rows, columns, {"domain": _half_line(below(parts))}
    if base is not None and base.letter in ("N", "Z") and base.style == "bb":
        return rows, columns, {"domain": "whole" if base.letter == "N" else "integer"}
    if base is not None and base.letter == "Delta" and exponent is not None:
        return plus(rows, 1), 1, {"domain": "probabilities"}
    if in_brackets(bare) and set_bounds(bare) is not None:
        return _finite_set(page, bare, (rows, columns), exponent, scope)
    if is_call(bare) or is_half_open(bare):
        return rows, columns, {"domain": _interval(bare, target)}
    if in_curly(bare):
        return _finite_set(page, bare, (rows, columns), exponent, scope)
    raise UnreadError(NoSuchSet(f"no such set: {show(target)}"), target.start)


def _half_line(sub: Syn | None) -> str:
    r"""The domain of ``\mathbb{R}_{>0}``, ``\mathbb{R}_+``, ``\mathbb{R}_{\ge 0}``, and of ``\mathbb{R}``."""
    if sub is None:
        return "real"
    text = whole(sub)
    strictly = (">" in text or "+" in text) and "≥" not in text and "ge" not in text
    return "positive" if strictly else "nonnegative"


def _interval(bracket: Syn, target: Syn) -> str:
    """The domain of ``(0, 1)``, ``[0, 1]``, ``(0, 1]``, ``(0, ∞)`` and ``[0, ∞)``."""
    ends = [number_of(end) for end in arguments(bracket)]
    if len(ends) != 2 or ends[0] is None:
        raise UnreadError(NoSuchSet(f"no such set: {show(target)}"), target.start)
    if ends[1] is not None and ends[0] < ends[1]:
        return f"between {ends[0]} {ends[1]}" + (" closed" if in_brackets(bracket) else "")
    if ends[0] < 0:
        return "real"
    return "nonnegative" if ends[0] == 0 and begins_closed(bracket) else "positive"


def _finite_set(
    page: Page, bare: Syn, shape: tuple[Dim, Dim], exponent: Syn | None, scope: Scope
) -> tuple[Dim, Dim, dict]:
    """Zeros and ones, unit vectors, indices: ``{0, 1}``, ``{e_1, …, e_K}``, ``{1, …, n}``."""
    members = arguments(bare)
    numbers = [number_of(member) for member in members]
    if members and all(number is not None for number in numbers):
        return *shape, {"domain": "among " + " ".join(f"{n:g}" for n in numbers if n is not None)}
    bounds = set_bounds(bare) or unit_vectors_spelled_out(members)
    if bounds is None:
        raise UnreadError(NoSuchSet(f"no such set: {show(bare)}"), bare.start)
    first, low = base_of(under_scripts(atoms(members[0])[0])), number_of(bounds[0])
    if first is not None and first.letter == "e":
        scripts = scripts_of(unscripted(atoms(members[-1])[0])[1], transposes=page.habits.transposes)
        if not scripts.subs:
            raise UnreadError(NoSuchSet("the last unit vector has no number"), members[-1].start)
        size = read_size(page, scripts.subs[0], scope)
        return size, (shape[0] if exponent is not None else 1), {"domain": "one-hot"}
    if low is not None:
        return *shape, {"domain": f"index {low:g}", "high": read_size(page, bounds[1], scope)}
    raise UnreadError(NoSuchSet(f"no such set: {show(bare)}"), bare.start)


def _shape(page: Page, exponent: Syn | None, scope: Scope) -> tuple[Dim, Dim]:
    r"""Rows and columns of ``K \times d``; the sign of ``K - 1 \times d`` belongs to one of the sizes."""
    if exponent is None:
        return 1, 1
    sizes: list[list[tuple[int, Syn]]] = [[]]
    for sign, term in summands(exponent):
        first, *more = cut_at(factors(term), r"\times", "*", r"\cdot")
        if not first or not all(more):
            raise UnreadError(NoSuchSet("a set of arrays with more than two axes"), exponent.start)
        sizes[-1].append((sign, as_product(first)))
        sizes += [[(1, as_product(run))] for run in more]
    if len(sizes) > 2:
        raise UnreadError(NoSuchSet("a set of arrays with more than two axes"), exponent.start)
    dims = [read_size(page, as_sum(size), scope) for size in sizes]
    return dims[0], dims[1] if len(dims) == 2 else 1
