"""In running text: what relates known things, or derives, has a verdict; all else that relates is counted."""

import pytest

from mlp_theory.texts.check import check_text

GIVEN = r"Let $z \in \mathbb{R}^K$, $p = \operatorname{softmax}(z)$ and $L = z^\top z$." + "\n\n"


def told(sentence):
    """The kinds of the verdicts on a sentence, and how many formulas of it were passed over."""
    file = check_text(GIVEN + sentence).files[0]
    return " ".join(v.verdict for v in file.verdicts[3:]), file.passed_over.get("inline formula", 0)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        (r"Hence $\frac{\partial L}{\partial z} = 2z$.", "holds"),
        (r"Hence $\frac{\partial L}{\partial z} = 3z$.", "false"),
        (r"Hence $\frac{\partial L}{\partial u} = 3u$.", "unread"),
        (r"Hence $\oint L = p^\top z$.", "unread"),
        (r"We see that $p_1 p_2 < 1$.", "holds"),
        (r"We see that $p \odot p \in \mathbb{R}^K$.", "holds"),
        (r"Then $\|z\| \approx p^\top z$.", "unread"),
        (r"For $z^\top z < 1$ it is small.", "supposes"),
        (r"Thus $p^\top p > 3$.", "unread"),
        (r"The entries sum to one, so $\mathbf{1}^\top (p - p \odot p) = \mathbf{0}^\top$.", "false"),
        (r"Also $\mathbf{1}^\top p z^\top - z^\top = \mathbf{0}^\top$.", "holds"),
    ],
)
def test_what_relates_known_things_has_a_verdict(sentence, kinds):
    assert told(sentence) == (kinds, 0)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        (r"Here $q + r = 2s$.", 1),
        (r"Here $\frac{a = 3$.", 1),
        (r"If $\frac{\partial L}{\partial z} = 0$, we are done.", 1),
        (r"At $y = 1$ and $q = r$, with $u > v$, there is $z_i$ and $n \to \infty$.", 0),
    ],
)
def test_what_relates_other_things_is_counted(sentence, count):
    assert told(sentence)[1] == count
    said = str(check_text(GIVEN + sentence)).splitlines()[-1]
    assert said == f"not read: {count} × inline formula" if count else "not read" not in said


def test_several_letters_are_positive_in_one_breath():
    page = r"Let $a, b > 0$. $$\log(a b) = \log a + \log b$$ $$a + b > 0$$ $$a - b > 0$$"
    assert [v.verdict for v in check_text(page).verdicts] == ["declares", "holds", "holds", "false"]
