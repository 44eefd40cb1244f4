"""What sites add to Markdown: Quarto, R Markdown, MDX, MyST, Jekyll, Hugo, GitLab; places stay exact in all of them."""

import time

import pytest

from mlp_theory.texts.check import check_text
from mlp_theory.texts.source.markdown import in_markdown, read_source
from mlp_theory.texts.source.mdx import in_mdx, read_mdx
from mlp_theory.texts.source.pieces import Piece
from mlp_theory.texts.source.quarto import in_quarto, read_quarto
from tests.texts.source.planted import FALSE, assert_found_where_it_stands

SECONDS = 10  # generous: all take less than one
X = r"Let $x \in \mathbb{R}^n$."
DISPLAYS = {
    "MyST": f"```{{math}}\n:label: one\n:class: big\n\n  {FALSE}\n```",
    "MyST with colons": f":::{{math}}\n{FALSE}\n:::",
    "MyST with a label": f"$$\n{FALSE}\n$$ (eq:one)",
    "a role of MyST": f"so {{math}}`{FALSE}` holds",
    "a theorem of MyST": f"```{{prf:theorem}} On $1$\n:label: t\n\n$${FALSE}$$\n```",
    "a note in a theorem": f"::::{{prf:proof}}\n:::{{note}}\n$${FALSE}$$\n:::\nand\n$${FALSE}$$\n::::",
    "Hugo": f"{{{{< katex display >}}}}\n{FALSE}\n{{{{< /katex >}}}}",
    "Hugo in a sentence": f"so {{{{< katex >}}}}{FALSE}{{{{< /katex >}}}} holds",
    "Hugo around dollars": f"{{{{< math >}}}}\n$$\n{FALSE}\n$$\n{{{{< /math >}}}}",
    "Hugo with per cents": f"{{{{% math %}}}}\n{FALSE}\n{{{{% /math %}}}}",
    "Jekyll": f"{{% katex display %}}\n{FALSE}\n{{% endkatex %}}",
    "Jekyll in a sentence": f"so {{% katex %}}{FALSE}{{% endkatex %}} holds",
    "GitLab": f"```math\n{FALSE}\n```",
    "GitLab in a sentence": f"so $`{FALSE}`$ holds",
    "brackets": f"so \\({FALSE}\\), and\n\\[\n{FALSE}\n\\]",
    "doubled brackets": f"so \\\\({FALSE}\\\\), and\n\\\\[\n{FALSE}\n\\\\]",
    "MathJax": f'<script type="math/tex; mode=display">{FALSE}</script>',
    "MathJax in a sentence": f'so <script type="math/tex">{FALSE}</script> holds',
    "behind short codes": f"{{% include a.html x=1 %}}\n\n{{{{< figure src=a >}}}}\n\n$${FALSE}$$",
    "in a div": f"::: {{.callout-note}}\n$${FALSE}$$\n:::",
}
HEADS = {"none": "", "YAML": "---\ntitle: a\nlayout: page\n---\n", "TOML": "+++\ntitle = 'a'\n[deep]\nb = 1\n+++\n"}


@pytest.mark.parametrize("form", DISPLAYS)
def test_a_planted_slip_is_found_at_its_line_and_column(form, tmp_path):
    assert_found_where_it_stands(tmp_path / "page.md", f"{X}\n\n{DISPLAYS[form]}\n\nEnd.\n")


@pytest.mark.parametrize("ending", ["qmd", "Rmd", "mdx"])
@pytest.mark.parametrize("head", HEADS)
def test_it_is_so_in_every_kind_of_markdown_below_every_head(head, ending, tmp_path):
    forms = "\n\n".join(DISPLAYS.values())
    assert_found_where_it_stands(tmp_path / f"page.{ending}", f"{HEADS[head]}{X}\n\n{forms}\n\nEnd.\n")


TEXTS = [*DISPLAYS.values(), "```{{r}}\n:::\n```", ":::\n:::\n", "<A b={{c: 1}}>$x$</A>", "{/* given: $x$ */}"]


@pytest.mark.parametrize("translated", [in_markdown, in_quarto, in_mdx])
@pytest.mark.parametrize("text", TEXTS)
def test_a_translation_keeps_every_line_as_long_as_it_was(text, translated):
    assert [len(line) for line in translated(text).split("\n")] == [len(line) for line in text.split("\n")]


