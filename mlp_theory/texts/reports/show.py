"""A report for people: in a terminal, as GitHub's annotations, in a notebook."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from html import escape

from mlp_theory.texts.reports.verdict import FileReport, Verdict

LONGEST = 120  # characters of an equation
LONGEST_REASON = 400
INDENT = " " * 17  # below the equation
BESIDE = 36  # where a remark beside an equation begins


def visible(text: str) -> str:
    r"""Show what would not be seen, or would play with the terminal: ``\x1b``, ``\u202e``."""
    if text.isascii() and text.isprintable():
        return text
    hidden = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    return "".join(
        char.encode("unicode_escape").decode("ascii") if unicodedata.category(char) in hidden else char for char in text
    )


def one_line(text: str, longest: int = LONGEST_REASON) -> str:
    """Blanks and line ends become one blank, hidden characters visible, a long text cut short."""
    text = text[: 4 * longest]  # what is cut off anyway need not be looked at
    text = visible(" ".join(text.split()))
    return text if len(text) <= longest else text[: longest - 1] + "…"


def equation(verdict: Verdict) -> str:
    """How it was read, or else as the page has it, and its tag."""
    shown = one_line(verdict.read_as or verdict.latex, LONGEST)
    return f"{shown}  ({one_line(verdict.tag, 20).strip('()')})" if verdict.tag else shown


def complaint(verdict: Verdict) -> str:
    """What is wrong, in a few words."""
    if verdict.surprise:
        found = "could not be read" if verdict.verdict == "unread" else verdict.verdict
        return f"marked as false, but it {found}"
    return "this equation is false" if verdict.verdict == "false" else "this equation could not be read"


def label(verdict: Verdict) -> str:
    """The word in the column of verdicts; capitals for what is wrong."""
    return "FALSE" if verdict.verdict == "false" and not verdict.passed else verdict.counted_as


def why(verdict: Verdict) -> str:
    """The reason, and the numbers that show it."""
    said = one_line(verdict.reason)
    if example := verdict.counterexample:
        if set(example.entry) - {1}:  # (1, 1) may as well be a number's only one
            said += f" in entry ({', '.join(map(str, example.entry))})"
        said += f": left {example.left:.6g}, right {example.right:.6g}"
        if sizes := [f"{one_line(str(name), 20)} = {size}" for name, size in example.sizes.items() if named(name)]:
            said += f", at {', '.join(sizes)}"
    return said.lstrip(" :")


def named(size: str) -> bool:
    """Whether the page itself names a size; "rows of W" is a name of ours."""
    return not size.startswith(("rows", "columns", "number", "length"))


def remark(verdict: Verdict) -> str:
    """What stands beside an equation."""
    said = why(verdict)
    if verdict.verdict == "holds" and not said and verdict.draws:
        said = f"at {verdict.draws} draws"
        if verdict.relative_error is not None:
            said += f", worst relative error {verdict.relative_error:.0e}"
    if verdict.verdict == "false" and verdict.passed:
        said = f"as expected: {said}" if said else "as expected"
    return said


def details(verdict: Verdict, explain: bool = False, caret: bool = True) -> list[str]:
    """What stands below an equation, one line each."""
    lines = [complaint(verdict)] if verdict.surprise else []
    if verdict.verdict == "false" and not verdict.passed:
        lines.append(why(verdict))
    if (shapes := verdict.shapes) and shapes[0] != shapes[1] and "shape" not in verdict.reason:
        lines.append(f"shapes: left {one_line(shapes[0])}; right {one_line(shapes[1])}")
    if verdict.reading:
        lines.append(f"read as: {one_line(verdict.reading)}")
    if verdict.mend:
        lines.append(f"to mend: {one_line(verdict.mend)}")
    if caret and verdict.pointer and (explain or not verdict.passed):
        lines += pointed(*verdict.pointer)
    if explain:
        lines += [visible(line.expandtabs()) for text in verdict.explanation for line in text.splitlines()]
        if verdict.counterexample:
            lines += ["in NumPy:", *(f"    {visible(line)}" for line in verdict.counterexample.numpy.splitlines())]
    return [line for line in lines if line.strip()]


def pointed(source: str, offset: int) -> list[str]:
    """A line of source and a caret below the place, both cut to the neighbourhood of the place."""
    source = source.replace("\t", " ").replace("\n", " ").replace("\r", " ")
    offset = min(max(offset, 0), len(source))
    first = max(offset - LONGEST // 2, 0)
    before, after = visible(source[first:offset]), visible(source[offset : first + LONGEST])
    before = f"…{before}" if first else before
    after = f"{after}…" if first + LONGEST < len(source) else after
    return [before + after, " " * width(before) + "^"]


def width(text: str) -> int:
    """How many columns of a terminal a text takes: hats and bars take none, some signs two."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


