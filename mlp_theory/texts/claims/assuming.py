"""A link that fails, under one usual assumption: ``∂ℓ/∂z = p − y`` holds if y sums to one.

What the sentence of a line itself supposes, "if $A$ is symmetric, then", is no assumption of ours: there it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mlp_theory.texts.claims.at_values import holding
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.claims import judged
from mlp_theory.texts.claims.letters_known import made_of
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.claims.usual_assumptions import ASSUMPTIONS
from mlp_theory.texts.claims.witnesses import Witness
from mlp_theory.texts.collecting.around import around
from mlp_theory.texts.collecting.listed_names import names_listed
from mlp_theory.texts.collecting.property_words import PROPERTIES
from mlp_theory.texts.collecting.worded_domains import may_be, said_of
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds_if import HOLDS_IF
from mlp_theory.texts.verdicts.reasons.decided import SidesDiffer
from mlp_theory.texts.verdicts.reasons.eased import Assumed

MOST = 8
"""So many assumptions are tried on one link."""

_SUPPOSING = re.compile(r"\b(?:if|when|whenever|provided|in case)\b")
_NOT = re.compile(r"\b(?:not|never|no|unless|whether|would|were|neither|nor|except|unlike)\b|n't\b|\?")
_GENERAL = re.compile(r"\b(?:general|arbitrary|symmetric parts?|asymmetric|non-?symmetric)\b")
_ENDED = re.compile(r"[.;!?](?=\s|$)")
_FAMILIES = (
    {"adding-to-one", "one-hot", "probabilities"},
    {"symmetric", "definite", "semidefinite"},
    {"orthonormal", "orthogonal"},
)


def under_assumption(bench: Bench, item: Item, k: int, left: int, outcome: Outcome) -> Outcome | None:
    """What is told of a link that fails, where it holds under one assumption; None where it does not.

    Parameters
    ----------
    bench : Bench
    item : Item
    k, left : int
        The link from side `left` to side k + 1.
    outcome : Outcome
        What became of it so far.
    """
    why = outcome.why
    expected = item.expect is not None and item.expect.startswith("false")
    if outcome.kind is not FALSE or not isinstance(why, SidesDiffer) or why.mend is not None or expected:
        return None
    for info, domain in _supposed_here(bench, item):
        found = _held_with(bench, item, left, k + 1, info, domain)
        if found is not None:
            return replace(found, reading=f"where {Witness(bench, info).letter} is as its sentence says")
    for told, sentence, info, domain in _tries(bench, item, k, left):
        found = _held_with(bench, item, left, k + 1, info, domain)
        if found is not None:
            reason = Assumed(f"{told}: the page does not say so", mend=f"say so: {sentence}")
            return replace(found, kind=HOLDS_IF, why=reason, assumed=told)
    return None


def _held_with(bench: Bench, item: Item, k: int, m: int, info: Info, domain: str) -> Outcome | None:
    """What becomes of the claim with a letter drawn from this domain, where it holds; of few values, at each of them.

    At y = 0 alone a wrong sign may leave one side without a value, and so without a test.
    """
    word, *values = domain.split()
    found = None
    for part in (*(f"{word} {value}" for value in values if word == "among"), domain):
        with holding(bench, {}, [(info, part)]):
            found = judged(bench, item, k, m)
        if not found.kind.confirms:
            return None
    return found


def _tries(bench: Bench, item: Item, k: int, left: int) -> Iterator[tuple[str, str, Info, str]]:
    """What is assumed, the sentence for it, the letter and the domain, of all that the page gives reason for."""
    sides = item.statement.sides
    pair = (sides[left].syn, sides[k + 1].syn)
    if pair[0] is None or pair[1] is None:
        return
    keys = made_of(bench.page, (pair[0], pair[1]))
    witnesses = [Witness(bench, info) for key in sorted(keys) if (info := bench.page.infos.get(key)) and _is_free(info)]
    count = 0
    for assumption in ASSUMPTIONS:
        for witness in witnesses:
            if _is_spoken_of(witness, assumption.domain) or not assumption.reason(witness):
                continue
            count += 1
            if count > MOST:
                return
            letter, latex = witness.letter, witness.latex
            told, sentence = assumption.told.format(letter), assumption.sentence.replace("{}", latex)
            yield told, sentence, witness.info, assumption.domain


def _is_free(info: Info) -> bool:
    """Whether a letter is given, and nothing said of it but its shape."""
    return info.kind == "given" and info.domain == "real" and info.high is None


def _is_spoken_of(witness: Witness, domain: str) -> bool:
    """Whether the page says the like of another letter that it gives, or denies it of this one."""
    word = domain.removesuffix(" rows")
    like = next((family for family in _FAMILIES if word in family), {word})
    others = witness.bench.page.infos.values()
    if any(info.kind == "given" and info.domain.removesuffix(" rows") in like for info in others):
        return True
    patterns = [known.words for known in PROPERTIES if known.domain in like]
    for item in witness.items:
        if item.display:
            continue
        before, behind = around(witness.bench.collection, item)
        said = f"{before} {behind}"
        named = any(re.search(words, said) for words in patterns)
        if named and (_NOT.search(said) or _GENERAL.search(said) or before.strip() == "is"):
            return True
    return False


def _supposed_here(bench: Bench, item: Item) -> list[tuple[Info, str]]:
    """What the sentence of a display supposes of its letters: "if $A$ is symmetric, then"."""
    collection, text = bench.collection, item.piece.before
    found = [pair for said in item.said for pair in _fitting(bench, said.name, said.domain)]
    for other in reversed(collection.items[: collection.position[item]]):
        if other.piece is item.piece:
            continue
        if other.piece.block != item.piece.block or other.source is not item.source or _ENDED.search(text):
            break
        before, behind = around(collection, other)
        syn = other.statement.sides[0].syn
        if syn is not None and not other.display and _SUPPOSING.search(before) and not _NOT.search(before + behind):
            for domain in said_of(collection, other):
                found += _fitting(bench, syn, domain)
        text = other.piece.before
    return found


def _fitting(bench: Bench, name: Syn, domain: str) -> list[tuple[Info, str]]:
    """The letters of a list that can be what is said of them."""
    infos = [bench.page.infos.get(listed.base.key) for listed in names_listed(bench.page, name)]
    return [(info, domain) for info in infos if info is not None and may_be(bench.page, info, domain)]
