r"""``\ln p = …``: a density without arguments that the page gives by its logarithm alone; ln and p become one name."""

from __future__ import annotations

from mlp_theory.texts.conventions.spelling import Spelling
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.conditional_arguments import PROBABILITIES
from mlp_theory.texts.syntax.names import LOGARITHM, base_of, word_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.respelling import joined
from mlp_theory.texts.syntax.syn import Syn

_DENSITIES = (*PROBABILITIES, "L")
_EQUALITIES = ("=", ":=", r"\coloneqq", r"\triangleq", r"\equiv")


def log_names(items: list[Item]) -> Spelling | None:
    """Each log p that an equation gives, as one name on the whole page, unless p itself is declared or given by one."""
    by_logarithm: set[str] = set()
    themselves: set[str] = set()
    for item in items:
        relation, left = item.statement.relations[:1], item.statement.sides[0].syn
        if not relation or left is None:
            continue
        factors = atoms(left)
        if factors and _is_log(factors[0]) and item.display and relation[0] in _EQUALITIES:
            by_logarithm |= _named(factors[1:])
        elif relation[0] in (*_EQUALITIES, r"\in"):
            themselves |= _named(factors[:1])
    keys = by_logarithm - themselves
    if not keys:
        return None
    return lambda syn: joined(syn, _is_log, lambda name: _key(name) in keys, LOGARITHM)


def _is_log(syn: Syn) -> bool:
    return syn.kind == "function" and word_of(syn) in ("log", "ln")


def _named(factors: list[Syn]) -> set[str]:
    """The key of the density that stands there alone; else the empty set."""
    key = _key(factors[0]) if len(factors) == 1 else None
    return set() if key is None else {key}


def _key(syn: Syn) -> str | None:
    base = base_of(under_scripts(syn))
    return base.key if base is not None and base.letter in _DENSITIES and not base.bold else None
