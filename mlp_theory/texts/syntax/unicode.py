"""An equation as one line of Unicode."""

from __future__ import annotations

import re
from collections.abc import Callable

from mlp_theory.texts.syntax.atoms import atoms, digits_of
from mlp_theory.texts.syntax.names import base_of, text_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn

_SUP = str.maketrans("0123456789+-=()niTjk", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀʲᵏ")
_SUB = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_WORDS = {
    "\ue004": " | ", "\ue005": ":",
    r"\odot": " ⊙ ", r"\cdot": " · ", r"\circ": " ∘ ", r"\times": " × ", r"\otimes": " ⊗ ", r"\oslash": " ⊘ ",
    "*": " * ", "/": "/", r"\in": " ∈ ", r"\notin": " ∉ ", r"\ne": " ≠ ", r"\neq": " ≠ ", r"\le": " ≤ ", r"\leq": " ≤ ",
    r"\leqslant": " ≤ ",
    r"\leqq": " ≦ ", r"\lesssim": " ≲ ", r"\gtrsim": " ≳ ", r"\simeq": " ≃ ", r"\therefore": " ∴ ",
    r"\because": " ∵ ", r"\cong": " ≅ ", r"\asymp": " ≍ ", r"\ll": " ≪ ", r"\gg": " ≫ ", r"\nleq": " ≰ ",
    r"\ge": " ≥ ", r"\geq": " ≥ ", r"\geqslant": " ≥ ", r"\to": " → ", r"\rightarrow": " → ",
    r"\leftarrow": " ← ", r"\gets": " ← ", r"\approx": " ≈ ", r"\equiv": " ≡ ", r"\triangleq": " ≜ ", r"\sum": "Σ",
    r"\prod": "Π", r"\partial": "∂", r"\nabla": "∇", r"\infty": "∞", r"\top": "ᵀ", r"\dots": "…", r"\sim": " ~ ",
    r"\Rightarrow": " ⇒ ", r"\propto": " ∝ ", r"\lt": " < ", r"\gt": " > ", r"\succ": " ≻ ", r"\succeq": " ⪰ ",
    r"\implies": " ⇒ ", r"\iff": " ⇔ ", r"\mid": " | ",
}  # fmt: skip


_BRACKETS = {
    "parens": "()",
    "brackets": "[]",
    "curly": "{}",
    "angle": "⟨⟩",
    "open_closed": "(]",
    "closed_open": "[)",
    "bars": "||",
    "norm": "‖‖",
}


def show(syn: object) -> str:
    """An equation as one line of Unicode."""
    if isinstance(syn, tuple):
        return "".join(map(show, syn))
    if not isinstance(syn, Syn):
        text = str(syn)
        return _WORDS.get(text, f" {text} " if text in ("=", "<", ">", ":=", ":") else text.lstrip("\\"))
    answers = syn.__dict__  # as `kept` would do, which would cost the recursion a frame at every level
    if "_show" not in answers:
        base = base_of(syn) if syn.kind in ("letter", "font", "accent", "word") else None
        if base is not None:
            shown = base.show
        elif syn.kind in _BRACKETS:
            opening, closing = _BRACKETS[syn.kind]
            shown = opening + show(syn[0]) + closing
        else:
            by_kind = _SHOWN.get(syn.kind)
            shown = by_kind(syn) if by_kind else "".join(map(show, syn.args))
        answers["_show"] = shown
    return answers["_show"]


def _sum(syn: Syn) -> str:
    out = ""
    for k, (sign, term) in enumerate(syn.args):
        mark = {1: " + ", -1: " − ", 0: " ± "}[sign]
        out += (mark.strip() if sign != 1 else "") if k == 0 else mark
        out += show(term)
    return out


def _term(syn: Syn) -> str:
    """Factors side by side; longer ones are set apart."""
    out, before = "", "infix"
    for item in syn.args:
        piece = show(item)
        touches = item.kind in ("infix", "parens", "brackets") or before in ("infix", "partial", "nabla")
        if out and not touches and not out.endswith(" ") and (len(piece) > 1 or len(out) > 1):
            out += " "
        out, before = out + piece, item.kind
    return out


def _below(syn: Syn) -> str:
    return _small(show(syn[0]), _SUB, "_")


def _above(syn: Syn) -> str:
    text = show(syn[0]).replace(" ", "")
    # An entrywise square reads as a square: the operation beside it says the rest.
    return {"ᵀ": "ᵀ", "T": "ᵀ", "∘2": "²"}.get(text) or _small(text, _SUP, "^")


def _small(text: str, small: dict[int, int], mark: str) -> str:
    """A script in small signs, where Unicode has them all and it is short; else behind a mark."""
    text = text.replace(" ", "").replace("−", "-")
    if len(text) < 8 and all(ord(c) in small for c in text):
        return text.translate(small)
    return mark + text if len(text) == 1 else f"{mark}{{{text}}}"


def _matrix(syn: Syn) -> str:
    rows = next(part for part in syn.args if isinstance(part, Syn) and part.kind == "rows")
    return "[" + "; ".join(_list(row) for row in rows.args if isinstance(row, Syn)) + "]"


def _list(syn: Syn) -> str:
    return ", ".join(show(part) for part in syn.args if isinstance(part, Syn))


def _last(syn: Syn) -> str:
    return show(syn[-1])


_SHOWN: dict[str, Callable[[Syn], str]] = {
    "number": digits_of,
    "sum": _sum,
    "term": _term,
    "list": _list,
    "frac": lambda syn: f"{_part(syn[1])}/{_part(syn[2])}",
    "over": lambda syn: f"{_part(syn[0])}/{_part(syn[1])}",
    "root": lambda syn: f"√{_wrapped(show(syn[-1]))}",
    "sub": _below,
    "ranges": _below,
    "sup": _above,
    "prime": lambda syn: "′" * len(syn.args),
    "text": lambda syn: f" {text_of(str(syn[0]))} ",
    "word": lambda syn: text_of(str(syn[0])),
    "function": lambda syn: str(syn[0]).lstrip("\\") + " ",
    "matrix": _matrix,
    "value_at": lambda syn: f"{show(syn[0])} at {show(syn[1])}",
    "empty": lambda syn: "",
    "fontswitch": lambda syn: "",
    "unknown": lambda syn: str(syn[0]),
    "dots": lambda syn: "…",
    "overset": lambda syn: show(syn[2]),
    "passed": _last,
    "braced_note": _last,
    "font": _last,
    "accent": _last,
}


def _part(syn: Syn) -> str:
    """Numerator or denominator, in brackets unless it is a single thing or a ∂ with its variable."""
    items = atoms(syn)
    first = under_scripts(items[0])
    base = base_of(first)
    alone = len(items) == 1 and items[0].kind != "sum"
    operator = first.kind == "partial" or (base is not None and base.letter == "d" and len(items) == 2)
    text = show(syn)
    return text if alone or (operator and len(items) == 2) else f"({text})"


def _wrapped(text: str) -> str:
    simple = re.fullmatch(r"[^\s+−/·⊙×]*", text)
    derivative = re.fullmatch(r"[∂∇][^\s+−/]*", text)
    return text if simple or derivative else f"({text})"


def whole(syn: Syn) -> str:
    """A short text for an index: ``L-1``, ``i``, ``2``."""
    return show(syn).replace(" ", "").replace("−", "-")
