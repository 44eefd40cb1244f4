r"""The arguments of a density that everybody knows by its name: ``\mathcal{N}(x \mid \mu, \Sigma)``."""

from __future__ import annotations

from mlp_theory.texts.syntax.conditional_arguments import conditional_arguments
from mlp_theory.texts.syntax.kinds import in_parens, is_call
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn

_WORDS = {"normal": "normal", "gaussian": "normal", "bern": "coin", "bernoulli": "coin", "ber": "coin"}
_PARAMETERS = {"normal": 2, "coin": 1}


def density_kind(base: Base) -> str:
    r"""What law a name stands for: "normal" of a calligraphic N, "coin" of ``\mathrm{Bern}``; "" for none."""
    if base.letter == "N" and base.style in ("cal", "scr"):
        return "normal"
    return _WORDS.get(base.letter.lower(), "") if base.word else ""


def density_at(items: list[Syn], k: int) -> tuple[str, list[Syn]] | None:
    r"""The law, and the value with its parameters, of a density that begins at a factor; None where none does.

    ``\mathcal{N}(\mu, \Sigma)`` without a value is a law, and no density.
    """
    if k + 1 >= len(items):
        return None
    bare, parts = unscripted(items[k])
    group, _ = unscripted(items[k + 1])
    base = base_of(bare)
    if base is None or parts or not in_parens(group):
        return None
    kind = density_kind(base)
    if not kind:
        return None
    found = conditional_arguments(group, base)
    if found is not None:
        values = found.values if found.before == 1 and not any(found.variables) else []
    else:
        values = arguments(group) if is_call(group) else []
    return (kind, values) if len(values) == 1 + _PARAMETERS[kind] else None
