"""Operations of users' own: proved on registration, then derived, checked and read like ours."""

import subprocess
import sys

import numpy as np
import pytest

from mlp_theory.errors import DataError, KindError, LawError, OptionError, ShapeError
from mlp_theory.symbolic import (
    OwnOperation,
    forget,
    gradients,
    largest,
    matrix,
    ones,
    register,
    register_function,
    registered,
    sigmoid,
    squared_norm,
    step,
)
from mlp_theory.texts.check import check_text
from tests.symbolic.calculus.networks import K, d, n
from tests.symbolic.calculus.own.operations import (
    RIGHT,
    Bilinear,
    Centre,
    LogMeanExp,
    Swish,
    changed,
    nothing_is_left_of,
)

W, X, Y = matrix("W", K, d), matrix("X", d, n), matrix("Y", K, n)


def verdicts(page):
    return [verdict.verdict for verdict in check_text(page).files[0].verdicts]


@pytest.mark.parametrize("kind", RIGHT, ids=lambda kind: kind.name)
def test_a_right_operation_is_derived_and_checked_like_ours(kind):
    with registered(kind) as operation:
        inner = operation(W @ X, Y) if kind is Bilinear else operation(W @ X)
        g = gradients(squared_norm(inner.named("F")), [W, X])
        report = g.check()
        assert report.ok, report
        assert set(report.gradients) == {"W", "X"}


@pytest.mark.parametrize("kind", RIGHT, ids=lambda kind: kind.name)
def test_the_page_of_its_derivation_is_read_back_and_holds(kind):
    with registered(kind) as operation:
        inner = operation(W @ X, Y) if kind is Bilinear else operation(W @ X)
        found = verdicts(gradients(squared_norm(inner.named("F")), [W]).to_markdown())
    assert "holds" in found
    assert set(found) <= {"declares", "defines", "holds"}


