"""A row cut into parts: at wide gaps, at words, and at the commas that separate."""

from __future__ import annotations

import re

from mlp_theory.texts.latex.located_text import GAP, LocatedText, unpunctuated
from mlp_theory.texts.latex.nesting import closing_brace, depth_tokens, outer_level
from mlp_theory.texts.latex.relations import IMPLICATIONS, has_relation
from mlp_theory.texts.latex.remarks import is_remark

_LINK_WORD = re.compile(
    r"(for|if|when|whenever|where|with|and|or|so|thus|hence|provided|unless|otherwise|i\.e|that is|since|as|because|"
    r"therefore|given|but|while|else|only|at|except|not|assuming|case|in case|"
    r"subject to|such that|under the constraints?)\b|s\. ?t\."
)
_WORDS = {r"\text", r"\mbox", r"\textrm", r"\hbox", r"\textit", r"\intertext", r"\mathrm", r"\shortintertext"}
THEN = {r"\Rightarrow", r"\implies", r"\Longrightarrow", r"\therefore"}
_GAPS = {r"\quad", r"\qquad", r"\enspace", GAP}


def parts_of(row: LocatedText) -> list[tuple[str, LocatedText]]:
    """Cut a row into parts at gaps, words and commas; each part with the word before it."""
    tokens = depth_tokens(row.text)
    cuts: list[tuple[int, int, str]] = []  # start, end, word
    for token, at, depth in tokens:
        if depth:
            continue
        if token in _GAPS:
            cuts.append((at, at + len(token), ""))
        elif token in _WORDS:
            opening = row.text.find("{", at)
            closing = closing_brace(row.text, opening) if opening >= 0 else None
            if closing is None or row.text[at + len(token) : opening].strip():
                continue
            word = re.sub(r"\\[,;: ]|~|\$", " ", row.text[opening + 1 : closing]).strip().lower()
            if _LINK_WORD.match(word):
                cuts.append((at, closing + 1, word))
        elif token == r"\forall":
            cuts.append((at, at + len(token), "for"))
        elif token in THEN:
            cuts.append((at, at + len(token), "so"))
        elif token in (",", ";"):
            cuts.append((at, at + 1, ","))
    parts: list[tuple[str, LocatedText]] = []
    start, word = 0, ""
    for at, end, mark in cuts:
        before, after = row[start:at], row[end:]
        if mark == "," and not _breaks_at_comma(before.text, after.text):
            continue
        if mark == "" and _gap_inside(before.text, after.text):
            continue
        if mark == "so" and before.text.strip() and not sets_to_zero(before.text):
            continue  # "if … then …", and no step of its own
        if before.text.strip():
            parts.append((word, before))
            word = ""
        if mark not in ("", ","):
            word = mark
        start = end
    parts.append((word, row[start:]))
    kept = [(w, unpunctuated(t)) for w, t in parts]
    return [(w, t) for k, (w, t) in enumerate(kept) if t.text.strip() or k == 0 or not is_remark(w, "")]


def sets_to_zero(latex: str) -> bool:
    """Whether a derivative is set to zero: what ⇒ leads to behind it is what it then meets."""
    return bool(
        re.search(r"\\(partial|nabla)(?![A-Za-z])", latex) and re.search(r"=\s*(\\mathbf\s*\{?)?0\}?[\s,.&]*$", latex)
    )


def _breaks_at_comma(before: str, after: str) -> bool:
    r"""``a = b, c = d`` breaks; ``i = 1, \dots, n`` and ``W, V \in …`` do not."""
    if not has_relation(before):
        return False
    first = re.split(r"(?<!\\),", outer_level(after))[0]
    if re.match(r"\s*(\\[,;: ]|\\q?quad|\s)*(\\text|\\mbox|\\forall)", after):
        return True
    if re.search(r"[=<>]\s*(\d|\\dots|[a-zA-Z]\s*[-+]?\s*\d?)\s*$", before.strip()) and re.match(
        r"\s*(\\[,;! ])*\s*(\\[lc]?dots|\.\.\.|\d+\s*(,|$))", after
    ):
        return False
    return has_relation(first) or bool(re.match(r"\s*(\\q?quad)", after) and has_relation(after))


def _gap_inside(before: str, after: str) -> bool:
    r"""A gap that only spaces out one equation, as in ``a = b \quad + c``."""
    if not has_relation(before):
        return (
            not before.strip() or not has_relation(after) or bool(re.match(r"\s*(=|\\leftarrow|\\le|\\ge|:=)", after))
        )
    rest = after.strip()
    arrows = tuple(arrow for arrow in IMPLICATIONS if arrow not in THEN)
    if re.match(rf"({'|'.join(map(re.escape, arrows))})(?![A-Za-z])", rest) or before.rstrip().endswith(arrows):
        return True
    return bool(re.match(r"[-+−=]|\\(cdot|odot|times|right)", rest)) and not rest.startswith("=>")
