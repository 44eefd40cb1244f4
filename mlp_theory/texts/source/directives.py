"""Directives of MyST and divs of Pandoc: what they hold is Markdown like the rest of the page."""

from __future__ import annotations

import re

_FENCE = re.compile(r"^(?P<indent>[ \t]*(?:>[ \t]*)*)(?P<mark>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>[^\n`]*)$")
_NAME = re.compile(r"\{([\w:.-]+)\}")
_PROSE = re.compile(
    r"prf:[\w-]+|note|tip|hint|warning|caution|danger|attention|important|error|seealso|admonition|dropdown|margin"
    r"|sidebar|epigraph|topic|card|grid|tab-set|tab-item|exercise[\w-]*|solution[\w-]*|proof|theorem|lemma|definition"
    r"|corollary|proposition|remark|example|observation|conjecture|algorithm|aside"
)
_OPTION = re.compile(r"^\s*:[\w-]+:.*$")


def open_directives(text: str) -> str:
    """A page without the fences of directives and divs that hold prose, and without options of mathematics.

    ``:::{math}`` becomes a fence of backticks. Every character stays where it stands.
    """
    if "{" not in text and ":::" not in text:
        return text
    lines = text.split("\n")
    opened: list[tuple[str, bool]] = []  # the mark of each fence that is open, and whether it holds prose
    options = False  # whether lines such as ":label: eq" may still come
    for k, line in enumerate(lines):
        if options:
            options = bool(_OPTION.match(line))
            if options:
                lines[k] = " " * len(line)
                continue
        found = _FENCE.match(line)
        if found is None:
            continue
        mark, info = found["mark"], found["info"].strip()
        if opened and not info and mark[0] == opened[-1][0][0] and len(mark) >= len(opened[-1][0]):
            _, prose = opened.pop()
            lines[k] = " " * len(line) if prose else line.replace(":::", "```") if mark[0] == ":" else line
        elif not opened or opened[-1][1]:
            name = _NAME.match(info)
            mathematics = name is not None and name[1] == "math"
            prose = not mathematics and (mark[0] == ":" or bool(name and _PROSE.fullmatch(name[1])))
            opened.append((mark, prose))
            if prose:
                lines[k] = " " * len(line)
            elif mathematics and mark[0] == ":":
                lines[k] = line.replace(":", "`")
            options = prose or mathematics
    return "\n".join(lines)
