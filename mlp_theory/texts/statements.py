"""From a piece of mathematics to its statements: rows, chains, side conditions, tags; macros expanded."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from mlp_theory.texts.syntax import MAX_LENGTH, Syn, UnreadError, parse

MAX_MACROS = 200
MAX_EXPANSIONS = 2_000
MAX_STATEMENTS = 400
_LINK_WORD = re.compile(
    r"(for|if|when|whenever|where|with|and|or|so|thus|hence|provided|unless|otherwise|i\.e|that is|since|as|because|"
    r"therefore|given|but|while|else)\b"
)


@dataclass
class Text:
    """A string that remembers where in the file each of its characters came from."""

    text: str
    places: list[int]

    @classmethod
    def of(cls, text: str) -> Text:
        """A piece as it stands."""
        return cls(text, list(range(len(text))))

    def __getitem__(self, where: slice) -> Text:
        return Text(self.text[where], self.places[where])

    def __add__(self, other: Text) -> Text:
        return Text(self.text + other.text, self.places + other.places)

    def blank(self, start: int, end: int) -> None:
        """Overwrite a stretch with spaces."""
        self.text = self.text[:start] + " " * (end - start) + self.text[end:]

    def strip(self) -> Text:
        """Without spaces at the ends."""
        start = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        return self[start : max(end, start)]

    def place(self, at: int) -> int:
        """Where the character stood."""
        if not self.places:
            return 0
        return self.places[min(max(at, 0), len(self.places) - 1)]


@dataclass
class Macro:
    """A command that the page defines."""

    body: str
    count: int = 0
    default: str | None = None


@dataclass
class Side:
    """One side of a chain."""

    latex: Text
    syn: Syn | None
    error: UnreadError | None = None


@dataclass
class Condition:
    r"""What restricts a statement: ``for l < L``, ``i \ne j``."""

    latex: Text
    syn: Syn | None
    word: str


@dataclass
class Statement:
    """A chain of sides with relations between them, on one or more rows."""

    sides: list[Side]
    relations: list[str]
    conditions: list[Condition] = field(default_factory=list)
    tags: list[str | None] = field(default_factory=list)
    word: str = ""
    continues: bool = False


MACRO = re.compile(r"\\(?:re)?newcommand\*?\s*\{?\s*(\\[A-Za-z]+)\s*\}?\s*(?:\[(\d)\])?\s*(?:\[([^\]]*)\])?\s*\{")
OPERATOR = re.compile(r"\\DeclareMathOperator\*?\s*\{?\s*(\\[A-Za-z]+)\s*\}?\s*\{")
DEF = re.compile(r"\\def\s*(\\[A-Za-z]+)\s*((?:#\d)*)\s*\{")


def take_macros(latex: Text, macros: dict[str, Macro]) -> Text:
    """Enter the macros that this piece defines, and blank them out."""
    for pattern in (MACRO, OPERATOR, DEF):
        start = 0
        while (found := pattern.search(latex.text, start)) is not None:
            end = closing_brace(latex.text, found.end() - 1)
            if end is None or len(macros) >= MAX_MACROS:
                return latex
            body = latex.text[found.end() : end]
            if pattern is OPERATOR:
                macro = Macro(rf"\mathrm{{{body}}}")
            elif pattern is DEF:
                macro = Macro(body, len(found.group(2)) // 2)
            else:
                macro = Macro(body, int(found.group(2) or 0), found.group(3))
            macros[found.group(1)] = macro
            latex.blank(found.start(), end + 1)
            start = found.start()
    return latex


def closing_brace(text: str, opening: int) -> int | None:
    """Where the group that opens here closes."""
    depth = 0
    k = opening
    while k < len(text):
        if text[k] == "\\":
            k += 2
            continue
        if text[k] == "{":
            depth += 1
        elif text[k] == "}":
            depth -= 1
            if depth == 0:
                return k
        k += 1
    return None


_COMMAND = re.compile(r"\\[A-Za-z]+")


def expand(latex: Text, macros: dict[str, Macro]) -> Text:
    """Replace macros by what they stand for, with a limit on how often and how much."""
    if not macros:
        return latex
    count = 0
    k = 0
    while (found := _COMMAND.search(latex.text, k)) is not None:
        macro = macros.get(found.group())
        if macro is None:
            k = found.end()
            continue
        count += 1
        if count > MAX_EXPANSIONS or len(latex.text) > 4 * MAX_LENGTH:
            raise UnreadError("a macro that never ends", latex.place(found.start()))
        args: list[str] = []
        end = found.end()
        for number in range(macro.count):
            rest = re.compile(r"\s*").match(latex.text, end)
            end = rest.end() if rest else end
            if number == 0 and macro.default is not None:
                option = re.compile(r"\[([^\]]*)\]").match(latex.text, end)
                args.append(option.group(1) if option else macro.default)
                end = option.end() if option else end
                continue
            if end >= len(latex.text):
                raise UnreadError(f"{found.group()} without its argument", latex.place(found.start()))
            if latex.text[end] == "{":
                close = closing_brace(latex.text, end)
                if close is None:
                    raise UnreadError("a brace that is never closed", latex.place(end))
                args.append(latex.text[end + 1 : close])
                end = close + 1
            else:
                one = re.compile(r"\\[A-Za-z]+|\\.|.", re.S).match(latex.text, end)
                assert one is not None
                args.append(one.group())
                end = one.end()
        body = _filled(macro.body, args)
        # A space keeps \R from running into the letter behind it.
        if re.search(r"\\[A-Za-z]+$", body) and re.match(r"[A-Za-z]", latex.text[end : end + 1]):
            body += " "
        place = latex.place(found.start())
        latex = Text(
            latex.text[: found.start()] + body + latex.text[end:],
            latex.places[: found.start()] + [place] * len(body) + latex.places[end:],
        )
        k = found.start()
    return latex


def _filled(body: str, args: list[str]) -> str:
    return re.sub(r"#(\d)", lambda m: args[int(m.group(1)) - 1] if 0 < int(m.group(1)) <= len(args) else "", body)


_ENVIRONMENT = re.compile(
    r"\\(begin|end)\s*\{(align|aligned|alignat|alignedat|gather|gathered|equation|split|multline|eqnarray|flalign|displaymath|math)\*?\}"
    r"(\s*\[[a-z]\])?"
)
_NOISE = re.compile(
    r"\\(?:nonumber|notag|displaystyle|textstyle|centering|noindent)(?![A-Za-z])|\\(?:label|cline|vspace|hspace)\*?\s*\{[^{}]*\}"
)
_WIDE = re.compile(r"\\hspace\*?\s*\{[^{}]*\}|(?:\\;\s*){3,}|(?:~\s*){3,}|(?:\\ \s*){3,}")
_TAG = re.compile(r"\\tag\*?\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_TOKEN = re.compile(r"\\begin\s*\{[^{}]*\}|\\end\s*\{[^{}]*\}|\\[A-Za-z]+\*?|\\.|.", re.S)
_OPENING = {"(", "[", "{", r"\{", r"\langle", r"\lbrace", r"\lbrack"}
_CLOSING = {")", "]", "}", r"\}", r"\rangle", r"\rbrace", r"\rbrack"}
_OVERSET_RELATION = re.compile(
    r"\\(?:overset|stackrel|underset)\s*\{(?:[^{}]|\{[^{}]*\})*\}\s*\{\s*(=|\\equiv|\\triangleq|:=)\s*\}"
)
_ARROW = re.compile(r"\\x(?:right|left)arrow(?:\[[^\]]*\])?\s*\{[^{}]*\}")
RELATION = {"=", "<", ">", "≤", "≥", "≠", "≈"} | {
    "\\" + name
    for name in """
        ne neq le leq leqslant ge geq geqslant lt gt in notin equiv triangleq approx sim simeq propto to rightarrow
        Rightarrow implies iff Leftrightarrow leftarrow gets mapsto succ succeq coloneqq coloneq doteq ll gg subset
        subseteq longrightarrow longleftarrow eqqcolon Longrightarrow therefore because perp cong
    """.split()  # noqa: SIM905  # a list of commands is read more easily without quotes
}
_GAPS = {r"\quad", r"\qquad", r"\enspace", "\ue030"}


def depth_tokens(text: str) -> list[tuple[str, int, int]]:
    """Tokens with their place and how many brackets and environments are open around them."""
    out = []
    depth = 0
    for found in _TOKEN.finditer(text):
        token = found.group()
        if token in _OPENING or token.startswith("\\begin"):
            out.append((token, found.start(), depth))
            depth += 1
        elif token in _CLOSING or token.startswith("\\end"):
            depth = max(depth - 1, 0)
            out.append((token, found.start(), depth))
        else:
            out.append((token, found.start(), depth))
    return out


def statements(latex: Text) -> list[Statement]:
    """All statements of a piece, in order.

    Raises
    ------
    UnreadError
        When the piece is too long or has too many rows.
    """
    if len(latex.text) > MAX_LENGTH:
        raise UnreadError(f"longer than {MAX_LENGTH:,} characters")
    latex = Text(latex.text, list(latex.places))
    latex.text = re.sub(r"(?<!\\)%[^\n]*", lambda m: " " * len(m.group()), latex.text)
    for pattern in (_OVERSET_RELATION,):
        for found in list(pattern.finditer(latex.text)):
            sign = "≈" if "?" in found.group() else found.group(1)  # asked, not said
            latex.blank(found.start(), found.end())
            k = found.start()
            latex.text = latex.text[:k] + sign + latex.text[k + len(sign) :]
    for found in list(_WIDE.finditer(latex.text)):
        latex.blank(found.start(), found.end())
        latex.text = latex.text[: found.start()] + "\ue030" + latex.text[found.start() + 1 :]
    for found in list(_NOISE.finditer(latex.text)):
        latex.blank(found.start(), found.end())
    columns = bool(re.search(r"\\begin\s*\{(align|alignat|aligned|flalign)", latex.text))
    rows = _rows(latex)
    out: list[Statement] = []
    for row in rows:
        if len(out) > MAX_STATEMENTS:
            raise UnreadError(f"more than {MAX_STATEMENTS} equations in one display")
        tag = None
        found = _TAG.search(row.text)
        if found is not None:
            tag = found.group(1).strip()
            row.blank(found.start(), found.end())
        ampersands = [at for token, at, depth in depth_tokens(row.text) if token == "&" and depth == 0]
        for number, at in enumerate(ampersands):
            row.blank(at, at + 1)
            if columns and number % 2 == 1:  # the next equation of this row begins here
                row.text = row.text[:at] + "\ue030" + row.text[at + 1 :]
        row = _unpunctuated(row.strip())
        if not row.text.strip():
            if tag and out:
                out[-1].tags[-1:] = [tag]
            continue
        if out and _goes_on(out[-1], row):
            _join(out[-1], row, tag)
            continue
        out.extend(_segments(row, tag))
    return out


def _rows(latex: Text) -> list[Text]:
    r"""Outer environments peeled off, rows split at ``\\`` outside of matrices."""
    text = latex.text
    # Outer layout environments do not count as depth: align, gather, split, …
    for found in list(_ENVIRONMENT.finditer(text)):
        latex.blank(found.start(), found.end())
        if found.group(1) == "begin" and found.group(2).startswith(("alignat", "alignedat")):
            extra = re.compile(r"\s*\{\d*\}").match(text, found.end())
            if extra:
                latex.blank(extra.start(), extra.end())
    rows, start = [], 0
    for token, at, depth in depth_tokens(latex.text):
        if depth == 0 and token in ("\\\\", r"\cr", r"\newline"):
            rows.append(latex[start:at])
            start = at + len(token)
            option = re.compile(r"\*?\s*\[-?[\d.]+\s*[a-z]+\]").match(latex.text, start)
            if option:
                start = option.end()
    rows.append(latex[start:])
    return rows


def _unpunctuated(row: Text) -> Text:
    while True:
        row = row.strip()
        leading = re.match(r"(\\[,;:!]|\\ |\\q?quad(?![A-Za-z])|\ue030|~|\s)+", row.text)
        if leading:
            row = row[leading.end() :]
        text = row.text
        ends = text.endswith((",", ".", ";", "~")) and not text.endswith(("\\,", "\\;"))
        if ends and (text.endswith((r"\dots.", r"\ldots.")) or not text.endswith(("..", "\\."))):
            row = row[: len(text) - 1]
            continue
        trailing = re.search(r"(\\[,;:!]|\\ |\\quad|\\qquad|\ue030|\\right\s*\.(?=$))\s*$", text)
        if trailing and not trailing.group().startswith(r"\right"):
            row = row[: trailing.start()]
            continue
        return row


def _goes_on(before: Statement, row: Text) -> bool:
    """Whether a row is the rest of the row before it: it starts with a sign or a relation, or that one ended in one."""
    text = re.sub(r"^(\\[,;:!> ]|\\q?quad|\{\}|\s)+", "", row.text)
    first = _TOKEN.match(text)
    token = first.group() if first else ""
    if token == ":" and text.startswith(":="):
        token = ":="
    if token in RELATION or token == ":=":
        return True
    if token in ("+", "-", "−", "*", "/", r"\cdot", r"\odot", r"\times", r"\circ"):
        return bool(before.relations)
    last = before.sides[-1].latex.text.rstrip()
    return not last or bool(re.search(r"(\\cdot|\\odot|\\times|[=+\-−*/(\[])$", last))


def _join(before: Statement, row: Text, tag: str | None) -> None:
    text = row.text.lstrip()
    chained = _split_chain(row)
    starts_with_relation = chained.sides and not chained.sides[0].text.strip()
    if starts_with_relation:
        pieces = chained.sides[1:]
        relations = chained.relations
    else:
        glued = before.sides[-1].latex + Text(" ", [row.place(0)]) + chained.sides[0]
        before.sides[-1] = _side(glued)
        pieces = chained.sides[1:]
        relations = chained.relations
        if tag:
            before.tags[-1:] = [tag]
    del text
    more = [_side(piece) for piece in pieces]
    if chained.conditions:
        before.conditions.extend(chained.conditions)
    before.sides.extend(more)
    before.relations.extend(relations)
    before.tags.extend([None] * len(more))
    if more and tag:
        before.tags[-1] = tag


@dataclass
class _Chain:
    sides: list[Text]
    relations: list[str]
    conditions: list[Condition] = field(default_factory=list)


def _split_chain(row: Text) -> _Chain:
    """Cut at the relations outside of brackets; conditions behind a gap are taken off."""
    parts = _cut(row)
    conditions = [_condition(word, text) for word, text in parts[1:] if _is_condition(word, text)]
    sides, relations = _relations(parts[0][1])
    return _Chain(sides, relations, conditions)


def _relations(text: Text) -> tuple[list[Text], list[str]]:
    sides, relations, start = [], [], 0
    tokens = depth_tokens(text.text)
    skip = -1
    for k, (token, at, depth) in enumerate(tokens):
        if depth or at < skip:
            continue
        sign = token
        if token == ":" and k + 1 < len(tokens) and tokens[k + 1][0] == "=":
            sign = ":="
        elif token == "=" and k + 1 < len(tokens) and tokens[k + 1][0] == ":":
            sign = "=:"
        elif token == ":":
            sign = ":"
        elif token not in RELATION:
            continue
        sides.append(text[start:at])
        relations.append(sign)
        start = at + len(sign)
        skip = start
    sides.append(text[start:])
    return [_unpunctuated(side) for side in sides], relations


def _cut(row: Text) -> list[tuple[str, Text]]:
    """Cut a row into parts at gaps, words and commas; each part with the word before it."""
    tokens = depth_tokens(row.text)
    cuts: list[tuple[int, int, str]] = []  # start, end, word
    for token, at, depth in tokens:
        if depth:
            continue
        if token in _GAPS:
            cuts.append((at, at + len(token), ""))
        elif token in (
            r"\text",
            r"\mbox",
            r"\textrm",
            r"\hbox",
            r"\textit",
            r"\intertext",
            r"\mathrm",
            r"\shortintertext",
        ):
            opening = row.text.find("{", at)
            closing = closing_brace(row.text, opening) if opening >= 0 else None
            if closing is None or row.text[at + len(token) : opening].strip():
                continue
            word = re.sub(r"\\[,;: ]|~|\$", " ", row.text[opening + 1 : closing]).strip().lower()
            if _LINK_WORD.match(word):
                cuts.append((at, closing + 1, word))
        elif token == r"\forall":
            cuts.append((at, at + len(token), "for"))
        elif token in (",", ";"):
            cuts.append((at, at + 1, ","))
    parts: list[tuple[str, Text]] = []
    start, word = 0, ""
    for at, end, mark in cuts:
        before, after = row[start:at], row[end:]
        if mark == "," and not _breaks_at_comma(before.text, after.text, bool(parts) or bool(word)):
            continue
        if mark == "" and _gap_inside(before.text, after.text):
            continue
        if before.text.strip() or (not parts and not word and start == 0 and before.text.strip()):
            parts.append((word, before))
            word = ""
        if mark not in ("", ","):
            word = mark
        start = end
    parts.append((word, row[start:]))
    kept = [(w, _unpunctuated(t)) for w, t in parts]
    return [(w, t) for k, (w, t) in enumerate(kept) if t.text.strip() or k == 0 or w.startswith("otherwise")]


def _has_relation(text: str) -> bool:
    return any(depth == 0 and (token in RELATION or token == ":") for token, _, depth in depth_tokens(text))


def _breaks_at_comma(before: str, after: str, already: bool) -> bool:
    r"""``a = b, c = d`` breaks; ``i = 1, \dots, n`` and ``W, V \in …`` do not."""
    del already
    if not _has_relation(before):
        return False
    first = re.split(r"(?<!\\),", _level(after))[0]
    if re.match(r"\s*(\\[,;: ]|\\q?quad|\s)*(\\text|\\mbox|\\forall)", after):
        return True
    if re.search(r"[=<>]\s*(\d|\\dots|[a-zA-Z]\s*[-+]?\s*\d?)\s*$", before.strip()) and re.match(
        r"\s*(\\[,;! ])*\s*(\\[lc]?dots|\.\.\.|\d+\s*(,|$))", after
    ):
        return False
    return _has_relation(first) or bool(re.match(r"\s*(\\q?quad)", after) and _has_relation(after))


def _level(text: str) -> str:
    """The text with everything inside brackets blanked."""
    return "".join(token if depth == 0 else " " * len(token) for token, _, depth in depth_tokens(text))


def _gap_inside(before: str, after: str) -> bool:
    r"""A gap that only spaces out one equation, as in ``a = b \quad + c``."""
    if not _has_relation(before):
        return (
            not before.strip() or not _has_relation(after) or bool(re.match(r"\s*(=|\\leftarrow|\\le|\\ge|:=)", after))
        )
    rest = after.strip()
    return bool(re.match(r"[-+−=]|\\(cdot|odot|times|right)", rest)) and not rest.startswith("=>")


def _is_condition(word: str, text: Text) -> bool:
    if word.startswith(("for", "if", "when", "provided", "unless", "whenever", "otherwise")):
        return True
    if word.startswith(
        ("where", "with", "and", "so", "thus", "hence", "or", "since", "as", "because", "therefore", "given", "but")
    ):
        return _is_range(text.text) or bool(re.search(r"\\neq?(?![a-zA-Z])", text.text))
    inner = text.text.strip()
    if _is_range(inner):
        return True
    while inner.startswith(("(", "[")) and inner.endswith((")", "]")):
        inner = inner[1:-1].strip()
        if _is_range(inner) or re.fullmatch(
            r"\s*\\?[a-zA-Z]+\s*(=|<|>|\\neq?|\\leq?|\\geq?)\s*\\?[a-zA-Z0-9]+\s*", inner
        ):
            return True
    if re.search(
        r"\\neq?(?![a-zA-Z])|\\in(?![a-zA-Z])|<|>|\\leq?(?![a-zA-Z])|\\geq?(?![a-zA-Z])|\\lt|\\gt", _level(inner)
    ):
        return "=" not in _level(inner)
    return bool(re.fullmatch(r"\s*[a-z]\s*=\s*[a-z]\s*", inner))


def _is_range(text: str) -> bool:
    if re.search(r"=\s*\d+(\s*,\s*\d+)+\s*$", text):  # i = 1, 2, 3
        return True
    if re.search(r"=\s*\d+\s*(\\[lc]?dots|\.\.\.|…)\s*\w+\s*$|=\s*\d+\s*:\s*\w+\s*$", text):
        return True
    return bool(re.search(r"=\s*-?\w+(_\w|_\{[^{}]*\})?\s*([-+]\s*\w+)?\s*,.*(\\[lc]?dots|\.\.\.|…)", text))


_PLAIN_WORDS = re.compile(
    r"(and )?(for|if|when|whenever|where|with|provided( that)?|such that|in case|as|so|otherwise|case)"
    r"( (all|every|each|any|some|the|a|an|fixed|general|given|layers?|samples?|examples?|index|indices|entry|entries|"
    r"classes|class|case|time steps?|steps?|both|two|different|distinct|equal))*[,:]?"
)


def _condition(word: str, text: Text) -> Condition:
    if word and not _PLAIN_WORDS.fullmatch(word) and not (word.startswith("otherwise") and not text.text.strip()):
        return Condition(text if text.text.strip() else Text(word, text.places[:1] * len(word)), None, word)
    inner = text.strip()
    while inner.text.startswith(("(", "[")) and inner.text.endswith((")", "]")):
        inner = inner[1 : len(inner.text) - 1].strip()
    try:
        syn = parse(inner.text) if inner.text.strip() else None
    except UnreadError:
        syn = None
    return Condition(inner, syn, word)


def _side(text: Text) -> Side:
    text = text.strip()
    try:
        return Side(text, parse(text.text) if text.text else None, None)
    except UnreadError as error:
        return Side(text, None, error)


def _in_one_bracket(text: str) -> bool:
    """Whether a round bracket opens at the start and closes at the end."""
    if not (text.startswith("(") and text.endswith(")")):
        return False
    closed = [at for token, at, depth in depth_tokens(text) if token == ")" and depth == 0]
    return closed[:1] == [len(text) - 1]


def _segments(row: Text, tag: str | None) -> list[Statement]:
    """The statements of one row; a restriction belongs to those before it in the row."""
    out: list[Statement] = []
    before: list[Condition] = []  # "for i = k:" in front of what it restricts
    for word, text in _cut(row):
        colon = next((at for token, at, depth in depth_tokens(text.text) if token == ":" and depth == 0), None)
        if (
            not out
            and word.startswith(("for", "if", "when", "case"))
            and colon is not None
            and _has_relation(text.text[colon + 1 :])
        ):
            before.append(_condition(word, text[:colon]))
            word, text = "", text[colon + 1 :]
        if not out and word.startswith(("for", "if", "when", "case")) and text.text.rstrip().endswith(":"):
            before.append(_condition(word, text[: text.text.rstrip().rindex(":")]))
            continue
        if out and _is_condition(word, text):
            condition = _condition(word, text)
            for statement in out:
                statement.conditions.append(condition)
            continue
        inner = text.text.strip()
        if out and _in_one_bracket(inner) and _has_relation(inner[1:-1]):
            text = text.strip()[1 : len(inner) - 1]
        elif out and not _has_relation(text.text):
            # Words or mathematics beside an equation that say nothing the reader knows: not to be passed over.
            stray = Side(text, None, UnreadError("this beside the equation is no relation and no condition"))
            out.append(Statement([stray], ["="], tags=[None], word=word))
            continue
        sides, relations = _relations(text)
        starts = bool(relations) and not sides[0].text.strip()
        if any(not side.text.strip() for side in sides[1:]) and relations:
            broken = Side(text, None, UnreadError("nothing stands on one side"))
            out.append(Statement([broken], relations[:1], tags=[None], word=word))
            continue
        statement = Statement(
            [_side(side) for side in (sides[1:] if starts else sides)],
            relations,
            tags=[None] * max(len(relations), 1),
            word=word,
            continues=starts,
            conditions=list(before),
        )
        out.append(statement)
    if tag and out:
        out[-1].tags[-1] = tag
        for statement in out[:-1]:
            statement.tags[-1] = tag
    return out


Visit = Callable[[Syn], None]
