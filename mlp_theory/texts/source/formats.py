"""The formats in which pages are written, by the endings of their files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlp_theory.texts.source.decoding import MAX_BYTES
from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.source.mdx import read_mdx
from mlp_theory.texts.source.notebook import read_notebook
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.source.quarto import read_quarto
from mlp_theory.texts.source.tex import read_tex


@dataclass(frozen=True)
class Format:
    """A format of pages.

    Attributes
    ----------
    endings : tuple of str
        Of its files, in small letters.
    read : callable
        From a text and its path to a `Source`.
    max_bytes : int
        A larger file is refused.
    """

    endings: tuple[str, ...]
    read: Callable[[str, str], Source]
    max_bytes: int = MAX_BYTES


MARKDOWN = Format((".md", ".markdown"), read_source)

FORMATS = (
    MARKDOWN,
    Format((".qmd", ".rmd"), read_quarto),
    Format((".mdx",), read_mdx),
    Format((".ipynb",), read_notebook, max_bytes=50_000_000),  # pictures that code has drawn stand in them
    Format((".tex",), read_tex),
)
"""All formats; a page whose ending stands in none of them is read as Markdown, if it is asked for by its name."""

ENDINGS = tuple(ending for known in FORMATS for ending in known.endings)


def format_of(path: str) -> Format:
    """The format of a file, by its ending."""
    return next((known for known in FORMATS if path.lower().endswith(known.endings)), MARKDOWN)
