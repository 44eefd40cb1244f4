"""A letter means something else where the page says so; a slip in what is said again stays a slip."""

import pytest

from mlp_theory.texts.check import check_text
from tests.texts.checked import judged, line_by_line

TWO_SECTIONS = r"""# First

Let $x \in \mathbb{R}$ and

$$f(x) = x^2 + 1$$
$$\frac{df}{dx} = 2x$$

# Second

WORDS

$$f(x) = AGAIN$$
$$\frac{df}{dx} = SLOPE$$
"""


def page(words, again, slope):
    return TWO_SECTIONS.replace("WORDS", words).replace("AGAIN", again).replace("SLOPE", slope)


def test_a_later_section_may_define_a_letter_anew():
    assert judged(page("Consider the function", r"\sin(3x)", r"3\cos(3x)")) == "defines holds defines holds"


def test_what_follows_from_it_shows_that_it_is_a_definition():
    """Without a word, and nearly as before: but the next line holds for it alone."""
    assert judged(page("", "x^3 + 1", "3x^2")) == "defines holds defines holds"


def test_a_slip_behind_a_new_definition_is_false():
    assert judged(page("Consider the function", r"\sin(3x)", r"3\sin(3x)")) == "defines holds defines false"


@pytest.mark.parametrize("words", ["Recall that", "As before,", "", "Hence"])
def test_a_slip_in_what_is_said_again_is_false(words):
    """The line behind it was written for the first meaning."""
    assert judged(page(words, "x^3 + 1", "2x")) == "defines holds false holds"


def test_a_near_copy_that_is_introduced_is_doubtful():
    """Both may be: a new function, or the old one with a slip; unless a line behind it speaks of the old one."""
    assert judged(page("Consider the function", "x^2 - 1", "2x")) == "defines holds doubtful holds"
    assert judged(page("Consider the function", "x^3 + 1", "2x")) == "defines holds false holds"


def test_another_form_with_a_slip_is_no_definition():
    assert "defines holds defines" not in judged(page("", "(x + 1)(x - 1)", "2x"))


def test_in_its_own_section_an_equation_claims():
    text = r"""
Let $x, A \in \mathbb{R}$ and

$$f(x) = A x^2$$

$$f(x) = A x^3$$
$$\frac{df}{dx} = 2 A x$$
"""
    assert judged(text) == "defines false holds"


def test_an_arrow_leads_from_a_definition_to_what_follows():
    text = r"""
For two numbers $f(x, y) = x y$. For their sum

$$f(x, y) = x + y \quad \rightarrow \quad \frac{\partial f}{\partial x} = 1$$
"""
    assert line_by_line(text) == "defines defines holds"


def test_a_function_of_more_arguments_is_another_one():
    text = r"""
A number is squared by $f(x) = x^2$. Of two numbers

$$f(x, y) = x \sin y$$
$$\frac{\partial f}{\partial y} = x \cos y$$
"""
    assert line_by_line(text) == "defines defines holds"


def test_a_loss_with_fewer_arguments_is_the_same_loss():
    text = r"""
Let $w, b, x, t \in \mathbb{R}$ and

$$L(w, b) = (w x + b - t)^2$$

# Gradient

$$L(w) = (w x + b - t)^3$$
$$\frac{\partial L}{\partial w} = 2 x (w x + b - t)$$
"""
    assert judged(text).split()[1] in ("false", "unread")


def test_each_item_of_a_list_defines_for_itself():
    text = r"""
Let $k, t, a \in \mathbb{R}$.

* The first schedule has the form $\alpha = a e^{-k t}$.
* The second schedule has the form $\alpha = a / (1 + k t)$.
"""
    assert judged(text) == "defines defines"


def test_a_matrix_may_be_declared_with_other_sizes():
    text = r"""
Let $x \in \mathbb{R}^n$.

* For all $A \in \mathbb{R}^{m \times n}$ we have $\nabla_x \|A x\|^2 = 2 A^\top A x$.
* For a square $A \in \mathbb{R}^{n \times n}$ we have $\nabla_x (x^\top A x) = (A + A^\top) x$.
"""
    assert line_by_line(text) == "declares declares holds declares holds"


def test_a_slip_in_a_declaration_makes_no_line_hold():
    text = r"""# First

Let $W \in \mathbb{R}^{K \times d}$, $x \in \mathbb{R}^d$ and

$$z = W x$$

# Second

With $W \in \mathbb{R}^{d \times K}$

$$\frac{\partial \|z\|^2}{\partial W} = 2 x z^\top$$
"""
    assert "holds" not in line_by_line(text)


def test_any_function_and_then_an_example():
    text = r"""
Let $f : \mathbb{R} \to \mathbb{R}$ and $x \in \mathbb{R}$.

$$\frac{d}{dx} f(x)^2 = 2 f(x) f'(x)$$

# Example

Let

$$f(x) = e^{2x}$$
$$f'(x) = 2 f(x)$$
"""
    assert judged(text) == "holds defines holds"


def test_what_holds_for_the_example_is_false_of_any_function():
    text = r"""
Let $f : \mathbb{R} \to \mathbb{R}$ and $x \in \mathbb{R}$.

$$f'(x) = f(x)$$

# Example

Let

$$f(x) = e^{x}$$
"""
    assert judged(text) == "false defines"


def test_the_report_tells_the_meaning():
    found = check_text(page("Consider the function", r"\sin(3x)", r"3\cos(3x)")).verdicts
    assert [v.reading for v in found[-2:]] == ["f as defined anew at line 12"] * 2
    assert found[1].reading is None


def test_where_the_letter_is_in_use_an_equation_claims():
    """The section has said of L what it is: another form of it, with a slip, is no definition."""
    text = r"""
Let $z, y \in \mathbb{R}$ and

$$L = -y \log\sigma(z) - (1 - y) \log(1 - \sigma(z))$$

# Without a sigmoid

$$L = \log(1 + e^z) - y z$$

A sign is lost easily:

$$L = \log(1 + e^{-z}) - y z$$
"""
    assert judged(text) == "defines holds false"


def test_what_the_page_expects_to_be_false_is_no_definition():
    text = page("Consider the function", r"\sin(3x)", "2x").replace(
        "$$f(x) = \\sin", "<!-- expect: false -->\n$$f(x) = \\sin"
    )
    assert judged(text) == "defines holds false holds"


def test_a_matrix_of_numbers_is_an_example():
    """Also where the section has spoken of the general one; a changed entry is still a slip."""
    text = r"""
Let $A, W, S \in \mathbb{R}^{2 \times 2}$. For example let

$$A = \begin{bmatrix} 2 & 1 \\ 2 & 3 \end{bmatrix}$$
$$A A = \begin{bmatrix} 6 & 5 \\ 10 & 11 \end{bmatrix}$$

# Another one

Powers of $A$ that are $A A = A^2$. Take the matrix

$$A = ANOTHER$$
"""
    another = r"\begin{bmatrix} 1 & 5 \\ 7 & 0 \end{bmatrix}"
    slip = r"\begin{bmatrix} 2 & 1 \\ 2 & 4 \end{bmatrix}"
    assert judged(text.replace("ANOTHER", another)).endswith("defines")
    assert not judged(text.replace("ANOTHER", slip)).endswith("defines")


def test_a_line_that_was_written_for_the_first_meaning_takes_the_doubt_away():
    assert judged(page("The model is", r"x^2 \sin x + 1 - x^5", "2x")) == "defines holds false holds"
