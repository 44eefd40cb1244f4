"""Files on disk become text, or one clear error."""

from __future__ import annotations

import os

from mlp_theory.errors import DataError

MAX_BYTES = 2_000_000


def read_text(path: str, name: str, max_bytes: int = MAX_BYTES) -> str:
    """The text of a file.

    Parameters
    ----------
    path : str
    name : str
        What it is called in complaints.
    max_bytes : int
        A larger file is refused.

    Raises
    ------
    DataError
        For a file that may not be read, is too large, or no text in UTF-8.
    """
    try:
        with open(path, "rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError(f"{name} cannot be read", expected="a page of Markdown", got=reason) from None
    if len(content) > max_bytes:
        raise DataError(
            f"{name} is too large", expected=f"at most {max_bytes:,} bytes", got=f"{os.path.getsize(path):,} bytes"
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(
            f"{name} is no text in UTF-8",
            expected="UTF-8",
            got=f"byte 0x{content[error.start]:02x} in line {line}",
            mend="save it as UTF-8",
        ) from None
