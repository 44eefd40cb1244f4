"""Every cited line of the network computes what its equation says; a damaged line is named."""

import ast
import contextlib
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

import mlp_theory
from mlp_theory.errors import UncheckedPageError
from mlp_theory.network import Linear, Network, ReLU
from mlp_theory.network.activations import Activation
from mlp_theory.network.losses import NegativeLogLikelihood
from mlp_theory.network.model import Model
from mlp_theory.network.perceptron import MultilayerPerceptron
from mlp_theory.network.softmax import log_normalizer, log_softmax
from mlp_theory.texts.chapters import equations
from mlp_theory.texts.implementing.evaluated import Evaluated
from mlp_theory.training import SGD
from mlp_theory.verify.citations import citations, citations_in, mentions_in
from mlp_theory.verify.recording import record, statement_at
from mlp_theory.verify.ties import check_ties, difference, uncited
from tests.verify.damaging import code_of, damage

PACKAGE = Path(mlp_theory.__file__).parent
CHAPTERS_WITH_CODE = ("3.", "4.", "5.", "6.")


def test_every_cited_line_computes_what_its_equation_says():
    report = check_ties()
    report.assert_ok()
    assert {tie.tag for tie in report.ties} >= {"2.18", "4.8", "5.10", "6.2", "6.7", "6.8", "6.9", "6.10", "6.11"}
    assert all(tie.values >= 4 for tie in report.ties)


def test_every_cited_line_holds_at_other_draws():
    check_ties(draws=2, seed=7).assert_ok()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_tag_leads_nowhere(path):
    unknown = [(tag, c.line) for c in citations_in(path) for tag in c.tags if tag not in equations()]
    if path.parent.name in ("network", "training"):
        unknown += [(tag, line) for tag, line in mentions_in(path) if tag not in equations()]
    assert not unknown


def test_every_result_is_cited_or_marked_as_theory_only():
    assert uncited() == []
    theory = [tag for tag, equation in equations().items() if equation.theory_only]
    assert not {tag for citation in citations() for tag in citation.tags} & set(theory)
    assert all(any(tag.startswith(chapter) for tag in equations()) for chapter in CHAPTERS_WITH_CODE)


def test_an_equation_that_nobody_computes_is_told(monkeypatch):
    kept = tuple(c for c in citations() if "6.8" not in c.tags)
    monkeypatch.setattr("mlp_theory.verify.ties.citations", lambda: kept)
    assert uncited() == ["6.8"]


@pytest.mark.sample(every=5)
@pytest.mark.parametrize(
    ("function", "old", "new", "tag"),
    [
        (NegativeLogLikelihood.gradient, "(P - T) / T.shape[1]", "P - T", "5.10"),
        (NegativeLogLikelihood.gradient, "(P - T)", "(T - P)", "5.10"),
        (NegativeLogLikelihood.__call__, "/ Z.shape[1]", "", "2.18"),
        (NegativeLogLikelihood.__call__, "-float(picked)", "float(picked)", "2.18"),
        (log_normalizer, "largest + np.log", "np.log", "2.13"),
        (log_softmax, "sum(axis=0", "sum(axis=1", "2.19"),
        (ReLU.value, "np.maximum(Z, 0)", "np.abs(Z)", "4.7"),
        (ReLU.derivative, "(Z > 0)", "(Z >= 0)", "4.8"),
        (ReLU.derivative, "(Z > 0)", "(Z < 0)", "4.8"),
        (Activation.backward, "self.derivative", "self.value", "5.20"),
        (Linear.__call__, "+ self.b", "", "6.2"),
        (Linear.backward, "dZ @ A.T", "dZ @ A.T / A.shape[1]", "5.15"),
        (Linear.backward, "dZ.sum(axis=1", "dZ.mean(axis=1", "5.17"),
        (Linear.backward, "dZ.sum(axis=1", "dZ.sum(axis=0", "5.17"),
        (Linear.backward, "self.W.T @ dZ", "self.W @ dZ", "5.19"),
        (MultilayerPerceptron._propagate, "self.activation.value(Z[-1])", "Z[-1]", "6.3"),
        (MultilayerPerceptron.backward, "np.matmul(dZ,", "np.matmul(dZ / dZ.shape[1],", "6.9"),
        (MultilayerPerceptron.backward, "A[l].T", "A[l]", "6.9"),
        (MultilayerPerceptron.backward, "np.sum(dZ, axis=1", "np.sum(dZ, axis=0", "6.10"),
        (MultilayerPerceptron.backward, "np.sum(dZ,", "np.mean(dZ,", "6.10"),
        (MultilayerPerceptron.backward, "layer.W.T @ dZ", "-layer.W.T @ dZ", "5.19"),
        (MultilayerPerceptron.backward, "derivative(Z[l - 1])", "derivative(A[l])", "6.8"),
        (MultilayerPerceptron.backward, "dA * self.activation.derivative(Z[l - 1])", "dA", "6.8"),
        (SGD.update, "theta -= self.lr", "theta += self.lr", "6.11"),
        (SGD.update, " theta -= self.lr * dtheta", " theta -= self.lr * self.lr * dtheta", "6.11"),
    ],
    ids=[
        "the 1/n is dropped", "target minus probability", "a sum for a mean", "likelihood for its negative",
        "the shift is not given back", "softmax along the examples", "absolute value for ReLU",
        "the kink on the other side", "the wrong half", "f for f'", "no bias", "the 1/n twice, in a block",
        "a mean over the examples for a sum", "the wrong axis, in a block", "no transpose", "no activation",
        "the 1/n twice", "no transpose of A", "the wrong axis", "a mean for a sum", "a sign", "f' at A for f' at Z",
        "no mask", "uphill", "the rate squared",
    ],
)  # fmt: skip
def test_a_slip_in_the_code_is_named_by_its_tag(function, old, new, tag, monkeypatch):
    damage(function, old, new, monkeypatch)
    report = check_ties(draws=1)
    assert not report.ok
    assert report.first.tag == tag
    assert report.first.citation.function == function.__qualname__
    assert f"({tag})" in str(report).splitlines()[0]
    with pytest.raises(UncheckedPageError, match=rf"\({tag}\) at {report.first.citation.path.name}"):
        report.assert_ok()


