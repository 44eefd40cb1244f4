"""A report in a notebook: a small table a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from mlp_theory.texts.reports.counting import count, summary
from mlp_theory.texts.reports.roots import first_to_mend, in_several
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.reports.wording import (
    details,
    equation,
    label,
    left_unread,
    one_line,
    pointed,
    remark,
    visible_lines,
)

_HEAD = "<tr><th>line</th><th>verdict</th><th>read as</th><th></th></tr>"


def as_html(files: Sequence[FileReport]) -> str:
    """A small table a file; a summary closes many."""
    parts = [_file(file) for file in files]
    if len(files) != 1:
        parts.append(_lines([summary(files), *in_several(files)]))
    return "".join(parts)


def _file(file: FileReport) -> str:
    name = f"<p><b>{escape(one_line(file.path))}</b></p>"
    if file.error is not None:
        return f"{name}<pre>{escape(visible_lines(file.error))}</pre>"
    rows = "".join(_row(verdict) for verdict in file.verdicts)
    table = f"<table><thead>{_HEAD}</thead><tbody>{rows}</tbody></table>" if rows else ""
    return f"{name}{table}{_lines([count(file.verdicts), left_unread(file), *first_to_mend(file)])}"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line.strip())}</p>" for line in lines if line)


def _row(verdict: Verdict) -> str:
    told = [escape(line) for line in [remark(verdict), *details(verdict, caret=False)] if line]
    if verdict.pointer and not verdict.passed:  # the caret stands below its place in a fixed-width font only
        told.append(f"<pre>{escape(chr(10).join(pointed(*verdict.pointer)))}</pre>")
    where = f"{one_line(verdict.part)}, {verdict.line}" if verdict.part else str(verdict.line)
    cells = (escape(where), escape(label(verdict)), escape(equation(verdict)), "<br>".join(told))
    return "<tr>" + "".join(f'<td style="text-align:left">{cell}</td>' for cell in cells) + "</tr>"