PAGE = r"""
Let $Z \in \mathbb{R}^{K \times n}$.
$$\ell = \mathbf{1}^\top \mathrm{swish}(Z)\,\mathbf{1}$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\frac{\partial \ell}{\partial Z} = \sigma(Z) + Z \odot \sigma(Z) \odot (1 - \sigma(Z))", "holds"),
        (r"\frac{\partial \ell}{\partial Z} = \sigma(Z) + Z \odot \sigma(Z)", "false"),
        (r"\mathrm{swish}(Z) = Z \odot \sigma(Z)", "holds"),
        (r"\operatorname{Swish}(-Z) = \mathrm{swish}(Z) - Z", "holds"),
        (r"\mathrm{swish}(Z) = \mathrm{swish}(Z)", "unread"),
        (r"\mathrm{swish}(Z)^\top = Z \odot \sigma(Z)", "false"),
        (r"\mathrm{swish}(Z, Z) = Z \odot \sigma(Z)", "unread"),
    ],
)
@pytest.mark.parametrize("way", ["class", "function"])
def test_texts_read_the_word_and_judge_what_is_said_of_it(claim, verdict, way):
    if way == "class":
        register(Swish)
    else:
        register_function("swish", Swish().value, lambda Z: sigmoid(Z) + Z * sigmoid(Z) * (1 - sigmoid(Z)))
    try:
        found = verdicts(f"{PAGE}\n$${claim}$$\n")
    finally:
        forget("swish")
    assert found[-1] == verdict


def test_the_counterexample_of_a_false_claim_runs_as_it_stands():
    page = "Let $Z \\in \\mathbb{R}^{K \\times n}$.\n\n$$\\mathrm{swish}(Z) = 2 Z \\odot \\sigma(Z)$$\n"
    with registered(Swish):
        found = check_text(page).files[0].verdicts[-1].counterexample
    assert found is not None
    code = found.numpy + "\nprint(left, right)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [float(x) for x in done.stdout.split()] == pytest.approx([found.left, found.right])


def test_a_page_that_defines_the_word_itself_means_its_own():
    page = r"Let $z \in \mathbb{R}^n$. $$\mathrm{swish}(x) = 3 x$$ $$\mathrm{swish}(z) = 3 z$$"
    before = verdicts(page)
    with registered(Swish):
        assert verdicts(page) == before == ["declares", "defines", "holds"]


def test_the_shape_of_an_own_operation_is_what_it_says():
    with registered(LogMeanExp) as lme, registered(Bilinear) as bilinear:
        assert lme(X).shape == (1, "n")
        assert str(lme(X)) == "log_mean_exp(X)"
        assert lme(X).to_latex() == r"\mathrm{lme}(X)"
        with pytest.raises(ShapeError, match="as many rows in both"):
            bilinear(W, X)
        page = r"Let $A \in \mathbb{R}^{d \times n}$, $B \in \mathbb{R}^{K \times n}$. $$A = \mathrm{bilinear}(A, B)$$"
        assert verdicts(page)[-1] == "false"


S = lambda Z: sigmoid(Z) + Z * sigmoid(Z) * (1 - sigmoid(Z))  # noqa: E731


def but_one_entry(self, G, Z):
    """Right but for the largest entry, which is a thousandth too large."""
    right = Swish.pullback(self, G, Z)
    biggest = largest(largest(Z).T)
    return right * (1 + 1e-3 * step(Z - biggest + 1e-9))


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (changed(Swish, pullback=lambda self, G, Z: 2 * G * S(Z)), "2 times"),
        (changed(Swish, pullback=lambda self, G, Z: 1.000001 * G * S(Z)), "times what it should be"),
        (changed(Swish, pullback=lambda self, G, Z: -G * S(Z)), "wrong sign"),
        (changed(Swish, pullback=lambda self, G, Z: G * sigmoid(Z)), "entries are wrong"),
        (changed(Swish, pullback=lambda self, G, Z: None), "nothing depends"),
        (changed(Swish, pullback=but_one_entry), "entries are wrong"),
        (changed(Centre, pullback=lambda self, G, Z: G - G.row_sums()), "entries are wrong"),
        (changed(Centre, pullback=lambda self, G, Z: G), "entries are wrong"),
        (changed(LogMeanExp, pullback=lambda self, G, Z: G * Z / Z.column_sums()), "entries are wrong"),
        (changed(Bilinear, pullback=lambda self, G, A, B: (B @ G.T, -(A @ G))), "wrong sign"),
    ],
    ids=["twice", "a millionth", "sign", "a term", "none", "one entry", "no 1/n", "no mean", "another", "second"],
)
def test_a_wrong_pullback_is_refused_with_the_entry(kind, says):
    with pytest.raises(LawError) as caught:
        register(kind)
    assert says in str(caught.value)
    assert "∂L/∂" in str(caught.value)
    assert nothing_is_left_of(kind.name)


def test_a_transposed_pullback_is_refused_by_its_shape_or_its_entries():
    class Gram(OwnOperation):
        """Z W of two square matrices, whose pull-back forgets a transpose."""

        name = "gram"

        def shape(self, A, B):
            if len({*A, *B}) != 1:
                raise ShapeError("gram", expected="square matrices of one size", got=f"{A}, {B}")
            return A

        def value(self, A, B):
            return A @ B

        def pullback(self, G, A, B):
            return G @ B, A.T @ G

    with pytest.raises(LawError, match="entries are wrong"):
        register(Gram)
    with pytest.raises(ShapeError, match=r"transpose it: \.T"):
        register(changed(Bilinear, pullback=lambda self, G, A, B: (G @ B.T, A @ G)))


@pytest.mark.parametrize("scale", [1e-9, 1.0, 1e9])
@pytest.mark.parametrize("wrong", [1.0, 1.001, -1.0, 2.0])
def test_a_slip_is_seen_at_every_scale(scale, wrong):
    class Scaled(Swish):
        numpy = None

        def value(self, Z):
            return scale * super().value(Z)

        def pullback(self, G, Z):
            return scale * wrong * super().pullback(G, Z)

    if wrong == 1.0:
        with registered(Scaled):
            return
    with pytest.raises(LawError):
        register(Scaled)


@pytest.mark.parametrize(
    ("kind", "error", "says"),
    [
        (changed(Swish, value=lambda self, Z: np.abs(Z)), KindError, "not defined for complex numbers"),
        (changed(Swish, value=lambda self, Z: Z.real * 2), KindError, "not defined for complex numbers"),
        (changed(Swish, value=lambda self, Z: np.array(Z, dtype=float) * 2), KindError, "complex"),
        (changed(Swish, value=lambda self, Z: np.arctan2(Z, 1)), KindError, "TypeError"),
        (changed(Swish, value=lambda self, Z: Z.sum()), ShapeError, "another shape than swish.shape says"),
        (changed(LogMeanExp, value=lambda self, Z: np.log(np.exp(Z).mean(axis=0))), ShapeError, "keepdims"),
        (changed(Swish, value=lambda self, Z: Z.T), ShapeError, "another shape than swish.shape says"),
        (changed(Swish, value=lambda self, Z: Z @ Z), DataError, "which shape accepts"),
        (changed(Swish, value=lambda self, Z: np.log(Z)), DataError, "between = (0, np.inf)"),
        (changed(Swish, value=lambda self, Z: np.multiply(Z, 2, out=Z)), DataError, "changes its arguments"),
        (changed(Swish, pullback=lambda self, G, Z: G.row_sums()), ShapeError, "another shape than its argument"),
        (changed(Swish, pullback=lambda self, G, Z: np.ones((3, 4))), KindError, "ndarray"),
        (changed(Swish, pullback=lambda self, G, Z: (G, G)), KindError, "for every argument"),
        (changed(Swish, shape=lambda self, Z: Z[0]), KindError, "gives no shape"),
        (changed(Swish, value=lambda self, *Z: Z[0]), KindError, "which arrays it takes"),
        (changed(Swish, numpy="Z / (1 + np.exp(Z))"), OptionError, "something else"),
        (changed(Swish, numpy="Z / "), OptionError, "no expression"),
        (changed(Swish, name="softmax"), OptionError, "is taken"),
        (changed(Swish, name="relu"), OptionError, "is taken"),
        (changed(Swish, name="two words"), OptionError, "Python name"),
        (changed(Swish, name=""), OptionError, "Python name"),
        (changed(Swish, latex=r"\mathrm{tr}"), OptionError, "word of swish is taken"),
        (changed(Swish, latex=r"\phi"), OptionError, "written as a word"),
        (OwnOperation, KindError, "pullback, shape, value"),
        (np.exp, KindError, "subclass of OwnOperation"),
    ],
)  # fmt: skip
def test_what_is_no_operation_is_refused_with_its_reason(kind, error, says):
    with pytest.raises(error) as caught:
        register(kind)
    assert says in str(caught.value)
    assert nothing_is_left_of("swish")
    assert nothing_is_left_of("log_mean_exp")


def test_a_name_is_taken_once_and_free_again_when_it_is_forgotten():
    swish = register(Swish)
    try:
        with pytest.raises(OptionError, match=r"forget\('swish'\) first"):
            register(Swish)
        assert swish(W).shape == ("K", "d")
    finally:
        forget("swish")
    assert nothing_is_left_of("swish")
    with pytest.raises(OptionError, match="not registered"):
        forget("swish")
    with pytest.raises(OptionError, match="no law"):
        swish(W)


def test_another_operation_may_take_a_forgotten_name_with_another_shape():
    with registered(Swish) as swish:
        assert swish(X).shape == ("d", "n")
    other = changed(LogMeanExp, name="swish", latex="")
    with registered(other) as swish:
        assert swish(X).shape == (1, "n")


def test_ones_stay_ones():
    with registered(Centre) as centre:
        loss = squared_norm(centre(W @ X) @ ones(n))
        assert gradients(loss, [W]).check(draws=1).verdicts
