"""Somebody's function held against one equation of a page."""

import subprocess
import sys

import numpy as np
import pytest

from mlp_theory.errors import KindError, OptionError
from mlp_theory.texts import check_implementation

PAGE = r"""
Let $\mathbf{X} \in \mathbb{R}^{d \times n}$, $\mathbf{W} \in \mathbb{R}^{K \times d}$, $\mathbf{b} \in \mathbb{R}^K$,
$\mathbf{T} \in \{\mathbf{e}_1, \dots, \mathbf{e}_K\}^n$ and $\lambda \in \mathbb{R}_{>0}$.

$$\mathbf{Z} = \mathbf{W} \mathbf{X} + \mathbf{b} \mathbf{1}^\top \tag{3.1}$$

$$\mathbf{P} = \mathrm{softmax}(\mathbf{Z}) \tag{3.2}$$

$$L = -\frac{1}{n} \sum_{k=1}^{K} \sum_{i=1}^{n} T_{ki} \log P_{ki} + \frac{\lambda}{2} \|\mathbf{W}\|^2 \tag{3.3}$$

$$\frac{\partial L}{\partial \mathbf{Z}} = \frac{1}{n} (\mathbf{P} - \mathbf{T}) \tag{3.4}$$

$$\mathbf{\Delta} := \frac{\partial L}{\partial \mathbf{Z}}$$

$$
\begin{align}
\frac{\partial L}{\partial \mathbf{W}} &= \mathbf{\Delta} \mathbf{X}^\top + \lambda \mathbf{W} \tag{3.5} \\
\frac{\partial L}{\partial \mathbf{b}} &= \mathbf{\Delta} \mathbf{1} \tag{3.6}
\end{align}
$$

$$\frac{\partial L}{\partial \mathbf{Z}} = \mathbf{P} - \mathbf{T} \tag{3.8}$$
"""


def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def forward(W, X, b):
    return W @ X + b


RIGHT = {
    "3.1": forward,
    "3.2": softmax,
    "3.3": lambda P, T, W, lambda_: -(T * np.log(P)).sum() / T.shape[1] + lambda_ / 2 * (W**2).sum(),
    "3.4": lambda P, T, n: (P - T) / n,
    "3.5": lambda dZ, X, W, lambda_: dZ @ X.T + lambda_ * W,
    "(3.6)": lambda Delta: Delta.sum(axis=1),
}


@pytest.mark.parametrize("tag", RIGHT)
def test_a_right_function_agrees(tag):
    report = check_implementation(RIGHT[tag], PAGE, tag)
    assert report.ok, report
    assert report.draws == 12
    assert report.exit_code == 0


def test_arguments_are_matched_by_name():
    report = check_implementation(RIGHT["3.5"], PAGE, "3.5")
    assert report.arguments == {"dZ": "∂L/∂Z", "X": "X", "W": "W", "lambda_": "λ"}
    report = check_implementation(RIGHT["(3.6)"], PAGE, "3.6")
    assert report.arguments == {"Delta": "Δ"}
    assert report.notes == ("its result has one dimension: taken as a column",)


SCALED = r"""
Let $W \in \mathbb{R}^{K \times d}$, $X \in \mathbb{R}^{d \times n}$ and $Y \in \mathbb{R}^{K \times n}$.

$$\ell = \frac{SCALE}{2n} \|W X - Y\|^2$$

$$\frac{\partial \ell}{\partial W} = \frac{SCALE}{n} (W X - Y) X^\top \tag{1}$$
"""


def one_entry(right):
    wrong = right.copy()
    wrong[1, 0] *= 1.0001
    return wrong


SLIPS = {
    "a factor": lambda right, n: 2 * right,
    "a little off": lambda right, n: 1.00001 * right,
    "the sign": lambda right, n: -right,
    "one entry": lambda right, n: one_entry(right),
    "no 1/n": lambda right, n: n * right,
    "zero": lambda right, n: 0 * right,
}


