"""Words beside an equation that explain it and restrict nothing: "by the chain rule", "(using (3))", "∎"."""

from __future__ import annotations

import re

_EXPLAINING = frozenset(
    """
    a above activation affine again already an and answer applied apply applying are arrive arrives as at
    backprop backpropagation backward batch because becomes before below bias biases both box bracket brackets
    but by calculus call called cancel cancellation cancelling cancels candidate cell chain channel check class
    classes clear clearly code collect collecting column columns combine combining common commutative commute
    commutes compute computing consequence cross cyclic def defined definition definitions defn denominator
    derivation derivative derivatives derived desired differential differentials differentiate differentiating
    differentiation dimension dimensions direct directly distribute distributive distributivity done dot e each
    earlier easy element elements elementwise entries entropy entry entrywise eq eqn eqs equation equations
    equivalently ex example exercise expand expanded expanding expansion expression factor factoring final
    finally find follows forget form formula formulas forward found from function g gate gather get given gives
    goal gradient gradients great had hadamard hand has hence here hessian hidden hint homework i identity ie in
    inner input insert inserting instead into is it its itself jacobian key law laws layer layers layout lemma
    length linear linearity logit logits looks loss matrices matrix mini name namely needed next nice notation
    note now number numerator numpy observe obtain obtained obviously of ok okay on or our out outer output
    outputs part parts pass per plug plugging previous probability proof properties property proved proves push
    python qed question quotient reads rearrange rearranging recall recursion reindex reindexing relu remember
    rename repeated repeatedly replace replacing required respect respectively result rewrite rewriting
    rewritten row rows rule rules same sample samples say says scalar scalars score scores second see shape
    shapes show shown side sides sigmoid sign signs similarly simplification simplified simplify simplifying
    simply since so softmax solution split splitting state substitute substituting substitution swap symmetric
    symmetry take taking tanh term terms that the then theorem there therefore this through thus to together
    trace transposing trick trivially true update us use used uses using value variable vector vectors via
    wanted was way we weight weights what whence where which while wise with write writing yields
    """.split()  # noqa: SIM905 (a list of words is read as words)
)
_LAW = re.compile(
    r"\b(?:(?:sum|power|product|quotient|chain|log|logarithm|exponential|inverse|square|transpose|trace|first|second|last|"
    r"one|two|three|previous|constant|multiple|difference|addition|scalar|dot|inner|outer|bias|"
    r"weight|triangle|normal|geometric) ){1,3}(?:rule|law|identity|trick|formula|derivative|term|part|step|line|row|"
    r"equation|equality|inequality|factor|property|product|series|lemma|theorem|symmetric)s?\b"
    r"|\b(?:sum|product|difference|mean) of (?:the )?(?:squares|products|terms|entries|rows|columns|samples)\b"
    r"|\b(?:mini[- ]?batch|batch|sample) (?:mean|average|variance)\b|^\s*\(?(?:mean|variance)\)?\s*$"
    r"|\bnormali[sz]e\b|\bscale and shift\b"
)
"""Words that would change the mathematics when they stand alone, but name a law or a place here."""

_RESTRICTING = re.compile(
    r"\b(?:not|never|no|none|only|if|at|when|whenever|unless|except|for|where|while|with|without|approx\w*|almost|about|"
    r"roughly|nearly|small|large|big|limit|near|asymptotic\w*|expectation|average|most|some|sometimes|usually|often|"
    r"wrong|false|untrue|incorrect\w*|assum\w*|provided|given|up to|ignor\w*|neglect\w*|drop\w*|mod\w*|sure\w*|"
    r"everywhere|iff|fails?|distribution|probability|sign|plus|minus|times|transposed?|inverse|squared?|mean|sum)\b"
)

_TEXT = re.compile(r"\\(?:text|mbox|textrm|textit|textbf|hbox|textsf|mathrm|emph)\s*\{([^{}]*)\}")
_REFERENCE = re.compile(r"\\(?:eq)?ref\s*\{[^{}]*\}|\(\s*[\w.*′'-]{1,6}\s*\)")
_SIGN = re.compile(
    r"\\(?:blacksquare|square|Box|qed|checkmark|quad|qquad|enspace|because|left|right|big|Big)(?![a-zA-Z])"
    r"|\\[,;:!> ]|[∎✓✔□■]"
)


def is_remark(word: str, text: str) -> bool:
    """Whether these are words that explain, and nothing else; an unknown word might restrict, so it is no remark."""
    words = re.findall(r"[^\W\d_]+", _LAW.sub(" ", word))

    def read(found: re.Match[str]) -> str:
        said = _LAW.sub(" ", _REFERENCE.sub(" ", found.group(1)).lower().replace("-", " "))
        words.extend(re.findall(r"[^\W\d_]+", said))
        return " "

    rest = _SIGN.sub(" ", _REFERENCE.sub(" ", _TEXT.sub(read, text)))
    return not rest.strip(" ()[]{}.,;:←~\n\t") and all(word in _EXPLAINING for word in words)


def may_restrict(word: str, text: str) -> bool:
    """Whether words beside an equation take something back of it: "only if", "at", "is not true"."""
    said = " ".join([word, *_TEXT.findall(text)]).lower()
    return bool(_RESTRICTING.search(_LAW.sub(" ", said)))
