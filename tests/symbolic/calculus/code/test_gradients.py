"""The emitted NumPy: it runs, it agrees with the evaluator, it is tidy, and it survives large logits."""

import subprocess
import sys

import numpy as np
import pytest

from mlp_theory import symbolic as s
from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.general_layer import general_layer
from mlp_theory.symbolic.calculus.networks import ACTIVATIONS, LOSSES, network_loss
from mlp_theory.symbolic.calculus.table import TABLE
from mlp_theory.symbolic.expressions import Call
from mlp_theory.symbolic.function_record import FUNCTIONS
from tests.symbolic.calculus.code.emitted import assert_emits_the_gradients, compiled

d, K, n, m = s.dims("d K n m")
W, X, Y, b = s.matrix("W", K, d), s.matrix("X", d, n), s.matrix("Y", K, n), s.vector("b", K)
A, B, S = s.matrix("A", d, d, "invertible"), s.matrix("B", K, m), s.matrix("S", K, K)
p, x, T = s.matrix("P", K, n, "positive"), s.vector("x", d), s.one_hot("T", K, n)
lam, r = s.scalar("lambda", "positive"), s.row("r", n)
f = s.function("f")
MINUS = -(b + lam)
Z = (W @ X + b).named("Z")


def elementwise(name, argument):
    return s.Expression(al.elementwise(name, argument.node))


def weighed(F, name="V"):
    """A number that depends on every entry of F in another way."""
    return s.inner(s.matrix(name, *(s.Dimension(q) if isinstance(q, (str, tuple)) else q for q in F.shape)), F)


LOSSES_BY_OPERATION = {
    "products and broadcasting": (s.squared_norm(W @ X + b - Y), [W, b, X]),
    "row and column sums": (s.squared_norm(W.row_sums()) + s.squared_norm(W.column_sums()), [W]),
    "sums of what is repeated": (s.squared_norm((b + Y).column_sums() + r), [b, r]),
    "ones alone": (W.sum(), [W]),
    "a number by ones": ((lam * (2 * W)).sum(), [W, lam]),
    "a repeated column": (s.exp(W @ x + b).sum() + (b + Y).sum(), [b, x]),
    "a number in a sum": (s.squared_norm(W - lam), [W, lam]),
    "ones in a product": (s.inner(S, s.ones(K) @ b.T), [S, b]),
    "ones between": (weighed(W @ s.ones(d) @ s.ones(1, K) @ Y), [W, Y]),
    "numbers in products": (b.T @ S @ b * lam + x.T @ x, [b, lam, S]),
    "transposes": (weighed((W @ X).T @ Y), [W, X]),
    "a commutation": (weighed(s.Expression(Call("commutation", (), (K.dim, d.dim))) @ s.vec(W)), [W]),
    "means": (s.mean(X * X) + s.row_variance(X).sum(), [X]),
    "powers": (s.power(p, 3).sum() + s.power(p, -2).sum() + s.power(p, 0.5).sum() + s.power(p, -1.5).sum(), [p]),
    "quotients": ((Y / p).sum() + (lam / p).sum() + 1 / lam, [p, lam]),
    "one over a sum, in a sum": (weighed(Y / (1 + s.exp(Y))), [Y]),
    "signs that meet": (s.logsumexp(-MINUS) * -(1 + lam**2) + s.squared_norm((-W).T), [W, b, lam]),
    "cross entropy": (-s.mean((T * s.log(s.softmax(Z))).column_sums()), [W, b]),
    "the sum of exponentials": (s.log(s.exp(Z).column_sums()).sum(), [W]),
    "softmax": (weighed(s.softmax(W)), [W]),
    "softmax of a column": (b.T @ s.softmax(b) + s.logsumexp(b) + s.largest(b), [b]),
    "softmax of a row": (weighed(s.softmax(r)) + s.logsumexp(r).sum() + s.largest(r).sum(), [r]),
    "largest entries": (s.squared_norm(s.largest(W)), [W]),
    "log of a sigmoid": (-s.log(s.sigmoid(Z)).sum(), [W]),
    "an arbitrary function": (weighed(f(Z)), [W, b]),
    "functions of a number": (s.exp(lam) + s.sigmoid(lam) * s.relu(lam) + s.log(lam) + f(lam), [lam]),
    "trace": (s.trace(A @ A) + s.trace(lam), [A, lam]),
    "inverse": (weighed(s.inverse(A)), [A]),
    "determinants": (s.det(A) + s.logdet(A), [A]),
    "determinants of a number": (s.det(lam) + s.logdet(lam) + s.norm(lam) + s.squared_norm(lam), [lam]),
    "norms": (s.norm(W) + s.l1_norm(W), [W]),
    "diagonals": (weighed(s.diag(x), "V") + weighed(s.diag(A), "U"), [x, A]),
    "identity": (weighed(A + lam * s.identity(d)), [A, lam]),
    "kronecker": (s.squared_norm(s.kron(A, B) - s.matrix("R", *map(s.Dimension, s.kron(A, B).shape))), [A, B]),
    "kronecker with a number": (s.squared_norm(s.kron(lam, B)), [lam, B]),
    "vec": (weighed(s.vec(W)), [W]),
    "vec of a product": (s.squared_norm(s.vec(W @ X) - s.vec(Y)), [W]),
    "stacks": (s.squared_norm(s.stack(W, s.ones(1, d)) @ x), [W, x]),
    "beside": (s.squared_norm(s.beside(W, b) @ s.stack(x, s.ones(1))), [W, b]),
    "parts": (s.squared_norm(s.part(s.stack(W, x.T), K, 0, 1, d)) + s.part(x, 1, 0, 1, 1), [x]),
    "a part in the middle": (s.squared_norm(s.part(s.matrix("Q", 5, 6), 1, 2, 2, 3)), [s.matrix("Q", 5, 6)]),
    "a gradient asked for by name": (s.squared_norm(Z), [Z, W]),
    "a size that no array has": (s.squared_norm(W @ X) + s.ones(m).sum() * lam, [W, lam]),
    "Python's words": (s.squared_norm(s.matrix("np", K, d)) * lam, [s.matrix("np", K, d), lam]),
}  # fmt: skip
EXTRA = {"a size that no array has": ["m"]}
RENAMED = {"lambda": "lambda_", "np": "np_"}
SMOOTH = [name for name in FUNCTIONS if name not in ("sign", "step", "arcsin", "arccos")]


