"""What hangs on a name, as it is written: what stands below, what above, how many primes."""

from __future__ import annotations

from mlp_theory.texts.syntax.syn import Syn

Parts = tuple[Syn, ...]
"""The scripts of a name, each with what it holds."""


def below(parts: Parts) -> Syn | None:
    """What the first script below holds."""
    return next((part[0] for part in parts if part.kind == "sub"), None)


def above(parts: Parts) -> Syn | None:
    """What the first script above holds."""
    return next((part[0] for part in parts if part.kind == "sup"), None)


def has_sub(parts: Parts) -> bool:
    """Whether one of the scripts stands below."""
    return any(part.kind == "sub" for part in parts)


def all_below(parts: Parts) -> list[Syn]:
    """What the scripts below hold."""
    return [part[0] for part in parts if part.kind == "sub"]


def all_above(parts: Parts) -> list[Syn]:
    """What the scripts above hold."""
    return [part[0] for part in parts if part.kind == "sup"]


def primes_of(parts: Parts) -> int:
    """How many primes stand behind a name."""
    return sum(len(part.args) for part in parts if part.kind == "prime")


def without_primes(parts: Parts) -> Parts:
    """The scripts but for the primes."""
    return tuple(part for part in parts if part.kind != "prime")
