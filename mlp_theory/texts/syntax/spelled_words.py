r"""Words among the items of a term: letters side by side that spell one, and ``\text{…}`` that is one."""

from __future__ import annotations

from mlp_theory.texts.syntax.names import text_of
from mlp_theory.texts.syntax.syn import Syn


def spelled_at(items: list[Syn], k: int) -> str:
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
