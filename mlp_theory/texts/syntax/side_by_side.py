"""Items side by side in a term: what joins them, what follows, which are fractions."""

from __future__ import annotations

from mlp_theory.texts.syntax.factors import is_operator
from mlp_theory.texts.syntax.names import text_of
from mlp_theory.texts.syntax.syn import Syn


def is_slash(item: Syn) -> bool:
    """Whether this is the slash of ``a/b``."""
    return is_operator(item, "/")


def nothing_follows(items: list[Syn], k: int) -> bool:
    """Whether the factors side by side end before this place."""
    return k >= len(items) or is_operator(items[k])


def spelled(items: list[Syn], k: int) -> str:
    """The letters side by side that begin here: V, a, r, where nobody made Var one word."""
    end = k
    while end < len(items) and items[end].kind == "letter" and (end == k or items[end].start == items[end - 1].end):
        end += 1
    return "".join(str(item[0]) for item in items[k:end])


def worded(items: list[Syn]) -> list[Syn]:
    """The items with words in text as words, and without fonts that change nothing."""
    out: list[Syn] = []
    for item in items:
        bare, parts = (item[0], item.args[1:]) if item.kind == "scripted" else (item, ())
        if item.kind == "fontswitch":
            continue
        words = text_of(str(bare[0])) if bare.kind == "text" else ""
        if item.kind == "text" and words in ("", "T"):
            out += [item] if words else []
            continue
        if bare.kind == "text":
            word = Syn("word", (f"\\mathrm{{{words}}}",), bare.start, bare.end)
            item = Syn("scripted", (word, *parts), item.start, item.end) if parts else word
        out.append(item)
    return out


def sides_of_cross(items: list[Syn]) -> tuple[Syn, Syn] | None:
    r"""What stands before and after the one × of ``h \times n``; None where it is no such size."""
    cross = [k for k, item in enumerate(items) if is_operator(item, r"\times")]
    if len(cross) != 1 or cross[0] in (0, len(items) - 1):
        return None
    before, after = items[: cross[0]], items[cross[0] + 1 :]
    return (
        Syn("term", tuple(before), before[0].start, before[-1].end),
        Syn("term", tuple(after), after[0].start, after[-1].end),
    )
