"""Random and damaged mathematics: verdicts or one clear error, and nothing holds that was not understood."""

import re
from pathlib import Path

import pytest
from hypothesis import strategies as st

from mlp_theory.errors import DataError
from mlp_theory.texts.check import INTERNAL_FAULT, Settings, check_text
from mlp_theory.texts.verdicts.kinds import KINDS
from tests.fuzzing import fuzzed

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "tests" / "corpus").glob("*.md"), *(ROOT / "derivations").glob("*.md")])
QUICK = Settings(draws=3, max_seconds=1.0)
DISPLAY = re.compile(r"\$\$(.+?)\$\$", re.S)
DISPLAYS = sorted({d for path in PAGES for d in DISPLAY.findall(path.read_text(encoding="utf-8")) if len(d) < 160})

TOKENS = r"""
    x W b n K L i j k l T 1 2 0.5 10 + - = = < \le \in \ne { } ( ) [ ] _ ^ ^\top ^{-1} ^2 _i _{ij} _{l-1} ^{[l]} ^{(i)}
    \frac \frac{1}{n} \sum \sum_i \sum_{i=1}^n \prod \max \log \exp \tanh \sigma \sqrt \partial \nabla \delta_{ij} \odot
    \cdot \times \otimes \circ \mathrm{tr} \mathrm{diag} \mathrm{vec} \det \mathbf{x} \mathbf{1} \mathbb{R}^n \hat
    \frac{\partial L}{\partial W} \frac{\partial L}{\partial x} \left( \right) \left[ \right] | \| \text{if} , . ; : :=
    \quad & \\ \begin{cases} \end{cases} \begin{aligned} \end{aligned} \begin{bmatrix} \end{bmatrix} \underbrace \tag{1}
    \foo \oint \newcommand{\a}{\a} \a % # ~ ' d \leftarrow \approx \dots \infty \mathcal{N} \sim \mathbb{1}
""".split()  # noqa: SIM905  # a list of tokens is read more easily without quotes

PREFACE = r"""
Let $W \in \mathbb{R}^{K\times n}$, $x \in \mathbb{R}^n$, $b \in \mathbb{R}^K$ and $L = \|W x + b\|^2$.

"""


def verdicts_or_one_error(page):
    """Anything but verdicts or a DataError fails the test."""
    try:
        report = check_text(page, QUICK)
    except DataError:
        return ()
    assert str(report)
    assert not any(file.error and INTERNAL_FAULT in file.error for file in report.files)
    assert {v.kind for v in report.verdicts} <= set(KINDS)
    assert all(v.draws > 0 or v.reason for v in report.verdicts if v.verdict == "holds")
    return report.verdicts


@fuzzed(250, st.lists(st.sampled_from(TOKENS), max_size=14), st.sampled_from(["", PREFACE]))
def test_random_mathematics_never_raises(tokens, preface):
    verdicts_or_one_error(preface + "$$" + " ".join(tokens) + "$$\n")


@fuzzed(150, st.text(max_size=80), st.sampled_from(["{}", "$${}$$", "${}$", "<!-- given: ${}$ -->", "---\n{}\n---\n"]))
def test_random_text_never_raises(text, around):
    verdicts_or_one_error(around.replace("{}", text))


@st.composite
def damaged(draw):
    """A display of a real page, where a few characters are deleted, inserted or swapped."""
    text = draw(st.sampled_from(DISPLAYS))
    for _ in range(draw(st.integers(1, 4))):
        k = draw(st.integers(0, max(len(text) - 1, 0)))
        kind = draw(st.sampled_from(["delete", "insert", "swap"]))
        if kind == "delete":
            text = text[:k] + text[k + 1 :]
        elif kind == "insert":
            text = text[:k] + draw(st.sampled_from([*TOKENS, "{", "}", "\\", "$"])) + text[k:]
        else:
            text = text[:k] + text[k + 1 : k + 2] + text[k : k + 1] + text[k + 2 :]
    return text


@fuzzed(250, damaged(), st.sampled_from(["", PREFACE]))
def test_a_damaged_display_never_raises(text, preface):
    verdicts_or_one_error(preface + "$$" + text + "$$\n")


# True claims beside their page; an unknown command is put before any of their tokens. It is an operation that nobody
# knows where it has arguments in braces or stands beside other factors; a letter where it is a term of its own.
CLAIMS = [
    r"\frac{\partial L}{\partial x} = 2 W^\top (W x + b)",
    r"\frac{\partial L}{\partial b} = 2 (W x + b)",
    r"\frac{\partial L}{\partial W_{ij}} = 2 (W x + b)_i x_j",
    r"L = \sum_{i=1}^K \left( \sum_j W_{ij} x_j + b_i \right)^2",
    r"\mathrm{tr}(x x^\top) = \|x\|^2",
    r"\log \left( \exp(x_i) \right) = x_i",
    r"\sigma(x) + \sigma(-x) = \mathbf{1}",
    r"\frac{1}{n} \sum_{i} x_i^2 = \frac{x^\top x}{n}",
]
TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\S")
UNKNOWN = [r"\foo", r"\foo{x}", r"\foo{}", r"\unheardof ", r"\foo_{i}", r"\foo^2"]


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_claims_hold_as_they_stand(claim):
    assert check_text(PREFACE + f"$${claim}$$\n").verdicts[-1].verdict == "holds"


@fuzzed(300, st.sampled_from(CLAIMS), st.integers(0, 60), st.sampled_from(UNKNOWN))
def test_nothing_holds_with_an_unknown_command_in_it(claim, number, unknown):
    starts = [found.start() for found in TOKEN.finditer(claim)] + [len(claim)]
    k = starts[number % len(starts)]
    text = claim[:k] + unknown + " " + claim[k:]
    found = verdicts_or_one_error(PREFACE + f"$${text}$$\n")
    assert "holds" not in [v.verdict for v in found if "foo" in v.latex or "unheard" in v.latex], text


@pytest.mark.parametrize(
    "claim",
    [
        r"\foo{x} + b = b + \foo{x}",
        r"\foo{x} = \foo{x}",
        r"\foo{x}{b} - \foo{x}{b} = 0",
        r"\foo[2]{x} - \foo[2]{x} = 0",
        r"x + \foo{} = x",
        r"\foo x + \foo x = 2 \foo x",
        r"\foo + \foo{x} = \foo{x} + \foo",
    ],
)
def test_an_unknown_command_with_arguments_never_holds(claim):
    assert check_text(PREFACE + f"$${claim}$$\n").verdicts[-1].verdict == "unread"


@pytest.mark.parametrize(
    ("claim", "verdicts"),
    [
        (r"b + \foo = \foo + b", {"holds"}),
        (r"3 + \foo - \foo = 3", {"holds"}),
        (r"3 + \foo + \foo = 3 + \foo", {"false", "doubtful", "unread"}),
        (r"3 + \foo = 3 - \foo", {"false", "doubtful", "unread"}),
    ],
)
def test_an_unknown_command_that_stands_alone_is_a_letter(claim, verdicts):
    """What such a claim says of every value of a letter it says of whatever the command prints."""
    assert check_text(PREFACE + f"$${claim}$$\n").verdicts[-1].verdict in verdicts