def derived(name):
    loss, wanted = LOSSES_BY_OPERATION[name]
    return s.gradients(loss, wanted)


@pytest.mark.parametrize("name", LOSSES_BY_OPERATION)
def test_loss_and_gradients_are_those_of_the_evaluator(name):
    assert_emits_the_gradients(derived(name), renamed=RENAMED, more=EXTRA.get(name))


@pytest.mark.parametrize("name", SMOOTH)
def test_functions_of_one_number_are_those_of_the_evaluator(name):
    positive = name in ("log", "sqrt")
    assert_emits_the_gradients(s.gradients(weighed(elementwise(name, p if positive else W)), [p if positive else W]))


@pytest.mark.parametrize("name", ["arcsin", "arccos"])
def test_functions_of_small_numbers_are_those_of_the_evaluator(name):
    assert_emits_the_gradients(s.gradients(weighed(elementwise(name, 0.9 * s.tanh(W))), [W]))


@pytest.mark.parametrize(("activation", "loss"), [(a, l) for a in ACTIVATIONS for l in LOSSES])
def test_networks_are_those_of_the_evaluator(activation, loss):
    network = network_loss(["d", "h", 1 if loss == "bce" else "K"], activation, loss, l2=s.scalar("lambda", "positive"))
    assert_emits_the_gradients(s.gradients(network.loss, network.parameters), renamed=RENAMED)


def test_every_operation_of_the_calculus_is_emitted_above():
    met = set()
    for name in LOSSES_BY_OPERATION:
        g = derived(name)
        for part in al.postorder(*g.definitions, *(line.result for line in g.lines)):
            if isinstance(part, Call):
                met.add(part.op)
    assert met >= set(TABLE)