class Enlarge(ast.NodeTransformer):
    """Every value that one line computes becomes a millionth larger."""

    def __init__(self, line):
        self.line = line

    def larger(self, value):
        if isinstance(value, ast.Tuple):
            value.elts[0] = self.larger(value.elts[0])
            return value
        if isinstance(value, ast.List):
            value.elts[0] = self.larger(value.elts[0])
            return value
        return ast.copy_location(ast.BinOp(value, ast.Mult(), ast.Constant(1 + 1e-6)), value)

    def visit(self, node):
        if isinstance(node, ast.stmt) and node is self.target:
            if isinstance(node, ast.Expr):
                node.value.args[0] = self.larger(node.value.args[0])
            else:
                node.value = self.larger(node.value)
            return node
        return super().visit(node)

    def applied(self, path):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        around = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.stmt) and node.lineno <= self.line <= node.end_lineno
        ]
        self.target = min(around, key=lambda node: node.end_lineno - node.lineno)
        return self.visit(tree)


FUNCTIONS = {
    f.__qualname__: f
    for f in (
        NegativeLogLikelihood.gradient, NegativeLogLikelihood.__call__, NegativeLogLikelihood.expectation,
        log_normalizer, log_softmax, ReLU.value, ReLU.derivative, Activation.backward, Linear.__call__, Linear.backward,
        MultilayerPerceptron._outputs, MultilayerPerceptron._propagate, MultilayerPerceptron.backward,
        Model.loss_of_checked, Network._outputs, Network._propagate, Network.backward, SGD.update,
    )
}  # fmt: skip


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("citation", citations(), ids=lambda c: f"{c.path.stem} {c.line}: {' '.join(c.tags)}")
def test_damage_to_any_cited_line_names_it(citation, monkeypatch):
    code_of(FUNCTIONS[citation.function], Enlarge(citation.line).applied(citation.path), monkeypatch)
    first = check_ties(draws=1).first
    assert first is not None
    assert (first.citation, first.tag in citation.tags) == (citation, True)


@pytest.mark.parametrize("size", [1e-9, 1.0, 1e9])
@pytest.mark.parametrize(
    "damaged",
    [
        lambda A: 2 * A, lambda A: -A, lambda A: A.T, lambda A: A / A.shape[1],
        lambda A: A + np.eye(3)[0] * A[0, 0] * 1e-6, lambda A: A[:, :2], lambda A: A * np.nan,
    ],
    ids=["factor", "sign", "transpose", "1/n", "one entry", "shape", "nan"],
)  # fmt: skip
def test_a_difference_is_told_at_every_size(damaged, size):
    A = size * np.random.default_rng(3).normal(size=(3, 3))
    side = Evaluated({}, A, np.abs(A))
    assert difference(A * (1 + 1e-15), side)[1] == ""
    assert difference(damaged(A), side)[1] != ""


def test_a_line_that_does_not_run_is_untested(monkeypatch):
    monkeypatch.setattr("mlp_theory.verify.ties.SCENES", [])
    report = check_ties(draws=1)
    assert not report.ok
    assert {tie.verdict for tie in report.ties} == {"untested"}


def test_an_error_that_was_mended_is_blamed_on_nobody():
    def mended_then_foreign():
        with contextlib.suppress(ValueError):
            Linear(2, 3)(np.ones((9, 1)))
        return 1 / 0

    with pytest.raises(ZeroDivisionError):
        record(mended_then_foreign, citations())


def test_ties_are_checked_in_threads_and_beside_another_trace_function():
    def trace(frame, event, arg):
        seen.add(frame.f_code.co_filename)
        return trace

    seen, before = set(), sys.gettrace()
    sys.settrace(trace)
    try:
        assert check_ties(draws=1).ok
        assert sys.gettrace() is trace
    finally:
        sys.settrace(before)
    assert any(name.endswith("ties.py") for name in seen)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda _: check_ties(draws=1).ok, range(2))) == [True, True]


def test_recording_leaves_the_trace_function_and_foreign_errors_alone():
    before = sys.gettrace()
    with pytest.raises(ZeroDivisionError):
        record(lambda: 1 / 0, citations())
    assert sys.gettrace() is before


def test_a_cited_line_computes_a_value():
    for citation in citations():
        assert not isinstance(
            statement_at(citation.path, citation.line), (ast.FunctionDef, ast.ClassDef, ast.For, ast.If)
        )
