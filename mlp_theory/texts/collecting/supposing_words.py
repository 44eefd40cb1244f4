"""The words that suppose, ask for, or set to zero what stands behind them; all in small letters, formulas as holes."""

from __future__ import annotations

import re

from mlp_theory.texts.source.inline import HOLE

_TAIL = (
    rf"(?:[\s:(]|{HOLE}(?:,| and)?|\b(?:that|the|an?|it|its|we|all|both|every|any|each|for|of|on|in|to|have|has|be|is|"
    r"are|and|here|now|following|some|there|where|with|holds?|namely|ie|equations?|conditions?|system|linear|"
    r"constraints?|vectors?|matri(?:x|ces)|parameters?|weights?|columns?|rows?|entries|fixed|known|given)\b)*,?$"
)
"""What may stand between the words and their equation: no verb that concludes."""

CONDITION = re.compile(
    r"\b(?:suppose|supposing|assum(?:e|es|ed|ing)|under the assumptions?|impos(?:e|es|ed|ing)|requir(?:e|es|ed|ing)|"
    r"demand(?:s|ed|ing)?|provided|satisf(?:y|ies|ied|ying)|fulfil(?:l?s|led|ling)?|obeys?|obeying|such that|"
    r"subject to|if and only if|iff|equality (?:if|when)|"
    r"(?:the|a) (?:separating )?(?:hyperplane|(?:decision )?boundary|surface|level set|sphere|circle)|"
    r"constraints?|constrained (?:by|to)|hypothes[ei]s|so long as|as long as|"
    r"solves?|solving|solutions? (?:of|to)|roots? of|(?:the|an?) (?:linear )?systems?(?: of (?:linear )?equations)?|"
    r"fixed points?|eigenvectors?|eigenvalues?|eigenvalue problem)" + _TAIL
)
ASSUMED = re.compile(r"\b(?:suppose|supposing|assum(?:e|es|ed|ing))" + _TAIL)
PROPERTY = re.compile(
    rf"\b(?:(?:is|are|be) (?:said to be |called |an? )?(?:[\w-]+ ){{1,4}}?|means that |we (?:say|call)\b[\w\s{HOLE}-]*)"
    rf"(?:if(?: and only if)?|iff|when|whenever)\b(?:(?!\bthen\b|\bwe\b)[\w\s{HOLE}:-]|,(?=\s*(?:for|{HOLE}|$)))*$"
)
SUMMED_UP = re.compile(r"\b(?:called|said to be|we say|we call|definition)\b")
PROPERTIES = re.compile(
    r"\b(?:symmetric|skew-symmetric|antisymmetric|orthogonal|orthonormal|unitary|idempotent|involutory|nilpotent|"
    r"normal|normali[sz]ed|definite|semi-?definite|convex|concave|linear|odd|even|homogeneous|harmonic|stationary|"
    r"eigenvectors?|eigenvalues?|invertible|singular|feasible|optimal|unbiased|projections?|inverses?|independent|"
    r"uncorrelated|conjugate|perpendicular|projectors?|commut\w+|conservative|invariant|equivariant|stochastic)\b"
)
TO_ZERO = re.compile(
    rf"\b(?:(?:set|sets|setting|equat(?:e|es|ing)|put|putting)\b[\w\s{HOLE}'-]*\b(?:to zero|zero|to 0|to be zero|"
    rf"to {HOLE}|equal to {HOLE})|(?:derivatives?|gradients?|slopes?)\b[\w\s{HOLE}-]*\bvanish(?:es)?|where it vanishes|"
    rf"stationarity|at (?:a|the) (?:minimum|maximum|optimum|minimi[sz]er|maximi[sz]er|solution)|"
    rf"first-order (?:optimality )?conditions?|normal equations?|stationary (?:points?|conditions?)|"
    rf"optimality conditions?|"
    rf"(?:minimum|maximum|optimum|minimi[sz]er|maximi[sz]er|estimator|estimate|solution)\b[\w\s{HOLE}-]*\b(?:is|are|"
    rf"at|reads|by)|solv(?:e|es|ing) (?:this |it |the \w+ )?for {HOLE})"
)
REWRITTEN = re.compile(
    rf"\b(?:rewrit\w+|rearrang\w+|restat\w+|reorder\w+|collect\w+)\b[\w\s{HOLE}+()-]*\b(?:equations?|system|conditions?)\b"
)
"""What is done to equations that are to be solved, once derivatives have been set to zero."""
SYSTEM = re.compile(r"\b(?:system|solutions? (?:of|to)) ?(?:the |of |linear |equations? )*\b")
CONCLUDING = re.compile(
    r"(?:^|\b(?:so|so that|hence|thus|therefore|gives?|yields?|get|obtain|find|solution|solved|ie)\b)[\w\s:,]*$"
)
PROBLEM = re.compile(
    rf"\b(?:minimi[sz](?:e|ing)|maximi[sz](?:e|ing)|minimum|maximum|solve|exercise|problem|find|compute|consider|"
    rf"calculate|determine|for example|for instance|an example|optimi[sz]e)\b[\w\s{HOLE}:-]*,?$"
)