@pytest.mark.parametrize("scale", ["10^{-9}", "1", "10^{9}"])
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_found_at_every_scale(slip, scale):
    number = {"10^{-9}": 1e-9, "1": 1.0, "10^{9}": 1e9}[scale]

    def right(W, X, Y):
        return number * (W @ X - Y) @ X.T / X.shape[1]

    page = SCALED.replace("SCALE", scale)
    assert check_implementation(right, page, "1").verdict == "agrees"
    report = check_implementation(lambda W, X, Y: SLIPS[slip](right(W, X, Y), X.shape[1]), page, "1")
    assert report.verdict == "differs"
    assert report.exit_code == 1
    if slip == "one entry":
        assert report.entry == (2, 1)


def test_single_precision_is_allowed_its_own_digits():
    def single(W, X, b):
        return (W.astype(np.float32) @ X.astype(np.float32) + b.astype(np.float32)).astype(np.float32)

    report = check_implementation(single, PAGE, "3.1")
    assert report.ok, report
    assert not check_implementation(lambda W, X, b: np.float32(1.01) * single(W, X, b), PAGE, "3.1").ok


def test_a_transpose_is_said_by_its_shape():
    report = check_implementation(lambda W, X, b: (W @ X + b).T, PAGE, "3.1")
    assert report.verdict == "untested"
    assert "transposed?" in report.reason


def test_a_transpose_of_a_square_matrix_differs():
    page = r"Let $A, B \in \mathbb{R}^{m \times m}$. $$C = A B^\top \tag{1}$$"
    assert check_implementation(lambda A, B: A @ B.T, page, "1").ok
    assert check_implementation(lambda A, B: A @ B, page, "1").verdict == "differs"


def test_a_function_of_one_dimensional_columns_is_called_with_them():
    page = r"Let $A \in \mathbb{R}^{m \times n}$, $x, y \in \mathbb{R}^n$. $$z = A x + \mathbf{1}\, x^\top y \tag{1}$$"
    report = check_implementation(lambda A, x, y: A @ x + x @ y, page, "1")
    assert report.ok, report
    assert "one-dimensional" in " ".join(report.notes)
    assert check_implementation(lambda A, x, y: A @ x + x.T @ y, page, "1").notes == ()
    assert check_implementation(lambda A, x, y: A @ x - x @ y, page, "1").verdict == "differs"


def test_entries_samples_and_layers_are_matched():
    entries = r"Let $x \in \mathbb{R}^m$, $y \in \mathbb{R}^n$. $$M_{ij} = x_i y_j^2 \tag{1}$$"
    assert check_implementation(lambda x, y: x @ (y**2).T, entries, "1").ok
    samples = (
        r"Let $x_i \in \mathbb{R}^d$ for $i = 1, \dots, n$ and $w \in \mathbb{R}^d$."
        r"$$L = \frac{1}{n} \sum_{i=1}^n w^\top x_i \tag{1}$$"
    )
    assert check_implementation(lambda w, x: (w.T @ x).mean(), samples, "1").ok
    assert check_implementation(lambda w, x: (w.T @ x).sum(), samples, "1").verdict == "differs"
    layers = (
        r"Let $A^{[0]} \in \mathbb{R}^{d_0 \times n}$ and "
        r"$W^{[l]} \in \mathbb{R}^{d_l \times d_{l-1}}$ for $l = 1, \dots, L$."
        "\n\n" + r"$$A^{[l]} = \tanh(W^{[l]} A^{[l-1]}) \tag{1}$$"
    )
    assert check_implementation(lambda W, A_prev: np.tanh(W @ A_prev), layers, "1").ok
    assert check_implementation(lambda W_1, A_0: np.tanh(W_1 @ A_0), layers, "1").verdict == "untested"


LAYERS = r"""
Let $X \in \mathbb{R}^{d_0 \times n}$, $A_0 = X$ and $\ell : \mathbb{R}^{d_L \times n} \to \mathbb{R}$.
For $l = 1, \dots, L$ let $W_l \in \mathbb{R}^{d_l \times d_{l-1}}$ and $f_l : \mathbb{R} \to \mathbb{R}$.

$$Z_l = W_l A_{l-1}, \qquad A_l = f_l(Z_l)$$

$$J = \ell(A_L)$$

$$\Delta_l := \frac{\partial J}{\partial Z_l}$$

$$\Delta_l = (W_{l+1}^\top \Delta_{l+1}) \odot f_l'(Z_l) \quad \text{for } l < L \tag{1}$$

$$\frac{\partial J}{\partial W_l} = \Delta_l A_{l-1}^\top \tag{2}$$
"""


