"""The fonts, accents and Greek letters of LaTeX, and how they are shown in Unicode."""

from __future__ import annotations

FONTS = {
    **dict.fromkeys(["mathbf", "boldsymbol", "bm", "pmb", "bold", "textbf", "mathbfcal", "bf", "boldmath"], "bold"),
    **dict.fromkeys(["mathcal", "mathscr", "cal"], "cal"),
    **dict.fromkeys(["mathbb", "mathbbm", "mathds"], "bb"),
    **dict.fromkeys(["mathrm", "mathit", "mathsf", "mathtt", "mathnormal", "it", "rm", "sf", "tt"], ""),
    "mathfrak": "frak",
}
GREEK_LETTERS = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau",
    "φ": "varphi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda",
    "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega", "Γ": "Gamma", "ℓ": "ell", "κ": "kappa", "ι": "iota",
}  # fmt: skip
GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ",
}  # fmt: skip
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304",
    "overline": "\u0304", "vec": "\u20d7", "overrightarrow": "\u20d7", "dot": "\u0307", "ddot": "\u0308",
    "check": "\u030c", "breve": "\u0306", "mathring": "\u030a", "underline": "\u0332", "acute": "\u0301",
    "grave": "\u0300", "primed": "′",
}  # fmt: skip
NARROW = {"widehat": "hat", "widetilde": "tilde", "overline": "bar", "overrightarrow": "vec"}
