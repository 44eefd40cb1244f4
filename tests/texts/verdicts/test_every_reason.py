"""Every piece of mathematics that is not read says why by a type, not by a sentence alone."""

import ast
from pathlib import Path

import pytest

from mlp_theory import texts
from mlp_theory.texts import check_text
from mlp_theory.texts.verdicts.codes import table
from mlp_theory.texts.verdicts.reason import REASONS, Reason

ROOM = Path(texts.__file__).parent


def untyped(source):
    """The lines on which an UnreadError is made of a plain text."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "UnreadError"
        and isinstance(node.args[0], (ast.Constant, ast.JoinedStr))
    ]


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOM)))
def test_no_error_is_made_of_a_plain_text(path):
    assert untyped(path.read_text(encoding="utf-8")) == []


def test_a_plain_text_would_be_seen():
    assert untyped("raise UnreadError('no', 3)\nraise UnreadError(f'{x}')\nraise UnreadError(NoSuchSet('S'), 3)") == [
        1,
        2,
    ]


def test_no_reason_is_without_a_use():
    table()  # loads them all
    room = ROOM / "verdicts" / "reasons"
    text = "".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py") if path.parent != room)
    assert [reason.__name__ for reason in REASONS.values() if f"{reason.__name__}(" not in text] == []


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        (r"a / b c = 1", "ambiguous-product"),
        (r"a \pm b = 1", "plus-minus"),
        (r"\mathrm{foo}(a) = 1", "unknown-word"),
        (r"a = \frac{", "broken-latex"),
        (r"a = ", "missing-side"),
        (r"\sin = 1", "missing-argument"),
        (r"\frac{\partial}{\partial W} W x = 1", "too-many-axes"),
        (r"\log(x_{1,2,3}) = 1", "unfit-index"),
        (r"a + \infty = 1", "unfit-operand"),
        (r"\mathbb{E}[a] = 1", "unread-law"),
        (r"a = x_1 + \cdots + a", "unclear-dots"),
        (r"a \oint b = 1", "unknown-operation"),
        (r"x \in \mathbb{S}", "no-such-set"),
        (r"\max_m a = 1", "unknown-range"),
        (r"a = \begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix}", "broken-matrix"),
    ],
)
def test_what_is_not_read_has_a_code(claim, code):
    page = (
        rf"Let $a, b, c \in \mathbb{{R}}$, $x \in \mathbb{{R}}^n$ and $W \in \mathbb{{R}}^{{n \times n}}$. $${claim}$$"
    )
    found = check_text(page).verdicts[-1]
    assert isinstance(found.why, Reason)
    assert found.code == code, found.reason
