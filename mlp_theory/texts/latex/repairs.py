r"""Source repair: what is written for Markdown, for the eye or in another way, as this reader would have it.

Every entry is one habit of writers. They are asked in this order: what Markdown wants escaped first, because commands
are found by their backslash; then what macros stand for; then decoration, which says nothing; then spellings.
"""

from __future__ import annotations

from mlp_theory.texts.latex.asides import ASIDES
from mlp_theory.texts.latex.known_commands import KNOWN_COMMANDS
from mlp_theory.texts.latex.known_macros import KNOWN
from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.macros import Macro, expand, take_macros
from mlp_theory.texts.latex.presentation import PRESENTATION
from mlp_theory.texts.latex.rewriting import GROUP, WORDS, Rewrite
from mlp_theory.texts.latex.typing_habits import HABITS
from mlp_theory.texts.syntax.syn import MAX_LENGTH

ESCAPED_FOR_MARKDOWN = (
    Rewrite(r"\\\\", r"\\\\\\\\", (r"\\",)),  # a row ends in four of them
    Rewrite(r"\\{", r"\\\\\{((?:(?!\\\\\{)[^}])*?)\\\\\}", (r"\{", 1, r"\}")),  # \\{e_1, …, e_K\\}
    Rewrite(
        r"\_", r"(?<![A-Za-z\\^_{])([A-Za-z]{3,})\\_([A-Za-z0-9]+)(?![\w}])", (r"\mathrm{", 1, "-", 2, "}")
    ),  # adv\_x
    Rewrite(r"\_", r"(?<!\\)\\_(?=\s*(?:\{|\\[A-Za-z]|[A-Za-z0-9](?![A-Za-z0-9])))", ("_",)),  # z\_i; no d\_model
    Rewrite(r"\*", r"(?<!\\)\\\*", ("*",)),  # w^\*
    Rewrite(r"\^", r"(?<!\\)\\\^(?=\s*[\\{\d(+*-]|\s*[A-Za-z](?![A-Za-z]))", ("^",)),
    Rewrite("&", r"&(lt|gt);", ("\\", 1, " ")),
    Rewrite("&", r"&amp;", ("&",)),
)

_KEPT = r"(?<![_^])(?<![_^]\s)"
_WHITE = r"(?:[Ww]hite|transparent|none|[Ii]vory|[Ss]now|\#?[fF]{3,6}|1\s*,\s*1\s*,\s*1)\b"
_COLOUR = rf"(?:\s*\[[^\[\]]*\])?\s*\{{(?!\s*{_WHITE})[^{{}}]*\}}"
"""A colour that is seen on white: what is written in white is not to be judged as if it could be read."""

DECORATION = (
    Rewrite(r"\require", r"\\require\s*\{[^{}]*\}", ("",)),
    Rewrite(
        "\\",
        rf"{_KEPT}\\(?:class|cssId|style|href|htmlClass|htmlId|htmlStyle|htmlData|data)\s*\{{[^{{}}]*\}}\s*{GROUP}",
        (" ", 1, " "),
    ),
    Rewrite("$", r"(\\(?:fbox|framebox|colorbox\s*\{[^{}]*\})\s*)\{\s*\$([^$]*)\$\s*\}", (1, "{", 2, "}")),
    Rewrite(r"\bbox", rf"{_KEPT}\\bbox(?:\s*\[[^\[\]]*\])?\s*{GROUP}", (" ", 1, " ")),
    Rewrite(r"\textcolor", rf"{_KEPT}\\textcolor{_COLOUR}\s*{GROUP}", (" ", 1, " ")),
    Rewrite(r"\colorbox", rf"{_KEPT}\\colorbox{_COLOUR}\s*{GROUP}", (" ", 1, " ")),
    Rewrite(r"\color", rf"{_KEPT}\\color{_COLOUR}\s*{GROUP}", (" ", 1, " ")),
    Rewrite(r"\color", rf"\\color{_COLOUR}", (" ",)),
    Rewrite("cancel", rf"{_KEPT}\\[bx]?cancel\s*{GROUP}", (" ", 1, " ")),  # equals cancel: it holds with them too
    Rewrite("lap", rf"{_KEPT}\\math[rl]lap\s*{GROUP}", (" ", 1, " ")),
    Rewrite(
        "\\", r"\\(?:tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge)(?![A-Za-z])", ("",)
    ),
    Rewrite("\\", r"\\(?:hskip|kern|mskip|mkern)\s*-?[\d.]+\s*(?:em|ex|pt|mu|cm|mm)(?![A-Za-z])", (" ",)),
)
r"""Boxes, colours and crossings out. Braces are not seen, so what they held stands there without them."""

