"""Questions about what stands on the page, before it means anything: pure functions of its syntax."""

from __future__ import annotations

import re
from itertools import pairwise

from mlp_theory.symbolic.words import is_word
from mlp_theory.texts.syntax.atoms import atoms, indices_of, number_of
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.syntax import Syn, nodes, walk, word_of
from mlp_theory.texts.syntax.unicode import whole


def as_letter(letter: str) -> Syn:
    """A letter as the parser would give it."""
    return Syn("letter", (letter,), 0, 0)


def as_letters(letters: list[str]) -> Syn:
    """A list of letters, ``i, j``."""
    return Syn("list", tuple(as_letter(x) for x in letters), 0, 0)


def as_digit(value: int) -> Syn:
    """A whole number as the parser would give it."""
    return Syn("number", (str(value),), 0, 0)


def as_transposed(syn: Syn) -> Syn:
    """A name with a transpose above it, as the parser would give it."""
    parts = syn.args if syn.kind == "scripted" else (syn,)
    mark = Syn("mark", (r"\top",), syn.end, syn.end)
    return Syn("scripted", (*parts, Syn("sup", (mark,), syn.end, syn.end)), syn.start, syn.end)


def is_bracket(item: Syn) -> bool:
    """Whether this is a group in brackets, with or without scripts."""
    item = item[0] if item.kind == "scripted" else item
    return item.kind in ("parens", "brackets", "curly")


def stands_bare(base: Base, group: Syn) -> bool:
    """Whether a function stands in a bracket without an argument of its own: then σ(1 − σ) is a product."""
    found = False

    def look(syn: Syn) -> None:
        nonlocal found
        if syn.kind == "term":
            for item, following in pairwise((*syn.args, None)):
                bare = item[0] if item is not None and item.kind == "scripted" else item
                if bare is not None and base_of(bare) == base and (following is None or following.kind == "infix"):
                    found = True

    walk(group, look)
    return found


def is_function_word(item: Syn) -> bool:
    """Whether this item is a function that has a word of its own."""
    bare = item[0] if item.kind == "scripted" else item
    return bare.kind in ("function", "word") and is_word(word_of(bare))


def is_upright_d(syn: object) -> bool:
    r"""Whether this is ``\mathrm{d}``."""
    return isinstance(syn, Syn) and syn.kind == "word" and str(syn[0]).startswith("\\mathrm") and whole(syn) == "d"


def is_tuple(parens: Syn) -> bool:
    """Whether a list stands in these brackets: ``(x, y)``."""
    inner = parens[0]
    while inner.kind == "single":
        inner = inner[-1]
    return inner.kind == "list" and sum(isinstance(a, Syn) for a in inner.args) > 1


def is_dots(cell: Syn | None) -> bool:
    """Whether nothing but dots stands in this cell."""
    if cell is None:
        return False
    items = atoms(cell)
    return len(items) == 1 and items[0].kind == "dots"


def big_operator(item: Syn) -> str | None:
    r"""``\sum`` or ``\prod``, if this is one, with or without scripts."""
    item = item[0] if item.kind == "scripted" else item
    return str(item[0]) if item.kind == "bigop" else None


def differential(item: Syn) -> str | None:
    """∂ or an upright or italic d."""
    bare = item[0] if item.kind == "scripted" else item
    if item.kind == "scripted" and any(p.kind != "sup" for p in item.args[1:]):
        return None
    if bare.kind == "partial":
        return "∂"
    base = base_of(bare)
    if base is not None and base.letter == "d" and not base.bold and not base.accents:
        return "d"
    return None


def without_power(syn: Syn) -> tuple[Syn, int]:
    r"""X of ``\partial x^2``, and how often."""
    if syn.kind == "scripted":
        last = syn.args[-1]
        if last.kind == "sup":
            value = number_of(last[0])
            if value in (2.0, 3.0):
                rest = list(syn.args[:-1])
                return (Syn("scripted", tuple(rest), syn.start, syn.end) if len(rest) > 1 else rest[0]), int(value)
    return syn, 1


def starts_with_sign(item: Syn) -> bool:
    """``{+ 1}`` behind a factor: TeX shows x + 1, so it is no product."""
    inner = item
    while inner.kind in ("braces", "passed", "single", "font") or (inner.kind == "list" and len(inner.args) == 1):
        inner = inner[-1]
    return inner is not item and inner.kind == "sum" and (inner[0][0] != 1 or inner.start < inner[0][1].start)


def signs_joined(syn: Syn) -> Syn:
    r"""``\sum_i -x_i`` and ``a \cdot -b``: a sign behind an operator belongs to what follows."""
    pairs: list[tuple[int, Syn]] = []
    for sign, term in syn.args:
        if pairs and sign != 0:
            before, last = pairs[-1]
            end = last[-1] if last.kind == "term" else last
            if end.kind == "infix" or big_operator(end) is not None:
                group = Syn("parens", (Syn("sum", ((sign, term),), term.start, term.end),), term.start, term.end)
                pairs[-1] = (before, Syn("term", (*last.args, group), last.start, term.end))
                continue
        pairs.append((sign, term))
    return Syn("sum", tuple(pairs), syn.start, syn.end) if len(pairs) != len(syn.args) else syn


def in_order(syn: Syn) -> list[str]:
    """The letters of an expression, from left to right."""
    letters = (base_of(node) for node in nodes(syn) if node.kind == "letter")
    return [base.letter for base in letters if base is not None]


def plain_letters(syn: Syn) -> list[str]:
    """The letters of an index list ``i``, ``i,j``, ``ij``."""
    letters = []
    for index in indices_of(syn):
        base = base_of(index)
        if base is None:
            return []
        letters.append(base.letter)
    return letters


