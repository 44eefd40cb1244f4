r"""How the roots of a page are told: those that most of its equations wait for, and what would mend them.

``first to mend: line 14 (v ∈ 𝒱: no such set; 9 equations wait for v)   add <!-- given: $v \in \mathbb{R}^d$ -->``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mlp_theory.texts.reports.counting import many
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.reports.wording import one_line
from mlp_theory.texts.verdicts.roots import Root

TOLD = 3
"""How many roots a report ends with; `--explain` and JSON tell them all."""

_FIRST = "first to mend: "
_NEXT = "then: ".rjust(len(_FIRST))
_COMMENTS = {".tex": "% given: {}", ".mdx": "{{/* given: {} */}}"}


def first_to_mend(file: FileReport, everything: bool = False) -> list[str]:
    """The last lines of a page's report: the roots that block most, or all of them."""
    found = file.blocking[: None if everything else TOLD]
    return [f"{_NEXT if k else _FIRST}{told(root, count, file.path)}" for k, (root, count) in enumerate(found)]


def told(root: Root, count: int, path: str) -> str:
    """Where it is, what is wrong, how many wait, and what to add."""
    waiting = f"{many(count, 'equation')} {'waits' if count == 1 else 'wait'}"
    waiting += f" for {one_line(root.letter, 40)}" if root.letter else ""
    said = f"{what(root)}; {waiting}"
    said = f"{where} ({said})" if (where := place(root)) else said
    return f"{said}   add {comment(root, path)}" if root.proposal else said


def what(root: Root) -> str:
    """What is wrong, of what: ``v ∈ 𝒱: no such set``."""
    said = root.text or root.kind.value
    of = root.statement or root.letter
    return one_line(said if said.startswith(f"{of} ") else ": ".join(filter(None, [of, said])), 160)


def place(root: Root) -> str:
    """The line of the statement; nothing where there is none."""
    if not root.line:
        return ""
    return f"{one_line(root.part)}, line {root.line}" if root.part else f"line {root.line}"


def comment(root: Root, path: str) -> str:
    """The comment that would say of a letter what it is, as pages of this format have it."""
    suffix = f".{path.rpartition('.')[2].lower()}"
    return _COMMENTS.get(suffix, "<!-- given: {} -->").format(one_line(root.proposal))


def proposal(verdict: Verdict, file: FileReport) -> str | None:
    """The comment that would mend the first root of an equation of a page for which one is known."""
    mending = (root for root, _ in file.blocking if root in verdict.waits_for and root.proposal)
    return next((f"add {comment(root, file.path)}" for root in mending), None)


def roots_of(verdict: Verdict, blocking: Sequence[tuple[Root, int]], path: str) -> list[str]:
    """A line for each root of an equation: what it waits for, of all that block its page, or is judged in spite of."""
    if verdict.is_waiting:
        return [f"waits for {told(root, count, path)}" for root, count in blocking if root in verdict.waits_for]
    return [
        f"though {f'{where}, ' if (where := place(root)) else ''}{what(root)}" for root in dict.fromkeys(verdict.roots)
    ]


def in_several(files: Sequence[FileReport]) -> list[str]:
    """The letters that keep more than one page from being read, most equations first: what `--with` could lend."""
    pages: Counter[tuple[str, str]] = Counter()
    equations: Counter[tuple[str, str]] = Counter()
    for file in files:
        counts: Counter[tuple[str, str]] = Counter()
        for root, count in file.blocking:
            counts[root.letter, root.text or root.kind.value] += count
        pages.update(counts.keys())
        equations.update(counts)
    found = sorted((key for key in pages if pages[key] > 1), key=lambda key: (-equations[key], key))
    return [
        f"in {pages[key]} files: {one_line(': '.join(filter(None, key)), 160)}; {many(equations[key], 'equation')} wait"
        for key in found[:TOLD]
    ]
