"""What the words around a formula say: that it is hypothetical, that it restricts a display, that y is one-hot."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collecting import Collecting
from mlp_theory.texts.conventions.respelling import lone_sub
from mlp_theory.texts.items import Item, chain_of
from mlp_theory.texts.latex.restrictions import Condition
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.factors import big_operator
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted

_FILLERS = "encoded|vectors?|targets?|labels?|matri(?:x|ces)|columns?|of|the|true|a"
_WORDED = [
    ("one[- ]hot", "one-hot"),
    ("(?:symmetric,? (?:and )?)?positive[- ]semi-?definite", "semidefinite"),
    ("(?:symmetric,? (?:and )?)?positive[- ]definite", "definite"),
    ("symmetric", "symmetric"),
]


_NO_LESS_THAN_ZERO = ("positive", "nonnegative", "between 0.0 1.0", "between 0.0 1.0 closed")


def _sums_to_one(item: Item) -> Base | None:
    r"""The y of ``\sum_k y_k = 1`` in running text, where it says what y is like."""
    sides, relations = item.statement.sides, item.statement.relations
    if relations != ["="] or sides[0].syn is None or sides[1].syn is None or number_of(sides[1].syn) != 1:
        return None
    parts = atoms(sides[0].syn)
    if len(parts) != 2 or big_operator(parts[0]) != r"\sum":
        return None
    if re.search(r"\b(so|hence|thus|therefore|clearly|obviously|follows|get|obtain|shows?|implies)\b", _sentence(item)):
        return None  # a consequence, and no assumption
    bare, scripts = unscripted(parts[1])
    return base_of(bare) if len(scripts) == 1 and lone_sub(scripts) in in_order(parts[0]) else None


def _sentence(item: Item) -> str:
    """What its sentence says before a formula."""
    return re.split(r"[.;:!?]", item.piece.before.lower()[-80:])[-1]


class Prose(Collecting):
    """Reads the words beside formulas."""

    def _worded(self) -> dict[str, str]:
        """What the prose says of a symbol: "the one-hot vector $y$", "$A$ is symmetric"."""
        found: dict[str, str] = {}
        for item in self.items:
            if item.display:
                continue
            side = item.statement.sides[0]
            if side.syn is None:
                continue
            names = self._names(side.syn)
            before, after = item.piece.before.lower()[-70:], item.piece.after.lower()[:70]
            if self._hypothetical(item):
                continue
            after = re.split(r"[.;]", after)[0]
            before = re.split(r"[.;]", before)[-1]
            summed = _sums_to_one(item)
            if summed is not None:
                found.setdefault(summed.key, "adding-to-one")
            for words, domain in _WORDED:
                said = re.search(rf"(?:{words})(?:[ -](?:{_FILLERS}))*\s*$", before)
                says = re.match(
                    rf"\s*(?:\([^)]*\)\s*|\()?(?:,?\s*(?:is|are|be|being|which|a|an|the|all|its|columns?|of|each|vectors?|labels?|targets?|in|as|encoded))*\s*(?:{words})",
                    after,
                )
                if said or says:
                    for base, _, _ in names:
                        found[base.key] = domain
                    break
        return found

    def _apply_words(self, worded: dict[str, str]) -> None:
        page = self.page
        for info in page.infos.values():
            domain = worded.get(info.base.key)
            if domain is None or info.kind != "given" or page._known_scalar(info):
                continue
            zeros_and_ones = domain == "one-hot" and info.domain == "among 0 1"
            positive = info.domain in _NO_LESS_THAN_ZERO and domain == "adding-to-one"
            if info.domain != "real" and not zeros_and_ones and not positive:
                continue
            if domain in ("symmetric", "definite", "semidefinite"):
                if not page.dims.unify(info.r, info.c):
                    continue
            elif page.dims.is_one(info.r):
                continue
            info.domain = "probabilities" if positive else domain
            info.origin += ", and the words beside it"
            for item in self.items:
                if domain == "adding-to-one" and not item.display and _sums_to_one(item) == info.base:
                    item.role = "declares"

    def _restricts(self, item: Item) -> bool:
        """``if $i = j$, then …`` in front of a display restricts it, and defines nothing."""
        statement = item.statement
        if statement.relations[0] not in ("=", r"\ne", r"\neq", "≠"):
            return False
        letters = [
            base_of(atoms(side.syn)[0]) if side.syn is not None and len(atoms(side.syn)) == 1 else None
            for side in statement.sides
        ]
        known = self.page.index_letters | {"i", "j", "k", "l", "m", "n"}
        if any(b is None or b.bold or b.upper or b.letter not in known or self.page.is_size(b.letter) for b in letters):
            return False
        start = self.position[item]
        near = []
        for x in reversed(self.items[max(0, start - 3) : start]):
            if x.display:
                break
            near.append(x)
        if any(x.piece.block == item.piece.block and x.note == "restricts" for x in near):
            return True  # "either i = j or i ≠ j": no single restriction
        before, after = item.piece.before.lower(), item.piece.after.lower()
        worded = re.search(
            r"(^|[.;:(,]|\b(?:so|and|now|first|then|thus|hence|second|next|finally|but|case \w+)\b)\W*"
            r"(if|for|when|in the case|case|the case|suppose|assume|consider)( that| the case| of| where| when)?\s*$",
            before,
        )
        doubt = re.search(
            r"\b(not|never|no|unless|except|excluded|otherwise|else|or|done|done;|without)\b|[.?!]\s|\?$", after
        )
        denied = re.search(r"\b(not|never|no|unless|except|without|whether)\b", before)
        near_display = start + 1 < len(self.items) and self.items[start + 1].display
        if worded and near_display and not doubt and not denied:
            following = self.items[start + 1]
            chain = chain_of(statement)
            text = statement.sides[0].latex
            following.statement.conditions.append(Condition(text, chain, "if"))
        item.note = "restricts"
        return True

    def _hypothetical(self, item: Item) -> bool:
        """Whether the prose around takes back what an inline formula says: "not", "if", "would", a question."""
        before = re.split(r"[.;:!]", item.piece.before.lower()[-80:])[-1]
        after = item.piece.after.lower()[:80]
        sentence = re.split(r"[.;!]", after)[0]
        return bool(
            re.search(
                r"\b(not|never|no|without|unless|whether|would|if|when|were|except|rather than|instead of|mistaken?|"
                r"mistakes|tempting|wrongly|incorrectly|trivial case)\b",
                before,
            )
            or re.search(r"\b(not|wrong|fails?|were|would|false|never)\b|\?", sentence)
        )

    def _introduced(self, item: Item) -> bool:
        """Whether the words before an inline formula set something, and do not claim it: "where", "let"; not "so"."""
        before = re.split(r"[.;:!?]", item.piece.before.lower()[-80:])[-1]
        if re.search(
            r"\b(clearly|obviously|hence|thus|therefore|then|so|note|because|since|follows|see|means|implies|have|get|"
            r"obtain|case is|shows?|that|always)\b",
            before,
        ):
            return False
        setting = (
            r"\b(let|assume|suppose|where|with|given|for|define|denote|set|put|write|choose|fix|take|call|consider|"
            r"using|by|is|are|some|all|and)\b"
        )
        return bool(re.search(setting, before)) or not before.strip(" ,(")

    def constrains(self, item: Item) -> bool:
        """Whether the words before an inline equation ask something of its letters: "with", "such that", "unit"."""
        before = re.split(r"[.;!?]", item.piece.before.lower()[-80:])[-1]
        earlier = next((x for x in reversed(self.items[: self.position[item]]) if x.role != "range"), item)
        beside = earlier is not item and not earlier.display and earlier.piece.block == item.piece.block
        if before.strip(" ,(") in ("", "and") and beside:
            return earlier.role == "declares" or self.constrains(earlier)
        return bool(
            re.search(
                r"\b(with|where|such that|satisfying|satisfies|subject to|constraint\w*|orthogonal|orthonormal|unit|"
                r"unitary|normali[sz]ed|assum\w*|suppose|let|provided|given|require\w*|under)\b",
                before,
            )
        )
