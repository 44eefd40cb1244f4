"""Collecting what a page declares and defines, before any claim is judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mlp_theory.symbolic import Call, Column, Definition, Dim, Entry, Index, Member, Node, Number, Row, Size, Symbol
from mlp_theory.symbolic.evaluate import parts_of
from mlp_theory.texts.markdown import Directive, Piece, Source
from mlp_theory.texts.names import Base, Scripts, atoms, base_of, indices_of, number_of, scripts_of, show, whole
from mlp_theory.texts.page import FunctionDef, Info, Page, _arguments, names_in
from mlp_theory.texts.reader import (
    COLUMN_WORDS,
    ELEMENTWISE_WORDS,
    MATRIX_WORDS,
    Reader,
    Scope,
    _in_order,
    _set_bounds,
)
from mlp_theory.texts.shapes import MisfitError, Solver, Term
from mlp_theory.texts.statements import Condition, Macro, Side, Statement, Text, expand, statements, take_macros
from mlp_theory.texts.syntax import Syn, UnreadError

MAX_EQUATIONS = 5_000
_FILLERS = "encoded|vectors?|targets?|labels?|matri(?:x|ces)|columns?|of|the|true|a"
_WORDED = [
    ("one[- ]hot", "one-hot"),
    ("symmetric positive[- ](?:semi-?)?definite|positive[- ]definite", "definite"),
    ("symmetric", "symmetric"),
]
SKIPPED_RELATIONS = {"≈", "∝", "⇒"}


@dataclass(eq=False)
class Item:
    """A statement and where it stands."""

    statement: Statement
    piece: Piece
    source: Source
    layout: str
    unchecked: str | None = None
    expect: str | None = None
    own: bool = True  # of this page, not of a shared notation
    role: str = ""  # declares, defines, range, update, claim, skip
    definition: Pending | None = None
    note: str = ""
    error: Exception | None = None

    @property
    def display(self) -> bool:
        """Whether it stands in a display."""
        return self.piece.display

    def place(self, side: int = 0) -> tuple[int, int]:
        """Line and column of one of its sides."""
        text = self.statement.sides[min(side, len(self.statement.sides) - 1)].latex
        stripped = text.strip()
        return self.piece.at(stripped.place(0) if stripped.places else 0)


@dataclass(eq=False)
class Pending:
    """A definition whose right side is still to be read."""

    base: Base
    label_scripts: Scripts
    body: Syn
    indices: list[str]
    kind: str  # symbol, entries, family, function
    item: Item
    instances: list[tuple[str, Scope]] = field(default_factory=list)  # key and layers
    member: bool = False


class UnreadablePageError(Exception):
    """A piece could not even be taken apart."""


def items_of(source: Source, macros: dict[str, Macro], layout: str, own: bool) -> Iterator[Item]:
    """All statements of a page in reading order, with the remarks that precede them."""
    unchecked: str | None = None
    expect: str | None = None
    count = 0
    before: Item | None = None
    for entry in source.pieces_and_directives:
        if isinstance(entry, Directive):
            if entry.kind == "unchecked":
                unchecked = entry.text or "no reason given"
            elif entry.kind == "expect":
                expect = entry.text.strip().lower()
            elif entry.kind == "layout":
                layout = entry.text.strip().lower()
            continue
        mine, wanted = (unchecked, expect) if entry.display else (None, None)
        if entry.display:
            unchecked = expect = None
        try:
            latex = expand(take_macros(Text.of(entry.latex), macros), macros)
            found = statements(latex) if latex.text.strip() else []
        except UnreadError as error:
            side = Text.of(entry.latex)
            broken = Statement([], [], tags=[None])
            from mlp_theory.texts.statements import Side

            broken.sides = [Side(side, None, error)]
            broken.relations = ["="]
            found = [broken] if entry.display else []
        for statement in found:
            count += 1
            if count > MAX_EQUATIONS:
                raise UnreadablePageError(f"more than {MAX_EQUATIONS:,} equations")
            item = Item(statement, entry, source, layout, mine, wanted, own)
            if (
                statement.continues
                and before is not None
                and before.display
                and entry.display
                and before.statement.sides
            ):
                # "= …" goes on from the display before it.
                last = before.statement.sides[-1]
                statement.sides.insert(0, last)
            before = item
            yield item


class Collector:
    """Reads declarations and definitions into a `Page`.

    Parameters
    ----------
    items : list of Item
        Of the shared notation first, then of the page.
    """

    def __init__(self, items: list[Item], layout: str):
        self.items = items
        self.position = {item: k for k, item in enumerate(items)}
        self.page = Page(layout)
        self.page.solver.lenient = True
        self.pending: list[Pending] = []
        self._nodes: list[tuple[Pending, str, Term, str | None, Dim | None]] = []

    def run(self) -> Page:
        """Collect everything; what fails is noted in the items."""
        page = self.page
        syns = [side.syn for item in self.items for side in item.statement.sides if side.syn is not None]
        syns += [c.syn for item in self.items for c in item.statement.conditions if c.syn is not None]
        if _has_small_t(syns):
            page.transposes = frozenset("Tt")
        for item in self.items:
            for syn in [_chain_of(item.statement), *(c.syn for c in item.statement.conditions)]:
                if syn is not None:
                    for letter, low, high in ranges_of(syn):
                        page.note_range(letter, low, high)
        page.look(syns)
        self._note_orientation()
        self._note_numbered()
        for item in self.items:
            self._sort(item)
        for item in self.items:
            if item.role == "":
                self._sort_equation(item)
        worded = self._worded()
        for pending in self.pending:
            self._read(pending)
        page.solver.solve()
        page.dims.freeze()
        self._apply_words(worded)
        for owner, error in page.solver.errors.items():
            if isinstance(owner, Pending):
                self._break(owner, error)
        self._finish()
        return page

    def _worded(self) -> dict[str, str]:
        """What the prose says of a symbol: "the one-hot vector $y$", "$A$ is symmetric"."""
        found: dict[str, str] = {}
        for item in self.items:
            if item.display:
                continue
            side = item.statement.sides[0]
            if side.syn is None:
                continue
            names = self._names(side.syn)
            before, after = item.piece.before.lower()[-70:], item.piece.after.lower()[:70]
            if self._hypothetical(item):
                continue
            after = re.split(r"[.;]", after)[0]
            before = re.split(r"[.;]", before)[-1]
            for words, domain in _WORDED:
                said = re.search(rf"(?:{words})(?:[ -](?:{_FILLERS}))*\s*$", before)
                says = re.match(
                    rf"\s*(?:\([^)]*\)\s*)?(?:,?\s*(?:is|are|be|being|which|a|an|the|all|its|columns?|of|each|vectors?|labels?|targets?|in|as|encoded))*\s*(?:{words})",
                    after,
                )
                if said or says:
                    for base, _, _ in names:
                        found[base.key] = domain
        return found

    def _apply_words(self, worded: dict[str, str]) -> None:
        page = self.page
        for info in page.infos.values():
            domain = worded.get(info.base.key)
            if domain is None or info.kind != "given" or info.domain != "real" or page._known_scalar(info):
                continue
            if domain in ("symmetric", "definite"):
                if not page.dims.unify(info.r, info.c):
                    continue
            elif page.dims.is_one(info.r):
                continue
            info.domain = domain
            info.origin += ", and the words beside it"

    def reader(self, claim: bool = False, solver: Solver | None = None) -> Reader:
        """A reader of this page."""
        return Reader(self.page, solver or self.page.solver, claim=claim)

    # Sorting ---------------------------------------------------------------------------------------------

    def _sort(self, item: Item) -> None:
        statement = item.statement
        if any(side.error is not None or side.syn is None for side in statement.sides):
            return
        relations = statement.relations
        if relations and len(statement.sides) != len(relations) + 1:
            return
        if not relations:
            item.role = "skip"
            return
        chain = _chain_of(statement)
        if not item.display and not item.piece.comment and len(relations) == 1 and self._restricts(item):
            item.role = "skip"
            return
        if chain is not None and relations in (["="], ["=", ":"]) and ranges_of(chain):
            item.role = "range" if not item.display else "claim"
            return
        try:
            if (
                (relations[0] == r"\in" and self._declares(item))
                or (relations[0] == ":" and len(statement.sides) >= 2 and self._function(item))
                or (len(relations) == 1 and (not item.display or item.piece.comment) and self._assumes(item))
            ):
                item.role = "declares"
        except UnreadError as error:
            item.role, item.error = "declares", error
            item.note = error.reason
            if statement.sides[0].syn is not None:
                for base, scripts, _ in self._names(statement.sides[0].syn):
                    if not scripts.subs and not scripts.sups and base.key not in self.page.infos:
                        self.page.declare(base, "", 1, 1).broken = f"its declaration is not read: {error.reason}"

    def _restricts(self, item: Item) -> bool:
        """``if $i = j$, then …`` in front of a display restricts it, and defines nothing."""
        statement = item.statement
        if statement.relations[0] not in ("=", r"\ne", r"\neq", "≠"):
            return False
        letters = [
            base_of(atoms(side.syn)[0]) if side.syn is not None and len(atoms(side.syn)) == 1 else None
            for side in statement.sides
        ]
        known = self.page.index_letters | {"i", "j", "k", "l", "m", "n"}
        if any(b is None or b.bold or b.upper or b.letter not in known or self.page.is_size(b.letter) for b in letters):
            return False
        start = self.position[item]
        near = []
        for x in reversed(self.items[max(0, start - 3) : start]):
            if x.display:
                break
            near.append(x)
        if any(x.piece.block == item.piece.block and x.note == "restricts" for x in near):
            return True  # "either i = j or i ≠ j": no single restriction
        before, after = item.piece.before.lower(), item.piece.after.lower()
        worded = re.search(
            r"(^|[.;:(,]|\b(?:so|and|now|first|then|thus|hence|second|next|finally|but|case \w+)\b)\W*"
            r"(if|for|when|in the case|case|the case|suppose|assume|consider)( that| the case| of| where| when)?\s*$",
            before,
        )
        doubt = re.search(
            r"\b(not|never|no|unless|except|excluded|otherwise|else|or|done|done;|without)\b|[.?!]\s|\?$", after
        )
        denied = re.search(r"\b(not|never|no|unless|except|without|whether)\b", before)
        near_display = start + 1 < len(self.items) and self.items[start + 1].display
        if worded and near_display and not doubt and not denied:
            following = self.items[start + 1]
            chain = _chain_of(statement)
            text = statement.sides[0].latex
            following.statement.conditions.append(Condition(text, chain, "if"))
        item.note = "restricts"
        return True

    def _names(self, syn: Syn) -> list[tuple[Base, Scripts, Syn]]:
        r"""The names of a list ``\mathbf{W}, \mathbf{V}``; [] when it is anything else."""
        while syn.kind in ("single", "braces"):
            syn = syn[-1]
        parts = [p for p in syn.args if isinstance(p, Syn)] if syn.kind == "list" else [syn]
        out = []
        for part in parts:
            items = atoms(part)
            if len(items) != 1:
                if len(items) == 2 and items[1].kind == "parens":
                    items = items[:1]
                else:
                    return [] if not _is_dotted(part) else out
            bare, scripts = items[0], ()
            while bare.kind == "scripted":
                scripts = (*bare.args[1:], *scripts)
                bare = bare[0]
            base = base_of(bare)
            if base is None:
                if bare.kind == "dots":
                    continue
                return []
            out.append((base, scripts_of(scripts, transposes=self.page.transposes), items[0]))
        return out

    def _scopes(self, item: Item, letters: set[str]) -> list[Scope]:
        """One scope for each layer that the statement speaks of."""
        page = self.page
        mine = [x for x in page.layers if x in letters]
        if not mine:
            return [Scope()]
        (letter, *_) = mine
        low, high = self.layer_range(item, letter)
        return [Scope(loops={letter: k}) for k in range(low, high + 1)]

    def layer_range(self, item: Item, letter: str) -> tuple[int, int]:
        """From which layer to which a statement goes: its own condition, or that of the page."""
        page = self.page
        low, high = page.layers[letter]
        reader = self.reader()
        for syn in self._restrictions(item):
            for name, first, last in ranges_of(syn):
                if name == letter:
                    a, b = reader.layer_number(first, Scope()), reader.layer_number(last, Scope())
                    if a is not None and b is not None:
                        return min(a, b), max(a, b)
        return low, high

    def _restrictions(self, item: Item) -> list[Syn]:
        out = [c.syn for c in item.statement.conditions if c.syn is not None]
        if not item.display or item.piece.comment:
            # "for $l = 1, …, L$" behind (or before) it in the same sentence.
            index = self.position[item]
            for other in self.items[index + 1 : index + 4]:
                if other.piece.block != item.piece.block or other.source is not item.source:
                    break
                chain = _chain_of(other.statement)
                if chain is not None and ranges_of(chain):
                    between = " ".join(x.piece.before for x in self.items[index + 1 : self.position[other] + 1])
                    if not re.search(r"[.;:]\s", between):
                        out.append(chain)
                    break
        return out

    def _declares(self, item: Item) -> bool:
        statement = item.statement
        names = self._names(statement.sides[0].syn)  # type: ignore[arg-type]
        if not names or any(self._defined(base, scripts) for base, scripts, _ in names):
            return False
        target = statement.sides[1].syn
        assert target is not None
        letters: set[str] = set()
        for _, _, syn in names:
            letters |= set(_in_order(syn))
        for scope in self._scopes(item, letters):
            for base, scripts, syn in names:
                self._declare_one(item, base, scripts, syn, target, scope)
        return True

    def _defined(self, base: Base, scripts: Scripts) -> bool:
        del scripts
        info = self.page.infos.get(base.key)
        return info is not None and info.kind == "defined"

    def _declare_one(self, item: Item, base: Base, scripts: Scripts, syn: Syn, target: Syn, scope: Scope) -> None:
        page, reader = self.page, self.reader()
        if base.letter == "sigma" and any(k == "power" for k, _ in scripts.sups):
            scripts = Scripts(scripts.subs, scripts.words, [s for s in scripts.sups if s[0] != "power"])
            label = "^2" + "".join(f"_{whole(s)}" for s in scripts.subs) + "".join(f"_{w}" for w in scripts.words)
            r, c, more = self._set(target, scope, reader)
            page.declare(base, label, r, c, **more)
            return
        # A declared name keeps its letters as they stand, unless they run.
        restricted = self._restrictions(item)
        running = {name for chain in restricted for name, _, _ in ranges_of(chain)}
        running |= set(page.survey.ranges) & set(_in_order(syn))
        label, indices, _ = page.split(base, scripts, scope, reader)
        r, c, more = self._set(target, scope, reader)
        counts: list[Dim] = []
        letters_here = [base_of(index) for index in indices]
        runs = [b is not None and (b.letter in running or b.letter in page.index_letters) for b in letters_here]
        if indices and not any(runs):
            label += "_" + "".join(whole(index) for index in indices)
            indices = []
        if len(indices) == 1 and self._gates(item, base) and not running:
            label += f"_{whole(indices[0])}"  # W_i, W_f, W_o: labels, although i often runs
            indices = []
        for index, runs_here in zip(indices, runs, strict=False):
            letter = base_of(index)
            if letter is not None and runs_here:
                counts.append(self._count_of(letter.letter, restricted, reader))
            else:
                label += f"_{whole(index)}"
        if not counts:
            info = page.declare(base, label, r, c, **more)
            info.line = item.place()[0]
            return
        if page.dims.is_one(r) and page.dims.is_one(c):
            # Numbers with one index are a column, with two a matrix.
            rows = counts[0]
            columns: Dim = counts[1] if len(counts) > 1 else 1
            page.declare(base, label, rows, columns, indexed=True, **more)
        else:
            info = page.declare(base, label + ("•" if self._declared_alone(base, label) else ""), r, c, **more)
            info.show = base.show
            info.count = counts[0]
            info.bracketed = any(kind == "bracket" for kind, _ in scripts.sups)

    def _declared_alone(self, base: Base, label: str) -> bool:
        """Whether the page has x beside samples x_i."""
        info = self.page.infos.get(base.key + label)
        return info is not None and info.declared and info.count is None

    def _gates(self, item: Item, base: Base) -> bool:
        """Whether one list declares the same letter with several labels, as LSTM notes do: W_i, W_f, W_o."""
        syn = item.statement.sides[0].syn
        if syn is None:
            return False
        labels = {whole(s.subs[0]) for b, s, _ in self._names(syn) if b == base and len(s.subs) == 1}
        return len(labels) > 1 and not labels <= {"i", "j", "k"}

    def _count_of(self, letter: str, restricted: list[Syn], reader: Reader) -> Dim:
        page = self.page
        for chain in restricted:
            for name, _low, high in ranges_of(chain):
                if name == letter:
                    return page.dim_from(high, Scope(), reader)
        if letter in page.survey.ranges:
            return page.dim_from(page.survey.ranges[letter][1], Scope(), reader)
        if letter not in page.families:
            page.families[letter] = page.dims.fresh(f"number of {letter}", large=True)
        return page.families[letter]

    def _set(self, target: Syn, scope: Scope, reader: Reader) -> tuple[Dim, Dim, dict]:
        """Rows, columns and domain of a set: ℝ^{K×d}, (0, 1)^K, {0, 1}^n, {e_1, …, e_K}^n."""
        items = atoms(target)
        if len(items) != 1:
            raise UnreadError(f"no such set: {show(target)}", target.start)
        item = items[0]
        bare, parts = item, ()
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        exponent = next((p[0] for p in parts if p.kind == "sup"), None)
        sub = next((p[0] for p in parts if p.kind == "sub"), None)
        r, c = self._exponent(exponent, scope, reader)
        base = base_of(bare)
        if base is not None and base.letter in ("R", "ℝ"):
            domain = "real"
            if sub is not None:
                text = whole(sub)
                domain = "positive" if ">" in text or "+" in text else "nonnegative"
                if "≥" in text or "ge" in text:
                    domain = "nonnegative"
            elif any(p.kind == "sup" and whole(p[0]) in ("+", "⁺") for p in parts):
                return 1, 1, {"domain": "positive"}
            return r, c, {"domain": domain}
        if base is not None and base.letter in ("N", "Z") and base.style == "bb":
            return r, c, {"domain": "whole"}
        if base is not None and base.letter == "Delta" and exponent is not None:
            from mlp_theory.symbolic import plus

            return plus(r, 1), 1, {"domain": "probabilities"}
        if bare.kind in ("parens", "brackets"):
            ends = [number_of(a) for a in _arguments(bare)]
            if len(ends) == 2 and ends[0] is not None and ends[1] is not None and ends[0] < ends[1]:
                return r, c, {"domain": f"between {ends[0]} {ends[1]}"}
            if len(ends) == 2 and ends[0] is not None:
                return r, c, {"domain": "positive" if ends[0] >= 0 else "real"}
            raise UnreadError(f"no such set: {show(target)}", target.start)
        if bare.kind == "curly":
            return self._finite_set(bare, r, c, exponent, scope, reader)
        raise UnreadError(f"no such set: {show(target)}", target.start)

    def _finite_set(
        self, bare: Syn, r: Dim, c: Dim, exponent: Syn | None, scope: Scope, reader: Reader
    ) -> tuple[Dim, Dim, dict]:
        members = _arguments(bare)
        numbers = [number_of(m) for m in members]
        if members and all(n is not None for n in numbers):
            return r, c, {"domain": "among " + " ".join(f"{n:g}" for n in numbers if n is not None)}
        bounds = _set_bounds(bare)
        first = base_of(_bare_name(members[0]))
        if bounds is not None and first is not None and first.letter == "e":
            last = members[-1]
            scripts = scripts_of(_parts(atoms(last)[0]), transposes=self.page.transposes)
            if not scripts.subs:
                raise UnreadError("the last unit vector has no number", last.start)
            size = self.page.dim_from(scripts.subs[0], scope, reader)
            return size, (r if exponent is not None else 1), {"domain": "one-hot"}
        if bounds is not None and number_of(bounds[0]) is not None:
            high = self.page.dim_from(bounds[1], scope, reader)
            low = number_of(bounds[0])
            return r, c, {"domain": f"index {low:g}", "high": high}
        raise UnreadError(f"no such set: {show(bare)}", bare.start)

    def _exponent(self, exponent: Syn | None, scope: Scope, reader: Reader) -> tuple[Dim, Dim]:
        if exponent is None:
            return 1, 1
        items = atoms(exponent)
        parts: list[list[Syn]] = [[]]
        if len(items) == 1 and items[0].kind == "sum":
            return self.page.dim_from(items[0], scope, reader), 1
        inner = exponent
        while inner.kind in ("braces", "single", "passed") or (inner.kind == "list" and len(inner.args) == 1):
            inner = inner[-1]
        if inner.kind == "sum" and len(inner.args) > 1:
            # K-1 \times d: the sign belongs to one of the sizes.
            return self._signed_exponent(inner, scope, reader)
        for item in items:
            if item.kind == "infix" and str(item[0]) in (r"\times", "*", r"\cdot"):
                parts.append([])
            else:
                parts[-1].append(item)
        if len(parts) > 2 or not all(parts):
            raise UnreadError("a set of arrays with more than two axes", exponent.start)
        dims = [
            self.page.dim_from(p[0] if len(p) == 1 else Syn("term", tuple(p), p[0].start, p[-1].end), scope, reader)
            for p in parts
        ]
        return dims[0], dims[1] if len(dims) == 2 else 1

    def _signed_exponent(self, inner: Syn, scope: Scope, reader: Reader) -> tuple[Dim, Dim]:
        sides: list[list[tuple[int, Syn]]] = [[]]
        for sign, term in inner.args:
            items = list(term.args)
            cut = next((k for k, x in enumerate(items) if x.kind == "infix" and str(x[0]) == r"\times"), None)
            if cut is None:
                sides[-1].append((sign, term))
                continue
            sides[-1].append((sign, Syn("term", tuple(items[:cut]), term.start, term.end)))
            sides.append([(1, Syn("term", tuple(items[cut + 1 :]), term.start, term.end))])
        dims = [self.page.dim_from(Syn("sum", tuple(side), inner.start, inner.end), scope, reader) for side in sides]
        return dims[0], dims[1] if len(dims) > 1 else 1

    def _function(self, item: Item) -> bool:
        r"""``f : \mathbb R \to \mathbb R``, ``\ell : \mathbb R^{m \times n} \to \mathbb R``."""
        statement = item.statement
        names = self._names(statement.sides[0].syn)  # type: ignore[arg-type]
        if not names or len(statement.sides) != 3 or statement.relations[1] not in (r"\to", r"\rightarrow", r"\mapsto"):
            return False
        start, end = statement.sides[1].syn, statement.sides[2].syn
        assert start is not None
        assert end is not None
        letters: set[str] = set()
        for _, _, syn in names:
            letters |= set(_in_order(syn))
        for scope in self._scopes(item, letters):
            reader = self.reader()
            scalar_start = _plain_real(start)
            if not _plain_real(end):
                raise UnreadError("a function whose values are no numbers is not arbitrary here; define it", end.start)
            for base, scripts, _ in names:
                label, indices, _sups = self.page.split(base, scripts, scope, reader)
                for index in indices:
                    label += f"_{whole(index)}"
                info = self.page.declare(base, label, 1, 1)
                info.kind = "function" if scalar_start else "loss"
        return True

    def _hypothetical(self, item: Item) -> bool:
        """Whether the prose around takes back what an inline formula says: "not", "if", "would", a question."""
        before = re.split(r"[.;:!]", item.piece.before.lower()[-80:])[-1]
        after = item.piece.after.lower()[:80]
        sentence = re.split(r"[.;!]", after)[0]
        return bool(
            re.search(r"\b(not|never|no|without|unless|whether|would|if|when|were|except|rather than)\b", before)
            or re.search(r"\b(not|wrong|fails?|were|would|false|never)\b|\?", sentence)
        )

    def _assumes(self, item: Item) -> bool:
        """``M = Mᵀ``, ``S ≻ 0``, ``λ > 0``: what is said of a symbol that is given."""
        statement = item.statement
        if not item.piece.comment and self._hypothetical(item):
            return False
        left, right = statement.sides[0].syn, statement.sides[1].syn
        assert left is not None
        assert right is not None
        relation = statement.relations[0]
        names = self._names(left)
        if len(names) == 1:
            base, scripts, _ = names[0]
            try:
                label, indices, sups = self.page.split(base, scripts, Scope(), self.reader())
            except UnreadError:
                return False
            key = base.key + label
            if relation in (r"\succ", r"\succeq") and number_of(right) == 0 and not indices:
                info = self.page.infos.get(key) or self.page.create(base, label, 0, self.reader(), left)
                self.page.dims.unify(info.r, info.c)
                info.domain = "definite"
                info.declared = True
                return True
            if (
                relation in (">", r"\gt", r"\ge", r"\geq", r"\geqslant")
                and number_of(right) == 0
                and not indices
                and not sups
            ):
                info = self.page.infos.get(key)
                if info is not None and (info.kind != "given" or info.domain != "real"):
                    return False
                if info is None:
                    info = self.page.create(base, label, 0, self.reader(), left)
                    info.declared = True
                info.domain = "positive" if relation in (">", r"\gt") else "nonnegative"
                return True
            if relation == "=" and show(right).strip() in (show(left).strip() + "ᵀ",):
                info = self.page.infos.get(key)
                if info is not None and info.kind == "given" and info.domain in ("real", "symmetric"):
                    self.page.dims.unify(info.r, info.c)
                    info.domain = "symmetric"
                    return True
        return False

    def _note_orientation(self) -> None:
        """Whether examples are rows: a declared X with n rows."""
        for item in self.items:
            statement = item.statement
            if statement.relations[:1] != [r"\in"] or statement.sides[0].syn is None or len(statement.sides) < 2:
                continue
            for base, _, _ in self._names(statement.sides[0].syn):
                if base.letter == "X" and statement.sides[1].syn is not None:
                    text = whole(statement.sides[1].syn)
                    if re.match(r"R\^\{?[nNmB]×", text):
                        self.page.rows_are_examples = True

    def _note_numbered(self) -> None:
        """Names that are declared or defined with a number below: w_0, v_1 are names, no entries."""
        for item in self.items:
            statement = item.statement
            if not statement.relations or statement.sides[0].syn is None:
                continue
            for base, scripts, _ in self._names(statement.sides[0].syn):
                if (
                    len(scripts.subs) == 1
                    and number_of(scripts.subs[0]) is not None
                    and (statement.relations[0] == r"\in" or item.display)
                ):
                    self.page.survey.numbered.add(base.key)

    # Equations -------------------------------------------------------------------------------------------

    def _sort_equation(self, item: Item) -> None:
        statement = item.statement
        if any(side.error is not None or side.syn is None for side in statement.sides) or (
            len(statement.sides) != len(statement.relations) + 1
        ):
            item.role = "claim" if item.display else "skip"
            return
        relation = statement.relations[0]
        if relation in (r"\leftarrow", r"\gets", r"\longleftarrow"):
            item.role = "update" if item.display else "skip"
            return
        if item.expect is not None:
            item.role = "claim"
            return
        if not item.display and not item.piece.comment and len(relation) == 1 and self._hypothetical(item):
            item.role = "skip"  # "if α = 1": a case, no definition
            return
        if relation in ("=", ":=", r"\triangleq", r"\equiv", r"\coloneqq", r"\coloneq", r"\doteq"):
            try:
                pending = self._definition(item, relation)
            except UnreadError as error:
                item.error = error
                pending = None
            if item.role == "step":
                item.role = "update"
                return
            if pending is not None:
                item.role = "defines"
                item.definition = pending
                self.pending.append(pending)
                return
            if relation == ":=" and self._circular(item):
                item.role = "update"
                return
        self._last_name(item)
        item.role = "claim"

    def _circular(self, item: Item) -> bool:
        left, right = item.statement.sides[0].syn, item.statement.sides[1].syn
        assert left is not None
        assert right is not None
        return show(left).strip() in show(right)

    def _last_name(self, item: Item) -> None:
        """The last link of a chain may name a new symbol: ``… = P − T =: Δ``."""
        statement = item.statement
        if len(statement.sides) < 2 or statement.relations[-1] not in ("=", "=:"):
            return
        last = statement.sides[-1].syn
        assert last is not None
        names = self._names(last)
        if len(names) != 1:
            return
        turned = Statement([statement.sides[-1], statement.sides[-2]], ["="], statement.conditions, [None])
        other = Item(turned, item.piece, item.source, item.layout, own=item.own)
        self.position[other] = self.position[item]
        base, scripts, _ = names[0]
        if len(statement.sides) < 3 and statement.relations[-1] != "=:":
            return
        if scripts.subs and statement.relations[-1] != "=:":
            return
        try:
            pending = self._definition(other, "=")
        except UnreadError:
            return
        declared = pending is not None and any(self.page.infos[k].declared for k, _ in pending.instances)
        if pending is not None and declared:
            for k, _ in pending.instances:
                self.page.infos[k].kind = "given"
        elif pending is not None and pending.kind == "symbol":
            self.pending.append(pending)
            item.definition = pending
            del base

    def _definition(self, item: Item, relation: str) -> Pending | None:
        """What this equation defines, if its left side is a name that nothing has defined yet."""
        statement = item.statement
        left, body = statement.sides[0].syn, statement.sides[1].syn
        assert left is not None
        assert body is not None
        while left.kind in ("single",):
            left = left[-1]
        if left.kind == "list" and sum(isinstance(a, Syn) for a in left.args) == 1:
            left = left[0]
        if left.kind == "sum" and (len(left.args) != 1 or left[0][0] != 1):
            return None
        items = atoms(left)
        if not items:
            return None
        bare, parts = _unscripted(items[0])
        base = base_of(bare)
        if base is None:
            return None
        if (bare.kind == "word" and len(items) == 2) or bare.kind == "function":
            pass
        scripts = scripts_of(parts, transposes=self.page.transposes)
        if scripts.primes or scripts.condition is not None:
            return None
        if (
            len(items) == 2
            and base.letter in ("Delta", "delta")
            and not scripts.subs
            and base.key not in self.page.infos
        ):
            other = base_of(_unscripted(items[1])[0])
            if other is not None and items[1].kind != "parens":
                # Δw = −η ∂E/∂w: a step of w, so the right side has the shape of w.
                side = statement.sides[0]
                statement.sides[0] = Side(side.latex, Syn("term", (items[1],), items[1].start, items[1].end), None)
                item.role = "step"
                return None
        if len(items) == 2:
            return self._function_definition(item, base, scripts, items[1], body)
        if len(items) != 1:
            return None
        if bare.kind == "function":
            return None
        return self._symbol_definition(item, base, scripts, body, relation)

    def _function_definition(self, item: Item, base: Base, scripts: Scripts, group: Syn, body: Syn) -> Pending | None:
        r"""``f(x) = …``, ``J(w, b) = …``, ``\mathrm{softmax}(z)_i = …``."""
        page = self.page
        inner, hung = _unscripted(group)
        if inner.kind not in ("parens", "brackets") or base.style == "bb":
            return None
        args = _arguments(inner)
        names = []
        for arg in args:
            names_here = self._names(arg)
            if len(names_here) != 1:
                return None
            names.append(names_here[0])
        reader = self.reader()
        if (
            any(kind in ("T", "inverse", "inverse T", "power") for kind, _ in scripts.sups)
            and base.key not in page.layer_sup
        ):
            return None
        label, indices, _ = page.split(base, scripts, Scope(), reader)
        key = base.key + label
        lower = base.letter.lower()
        if lower in MATRIX_WORDS or lower in COLUMN_WORDS or (lower in ELEMENTWISE_WORDS and base.word):
            known = [self._is_known_name(b, s) for b, s, _ in names]
            if any(known) or hung or lower not in ELEMENTWISE_WORDS:
                self._note_softmax(lower, names, hung, body)
                return None
        if key in page.functions or (key in page.infos and page.infos[key].kind in ("defined", "function", "loss")):
            return None
        if indices:
            if all(self._is_known_name(b, s) for b, s, _ in names):
                page.decorated_families.add(base.key)
                return self._symbol_definition(item, base, scripts, body, "=")
            return None
        shown = tuple(whole(arg) for arg in args)
        known = [self._is_known_name(b, s, body) for b, s, _ in names]
        alone = page.survey.plain.get(base.key, 0) > page.survey.applied.get(base.key, 0)
        if not any(known) and not hung and alone and not base.word:
            # ∂g/∂x of a g(x, y) whose arguments nothing declares: they are variables of the page, and numbers.
            for b, s, syn in names:
                if not s.subs and not s.sups and not b.upper and b.key not in page.infos:
                    page.create(b, "", 0, reader, syn)
                    page.infos[b.key].declared = True
            known = [self._is_known_name(b, s, body) for b, s, _ in names]
        if hung:
            sub = next((p[0] for p in hung if p.kind == "sub"), None)
            if sub is None or len(names) != 1:
                return None
            index = base_of(atoms(sub)[0])
            if index is None or len(atoms(sub)) != 1 or key in page.functions:
                return None
            page.functions[key] = FunctionDef([b.key for b, _, _ in names], body, True, index=index.letter)
            return Pending(base, scripts, body, [], "function", item)
        uses = _keys_used(body)
        if all(known) or any(known):
            # It says what it depends on; and f(w_1) means the same formula at w_1.
            page.functions[key] = FunctionDef([b.key for b, s, _ in names], body, True, shown)
            pending = self._symbol_definition(item, base, scripts, body, "=")
            if pending is None:
                del page.functions[key]
                return None
            for name, text in zip(names, shown, strict=True):
                page._latex_of = {**page._latex_of, text: _latex_of(name[2], item)}
            info = page.infos.get(key)
            if info is not None:
                info.decoration = shown
            if any(s.subs or s.sups for _, s, _ in names):
                del page.functions[key]
            return pending
        if item.display is False and len(names) > 3:
            return None
        vector = any(b.bold or "vec" in b.accents or b.upper for b, _, _ in names) or any(
            parts for b, parts, _ in names_in(body) for n, _, _ in names if b == n and _has_sub(parts)
        )
        del uses
        if any(s.subs for _, s, _ in names):
            return None
        page.functions[key] = FunctionDef([b.key for b, _, _ in names], body, vector)
        pending = Pending(base, scripts, body, [], "function", item)
        pending.instances = []
        return pending

    def _note_softmax(
        self, word: str, names: list[tuple[Base, Scripts, Syn]], hung: tuple[Syn, ...], body: Syn
    ) -> None:
        """softmax(Z)_{ij} = … says by its sum whether rows or columns add up to one."""
        if word != "softmax" or not names:
            return
        for base, parts, _ in names_in(body):
            if base != names[0][0]:
                continue
            subs = scripts_of(parts, transposes=self.page.transposes).subs
            picked = [whole(x) for p in hung if p.kind == "sub" for x in indices_of(p[0])]
            if len(subs) == 2 and len(picked) == 2:
                here = [whole(s) for s in subs]
                if here[0] == picked[0] and here[1] != picked[1]:
                    self.page.softmax_rows = True

    def _is_known_name(self, base: Base, scripts: Scripts, body: Syn | None = None) -> bool:
        """Whether an argument is a symbol of the page (declared, or defined, or used apart from this formula)."""
        try:
            label, _, _ = self.page.split(base, scripts, Scope(), self.reader())
        except UnreadError:
            return True
        if base.key + label in self.page.infos:
            info = self.page.infos[base.key + label]
            if info.indexed and not scripts.subs and body is not None:
                # x_k for k = 1, …, K is declared; p(x) = 1/(1 + e^x) means any x, p(x) = Σ x_k means that one.
                return any(b == base and _has_sub(parts) for b, parts, _ in names_in(body))
            return info.count is None or bool(scripts.subs)
        return self._will_be_defined(base, label)

    def _will_be_defined(self, base: Base, label: str) -> bool:
        for item in self.items:
            if item.role or not item.statement.relations or item.statement.relations[0] not in ("=", ":="):
                continue
            left = item.statement.sides[0].syn
            names = self._names(left) if left is not None else []
            if len(names) == 1 and names[0][0] == base:
                try:
                    other, indices, _ = self.page.split(base, names[0][1], Scope(), self.reader())
                    if other == label and not indices:
                        return True
                except UnreadError:
                    continue
        # Differentiated by, or carrying a gradient of its own: a variable of the page.
        return base.key in self.page.survey.plain and self._is_differentiated(base)

    def _is_differentiated(self, base: Base) -> bool:
        letter = base.show
        for item in self.items:
            for side in item.statement.sides:
                if (
                    side.syn is not None
                    and re.search(rf"(∂|∇_?){re.escape(letter)}(?![A-Za-z])", show(side.syn))
                    and "′" not in show(side.syn)
                ):
                    text = show(side.syn)
                    if "∂" in text or "∇" in text:
                        return self._needs_data(base)
        return False

    def _needs_data(self, base: Base) -> bool:
        return base.upper or base.bold or base.letter in ("w", "theta", "b", "W", "beta")

    def _refuse_conditions(self, item: Item) -> None:
        """A definition holds everywhere, or says by cases where."""
        layers = set(self.page.layers) | set(self.page.layer_tops)
        for condition in item.statement.conditions:
            syn = condition.syn
            if syn is None and not condition.latex.text.strip():
                continue
            if syn is None:
                raise UnreadError("a definition under a condition that is not read")
            inner = syn
            while inner.kind in ("single", "parens", "braces"):
                inner = inner[-1]
            if ranges_of(syn) or inner.kind != "chain" or set(_in_order(inner)) <= layers:
                continue
            if str(inner[1]) == r"\in":
                continue
            raise UnreadError("a definition under a condition; write it with cases")

    def _symbol_definition(self, item: Item, base: Base, scripts: Scripts, body: Syn, relation: str) -> Pending | None:
        page, reader = self.page, self.reader()
        refused: UnreadError | None = None
        try:
            self._refuse_conditions(item)
        except UnreadError as error:
            refused = error
        powers = [s for s in scripts.sups if s[0] == "power"]
        squared = (
            len(powers) == 1
            and powers[0][1] is not None
            and number_of(powers[0][1]) == 2
            and base.key not in page.infos
            and base.key not in page.layer_sup
            and not base.upper
        )
        if squared:
            scripts = Scripts(scripts.subs, scripts.words, [s for s in scripts.sups if s[0] != "power"])
        letters = {x for sub in scripts.subs for x in _in_order(sub)}
        letters |= {x for _, content in scripts.sups if content is not None for x in _in_order(content)}
        pending = Pending(base, scripts, body, [], "symbol", item)
        first = True
        for scope in self._scopes(item, letters):
            try:
                label, indices, sups = page.split(base, scripts, scope, reader)
            except UnreadError:
                return None
            if squared:
                label = "^2" + label
            if sups:
                return None
            if any(number_of(i) is not None for i in indices):
                return None
            names = [base_of(i) for i in indices]
            if any(n is None for n in names) or len({n.letter for n in names if n}) != len(names):
                return None
            part = page._part_of(base, label, len(indices)) if base.key + label not in page.infos else None
            key = base.key + label
            if part is not None:
                if part[1] != "entries":
                    return None
                key = part[0].key
            info = page.infos.get(key)
            if info is not None and info.declared and relation == "=" and self._used_before(item, base, key, scope):
                return None
            if info is not None and (info.kind != "given" or not self._may_be_defined(info)):
                if info.kind == "defined" and first and not scope.loops:
                    return None
                if scope.loops and info.kind == "defined":
                    continue
                return None
            if key in page.functions and not page.functions[key].decoration and not indices:
                return None
            if relation == "=" and self._mentions_itself(base, label, body, scope, indices):
                return None
            if relation == ":=" and self._mentions_itself(base, label, body, scope, indices):
                return None
            pending.indices = [n.letter for n in names if n is not None]
            pending.instances.append((key, scope))
            if info is None:
                info = Info(
                    key,
                    base.show + label.replace("_", "").replace("^2", "²"),
                    page.dims.fresh(),
                    page.dims.fresh(),
                    base,
                )
                page.infos[key] = info
                page.solver.loose.append(Term(info.r, info.c, lambda: Number(0)))
                if pending.indices:
                    self._shape_by_indices(info, pending, scripts)
            info.kind = "defined"
            info.origin = info.origin if info.declared else "its definition"
            info.line = item.place()[0]
            first = False
        if not pending.instances:
            return None
        if refused is not None:
            for key, _ in pending.instances:
                page.infos[key].broken = refused.reason
            raise refused
        pending.kind = "entries" if pending.indices else "symbol"
        return pending

    def _used_before(self, item: Item, base: Base, key: str, scope: Scope) -> bool:
        """Whether a declared symbol has been worked with already: then an equation about it is a claim."""
        reader = self.reader()
        for other in self.items[: self.position[item]]:
            if not other.display or other.piece is item.piece or other.source is not item.source:
                continue
            for side in other.statement.sides:
                if side.syn is None:
                    continue
                for name, parts, _ in names_in(side.syn):
                    if name != base:
                        continue
                    try:
                        scripts = scripts_of(parts, transposes=self.page.transposes)
                        if name.key + self.page.split(name, scripts, scope, reader)[0] == key:
                            return True
                    except UnreadError:
                        continue
        return False

    def _may_be_defined(self, info: Info) -> bool:
        return (
            info.domain in ("real", "positive", "nonnegative") or info.domain.startswith("between") or not info.declared
        )

    def _shape_by_indices(self, info: Info, pending: Pending, scripts: Scripts) -> None:
        page = self.page
        restricted = self._restrictions(pending.item)
        counts: list[Dim] = []
        open_family = len(pending.indices) == 1 and not page.written_bare(pending.base)
        for letter in pending.indices:
            known = [chain for chain in restricted if any(n == letter for n, _, _ in ranges_of(chain))]
            if known or letter in page.survey.ranges:
                try:
                    counts.append(self._count_of(letter, restricted, self.reader()))
                    continue
                except UnreadError:
                    pass
            counts.append(page.dims.fresh(f"number of {letter}", large=True))
        del scripts
        if open_family:
            info.count = counts[0]
        elif len(counts) == 1:
            info.r, info.c = counts[0], 1
        else:
            info.r, info.c = counts[0], counts[1]

    def _mentions_itself(self, base: Base, label: str, body: Syn, scope: Scope, indices: list[Syn]) -> bool:
        reader = self.reader()
        for other, parts, _ in names_in(body):
            if other != base:
                continue
            scripts = scripts_of(parts, transposes=self.page.transposes)
            try:
                other_label, other_indices, sups = self.page.split(other, scripts, scope, reader)
            except UnreadError:
                continue
            if any(set(_in_order(i)) & set(self.page.layers) for i in other_indices):
                continue
            if other_label == label and (len(other_indices) == len(indices) or not indices):
                if not indices and len(other_indices) and other.key + label not in self.page.survey.plain:
                    continue
                if "^2" in label and not any(k == "power" for k, _ in sups):
                    continue
                return True
        return False

    # Reading definitions ---------------------------------------------------------------------------------

    def _read(self, pending: Pending) -> None:
        page = self.page
        page.solver.owner = pending
        page.layout = pending.item.layout
        for key, scope in pending.instances:
            info = page.infos[key]
            reader = self.reader()
            mark = len(page.dims.trail)
            try:
                if pending.indices:
                    self._read_entries(pending, info, scope, reader)
                else:
                    term = self._matrix_of_itself(pending, info, reader) or reader.expression(pending.body, scope)
                    self._bind(info, term)
                    page.solver.propagate()
                    pending_node = term
                    self._nodes.append((pending, key, pending_node, None, None))
            except (UnreadError, MisfitError) as error:
                self._break(pending, error)
                del mark
        page.solver.owner = None

    def _matrix_of_itself(self, pending: Pending, info: Info, reader: Reader) -> Term | None:
        """``W = [W_11 … W_1d; …]`` says how large W is, and no more; so does ``W = [w_1ᵀ; …]`` for a given W."""
        items = atoms(pending.body)
        bare, hung = _unscripted(items[0]) if len(items) == 1 else (pending.body, ())
        if len(items) != 1 or bare.kind not in ("matrix", "parens", "brackets"):
            return None
        found = [
            (base, parts)
            for base, parts, _ in names_in(bare)
            if base.letter.lower() == pending.base.letter.lower() and base.accents == pending.base.accents
        ]
        if not found:
            return None
        del hung
        page = self.page
        corner = found[-1]
        scripts = scripts_of(corner[1], transposes=page.transposes)
        scope = pending.instances[0][1] if pending.instances else Scope()
        label, indices, _ = page.split(corner[0], scripts, scope, reader)
        other = corner[0].key + label
        if other != info.key and other in page.infos:
            return None  # a family with declarations of its own is stacked
        if len(indices) == 2 and corner[0].key + label in (info.key, pending.base.also(bold=False).key + label):
            self._solved_shape(info, indices, scope, reader)
            pending.item.note = "says its size"
            info.kind = "given"
            info.declared = True
            raise _GivenError
        if len(indices) == 1 and corner[0].upper is False and pending.base.upper is False:
            page.dims.unify(info.r, page.dim_from(indices[0], scope, reader))
            page.dims.unify(info.c, 1)
            info.kind = "given"
            info.declared = True
            raise _GivenError
        return None

    def _solved_shape(self, info: Info, indices: list[Syn], scope: Scope, reader: Reader) -> None:
        for mine, index in ((info.r, indices[0]), (info.c, indices[1])):
            self.page.dims.unify(mine, self.page.dim_from(index, scope, reader))

    def _bind(self, info: Info, term: Term) -> None:
        page = self.page
        target = Term(info.r, info.c, lambda: Number(0), info.show)

        def step(level: int) -> bool:
            if level == 0 and not page.solver.settled(term):
                if page.solver.settled(target) and not term.free_zero:
                    page.dims.unify_all((term.r, target.r), (term.c, target.c))
                return (
                    page.solver.settled(term)
                    and page.solver.same(target, term)
                    and _equate(page.solver, target, term, info)
                )
            if term.free_zero and not page.solver.scalar(target) and page.solver.settled(target):
                return True
            return _equate(page.solver, target, term, info)

        page.solver.add(step)

    def _read_entries(self, pending: Pending, info: Info, scope: Scope, reader: Reader) -> None:
        page = self.page
        dims = page.dims
        letters = pending.indices
        axes = {letter: (page.axis(letter), dims.fresh(letter)) for letter in letters}
        inner = scope.but(axes=axes)
        term = reader.expression(pending.body, inner)
        page.solver.propagate()
        family = info.count is not None or (
            len(letters) == 1
            and not info.declared
            and (
                pending.base.bold
                or "vec" in pending.base.accents
                or (page.solver.settled(term) and not page.solver.scalar(term))
            )
        )
        if family:
            if info.count is None:
                info.count = info.r
                info.r, info.c = dims.fresh(), dims.fresh()
                page.solver.loose.append(Term(info.r, info.c, lambda: Number(0)))
            dims.unify(axes[letters[0]][1], info.count)
            if len(letters) == 1:
                self._bind(info, term)
                self._nodes.append((pending, info.key, term, axes[letters[0]][0], info.count))
                return
            dims.unify(axes[letters[1]][1], info.r)
            data = (axes[letters[1]][0], None, info.r, None)
            stacked = Term(info.r, 1, lambda: Call("spread", (term.node(),), data))
            page.solver.add(reader._needs_scalar(term, "an entry"))
            self._nodes.append((pending, info.key, stacked, axes[letters[0]][0], info.count))
            return
        page.solver.add(reader._needs_scalar(term, f"the entries of {info.show}"))
        rows, columns = info.r, info.c
        first = axes[letters[0]]
        second = axes[letters[1]] if len(letters) > 1 else None
        if len(letters) == 1 and dims.is_one(rows) and not dims.is_one(columns):
            if not dims.unify(first[1], columns):
                raise MisfitError(f"the entries of {info.show}")
            data = (None, first[0], None, columns)
        else:
            if not dims.unify(first[1], rows):
                raise MisfitError(
                    f"{letters[0]} runs to {dims.show(first[1])}, but {info.show} has {dims.show(rows)} rows"
                )
            if second is not None and not dims.unify(second[1], columns):
                raise MisfitError(
                    f"{letters[1]} runs to {dims.show(second[1])}, but {info.show} has {dims.show(columns)} columns"
                )
            data = (first[0], second[0] if second else None, rows, columns if second else None)
        whole_term = Term(rows, columns, lambda: Call("spread", (term.node(),), data), f"entries {term.show}")
        self._nodes.append((pending, info.key, whole_term, None, None))

    def _break(self, pending: Pending, error: Exception) -> None:
        if isinstance(error, _GivenError):
            return
        reason = getattr(error, "reason", str(error))
        pending.item.error = pending.item.error or error
        for key, _ in pending.instances:
            self.page.infos[key].broken = reason

    def _finish(self) -> None:
        """Turn the terms into nodes, and refuse circles."""
        page = self.page
        for pending, key, term, index, count in self._nodes:
            if page.infos[key].broken or page.infos[key].kind != "defined":
                continue
            try:
                node = term.node()
            except (UnreadError, MisfitError) as error:
                self._break(pending, error)
                continue
            if (
                page.infos[key].r is not None
                and term.free_zero
                and not page.solver.scalar(Term(page.infos[key].r, page.infos[key].c, term.make))
            ):
                info = page.infos[key]
                node = Call("zeros", (), (page.dims.find(info.r), page.dims.find(info.c)))
            page.book.definitions[key] = Definition(node, index, page.dims.find(count) if count is not None else None)
        self._turn_stacks()
        self._circles()

    def _turn_stacks(self) -> None:
        """A matrix stacked from a family is that family: each sample becomes a row or a column of it.

        So ∂L/∂W has a meaning where L is written in the rows w_i of W.
        """
        book = self.page.book
        for key, definition in list(book.definitions.items()):
            found = _stack_of(definition.node)
            if found is None or definition.index is not None:
                continue
            other, kind = found
            inner = self.page.infos[other]
            if other == key or inner.broken or key in book.keys_of(definition.node):
                continue
            below = book.definitions.get(other)
            info = self.page.infos[key]
            if kind == "same":
                if below is not None:
                    book.definitions[key] = below
                else:
                    del book.definitions[key]
                    info.domain = inner.domain
                book.definitions[other] = Definition(Symbol(key))
            elif below is None and inner.domain == "real":
                del book.definitions[key]
                axis = self.page.axis("i")
                part = (Row if kind == "rows" else Column)(Symbol(key), Index(axis))
                book.definitions[other] = Definition(part, axis, self.page.dims.find(inner.count))  # type: ignore[arg-type]
            book._reach.clear()

    def _circles(self) -> None:
        page = self.page
        owners = {key: pending for pending in self.pending for key, _ in pending.instances}
        for key in list(page.book.definitions):
            if key in page.book.keys_of(page.book.definitions[key].node):
                error = UnreadError(f"{page.infos[key].show} is defined by itself, in a circle")
                if key in owners:
                    self._break(owners[key], error)
        for key, info in page.infos.items():
            if info.broken and key in page.book.definitions:
                del page.book.definitions[key]
        page.book._reach.clear()
        page.book._steep.clear()
        # What is made of a broken definition is broken too.
        changed = True
        while changed:
            changed = False
            for key, definition in list(page.book.definitions.items()):
                for other in page.book.keys_of(definition.node):
                    if page.infos[other].broken and not page.infos[key].broken:
                        page.infos[
                            key
                        ].broken = f"it is made of {page.infos[other].show}, whose definition could not be used"
                        changed = True


def _stack_of(node: Node) -> tuple[str, str] | None:
    """The family that a matrix literal stacks, and how: as rows, as columns, or as the very same column."""
    if not (isinstance(node, Call) and node.op == "spread"):
        return None
    row, column = node.data[0], node.data[1]
    (body,) = node.args
    match body:
        case Call("transpose", (Member(key, Index(axis)),), _) if axis == row and column is None:
            return key, "rows"
        case Member(key, Index(axis)) if axis == column and row is None:
            return key, "columns"
        case Entry(Symbol(key), Index(axis), Number(1.0)) if axis == row and column is None:
            return key, "same"
    return None


class _GivenError(UnreadError):
    """A matrix literal of a symbol's own entries: the symbol is given."""

    def __init__(self):
        super().__init__("given")


