"""Sets that declarations name: how large their members are, and which values they take."""

from __future__ import annotations

from mlp_theory.symbolic import Dim
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.ranges import set_bounds
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show, whole


def set_of(page: Page, target: Syn, scope: Scope, reader: Reader) -> tuple[Dim, Dim, dict]:
    """Rows, columns and domain of a set: ℝ^{K×d}, (0, 1)^K, {0, 1}^n, {e_1, …, e_K}^n."""
    items = atoms(target)
    if len(items) != 1:
        raise UnreadError(f"no such set: {show(target)}", target.start)
    item = items[0]
    bare, parts = item, ()
    while bare.kind == "scripted":
        parts = (*bare.args[1:], *parts)
        bare = bare[0]
    exponent = next((p[0] for p in parts if p.kind == "sup"), None)
    sub = next((p[0] for p in parts if p.kind == "sub"), None)
    r, c = _exponent(page, exponent, scope, reader)
    base = base_of(bare)
    if base is not None and base.letter in ("R", "ℝ"):
        domain = "real"
        if sub is not None:
            text = whole(sub)
            domain = "positive" if ">" in text or "+" in text else "nonnegative"
            if "≥" in text or "ge" in text:
                domain = "nonnegative"
        elif any(p.kind == "sup" and whole(p[0]) in ("+", "⁺") for p in parts):
            return 1, 1, {"domain": "positive"}
        return r, c, {"domain": domain}
    if base is not None and base.letter in ("N", "Z") and base.style == "bb":
        return r, c, {"domain": "whole" if base.letter == "N" else "integer"}
    if base is not None and base.letter == "Delta" and exponent is not None:
        from mlp_theory.symbolic import plus

        return plus(r, 1), 1, {"domain": "probabilities"}
    if bare.kind in ("parens", "brackets"):
        ends = [number_of(a) for a in arguments(bare)]
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None and ends[0] < ends[1]:
            closed = " closed" if bare.kind == "brackets" else ""
            return r, c, {"domain": f"between {ends[0]} {ends[1]}{closed}"}
        if len(ends) == 2 and ends[0] is not None:
            return r, c, {"domain": "positive" if ends[0] >= 0 else "real"}
        raise UnreadError(f"no such set: {show(target)}", target.start)
    if bare.kind == "curly":
        return _finite_set(page, bare, r, c, exponent, scope, reader)
    raise UnreadError(f"no such set: {show(target)}", target.start)


def _finite_set(
    page: Page, bare: Syn, r: Dim, c: Dim, exponent: Syn | None, scope: Scope, reader: Reader
) -> tuple[Dim, Dim, dict]:
    members = arguments(bare)
    numbers = [number_of(m) for m in members]
    if members and all(n is not None for n in numbers):
        return r, c, {"domain": "among " + " ".join(f"{n:g}" for n in numbers if n is not None)}
    bounds = set_bounds(bare)
    first = base_of(unscripted(atoms(members[0])[0])[0])
    if bounds is not None and first is not None and first.letter == "e":
        last = members[-1]
        scripts = scripts_of(unscripted(atoms(last)[0])[1], transposes=page.transposes)
        if not scripts.subs:
            raise UnreadError("the last unit vector has no number", last.start)
        size = page.dim_from(scripts.subs[0], scope, reader)
        return size, (r if exponent is not None else 1), {"domain": "one-hot"}
    if bounds is not None and number_of(bounds[0]) is not None:
        high = page.dim_from(bounds[1], scope, reader)
        low = number_of(bounds[0])
        return r, c, {"domain": f"index {low:g}", "high": high}
    raise UnreadError(f"no such set: {show(bare)}", bare.start)


def _exponent(page: Page, exponent: Syn | None, scope: Scope, reader: Reader) -> tuple[Dim, Dim]:
    if exponent is None:
        return 1, 1
    items = atoms(exponent)
    parts: list[list[Syn]] = [[]]
    if len(items) == 1 and items[0].kind == "sum":
        return page.dim_from(items[0], scope, reader), 1
    inner = exponent
    while inner.kind in ("braces", "single", "passed") or (inner.kind == "list" and len(inner.args) == 1):
        inner = inner[-1]
    if inner.kind == "sum" and len(inner.args) > 1:
        # K-1 \times d: the sign belongs to one of the sizes.
        return _signed_exponent(page, inner, scope, reader)
    for item in items:
        if item.kind == "infix" and str(item[0]) in (r"\times", "*", r"\cdot"):
            parts.append([])
        else:
            parts[-1].append(item)
    if len(parts) > 2 or not all(parts):
        raise UnreadError("a set of arrays with more than two axes", exponent.start)
    dims = [
        page.dim_from(p[0] if len(p) == 1 else Syn("term", tuple(p), p[0].start, p[-1].end), scope, reader)
        for p in parts
    ]
    return dims[0], dims[1] if len(dims) == 2 else 1


def _signed_exponent(page: Page, inner: Syn, scope: Scope, reader: Reader) -> tuple[Dim, Dim]:
    sides: list[list[tuple[int, Syn]]] = [[]]
    for sign, term in inner.args:
        items = list(term.args)
        cut = next((k for k, x in enumerate(items) if x.kind == "infix" and str(x[0]) == r"\times"), None)
        if cut is None:
            sides[-1].append((sign, term))
            continue
        sides[-1].append((sign, Syn("term", tuple(items[:cut]), term.start, term.end)))
        sides.append([(1, Syn("term", tuple(items[cut + 1 :]), term.start, term.end))])
    dims = [page.dim_from(Syn("sum", tuple(side), inner.start, inner.end), scope, reader) for side in sides]
    return dims[0], dims[1] if len(dims) > 1 else 1
