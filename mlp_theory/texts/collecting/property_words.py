"""The words for what a matrix, a column or a number can be, and how prose says them of a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from mlp_theory.texts.source.inline import HOLE

_NOT = r"(?<![a-z])(?<!non-)(?<!skew-)(?<!anti-)(?<!skew )(?<!not )"
_ENTRIES = "entries|components|elements|coordinates|coefficients|values|probabilities"
_NOUNS = (
    "matri(?:x|ces)|vectors?|targets?|labels?|columns?|rows?|numbers?|scalars?|constants?|parameters?|variables?|"
    "outputs?|distributions?|encodings?|representations?|form|hessian|indicators?|classes|masks?|weights?|factors?|"
    f"steps?(?: sizes?)?|learning rates?|temperatures?|axis|axes|unknowns?|{_ENTRIES}"
)
_KINDS = (
    "symmetric|positive[- ](?:semi-?)?definite|invertible|non-?singular|square|real(?:-valued)?|full[- ]rank|regular|"
    "dense|fixed|constant|known|given|true|correct|ground[- ]truth|desired|encoded|one-hot|random|dimensional|class|"
    "orthogonal|diagonal|standard|stacked"
)
_SMALL = "a|an|the|all|its|of|each|every|this|some|any|our|and|or|both|also|in|as|for|to|with|over|by|using|out"
_SAYING = (
    "is|are|be|being|has|have|having|denotes?|represents?|which|that|whose|must|should|given|encoded|represented|"
    "written|stored|assumed|taken|supposed|chosen|known|itself|now|here|always|then|we|assume|strictly"
)
_BESIDE = rf"(?:[\s(-]|\b(?:{_NOUNS}|{_KINDS})\b)*"
_BEFORE = (
    rf"(?:[\s,-]|\b(?:{_NOUNS}|{_KINDS}|a|an|the|all|each|and|(?:columns|rows|symmetry) of)\b"
    rf"|{HOLE}(?=[\s-]*(?:\w+[\s-]+){{0,2}}(?:matri|vector|dimension)))*"
)
_VERBS = "is|are|be|being|to be|has|have|having|denotes?|represents?|which|that|whose|must|should|itself"
_BEHIND = rf"\s*[,(]?\s*\b(?:{_VERBS})\b(?:[\s,:–—(-]|\b(?:{_SAYING}|{_NOUNS}|{_KINDS}|{_SMALL})\b)*"
_APPOSED = rf"\s*[,:(–—-]?{_BESIDE}(?:\b(?:as|with|a|an|the|its|all)\b{_BESIDE})*"
_OTHERS = rf"(?:\s*(?:,|,?\s*and)?\s*{HOLE})+"
_NO_MEANING = (
    rf"(?!\w*(?:[\s,-]|\b(?:{_NOUNS})\b)*\b(?:if|iff|means|when|whenever)\b)"  # "is orthogonal if" says what that is
)
_ARE = r"\s*(?:both\s+|all\s+)?(?:are|be|to be)\b"


@dataclass(frozen=True)
class Property:
    """What a letter can be.

    Attributes
    ----------
    domain : str
        From what its values are drawn then.
    words : str
        A pattern of the words for it.
    said_before, said_behind : re.Pattern
        What stands before and behind a letter of which it is said.
    """

    domain: str
    words: str

    def is_named(self, before: str, behind: str) -> bool:
        """Whether the words for it stand there at all, of which few formulas have any."""
        return bool(re.search(self.words, before) or re.search(self.words, behind))

    @cached_property
    def said_before(self) -> re.Pattern[str]:
        """As in "the one-hot vector $y$", "symmetric matrices $B$ and $A$"."""
        plural = rf"(?:\w+[\s-]+)?(?:matrices|vectors|labels|targets){_OTHERS}\s*(?:,|,?\s*and)\s*"
        return re.compile(rf"{_NOT}(?:{self.words})(?:{_BEFORE}|[\s-]+{plural})\s*$")

    @cached_property
    def said_behind(self) -> re.Pattern[str]:
        """As in "$A$ is symmetric", "$A$ and $B$ are symmetric", "$y$ (one-hot)"."""
        said = rf"(?:{_BEHIND}|{_OTHERS}(?={_ARE}){_BEHIND}){_NOT}(?:{self.words}){_NO_MEANING}"
        return re.compile(rf"{said}|{_APPOSED}{_NOT}(?:{self.words})(?!{_BESIDE}{HOLE})")


_DISTRIBUTION = (
    r"(?:probability|stochastic|simplex) (?:mass )?(?:vector|distribution|column)s?"
    r"|(?:discrete |categorical |target )distributions?"
)
PROPERTIES = (
    Property("one-hot", r"(?:one[- ]?hot|(?:one|1)-of-k)\b"),
    Property("semidefinite", r"positive[- ]semi-?definite|psd\b|(?:covariance|gram|kernel) matri(?:x|ces)"),
    Property("definite", r"positive[- ]definite|spd\b|precision matri(?:x|ces)"),
    Property("skew", r"(?:skew|anti)[- ]?symmetric\b"),
    Property("symmetric", r"symmetric\b|symmetry(?: of)?\b|self-adjoint|hermitian\b|hessian matri(?:x|ces)"),
    Property(
        "orthogonal", r"orthogonal\b(?! (?:to|projection|complement|direction))|orthonormal\b|rotation matri(?:x|ces)"
    ),
    Property("unit", r"unit[- ](?:norm|length|vectors?|columns?|directions?)|(?:norm|length) (?:one|1)\b"),
    Property("diagonal", r"diagonal\b(?! (?:entr|element|part|of|with|block))"),
    Property("lower", r"lower[- ]triangular"),
    Property("upper", r"upper[- ]triangular"),
    Property("probabilities", _DISTRIBUTION),
    Property("adding-to-one", r"(?:sum|add)s?(?: up)? to (?:one|1)\b|(?:summing|adding)(?: up)? to (?:one|1)\b"),
    Property("among 0 1", r"binary\b(?! (?:cross|class|log))|(?:either )?0 or 1\b"),
    Property("among -1 1", r"(?:either )?(?:[-−]1 or \+?1|\+?1 or [-−]1)\b|±1\b"),
    Property("positive", r"(?:strictly )?positive\b(?![- ](?:semi|definite|class|example|sample|label))"),
    Property("nonnegative", r"non-?negative\b(?! definite)"),
)
"""The more special ones first: of those that are said of a letter at one place, the first counts."""
