r"""What a keyboard, a text editor or another language leaves in a formula: rewritten before anything else is asked.

Nothing here changes what a reader of the typeset page sees; only brackets and braces that cross are set straight.
"""

from __future__ import annotations

from mlp_theory.texts.latex.rewriting import Rewrite

_ACCENT = r"\\(?:tilde|widetilde|hat|widehat|bar|overline|vec|mathbf|boldsymbol|bm|mathrm)\s*"
_SCRIPT = r"(?:\s*[_^]\s*(?:\{[^{}]*\}|[A-Za-z0-9*]|\\[A-Za-z]+))*"
_ENTRY = (
    r"((?:\\left)?\(?\s*\\(?:mathbf|boldsymbol|bm|vec)\s*\{[^{}]*\}"
    rf"{_SCRIPT}\s*(?:(?:\\right)?\))?|\\[A-Za-z]+\([^()&]*\)|(?:\\left)?\(?[A-Za-z]{_SCRIPT}\s*(?:(?:\\right)?\))?)"
)
_TRANSPOSED = r"\s*\^\s*(?:\{\s*(?:T|\\top|\\intercal)\s*\}|T|\\top|\\intercal)"
_DASH = r"(?:-{1,3}|—|–|\\text\s*\{\s*[-—–]{1,3}\s*\}|\\rule(?:\[[^\]]*\])?\{[^{}]*\}\{[^{}]*\})"
_ROW_STARTS = r"(\\\\|\\begin\s*\{[a-zA-Z]*matrix\*?\}|\\begin\s*\{array\}\s*\{[^{}]*\})\s*&?\s*"
_ROW_ENDS = r"\s*(?=\\\\|\\end\s*\{)"

_INNER = r"((?:(?!\\left|\\right).|\\left(?!\s*\.)(?:(?!\\left|\\right).)*\\right(?!arrow))*)"
_BAR = r"(\||\\r?vert(?![A-Za-z]))"

HABITS = (
    Rewrite(r"\left", rf"\\left\s*\.{_INNER}\\right\s*{_BAR}(?=\s*_)", (r"\left(", 1, r"\right)", 2)),  # … |_{x = 0}
    Rewrite("limits", r"\\(?:display|no)limits(?![A-Za-z])", ("",)),
    Rewrite(r"\xspace", r"\\xspace(?![A-Za-z])", ("",)),
    Rewrite("\u200b", "\u200b", ("",)),
    Rewrite("\u2060", "\u2060", ("",)),
    Rewrite("\ufeff", "\ufeff", ("",)),
    Rewrite(r"\operatornamewithlimits", r"\\operatornamewithlimits(?![A-Za-z])", (r"\operatorname",)),
    Rewrite("l|", r"\\[,;:]\s*\\[bB]igg?[lr]?\s*\|\s*\\[,;:]", (r"\mid ",)),
    Rewrite("..", r"(?<![.\\])(,\s*)\.\.(?=\s*,?\s*[A-Za-z\\])", (1, r"\dots,")),
    Rewrite(r"\dots,,", r"\\dots,\s*,", (r"\dots,",)),
    Rewrite("...", r"(?<!\.)\.\.\.(?!\.)", (r"\dots ",)),
    Rewrite(".(", r"(\\(?:sin|cos|tan|exp|log|ln|tanh|sinh|cosh|sigma))\.(?=\()", (1,)),  # f.(x), entry by entry
    Rewrite(".*", r"(?<![.\d])\.\*(?!\*)", (r"\odot ",)),
    Rewrite(")}", r"([_^]\s*\{[^{}()]*)\)\}", (1, "})")),  # z_{t)}: typeset, the bracket stands beside the t
    Rewrite(")}", rf"({_ACCENT}\{{(?:[^{{}}()]|\{{[^{{}}()]*\}})*)\)\}}", (1, "})")),
    Rewrite("&", r"&\s*,\s*&", ("&",)),  # a column of commas before the conditions
    Rewrite(
        "begin", rf"{_ROW_STARTS}{_DASH}\s*&?\s*{_ENTRY}{_TRANSPOSED}\s*&?\s*{_DASH}{_ROW_ENDS}", (1, " ", 2, r"^\top ")
    ),
    Rewrite("begin", rf"{_ROW_STARTS}{_DASH}\s*&\s*{_ENTRY}\s*&\s*{_DASH}{_ROW_ENDS}", (1, " ", 2, r"^\top ")),
    Rewrite("begin", rf"{_ROW_STARTS}\\vdots\s*&\s*\\vdots\s*(?:&\s*\\vdots\s*)?{_ROW_ENDS}", (1, r" \vdots ")),
)
r"""Rows with dashes, ``- & x_i & -``, are the samples lying down: x_i^\top."""
