"""What a node is at one look: a letter, a number, a relation, a sum, a group in brackets, a thing in a font."""

from __future__ import annotations

from mlp_theory.texts.syntax.syn import Syn


def is_relation(syn: Syn) -> bool:
    """Whether relation signs stand between its parts: ``a = b``, ``i < j``, ``t | w``."""
    return syn.kind == "chain"


def relation_signs(relation: Syn) -> list[str]:
    """The signs between its parts, in their order."""
    return [str(arg) for arg in relation.args if not isinstance(arg, Syn)]


def is_sum(syn: Syn) -> bool:
    """Whether it is made of terms with signs, or of one."""
    return syn.kind == "sum"


def is_worded(syn: Syn) -> bool:
    r"""Whether it is a word or a function by its name: ``\mathrm{tr}``, ``\exp``."""
    return syn.kind in ("word", "function")


def is_text(syn: Syn) -> bool:
    r"""Whether it is written in words: ``\text{if}``, ``\mathrm{out}``."""
    return syn.kind in ("word", "text")


def in_font(syn: Syn) -> bool:
    r"""Whether it stands in a font: ``\mathbf 1``."""
    return syn.kind == "font"


def in_parens(syn: Syn) -> bool:
    """Whether it is a group in round brackets."""
    return syn.kind == "parens"


def in_brackets(syn: Syn) -> bool:
    """Whether it is a group in square brackets."""
    return syn.kind == "brackets"


def is_scripted(syn: Syn) -> bool:
    """Whether something hangs on it."""
    return syn.kind == "scripted"


def is_term(syn: Syn) -> bool:
    """Whether it is made of items side by side, or of one."""
    return syn.kind == "term"


def is_noted(syn: Syn) -> bool:
    r"""Whether a brace with a note stands over or under it: ``\underbrace{…}``."""
    return syn.kind == "braced_note"


def is_accented(syn: Syn) -> bool:
    r"""Whether a mark stands over it: ``\hat{…}``."""
    return syn.kind == "accent"


def is_part(syn: Syn) -> bool:
    """Whether it is rows and columns of something, ``A_{1:d,:}``."""
    return syn.kind == "part"


def in_braces(syn: Syn) -> bool:
    """Whether TeX holds it together and nobody sees how."""
    return syn.kind == "braces"


def is_partial(syn: Syn) -> bool:
    """Whether it is ∂."""
    return syn.kind == "partial"


def is_span(syn: Syn) -> bool:
    """Whether a colon stands in it, as in ``1:d``: a range of rows or columns."""
    return syn.kind == "span"


def is_norm(syn: Syn) -> bool:
    """Whether double bars stand around it."""
    return syn.kind == "norm"


def in_bars(syn: Syn) -> bool:
    """Whether single bars stand around it."""
    return syn.kind == "bars"


def in_angles(syn: Syn) -> bool:
    r"""Whether angles stand around it, as around an inner product: ``\langle x, y \rangle``."""
    return syn.kind == "angle"


def is_letter(syn: Syn, *letters: str) -> bool:
    """Whether this is a bare letter, one of these where some are given."""
    return syn.kind == "letter" and (not letters or str(syn[0]) in letters)


def is_number(syn: Syn) -> bool:
    """Whether this is a number that is written with digits."""
    return syn.kind == "number"


def is_function_name(syn: Syn) -> bool:
    r"""Whether TeX has a command for this function: ``\max``, ``\tanh``."""
    return syn.kind == "function"


def is_matrix(syn: Syn) -> bool:
    """Whether this is written in rows and columns."""
    return syn.kind == "matrix"


def is_script(syn: Syn) -> bool:
    """Whether this hangs below or above something."""
    return syn.kind in ("sub", "sup")


def in_curly(syn: Syn) -> bool:
    r"""Whether this is a set that is spelled out: ``\{0, 1\}``."""
    return syn.kind == "curly"


def is_half_open(syn: Syn) -> bool:
    """Whether this is an interval with one of its ends: ``(a, b]``, ``[a, b)``."""
    return syn.kind in ("open_closed", "closed_open")


def begins_closed(syn: Syn) -> bool:
    """Whether the first end of an interval lies in it."""
    return syn.kind in ("closed_open", "brackets")


def is_call(syn: Syn) -> bool:
    """Whether this is a bracket that holds arguments, when it stands behind a function: ``(x)``, ``[x]``."""
    return syn.kind in ("parens", "brackets")
