r"""MDX: Markdown with JSX, imports and expressions, and without indented code."""

from __future__ import annotations

import re

from mlp_theory.texts.source.markdown import in_markdown, read_source
from mlp_theory.texts.source.masking import put
from mlp_theory.texts.source.pieces import Source

_FENCED = re.compile(r"^([ \t]*)(`{3,}|~{3,})[^\n]*\n(?:(?!\1\2)[^\n]*\n)*+(?:\1\2)?", re.MULTILINE)
_MODULE = re.compile(r"^(?:import|export)\s[^\n]*(?:\n(?!\s*\n)[^\n]*)*+", re.MULTILINE)
_COMMENT = re.compile(r"\{/\*(.*?)\*/\}", re.DOTALL)
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\}"
_ELEMENT = re.compile(
    rf"</?[A-Z][\w.]*+(?:\s++(?:[\w:-]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|{_BRACES}))?+|{_BRACES}))*+\s*+/?>|</?>"
)


def read_mdx(text: str, path: str) -> Source:
    """A page of MDX; a comment to the checker is ``{/* given: … */}`` there."""
    return read_source(text, path, in_mdx, indented_code=False)


def in_mdx(text: str) -> str:
    """A page in plain Markdown, each character kept where it stands."""
    pieces, at = [], 0
    for fence in _FENCED.finditer(text):
        pieces += [_without_jsx(text[at : fence.start()]), fence[0]]
        at = fence.end()
    return in_markdown("".join([*pieces, _without_jsx(text[at:])]))


def _without_jsx(text: str) -> str:
    text = put(_MODULE, text)
    end = text.rfind("*/}") + 3  # behind it no comment is closed
    comments = put(_COMMENT, text[:end], lambda found: f"<!--{found[1][1:-1]}-->" if len(found[1]) > 1 else "")
    return put(_ELEMENT, comments + text[end:])
