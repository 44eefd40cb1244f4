"""The checker is checked: whatever is damaged it names, and what is whole it never rejects."""

import numpy as np
import pytest

from mlp_theory.errors import KindError, OptionError, UncheckedPageError
from mlp_theory.symbolic import Derivative, dims, gradients, log, matrix, mean, relu, scalar, squared_norm, tanh
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.expressions import Call, Named, Number, Size
from tests.symbolic.calculus import plain
from tests.symbolic.calculus.bundled import bundled, network, nll
from tests.symbolic.calculus.mutants import FixedLine, damages_of, names_of, with_damages

NETWORKS = bundled()
SCALES = (1e-9, 1.0, 1e9)


def changes_the_value(damage, draws=4):
    """Whether both sides differ, by an evaluator that is no part of the package."""
    for seed in range(draws):
        arrays, sizes = plain.draw([damage.before, damage.after], np.random.default_rng([5, seed]))
        before, after = (plain.value(side, arrays, sizes) for side in (damage.before, damage.after))
        if np.abs(before - after).max() > 1e-9 * np.abs(before).max():
            return True
    return False


@pytest.mark.sample(every=3)
@pytest.mark.parametrize("scale", SCALES)
def test_every_damaged_step_is_named_and_no_other(scale):
    """In each network one step of every line is damaged; over the three scales that makes more than 600 mutants."""
    rng = np.random.default_rng(round(np.log10(scale)) + 100)
    damaged = 0
    for name in list(NETWORKS)[SCALES.index(scale) :: len(SCALES)]:
        loss, parameters = NETWORKS[name]
        g = gradients(scale * loss, parameters)
        named = names_of(g)
        choices = [list(damages_of(line, k, named)) for k, line in enumerate(g.lines, 1)]
        for _ in range(2):
            picked = [many[rng.integers(len(many))] for many in choices if many]
            picked = [damage for damage in picked if changes_the_value(damage)]
            failures = with_damages(g, picked).check().failures
            found = [(v.line, v.step, v.verdict) for v in failures if v.step]  # 0: the seams beside a damaged step
            assert found == [(*damage.place, "false") for damage in picked], name
            assert {v.line for v in failures} == {damage.line for damage in picked}, name
            damaged += len(picked)
    assert damaged > 200


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("name", NETWORKS)
def test_what_is_whole_is_never_rejected(name):
    """One seed of each; a thousand are run by hand, in `make bench ONLY=calculus`."""
    report = gradients(*NETWORKS[name]).check(draws=2, seed=sum(map(ord, name)))
    assert report.ok, report


def only_step(before, after):
    """A derivation of a single line and step."""
    loss = before.body
    line = FixedLine(before)
    line._whole = after
    line.fixed = [step._replace(before=before, after=after) for step in gradients_of_something().lines[0].steps[:1]]
    derivation = with_damages(gradients_of_something(), [])
    derivation.loss, derivation.lines = loss, [line]
    return derivation


def gradients_of_something():
    W = matrix("W", 2, 2)
    return gradients(squared_norm(W), [W])


s = scalar("s")


@pytest.mark.parametrize("seed", range(40))
def test_a_mask_that_is_missing_at_a_single_number_is_seen(seed):
    """ReLU(s) of one s: at a draw in eight it is positive three times in a row, which hides its mask."""
    loss = Named("L", (relu(s) ** 2).node)
    wrong = al.times(Number(2.0), s.node)
    assert [v.verdict for v in only_step(Derivative(loss, s.node, "gradient"), wrong).check(seed=seed).failures] == [
        "false"
    ]


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("seed", range(5))
def test_the_seventh_size_is_told_from_the_first(seed):
    """1/a is not 1/h, though there are more names than small sizes."""
    names = dims("a b c e f g h k m p q r u v")
    A = matrix("A", names[0], 1)
    for other in names[1:]:
        B = matrix("B", other, 1)
        loss = mean(A * A) + mean(tanh(B))
        for between in names[1:]:
            loss = loss + mean(matrix(f"X_{between!r}", between, 1))
        loss = loss.named("L")
        wrong = al.times(Number(2.0), al.power(Size(other.dim), -1), A.node)
        report = only_step(Derivative(loss.node, A.node, "gradient"), wrong).check(seed=seed)
        assert [v.verdict for v in report.failures] == ["false"], other


def test_a_side_of_another_shape_is_false():
    W, X = matrix("W", *dims("K d")), matrix("X", *dims("d n"))
    loss = squared_norm(W @ X).named("L").node
    wrong = al.times(Number(2.0), (X @ (W @ X).T).node)
    assert [v.verdict for v in only_step(Derivative(loss, W.node, "gradient"), wrong).check().failures] == ["false"]
    unfit = Call("matmul", (W.node, W.node), ())
    line = only_step(Derivative(loss, W.node, "gradient"), W.node)
    line.lines[0].fixed = [line.lines[0].fixed[0]._replace(after=unfit)]
    assert [v.verdict for v in line.check().verdicts] == ["false", "false"]


def test_each_seam_of_a_line_is_judged_by_itself():
    """Two steps that do not go on where the one before ended: both are named."""
    g = gradients(*network(2, relu, nll))
    line = g.lines[0]
    copy = FixedLine(line.meaning, line.name)
    copy._whole = line.result
    doubled = [
        step._replace(before=al.times(Number(2.0), step.before), after=al.times(Number(2.0), step.after))
        if k == 2
        else step
        for k, step in enumerate(line.steps)
    ]
    copy.fixed = doubled
    g.lines[0] = copy
    failures = g.check().failures
    assert [(v.line, v.step, v.verdict) for v in failures] == [(1, 0, "false"), (1, 0, "false")]


def test_what_always_vanishes_is_untested_and_not_true():
    """0 · A = 0 · B at every draw decides nothing."""
    W = matrix("W", 2, 2)
    loss = (0 * squared_norm(W)).named("L").node
    report = only_step(Derivative(loss, W.node, "gradient"), al.times(Number(0.0), W.node)).check()
    assert [v.verdict for v in report.verdicts] == ["untested"]
    with pytest.raises(UncheckedPageError, match="every step true"):
        report.assert_ok()


def test_what_is_lost_in_rounding_is_untested_and_not_true():
    """tanh(10⁶ w) is ±1, its slope 0 in all digits: a wrong sign beside it does not show."""
    W = matrix("W", 2, 2)
    g = gradients(tanh(1e6 * W).sum(), [W])
    wrong = al.negative(g.lines[0].result)
    report = only_step(g.lines[0].meaning, wrong).check()
    assert [v.verdict for v in report.verdicts] == ["untested"]


def test_a_side_without_a_value_is_untested_and_says_what_to_assume():
    (m,) = dims("m")
    report = gradients(log(matrix("X", m, 2)).sum(), [matrix("X", m, 2)]).check()
    assert not report.ok
    assert "positive" in str(report)
    right = gradients(log(matrix("X", m, 2, "positive")).sum(), [matrix("X", m, 2, "positive")]).check()
    assert right.ok
    assert not right.hint


def test_a_gradient_that_is_zero_by_algebra_holds():
    W, X = matrix("W", 2, 3), matrix("X", 2, 3)
    g = gradients((W - W).sum() + squared_norm(X), [W])
    assert g.check().ok, g.check()


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"draws": 0}, OptionError),
        ({"draws": None}, KindError),
        ({"seed": -1}, OptionError),
        ({"seed": "a"}, KindError),
    ],
)
def test_a_check_of_nothing_is_refused(options, error):
    with pytest.raises(error, match="check cannot"):
        gradients_of_something().check(**options)
