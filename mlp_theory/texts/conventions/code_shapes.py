r"""Shapes that a page tells in code or in a table: "`W` has shape `(n, d)`", "$W$ has shape `(n, d)`"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.items import Item, supposed
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.index_letters import lone_sub
from mlp_theory.texts.syntax.kinds import is_letter
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.making import as_digit, with_label
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.real_arrays import as_size, as_word, real_arrays
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole

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


def code_shapes(items: list[Item]) -> list[Item]:
    """The items, after declarations of the letters of which words with code say a shape, and no equation anything."""
    page = next((item for item in reversed(items) if item.own), None)
    if page is None:
        return items
    said = {name for item in items if item.statement.relations for name in _declared(item)}
    out: list[Item] = []
    for name, sizes in _found(page.source.text, _formulas(items)):
        letter = lone_sub(unscripted(atoms(name)[-1])[1])
        runs = letter is not None and letter in in_order(sizes)  # I_k is k × k for every k
        if whole(name) not in said and not runs:
            said.add(whole(name))
            out.append(supposed(page, [r"\in"], [name, sizes]))
    return out + items


def _formulas(items: list[Item]) -> dict[str, Syn]:
    """The names in running text, by what stands between the dollars."""
    alone = [item for item in items if not item.display and not item.statement.relations and len(item.syns) == 1]
    return {item.piece.latex.strip(): item.syns[0] for item in alone if _is_name(item.syns[0])}


def _is_name(syn: Syn) -> bool:
    """Whether it is a letter or a word with its scripts, or a list of them; code has dW as one name too."""
    parts = [atoms(part) for part in list_parts(syn)]
    return all(
        base_of(unscripted(part[-1])[0]) is not None
        and (len(part) == 1 or (len(part) == 2 and is_letter(part[0], "d")))
        for part in parts
    )


def _declared(item: Item) -> Iterator[str]:
    """The names on the left of a statement."""
    syn = item.statement.sides[0].syn
    for part in list_parts(syn) if syn is not None else []:
        found = atoms(part)
        if len(found) == 1 and base_of(unscripted(found[0])[0]) is not None:
            yield whole(found[0])


def _found(text: str, formulas: dict[str, Syn]) -> Iterator[tuple[Syn, Syn]]:
    """Names and the sets of arrays that they lie in."""
    for found in _said_in(text):
        name = formulas.get(found["tex"].strip()) if found["tex"] else _name_in_code(found["code"])
        if name is not None:
            yield name, real_arrays(as_size(found["rows"]), as_size(found["columns"]) if found["columns"] else None)


def _said_in(text: str) -> Iterator[re.Match[str]]:
    """Every row of a table, and every sentence, that tells a shape."""
    for paragraph in _paragraphs(text):
        inside = False
        for line in paragraph:
            inside = bool(_HEAD.match(line)) or (inside and line.startswith("|"))
            found = _ROW.match(line) if inside else None
            if found is not None:
                yield found
        prose = " ".join(" ".join(paragraph).split())
        for found in _SAID.finditer(prose) if len(prose) <= LONGEST else ():
            said = found[0].split(found["mark"])[-2]
            in_code = "`" in found[0]  # of formulas alone the sentence is read with its grammar: worded_shapes.py
            supposed_only = _SUPPOSED.search(prose[max(found.start() - 60, 0) : found.start()])
            if in_code and re.search(r",|\\times|×", said) and not supposed_only:
                yield found


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


def _name_in_code(name: str) -> Syn:
    """A name as the formulas write it: W_1 for the W1 of code."""
    letters, _, digit = re.sub(r"_?([0-9])$", r" \1", name).partition(" ")
    return with_label(as_word(letters), as_digit(int(digit))) if digit else as_word(letters)
