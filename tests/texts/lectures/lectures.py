"""Whole lecture pages: how they are read, written in other letters, and spoilt by a slip."""

import re
from functools import cache
from pathlib import Path

from mlp_theory.texts.check import Settings, check_text

PAGES = Path(__file__).parent / "pages"
TRUE = ("holds", "defines", "declares", "supposes")

_MATHS = re.compile(r"\$\$.+?\$\$|\$[^$]+\$|`[^`]+`", re.DOTALL)
_LETTER = re.compile(
    r"(?P<before>(?<![A-Za-z\\])d(?=[A-Z](?![A-Za-z]))|(?<![A-Za-z\\]))(?P<letter>[A-Za-z])(?![A-Za-z])"
)
_BELOW = re.compile(r"(?<=_\{)[a-z]{2}(?=\})")


@cache
def page(name: str) -> str:
    return (PAGES / f"{name}.md").read_text()


def in_other_letters(text: str, letters: dict[str, str]) -> str:
    """The same page with its letters exchanged; words, commands and the d of dW stay."""

    def exchanged(maths: re.Match[str]) -> str:
        new = _BELOW.sub(lambda m: "".join(letters.get(x, x) for x in m.group()), maths.group())
        return _LETTER.sub(lambda m: m["before"] + letters.get(m["letter"], m["letter"]), new)

    return _MATHS.sub(exchanged, text)


@cache
def verdicts_of(text: str) -> list:
    return check_text(text, Settings()).verdicts


def assert_whole(text: str, *, but_for: tuple[str, ...] = ()) -> None:
    """Every line holds, defines or declares; those that begin otherwise than the page means it are named."""
    lines = text.split("\n")
    found = verdicts_of(text)
    wrong = [v for v in found if v.verdict not in TRUE and not any(start in lines[v.line - 1] for start in but_for)]
    assert not wrong, "\n".join(f"line {v.line}: {v.verdict}: {v.read_as} ({v.reason})" for v in wrong)
    displays = {text[: m.start()].count("\n") + 1 for m in re.finditer(r"(?m)^\$\$.*[=].*\$\$", text)}
    assert displays <= {v.line for v in found}, "a display has no verdict"


def assert_slip_dies(text: str, right: str, wrong: str) -> None:
    """What is spoilt is not true at its line, and no other display is called false because of it."""
    assert text.count(right) == 1, right
    line = text[: text.index(right)].count("\n") + 1 + right.split("\n")[0].count("\n")
    before = {(v.line, v.read_as): v.verdict for v in verdicts_of(text)}
    after = verdicts_of(text.replace(right, wrong))
    here = [v for v in after if v.line == line]
    assert any(v.verdict in ("false", "doubtful") for v in here), [(v.verdict, v.read_as, v.reason) for v in here]
    elsewhere = [
        v for v in after if v.line != line and v.verdict == "false" and before.get((v.line, v.read_as)) in TRUE
    ]
    assert not elsewhere, [(v.line, v.read_as) for v in elsewhere]
