"""Letters with their fonts, hats and scripts: what is a name, and what is hung on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mlp_theory.texts.syntax import FONTS, GREEK_LETTERS, Syn, UnreadError, text_of

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ",
}  # fmt: skip
_ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304",
    "overline": "\u0304", "vec": "\u20d7", "overrightarrow": "\u20d7", "dot": "\u0307", "ddot": "\u0308",
    "check": "\u030c", "breve": "\u0306", "mathring": "\u030a", "underline": "\u0332", "acute": "\u0301",
    "grave": "\u0300",
}  # fmt: skip
SMALL_NUMBERS = {"alpha", "epsilon", "varepsilon", "eta", "lambda", "tau", "rho", "kappa", "nu"}
"""Greek letters that people use for numbers: rates, penalties, temperatures."""


@dataclass(frozen=True)
class Base:
    """A letter or a word with its font and accents, before any script."""

    letter: str
    bold: bool = False
    style: str = ""
    accents: tuple[str, ...] = ()
    word: bool = False

    @property
    def key(self) -> str:
        """What tells this name from others."""
        accents = "".join("~" + a for a in self.accents)
        return self.letter + accents + ("!" if self.bold else "") + (f"@{self.style}" if self.style else "")

    @property
    def show(self) -> str:
        """The name in Unicode."""
        letter = {"R": "ℝ", "E": "𝔼", "N": "ℕ"}.get(self.letter, self.letter) if self.style == "bb" else self.letter
        return GREEK.get(letter, letter) + "".join(_ACCENTS.get(a, "") for a in self.accents)

    @property
    def upper(self) -> bool:
        """Whether it is a capital letter."""
        return self.letter[0].isupper() and not self.word

    def also(self, *, bold: bool | None = None, upper: bool = False) -> Base:
        """The same letter, bold or not, small or capital."""
        letter = self.letter
        if upper:
            letter = letter.upper() if len(letter) == 1 else letter[0].upper() + letter[1:]
        return Base(letter, self.bold if bold is None else bold, self.style, self.accents, self.word)


@dataclass
class Scripts:
    """What hangs on a name: indices below, and above a transpose, a power, a label in brackets."""

    subs: list[Syn] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    sups: list[tuple[str, Syn | None]] = field(default_factory=list)
    primes: int = 0
    condition: Syn | None = None


def base_of(syn: Syn) -> Base | None:
    """The name that this is, if it is one without scripts."""
    accents: list[str] = []
    bold, style = False, ""
    while True:
        if syn.kind == "letter":
            letter = str(syn[0]).lstrip("\\")
            letter = GREEK_LETTERS.get(letter, letter)
            letter = {"varepsilon": "epsilon", "varphi": "phi"}.get(letter, letter)
            return Base(letter, bold, style, tuple(accents))
        if syn.kind == "word" or (syn.kind == "text" and _is_a_name(text_of(str(syn[0])))):
            word = text_of(str(syn[0])) if "{" in str(syn[0]) else str(syn[0])
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9 -]*", word):
                return None
            return Base(word, bold, style, tuple(accents), word=len(word) > 1)
        if syn.kind == "accent":
            name = str(syn[0]).lstrip("\\")
            accents.append(
                {
                    "widehat": "hat",
                    "widetilde": "tilde",
                    "overline": "bar",
                    "overrightarrow": "vec",
                    "varepsilon": "epsilon",
                }.get(name, name)
            )
            syn = syn[1]
        elif syn.kind == "font":
            font = FONTS.get(str(syn[0]).lstrip("\\"), "")
            if font == "bold":
                bold = True
            elif font:
                style = font
            syn = syn[1]
        elif syn.kind in ("braces", "passed", "single") or (syn.kind in ("list", "term") and len(syn.args) == 1):
            syn = syn[-1]
        elif syn.kind == "sum" and len(syn.args) == 1 and syn[0][0] == 1:
            syn = syn[0][1]
        elif syn.kind == "scripted" and accents and not _has_index(syn):
            return None
        else:
            return None


def _is_a_name(word: str) -> bool:
    """Whether a text can be the name of a quantity: net, out, not "if x"."""
    return bool(re.fullmatch(r"[A-Za-z]{2,12}", word)) and word.lower() not in _LINKS


_LINKS = {"if", "for", "when", "where", "otherwise", "else", "and", "or", "with", "so", "thus", "hence", "in", "case",
          "since", "as", "because", "therefore", "given", "but", "is", "are", "the", "unless", "provided"}  # fmt: skip


def _has_index(_syn: Syn) -> bool:
    return False


def atoms(syn: Syn) -> list[Syn]:
    """The items of a group that holds one term, else the group itself."""
    while syn.kind in ("braces", "single", "passed") or (syn.kind == "list" and len(syn.args) == 1):
        syn = syn[-1]
    if syn.kind == "sum" and len(syn.args) == 1 and syn[0][0] == 1:
        syn = syn[0][1]
    return list(syn.args) if syn.kind == "term" else [syn]


def indices_of(syn: Syn) -> list[Syn]:
    """The indices in a subscript: i, j in ``ij`` and ``i,j``; j, L − 1 in ``jL-1``."""
    while syn.kind in ("braces", "single", "passed"):
        syn = syn[-1]
    parts = [part for part in syn.args if isinstance(part, Syn)] if syn.kind == "list" else [syn]
    out: list[Syn] = []
    for part in parts:
        if part.kind == "sum" and part[0][0] == 1 and part[0][1].kind == "term" and len(part[0][1].args) > 1:
            term, rest = part[0][1], part.args[1:]
            items = list(term.args)
            if any(item.kind == "infix" for item in items):
                out.append(part)
                continue
            out.extend(items[:-1])
            last = items[-1]
            out.append(Syn("sum", ((1, last), *rest), last.start, part.end) if rest else last)
        elif part.kind == "sum" and len(part.args) == 1 and part[0][0] == 1:
            out.extend(atoms(part))
        else:
            out.append(part)
    return out


def scripts_of(parts: tuple[Syn, ...], *, transposes: frozenset[str] = frozenset("T")) -> Scripts:
    """Sort the scripts of a name.

    Above: ``("T", None)``, ``("inverse", None)``, ``("inverse T", None)``, ``("label", word)``,
    ``("bracket", content)`` for [l] and (l), or ``("power", content)``, which may turn out to be a layer.
    """
    out = Scripts()
    for part in parts:
        if part.kind == "prime":
            out.primes += sum(1 for _ in part.args)
        elif part.kind == "sub":
            _sort_sub(part[0], out)
        else:
            _sort_sup(part[0], out, transposes)
    return out


def _sort_sub(arg: Syn, out: Scripts) -> None:
    inner = arg
    while inner.kind in ("braces", "passed"):
        inner = inner[-1]
    if inner.kind == "chain":
        out.condition = inner
        return
    for index in indices_of(arg):
        if index.kind in ("word", "text", "function"):
            word = str(index[0])
            word = text_of(word) if "{" in word else word.lstrip("\\")
            out.words.append(word)
        elif index.kind == "mark":
            out.words.append(str(index[0]).lstrip("\\"))
        elif index.kind in ("parens", "brackets"):
            out.words.append(show(index))
        elif index.kind in ("infinity", "signmark"):
            out.words.append("∞" if index.kind == "infinity" else str(index[0]))
        else:
            out.subs.append(index)


def _sort_sup(arg: Syn, out: Scripts, transposes: frozenset[str]) -> None:
    inner = arg
    while inner.kind in ("braces", "single", "passed") or (inner.kind == "list" and len(inner.args) == 1):
        inner = inner[-1]
    if inner.kind == "sum" and len(inner.args) == 1:
        sign, term = inner[0]
        if sign == -1:
            only = term[0] if term.kind == "term" and len(term.args) == 1 else term
            if only.kind == "number" and _digits(only) == "1":
                out.sups.append(("inverse", None))
                return
            if _is_transpose(only, transposes):
                out.sups.append(("inverse T", None))
                return
            out.sups.append(("power", arg))
            return
        inner = term
    items = list(inner.args) if inner.kind == "term" else [inner]
    if len(items) == 1:
        _sort_one(items[0], arg, out, transposes)
        return
    if items[0].kind == "infix" and str(items[0][0]) in (r"\odot", r"\circ"):
        out.sups.append(("power", items[1]) if len(items) == 2 else ("power", arg))
        return
    if all(
        (item.kind in ("brackets", "parens") and _like_an_index(item[0]))
        or item.kind == "number"
        or _is_mark(item, transposes)
        or _with_mark(item, transposes)
        for item in items
    ):
        for item in items:
            _sort_one(item, item, out, transposes)
        return
    if _is_transpose(items[-1], transposes) and len(items) == 2 and items[0].kind in ("letter", "number"):
        _sort_one(items[0], items[0], out, transposes)
        out.sups.append(("T", None))
        return
    out.sups.append(("power", arg))


def _sort_one(item: Syn, arg: Syn, out: Scripts, transposes: frozenset[str]) -> None:
    if _is_transpose(item, transposes):
        # A letter T may be an exponent after all, where the page has a T and the base is a number.
        out.sups.append(("T", item if item.kind == "letter" else None))
    elif item.kind == "mark":
        name = str(item[0]).lstrip("\\")
        out.words.append({"*": "*", "star": "*", "ast": "*"}.get(name, name))
    elif item.kind == "signmark":
        out.words.append(str(item[0]))
    elif item.kind in ("word", "text"):
        out.words.append("^" + text_of(str(item[0])))
    elif item.kind in ("brackets", "parens") and _like_an_index(item[0]):
        out.sups.append(("square" if item.kind == "brackets" else "bracket", item[0]))
    elif item.kind == "scripted" and item[0].kind in ("brackets", "parens") and _like_an_index(item[0][0]):
        out.sups.append(("square" if item[0].kind == "brackets" else "bracket", item[0][0]))
        for part in item.args[1:]:
            if part.kind == "sup":
                _sort_sup(part[0], out, transposes)
            elif part.kind == "prime":  # g^{[l]′}
                out.primes += len(part.args)
    else:
        out.sups.append(("power", arg))


def _like_an_index(content: Syn) -> bool:
    """Whether a bracket above a name can be a label: (i), [l − 1], (2), not (x + y)."""
    while content.kind in ("single", "braces") or (content.kind == "list" and len(content.args) == 1):
        content = content[-1]
    parts = [content]
    if content.kind == "sum":
        parts = [term for _, term in content.args]
        if len(parts) > 1 and any(number_of(p) is None for p in parts[1:]):
            return False
    for part in parts:
        items = atoms(part)
        if len(items) != 1 or items[0].kind not in ("letter", "number", "font", "word", "text"):
            return False
    return True


def _is_mark(item: Syn, transposes: frozenset[str]) -> bool:
    return item.kind == "mark" or _is_transpose(item, transposes)


def _with_mark(item: Syn, transposes: frozenset[str]) -> bool:
    return (
        item.kind == "scripted"
        and item[0].kind in ("brackets", "parens")
        and all(p.kind == "sup" and _is_transpose(p[0], transposes) for p in item.args[1:])
    )


def _is_transpose(item: Syn, transposes: frozenset[str]) -> bool:
    while item.kind in ("braces", "single") or (item.kind in ("list", "term") and len(item.args) == 1):
        item = item[-1]
    if item.kind == "sum" and len(item.args) == 1 and item[0][0] == 1:
        return _is_transpose(item[0][1], transposes)
    if item.kind == "mark":
        return str(item[0]).lstrip("\\") in ("top", "intercal", "transpose", "⊤")
    if item.kind == "word":
        return text_of(str(item[0])) in ("T", "t", "⊤")
    if item.kind == "text":
        return text_of(str(item[0])) in ("T", "t")
    if item.kind == "font":
        base = base_of(item)
        return base is not None and base.letter == "T"
    return item.kind == "letter" and str(item[0]) in transposes


def _digits(number: Syn) -> str:
    return "".join(chr(ord("0") + ord(c) - 0xE020) if "\ue020" <= c <= "\ue029" else c for c in str(number[0]))


def number_of(syn: Syn) -> float | None:
    """The number that this is, if it is one."""
    while syn.kind in ("braces", "single", "passed") or (syn.kind in ("list", "term") and len(syn.args) == 1):
        syn = syn[-1]
    if syn.kind == "sum" and len(syn.args) == 1:
        inner = number_of(syn[0][1])
        return None if inner is None else syn[0][0] * inner
    if syn.kind == "number":
        digits = _digits(syn)
        return float(digits) if len(digits) <= 300 else None
    return None


def letters_in(syn: Syn) -> set[str]:
    """All plain letters in an index."""
    out: set[str] = set()
    todo: list = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(node)
        elif isinstance(node, Syn):
            if node.kind == "letter":
                base = base_of(node)
                if base:
                    out.add(base.letter)
            else:
                todo.extend(node.args)
    return out


# One line of Unicode --------------------------------------------------------------------------------------

_SUP = str.maketrans("0123456789+-=()niTjk", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀʲᵏ")
_SUB = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_WORDS = {
    r"\odot": " ⊙ ", r"\cdot": " · ", r"\circ": " ∘ ", r"\times": " × ", r"\otimes": " ⊗ ", r"\oslash": " ⊘ ",
    "*": " * ", "/": "/", r"\in": " ∈ ", r"\notin": " ∉ ", r"\ne": " ≠ ", r"\neq": " ≠ ", r"\le": " ≤ ", r"\leq": " ≤ ",
    r"\leqslant": " ≤ ", r"\ge": " ≥ ", r"\geq": " ≥ ", r"\geqslant": " ≥ ", r"\to": " → ", r"\rightarrow": " → ",
    r"\leftarrow": " ← ", r"\gets": " ← ", r"\approx": " ≈ ", r"\equiv": " ≡ ", r"\triangleq": " ≜ ", r"\sum": "Σ",
    r"\prod": "Π", r"\partial": "∂", r"\nabla": "∇", r"\infty": "∞", r"\top": "ᵀ", r"\dots": "…", r"\sim": " ~ ",
    r"\Rightarrow": " ⇒ ", r"\propto": " ∝ ", r"\lt": " < ", r"\gt": " > ", r"\succ": " ≻ ", r"\succeq": " ⪰ ",
    r"\implies": " ⇒ ", r"\iff": " ⇔ ", r"\mid": " | ",
}  # fmt: skip


def show(syn: object) -> str:
    """An equation as one line of Unicode."""
    if isinstance(syn, tuple):
        return "".join(show(part) for part in syn)
    if not isinstance(syn, Syn):
        text = str(syn)
        return _WORDS.get(text, f" {text} " if text in ("=", "<", ">", ":=", ":") else text.lstrip("\\"))
    kind = syn.kind
    base = base_of(syn) if kind in ("letter", "font", "accent", "word") else None
    if base is not None:
        return base.show
    if kind == "number":
        return _digits(syn)
    if kind == "sum":
        out = ""
        for k, (sign, term) in enumerate(syn.args):
            mark = {1: " + ", -1: " − ", 0: " ± "}[sign]
            out += (mark.strip() if sign != 1 else "") if k == 0 else mark
            out += show(term)
        return out
    if kind == "term":
        out = ""
        for k, item in enumerate(syn.args):
            piece = show(item)
            if (
                k
                and item.kind not in ("infix", "parens", "brackets")
                and syn.args[k - 1].kind not in ("infix", "partial", "nabla")
            ):
                out += " " if out and not out.endswith(" ") and (len(piece) > 1 or len(out) > 1) else ""
            out += piece
        return out
    if kind == "list":
        return ", ".join(show(part) for part in syn.args if isinstance(part, Syn))
    if kind == "frac":
        return f"{_part(syn[1])}/{_part(syn[2])}"
    if kind == "over":
        return f"{_part(syn[0])}/{_part(syn[1])}"
    if kind == "root":
        return f"√{_wrapped(show(syn[-1]))}"
    if kind == "scripted":
        return show(syn[0]) + "".join(show(part) for part in syn.args[1:])
    if kind == "sub":
        text = show(syn[0]).replace(" ", "").replace("−", "-")
        small = text.translate(_SUB)
        if any(ord(c) not in _SUB for c in text):
            return f"_{text}" if len(text) == 1 else f"_{{{text}}}"
        return (
            small
            if not re.search(r"[A-Za-z0-9]", small) and len(text) < 8
            else f"_{text}"
            if len(text) == 1
            else f"_{{{text}}}"
        )
    if kind == "sup":
        text = show(syn[0]).replace(" ", "").replace("−", "-")
        if text in ("ᵀ", "T", "∘2"):
            return "ᵀ" if text != "∘2" else "²"
        small = text.translate(_SUP)
        if any(ord(c) not in _SUP for c in text):
            return f"^{text}" if len(text) == 1 else f"^{{{text}}}"
        return (
            small
            if not re.search(r"[A-Za-z]", small) and len(text) < 8
            else f"^{text}"
            if len(text) == 1
            else f"^{{{text}}}"
        )
    if kind == "prime":
        return "′" * len(syn.args)
    brackets = {
        "parens": "()", "brackets": "[]", "curly": "{}", "angle": "⟨⟩", "bars": "||", "norm": "‖‖",
    }.get(kind)  # fmt: skip
    if brackets:
        return brackets[0] + show(syn[0]) + brackets[1]
    if kind in ("text", "word"):
        return " " + text_of(str(syn[0])) + " " if kind == "text" else text_of(str(syn[0]))
    if kind == "function":
        return str(syn[0]).lstrip("\\") + " "
    if kind == "matrix":
        rows = next(part for part in syn.args if isinstance(part, Syn) and part.kind == "rows")
        shown = []
        for row in rows.args:
            if isinstance(row, Syn):
                shown.append(", ".join(show(cell) for cell in row.args if isinstance(cell, Syn)))
        return "[" + "; ".join(shown) + "]"
    if kind in ("empty", "fontswitch"):
        return ""
    if kind == "unknown":
        return str(syn[0])
    if kind == "dots":
        return "…"
    if kind == "overset":
        return show(syn[2])
    if kind in ("passed", "braced_note", "font", "accent"):
        return show(syn[-1])
    return "".join(show(part) for part in syn.args)


def _part(syn: Syn) -> str:
    """Numerator or denominator, in brackets unless it is a single thing or a ∂ with its variable."""
    items = atoms(syn)
    first = items[0][0] if items[0].kind == "scripted" else items[0]
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


def require_name(syn: Syn) -> Base:
    """The name that this is, or say that it is none."""
    base = base_of(syn)
    if base is None:
        raise UnreadError("a name is expected here", syn.start)
    return base
