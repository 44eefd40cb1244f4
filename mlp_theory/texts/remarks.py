"""Words beside an equation that explain it and restrict nothing: "by the chain rule", "(using (3))", "∎"."""

from __future__ import annotations

import re

_EXPLAINING = frozenset(
    """
    a above again already an and answer applied apply applying are as at backprop backpropagation backward batch
    because before below bias biases both box bracket brackets but by calculus call called cancel cancellation
    cancelling cancels chain channel check class classes clear clearly collect collecting column columns combine
    combining common commutative commute commutes compute computing consequence cross cyclic def defined
    definition definitions defn denominator derivation derivative derivatives derived differential differentials
    differentiate differentiating differentiation direct directly distribute distributive distributivity done
    dot e each earlier easy element elements elementwise entries entropy entry entrywise eq eqn eqs equation
    equations equivalently error example expand expanded expanding expansion exponential exponents expression
    factor factoring final finally find first follows form formula formulas forward found from function g gather
    get given gives goal gradient gradients had hadamard hand has hence hessian hidden hint i identity ie in
    inner input insert inserting instead into inverse is it its itself jacobian key last law laws layer layers
    layout lemma length linear linearity log logarithm loss magic matrices matrix mean minus name namely next
    notation note now number numerator observe obtain obtained obviously of on one or our outer output outputs
    part parts pass per plug plugging plus power previous probability product proof properties property proved
    proves qed quotient rearrange rearranging recall recursion reindex reindexing relu remember rename repeated
    repeatedly replace replacing respect respectively result rewrite rewriting rewritten row rows rule rules
    same sample samples scalar scalars second see shape shapes show shown side sides sigmoid sign signs
    similarly simplification simplified simplify simplifying simply since so softmax split splitting square step
    steps substitute substituting substitution sum summation sums swap symmetric symmetry take taking tanh
    target term terms that the then theorem there therefore this three thus to together total trace transpose
    transposed transposes transposing trick trivially true twice two update us use used uses using value
    variable vector vectors via was way we weight weights what where which while with write writing yields
    """.split()  # noqa: SIM905 (a list of words is read as words)
)
_TEXT = re.compile(r"\\(?:text|mbox|textrm|textit|textbf|hbox|textsf|mathrm|emph)\s*\{([^{}]*)\}")
_REFERENCE = re.compile(r"\\(?:eq)?ref\s*\{[^{}]*\}|\(\s*[\w.*′'-]{1,6}\s*\)")
_SIGN = re.compile(
    r"\\(?:blacksquare|square|Box|qed|checkmark|quad|qquad|enspace|because|left|right|big|Big)(?![a-zA-Z])"
    r"|\\[,;:!> ]|[∎✓✔□■]"
)


def is_remark(word: str, text: str) -> bool:
    """Whether these are words that explain, and nothing else; an unknown word might restrict, so it is no remark."""
    words = re.findall(r"[^\W\d_]+", word)

    def read(found: re.Match[str]) -> str:
        words.extend(re.findall(r"[^\W\d_]+", _REFERENCE.sub(" ", found.group(1)).lower()))
        return " "

    rest = _SIGN.sub(" ", _REFERENCE.sub(" ", _TEXT.sub(read, text)))
    return not rest.strip(" ()[]{}.,;:←~\n\t") and all(word in _EXPLAINING for word in words)
