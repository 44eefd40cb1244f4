"""Every law of the calculus can be opened: the pull-back of every operation, and every law of algebra."""

import pytest

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus.entries.opening import step_in_entries
from mlp_theory.symbolic.calculus.entries.proof import arbitrary_loss
from mlp_theory.symbolic.calculus.laws import LAWS
from mlp_theory.symbolic.calculus.line import Step
from mlp_theory.symbolic.expressions import Derivative, Named, Number
from tests.symbolic.calculus.examples import operations
from tests.symbolic.calculus.examples_of_laws import LAW_EXAMPLES

ASSUMED = "it is what is assumed of the letter, and follows from the meaning of no operation"
CLOSED = {
    ("columns that sum to one", 1): ASSUMED,
    ("columns that sum to one", 3): ASSUMED,
    ("powers of zeros and ones", 1): ASSUMED,
    ("symmetric", 1): ASSUMED,
    ("determinant of a transpose", 1): "it needs the sum over all permutations, which indices alone do not write",
}
"""The examples of laws that cannot be opened, and why."""


def pull_backs():
    """By name: the step that pulls a gradient back through each example of each operation, by each argument."""
    for op, examples in operations("m", "k", "n").items():
        for number, node in enumerate(examples, 1):
            F = Named("F", node)
            G = Derivative(arbitrary_loss([F], {"F"}), F, "gradient")
            for by in dict.fromkeys(arg for arg in node.args if not isinstance(arg, Number)):
                uses = tuple((G, node, k) for k, arg in enumerate(node.args) if arg is by)
                yield f"{op} {number}, argument {uses[0][2] + 1}", Step(node, op, node, "", uses=uses)


def rewritings():
    """By name and number: the step of each example of each law of algebra."""
    for (op, name), examples in LAW_EXAMPLES.items():
        laws = [law for law in LAWS[op] if law.name == name]
        for number, before in enumerate(examples, 1):
            law = next(law for law in laws if law.rewrite(before) is not None)
            after = law.rewrite(before)
            yield (op, name, number), Step(before, name, after, law.equation, at=(before, after))


PULL_BACKS, REWRITINGS = dict(pull_backs()), dict(rewritings())


@pytest.mark.sample(every=7)
@pytest.mark.parametrize("name", PULL_BACKS)
def test_the_pull_back_of_every_operation_can_be_opened(name):
    step_in_entries(PULL_BACKS[name]).assert_ok()


@pytest.mark.sample(every=7)
@pytest.mark.parametrize("key", [key for key in REWRITINGS if key[1:] not in CLOSED], ids=str)
def test_every_law_of_algebra_can_be_opened(key):
    step_in_entries(REWRITINGS[key]).assert_ok()


@pytest.mark.parametrize("key", [key for key in REWRITINGS if key[1:] in CLOSED], ids=str)
def test_what_cannot_be_opened_is_named_here_and_refused(key):
    with pytest.raises(OptionError, match="does not arrive"):
        step_in_entries(REWRITINGS[key])
    assert CLOSED[key[1:]]
