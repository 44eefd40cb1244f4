"""The head of a page: what stands there of it, in YAML or in TOML."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it.token import Token

_TOML = re.compile(r"\+\+\+[ \t]*\n(?:(?!\+\+\+)[^\n]*\n)*?\+\+\+[ \t]*(?=\n|\Z)")
_KEY = re.compile(r"^([\w-]+)(\s*)=", re.MULTILINE)


def yaml_for_toml(text: str) -> str:
    """A page whose head stands between lines of ``+++`` with one between lines of ``---``, as long as before."""
    found = _TOML.match(text)
    if found is None:
        return text
    lines = found[0].split("\n")
    inner = _KEY.sub(r"\1:\2", "\n".join(lines[1:-1]))
    return (
        "\n".join(["---" + lines[0][3:], *([inner] if lines[1:-1] else []), "---" + lines[-1][3:]])
        + text[found.end() :]
    )


def matter_of(tokens: Iterable[Token]) -> dict[str, str]:
    """The flat ``key: value`` lines of a page's head; what is deeper is not for us."""
    text = next((token.content for token in tokens if token.type == "front_matter"), "")
    pairs = (line.partition(":") for line in text.split("\n") if ":" in line and not line[:1].isspace())
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs if not key.startswith("#")}
