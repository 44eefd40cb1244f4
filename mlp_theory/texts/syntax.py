"""From one line of LaTeX to its surface: groups, scripts, fractions, signs; names have no meaning yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedInput

MAX_LENGTH = 8_000
MAX_DEPTH = 40  # of brackets
MAX_LEVELS = 240  # of the surface: 40 nested fractions; what walks over it recursively bears no more
MAX_ITEMS = 3_000


_BARS = {0xE000: "|", 0xE001: "|", 0xE002: "‖", 0xE003: "‖", 0xE004: "|", 0xE010: "{", 0xE030: " "}


class UnreadError(Exception):
    """A piece of mathematics that cannot be read: why, and at which character."""

    def __init__(self, reason: str, at: int | None = None):
        reason = reason.translate(_BARS)  # how bars are marked is nobody's business
        super().__init__(reason)
        self.reason, self.at = reason, at


@dataclass(frozen=True)
class Syn:
    """A node of the surface: its kind, what it is made of, and where it stands in the text."""

    kind: str
    args: tuple[Any, ...]
    start: int
    end: int

    def __getitem__(self, i: int) -> Any:
        return self.args[i]

    @property
    def children(self) -> list:
        """What lark asks of a node when it joins repetitions."""
        return list(self.args)


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


class _Build(Transformer):
    """Called by the parser while it goes, so that no tree is walked recursively."""

    def __default__(self, data, children, meta):  # pyright: ignore[reportIncompatibleMethodOverride]
        return _syn(str(data), children, meta)

    def sub(self, children):
        """k′ below a name is an index like any other."""
        _refuse_too_many_levels(children[0])
        arg = _primed(children[0])
        return Syn("sub", (arg,), arg.start, arg.end)

    def expr(self, children):
        """Signs and terms become (sign, term) pairs."""
        pairs, sign = [], 1
        for child in children:
            if isinstance(child, Token):
                if child.value in (r"\pm", r"\mp"):
                    sign = 0
                elif child.value != "+":
                    sign = -sign
            else:
                pairs.append((sign, child))
                sign = 1
        start = children[0].start_pos if isinstance(children[0], Token) else children[0].start
        return Syn("sum", tuple(pairs), start, pairs[-1][1].end)


def _refuse_too_many_levels(syn: Syn) -> None:
    r"""``\frac1\frac1…``, bars and environments nest without a bracket that could be counted before."""
    level: list[Any] = [syn]
    for _ in range(MAX_LEVELS):
        level = [part for node in level for part in _parts(node)]
        if not level:
            return
    raise UnreadError("nested too deeply", syn.start)


def _parts(node: Syn) -> Iterator[Syn]:
    for arg in node.args:
        if isinstance(arg, Syn):
            yield arg
        elif isinstance(arg, tuple):
            yield from (part for part in arg if isinstance(part, Syn))


def _primed(node: Any) -> Any:
    if isinstance(node, tuple):
        return tuple(map(_primed, node))
    if not isinstance(node, Syn):
        return node
    if node.kind == "scripted" and node[0].kind == "letter" and all(p.kind == "prime" for p in node.args[1:]):
        return Syn("letter", (str(node[0][0]) + "′" * (len(node.args) - 1),), node.start, node.end)
    if node.kind in ("letter", "number"):
        return node
    return Syn(node.kind, tuple(map(_primed, node.args)), node.start, node.end)


def _syn(kind: str, children: list, meta: Any) -> Syn:
    del meta  # lark gives positions to trees of its own only
    ends = [
        (child.start_pos, child.end_pos) if isinstance(child, Token) else (child.start, child.end)
        for child in children
        if isinstance(child, (Token, Syn)) and (isinstance(child, Token) or child.end)
    ]
    return Syn(kind, tuple(children), ends[0][0] or 0 if ends else 0, ends[-1][1] or 0 if ends else 0)


@cache
def _parser() -> Lark:
    grammar = files("mlp_theory.texts").joinpath("latex.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="contextual", transformer=_Build())


def parse(latex: str) -> Syn:
    """Parse a chain of relations, a comma list or one expression.

    Returns
    -------
    Syn
        of kind ``chain`` (lists and relation tokens in turn) or ``single`` (one list).

    Raises
    ------
    UnreadError
        with the place, when it is no mathematics that the grammar knows, or too large.
    """
    if len(latex) > MAX_LENGTH:
        raise UnreadError(f"longer than {MAX_LENGTH:,} characters")
    prepared = prepare(latex)
    if not prepared.strip():
        raise UnreadError("empty")
    try:
        tree: Any = _parser().parse(prepared)
    except UnexpectedInput as error:
        at = getattr(error, "pos_in_stream", None)
        token = getattr(error, "token", None)
        if token is not None and token.type == "$END":
            raise UnreadError("it ends too early", len(latex.rstrip())) from None
        found = latex[at : at + 12] if at is not None and at >= 0 else ""
        found = re.match(r"\\[a-zA-Z]+|.", found, re.S)
        raise UnreadError(f"did not expect {found.group() if found else 'this'!r} here", at) from None
    _refuse_too_many_levels(tree.args[0])
    return tree.args[0]


_TOKEN = re.compile(r"\\(?:[a-zA-Z]+\*?|.)|.", re.S)
_OPEN = {"(", "[", "{", r"\{", r"\langle", r"\lvert", r"\lVert", r"\lbrace", r"\lbrack"}
_CLOSE = {")", "]", "}", r"\}", r"\rangle", r"\rvert", r"\rVert", r"\rbrace", r"\rbrack"}
_OPERATORS = set("=+-−*/,;:<>&^_·") | {
    "\\" + name
    for name in r"""
        odot circ cdot times otimes oslash le leq ge geq ne neq in sum prod log ln exp max min tanh partial nabla approx
        frac tfrac dfrac to leftarrow gets triangleq equiv det left quad qquad \ mid pm
    """.split()  # noqa: SIM905
}
_INVISIBLE = {r"\left", r"\right", r"\middle", r"\,", r"\;", r"\!", r"\:", r"\ ", r"\limits", r"\displaystyle", "~"} | {
    rf"\{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m")
}
_RENAMED = {r"\lbrace": r"\{", r"\rbrace": r"\}", r"\lbrack": "[", r"\rbrack": "]"}
_CASES = re.compile(r"\\left\s*(?:\\\{|\\lbrace)(?=\s*\\begin\s*\{(?:array|matrix|aligned|split)\})")


def prepare(latex: str) -> str:
    r"""Mark what only the neighbours of a character can tell; every character keeps its place.

    Bars become opening, closing or conditional bars; ``\left\{`` before an array becomes a mark of cases;
    digits that TeX takes as an argument become single signs.
    """
    latex = re.sub(r"[.,;](?=\s*(\\end\b|\\\\))", " ", latex)  # a full stop behind the last case
    latex = _CASES.sub(lambda m: "\ue010" + " " * (len(m.group()) - 1), latex)
    tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(latex)]
    if len(tokens) > MAX_LENGTH or sum(1 for t, _ in tokens if not t.isspace()) > MAX_ITEMS * 2:
        raise UnreadError("too many signs")
    out = list(latex)

    def put(start: int, old: str, new: str) -> None:
        out[start : start + len(old)] = list(new.ljust(len(old)))

    stack: list[str] = []
    depth = 0
    previous, direction = "(", ""  # the last visible token; whether \left or \right has just been read
    wanted = 0  # how many arguments TeX still takes at this place
    pending: list[int] = []  # arguments wanted by what stands around the open braces
    for token, start in tokens:
        if token.isspace() or (token in _INVISIBLE and token not in (r"\left", r"\right")):
            if token.startswith((r"\big", r"\Big")):
                direction = {"l": "open", "r": "close"}.get(token[-1], direction)
            continue
        if token in (r"\left", r"\right"):
            direction = "open" if token == r"\left" else "close"
            continue
        if token in ("|", r"\|", r"\vert", r"\Vert", r"\lvert", r"\rvert", r"\lVert", r"\rVert"):
            double = token in (r"\|", r"\Vert", r"\lVert", r"\rVert")
            kind = "‖" if double else "|"
            if token.startswith(r"\l"):
                direction = "open"
            elif token.startswith(r"\r"):
                direction = "close"
            operand = previous not in _OPERATORS and previous not in _OPEN and previous not in ("open bar", "bar")
            closing = direction == "close" or (
                direction != "open" and bool(stack) and stack[-1] == kind and (operand or double)
            )
            if closing and stack and stack[-1] == kind:
                stack.pop()
                put(start, token, "\ue003" if double else "\ue001")
                previous = ")"
            elif direction == "open" or not operand or _closes(tokens, start, token):
                stack.append(kind)
                put(start, token, "\ue002" if double else "\ue000")
                previous = "open bar"
            else:
                put(start, token, "\ue004")
                previous = "bar"
            direction, wanted = "", 0
            continue
        direction = ""
        if token in _RENAMED:
            put(start, token, _RENAMED[token])
        if token in _OPEN:
            depth += 1
            if depth > MAX_DEPTH:
                raise UnreadError(f"nested more than {MAX_DEPTH} deep", start)
            stack.append(token)
            if token == "{":
                pending.append(max(wanted - 1, 0))
            wanted = 0
        elif token in _CLOSE:
            depth -= 1
            while stack and stack[-1] in ("|", "‖"):
                stack.pop()
            if stack:
                stack.pop()
            wanted = (pending.pop() if pending else 0) if token == "}" else 0
        elif token in ("^", "_"):
            wanted = 1
        elif token in (r"\frac", r"\tfrac", r"\dfrac", r"\cfrac"):
            wanted = 2
        elif token == r"\sqrt" or (token.lstrip("\\") in FONTS and token.startswith("\\")):
            wanted = max(wanted, 1) if token != r"\sqrt" else 1
        elif wanted and token.isdigit() and token.isascii():
            out[start] = chr(0xE020 + int(token))
            wanted -= 1
        else:
            wanted = max(wanted - 1, 0)
        previous = token
    return "".join(out)


def _closes(tokens: list[tuple[str, int]], start: int, bar: str) -> bool:
    """Whether a bar after an operand, as in 2|x|, is closed later on its own level."""
    depth = 0
    for token, at in tokens:
        if at <= start:
            continue
        if token in _OPEN:
            depth += 1
        elif token in _CLOSE:
            depth -= 1
            if depth < 0:
                return False
        elif depth == 0 and token == bar:
            return True
        elif depth == 0 and token in ("_", "=") and bar == "|":
            return False
    return False


def walk(syn: Any, visit: Callable[[Syn], None]) -> None:
    """Visit every node once, parents first, without recursion."""
    todo = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, Syn):
            visit(node)
            todo.extend(reversed(node.args))
        elif isinstance(node, tuple):
            todo.extend(reversed(node))


def text_of(token: str) -> str:
    r"""The words inside ``\text{…}``, ``\mathrm{…}``."""
    inner = token[token.index("{") + 1 : token.rindex("}")]
    inner = re.sub(r"^\s*\\(rm|sf|tt)\b", "", inner)
    return re.sub(r"\\[,;: !]|~", " ", inner).strip()