def _equate(solver: Solver, target: Term, term: Term, info: Info) -> bool:
    if not solver.same(target, term):
        shapes = (solver.show(target), solver.show(term))
        raise MisfitError(f"{info.show} is {shapes[0]}, its definition {shapes[1]}", shapes)
    solver.dims.unify(target.r, term.r)
    solver.dims.unify(target.c, term.c)
    return True


def _chain_of(statement: Statement) -> Syn | None:
    """The statement as one chain of syntax."""
    if len(statement.sides) != 2 or any(side.syn is None for side in statement.sides):
        if len(statement.sides) == 3 and all(side.syn is not None for side in statement.sides):
            a, b, c = (side.syn for side in statement.sides)
            assert a
            assert b
            assert c
            return Syn(
                "chain", (_listed(a), statement.relations[0], _listed(b), statement.relations[1], _listed(c)), 0, 0
            )
        return None
    left, right = statement.sides[0].syn, statement.sides[1].syn
    assert left is not None
    assert right is not None
    return Syn("chain", (_listed(left), statement.relations[0], _listed(right)), left.start, right.end)


def _listed(syn: Syn) -> Syn:
    while syn.kind == "single":
        syn = syn[-1]
    return syn


def ranges_of(chain: Syn) -> list[tuple[str, Syn, Syn]]:
    """Letter, first and last of ``i = 1, …, n``, of ``i ∈ {1, …, n}`` and of ``1 ≤ i ≤ n``."""
    while chain.kind in ("single", "parens"):
        chain = chain[-1]
    if chain.kind != "chain" or not all(isinstance(a, Syn) for a in chain.args[::2]):
        return []
    if len(chain.args) == 3 and str(chain[1]) == "=":
        letters = [base_of(atoms(p)[0]) for p in _list_parts(chain[0]) if len(atoms(p)) == 1]
        parts = _list_parts(chain[2])
        if (
            letters
            and all(letters)
            and len(parts) >= 2
            and any(_is_dotted(p) for p in parts)
            and not _is_dotted(parts[0])
        ):
            first, last = parts[0], parts[-1]
            if _is_dotted(last):
                return []
            if number_of(first) is None and number_of(last) is not None:
                first, last = last, first
            return [(b.letter, first, last) for b in letters if b is not None and not b.bold]
        if len(letters) == 1 and letters[0] is not None and len(parts) == 1:
            run = atoms(parts[0])  # k = 1 … K, without commas
            if len(run) == 3 and run[1].kind == "dots" and number_of(run[0]) is not None:
                return [(letters[0].letter, run[0], run[2])]
        if (
            len(letters) == 1
            and letters[0] is not None
            and len(parts) >= 2
            and all(number_of(p) is not None for p in parts)
        ):
            return [(letters[0].letter, parts[0], parts[-1])]
    if len(chain.args) == 3 and str(chain[1]) == r"\in":
        bounds = _set_bounds(chain[2])
        letters = [base_of(atoms(p)[0]) for p in _list_parts(chain[0]) if len(atoms(p)) == 1]
        plain = all(b is not None and not b.bold and not b.upper for b in letters)
        if bounds is not None and letters and plain and number_of(bounds[0]) is not None:
            return [(b.letter, bounds[0], bounds[1]) for b in letters if b is not None]
    if len(chain.args) == 5 and (str(chain[1]), str(chain[3])) == ("=", ":") and number_of(chain[2]) is not None:
        letter = base_of(atoms(chain[0])[0]) if len(atoms(chain[0])) == 1 else None  # n = 1:N
        if letter is not None and not letter.bold:
            return [(letter.letter, chain[2], chain[4])]
    if len(chain.args) == 5 and {str(chain[1]), str(chain[3])} <= {r"\le", r"\leq", "≤", r"\leqslant"}:
        middle = base_of(atoms(chain[2])[0]) if len(atoms(chain[2])) == 1 else None
        if middle is not None and number_of(chain[0]) is not None:
            return [(middle.letter, chain[0], chain[4])]
    return []


