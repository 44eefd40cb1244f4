"""How a verdict is told to people, whatever shows it: its words, its numbers, and what is hidden made visible."""

from __future__ import annotations

import unicodedata

from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.roots import Meaning

LONGEST = 120  # characters of an equation
LONGEST_REASON = 400
BESIDE_LONGEST = 60  # of what is wrong, where it can stand beside its equation


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
    return f"{'marked as false, but it' if verdict.surprise else 'this equation'} {verdict.kind.says}"


def label(verdict: Verdict) -> str:
    """The word in the column of verdicts; capitals for what is wrong."""
    return verdict.counted_as if verdict.passed else verdict.kind.mark


def why(verdict: Verdict) -> str:
    """The reason, and the numbers that show it."""
    said = one_line(verdict.reason)
    if example := verdict.counterexample:
        if set(example.entry) - {1}:  # (1, 1) may as well be a number's only one
            said += f" in entry ({', '.join(map(str, example.entry))})"
        said += f": left {example.left:.6g}, right {example.right:.6g}"
        if sizes := [
            f"{one_line(str(name), 20)} = {size}" for name, size in example.sizes.items() if is_named_size(name)
        ]:
            said += f", at {', '.join(sizes)}"
    return said.lstrip(" :")


def is_named_size(size: str) -> bool:
    """Whether the page itself names a size; "rows of W" is a name of ours."""
    return not size.startswith(("rows", "columns", "number", "length"))


def is_told_below(verdict: Verdict) -> bool:
    """Whether the reason stands below the equation: it is long, or has the numbers that show it."""
    if not verdict.kind.reason_below or verdict.passed:
        return False
    return verdict.counterexample is not None or width(one_line(verdict.reason)) > BESIDE_LONGEST


def remark(verdict: Verdict) -> str:
    """What stands beside an equation; nothing where the reason stands below it."""
    if is_told_below(verdict):
        return ""
    said = why(verdict)
    if not said and verdict.draws:
        said = f"at {verdict.draws} draws"
        if verdict.relative_error is not None:
            said += f", worst relative error {verdict.relative_error:.0e}"
    if not verdict.reason and verdict.assumed:
        said = f"{one_line(verdict.assumed)}: the page does not say so"
    if verdict.excused:
        said = f"as expected: {said}" if said else "as expected"
    return said


def left_unread(file: FileReport) -> str:
    """What looks like mathematics on a page and was not read, in one line; nothing where all was."""
    said = ", ".join(f"{number} × {one_line(kind, 60)}" for kind, number in file.passed_over.items())
    if file.nothing_read:
        return f"not checked: mathematics stands on this page, and nothing of it was read{f' ({said})' if said else ''}"
    return f"not read: {said}" if said else ""


def details(verdict: Verdict, explain: bool = False, caret: bool = True) -> list[str]:
    """What stands below an equation, one line each."""
    lines = [complaint(verdict)] if verdict.surprise else []
    if is_told_below(verdict):
        lines.append(why(verdict))
    if (shapes := verdict.shapes) and shapes[0] != shapes[1] and not isinstance(verdict.why, ShapeConflict):
        lines.append(f"shapes: left {one_line(shapes[0])}; right {one_line(shapes[1])}")
    if verdict.reading:
        lines.append(f"read as: {one_line(verdict.reading)}")
    if verdict.mend:
        lines.append(f"to mend: {one_line(verdict.mend)}")
    if caret and verdict.pointer and (explain or not verdict.passed):
        lines += pointed(*verdict.pointer)
    if explain:
        lines += [visible(line.expandtabs()) for text in _sides(verdict) for line in text.splitlines()]
        lines += [letter(meaning) for meaning in verdict.letters]
        if verdict.counterexample:
            lines += ["in NumPy:", *(f"    {visible(line)}" for line in verdict.counterexample.numpy.splitlines())]
    return [line for line in lines if line.strip()]


def _sides(verdict: Verdict) -> list[str]:
    """How it was read, but for the letters that are told with their meanings."""
    told = tuple(f"{meaning.letter} : " for meaning in verdict.letters)
    return [text for text in verdict.explanation if not text.startswith(told)]


def letter(meaning: Meaning) -> str:
    """A letter with its shape, its region, and where that came from: ``W : K×d, declared at line 3, lines 3–40``."""
    parts = [meaning.shape, meaning.domain if meaning.domain != "real" else "", meaning.origin, meaning.region]
    return one_line(f"{meaning.letter} : {', '.join(filter(None, parts))}")


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


def visible_lines(text: str) -> str:
    """Several lines, each with its hidden characters visible."""
    return "\n".join(visible(line) for line in text.splitlines())
