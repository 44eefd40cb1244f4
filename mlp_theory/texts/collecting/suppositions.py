r"""What the words before an equation suppose, ask for, or set to zero: "suppose that", "subject to", "is called … if".

Such an equation is no claim about every value. The words are noted here; where the equation is not true of every value
and something in it is free, it is told as what it is.
"""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.leads import lead_of
from mlp_theory.texts.collecting.listed_names import names_listed
from mlp_theory.texts.items import Item, Supposed
from mlp_theory.texts.source.inline import HOLE
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import is_letter, is_matrix
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.unicode import show

_TAIL = rf"(?:[\s:(]|{HOLE}(?:,| and)?|\b(?:that|the|an?|it|its|we|all|both|every|any|each|for|of|on|in|to|have|has|"
_TAIL += r"be|is|are|and|here|now|following|some|there|where|with|holds?|namely|ie|equations?|conditions?|system|linear|"
_TAIL += r"constraints?|vectors?|matri(?:x|ces)|parameters?|weights?|columns?|rows?|entries|fixed|known|given)\b)*,?$"
"""What may stand between the words and their equation: no verb that concludes."""

_CONDITION = re.compile(
    r"\b(?:suppose|supposing|assum(?:e|es|ed|ing)|under the assumptions?|impos(?:e|es|ed|ing)|requir(?:e|es|ed|ing)|"
    r"demand(?:s|ed|ing)?|provided|satisf(?:y|ies|ied|ying)|fulfil(?:l?s|led|ling)?|obeys?|obeying|such that|"
    r"subject to|(?:the|a) (?:separating )?(?:hyperplane|(?:decision )?boundary|surface|level set|sphere|circle)|"
    r"constraints?|constrained (?:by|to)|hypothes[ei]s|so long as|as long as|"
    r"solves?|solving|solutions? (?:of|to)|roots? of|(?:the|an?) (?:linear )?systems?(?: of (?:linear )?equations)?|"
    r"fixed points?|eigenvectors?|eigenvalues?|eigenvalue problem|normal equations?|"
    r"optimality conditions?|first-order conditions?|stationarity|at (?:a|the) (?:stationary point|minimum|maximum|"
    r"optimum|minimi[sz]er|maximi[sz]er|solution))" + _TAIL
)
_ASSUMED = re.compile(r"\b(?:suppose|supposing|assum(?:e|es|ed|ing))" + _TAIL)
_PROPERTY = re.compile(
    rf"\b(?:(?:is|are|be) (?:said to be |called |an? )?(?:[\w-]+ ){{1,4}}?|means that |we (?:say|call)\b[\w\s{HOLE}-]*)"
    rf"(?:if(?: and only if)?|iff|when|whenever)\b(?:(?!\bthen\b|\bwe\b)[\w\s{HOLE}:-]|,(?=\s*(?:for|{HOLE}|$)))*$"
)
_SUMMED_UP = re.compile(r"\b(?:called|said to be|we say|we call|definition)\b")
_PROPERTIES = re.compile(
    r"\b(?:symmetric|skew-symmetric|antisymmetric|orthogonal|orthonormal|unitary|idempotent|involutory|nilpotent|"
    r"normal|normali[sz]ed|definite|semi-?definite|convex|concave|linear|odd|even|homogeneous|harmonic|stationary|"
    r"eigenvectors?|eigenvalues?|invertible|singular|feasible|optimal|unbiased|projections?|inverses?|independent|"
    r"uncorrelated|conjugate|perpendicular|projectors?|commut\w+|conservative|invariant|equivariant|stochastic)\b"
)
_TO_ZERO = re.compile(
    rf"\b(?:(?:set|sets|setting|equat(?:e|es|ing)|put|putting)\b[\w\s{HOLE}'-]*\b(?:to zero|zero|to 0|to be zero|"
    rf"to {HOLE}|equal to {HOLE})|(?:derivatives?|gradients?|slopes?)\b[\w\s{HOLE}-]*\bvanish(?:es)?|where it vanishes|"
    rf"first-order (?:optimality )?conditions?|normal equations?|stationary points?|optimality conditions?|"
    rf"(?:minimum|maximum|optimum|minimi[sz]er|maximi[sz]er|estimator|estimate|solution)\b[\w\s{HOLE}-]*\b(?:is|are|"
    rf"at|reads|by)|solv(?:e|es|ing) (?:this |it |the \w+ )?for {HOLE})"
)
_PROBLEM = re.compile(
    rf"\b(?:minimi[sz](?:e|ing)|maximi[sz](?:e|ing)|minimum|maximum|solve|exercise|problem|find|compute|consider|calculate|"
    rf"determine|examples?|instance|optimi[sz]e)\b[\w\s{HOLE}:-]*,?$"
)


