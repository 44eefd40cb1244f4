r"""Signs of an argument around an equation, which say nothing of its sides: ``\therefore``, ``\blacksquare``."""

from __future__ import annotations

from mlp_theory.texts.latex.rewriting import Rewrite

_WORD = r"\\(?:mathrm|text|textrm|mathsf|rm|operatorname)\s*\{\s*[A-Za-z]+\s*\}"

ASIDES = (
    Rewrite("\\", r"^\s*\\(?:therefore|because)(?![A-Za-z])", ("",)),
    Rewrite("\\", r"\\(?:blacksquare|square|Box|qed|qedsymbol|QED)(?![A-Za-z])\s*(?=$|\\\\|\\end)", ("",)),
    Rewrite("\\", r"\\(?:text|textrm|mbox|mathrm|textnormal)\s*\{\s*[.,;:]?\s*\}\s*(?=$|\\\\|\\end)", ("",)),
    Rewrite(r"\mathop", rf"\\mathop\s*\{{\s*({_WORD})\s*\}}(?:\s*\\(?:no)?limits)?", (1, " ")),
    Rewrite(r"\textbf", r"\\textbf\s*(?=\{\s*[A-Za-z01]\s*\})", (r"\mathbf",)),
)
"""A bold letter that is typed as bold text is the bold letter."""
