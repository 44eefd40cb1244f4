"""What a page says: its symbols with their shapes, its definitions, its claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from mlp_theory.symbolic import Definition, Dim, Dimensions, Member, Node, Number, Row, Symbol, plus
from mlp_theory.symbolic.evaluate import Book
from mlp_theory.texts.names import (
    SMALL_NUMBERS,
    Base,
    Scripts,
    atoms,
    base_of,
    indices_of,
    letters_in,
    number_of,
    scripts_of,
    whole,
)
from mlp_theory.texts.reader import Reader, Scope, _in_order, _set_bounds, split_digits
from mlp_theory.texts.shapes import MisfitError, Solver, Term
from mlp_theory.texts.syntax import Syn, UnreadError

DEPTH = 3
FUNCTION_LETTERS = {"f", "g", "h", "phi", "psi", "sigma"}
LOSS_LETTERS = ("L", "J", "C", "E", "ell", "R")


@dataclass
class Info:
    """A symbol of the page."""

    key: str
    show: str
    r: Dim
    c: Dim
    base: Base
    kind: str = "given"  # given, defined, function, loss
    count: Dim | None = None
    domain: str = "real"
    high: Dim | None = None
    origin: str = "typography"
    decoration: tuple[str, ...] = ()
    weak: bool = False
    declared: bool = False
    indexed: bool = False  # declared entry by entry
    bracketed: bool = False  # samples x^{(i)}, not x_i
    broken: str | None = None
    line: int = 0


@dataclass
class FunctionDef:
    """A function that the page defines by a formula."""

    params: list[str]
    body: Syn
    vector: bool
    decoration: tuple[str, ...] = ()
    index: str | None = None


@dataclass
class Ref:
    """Which symbol a name with scripts is, and which part of it."""

    info: Info
    indices: list[Syn]
    part: str
    sups: list


@dataclass
class Survey:
    """How the page uses its names: which letters are indices, which are layers, who carries what."""

    bound: set[str] = field(default_factory=set)
    ranges: dict[str, tuple[Syn, Syn]] = field(default_factory=dict)
    plain: dict[str, int] = field(default_factory=dict)
    entries: dict[str, set[int]] = field(default_factory=dict)
    shifted: set[str] = field(default_factory=set)
    brackets: set[str] = field(default_factory=set)
    bare_sup: dict[str, set[str]] = field(default_factory=dict)
    subs: dict[str, list[list[str]]] = field(default_factory=dict)
    sups: dict[str, list[str]] = field(default_factory=dict)
    divisors: set[str] = field(default_factory=set)
    bases: dict[str, Base] = field(default_factory=dict)
    applied: dict[str, int] = field(default_factory=dict)
    numbered: set[str] = field(default_factory=set)  # w_0, w_1: steps or layers, not entries


def names_in(syn: object) -> Iterator[tuple[Base, tuple[Syn, ...], Syn]]:
    """Every name with its scripts, once."""
    todo: list = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(reversed(node))
            continue
        if not isinstance(node, Syn):
            continue
        bare, parts = node, ()
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        base = base_of(bare)
        if base is not None and bare.kind in ("letter", "font", "accent", "word", "braces"):
            yield base, parts, node
            todo.extend(reversed(parts))
            continue
        if bare.kind in ("font", "accent") and node.kind != "scripted":
            inner = atoms(bare[1])
            if len(inner) == 1 and inner[0].kind == "scripted":
                outer = Syn(bare.kind, (bare[0], inner[0][0]), bare.start, bare.end)
                todo.append(Syn("scripted", (outer, *inner[0].args[1:]), node.start, node.end))
                continue
        todo.extend(reversed(node.args))


class Page:
    """The symbols of a page and what they stand for.

    Attributes
    ----------
    infos : dict of str to Info
        Every symbol by its key.
    book : Book
        The definitions, for the evaluator.
    solver : Solver
        The shapes.
    """

    def __init__(self, layout: str = ""):
        self.layout = layout
        self.dims = Dimensions()
        self.solver = Solver(self.dims)
        self.book = Book()
        self.infos: dict[str, Info] = {}
        self.functions: dict[str, FunctionDef] = {}
        self.survey = Survey()
        self.depth = DEPTH
        self.layers: dict[str, tuple[int, int]] = {}
        self.layer_tops: dict[str, int] = {}
        self.layer_sub: set[str] = set()
        self.layer_sup: set[str] = set()
        self.layer_bracket: set[str] = set()
        self.index_letters: set[str] = {"i", "j", "k"}
        self.transposes = frozenset("T")
        self.rows_are_examples = False
        self.softmax_rows = False
        self.created: list[str] = []
        self.decorated_families: set[str] = set()
        self.axes = 0
        self.families: dict[str, Dim] = {}
        self.aliases: dict[str, str] = {}
        self._latex_of: dict[str, str] = {}

    # Surveying -------------------------------------------------------------------------------------------

    def look(self, syns: list[Syn]) -> None:
        """Note how names are used, before anything is read."""
        survey = self.survey
        for syn in syns:
            self._look_bound(syn)
            for base, parts, _ in names_in(syn):
                scripts = scripts_of(parts, transposes=self.transposes)
                survey.bases[base.key] = base
                for sub in scripts.subs:
                    self._look_shift(sub)
                for kind, content in scripts.sups:
                    if kind in ("bracket", "square") and content is not None:
                        self._look_shift(content)
                        survey.brackets |= letters_in(content)
                        survey.sups.setdefault(base.key, []).append(whole(content))
                    elif kind == "power" and content is not None:
                        letters = letters_in(content)
                        if letters:
                            survey.bare_sup.setdefault(base.key, set()).update(letters)
                if scripts.subs or scripts.words:
                    texts = [whole(sub) for sub in scripts.subs]
                    survey.subs.setdefault(base.key, []).append(texts)
                elif not any(
                    kind == "bracket" and content is not None and letters_in(content) <= {"i", "j", "k", "n", "m", "s"}
                    and letters_in(content) for kind, content in scripts.sups
                ):  # fmt: skip
                    survey.plain[base.key] = survey.plain.get(base.key, 0) + 1
            self._look_divisors(syn)
            self._look_applied(syn)
        self._find_layers()
        for low, high in survey.ranges.values():
            del low
            base = base_of(atoms(high)[0]) if len(atoms(high)) == 1 else None
            if base is not None and not base.bold and not base.accents and base.letter not in self.layer_tops:
                self.dims.name(base.letter, rigid=False)

    def _look_shift(self, index: Syn) -> None:
        node = index
        while node.kind in ("braces", "single", "passed", "parens") or (node.kind == "list" and len(node.args) == 1):
            node = node[-1]
        if node.kind == "sum" and len(node.args) == 2:
            first, second = node[0][1], node[1][1]
            base = base_of(first)
            if base is not None and number_of(second) is not None:
                self.survey.shifted.add(base.letter)

    def _look_bound(self, syn: Syn) -> None:
        todo: list = [syn]
        while todo:
            node = todo.pop()
            if isinstance(node, tuple):
                todo.extend(node)
                continue
            if not isinstance(node, Syn):
                continue
            todo.extend(node.args)
            if node.kind == "scripted" and node[0].kind in ("bigop", "function"):
                sub = next((p[0] for p in node.args[1:] if p.kind == "sub"), None)
                sup = next((p[0] for p in node.args[1:] if p.kind == "sup"), None)
                if sub is None:
                    continue
                inner = sub
                while inner.kind in ("braces", "single", "passed"):
                    inner = inner[-1]
                if inner.kind == "chain":
                    letters = _in_order(inner[0]) if isinstance(inner[0], Syn) else []
                    if letters and str(inner[1]) == "=" and sup is not None and len(inner.args) > 2:
                        self.survey.bound.add(letters[0])
                        self.survey.ranges.setdefault(letters[0], (inner[2], sup))
                    elif letters:
                        self.survey.bound.update(letters[:1])
                else:
                    self.survey.bound.update(
                        base.letter for index in indices_of(sub) if (base := base_of(index)) is not None
                    )

    def _look_applied(self, syn: Syn) -> None:
        """Count where a bracket follows a name."""
        todo: list = [syn]
        while todo:
            node = todo.pop()
            if isinstance(node, tuple):
                todo.extend(node)
            elif isinstance(node, Syn):
                todo.extend(node.args)
                if node.kind == "term":
                    for item, following in pairwise(node.args):
                        bare = item
                        while bare.kind == "scripted":
                            bare = bare[0]
                        base = base_of(bare)
                        group = following[0] if following.kind == "scripted" else following
                        if base is not None and group.kind in ("parens", "brackets"):
                            self.survey.applied[base.key] = self.survey.applied.get(base.key, 0) + 1

    def _look_divisors(self, syn: Syn) -> None:
        todo: list = [syn]
        while todo:
            node = todo.pop()
            if isinstance(node, tuple):
                todo.extend(node)
            elif isinstance(node, Syn):
                todo.extend(node.args)
                if node.kind == "frac":
                    for item in atoms(node[2]):
                        base = base_of(item)
                        if base is not None and base.upper and not base.bold:
                            self.survey.divisors.add(base.key)

    def note_range(self, letter: str, low: Syn, high: Syn) -> None:
        """An index runs: i = 1, …, n."""
        self.survey.ranges[letter] = (low, high)
        self.index_letters.add(letter)

    def _find_layers(self) -> None:
        survey = self.survey
        self.index_letters |= survey.bound
        candidates = set()
        for letter in survey.shifted:
            if letter in ("i", "j") or (letter in survey.bound and letter in ("k", "m", "n")):
                continue
            candidates.add(letter)
        for letter in ("l", "ell"):
            used = letter in survey.brackets
            for key, letters in survey.bare_sup.items():
                used |= letter in letters and key != "e"
            for key, lists in survey.subs.items():
                base = survey.bases[key]
                used |= (
                    (base.bold or base.upper)
                    and any(texts == [letter] or texts == ["ℓ"] for texts in lists)
                    and letter not in survey.bound
                )
            if used:
                candidates.add(letter)
        tops = {x for x in candidates if x.isupper()}
        if candidates:
            for top in ("L", "T", "H", "D"):
                if (
                    any(top in text for lists in survey.subs.values() for texts in lists for text in texts)
                    or any(top in text for texts in survey.sups.values() for text in texts)
                    or any(top in letters for letters in survey.bare_sup.values() if top != "T")
                ) and (
                    (top in ("L", "H", "D") and candidates & {"l", "ell", "L"}) or (top == "T" and "t" in candidates)
                ):
                    tops.add(top)
        small = {x for x in candidates if not x.isupper()}
        digits = [1]
        for key, lists in survey.subs.items():
            base = survey.bases[key]
            for texts in lists:
                if any(_mentions(text, candidates | tops) for text in texts):
                    self.layer_sub.add(key)
            del base
        for key, texts in survey.sups.items():
            if any(_mentions(text, candidates | tops) for text in texts):
                self.layer_bracket.add(key)
        for key, letters in survey.bare_sup.items():
            if letters & (small | (tops - {"T"})) and key != "e":
                self.layer_sup.add(key)
        for key in self.layer_sub:
            digits += [int(t) for texts in survey.subs[key] for t in texts[-1:] if t.isdigit()]
        for key in self.layer_bracket:
            digits += [int(t) for t in survey.sups[key] if t.isdigit()]
        self.depth = max(DEPTH, min(max(digits), 8))
        for letter in small:
            low, high = 1, self.depth
            if letter in survey.ranges:
                low_syn, high_syn = survey.ranges[letter]
                value, top = number_of(low_syn), number_of(high_syn)
                if value is not None:
                    low = int(value)
                if top is not None and top <= 16:
                    high = int(top)
                else:
                    names = list(_in_order(high_syn))
                    tops.update(x for x in names[:1] if x not in small)
            self.layers[letter] = (low, max(high, low))
        for top in tops:
            self.layer_tops[top] = self.depth

    # What the reader asks --------------------------------------------------------------------------------

    def axis(self, letter: str) -> str:
        """A name for an axis that no other index has."""
        self.axes += 1
        return f"{letter}#{self.axes}"

    def is_layer(self, letter: str, body: list[Syn]) -> bool:
        """Whether an index of a sum runs over layers."""
        return letter in self.layers or any(self._is_layer_family(b, letter) for b in body)

    def _is_layer_family(self, syn: Syn, letter: str) -> bool:
        for base, parts, _ in names_in(syn):
            scripts = scripts_of(parts, transposes=self.transposes)
            family = base.key in self.infos and self.infos[base.key].count is not None
            if base.key in self.layer_sub and not family and any(letter in letters_in(s) for s in scripts.subs[-1:]):
                return True
            if base.key in self.layer_bracket and any(
                letter in letters_in(c) for k, c in scripts.sups if k in ("bracket", "square") and c is not None
            ):
                return True
        return False

    def is_size(self, letter: str) -> bool:
        """Whether the page uses a letter as a size."""
        return self.dims.known(letter) and letter not in self.infos

    def size_named(self, letter: str) -> Dim:
        """The size of that name; one that is not declared may turn out to be another."""
        if letter in self.layer_tops:
            return self.layer_tops[letter]
        return self.dims.name(letter, rigid=False)

    def dim_of(self, syn: Syn, scope: Scope, reader: Reader) -> Dim | None:
        """A size with a label: d_k, K_{l−1}, n_x."""
        bare, parts = syn, ()
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        base = base_of(bare)
        if base is None or base.bold:
            return None
        name = self.dim_name(base, scripts_of(parts, transposes=self.transposes), scope, reader)
        return name if name is not None and self.dims.known(name) else None

    def dim_name(self, base: Base, scripts: Scripts, scope: Scope, reader: Reader) -> str | None:
        """The name of a size with its labels."""
        name = base.show
        for kind, content in scripts.sups:
            if kind not in ("bracket", "square", "power"):
                return None
            assert content is not None
            number = reader.layer_number(content, scope)
            name += f"[{whole(content) if number is None else number}]"
        for sub in scripts.subs:
            number = reader.layer_number(sub, scope)
            name += f"_{whole(sub) if number is None else number}"
        for word in scripts.words:
            name += f"_{word}"
        return name

    def split(self, base: Base, scripts: Scripts, scope: Scope, reader: Reader) -> tuple[str, list[Syn], list]:
        """Labels, indices and powers: what belongs to the name, what picks a part, what is done to it."""
        label, members, sups = "", [], []
        for word in scripts.words:
            label += f"_{word}"
        for kind, content in scripts.sups:
            if kind in ("bracket", "square"):
                assert content is not None
                number = reader.layer_number(content, scope)
                letters = letters_in(content)
                if number is not None and (
                    kind == "square"
                    or number_of(content) is None
                    or base.key in self.layer_bracket
                    or not self._is_family_by_bracket(base)
                ):
                    label += f"[{number}]"
                elif (
                    letters and (letters <= (self.index_letters | set(scope.axes)) or reader.claim)
                ) or number is not None:
                    members.append(content)
                else:
                    label += f"({whole(content)})"
            elif (
                kind == "power"
                and content is not None
                and base.key in self.layer_sup
                and self._layer_here(content, scope, reader)
            ):
                label += f"[{reader.layer_number(content, scope)}]"
            else:
                sups.append((kind, content))
        subs = list(scripts.subs)
        if len(subs) == 1 and any(len(texts) == 2 for texts in self.survey.subs.get(base.key, [])):
            subs = split_digits(subs)
        indices: list[Syn] = []
        text = "".join(whole(sub) for sub in subs)
        if subs and base.key in self.layer_sub and not self._declared_entries(base, label):
            for position, sub in enumerate(subs):
                number = reader.layer_number(sub, scope)
                mentions = bool(letters_in(sub) & (set(self.layers) | set(self.layer_tops) | set(scope.loops)))
                single_digit = (
                    number_of(sub) is not None and (len(subs) == 1 or position == len(subs) - 1) and "[" not in label
                )
                if number is not None and (mentions or (single_digit and self._layers_below(base, len(subs)))):
                    label += f"[{number}]"
                else:
                    indices.append(sub)
            return label, members + indices, sups
        if subs and self._is_label(base, label, subs, text, scope, reader):
            short = f"[{text}]" if text.isdigit() else f"_{text}"
            return label + short, members, sups
        return label, members + subs, sups

    def _layer_here(self, content: Syn, scope: Scope, reader: Reader) -> bool:
        return reader.layer_number(content, scope) is not None

    def _is_family_by_bracket(self, base: Base) -> bool:
        """Whether brackets on this name number samples: x^{(i)}."""
        texts = self.survey.sups.get(base.key, [])
        return any(not text.isdigit() and text not in self.layer_tops for text in texts)

    def _layers_below(self, base: Base, count: int) -> bool:
        """Whether numbers below this name are layers: it has lists of that length with a layer last."""
        letters = set(self.layers) | set(self.layer_tops)
        return any(
            len(texts) == count and _mentions(texts[-1], letters) for texts in self.survey.subs.get(base.key, [])
        )

    def _declared_entries(self, base: Base, label: str) -> bool:
        info = self.infos.get(base.key + label)
        return info is not None and info.declared and info.kind in ("given", "defined")

    def _is_label(self, base: Base, label: str, subs: list[Syn], text: str, scope: Scope, reader: Reader) -> bool:
        key = base.key + label
        if f"{key}_{text}" in self.infos or f"{key}[{text}]" in self.infos or f"{key}_{text}" in self.functions:
            return True
        letters = set().union(*(letters_in(sub) for sub in subs))
        if len(subs) >= 3 and key not in self.layer_sub and not all(self._index_like(sub, reader) for sub in subs):
            return True
        if letters & (set(scope.axes) | set(scope.params) | set(scope.loops)):
            return False
        if all(number_of(sub) is not None for sub in subs):
            if text == "0" or len(subs) > 1:
                return text == "0"
            if base.key in self.survey.numbered:
                return True
            if key in self.infos or (key in self.survey.plain and not label):
                known = self.infos.get(key)
                return known is not None and known.kind in ("function", "loss")
            lists = self.survey.subs.get(base.key, [])
            running = any(len(t) == 1 and t[0] in self.index_letters for t in lists)
            if running:
                return False
            upper = any(k in self.survey.plain for k in (base.also(bold=True).key,))
            return not upper
        if all(self._index_like(sub, reader) for sub in subs):
            return False
        if key in self.infos and self.infos[key].kind in ("given", "defined"):
            return not all(len(x) == 1 for x in letters)
        bold = base.also(bold=True).key
        return not (bold in self.infos and all(base_of(s) is not None for s in subs))

    def _index_like(self, sub: Syn, reader: Reader) -> bool:
        if number_of(sub) is not None:
            return True
        letters = letters_in(sub)
        if sub.kind == "scripted":
            return True  # y_i as an index
        known = self.index_letters | set(self.survey.ranges) | set(reader.free)
        for letter in letters:
            info = self.infos.get(letter)
            if letter in known or self.is_size(letter) or letter in self.layer_tops:
                continue
            if info is not None and info.high is not None:
                continue
            return False
        return bool(letters)

    def is_known(self, base: Base, scripts: Scripts, scope: Scope, reader: Reader) -> bool:
        """Whether the page declares or defines this name."""
        label, indices, _ = self.split(base, scripts, scope, reader)
        key = base.key + label
        if key in self.infos:
            info = self.infos[key]
            return not (
                base.letter == "delta" and len(indices) == 2 and self.dims.is_one(info.c) and info.count is None
            )
        if base.letter == "delta" and len(indices) == 2:
            return False  # Δ beside δ_ij is another letter
        sample = any(kind == "bracket" for kind, _ in scripts.sups) and bool(indices)
        return self._part_of(base, label, len(indices), sample) is not None

    def written_bare(self, base: Base) -> bool:
        """Whether the page writes this letter, bold or not, without an index somewhere."""
        vector = Base(base.letter, base.bold, base.style, ("vec", *base.accents))
        return any(b.key in self.survey.plain for b in (base, base.also(bold=not base.bold), vector))

    def written_alone(self, base: Base) -> bool:
        """Whether a name with two indices is a matrix of the page."""
        info = self.infos.get(base.key)
        return info is not None and not self.dims.is_one(info.c)

    def is_defined(self, base: Base) -> bool:
        """Whether the page declares or defines this letter, with any label."""
        return any(info.base == base for info in self.infos.values())

    def has_primed(self, base: Base, scripts: Scripts) -> bool:
        """Whether a name with primes is a name of its own."""
        del base, scripts
        return False

    def is_function(self, base: Base, scope: Scope) -> bool:
        """Whether a name is a function here."""
        if base.key in scope.params:
            return False
        if base.key in self.functions:
            return True
        info = self.infos.get(base.key)
        if info is not None:
            return info.kind in ("function", "loss")
        return base.letter == "sigma" and not base.bold

    def is_function_letter(self, base: Base) -> bool:
        """Whether people use this letter for a function."""
        return base.letter in FUNCTION_LETTERS

    def function_for(
        self, base: Base, scripts: Scripts, scope: Scope, reader: Reader, bracket: bool
    ) -> Callable[[list[Term], int, int], Term] | None:
        """What applies this name to arguments, if it is a function here."""
        label = ""
        subs_used = False
        if scripts.subs or scripts.sups or scripts.words:
            label, indices, _ = self.split(base, scripts, scope, reader)
            subs_used = bool(label) and not indices
            if indices and base.key + label in self.infos and base.key in self.functions:
                return None  # p_k beside p(x)
        for key in (base.key + label, base.key):
            defined = self.functions.get(key)
            if defined is not None:
                if defined.decoration and not bracket and not scripts.primes:
                    return None
                return _Defined(reader, defined, subs_used, self.infos.get(key))
            info = self.infos.get(key)
            if info is not None and info.kind == "function":
                own = base.key + label if key == base.key and label else key
                return _Arbitrary(reader, own if subs_used else key, info.show, False, subs_used)
            if info is not None and info.kind == "loss":
                return _Arbitrary(reader, key, info.show, True, subs_used) if bracket else None
            if info is not None:
                return None
        if base.bold or (base.accents and base.letter not in LOSS_LETTERS):
            return None
        if base.letter == "sigma" and not base.accents and (bracket or scripts.primes):
            return _Builtin(reader, "sigmoid")
        if (
            bracket
            and (base.letter in LOSS_LETTERS or base.style == "cal")
            and base.key not in self.survey.divisors
            and not label
        ):
            return _Arbitrary(reader, base.key + label, base.show, True, subs_used)
        if base.letter in FUNCTION_LETTERS and bracket and base.key not in self.survey.divisors:
            return _Arbitrary(reader, base.key + label, base.show, False, subs_used)
        return None

    def decorated(self, base: Base, scripts: Scripts, group: Syn, scope: Scope, reader: Reader) -> bool:
        """Whether a bracket behind a known name only says what it depends on: J(w, b)."""
        label, indices, _ = self.split(base, scripts, scope, reader)
        info = self.infos.get(base.key + label)
        if info is not None and indices and base.key in self.decorated_families:
            return True
        if info is None or indices:
            return False
        names = [whole(p) for p in _arguments(group)]
        if info.decoration:
            return names == list(info.decoration)
        if info.kind != "defined":
            return False
        plain = all(base_of(_strip(p)) is not None or _strip(p).kind == "scripted" for p in _arguments(group))
        return plain and (len(names) > 1 or base.letter in LOSS_LETTERS or base.style == "cal")

    def only_variable(self, body: list[Syn], reader: Reader) -> Syn | None:
        """The variable of ∇f without a subscript: what f was defined as a function of."""
        base = base_of(body[0][0] if body[0].kind == "scripted" else body[0])
        info = self.infos.get(base.key) if base is not None else None
        defined = self.functions.get(base.key) if base is not None else None
        decoration = info.decoration if info else defined.decoration if defined else ()
        if info is not None and not decoration and info.key in self.book.definitions:
            given = [
                k
                for k in self.book.keys_of(Symbol(info.key))
                if self.infos[k].kind == "given" and self.infos[k].count is None
            ]
            moving = [k for k in given if not self._known_scalar(self.infos[k])]
            if len(moving or given) == 1:
                only = self.infos[(moving or given)[0]]
                if only.key == only.base.key:
                    letter = only.base.letter
                    syn = Syn("letter", (letter if len(letter) == 1 else f"\\{letter}",), 0, 1)
                    return Syn("font", ("\\mathbf", syn), 0, 1) if only.base.bold else syn
        if len(decoration) == 1:
            from mlp_theory.texts.syntax import parse

            return atoms(parse(self._latex_of.get(decoration[0], decoration[0])))[0]
        return None

    def loss(self, reader: Reader) -> Term | None:
        """The scalar loss whose gradient dW is."""
        found: Info | None = None
        for info in self.infos.values():
            if info.kind != "defined" or info.count is not None or "[" in info.key:
                continue
            letter = info.base.letter
            if not (letter in LOSS_LETTERS or info.base.style == "cal" or info.base.word):
                continue
            if not (self.dims.may_be_one(info.r) and self.dims.may_be_one(info.c)):
                continue
            definition = self.book.definitions.get(info.key)
            best = self.book.definitions.get(found.key) if found else None
            if found is None or (
                definition is not None and best is not None and found.key in self.book.keys_of(definition.node)
            ):
                found = info
        return self.symbol_term(found, reader) if found is not None else None

    def is_variable(self, syn: Syn, scope: Scope, reader: Reader) -> bool:
        """Whether dV can mean the gradient by this."""
        bare, parts = syn, ()
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        base = base_of(bare)
        if base is None or base.letter == "d":
            return False
        try:
            return self.is_known(base, scripts_of(parts, transposes=self.transposes), scope, reader)
        except UnreadError:
            return False

    def squared_name(self, base: Base, scripts: Scripts) -> str | None:
        """The key of σ² where the page names that and not σ."""
        if scripts.subs:
            key = f"{base.key}^2_{''.join(whole(s) for s in scripts.subs)}"
            return key if key in self.infos else None
        key = f"{base.key}^2" + "".join(f"_{w}" for w in scripts.words)
        return key if key in self.infos else None

    def runs_free(self, info: Info) -> bool:
        """Whether a declared index stands for any value: no definition is made of it."""
        if info.high is None or info.kind != "given" or info.domain != "index 1":
            return False
        if not self.dims.is_one(info.r) or not self.dims.is_one(info.c):
            return False
        return not any(info.key in self.book.keys_of(d.node) for d in self.book.definitions.values())

    def names_t(self, letter: Syn) -> bool:
        """Whether the T above something is a name of this page."""
        base = base_of(letter)
        return base is not None and (
            base.key in self.infos or self.is_size(base.letter) or base.letter in self.layer_tops
        )

    def is_pure(self, definition: FunctionDef) -> bool:
        """Whether a formula holds nothing but its parameters and numbers."""
        allowed = {*definition.params, "e", "pi"}
        for base, _, _ in names_in(definition.body):
            if base.key in allowed or self.is_function(base, Scope()) or self.is_size(base.letter):
                continue
            info = self.infos.get(base.key)
            if info is None or info.kind != "given" or not (self.dims.is_one(info.r) and self.dims.is_one(info.c)):
                return False
        return True

    # Finding symbols -------------------------------------------------------------------------------------

    def symbol_term(self, info: Info, reader: Reader) -> Term:
        """A symbol as a term."""
        if info.broken:
            raise UnreadError(f"the definition of {info.show} could not be used: {info.broken}")
        reader.used.add(info.key)
        key = info.key
        return Term(info.r, info.c, lambda: Symbol(key), info.show, weak=info.weak)

    def _part_of(self, base: Base, label: str, count: int, sample: bool = False) -> tuple[Info, str] | None:
        """A known matrix or column that this name with indices is a part of."""
        if count == 0:
            other = base.also(bold=not base.bold)
            info = self.infos.get(other.key + label)
            if info is not None and info.count is None and self._same_thing(base, info):
                return info, "entries"
            return None
        small = not base.upper
        if small and not base.bold:
            info = self.infos.get(base.also(bold=True).key + label)
            if info is not None:
                return info, "entries"
            vec = Base(base.letter, base.bold, base.style, ("vec", *base.accents))
            info = self.infos.get(vec.key + label)
            if info is not None:
                return info, "entries"
        if not small and not base.bold:
            info = self.infos.get(base.also(bold=True).key + label)
            if info is not None:
                return info, "entries"
        vector = base.bold or "vec" in base.accents or sample
        if small and ((count == 2 and not base.bold) or (count == 1 and vector)):
            plain = Base(base.letter, base.bold, base.style, tuple(a for a in base.accents if a != "vec"))
            for upper in (plain.also(upper=True, bold=True), plain.also(upper=True, bold=False)):
                info = self.infos.get(upper.key + label)
                if (
                    info is not None
                    and info.count is None
                    and info.kind in ("given", "defined")
                    and not self._known_scalar(info)
                ):
                    return info, "entries" if count == 2 else self._row_or_column(base, info)
        return None

    def _known_scalar(self, info: Info) -> bool:
        return self.dims.is_one(info.r) and self.dims.is_one(info.c)

    def _same_thing(self, base: Base, info: Info) -> bool:
        """Bold and plain small letters are one thing when one of them only ever carries indices."""
        del info
        return base.key not in self.survey.plain or base.also(bold=not base.bold).key not in self.survey.plain

    def _row_or_column(self, base: Base, info: Info) -> str:
        del info
        if base.letter in ("w", "v", "u", "theta"):
            return "row"
        return "row" if self.rows_are_examples else "column"

    def reference(self, base: Base, scripts: Scripts, scope: Scope, reader: Reader, syn: Syn) -> Ref:
        """The symbol that a name with scripts means; entered as a new one where it is none yet."""
        label, indices, sups = self.split(base, scripts, scope, reader)
        key = base.key + label
        beside = self.infos.get(key + "•")
        bracketed = any(kind == "bracket" for kind, _ in scripts.sups)
        if indices and beside is not None and beside.bracketed == bracketed:
            key += "•"
        info = self.infos.get(key)
        powers = [content for kind, content in sups if kind == "power"]
        squared = self.squared_name(base, scripts)
        if (
            squared is not None
            and len(powers) == 1
            and powers[0] is not None
            and number_of(powers[0]) == 2
            and info is None
        ):
            rest = [s for s in sups if s[0] != "power"]
            return Ref(self.infos[squared], [], "whole", rest)
        if squared is not None and info is None and not indices:
            return self._root_of(squared, base, sups, reader)
        if info is not None:
            if info.kind in ("function", "loss"):
                raise UnreadError(f"the function {info.show} without an argument", syn.start)
            if (
                len(indices) == 1
                and info.count is None
                and (
                    not (self.dims.may_be_one(info.r) or self.dims.may_be_one(info.c))
                    or (any(kind == "bracket" for kind, _ in scripts.sups) and base.upper)
                )
            ):
                return Ref(info, indices, self._row_or_column(base, info), sups)
            return Ref(info, indices, "entries", sups)
        sample = any(kind == "bracket" for kind, _ in scripts.sups) and bool(indices)
        part = self._part_of(base, label, len(indices), sample)
        if part is not None:
            return Ref(part[0], indices, part[1], sups)
        if key in self.functions:
            raise UnreadError(f"the function {base.show} without an argument", syn.start)
        info = self.create(base, label, len(indices), reader, syn)
        return Ref(info, indices, "entries", sups)

    def _root_of(self, squared: str, base: Base, sups: list, reader: Reader) -> Ref:
        """σ where the page names σ²: a symbol of its own, defined as the root."""
        key = base.key
        info = Info(key, base.show, 1, 1, base, kind="defined", origin=f"the root of {base.show}²")
        self.infos[key] = info
        from mlp_theory.symbolic import Call

        self.book.definitions[key] = Definition(Call("elementwise", (Symbol(squared),), ("sqrt",)))
        reader.used.add(squared)
        return Ref(info, [], "whole", sups)

    def create(self, base: Base, label: str, count: int, reader: Reader, syn: Syn) -> Info:
        """Enter a symbol that nothing declares: its typography says what it is."""
        if base.word and len(base.letter) > 1 and not label and reader.claim:
            raise UnreadError(f"unknown word: {base.letter}", syn.start)
        key = base.key + label
        show = base.show + label.replace("_", "") if label else base.show
        if reader.claim and base.upper and base.also(bold=not base.bold).key + label in self.infos:
            raise UnreadError(
                f"{show} is neither declared nor defined, only its bold (or plain) namesake is", syn.start
            )
        lists = [t for t in self.survey.subs.get(base.key, []) if t]
        entries = max([count, *(self._entry_count(base, texts) for texts in lists)])
        info = Info(key, show, 1, 1, base)
        dims = self.dims
        if base.style == "cal" and not base.bold:
            info.r, info.c = dims.fresh(), dims.fresh()
        elif entries >= 2:
            info.r, info.c = dims.fresh(f"rows of {show}", large=True), dims.fresh(f"columns of {show}", large=True)
            info.origin = "its two indices"
        elif count == 1 and base.bold and not base.upper:
            info.r, info.c = dims.fresh(f"rows of {show}", large=True), 1
            info.count = dims.fresh(f"number of {show}", large=True)
        elif entries == 1 and count == 1 and not self.written_bare(base):
            # Never without its index: samples, of numbers or of columns, whichever fits.
            info.r, info.c = dims.fresh(f"rows of {show}"), 1
            info.count = dims.fresh(f"number of {show}", large=True)
            info.origin = "its index"
        elif entries == 1:
            info.r, info.c = dims.fresh(f"rows of {show}", large=True), 1
            info.origin = "its index"
        elif (base.bold and not base.upper) or "vec" in base.accents:
            info.r, info.c = dims.fresh(f"rows of {show}", large=True), 1
        elif base.upper and base.key not in self.survey.divisors:
            info.r, info.c = dims.fresh(f"rows of {show}", large=True), dims.fresh(f"columns of {show}", large=True)
        else:
            info.r, info.c = dims.fresh(), 1
            info.weak = base.letter in SMALL_NUMBERS
        self.infos[key] = info
        self.created.append(key)
        term = Term(info.r, info.c, lambda: Number(0))
        self.solver.loose.append(term)
        if reader.solver is not self.solver:
            reader.solver.loose.append(term)
        if reader.claim:
            reader.unknown[key] = show
        return info

    def _entry_count(self, base: Base, texts: list[str]) -> int:
        letters = set(self.layers) | set(self.layer_tops)
        if base.key in self.layer_sub:
            texts = [t for t in texts if not _mentions(t, letters)]
            if len(texts) == 1 and texts[0].isdigit():
                return 0
        if all(t in self.index_letters or t.isdigit() for t in texts) and not (len(texts) == 1 and texts[0].isdigit()):
            return len(texts)
        return 0

    # Declarations ----------------------------------------------------------------------------------------

    def declare(self, base: Base, label: str, r: Dim, c: Dim, **more: object) -> Info:
        """Enter a declared symbol."""
        key = base.key + label
        info = self.infos.get(key)
        show = base.show + (label.replace("_", "") if label else "")
        if info is None or not info.declared:
            info = Info(key, show, r, c, base, declared=True)
            self.infos[key] = info
        info.r, info.c = r, c
        info.origin = "its declaration"
        for name, value in more.items():
            setattr(info, name, value)
        return info

    def dim_from(self, syn: Syn, scope: Scope, reader: Reader) -> Dim:
        """A size in an exponent: K, d_{l−1}, K − 1, 2d."""
        while syn.kind in ("braces", "single", "passed", "parens") or (syn.kind == "list" and len(syn.args) == 1):
            syn = syn[-1]
        value = number_of(syn)
        if value is not None:
            if value != int(value) or not 1 <= value <= 500:
                raise UnreadError("no size that could be drawn", syn.start)
            return int(value)
        if syn.kind == "sum":
            out: Dim = 0
            for sign, term in syn.args:
                out = plus(out, self.dim_from(term, scope, reader), sign)
            return out
        items = list(syn.args) if syn.kind == "term" else [syn]
        if len(items) == 2:
            factor = number_of(items[0])
            if factor is not None and factor == int(factor):
                return plus(0, self.dim_from(items[1], scope, reader), int(factor))
        if len(items) > 1:
            raise UnreadError("a size that is not read", syn.start)
        item = items[0]
        bare, parts = item, ()
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        base = base_of(bare)
        if base is None:
            raise UnreadError("a size is expected here", syn.start)
        if not parts and base.letter in self.layer_tops:
            return self.layer_tops[base.letter]
        if not parts and base.letter in scope.loops:
            return scope.loops[base.letter]
        name = (
            base.letter
            if not parts
            else self.dim_name(base, scripts_of(parts, transposes=self.transposes), scope, reader)
        )
        if name is None:
            raise UnreadError("a size is expected here", syn.start)
        self.dims.make_rigid(name)
        return name


class _Defined:
    """Applies a function that the page defines."""

    def __init__(self, reader: Reader, definition: FunctionDef, subs: bool, info: Info | None):
        self.reader, self.definition, self.takes_subs, self.info = reader, definition, subs, info
        self.takes_sups = subs

    def __call__(self, args: list[Term], primes: int, at: int) -> Term:
        d = self.definition
        if d.index is not None:
            if primes or len(args) != 1:
                raise UnreadError("a prime on a function of a column", at)
            return self.reader.apply_indexed(d, args[0])
        if d.decoration and self.info is not None:
            return self.reader.apply_decorated(d, self.info, args, primes, at)
        return self.reader.apply_defined(d.params, d.body, args, primes, at, d.vector)


class _Arbitrary:
    """Applies an arbitrary smooth function."""

    def __init__(self, reader: Reader, key: str, show: str, scalar: bool, subs: bool):
        self.reader, self.key, self.show, self.scalar = reader, key, show, scalar
        self.takes_subs = self.takes_sups = subs

    def __call__(self, args: list[Term], primes: int, at: int) -> Term:
        apply = self.reader.apply_loss if self.scalar else self.reader.apply_arbitrary
        return apply(self.key, self.show, args, primes, at)


class _Builtin:
    """Applies a function that everybody knows by this letter: σ."""

    takes_subs = takes_sups = False

    def __init__(self, reader: Reader, name: str):
        self.reader, self.name = reader, name

    def __call__(self, args: list[Term], primes: int, at: int) -> Term:
        if len(args) != 1:
            raise UnreadError(f"{self.name} with {len(args)} arguments", at)
        if primes:
            return self.reader._builtin_prime(self.name, args[0], primes)
        return self.reader.elementwise(self.name, args[0])


def _mentions(text: str, letters: set[str]) -> bool:
    shown = {{"ell": "ℓ"}.get(x, x) for x in letters}
    return any(x in shown for x in re.findall(r"[A-Za-zℓ]", text))


def _arguments(group: Syn) -> list[Syn]:
    content = group[0]
    while content.kind == "single":
        content = content[-1]
    return [p for p in content.args if isinstance(p, Syn)] if content.kind == "list" else [content]


def _strip(syn: Syn) -> Syn:
    items = atoms(syn)
    return items[0] if len(items) == 1 else syn


__all__ = [
    "DEPTH",
    "FunctionDef",
    "Info",
    "Member",
    "MisfitError",
    "Node",
    "Page",
    "Ref",
    "Row",
    "Survey",
    "_set_bounds",
    "names_in",
]
