"""Why an equation would give a letter another meaning, and not say something of the one it has."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.leads import lead_of
from mlp_theory.texts.resolving.bindings import Binding

_INTRODUCED = re.compile(
    r"\b(let|lets|define[sd]?|denote[sd]?|consider|suppose|assume|take|now|another|other|different|instead|"
    r"examples?|instance|this time|call|set|has the (mathematical )?form|of the form|there are|"
    r"(function|line|curve|plane|operation|loss|matrix|vector)$)"
)
_LOOKS_BACK = re.compile(
    r"\b(recall\w*|again|as before|above|earlier|previous\w*|same|remember|restate\w*|still|indeed|summary|sum up|"
    r"repeat\w*|once more|seen|saw|as defined|already)\b"
)
_CONCLUDED = re.compile(
    r"\b(so|hence|thus|therefore|then|follows?|gets?|obtain\w*|that is|ie|becomes?|shows?|equivalent\w*|equals?|"
    r"rewrit\w*|written|expand\w*|simplif\w*|since|because|know|found|find|gives|yields|holds|have)\b"
)
_ALIKE = 2
"""A right side in which no more of its parts differ from the one before may be that one with a slip."""


def is_introduced(collection: Collection, binding: Binding) -> bool:
    """Whether the words before an equation introduce something: "consider the function", and do not look back."""
    lead = lead_of(collection, binding.item)
    return bool(_INTRODUCED.search(lead)) and not _LOOKS_BACK.search(lead)


def is_concluded(collection: Collection, binding: Binding) -> bool:
    """Whether the words before an equation speak of what is known already: "recall that", "hence"."""
    lead = lead_of(collection, binding.item)
    concludes = _CONCLUDED.search(lead) and not _INTRODUCED.search(lead)
    return bool(_LOOKS_BACK.search(lead) or concludes)


def is_near(binding: Binding, before: Binding) -> bool:
    """Whether the right side is that of the binding before but for a part or two, as a slip would leave it."""
    old, new = _parts(before.says), _parts(binding.says)
    changed = 0
    for kind, begin, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            changed += max(end - begin, last - first)
    return changed <= min(_ALIKE, max(len(old), len(new)) / 2)


def stands_apart(binding: Binding, before: Binding) -> bool:
    """Whether a heading, the end of an item or that of an example lies between two bindings."""
    here, there = binding.item.piece.region, before.item.piece.region
    return here.section is not there.section or not here.within(there)


def _parts(says: str) -> list[str]:
    """The letters, numbers and signs of a right side; how it is set is none."""
    return [part for part in re.findall(r"\\[A-Za-z]+|[A-Za-z]|[\d.]+|[^\s\\]", says) if part not in _SETTING]


_SETTING = ("{", "}", "\\left", "\\right", "\\big", "\\Big", "\\bigl", "\\bigr", "\\quad", "\\mathbf", "\\boldsymbol")
