"""How names are written: Z_1, lambda, W_hh, Z_hat, in LaTeX, in Unicode and in Python."""

from __future__ import annotations

import keyword
import re

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
    "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
    "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ",
}  # fmt: skip
ACCENTS = {"hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "dot": "\u0307"}
_LOW = str.maketrans("0123456789+-ijklmnt", "₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₗₘₙₜ")
_LOWERED = re.compile(r"[0-9]+|[ijklmnt]([+-][0-9]+)?")


def is_index(text: str) -> bool:
    """Whether this may stand behind ``_`` in a name: 1, hh, l, or l+1."""
    return text.isalnum() or bool(re.fullmatch(r"[A-Za-z][+-][0-9]+", text))


def _taken_apart(name: str) -> tuple[str, list[str], list[str]]:
    """Letter, accents and indices."""
    letter, *rest = name.split("_")
    return letter, [part for part in rest if part in ACCENTS], [part for part in rest if part not in ACCENTS]


def latex_name(name: str) -> str:
    r"""``Z_1`` as ``Z_1``, ``lambda`` as ``\lambda``, ``Z_hat_1`` as ``\hat{Z}_1``."""
    letter, accents, indices = _taken_apart(name)
    out = f"\\{letter}" if letter in GREEK else letter if len(letter) == 1 else f"\\mathrm{{{letter}}}"
    for accent in accents:
        out = f"\\{accent}{{{out}}}"
    below = ",".join(f"\\{part}" if part in GREEK else part for part in indices)
    if not below:
        return out
    return f"{out}_{below}" if len(below) == 1 else f"{out}_{{{below}}}"


def unicode_name(name: str) -> str:
    """``Z_1`` as Z₁, ``lambda`` as λ, ``W_l+1`` as Wₗ₊₁."""
    letter, accents, indices = _taken_apart(name)
    out = GREEK.get(letter, letter) + "".join(ACCENTS[accent] for accent in accents)
    if not indices:
        return out
    below = ",".join(GREEK.get(part, part) for part in indices)
    return out + (below.translate(_LOW) if _LOWERED.fullmatch(below) else f"_{below}")


def python_name(name: str) -> str:
    """The name itself, ``W_l+1`` as ``W_l_plus_1``; an underscore stands behind a word that Python has."""
    name = name.replace("+", "_plus_").replace("-", "_minus_")
    return f"{name}_" if keyword.iskeyword(name) else name