def test_columns_put_back_and_zeros_are_those_of_the_evaluator():
    entries = s.Expression(Call("unvec", (s.vector("v", 6).node,), (2, 3)))
    assert_emits_the_gradients(s.gradients(s.squared_norm(s.sin(entries)), [s.vector("v", 6)]))
    zeros = s.Expression(al.zeros(K.dim, d.dim))
    assert_emits_the_gradients(s.gradients(s.squared_norm(s.exp(zeros) * W), [W]))


def source_of_all():
    sources = {name: derived(name).to_numpy() for name in LOSSES_BY_OPERATION}
    sources["general layer"] = general_layer().to_numpy()
    sources["erf"] = s.gradients(s.erf(W).sum(), [W]).to_numpy("f")
    for depth in (1, 4, 9):
        network = network_loss(["d", *["h"] * (depth - 1), "K"])
        sources[f"depth {depth}"] = s.gradients(network.loss, network.parameters).to_numpy()
    long = s.squared_norm(sum((s.tanh(W @ X * k + b) for k in range(2, 5)), Z))
    sources["long"] = s.gradients(long, [W]).to_numpy()
    return sources


def test_what_is_emitted_is_tidy(tmp_path):
    for name, source in source_of_all().items():
        (tmp_path / f"{name.replace(' ', '_')}.py").write_text(source, encoding="utf-8")
    settings = ["--config", "pyproject.toml", "--no-cache"]
    for command in (["check"], ["format", "--check", "--diff"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, *settings, str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_sums_over_columns_and_rows_are_written_as_engineers_do():
    network = network_loss(["d", "h", "K"])
    source = s.gradients(network.loss, network.parameters).to_numpy("backward")
    for line in [
        "def backward(X, T, W_1, b_1, W_2, b_2) -> tuple[float, dict[str, np.ndarray]]:",
        "    n = X.shape[1]",
        "    # Z₁ = W₁ X + b₁ 1ᵀ\n    Z_1 = W_1 @ X + b_1",
        "    A_1 = np.maximum(Z_1, 0)",
        "    P = softmax(Z_2)",
        "    # Δ₂ = ∂L/∂Z₂ = 1/n (P − T)\n    Delta_2 = (P - T) / n",
        "    dW_2 = Delta_2 @ A_1.T",
        "    db_2 = Delta_2.sum(axis=1, keepdims=True)",
        "    Delta_1 = (W_2.T @ Delta_2) * (Z_1 > 0)",
        '    return float(L), {"W_1": dW_1, "b_1": db_1, "W_2": dW_2, "b_2": db_2}',
    ]:
        assert f"\n{line}\n" in source
    assert "np.ones" not in source


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("loss", LOSSES)
def test_logits_of_ten_thousand_are_finite_and_warn_of_nothing(activation, loss, dtype):
    classes = 1 if loss == "bce" else 3
    network = network_loss([2, 4, classes], activation, loss)
    function = compiled(s.gradients(network.loss, network.parameters).to_numpy())
    rng = np.random.default_rng(0)
    X, targets = np.array([[1e4, -1e4, 1e4, 0], [1e4, 1e4, -1e4, 0]]), np.eye(3)[:, [0, 1, 2, 0]]
    if loss in ("bce", "mse"):
        targets = rng.integers(0, 2, (classes, 4)).astype(float)
    W_1, W_2 = rng.choice([-1.0, 1.0], (4, 2)), 10 * rng.choice([-1.0, 1.0], (classes, 4))
    b_1, b_2 = np.zeros((4, 1)), np.zeros((classes, 1))
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        value, found = function(*(array.astype(dtype) for array in (X, targets, W_1, b_1, W_2, b_2)))
    assert np.isfinite(value)
    for gradient in found.values():
        assert np.isfinite(gradient).all()
        assert gradient.dtype == dtype


@pytest.mark.parametrize("name", ["class", "2nd", "a b", "", None])
def test_a_name_that_no_function_can_have_is_refused(name):
    with pytest.raises(OptionError, match="a name such as"):
        derived("norms").to_numpy(name)
