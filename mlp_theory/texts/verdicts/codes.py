"""The table of all codes: what stands in JSON as ``"code"``, what it means, and a message that comes with it."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from mlp_theory.texts.verdicts import reasons
from mlp_theory.texts.verdicts.reason import REASONS

TABLE = Path(__file__).with_name("codes.md")

_HEAD = """# The codes of reasons

`mlp-theory check --format json` tells of every equation a `reason`, in words that may change, and its `code`, which
stays: null where there is no reason. `python -m mlp_theory.texts.verdicts` writes this table.

| code | what it means | as in |
|---|---|---|
"""


def table() -> str:
    """All codes as a page of Markdown, in the order of the files in `reasons` and of the classes in them."""
    for file in iter_modules(reasons.__path__):
        import_module(f"{reasons.__name__}.{file.name}")
    known = sorted(REASONS.values(), key=lambda reason: reason.__module__)
    return _HEAD + "".join(
        f"| `{reason.code}` | {_cell(reason.__doc__ or '')} | {_cell(reason.example)} |\n"
        for reason in known
        if reason.__module__.startswith(f"{reasons.__name__}.")
    )


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("<", "&lt;").replace("$", r"\$")
