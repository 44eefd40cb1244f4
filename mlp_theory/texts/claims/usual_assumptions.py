"""The usual assumptions that people make and do not write down, each with what on a page gives reason for it.

None is tried without a reason, nor where the page shows that its writer does not make it: a symmetric matrix would
excuse every transpose that is missing, an orthogonal one every inverse, one-hot labels every square.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlp_theory.texts.claims.witnesses import Witness

_END = r"(?![\w₀-₉ₐ-ₜᵢ-ᵥ])"
_LOG = r"\b(?:log|ln)\b|softmax|logsumexp|[Cc]ross-entropy"


@dataclass(frozen=True)
class Assumption:
    """What is usually assumed of a letter.

    Attributes
    ----------
    domain : str
        From what its values are drawn then.
    told : str
        What is assumed, with ``{}`` for the letter.
    sentence : str
        What the page would say, with ``{}`` for the letter in LaTeX.
    reason : callable
        Whether the page gives a reason for it, and none against it.
    """

    domain: str
    told: str
    sentence: str
    reason: Callable[[Witness], bool]


def _label(witness: Witness, rows: bool = False) -> bool:
    """A column beside a logarithm, by which nothing is derived; ``1 - y`` is written of a number alone."""
    size = witness.columns if rows else witness.rows
    if size == 1 or (rows and witness.rows == 1) or witness.is_derived:
        return False
    return witness.stands_beside(_LOG) and not witness.is_written(r"1 [−-] {}" + _END)


def _one_hot(witness: Witness, rows: bool = False) -> bool:
    """A label, in a link without its squares."""
    squared = rf"{{}}²|{{}} ⊙ {{}}{_END}|diag ?\({{}}\)"
    return _label(witness, rows) and not witness.is_written(squared)


def _symmetric(witness: Witness) -> bool:
    """The matrix of a quadratic form on a page that never transposes it: a general one would be somewhere."""
    if witness.rows != witness.columns or witness.rows == 1:
        return False
    against = r"{}[₀-₉ₐ-ₜᵢ-ᵥ]*(?:ᵀ|⁻ᵀ|\^\{[⁻-]?T\})|{} \+ {}" + _END
    form = r"(\([^()]*\)|\w+)ᵀ ?{}(?:⁻¹)? ?\1(?!ᵀ)"
    return witness.is_written(form) and not witness.is_written(against)


def _orthogonal(witness: Witness) -> bool:
    """One end of a decomposition that the prose calls by its name; its inverse stands nowhere."""
    if 1 in (witness.rows, witness.columns) or witness.is_derived or witness.is_written("{}⁻"):
        return False
    named = witness.is_said(r"\bortho(?:gonal|normal)\w*|\brotation|\bSVD\b|\bsingular v|\beigen|\bspectral\b")
    return named and witness.is_written(r"=\s*(?:{} ?\S+ ?\w+ᵀ|\w+ ?\S+ ?{}ᵀ)")


def _unit(witness: Witness) -> bool:
    """A column that the prose beside it calls a direction, or normalised, and whose norm stands nowhere."""
    if witness.columns != 1 or witness.rows == 1 or witness.is_derived:
        return False
    named = witness.is_said_nearby(r"\bdirections?\b|\bnormali[sz]ed\b|\bnormal vector|\baxis\b|\bunit\b")
    return named and not witness.is_written(r"‖{}‖|{}ᵀ ?{}" + _END)


def _positive(witness: Witness) -> bool:
    """A number of which the page takes a logarithm or a root, or that is a scale by name; no ``|s|`` stands there."""
    if witness.rows != 1 or witness.columns != 1 or witness.is_written(r"\|{}\|"):
        return False
    taken = witness.is_written(rf"√\(?{{}}{_END}|\b(?:log|ln) ?\(?{{}}{_END}|{{}}\^\{{[−-]?1/2\}}")
    named = witness.is_said_nearby(r"\bvariance\b|\bstandard deviation\b|\b(?:learning |decay )rate\b|\bstep size\b")
    return taken or named or (witness.letter in ("σ", "τ") and not witness.is_applied)


def _zero_or_one(witness: Witness) -> bool:
    """A number with ``1 - y`` beside a logarithm, and without its squares."""
    if witness.is_derived or witness.columns != 1:
        return False
    return witness.is_written(r"1 [−-] {}" + _END) and witness.stands_beside(_LOG) and not witness.is_written(r"{}²")


def _sign(witness: Witness) -> bool:
    """A label that stands with a minus within an exponential, a hinge or σ."""
    if witness.is_derived or witness.columns != 1:
        return False
    return witness.is_written(r"(?:exp ?\(|e\^\{|[σℓ]\(|max\(0, 1 ?)[−-] ?{}") or (
        witness.is_written(r"1 [−-] {}") and not witness.stands_beside(_LOG) and witness.is_said_nearby(r"\blabels?\b")
    )


def _matrix_of_labels(witness: Witness) -> bool:
    """A label in each column."""
    return witness.columns != 1 and _label(witness)


def _lone_label(witness: Witness) -> bool:
    """One label."""
    return witness.columns == 1 and _label(witness)


ASSUMPTIONS = (
    Assumption("adding-to-one", "{} sums to one", r"The entries of ${}$ sum to one.", _lone_label),
    Assumption("adding-to-one", "the columns of {} sum to one", r"The columns of ${}$ sum to one.", _matrix_of_labels),
    Assumption(
        "adding-to-one rows",
        "the rows of {} sum to one",
        r"The rows of ${}$ sum to one.",
        lambda w: _label(w, rows=True),
    ),
    Assumption("one-hot", "{} is one-hot", r"${}$ is one-hot.", _one_hot),
    Assumption(
        "one-hot rows", "the rows of {} are one-hot", r"The rows of ${}$ are one-hot.", lambda w: _one_hot(w, rows=True)
    ),
    Assumption("symmetric", "{} is symmetric", r"${}$ is symmetric.", _symmetric),
    Assumption(
        "orthonormal", "the columns of {} are orthonormal", r"The columns of ${}$ are orthonormal.", _orthogonal
    ),
    Assumption("unit", "{} has unit norm", r"${}$ has unit norm.", _unit),
    Assumption("positive", "{} is positive", r"${}$ is positive.", _positive),
    Assumption("among 0 1", "{} is 0 or 1", r"${}$ is either $0$ or $1$.", _zero_or_one),
    Assumption("among -1 1", "{} is −1 or 1", r"${}$ is either $-1$ or $1$.", _sign),
)
"""The weaker ones first: what adds up to one need not be one-hot."""