_GAPS = r"(?:\\[,;:!> ]|~|\s)*"
_ARG = rf"arg{_GAPS}(max|min)"
_OPERATOR = r"\\(?:sum|prod|max|min|argmax|argmin|lim|sup|inf|mathbb\s*\{E\}|mathbb\s+E|mathrm\s*\{E\})(?![A-Za-z])"
_NOTE = (
    r"\{\s*((?:\\(?:text|mathrm|textrm|mbox|textit|textbf)\s*\{[^{}]*\}|\\(?:uparrow|downarrow)|[()\s]|\\[,;:! ])+"
    r"|[(\s]*[A-Za-z0-9_{}]+\s*\\times\s*[A-Za-z0-9_{}]+[)\s]*|\\in\s*\\mathbb[^=<>]*)\}"
)
"""Words, or a shape: what is written over or under a name says something of it, and changes nothing."""

_CONDITION = r"[^{}()\[\]=<>]{0,99}?(?:[=<>]|\\(?:neq?|leq?|geq?|in)(?![A-Za-z]))[^{}()\[\]]{0,99}?"
_STAR = r"(?:\*|\\ast(?![A-Za-z])|\\star(?![A-Za-z]))"
_TRANSPOSE = r"T|\\top|\\intercal|\\(?:mathsf|mathrm|text)\s*\{T\}"
_BAR = r"(?:\||\\vert(?![A-Za-z]))"
_NAME = (
    r"(?:\\(?:mathbf|boldsymbol|bm|hat|tilde|bar|vec|mathrm|text)\s*\{[^{}]*\}|\\[A-Za-z]+|[A-Za-z])"
    r"(?:\s*[_^]\s*(?:\{[^{}]*\}|[A-Za-z0-9]))*"
)

_OF_NUMPY = r"(?:\\(?:text|mathrm|texttt|operatorname)\s*\{\s*)?np\s*\.\s*sum\s*\}?\s*"
_KEPT_AXIS = r"\s*,\s*keepdims?\s*=\s*(?:\\(?:text|mathrm|texttt)\s*\{\s*)?True\s*\}?\s*"
_SUMMED = rf"{_OF_NUMPY}\(((?:[^()]|\([^()]*\))*?),\s*axis\s*=\s*"

