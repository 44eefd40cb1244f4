r"""Markdown to pieces: where the mathematics of a page stands, and what prose stands around it.

What other writers add to Markdown is first translated, character under character. markdown-it then finds the blocks
(paragraphs, lists, quotes, tables, code). What stands within a block we read ourselves, in one pass, because each
character of a formula must be traced back to its line and column, and because a stranger's file must not cost more
than time linear in its size.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.token import Token

from mlp_theory.errors import DataError
from mlp_theory.texts.source.blocks import MAX_DEPTH, block_parser
from mlp_theory.texts.source.directives import open_directives
from mlp_theory.texts.source.front_matter import matter_of, yaml_for_toml
from mlp_theory.texts.source.gathering import Gatherer
from mlp_theory.texts.source.limits import bounded
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.source.short_codes import open_short_codes


def in_markdown(text: str) -> str:
    """A page with what its site adds to Markdown translated, each character kept where it stands."""
    return open_directives(open_short_codes(yaml_for_toml(text)))


def read_source(
    text: str, path: str = "<text>", translated: Callable[[str], str] = in_markdown, **syntax: bool
) -> Source:
    r"""Read a page of Markdown.

    Parameters
    ----------
    text : str
    path : str
        What it is called in complaints and reports.
    translated : callable
        From the page to plain Markdown of the same lines and columns.
    **syntax : bool
        What the page has of Markdown, as `block_parser` takes it.

    Raises
    ------
    DataError
        For text that is too long, nested too deep, or binary.

    Examples
    --------
    >>> source = read_source("Let $x = 1$ and\n$$ y = 2 $$\n")
    >>> [(piece.latex, piece.display, piece.at(0)) for piece in source.pieces_and_directives]
    [('x = 1', False, (1, 6)), ('y = 2', True, (2, 4))]
    """
    text = bounded(text, path)
    markdown = translated(text)
    tokens = tokens_of(markdown, path, **syntax)
    matter = matter_of(tokens)
    gatherer = Gatherer(markdown, dollars_in_sentences=_is_kramdown(markdown, matter))
    gatherer.read(tokens)
    return Source(path, tuple(gatherer.done), matter, text, markdown, passed_over=dict(gatherer.passed_over))


def tokens_of(markdown: str, path: str, **syntax: bool) -> list[Token]:
    """The blocks of a page.

    Raises
    ------
    DataError
        For what is nested too deep, or cannot be read.
    """
    try:
        tokens = block_parser(**syntax).parse(markdown)
    except (RecursionError, RuntimeError, ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        # Whatever the parser of somebody else trips over, it is the page that cannot be read.
        raise DataError(
            f"{path} cannot be read as Markdown", expected="a page of Markdown", got=type(error).__name__
        ) from None
    if any(token.nesting == 1 and token.level >= MAX_DEPTH - 1 for token in tokens):
        raise DataError(
            f"{path} is nested too deep", expected=f"lists and quotes at most {MAX_DEPTH} deep", got="deeper ones"
        )
    return tokens


_LONE_DOLLAR = re.compile(r"(?<![\\$])\$(?!\$)")


def _is_kramdown(markdown: str, matter: dict[str, str]) -> bool:
    """Whether ``$$`` is the page's only sign for mathematics, as in Jekyll's Markdown: then it stands in sentences."""
    return "layout" in matter and not _LONE_DOLLAR.search(markdown)
