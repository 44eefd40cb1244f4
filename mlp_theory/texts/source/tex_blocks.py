"""The blocks of a document of LaTeX, as those of Markdown: paragraphs, headings, items, comments to the checker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from markdown_it.token import Token

from mlp_theory.texts.source.inline import scan
from mlp_theory.texts.source.masking import put
from mlp_theory.texts.source.tex_files import DIRECTIVE

_PARAGRAPH = re.compile(r"\n[ \t]*(?=\n)")
_DIRECTIVE = re.compile(rf"(?<!\\){DIRECTIVE.pattern}[^\n]*", re.IGNORECASE)
_CUT = re.compile(
    r"\\(?P<level>part|chapter|(?:sub){0,2}section|(?:sub)?paragraph)\*?\s*(?:\[[^\]\n]{0,300}\])?\s*\{"
    r"|\\(?P<item>item)(?![A-Za-z])(?:\s*\[[^\]\n]{0,300}\])?"
    r"|\\(?P<edge>begin|end)\s*\{(?P<name>[A-Za-z]+)\*?\}(?:\[[^\]\n]{0,300}\])?|\\par(?![A-Za-z])"
)
_SILENT = re.compile(
    r"\\(?:(?:eq|page|auto|name|[cC])?ref|label|[cC]ite[a-zA-Z]*|bibliography\w*|includegraphics|usepackage|[vh]space"
    r"|url|href|index|bibitem|documentclass|input|include|setcounter|setlength|pagestyle|thispagestyle)\*?(?![A-Za-z])"
    r"(?:\s*\[[^\]\n]{0,300}\])*(?:\s*\{[^{}\n]*\})?"
    r"|\\[A-Za-z]+\*?|\\(?=[%&#_])|(?<!\\)[{}~]|\\\\(?:\[[^\]\n]{0,300}\])?"
)
_LEAVES = re.compile(
    r"(theorem|thm|lemma|lem|proposition|prop|corollary|cor|claim|definition|defn?|example|ex|exercise|problem|question|"
    r"solution|answer|proof|remark|note|quote|quotation)s?",
    re.IGNORECASE,
)
_LEVELS = {"part": "h1", "chapter": "h1", "section": "h2", "subsection": "h3", "subsubsection": "h4"}


def blocks_of(latex: str) -> Iterator[Token]:
    """The blocks of a document without listings and comments, each with the stretches of its lines.

    What is no mathematics in them is prose without commands: they are blank, each character stands where it stood.
    """
    blocks = _Blocks(latex)
    at = 0
    for end in [*(found.start() for found in _PARAGRAPH.finditer(latex)), len(latex)]:
        for directive in _DIRECTIVE.finditer(latex, at, end):
            yield from blocks.within(at, directive.start())
            begin = directive.start() + len(directive[0]) - len(directive[0].lstrip("%"))
            yield blocks.token("comment", begin, directive.end())
            at = directive.end()
        yield from blocks.within(at, end)
        yield Token("break", "", 0)
        at = end


class _Blocks:
    """Cuts a document into blocks."""

    def __init__(self, latex: str):
        self.latex = latex
        self.starts = [0, *(found.end() for found in re.finditer("\n", latex))]

    def token(self, kind: str, begin: int, end: int, text: str | None = None) -> Token:
        """A block of the document, or `text` in its place, with where its lines stand."""
        text = self.latex[begin:end] if text is None else text
        first = bisect_right(self.starts, begin) - 1
        stretches, at = [], begin
        for k, line in enumerate(text.split("\n")):
            stretches.append((first + k, at, at + len(line)))
            at += len(line) + 1
        return Token(kind, "", 0, map=[first, first + len(stretches)], content=text, meta={"stretches": stretches})

    def within(self, begin: int, end: int) -> Iterator[Token]:
        """The blocks of one paragraph: what stands before and behind its headings, items and environments."""
        text = self.latex[begin:end]
        if not text.strip():
            return
        prose, cuts = _prose_of(text)
        at, item = 0, False
        for cut in cuts:
            if cut.start() < at:
                continue
            yield from self.block(prose, begin, at, cut.start(), "li" if item else "p")
            yield self.edge(cut, begin)
            at, item = cut.end(), bool(cut["item"])
            if cut["level"]:
                stop = _closing(text, at)
                yield from self.block(prose, begin, at, stop, _LEVELS.get(cut["level"], "h5"))
                at = stop
        yield from self.block(prose, begin, at, len(text), "li" if item else "p")

    def edge(self, cut: re.Match[str], offset: int) -> Token:
        """What stands between two blocks: an environment may begin or end there."""
        if not cut["edge"] or not _LEAVES.fullmatch(cut["name"]):
            return Token("break", "", 0)
        line = bisect_right(self.starts, offset + cut.start()) - 1
        if cut["edge"] == "begin":
            return Token("environment_open", "", 1, map=[line, line + 1])
        return Token("environment_close", "", -1, map=[line, line + 1])

    def block(self, prose: str, offset: int, begin: int, end: int, tag: str) -> Iterator[Token]:
        """A paragraph, an item or a heading."""
        if not prose[begin:end].strip():
            return
        kind = {"p": "paragraph", "li": "list_item"}.get(tag, "heading")
        inline = self.token("inline", offset + begin, offset + end, prose[begin:end])
        yield Token(f"{kind}_open", tag, 1, map=inline.map)
        if kind == "list_item":
            yield Token("paragraph_open", "p", 1, map=inline.map)
        yield inline
        if kind == "list_item":
            yield Token("paragraph_close", "p", -1)
        yield Token(f"{kind}_close", tag, -1)


def _prose_of(text: str) -> tuple[str, list[re.Match[str]]]:
    """A paragraph with the commands of its prose blank, and where it is cut into blocks."""
    out: list[str] = []
    cuts: list[re.Match[str]] = []
    at = 0
    for begin, end in [*(found.outer for found in scan(text, prices=False)), (len(text), len(text))]:
        cuts += _CUT.finditer(text, at, begin)
        out += [put(_SILENT, put(_CUT, text[at:begin])), text[begin:end]]
        at = end
    return "".join(out), cuts


def _closing(text: str, at: int) -> int:
    """Where the brace closes that is open here, or else the line ends."""
    depth = 1
    for found in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, at):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return found.start()
    return end if (end := text.find("\n", at)) >= 0 else len(text)
