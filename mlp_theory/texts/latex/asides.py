r"""Signs of an argument around an equation, which say nothing of its sides: ``\therefore``, ``\blacksquare``."""

from __future__ import annotations

from mlp_theory.texts.latex.rewriting import Rewrite

_WORD = r"\\(?:mathrm|text|textrm|mathsf|rm|operatorname)\s*\{\s*[A-Za-z]+\s*\}"
_TEXT = r"\\(?:text|mbox|textrm|textnormal)"
_CASE_TEXT = rf"({_TEXT}\s*\{{\s*(?:if|when|for|where)\b\s*)"
_INSIDE = r"((?:[^${}]|\{[^{}]*\})*)"
_NAME = r"([A-Z][a-z]+(?: [A-Z]?[a-z]+){1,2})"
"""Some words that begin an equation and name what it is about: "Excess Risk"."""

ASIDES = (
    Rewrite("\\", r"^\s*\\(?:therefore|because)(?![A-Za-z])", ("",)),
    Rewrite("\\", r"\\(?:blacksquare|square|Box|qed|qedsymbol|QED)(?![A-Za-z])\s*(?=$|\\\\|\\end)", ("",)),
    Rewrite("\\", r"\\(?:text|textrm|mbox|mathrm|textnormal)\s*\{\s*[.,;:]?\s*\}\s*(?=$|\\\\|\\end)", ("",)),
    Rewrite(r"\mathop", rf"\\mathop\s*\{{\s*({_WORD})\s*\}}(?:\s*\\(?:no)?limits)?", (1, " ")),
    Rewrite("$", rf"{_CASE_TEXT}\${_INSIDE}\${_INSIDE}\}}", (1, "}", 2, 3)),  # \text{if $x$ = 0}
    Rewrite("}", r"(\\end\s*\{(?:array|matrix|aligned|split)\}\s*)\\right\s*\\\}", (1, r"\right.")),
    Rewrite("{", rf"{_TEXT}\s*\{{\s*\\text(?:bf|it|rm)\s*\{{([^{{}}$]*)\}}\s*\}}", (r"\text{", 1, "}")),
    Rewrite("{", rf"^(\s*&?\s*){_TEXT}\s*\{{\s*{_NAME}\s*\}}(?=\s*(?:\(|&?\s*=))", (1, r"\mathrm{", 2, "}")),
    Rewrite(r"\textbf", r"\\textbf\s*(?=\{\s*[A-Za-z01]\s*\})", (r"\mathbf",)),
)
"""A bold letter that is typed as bold text is the bold letter."""