def _list_parts(syn: Syn) -> list[Syn]:
    while syn.kind in ("single", "braces"):
        syn = syn[-1]
    return [p for p in syn.args if isinstance(p, Syn)] if syn.kind == "list" else [syn]


def _is_dotted(part: Syn) -> bool:
    items = atoms(part)
    return len(items) == 1 and items[0].kind == "dots"


def _unscripted(syn: Syn) -> tuple[Syn, tuple[Syn, ...]]:
    parts: tuple[Syn, ...] = ()
    while syn.kind == "scripted":
        parts = (*syn.args[1:], *parts)
        syn = syn[0]
    return syn, parts


def _bare_name(syn: Syn) -> Syn:
    items = atoms(syn)
    return _unscripted(items[0])[0]


def _parts(syn: Syn) -> tuple[Syn, ...]:
    return _unscripted(syn)[1]


def _has_sub(parts: tuple[Syn, ...]) -> bool:
    return any(p.kind == "sub" for p in parts)


def _keys_used(syn: Syn) -> set[str]:
    return {base.key for base, _, _ in names_in(syn)}


def _latex_of(syn: Syn, item: Item) -> str:
    del item
    return show(syn) if len(show(syn)) == 1 and show(syn).isascii() else _rebuilt(syn)


def _rebuilt(syn: Syn) -> str:
    base = base_of(_unscripted(syn)[0])
    if base is None:
        return ""
    letter = base.letter if len(base.letter) == 1 else f"\\{base.letter}"
    if base.bold:
        letter = f"\\mathbf{{{letter}}}"
    for accent in base.accents:
        letter = f"\\{accent}{{{letter}}}"
    for part in _unscripted(syn)[1]:
        letter += ("_" if part.kind == "sub" else "^") + "{" + whole(part[0]) + "}"
    return letter


