"""A report as workflow commands of GitHub: an annotation beside every line that is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from mlp_theory.texts.reports.counting import summary
from mlp_theory.texts.reports.roots import TOLD, told
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.reports.wording import (
    complaint,
    details,
    equation,
    is_told_below,
    left_unread,
    one_line,
    remark,
    visible,
    visible_lines,
)


def as_github(files: Sequence[FileReport]) -> str:
    """An annotation for each verdict whose kind asks for one, and a ``::notice`` that counts."""
    lines = []
    for file in files:
        path = _property(visible(file.path))
        if file.error is not None:
            lines.append(f"::error file={path},title=not checked::{_data(visible_lines(file.error))}")
        for verdict in file.verdicts:
            if level := _level(verdict):
                # A line of a cell or of another file is none of this one: it stands in the title.
                inside = f"{one_line(verdict.place)}: " if verdict.part else ""
                place = f"file={path}" if inside else f"file={path},line={verdict.line},col={verdict.column}"
                said = "\n".join(
                    [equation(verdict), *([] if is_told_below(verdict) else [remark(verdict)]), *details(verdict)]
                )
                lines.append(f"::{level} {place},title={_property(inside + complaint(verdict))}::{_data(said)}")
        if said := left_unread(file):
            level = "error" if file.nothing_read else "notice"
            lines.append(f"::{level} file={path},title=not read::{_data(said)}")
        for root, waiting in file.blocking[:TOLD]:
            # As above: only a line of this very file can be pointed at.
            at = f"file={path},line={root.line}" if root.line and not root.part else f"file={path}"
            lines.append(f"::notice {at},title=first to mend::{_data(told(root, waiting, file.path))}")
    return "\n".join([*lines, f"::notice title=mlp-theory check::{_data(summary(files))}"])


def _level(verdict: Verdict) -> str:
    """How loud the annotation is; nothing where none is asked for."""
    if verdict.surprise:
        return "error"
    return "" if verdict.excused else verdict.kind.annotation


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