SPELLINGS = (
    Rewrite("sum", rf"{_SUMMED}1{_KEPT_AXIS}\)", (r"\mathrm{rowsum}(", 1, ")")),
    Rewrite("sum", rf"{_SUMMED}0{_KEPT_AXIS}\)", (r"\mathrm{colsum}(", 1, ")")),
    Rewrite(
        "arg",
        rf"\\(?:operatorname\*?|mathop|mathrm|text|textrm|mathbf|mbox)\s*\{{\s*{_ARG}{_GAPS}\}}",
        (r"\arg", 1, " "),
    ),
    Rewrite(
        "arg", rf"\\(?:mathrm|text|operatorname)\s*\{{\s*arg{_GAPS}\}}{_GAPS}\\(max|min)(?![A-Za-z])", (r"\arg", 1, " ")
    ),
    Rewrite(r"\arg", rf"\\arg{_GAPS}\\(max|min)(?![A-Za-z])", (r"\arg", 1, " ")),
    Rewrite(r"\arg", rf"\\arg{_GAPS}\\(?:mathrm|text|operatorname)\s*\{{\s*(max|min)\s*\}}", (r"\arg", 1, " ")),
    Rewrite("arg", r"(?<![A-Za-z\\{])arg(max|min)(?=\s*_)", (r"\arg", 1, " ")),
    Rewrite(r"\mathop", r"\\mathop\s*\{\s*(\\arg(?:max|min))\s*\}(?:\s*\\limits)?", (1, " ")),
    Rewrite(
        "set", rf"\\(?:overset|stackrel)\s*{GROUP}\s*\{{\s*({_OPERATOR}\s*(?:_\s*{GROUP})?)\s*\}}", (2, "^{", 1, "}")
    ),
    Rewrite("set", rf"\\underset\s*{GROUP}\s*\{{\s*({_OPERATOR}\s*(?:\^\s*{GROUP})?)\s*\}}", (2, "_{", 1, "}")),
    Rewrite("set", rf"\\underset\s*{GROUP}\s*({_OPERATOR})", (2, "_{", 1, "}")),
    Rewrite("set", rf"{_KEPT}\\(?:over|under)set\s*{_NOTE}\s*{GROUP}", (" ", 2, " ")),
    Rewrite("^", rf"\^\s*\{{\s*(?:{_STAR}|\(\s*{_STAR}\s*\))\s*\}}", ("^*",)),  # the optimum w^{*}
    Rewrite("^", rf"\^\s*\{{\s*{_STAR}\s*({_TRANSPOSE})\s*\}}", ("^*^{", 1, "}")),
    Rewrite("^", rf"\^\s*\{{\s*({_TRANSPOSE})\s*{_STAR}\s*\}}", ("^*^{", 1, "}")),
    Rewrite("^", r"\^\s*\\(?:ast|star)(?![A-Za-z])", ("^*",)),
    Rewrite("^", r"\^\s*\{\s*('+)\s*\}", (1,)),
    Rewrite("brace", rf"\\(?:under|over)brace\s*\{{\s*({_NAME})\s*\}}\s*[_^]\s*\{{\s*{WORDS}\s*\}}", (1, " ")),
    Rewrite(r"\substack", r"(\\substack\s*\{(?:[^{}]|\{[^{}]*\})*?)(?<!,)\\\\", (1, ",")),
    Rewrite(r"\substack", rf"_\s*(?:\{{\s*\\substack\s*{GROUP}\s*\}}|\\substack\s*{GROUP})", ("_{", 1, 2, "}")),
    Rewrite(
        "_",
        rf"_\s*\{{\s*(?:\\left)?\s*(?:\\\{{|[\[(])({_CONDITION})(?:\\right)?\s*(?:\\\}}|[\])])\s*\}}",
        ("_{", 1, "}"),
    ),
    Rewrite(
        "1", r"\\(?:mathrm|text|mathit|boldsymbol)\s*\{\s*1\s*\}(?=\s*(?:\\left)?\s*(?:\\\{|[\[(_]))", (r"\mathbb{1}",)
    ),
    Rewrite(r"\llbracket", r"\\llbracket(?![A-Za-z])", ("[",)),
    Rewrite(r"\rrbracket", r"\\rrbracket(?![A-Za-z])", ("]",)),
    Rewrite("<", r"\\left\s*<", (r"\left\langle ",)),
    Rewrite(">", r"\\right\s*>", (r"\right\rangle ",)),
    Rewrite("==", r"(?<![=<>!:])==(?!=)", ("=",)),
    Rewrite("!=", r"(?<=[\w\])}])\s*!=(?=[^=])(?=[^()\[\]]*[)\]])", (r"\ne ",)),
    Rewrite("<=", r"<=(?![=>])", (r"\le ",)),
    Rewrite(">=", r"(?<![=])>=(?!=)", (r"\ge ",)),
    Rewrite("|", rf"\\left\s*{_BAR}\s*\\left\s*{_BAR}", (r"\left\|",)),
    Rewrite("|", rf"\\right\s*{_BAR}\s*\\right\s*{_BAR}", (r"\right\|",)),
    Rewrite("|", rf"(\\[bB]igg?[lr]?)\s*{_BAR}\s*\1\s*{_BAR}", (1, r"\|")),
    Rewrite("vert", r"\\([lr]?)vert\s*\\\1vert(?![A-Za-z])", ("\\", 1, "Vert ")),
    Rewrite("||", r"(?<![|\\])\|\|((?:[^|()]|\([^|()]*\))*)\|\|(?!\|)", (r"\|", 1, r"\|")),
)
"""Other ways to write what the reader knows."""


def repaired(latex: LocatedText, macros: dict[str, Macro]) -> LocatedText:
    """A piece as this reader would have it written, every character still with its place in the file.

    Parameters
    ----------
    latex : LocatedText
        As it stands on the page.
    macros : dict of str to Macro
        Those that the page has defined so far; those that this piece defines are entered.
    """
    if len(latex.text) > MAX_LENGTH:
        return latex
    for rewrite in ESCAPED_FOR_MARKDOWN:
        latex = rewrite(latex)
    latex = expand(take_macros(latex, macros), {**KNOWN, **macros})
    for rewrite in (*PRESENTATION, *KNOWN_COMMANDS, *HABITS, *DECORATION, *SPELLINGS, *ASIDES):
        latex = rewrite(latex)
    return latex
