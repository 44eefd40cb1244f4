"""The pull-back of every operation, proved from what its entries are; and errors in such a proof."""

from dataclasses import replace

import pytest

from mlp_theory.errors import OptionError, UncheckedPageError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.meaning import MEANINGS
from mlp_theory.symbolic.calculus.entries.proof import arbitrary_loss, prove
from mlp_theory.symbolic.calculus.entries.rules import everywhere
from mlp_theory.symbolic.calculus.entries.terms import entry, substitute, total
from mlp_theory.symbolic.calculus.line import Step
from mlp_theory.symbolic.calculus.sweep import pulled_back
from mlp_theory.symbolic.expressions import Call, Compare, Derivative, Entry, Index, Named, Over
from tests.symbolic.calculus.entries.operations import OPERATIONS, S, arguments, letter

T = letter("T", "m", "m")


def proof_of(node, k, matrix=None):
    """The proof of the pull-back of one operation by one argument, or of another matrix in its place."""
    F = Named("V" if getattr(node, "op", "").endswith("norm") else "F", node)  # the F of ‖A‖_F is no matrix
    loss = arbitrary_loss([F], {"f"})
    G = Derivative(loss, F, "gradient")
    term, _ = pulled_back(G, node, k)
    if matrix is not None:
        term = matrix(G)
    return prove(loss, [F], node.args[k], al.zeros(*al.shape_of(node.args[k])) if term is None else term)


@pytest.mark.sample(every=5)
@pytest.mark.parametrize(("name", "k"), arguments())
def test_the_pullback_of_every_operation_is_proved_in_entries(name, k):
    node = OPERATIONS[name]
    proof = proof_of(node, k)
    assert proof.ok, [(step.law, error) for step, error in zip(proof.steps, proof.errors(), strict=True)]
    first = proof.forms[0]
    assert isinstance(first, Derivative)
    assert first.wrt.body is node.args[k]


@pytest.mark.parametrize(("name", "k"), arguments())
def test_the_last_form_is_the_entry_of_the_matrix_pullback(name, k):
    node = OPERATIONS[name]
    proof = proof_of(node, k)
    F, loss = proof.names
    term, _ = pulled_back(Derivative(loss, F, "gradient"), node, k)
    shape = al.shape_of(node.args[k])
    by = proof.forms[0].wrt
    assert [i is al.ONE for i in (by.i, by.j)] == [dim == 1 for dim in shape]
    assert proof.forms[-1] is entry(al.zeros(*shape) if term is None else term, by.i, by.j)


def test_the_proof_for_a_product_reads_as_in_a_textbook():
    proof = proof_of(Call("matmul", (S, T), ()), 0)
    assert [step.law for step in proof.steps] == [
        "chain rule, over the entries of F",
        "an entry of the product",
        "sum rule",
        "product rule",
        "an entry by an entry",
        "δ leaves one term of the sum",
        "an entry of the transpose",
        "an entry of the product",
    ]


PRODUCT = Call("matmul", (S, T), ())


@pytest.mark.parametrize(
    "wrong",
    [
        lambda G: al.product(G, T),
        lambda G: al.product(al.transpose(T), G),
        lambda G: al.transpose(al.product(G, al.transpose(T))),
        lambda G: al.negative(al.product(G, al.transpose(T))),
        lambda G: al.times(al.Number(2.0), al.product(G, al.transpose(T))),
        lambda G: al.times(G, al.transpose(T)),
    ],
    ids=["no transpose", "other side", "all transposed", "sign", "twice", "entry by entry"],
)
def test_a_proof_does_not_arrive_at_a_wrong_matrix(wrong):
    with pytest.raises(OptionError, match="does not arrive"):
        proof_of(PRODUCT, 0, wrong)


def at_delta(part):
    return Compare("=", part.left, Index("s")) if isinstance(part, Compare) and part.right is Index("r") else None


def without_one_sum(part):
    if isinstance(part, Over) and part.index == "j":
        return substitute(part.body, "j", al.ONE)
    return None


def transposed(part):
    return Entry(part.body, part.j, part.i) if isinstance(part, Entry) and part.body is T and part.j != part.i else None


def once(node, rewrite):
    """One change at every place, not again at what it has made."""
    done = set()

    def change(part):
        new = None if part in done else rewrite(part)
        done.add(new)
        return new

    return everywhere(node, change)


@pytest.mark.parametrize(
    ("law", "wrong"),
    [
        ("an entry by an entry", at_delta),
        ("δ leaves one term of the sum", without_one_sum),
        ("δ leaves one term of the sum", transposed),
        ("chain rule, over the entries of F", without_one_sum),
        ("product rule", transposed),
    ],
    ids=["a swapped δ", "a missing sum", "a transposed factor", "a chain rule over one column", "a factor changed"],
)
def test_a_planted_error_is_caught_and_named(law, wrong):
    proof = proof_of(PRODUCT, 0)
    k = [step.law for step in proof.steps].index(law)
    after = once(proof.steps[k].after, wrong)
    assert after is not proof.steps[k].after
    steps = list(proof.steps)
    steps[k] = steps[k]._replace(after=after)
    steps[k + 1] = steps[k + 1]._replace(before=after)
    changed = replace(proof, steps=tuple(steps))
    assert not changed.ok
    with pytest.raises(UncheckedPageError, match=law.split(",")[0]):
        changed.assert_ok()


def test_a_gap_between_two_true_steps_is_caught():
    proof = proof_of(PRODUCT, 0)
    gap = replace(proof, steps=(proof.steps[0], *proof.steps[2:]))
    assert all(error <= 1 for error in gap.errors())
    assert not gap.ok
    with pytest.raises(UncheckedPageError, match="a gap"):
        gap.assert_ok()


def test_what_no_draw_can_decide_does_not_hold():
    proof = proof_of(OPERATIONS["log"], 0)
    F = proof.names[0]
    never = Call("elementwise", (al.minus(al.negative(Entry(F.body.args[0], al.ONE, al.ONE)), al.ONE),), ("log",))
    never = Call(
        "elementwise", (Call("times", (al.Number(-1.0), Call("power", (never, al.Number(2.0)), ())), ()),), ("log",)
    )
    assert not replace(proof, steps=(Step(never, "nothing", never, ""),)).ok


def test_a_wrong_meaning_leads_to_no_proof(monkeypatch):
    """(A B)ᵢⱼ = Σₖ Aₖᵢ Bₖⱼ is no product: the chain rule arrives elsewhere."""

    def wrong(node, i, j, indices):
        k = indices.one("m")
        return total(k, "m", al.times(entry(node.args[0], k, i), entry(node.args[1], k, j)))

    true = Call("matmul", (S, T), ())
    monkeypatch.setitem(MEANINGS, "matmul", wrong)
    with pytest.raises(OptionError, match="does not arrive"):
        proof_of(true, 0, lambda G: al.times(G, T))
