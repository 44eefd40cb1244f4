"""The kinds of verdicts, one a file. Every file that lies here is a kind: a new one is known by lying here."""

from importlib import import_module
from pkgutil import iter_modules

from mlp_theory.texts.verdicts.kind import KINDS

for _file in iter_modules(__path__):
    import_module(f"{__name__}.{_file.name}")

__all__ = ["KINDS"]
