"""What looks like mathematics and is not read is counted; a page of which nothing was read is not checked."""

import json

import pytest

from mlp_theory.cli import main
from mlp_theory.errors import UncheckedPageError
from mlp_theory.texts.check import check_text

READ = r"Let $x \in \mathbb{R}^n$." + "\n\n$$x^\\top x = \\|x\\|^2$$\n\n"
PASSED_OVER = {
    "<math><mi>x</mi></math>": "MathML",
    '<math display="block"><mi>x</mi></math>': "MathML",
    "![x = 1](https://latex.codecogs.com/svg.image?x=1)": "picture of a formula",
    '<img src="https://render.githubusercontent.com/render/math?math=x">': "picture of a formula",
    '{{< equation "x = 1" >}}': "short code",
    "{% tex x = 1 %}": "short code",
    '{{< foo "\\frac12" >}}': "short code",
    r"![\frac{a}{b}](eq.png)": "picture of a formula",
    r'<img alt="\frac{a}{b}" src="eq.png">': "picture of a formula",
    "[katex]x = 1[/katex]": "bracketed formula",
    "```asciimath\nx = 1\n```": "fence of asciimath",
    "```katex\nx = 1\n```": "fence of katex",
    "```latex\nx = 1\n```": "fence of latex",
}


@pytest.mark.parametrize("form", PASSED_OVER)
def test_what_is_passed_over_is_counted_in_one_line(form):
    report = check_text(READ + form + "\n\n" + form + "\n")
    assert report.ok
    assert str(report).split("\n")[-1] == f"not read: 2 × {PASSED_OVER[form]}"
    assert report.to_json()["files"][0]["passed_over"] == {PASSED_OVER[form]: 2}
    assert f"2 × {PASSED_OVER[form]}" in report._repr_html_()
    assert f"2 × {PASSED_OVER[form]}" in report.to_github()


@pytest.mark.parametrize(
    "form",
    [
        "`<math>` is a tag",
        "![a plot](plot.png)",
        "{% include head.html %}",
        "{{ site.url }}",
        "{{< figure src=a.png >}}",
        "```python\nx = 1\n```",
        "```latex\n\\documentclass{article}\n```",
        "a <mathjax> b",
    ],
)
def test_what_is_no_mathematics_is_not(form):
    report = check_text(form)
    assert report.ok
    assert report.to_json()["files"][0] == {"path": "<text>", "verdicts": [], "first_to_mend": []}


@pytest.mark.parametrize("page", [*PASSED_OVER, r"It is $\oint f = 0$, they say."])
def test_a_page_of_which_nothing_was_read_is_not_checked(page, tmp_path, capsys):
    path = tmp_path / "page.md"
    path.write_text(page, encoding="utf-8")
    assert main(["check", str(path)]) == 1
    assert "nothing of it was read" in capsys.readouterr().out
    main(["check", str(path), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["files"][0]["nothing_read"] is True
    main(["check", str(path), "--format", "github"])
    assert "::error file=" in capsys.readouterr().out
    with pytest.raises(UncheckedPageError, match="nothing of it was read"):
        check_text(page).assert_ok()


@pytest.mark.parametrize("page", ["", "Only words.", "A letter $n$, and $x_i$.", "<!-- given: $n = 3$ -->"])
def test_a_page_that_says_nothing_in_mathematics_passes(page):
    assert check_text(page).ok
