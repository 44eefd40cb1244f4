"""What hangs on a name: indices and labels below, transposes, powers and labels above, primes."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.texts.syntax.atoms import atoms, digits_of, indices_of, number_of
from mlp_theory.texts.syntax.factor_kinds import is_operator
from mlp_theory.texts.syntax.names import base_of, text_of
from mlp_theory.texts.syntax.peeling import lone, ungrouped
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import show


@dataclass
class Scripts:
    """What hangs on a name: indices below, and above a transpose, a power, a label in brackets."""

    subs: list[Syn] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    sups: list[tuple[str, Syn | None]] = field(default_factory=list)
    primes: int = 0
    condition: Syn | None = None


def scripts_of(parts: tuple[Syn, ...], *, transposes: frozenset[str] = frozenset("T")) -> Scripts:
    """Sort the scripts of a name.

    Above: ``("T", None)``, ``("inverse", None)``, ``("inverse T", None)``, ``("label", word)``,
    ``("bracket", content)`` for [l] and (l), or ``("power", content)``, which may turn out to be a layer.
    """
    out = Scripts()
    for part in parts:
        if part.kind == "prime":
            out.primes += len(part.args)
        elif part.kind == "sub":
            _sort_sub(part[0], out)
        else:
            _sort_sup(part[0], out, transposes)
    return out


def is_transposed(parts: tuple[Syn, ...], transposes: frozenset[str]) -> bool:
    """Whether one of these scripts is a transpose."""
    return any(kind == "T" for kind, _ in scripts_of(parts, transposes=transposes).sups)


def _sort_sub(arg: Syn, out: Scripts) -> None:
    inner = ungrouped(arg)
    if inner.kind == "chain":
        out.condition = inner
        return
    for index in indices_of(arg):
        if index.kind in ("word", "text", "function"):
            word = str(index[0])
            word = text_of(word) if "{" in word else word.lstrip("\\")
            out.words.append(word)
        elif index.kind == "mark":
            out.words.append(str(index[0]).lstrip("\\"))
        elif index.kind in ("parens", "brackets"):
            out.words.append(show(index))
        elif index.kind in ("infinity", "signmark"):
            out.words.append("∞" if index.kind == "infinity" else str(index[0]))
        else:
            out.subs.append(index)


def _sort_sup(arg: Syn, out: Scripts, transposes: frozenset[str]) -> None:
    inner = ungrouped(arg)
    if inner.kind == "sum" and len(inner.args) == 1:
        sign, term = inner[0]
        if sign == -1:
            only = lone(term)
            if only.kind == "number" and digits_of(only) == "1":
                out.sups.append(("inverse", None))
                return
            if _is_transpose(only, transposes):
                out.sups.append(("inverse T", None))
                return
            out.sups.append(("power", arg))
            return
        inner = term
    items = list(inner.args) if inner.kind == "term" else [inner]
    if len(items) == 1:
        _sort_one(items[0], arg, out, transposes)
        return
    if is_operator(items[0], r"\odot", r"\circ"):
        # A^{⊙2} is not A²: whoever reads the power has to take it entry by entry.
        out.sups.append(("power", Syn("entrywise", (items[1],), arg.start, arg.end) if len(items) == 2 else arg))
        return
    if all(
        (item.kind in ("brackets", "parens") and _like_an_index(item[0]))
        or item.kind == "number"
        or _is_mark(item, transposes)
        or _with_mark(item, transposes)
        for item in items
    ):
        for item in items:
            _sort_one(item, item, out, transposes)
        return
    if _is_transpose(items[-1], transposes) and len(items) == 2 and items[0].kind in ("letter", "number"):
        _sort_one(items[0], items[0], out, transposes)
        out.sups.append(("T", None))
        return
    out.sups.append(("power", arg))


def _sort_one(item: Syn, arg: Syn, out: Scripts, transposes: frozenset[str]) -> None:
    if _is_transpose(item, transposes):
        # A letter T may be an exponent after all, where the page has a T and the base is a number.
        out.sups.append(("T", item if item.kind == "letter" else None))
    elif item.kind == "mark":
        name = str(item[0]).lstrip("\\")
        out.words.append({"*": "*", "star": "*", "ast": "*"}.get(name, name))
    elif item.kind == "signmark":
        out.words.append(str(item[0]))
    elif item.kind in ("word", "text"):
        out.words.append("^" + text_of(str(item[0])))
    elif item.kind in ("brackets", "parens") and _like_an_index(item[0]):
        out.sups.append(("square" if item.kind == "brackets" else "bracket", item[0]))
    elif item.kind == "scripted" and item[0].kind in ("brackets", "parens") and _like_an_index(item[0][0]):
        out.sups.append(("square" if item[0].kind == "brackets" else "bracket", item[0][0]))
        for part in item.args[1:]:
            if part.kind == "sup":
                _sort_sup(part[0], out, transposes)
            elif part.kind == "prime":  # g^{[l]′}
                out.primes += len(part.args)
    else:
        out.sups.append(("power", arg))


def _like_an_index(content: Syn) -> bool:
    """Whether a bracket above a name can be a label: (i), [l − 1], (2), not (x + y)."""
    content = ungrouped(content)
    parts = [content]
    if content.kind == "sum":
        parts = [term for _, term in content.args]
        if len(parts) > 1 and any(number_of(p) is None for p in parts[1:]):
            return False
    for part in parts:
        items = atoms(part)
        if len(items) != 1 or items[0].kind not in ("letter", "number", "font", "word", "text"):
            return False
    return True


def _is_mark(item: Syn, transposes: frozenset[str]) -> bool:
    return item.kind == "mark" or _is_transpose(item, transposes)


def _with_mark(item: Syn, transposes: frozenset[str]) -> bool:
    return (
        item.kind == "scripted"
        and item[0].kind in ("brackets", "parens")
        and all(p.kind == "sup" and _is_transpose(p[0], transposes) for p in item.args[1:])
    )


def _is_transpose(item: Syn, transposes: frozenset[str]) -> bool:
    item = lone(item)
    if item.kind == "mark":
        return str(item[0]).lstrip("\\") in ("top", "intercal", "transpose", "⊤")
    if item.kind == "word":
        return text_of(str(item[0])) in ("T", "t", "⊤")
    if item.kind == "text":
        return text_of(str(item[0])) in ("T", "t")
    if item.kind == "font":
        base = base_of(item)
        return base is not None and base.letter == "T"
    return item.kind == "letter" and str(item[0]) in transposes


def is_entrywise_power(content: Syn) -> bool:
    """Whether the exponent says ⊙, as in ``A^{⊙2}``: every entry is raised, not the matrix."""
    return content.kind == "entrywise"
