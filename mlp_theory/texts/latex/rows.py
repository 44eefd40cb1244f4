"""The rows of a display, without what is only layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.latex.frames import opened, unframed
from mlp_theory.texts.latex.located_text import GAP, LocatedText, unpunctuated
from mlp_theory.texts.latex.nesting import depth_tokens
from mlp_theory.texts.latex.remarks import may_restrict

_ENVIRONMENT = re.compile(
    r"\\(begin|end)\s*\{(align|aligned|alignat|alignedat|gather|gathered|equation|split|multline|eqnarray|flalign|displaymath|math)\*?\}"
    r"(\s*\[[a-z]\])?"
)
_NOISE = re.compile(
    r"\\(?:nonumber|notag|displaystyle|textstyle|centering|noindent)(?![A-Za-z])|\\(?:label|cline|vspace|hspace)\*?\s*\{[^{}]*\}"
)
_WIDE = re.compile(r"\\hspace\*?\s*\{[^{}]*\}|(?:\\;\s*){3,}|(?:~\s*){3,}|(?:\\ \s*){3,}")
_TAG = re.compile(r"\\tag\*?\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_OVERSET_RELATION = re.compile(
    r"\\(?:overset|stackrel|underset)\s*\{(?:[^{}]|\{[^{}]*\})*\}\s*\{\s*(=|\\equiv|\\triangleq|:=|\\sim)\s*\}"
)
_NOT_SAID = re.compile(r"\?|set\s*\{\s*\(?\s*(?:d|D|\\mathcal\s*\{D\})\s*\)?\s*\}|rel\s*\{\s*\(?\s*[dD]\s*\)?\s*\}")
"""Over a relation: asked, or said of distributions only."""

_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_ALIGNED = re.compile(r"\\begin\s*\{(align|alignat|aligned|flalign)")
_RELATION_COLUMN = re.compile(
    r"&(?:\s|\\[,;:!> ])*(?:=|:=|<|>"
    r"|\\(?:le|leq|ge|geq|ne|neq|approx|equiv|triangleq|in|sim|propto|to|leftarrow)(?![A-Za-z]))(?:\s|\\[,;:!> ])*(&)"
)
"""A column of its own for the relation, ``& = &``: its second mark begins no equation."""

_TITLE = re.compile(
    r"\s*\\(?:text|mbox|textrm|textbf|textit|mathrm)\s*\{\s*(?:\([^{}()$]*\)|[^{}$]*:)\s*\}(?!\s*[=_^]|$)"
)

_COLUMNS = re.compile(r"\s*\{\d*\}")
_ROW_GAP = re.compile(r"\*?\s*\[-?[\d.]+\s*[a-z]+\]")


def rows_of(latex: LocatedText) -> Iterator[tuple[LocatedText, str | None]]:
    """Each row of a piece without its marks of alignment and its punctuation, and its tag."""
    latex = _without_layout(latex)
    aligned = bool(_ALIGNED.search(latex.text))
    rows = [part for row in _cut_at_line_ends(latex) for part in _cut_at_line_ends(opened(row))]
    for row in rows:
        tag = None
        found = _TAG.search(row.text)
        if found is not None:
            tag = found.group(1).strip()
            row.blank(found.start(), found.end())
        for found in list(_RELATION_COLUMN.finditer(row.text)):
            row.blank(found.start(1), found.end(1))
        ampersands = [at for token, at, depth in depth_tokens(row.text) if token == "&" and depth == 0]
        for number, at in enumerate(ampersands):
            # In columns every second mark is where the next equation of this row begins.
            row.put(at, at + 1, GAP if aligned and number % 2 == 1 else "")
        yield unpunctuated(_without_title(row.strip())), tag


def _without_title(row: LocatedText) -> LocatedText:
    """A row without the words in brackets, or before a colon, that only name it: "(Gate)", "Loss:"."""
    found = _TITLE.match(row.text)
    if found is None or may_restrict("", found.group()):
        return row
    return row[found.end() :]


def _without_layout(latex: LocatedText) -> LocatedText:
    """A copy with comments, labels and switches blanked; what leaves a wide space becomes a gap."""
    latex = LocatedText(latex.text, list(latex.places))
    for found in list(_COMMENT.finditer(latex.text)):
        latex.blank(found.start(), found.end())
    for found in list(_OVERSET_RELATION.finditer(latex.text)):
        sign = "≈" if _NOT_SAID.search(found.group()) else found.group(1)
        latex.put(found.start(), found.end(), sign)
    for found in list(_WIDE.finditer(latex.text)):
        latex.put(found.start(), found.end(), GAP)
    for found in list(_NOISE.finditer(latex.text)):
        latex.blank(found.start(), found.end())
    return unframed(latex)


def _cut_at_line_ends(latex: LocatedText) -> list[LocatedText]:
    r"""Outer environments peeled off, rows split at ``\\`` outside of matrices."""
    text = latex.text
    # Outer layout environments do not count as depth: align, gather, split, …
    for found in list(_ENVIRONMENT.finditer(text)):
        latex.blank(found.start(), found.end())
        if found.group(1) == "begin" and found.group(2).startswith(("alignat", "alignedat")):
            extra = _COLUMNS.match(text, found.end())
            if extra:
                latex.blank(extra.start(), extra.end())
    rows, start = [], 0
    for token, at, depth in depth_tokens(latex.text):
        if depth == 0 and token in ("\\\\", r"\cr", r"\newline"):
            rows.append(latex[start:at])
            start = at + len(token)
            option = _ROW_GAP.match(latex.text, start)
            if option:
                start = option.end()
    rows.append(latex[start:])
    return rows
