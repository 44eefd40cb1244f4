"""Letters with several meanings, told apart on the page that is collected."""

from __future__ import annotations

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.conventions.meanings import tell_apart


def tell_meanings_apart(collection: Collection) -> None:
    """Give each letter another name where it means something else; nothing where each has one meaning."""
    if collection.meanings:
        tell_apart(collection.items, collection.meanings)
