"""The relations of a line: which signs say something of two sides, and the sides between them."""

from __future__ import annotations

from mlp_theory.texts.latex.located_text import LocatedText, unpunctuated
from mlp_theory.texts.latex.nesting import depth_tokens

RELATION = {"=", "<", ">", "≤", "≥", "≠", "≈"} | {
    "\\" + name
    for name in """
        ne neq le leq leqslant ge geq geqslant lt gt in notin equiv triangleq approx sim simeq propto to rightarrow
        Rightarrow implies iff Leftrightarrow leftarrow gets mapsto succ succeq coloneqq coloneq doteq ll gg subset
        subseteq leqq geqq lesssim gtrsim nleq ngeq nless ngtr lessgtr asymp eqcolon models vdash prec preceq
        longrightarrow longleftarrow eqqcolon Longrightarrow Longleftrightarrow impliedby therefore because perp cong
    """.split()  # noqa: SIM905  # a list of commands is read more easily without quotes
}


IMPLICATIONS = (
    r"\implies", r"\Rightarrow", r"\Longrightarrow", r"\iff", r"\Leftrightarrow", r"\Longleftrightarrow", r"\impliedby",
)  # fmt: skip
"""Between two statements, and not between two values."""


def has_relation(text: str) -> bool:
    """Whether a relation or a colon stands outside of all brackets."""
    return any(depth == 0 and (token in RELATION or token == ":") for token, _, depth in depth_tokens(text))


def sides_and_relations(text: LocatedText) -> tuple[list[LocatedText], list[str]]:
    """Cut at the relations outside of brackets: one side more than there are relations."""
    sides, relations, start = [], [], 0
    tokens = depth_tokens(text.text)
    skip = -1
    for k, (token, at, depth) in enumerate(tokens):
        if depth or at < skip or (token == r"\perp" and text.text[:at].rstrip().endswith(("^", "_"))):
            continue
        sign = token
        if token == ":" and k + 1 < len(tokens) and tokens[k + 1][0] == "=":
            sign = ":="
        elif token == "=" and k + 1 < len(tokens) and tokens[k + 1][0] == ":":
            sign = "=:"
        elif token == ":":
            sign = ":"
        elif token not in RELATION:
            continue
        sides.append(text[start:at])
        relations.append(sign)
        start = at + len(sign)
        skip = start
    sides.append(text[start:])
    return [unpunctuated(side) for side in sides], relations
