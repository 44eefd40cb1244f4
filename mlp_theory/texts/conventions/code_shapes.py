r"""Shapes that a page tells in code or in a table: "`W` has shape `(n, d)`", "$W$ has shape `(n, d)`"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.items import Item, items_of
from mlp_theory.texts.latex.macros import Macro
from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import whole

_GREEK = ("alpha", "beta", "gamma", "delta", "theta", "mu", "phi", "lambda", "eta")
_SUPPOSED = re.compile(r"\b(?:if|when|unless|not|would|suppose|imagine)\b[^.]*\Z", re.IGNORECASE)
LONGEST = 5_000  # of a paragraph that is read
_SIZE = r"[A-Za-z0-9]+(?:_\{?[A-Za-z0-9]+\}?)?"
_SIZES = rf"\(?\s*(?P<rows>{_SIZE})\s*(?:,|\\times|×)\s*(?P<columns>{_SIZE})?\s*\)?"
_NAME = r"(?:\$(?P<tex>[^$`\n]{1,24})\$|`(?P<code>[A-Za-z]+_?[0-9]?)`)"
_LINK = (
    r"(?:,?\s+(?:is|are|was|has|have|with|of|a|an|the|its|also|input|output|weights?|bias|learnable|parameter|"
    r"matrix|vector|array|tensor|embedding|batch|shape|size|dimensions?))+:?\s+"
)
_SAID = re.compile(rf"{_NAME}{_LINK}(?P<mark>[$`]){_SIZES}(?P=mark)")
_ROW = re.compile(
    rf"^\|\s*(?:\$(?P<tex>[^$`|\n]{{1,24}})\$|`?(?P<code>[A-Za-z]+_?[0-9]?)`?)\s*\|\s*[$`]?{_SIZES}[$`]?\s*\|"
)
_HEAD = re.compile(r"^\|[^|\n]*\|\s*(?:shape|size|dimensions?|dims?)\s*\|", re.IGNORECASE)


def code_shapes(source: Source, items: list[Item], macros: dict[str, Macro]) -> list[Item]:
    """The declarations that such words are, of letters of which no equation and no declaration says anything."""
    said = {name for item in items if item.statement.relations for name in _declared(item)}
    out: list[Item] = []
    for name, size in _found(source.text):
        try:
            key = whole(parse(name))
        except UnreadError:
            continue
        below = re.search(r"_\{?([A-Za-z])\}?$", name)
        runs = below is not None and below[1] in re.findall(r"[A-Za-z]", size.replace("times", ""))
        if key not in said and not runs:  # I_k is k × k for every k
            said.add(key)
            out += items_of(
                read_source(f"<!-- given: ${name} \\in \\mathbb{{R}}^{{{size}}}$ -->"), macros, "", own=False
            )
    return out


def _declared(item: Item) -> Iterator[str]:
    """The names on the left of a statement."""
    syn = item.statement.sides[0].syn
    if syn is None:
        return
    for part in syn.args if syn.kind == "list" else [syn]:
        found = atoms(part)
        if len(found) == 1 and base_of(unscripted(found[0])[0]) is not None:
            yield whole(found[0])


def _found(text: str) -> Iterator[tuple[str, str]]:
    """Names and sizes, as LaTeX."""
    for paragraph in _paragraphs(text):
        inside = False
        for line in paragraph:
            inside = bool(_HEAD.match(line)) or (inside and line.startswith("|"))
            found = _ROW.match(line) if inside else None
            if found is not None:
                yield _latex(found), _sizes(found)
        prose = " ".join(" ".join(paragraph).split())
        for found in _SAID.finditer(prose) if len(prose) <= LONGEST else ():
            said = found[0].split(found["mark"])[-2]
            in_code = "`" in found[0]  # of formulas alone the sentence is read with its grammar: worded_shapes.py
            if (
                in_code
                and re.search(r",|\\times|×", said)
                and not _SUPPOSED.search(prose[max(found.start() - 60, 0) : found.start()])
            ):
                yield _latex(found), _sizes(found)


def _paragraphs(text: str) -> Iterator[list[str]]:
    """The lines of each paragraph or table, without what stands in fences."""
    paragraph: list[str] = []
    fenced = False
    for line in [*text.split("\n"), ""]:
        fence = line.lstrip().startswith(("```", "~~~"))
        if fence or fenced or not line.strip():
            yield paragraph
            paragraph = []
            fenced ^= fence
        elif len(line) <= LONGEST:
            paragraph.append(line)


def _latex(found: re.Match[str]) -> str:
    """A name as the formulas write it: W_1 for the W1 of code."""
    if found["tex"]:
        return found["tex"].strip()
    letters, _, digit = re.sub(r"_?([0-9])$", r" \1", found["code"]).partition(" ")
    letter = f"\\{letters}" if letters in _GREEK else letters if len(letters) == 1 else rf"\text{{{letters}}}"
    return f"{letter}_{digit}" if digit else letter


def _sizes(found: re.Match[str]) -> str:
    r"""``n \times d``; of one size alone, a column."""
    return rf"{found['rows']} \times {found['columns']}" if found["columns"] else found["rows"]
