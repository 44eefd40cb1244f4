"""A report in a terminal: a line or a few for each claim."""

from __future__ import annotations

from collections.abc import Sequence

from mlp_theory.texts.reports.counting import count, summary
from mlp_theory.texts.reports.roots import first_to_mend, in_several, roots_of
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.reports.wording import details, equation, label, left_unread, one_line, remark, visible, width

INDENT = 12  # from the column of places to the equation
BESIDE = 36  # where a remark beside an equation begins

COLOURS = {"red": 31, "green": 32, "yellow": 33, "blue": 34, "magenta": 35, "cyan": 36}
"""What a kind of verdict may ask for, and the number that a terminal knows it by."""


def as_text(files: Sequence[FileReport], explain: bool = False, colour: bool = False) -> str:
    """The files one after the other; a summary closes many."""
    parts = ["\n".join(_file(file, explain, colour)) for file in files]
    if len(files) != 1:
        parts.append("\n".join([summary(files), *in_several(files)]))
    return "\n\n".join(parts)


def _file(file: FileReport, explain: bool, colour: bool) -> list[str]:
    lines = [one_line(file.path)]
    if file.error is not None:
        return [*lines, *(f"  {visible(line)}" for line in file.error.splitlines())]
    blocking = file.blocking
    wide = max((len(_where(verdict)) for verdict in file.verdicts), default=0)
    for verdict in file.verdicts:
        shown, beside = equation(verdict), remark(verdict)
        gap = " " * max(BESIDE - width(shown), 0)
        told = f"{shown}{gap}  {beside}" if beside else shown
        lines.append(f"{_where(verdict):>{wide}}  {_word(verdict, colour)} {told}")
        below = [*details(verdict, explain), *(roots_of(verdict, blocking, file.path) if explain else [])]
        lines += [" " * (wide + INDENT) + line for line in below]
    return [*lines, count(file.verdicts), *filter(None, [left_unread(file)]), *first_to_mend(file, explain)]


def _where(verdict: Verdict) -> str:
    """What stands in the column of places: a line, and of a page in parts the part before it."""
    return one_line(verdict.place) if verdict.part else f"{verdict.line:>5}"


def _word(verdict: Verdict, colour: bool) -> str:
    """The word in the column of verdicts, as wide as the column."""
    word = f"{label(verdict):<9}"
    if not (colour and verdict.kind.colour):
        return word
    return f"\x1b[{COLOURS[verdict.kind.colour]}m{word}\x1b[0m"
