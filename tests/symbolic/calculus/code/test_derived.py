"""Jacobians, Hessians and differentials as NumPy: against complex steps of plain functions, and tidy."""

import subprocess
import sys

import numpy as np
import pytest

from mlp_theory import symbolic as s
from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.numbers import Draw
from mlp_theory.symbolic.expressions import Call, Derivative
from tests.symbolic.calculus.at_arrays import jacobian_by_complex_step
from tests.symbolic.calculus.code.emitted import compiled, drawn_arguments
from tests.symbolic.calculus.worked_examples import DIFFERENTIALS, JACOBIANS, A, B, K, R, W, X, b, lam, m, n, z


def called(source, name, arguments, sizes):
    """What the function of this source returns; lambda is called lambda_."""
    function = compiled(source, name)
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    return function(**{name: arguments.get(name.rstrip("_"), sizes.get(name)) for name in names})


def assert_close(found, expected):
    np.testing.assert_allclose(np.reshape(found, expected.shape), expected, rtol=0, atol=1e-11 * np.abs(expected).max())


@pytest.mark.parametrize("layout", ["numerator", "denominator"])
@pytest.mark.parametrize("name", JACOBIANS)
def test_a_jacobian_is_that_of_complex_steps(name, layout):
    J = JACOBIANS[name]().in_layout(layout)
    numerator = J.in_layout("numerator")
    draw = Draw([J.loss, J.result.node, *(J.gradient.definitions if J.gradient else ())], 0)
    drawn = {**drawn_arguments(J, draw), **(drawn_arguments(J.gradient, draw) if J.gradient else {})}
    expected = draw.value(Derivative(numerator.loss, numerator.by, "tensor")).v
    found = called(J.to_numpy("f"), "f", drawn, draw.sizes)
    expected = expected if layout == "numerator" else expected.T
    assert np.shape(found) == expected.shape
    assert_close(found, expected)


@pytest.mark.parametrize("name", DIFFERENTIALS)
def test_a_differential_is_that_of_complex_steps(name):
    D = DIFFERENTIALS[name]()
    draw = Draw([D.loss, *(line.result for line in D.lines)], 0)
    arguments = drawn_arguments(D, draw)
    for increment in D.increments:
        value = draw.value(increment).v
        arguments[f"d{increment.body.key}"] = value.item() if value.shape == (1, 1) else value
    assert_close(called(D.to_numpy(), "differential", arguments, {}), draw.value(D.lines[-1].meaning).v)


def test_the_hessian_of_softmax_regression_is_that_of_plain_numpy():
    rng = np.random.default_rng(0)
    a = {"W": rng.normal(size=(4, 3)), "X": rng.normal(size=(3, 5)), "b": rng.normal(size=(4, 1))}
    T = np.eye(4)[:, rng.integers(0, 4, 5)]

    def gradient(W):
        E = np.exp(W @ a["X"] + a["b"])
        return (E / E.sum(0) - T) @ a["X"].T / 5

    targets = s.one_hot("T", K, n)
    Z = (W @ X + b).named("Z")
    H = s.hessian(s.mean(s.logsumexp(Z) - (targets * Z).column_sums()), W)
    found = compiled(H.to_numpy(), "hessian")(**a)
    np.testing.assert_allclose(found, jacobian_by_complex_step(gradient, a["W"]), rtol=1e-11, atol=1e-13)
    np.testing.assert_allclose(found, found.T, atol=1e-14)


def test_what_is_emitted_is_tidy(tmp_path):
    sources = {}
    for name, derived in {**JACOBIANS, **DIFFERENTIALS}.items():
        sources[name] = derived().to_numpy()
    for name, derived in JACOBIANS.items():
        sources[f"{name} turned"] = derived().in_layout("denominator").to_numpy()
    for name, source in sources.items():
        (tmp_path / f"{name.replace(' ', '_').replace(',', '').replace('-', '_')}.py").write_text(source, "utf-8")
    assert len(list(tmp_path.iterdir())) == 2 * len(JACOBIANS) + len(DIFFERENTIALS)
    for command in (["check"], ["format", "--check", "--diff"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--config", "pyproject.toml", "--no-cache", str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_they_are_written_as_engineers_do():
    for source, lines in [
        (s.jacobian(A @ X_square() @ B, X_square()).to_numpy(), ["    return np.kron(B.T, A)"]),
        (
            s.hessian(s.logsumexp(z), z).to_numpy(),
            ["def hessian(z) -> np.ndarray:", "    # ∂g/∂zᵀ = diag(p) − p pᵀ", "    return np.diagflat(p) - p @ p.T"],
        ),
        (
            s.differential((W @ X + b).named("Z"), [W, b]).to_numpy(),
            ["def differential(X, W, b, dW, db) -> np.ndarray:", "    return dW @ X + db"],
        ),
    ]:
        for line in lines:
            assert f"\n{line}\n" in source


def X_square():  # noqa: N802
    return s.matrix("X", m, m)


def test_an_increment_and_a_letter_of_one_name_stay_apart():
    dW = s.matrix("dW", K, n)
    D = s.differential(dW * (W @ X), W)
    rng = np.random.default_rng(0)
    a = {"W": rng.normal(size=(4, 3)), "X": rng.normal(size=(3, 5)), "dW": rng.normal(size=(4, 5))}
    step = rng.normal(size=(4, 3))
    np.testing.assert_allclose(compiled(D.to_numpy(), "differential")(**a, dW_=step), a["dW"] * (step @ a["X"]))


def test_a_name_that_no_function_can_have_is_refused():
    for derived in (s.jacobian(A @ B, A), s.differential(A @ B, A)):
        with pytest.raises(OptionError, match="a name such as"):
            derived.to_numpy("class")


def test_letters_that_only_the_forward_pass_has_are_no_arguments():
    assert (
        "def jacobian(lambda_, A, R) -> np.ndarray:"
        in s.jacobian(lam * (A @ R) + A @ s.matrix("C", m, n), R).to_numpy()
    )
    assert any(isinstance(p, Call) and p.op == "commutation" for p in al.postorder(s.jacobian(R.T, R).result.node))
    assert "def jacobian(R) -> np.ndarray:" in s.jacobian(R.T, R).to_numpy()