@pytest.mark.parametrize(
    ("function", "tag", "verdict"),
    [
        (lambda W_next, Delta_next, f_prime, Z: W_next.T @ Delta_next * f_prime(Z), "1", "agrees"),
        (lambda W_next, dZ_next, df, Z: W_next.T @ dZ_next * df(Z), "1", "agrees"),
        (lambda W_next, dZ_next, f, Z: W_next.T @ dZ_next * f(Z), "1", "differs"),
        (lambda W_next, dZ_next: W_next.T @ dZ_next, "1", "differs"),
        (lambda dZ, A_prev: dZ @ A_prev.T, "2", "agrees"),
        (lambda dZ, A: dZ @ A.T, "2", "untested"),
    ],
)
def test_the_layers_of_a_network_are_the_one_before_and_the_one_behind(function, tag, verdict):
    report = check_implementation(function, LAYERS, tag)
    assert report.verdict == verdict, report
    if "f" in report.arguments:
        assert report.numpy.count("lambda x") == 1


def test_the_counterexample_runs_as_it_stands(tmp_path):
    file = tmp_path / "mine.py"
    file.write_text("import numpy as np\ndef f(W, X, b):\n    return W @ X - b\n", encoding="utf-8")
    place = {}
    exec(file.read_text(encoding="utf-8"), place)
    report = check_implementation(place["f"], PAGE, "3.1", name=f"{file}:f")
    assert report.values is not None
    code = report.numpy + "\nprint(left, right)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [float(x) for x in done.stdout.split()] == pytest.approx(report.values)


def test_a_function_cannot_spoil_the_letters_of_the_equation():
    def spoils(W, X, b):
        out = W @ X + b
        W[:], X[:], b[:] = 0, 0, 0
        return out

    assert check_implementation(spoils, PAGE, "3.1").ok


def raises(W):
    raise RuntimeError("no luck")


@pytest.mark.parametrize(
    ("function", "tag", "says"),
    [
        (raises, "3.1", "raises RuntimeError: no luck"),
        (lambda W: W, "3.1", "returns an array of shape"),
        (lambda W, X, b: (W @ X + b, 1), "3.1", "say which one is meant"),
        (lambda W, X, b: "Z", "3.1", "no real numbers"),
        (lambda W, X, b: (W @ X + b) * 1j, "3.1", "no real numbers"),
        (lambda P, T: P - T, "3.8", "the equation itself is false"),
    ],
)
def test_what_cannot_be_tested_says_why(function, tag, says):
    report = check_implementation(function, PAGE, tag)
    assert report.verdict == "untested"
    assert report.exit_code == 1
    assert says in report.reason


def test_a_result_that_is_not_a_number_differs():
    report = check_implementation(lambda W, X, b: np.full((W @ X).shape, np.nan), PAGE, "3.1")
    assert report.verdict == "differs"
    assert report.to_json()["counterexample"]["function"] == "nan"


def test_one_of_several_results_may_be_meant():
    def both(dZ, X, W, lambda_):
        return dZ @ X.T + lambda_ * W, dZ.sum(axis=1, keepdims=True)

    assert check_implementation(both, PAGE, "3.5", part=0).ok
    assert check_implementation(both, PAGE, "3.6", part=1).ok
    assert check_implementation(both, PAGE, "3.6", part=0).verdict == "untested"


@pytest.mark.parametrize(
    ("function", "tag", "error", "says"),
    [
        (forward, "3.9", OptionError, "did you mean"),
        (lambda Q: Q, "3.1", OptionError, "takes an argument that the page does not know"),
        (lambda dQ: dQ, "3.1", OptionError, "takes an argument that the page does not know"),
        (lambda *W: W, "3.1", KindError, "any number of arguments"),
        (3, "3.1", KindError, "no function"),
    ],
)
def test_what_is_no_question_is_refused(function, tag, error, says):
    with pytest.raises(error) as caught:
        check_implementation(function, PAGE, tag)
    assert says in str(caught.value)


def test_an_argument_with_a_default_value_need_not_be_a_letter():
    report = check_implementation(lambda W, X, b, keepdims=True: W @ X + b, PAGE, "3.1")
    assert report.ok
    assert report.notes == ("keepdims is no letter of the page, and keeps its default value",)
