"""Where a false equation is found that was planted into a page."""

from mlp_theory.texts.check import check_file

FALSE = r"x^\top x = 2\|x\|^2"


def found_in(path):
    """Part, line and column of every false equation of a file."""
    return [(v.part, v.line, v.column) for v in check_file(path).verdicts if v.verdict == "false"]


def stands_at(text, wanted=FALSE):
    """Line and column of the first character of each `wanted`, by counting."""
    return [
        (k, at + 1)
        for k, line in enumerate(text.split("\n"), start=1)
        for at in range(len(line))
        if line.startswith(wanted, at)
    ]


def assert_found_where_it_stands(path, text):
    """Write a page, and find each planted equation of it at its line and column."""
    path.write_text(text, encoding="utf-8")
    assert stands_at(text)
    assert found_in(path) == [("", line, column) for line, column in stands_at(text)]