def latex(source):
    return [piece.latex for piece in source.pieces_and_directives if isinstance(piece, Piece)]


@pytest.mark.parametrize(
    "text",
    [
        "```{r}\n$x = 1$\n```",
        "```{code-cell} python\n:tags: [a]\n# $x = 1$\n```",
        "{% highlight python %}\n$x = 1$\n{% endhighlight %}",
        "```{figure} a.png\n```",
        "{% if a == '$x$' %}",
        "`{math}` and `` {math}`x` ``",
    ],
)
def test_code_is_not_read(text):
    assert latex(read_quarto(text, "p.qmd")) == []


def test_mdx_has_imports_elements_and_comments_and_no_indented_code():
    page = (
        "import A from 'a'\nexport const b = {\n  c: '$1$'\n}\n\n# $x$\n\n<A b={1} {...c}>\n    $y$\n</A>\n\n"
        "{/* given: $z$ */}\n\n```jsx\n<A>$w$</A>\n```\n"
    )
    source = read_mdx(page, "p.mdx")
    assert latex(source) == ["x", "y", "z"]
    assert source.pieces_and_directives[2].kind == "given"


def test_a_label_of_bookdown_is_no_mathematics():
    assert latex(read_quarto("\\begin{equation}a = b (\\#eq:one)\\end{equation}", "p")) == [
        "\\begin{equation}a = b           \\end{equation}"
    ]


def test_between_doubled_brackets_doubled_backslashes_are_single():
    page = r"\\( \\frac{a\_b}{c} \\)" + "\n\n" + r"\\[ a \\\\ b \\{ c \\ d \\]"
    assert latex(read_source(page)) == [r"\frac{a _b}{c}", r"a   \\ b  \{ c \\ d"]


def test_two_dollars_stand_in_the_sentence_where_a_page_has_no_others():
    head = "---\nlayout: post\n---\n"
    page = "Let $$x$$ be\n$$y$$\n\n$$z$$\n\nfor $$w$$."
    assert [p.display for p in read_source(head + page).pieces_and_directives] == [False, True, True, False]
    assert all(p.display for p in read_source(page).pieces_and_directives)
    assert all(p.display for p in read_source(head + page + "\n\n$a$").pieces_and_directives if p.latex != "a")


@pytest.mark.parametrize(
    "macros",
    [
        "\\newcommand{\\R}{\\mathbb{R}}\n\\newcommand{\\n}[1]{\\|#1\\|}",
        "\\def\\R{\\mathbb{R}} \\def\\n#1{\\|#1\\|}",
        "<script>\nMathJax = {tex: {macros: {R: '\\\\mathbb{R}',\n n: ['\\\\|#1\\\\|', 1]}}};\n</script>",
        '<script type="text/x-mathjax-config">MathJax.Hub.Config({TeX: {Macros: {"R": "\\\\mathbb{R}", '
        '"n": ["\\\\|#1\\\\|", 1]}}});</script>',
    ],
    ids=["newcommand", "def", "MathJax 3", "MathJax 2"],
)
def test_macros_may_stand_outside_of_mathematics(macros):
    report = check_text(f"{macros}\n\nLet $x \\in \\R^n$.\n\n$$\\n{{x}}^2 = x^\\top x$$\n")
    assert [v.verdict for v in report.verdicts] == ["declares", "holds"]


def test_the_layout_of_a_site_is_no_layout_of_derivatives():
    assert check_text(f"---\nlayout: post\n---\n{X}\n\n$$x^\\top x = \\|x\\|^2$$").ok


def test_a_page_in_toml_has_its_front_matter():
    assert read_source("+++\nlayout = 'numerator'\n+++\n$x$").front_matter == {"layout": "numerator"}


@pytest.mark.parametrize(
    "part",
    [
        "{% katex %} ",
        "{{< math >}} ",
        "{% highlight %} ",
        ":::{note}\n",
        "```{math}\n",
        "{/* ",
        "<A b={",
        "+++\n",
        "\\\\( ",
        "{math}`",
        "\\def\\a{",
    ],
)
def test_a_hostile_page_ends_soon(part):
    start = time.process_time()
    read_mdx(part * (200_000 // len(part) if "\n" not in part else 20_000), "p.mdx")
    assert time.process_time() - start < SECONDS
