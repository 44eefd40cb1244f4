"""How opened laws read: every line of them, as in ``opened.txt``; and that a damaged line is rejected."""

from dataclasses import replace
from pathlib import Path

import pytest

from mlp_theory.errors import OptionError, UncheckedPageError
from mlp_theory.symbolic.calculus.entries.meaning import MEANINGS
from mlp_theory.symbolic.calculus.entries.opening import step_in_entries
from mlp_theory.symbolic.calculus.entries.proof_page import InEntries
from mlp_theory.symbolic.calculus.entries.terms import entry, times
from mlp_theory.symbolic.expressions import Call, Derivative, Entry
from mlp_theory.texts.check import check_text
from tests.symbolic.calculus.entries.test_every_law import PULL_BACKS, REWRITINGS
from tests.symbolic.calculus.entries.test_proof import once

STEPS = {**PULL_BACKS, **{", ".join(map(str, key)): step for key, step in REWRITINGS.items()}}
PAGE = (Path(__file__).parent / "opened.txt").read_text(encoding="utf-8")
OPENED = dict(section.split("\n", 1) for section in PAGE.removeprefix("## ").split("\n\n## "))
"""By the name of the example: all lines, without the spaces that align them."""


def without_alignment(text):
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


@pytest.mark.parametrize("name", OPENED)
def test_an_opened_law_reads_as_one_would_write_it(name):
    assert without_alignment(str(step_in_entries(STEPS[name]))) == without_alignment(OPENED[name])


def opened(name):
    (proof,) = step_in_entries(STEPS[name]).proofs
    return proof


def transposed(op):
    def change(part):
        match part:
            case Entry(Call(found) as body, i, j) if found == op:
                return Entry(body, j, i)
        return None

    return change


def cofactor_transposed(part):
    match part:
        case Call("cofactor", (Entry(a, i, j),), _):
            return Call("cofactor", (Entry(a, j, i),), ())
    return None


def order_of_places(part):
    """Every entry with places counted the other way round: row by row, and not column by column."""
    match part:
        case Entry(body, Call("place", (i, j), (m, n)), k):
            return Entry(body, Call("place", (j, i), (n, m)), k)
    return None


def offset_forgotten(part):
    """∂L/∂F[i, k + j] as ∂L/∂F[i, j]."""
    match part:
        case Derivative(body, Entry(F, i, Call("after", (j,), _)), layout):
            return Derivative(body, Entry(F, i, j), layout)
    return None


@pytest.mark.parametrize(
    ("name", "law", "wrong"),
    [
        ("inverse 1, argument 1", "both sides of", transposed("inverse")),
        ("inverse 1, argument 1", "δ leaves one term", transposed("inverse")),
        ("determinant 1, argument 1", "expansion of the determinant", cofactor_transposed),
        ("determinant 1, argument 1", "the inverse by cofactors", transposed("inverse")),
        ("log-determinant 1, argument 1", "the inverse by cofactors", transposed("inverse")),
        ("vec 1, argument 1", "δ leaves one term", None),
        ("matmul, mixed product, 1", "an entry of the product", order_of_places),
        ("blocks 1, argument 2", "δ leaves one term", offset_forgotten),
        ("blocks 1, argument 2", "an entry by an entry", None),
        ("part 1, argument 1", "an entry by an entry", None),
        ("inverse, inverse of a transpose, 1", "the inverse, by what it is", transposed("inverse")),
    ],
)
def test_a_damaged_line_is_rejected(name, law, wrong):
    proof = opened(name)
    k = next(k for k, step in enumerate(proof.steps) if step.law.startswith(law))
    after = proof.steps[k].after
    after = Call("add", (after,), (-1,)) if wrong is None else once(after, wrong)  # None: the sign is what is wrong
    assert after is not proof.steps[k].after
    steps = list(proof.steps)
    steps[k] = steps[k]._replace(after=after)
    if k + 1 < len(steps):
        steps[k + 1] = steps[k + 1]._replace(before=after)
    damaged = InEntries((replace(proof, steps=tuple(steps)),))
    assert not damaged.ok
    with pytest.raises(UncheckedPageError, match="every step true"):
        damaged.assert_ok()


@pytest.mark.parametrize("name", ["kron 1, argument 1", "kron 1, argument 2"])
def test_a_wrong_meaning_of_a_product_leads_to_no_proof(monkeypatch, name):
    def wrong(node, i, j, indices):
        """Aᵢⱼ Bₖₗ in row (i, l) and column (j, k)."""
        (a, b), (c, d) = i.args, j.args
        return times(entry(node.args[0], a, c), entry(node.args[1], d, b))

    monkeypatch.setitem(MEANINGS, "kron", wrong)
    with pytest.raises(OptionError, match="does not arrive"):
        opened(name)


@pytest.mark.parametrize(
    "name",
    ["inverse 1, argument 1", "determinant 1, argument 1", "vec 1, argument 1", "kron 1, argument 1",
     "blocks 1, argument 2", "matmul, mixed product, 1", "inverse, inverse of a transpose, 1"],
)  # fmt: skip
def test_the_checker_of_texts_reads_it_but_for_words_that_texts_do_not_have(name):
    found = check_text(InEntries((opened(name),)).to_markdown()).files[0].verdicts
    assert {v.verdict for v in found if not v.unchecked} <= {"declares", "defines", "holds"}
    assert sum(v.verdict == "holds" for v in found) >= 3
