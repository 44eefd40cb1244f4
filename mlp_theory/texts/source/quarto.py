r"""Quarto and R Markdown: Markdown with divs, chunks of code and labels of its own."""

from __future__ import annotations

import re

from mlp_theory.texts.source.markdown import in_markdown, read_source
from mlp_theory.texts.source.masking import put
from mlp_theory.texts.source.pieces import Source

_BOOKDOWN_LABEL = re.compile(r"\(\\#[\w:-]+\)")
_SPAN = re.compile(r"(?<=\])\{[.#][^{}\n]*\}")
_CHUNK_IN_LINE = re.compile(r"`r [^`\n]*`")


def read_quarto(text: str, path: str) -> Source:
    r"""A page of Quarto or R Markdown, whose chunks of code are fences like any other.

    Divs (``:::``) hold prose, and labels of equations, ``(\#eq:loss)``, are blank.
    """
    return read_source(text, path, in_quarto)


def in_quarto(text: str) -> str:
    """A page in plain Markdown, each character kept where it stands."""
    for pattern in (_BOOKDOWN_LABEL, _SPAN, _CHUNK_IN_LINE):
        text = put(pattern, text)
    return in_markdown(text)
