"""How much of a stranger's page is read, and what is no text at all."""

from __future__ import annotations

import re

from mlp_theory.errors import DataError

MAX_CHARACTERS = 2_000_000
MAX_LINES = 100_000


def bounded(text: str, path: str) -> str:
    r"""A text with its line ends made ``\n``.

    Raises
    ------
    DataError
        For text that is too long, or binary.
    """
    if len(text) > MAX_CHARACTERS:
        raise DataError(
            f"{path} is too long", expected=f"at most {MAX_CHARACTERS:,} characters", got=f"{len(text):,} characters"
        )
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DataError(f"{path} is not text", expected="Markdown", got=f"a NUL character in line {line}")
    text = re.sub(r"\r\n?", "\n", text)
    if (lines := text.count("\n")) > MAX_LINES:
        raise DataError(f"{path} is too long", expected=f"at most {MAX_LINES:,} lines", got=f"{lines:,} lines")
    return text