def script_letters(syn: Syn) -> list[str]:
    """Letters that stand in subscripts or bracketed superscripts."""
    out: list[str] = []
    todo: list = [syn]
    while todo:
        node = todo.pop(0)
        if isinstance(node, tuple):
            todo.extend(node)
        elif isinstance(node, Syn):
            if node.kind == "sub" or (
                node.kind == "sup" and any(a.kind in ("parens", "brackets") for a in atoms(node[0]))
            ):
                out.extend(x for x in in_order(node) if x not in out)
            todo.extend(node.args)
    return out


def set_bounds(syn: Syn) -> tuple[Syn, Syn] | None:
    """First and last of {1, …, n}."""
    inner = syn
    while inner.kind in ("single", "braces") or (inner.kind in ("list", "term") and len(inner.args) == 1):
        inner = inner[-1]
    if inner.kind == "sum" and len(inner.args) == 1:
        inner = inner[0][1]
        if inner.kind == "term" and len(inner.args) == 1:
            inner = inner[0]
    if inner.kind not in ("curly", "brackets", "parens"):
        return None
    content = inner[0]
    while content.kind == "single":
        content = content[-1]
    if content.kind != "list":
        return None
    parts = [p for p in content.args if isinstance(p, Syn)]
    if len(parts) >= 3 and any(is_dots(p) for p in parts):
        return parts[0], parts[-1]
    return None


def cells_of(row: Syn) -> list[Syn | None]:
    """The cells of a row of a matrix; None where a cell is empty."""
    cells: list[Syn | None] = [None]
    for part in row.args:
        if isinstance(part, Syn):
            cells[-1] = part[0] if part.kind == "cell" else part
        elif str(part) == "&":
            cells.append(None)
    return cells


def differences(a: Syn, b: Syn) -> list[tuple[Syn, Syn]]:
    """The smallest places where two expressions differ; [] when they are the same."""
    if a.kind in ("number", "letter") or b.kind in ("number", "letter") or a.kind != b.kind:
        return [] if whole(a) == whole(b) else [(a, b)]
    if len(a.args) != len(b.args):
        return [(a, b)]
    out: list[tuple[Syn, Syn]] = []
    for x, y in zip(a.args, b.args, strict=True):
        if isinstance(x, Syn) and isinstance(y, Syn):
            if x.kind in ("sub", "sup") and y.kind == x.kind:
                left, right = indices_of(x[0]), indices_of(y[0])
                if len(left) != len(right) or (len(left) == 1 and len(split_digits(left)) == 2):
                    left, right = split_digits(left), split_digits(right)
                if len(left) == len(right):
                    out.extend(_inside(i, j) for i, j in zip(left, right, strict=True) if whole(i) != whole(j))
                    continue
            out.extend(differences(x, y))
        elif isinstance(x, tuple) and isinstance(y, tuple):
            if x[0] != y[0]:
                return [(a, b)]
            out.extend(differences(x[1], y[1]))
        elif str(x) != str(y):
            return [(a, b)]
    return out


def _inside(a: Syn, b: Syn) -> tuple[Syn, Syn]:
    """What differs between (1) and (m): 1 and m, for the brackets belong to the name."""
    inside = a.kind == b.kind and a.kind in ("parens", "brackets")
    return (a[0], b[0]) if inside else (a, b)


def split_digits(indices: list[Syn]) -> list[Syn]:
    """The indices 1, 2 of ``W_{12}``."""
    if len(indices) != 1 or indices[0].kind != "number" or not re.fullmatch(r"\d\d", str(indices[0][0])):
        return indices
    number = indices[0]
    return [Syn("number", (digit,), number.start + k, number.start + k + 1) for k, digit in enumerate(str(number[0]))]


def split_all(syn: Syn) -> Syn:
    """The same expression with W_{11} written as W_{1,1}."""
    args = []
    changed = False
    for arg in syn.args:
        if isinstance(arg, Syn):
            if syn.kind == "sub":
                digits = split_digits(indices_of(arg))
                if len(digits) == 2 and len(indices_of(arg)) == 1:
                    arg = Syn("list", tuple(digits), arg.start, arg.end)
                    changed = True
            else:
                other = split_all(arg)
                changed |= other is not arg
                arg = other
        elif isinstance(arg, tuple) and len(arg) == 2 and isinstance(arg[1], Syn):
            other = split_all(arg[1])
            changed |= other is not arg[1]
            arg = (arg[0], other)
        args.append(arg)
    return Syn(syn.kind, tuple(args), syn.start, syn.end) if changed else syn


def replace(syn: Syn, old: Syn, new: Syn) -> Syn:
    """The expression with one place exchanged."""
    if syn is old or (syn == old and syn.start == old.start):
        return new
    args = []
    changed = False
    for arg in syn.args:
        if isinstance(arg, Syn):
            other = replace(arg, old, new)
            changed |= other is not arg
            args.append(other)
        elif isinstance(arg, tuple) and len(arg) == 2 and isinstance(arg[1], Syn):
            other = replace(arg[1], old, new)
            changed |= other is not arg[1]
            args.append((arg[0], other))
        else:
            args.append(arg)
    return Syn(syn.kind, tuple(args), syn.start, syn.end) if changed else syn


def with_index(syn: Syn, changed: list[tuple[Syn, Syn]], new: Syn) -> Syn:
    """The expression with a running index put in."""
    for old, _ in changed:
        syn = replace(syn, old, Syn(new.kind, new.args, old.start, old.end))
    return syn
