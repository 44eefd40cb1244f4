"""Commands that no page has to define, because what shows it knows them or everybody writes them so."""

from __future__ import annotations

from mlp_theory.texts.latex.macros import Macro

_SETS = {
    "R": ("R", "RR", "real", "reals", "Real", "Reals"),
    "N": ("N", "NN", "natnums"),
    "Z": ("Z", "ZZ", "Integers"),
    "C": ("C", "CC", "cnums", "Complex"),
}
_EXPECTATION = ("E", "EE")

_WORDS = {
    "Var": ("Var", "var", "Variance"),
    "Cov": ("Cov", "cov"),
    "KL": ("KL",),
    "tr": ("trace", "Trace"),
    "sign": ("sign", "sgn"),
    "relu": ("relu", "ReLU", "Relu"),
    "sigmoid": ("sigmoid", "sigm"),
    "argmax": ("Argmax", "ArgMax"),
    "argmin": ("Argmin", "ArgMin"),
}

_SHORT = {
    r"\epsilon": ("eps", "veps", "vareps"),
    r"\lambda": ("lam", "lamb"),
    r"\varphi": ("vphi",),
    r"\sigma": ("sig",),
    r"\omega": ("omg",),
    r"\Lambda": ("Lam",),
    r"\Sigma": ("Sig",),
    r"\Omega": ("Omg",),
    r"\nabla": ("grad", "gradient"),
    r"\frac{1}{2}": ("half",),
    "^{-1}": ("inv",),
    ":=": ("defeq", "eqdef", "defn"),
    r"\mid": ("given", "cond"),
    r"\mathbf{1}": ("ones",),
}
"""What is short for one sign."""

_GREEK_NAMES = tuple(
    """
    alpha beta gamma delta epsilon eta theta lambda mu nu xi pi rho sigma phi psi omega Sigma Theta Lambda Phi Psi Omega
    """.split()  # noqa: SIM905  # a list of commands is read more easily without quotes
)

KNOWN: dict[str, Macro] = {
    **{rf"\{command}": Macro(rf"\mathbb{{{letter}}}") for letter, commands in _SETS.items() for command in commands},
    **{rf"\{command}": Macro(r"\mathbb{E}") for command in _EXPECTATION},
    **{rf"\{command}": Macro(rf"\mathrm{{{word}}}") for word, commands in _WORDS.items() for command in commands},
    **{rf"\{command}": Macro(sign) for sign, commands in _SHORT.items() for command in commands},
    **{rf"\b{name}": Macro(rf"\boldsymbol{{\{name}}}") for name in _GREEK_NAMES if name != "eta"},  # \beta is a letter
    **{rf"\v{name}": Macro(rf"\boldsymbol{{\{name}}}") for name in _GREEK_NAMES if name not in ("phi", "epsilon")},
    **{rf"\{name}{end}": Macro(rf"\boldsymbol{{\{name}}}") for name in _GREEK_NAMES for end in ("bold", "bf", "vec")},
    r"\norm": Macro(r"\left\|#1\right\|", 1),
    r"\Norm": Macro(r"\left\|#1\right\|", 1),
    r"\abs": Macro(r"\left|#1\right|", 1),
    r"\Abs": Macro(r"\left|#1\right|", 1),
}
"""What a page defines itself goes before these."""
