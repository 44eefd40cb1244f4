r"""Hats and bold type over more than one sign: whose they are."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.fonts import FONTS
from mlp_theory.texts.syntax.kinds import in_font, is_letter, is_scripted
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn


def over_its_letter(accent: Syn) -> Syn:
    r"""``\hat{x}_i`` of ``\hat{x_i}``; ``\overline{x^2}`` stays, because it is no ``\bar{x}^2``."""
    inner = atoms(accent[1])
    if len(inner) != 1 or not is_scripted(inner[0]):
        return accent
    bare, parts = unscripted(inner[0])
    scripts = scripts_of(parts)
    if base_of(bare) is None or scripts.primes or any(kind not in ("bracket", "square") for kind, _ in scripts.sups):
        return accent
    marked = Syn("accent", (accent[0], bare), accent.start, bare.end)
    return Syn("scripted", (marked, *parts), accent.start, accent.end)


def spread(item: Syn) -> list[Syn]:
    r"""The bold letters of ``\mathbf{XW}^\top``, of which the last is transposed; anything else as it is."""
    bare, parts = unscripted(item)
    if not in_font(bare) or FONTS.get(str(bare[0]).lstrip("\\")) != "bold":
        return [item]
    letters = atoms(bare[1])
    if len(letters) != 2 or not all(map(_is_letter, letters)):
        return [item]
    *before, last = [Syn("font", (bare[0], letter), letter.start, letter.end) for letter in letters]
    return [*before, Syn("scripted", (last, *parts), last.start, item.end) if parts else last]


def _is_letter(item: Syn) -> bool:
    return is_letter(unscripted(item)[0]) and number_of(item) is None