def _plain_real(syn: Syn) -> bool:
    items = atoms(syn)
    base = base_of(items[0]) if len(items) == 1 else None
    return base is not None and base.letter in ("R", "ℝ")


def _has_small_t(syns: list[Syn]) -> bool:
    """Whether ``^t`` transposes on this page: it stands above letters, and t is no name here."""
    above = below = False
    for syn in syns:
        for base, parts, _ in names_in(syn):
            if base.letter == "t" and not base.bold:
                below = True
            for part in parts:
                if part.kind == "sup":
                    inner = base_of(atoms(part[0])[0]) if len(atoms(part[0])) == 1 else None
                    above |= inner is not None and inner.letter == "t"
        below |= _letter_below(syn, "t")
    return above and not _names_t(syns)


def _letter_below(syn: Syn, letter: str) -> bool:
    del syn, letter
    return False


def _names_t(syns: list[Syn]) -> bool:
    """Whether t is used as a name or an index, other than above a letter."""
    for syn in syns:
        todo: list = [(syn, False)]
        while todo:
            node, above = todo.pop()
            if isinstance(node, tuple):
                todo.extend((x, above) for x in node)
            elif isinstance(node, Syn):
                if node.kind == "letter" and str(node[0]) == "t" and not above:
                    return True
                lone = node.kind == "sup" and len(atoms(node[0])) == 1
                todo.extend((x, above or lone) for x in node.args)
    return False


__all__ = [
    "Collector",
    "Entry",
    "Index",
    "Item",
    "Node",
    "Pending",
    "Size",
    "Symbol",
    "UnreadablePageError",
    "items_of",
    "parts_of",
    "ranges_of",
]
