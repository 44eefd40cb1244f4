r"""LaTeX: a document with the files that it takes in, its preamble left out but for the macros."""

from __future__ import annotations

import re
from collections import Counter

from mlp_theory.texts.source.definitions import DEFINITION
from mlp_theory.texts.source.gathering import Gatherer
from mlp_theory.texts.source.inline import ENVIRONMENTS
from mlp_theory.texts.source.limits import bounded
from mlp_theory.texts.source.masking import blanked, put
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.source.tex_blocks import blocks_of
from mlp_theory.texts.source.tex_files import TexFiles

_BODY = re.compile(r"\\begin\s*\{document\}")
_END = re.compile(r"\\end\s*\{document\}")
_UNREAD = re.compile(r"\\begin\{(IEEEeqnarray|dmath|empheq|tikzcd|dgroup|darray)\*?\}")
_SHORT_FORM = re.compile(
    rf"\\(?:(?:re)?newcommand\*?|def)\s*\{{?\s*(\\[A-Za-z]+)\s*\}}?\s*\{{\s*\\(begin|end)\{{(?:{ENVIRONMENTS})\*?\}}\s*\}}"
)


def read_tex(text: str, path: str) -> Source:
    r"""A document of LaTeX with the files that it takes in, or a part of one without ``\begin{document}``.

    A comment to the checker is ``% given: …`` there.

    Raises
    ------
    DataError
        For text that is too long, or binary.
    """
    files = TexFiles(path)
    files.take(bounded(text, path))
    latex = _opened("\n".join(files.latex)).replace("`", " ")
    gatherer = Gatherer(latex, prices=False)
    gatherer.read(blocks_of(latex))
    passed_over = Counter({"file that is not taken in": files.left_out})
    passed_over.update(f"environment {found[1]}" for found in _UNREAD.finditer(latex))
    return Source(
        path,
        tuple(gatherer.done),
        {},
        "\n".join(files.text),
        latex,
        tuple(files.parts) if len(files.parts) > 1 else (),
        dict(gatherer.passed_over + passed_over),
    )


def _opened(latex: str) -> str:
    r"""The document: of what stands before it only macros; short forms of ``\begin{equation}`` as ``$$``."""
    if begin := _BODY.search(latex):
        end = _END.search(latex, begin.end())
        stop = end.start() if end else len(latex)
        head, tail = latex[: begin.end()], latex[stop:]
        latex = _only_macros(head) + latex[begin.end() : stop] + blanked(tail)
    forms = {found[1] for found in _SHORT_FORM.finditer(latex) if len(found[1]) > 2}
    latex = put(_SHORT_FORM, latex)
    any_form = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(forms)))})(?![A-Za-z])")
    return put(any_form, latex, "$$") if forms else latex


def _only_macros(preamble: str) -> str:
    out, at = [], 0
    for found in re.finditer(DEFINITION, preamble, re.DOTALL | re.VERBOSE):
        out += [blanked(preamble[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*out, blanked(preamble[at:])])