def is_assumed(collection: Collection, item: Item) -> bool:
    """Whether the words before a display say that something is so, for all that follows: "suppose that"."""
    return item.display and bool(_ASSUMED.search(lead_of(collection, item)))


def note_suppositions(collection: Collection) -> None:
    """Note what the words before each equation make of it, and keep it from defining what it supposes."""
    derived: Item | None = None  # the last statement with a derivative that could be set to zero
    for item in collection.items:
        if item.piece.comment or not item.statement.relations or item.role not in ("", "claim"):
            continue
        item.supposed = _supposed(collection, item, derived)
        if item.supposed is not None and item.role == "" and not _may_define(collection, item, item.supposed):
            item.role = "claim"
        if item.display and item.statement.relations[-1] == "=" and any(_derives(syn) for syn in item.syns[:-1]):
            derived = item


def _supposed(collection: Collection, item: Item, derived: Item | None) -> Supposed | None:
    """What the words before an equation suppose."""
    lead = lead_of(collection, item)
    if not lead or (not item.display and item.statement.relations != ["="]):
        return None
    if item.display and _TO_ZERO.search(lead):
        solution = _solved_for(collection.page, item) is not None
        return Supposed(lead, "solution" if solution else "condition", derived if solution else None)
    if _CONDITION.search(lead):
        return Supposed(lead, "condition")
    if _PROPERTY.search(lead) and (_SUMMED_UP.search(lead) or _PROPERTIES.search(lead)):
        return Supposed(lead, "property")
    if item.display and _PROBLEM.search(lead) and _is_an_instance(item):
        return Supposed(lead, "problem")
    return None


def _is_an_instance(item: Item) -> bool:
    """``f(x) = x^T [[5, 1], [1, 3]] x``: a function of the page with numbers in the place of its letters."""
    if item.statement.relations != ["="] or len(item.syns) != 2 or len(atoms(item.syns[0])) != 2:
        return False
    numbers = [n for n in nodes(item.syns[1]) if is_matrix(n) and not any(is_letter(part) for part in nodes(n))]
    return bool(numbers) and any(True for _ in names_in(item.syns[1]))


def _solved_for(page: Page, item: Item) -> Base | None:
    """The name that stands alone on the left, and not on the right."""
    if item.statement.relations[0] != "=" or len(item.syns) < 2 or len(atoms(item.syns[0])) != 1:
        return None
    names = names_listed(page, item.syns[0])
    if len(names) != 1 or any(base == names[0].base for base, _, _ in names_in(item.syns[1])):
        return None
    return names[0].base


def _may_define(collection: Collection, item: Item, supposed: Supposed) -> bool:
    """Whether it could give a letter that nothing else gives: "assume that $W = UV$"."""
    base = _solved_for(collection.page, item)
    if base is None or supposed.kind == "problem":
        return supposed.kind != "problem"
    if supposed.kind != "solution":
        return True
    return not any(_is_by(syn, base) for other in collection.items for syn in other.syns)


def _is_by(syn: Syn, base: Base) -> bool:
    """Whether something is derived by this name here."""
    return bool(re.search(rf"(∂|∇_?|/\(?d){re.escape(base.show)}(?![A-Za-z])", show(syn)))


def _derives(syn: Syn) -> bool:
    """Whether a derivative stands here."""
    shown = show(syn)
    return number_of(syn) is None and bool(re.search(r"[∂∇]|d\w*/d|′", shown))