# ------------------------------------------------------------------ counts


def count(verdicts: Iterable[Verdict]) -> str:
    """Such as ``5 equations: 1 declares, 1 defines, 1 holds, 1 false, 1 unread``."""
    verdicts = list(verdicts)
    if not verdicts:
        return "no equations"
    kinds = []
    for kind in ("declares", "defines", "holds", "false", "unread", "unchecked"):
        of_kind = [verdict for verdict in verdicts if verdict.counted_as == kind]
        if of_kind:
            passed = sum(verdict.passed for verdict in of_kind)
            kinds.append(f"{len(of_kind)} {kind}" + (f" ({passed} as expected)" if kind == "false" and passed else ""))
    surprises = sum(verdict.surprise for verdict in verdicts)
    more = f"; {surprises} marked as false, but not false" if surprises else ""
    return f"{_many(len(verdicts), 'equation')}: {', '.join(kinds)}{more}"


def summary(files: Sequence[FileReport]) -> str:
    """The last line under many files."""
    unreadable = sum(file.error is not None for file in files)
    more = f"; {_many(unreadable, 'file')} could not be read" if unreadable else ""
    return f"{_many(len(files), 'file')}, {count(verdict for file in files for verdict in file.verdicts)}{more}"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


# ------------------------------------------------------------------ formats


def as_text(files: Sequence[FileReport], explain: bool = False) -> str:
    """The files one after the other; a summary closes many."""
    parts = ["\n".join(_file_as_text(file, explain)) for file in files]
    if len(files) != 1:
        parts.append(summary(files))
    return "\n\n".join(parts)


def _file_as_text(file: FileReport, explain: bool) -> list[str]:
    lines = [one_line(file.path)]
    if file.error is not None:
        return [*lines, *(f"  {visible(line)}" for line in file.error.splitlines())]
    for verdict in file.verdicts:
        shown, beside = equation(verdict), remark(verdict)
        if verdict.verdict == "false" and not verdict.passed:
            beside = ""  # it stands below, with all the rest
        gap = " " * max(BESIDE - width(shown), 0)
        lines.append(f"{verdict.line:>5}  {label(verdict):<9} {f'{shown}{gap}  {beside}' if beside else shown}")
        lines += [INDENT + line for line in details(verdict, explain)]
    return [*lines, count(file.verdicts)]


def as_github(files: Sequence[FileReport]) -> str:
    """One ``::error`` for each failure, and a ``::notice`` that counts."""
    lines = []
    for file in files:
        path = _property(visible(file.path))
        if file.error is not None:
            lines.append(f"::error file={path},title=not checked::{_data(visible_lines(file.error))}")
        for verdict in file.verdicts:
            if not verdict.passed:
                place = f"file={path},line={verdict.line},col={verdict.column}"
                told = [
                    equation(verdict),
                    *([] if verdict.verdict == "false" else [remark(verdict)]),
                    *details(verdict),
                ]
                lines.append(f"::error {place},title={_property(complaint(verdict))}::{_data(chr(10).join(told))}")
    return "\n".join([*lines, f"::notice title=mlp-theory check::{_data(summary(files))}"])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_html(files: Sequence[FileReport]) -> str:
    """A small table a file."""
    parts = []
    for file in files:
        if file.error is not None:
            parts.append(f"<p><b>{escape(one_line(file.path))}</b></p><pre>{escape(visible_lines(file.error))}</pre>")
            continue
        rows = []
        for verdict in file.verdicts:
            beside = [] if verdict.verdict == "false" and not verdict.passed else [remark(verdict)]
            told = [escape(line) for line in [*beside, *details(verdict, caret=False)] if line]
            if verdict.pointer and not verdict.passed:  # the caret stands below its place in a fixed-width font only
                told.append(f"<pre>{escape(chr(10).join(pointed(*verdict.pointer)))}</pre>")
            cells = (str(verdict.line), escape(label(verdict)), escape(equation(verdict)), "<br>".join(told))
            rows.append("<tr>" + "".join(f'<td style="text-align:left">{cell}</td>' for cell in cells) + "</tr>")
        head = "<tr><th>line</th><th>verdict</th><th>read as</th><th></th></tr>"
        table = f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>" if rows else ""
        parts.append(f"<p><b>{escape(one_line(file.path))}</b></p>{table}<p>{escape(count(file.verdicts))}</p>")
    if len(files) != 1:
        parts.append(f"<p>{escape(summary(files))}</p>")
    return "".join(parts)


def visible_lines(text: str) -> str:
    """Several lines, each with its hidden characters visible."""
    return "\n".join(visible(line) for line in text.splitlines())
