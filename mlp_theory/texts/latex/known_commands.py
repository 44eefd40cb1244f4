r"""Commands with arguments that packages and preambles out of sight define: ``\inner{u, v}``, ``\pdv{f}{x}``.

Asked after the macros of the page, so what it defines itself is never seen here.
"""

from __future__ import annotations

from mlp_theory.texts.latex.rewriting import GROUP, Rewrite

_INNER = r"\\(?:inner|innerprod|innerproduct|inprod|iprod|ip|dotprod|dotp|scalprod|dprod|braket|angles)"
_VECTOR = r"\\(?:vect|bvec|vb|vecb|vv|mat|matr|mtx|bfm|mbf|mb|bs|bsym|boldvec|bfvec)"
_PARTIAL = r"\\(?:pdv|pderiv|pd|partialderivative|diffp|pdiff|pfrac|fpartial|partialfrac|fpd)"
_TOTAL = r"\\(?:dv|deriv|derivative|od|odv|totald)"
_TRANSPOSED = r"(?:T|t|tr|trans|tran|transp|tp|Transpose|transpose|mathsf\s*T|tT)"

_BOLD = r"\\(?:([xyzwuh])\1|b([xyzwuvahrgcXYZWUVAHSQKLMB])|v([xyzwuvhcgrst])|m([ABCDHIJKLMPQSUVWXYZ]))"
r"""Letters that macros make bold: ``\xx``, ``\bx``; ``\vx`` and ``\mW`` of a known book's files."""

KNOWN_COMMANDS = (
    Rewrite("\\", rf"{_BOLD}(?![A-Za-z]|\s*\{{)", (r"\mathbf{", 1, 2, 3, 4, "}")),
    Rewrite("\\", rf"{_INNER}\s*{GROUP}\s*{GROUP}", (r"\left\langle ", 1, ", ", 2, r"\right\rangle ")),
    Rewrite(
        "\\",
        rf"{_INNER}\s*(?=\{{[^{{}}]*(?:\{{[^{{}}]*\}}[^{{}}]*)*,){GROUP}",
        (r"\left\langle ", 1, r"\right\rangle "),
    ),
    Rewrite("\\", rf"{_VECTOR}\s*{GROUP}", (r"\mathbf{", 1, "}")),
    Rewrite("\\", rf"\\(?:bb|mbb|bbm)\s*{GROUP}", (r"\mathbb{", 1, "}")),
    Rewrite("\\", rf"\\(?:mcal|mc|calli)\s*{GROUP}", (r"\mathcal{", 1, "}")),
    Rewrite("\\", rf"\\(?:mrm|mr)\s*{GROUP}", (r"\mathrm{", 1, "}")),
    Rewrite(r"\set", rf"\\set\s*{GROUP}", (r"\{", 1, r"\}")),
    Rewrite("\\", rf"\\(?:paren|parens|pa|prn|qty)\s*{GROUP}", ("(", 1, ")")),
    Rewrite("\\", rf"\\(?:brk|sqb|bracks|brac)\s*{GROUP}", ("[", 1, "]")),
    Rewrite(r"\dd", rf"\\dd\s*{GROUP}", (r"\mathrm{d}", 1, " ")),
    Rewrite(
        "\\",
        rf"{_PARTIAL}\s*\[\s*(\w)\s*\]\s*{GROUP}\s*{GROUP}",
        (r"\frac{\partial^", 1, " ", 2, r"}{\partial ", 3, "^", 1, "}"),
    ),
    Rewrite(
        "\\",
        rf"\\pdv\s*{GROUP}\s*{GROUP}\s*{GROUP}",
        (r"\frac{\partial^2 ", 1, r"}{\partial ", 2, r" \partial ", 3, "}"),
    ),
    Rewrite("\\", rf"{_PARTIAL}\s*{GROUP}\s*{GROUP}", (r"\frac{\partial ", 1, r"}{\partial ", 2, "}")),
    Rewrite("\\", rf"{_TOTAL}\s*\[\s*(\w)\s*\]\s*{GROUP}\s*{GROUP}", (r"\frac{d^", 1, " ", 2, "}{d ", 3, "^", 1, "}")),
    Rewrite("\\", rf"{_TOTAL}\s*{GROUP}\s*{GROUP}", (r"\frac{d ", 1, "}{d ", 2, "}")),
    Rewrite("^", rf"\^\s*\\{_TRANSPOSED}(?![A-Za-z])", (r"^\top ",)),
    Rewrite("^", rf"\^\s*\{{\s*\\{_TRANSPOSED}\s*\}}", (r"^\top ",)),
    Rewrite(r"\unicode", r"\\unicode\s*\{\s*(?:x|U\+)1D7D9\s*\}", (r"\mathbb{1}",)),
    Rewrite(r"\ind", rf"\\(?:ind|indic|indicator)\s*{GROUP}", (r"\mathbb{1}[", 1, "]")),
    Rewrite(r"\ind", r"\\(?:ind|indic|indicator)(?=\s*(?:\\left)?\s*(?:\\\{|[\[(_]))", (r"\mathbb{1}",)),
    Rewrite(r"\1", r"\\1(?=\s*(?:\\left)?\s*(?:\\\{|[\[(_{]))", (r"\mathbb{1}",)),
)
"""What everybody means by them."""
