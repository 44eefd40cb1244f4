"""What a page declares: that a symbol lies in a set, is a function, is symmetric, is positive."""

from __future__ import annotations

import re

from mlp_theory.symbolic import Dim
from mlp_theory.texts.collecting.prose import Prose
from mlp_theory.texts.collecting.sets import set_of
from mlp_theory.texts.items import Item
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, indices_of, number_of
from mlp_theory.texts.syntax.factors import big_operator
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.ranges import is_real_line, ranges_of
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError, walk
from mlp_theory.texts.syntax.unicode import show, whole


class Declarations(Prose):
    """Enters declared symbols into the page."""

    def _declares(self, item: Item) -> bool:
        statement = item.statement
        start, target = statement.sides[0].syn, statement.sides[1].syn
        assert start is not None
        assert target is not None
        names = self._names(start)
        if not names or any(self._defined(base) for base, _, _ in names):
            return False
        letters: set[str] = set()
        for _, _, syn in names:
            letters |= set(in_order(syn))
        for scope in self._scopes(item, letters):
            for base, scripts, syn in names:
                self._declare_one(item, base, scripts, syn, target, scope)
        return True

    def _defined(self, base: Base) -> bool:
        info = self.page.infos.get(base.key)
        return info is not None and info.kind == "defined"

    def _declare_one(self, item: Item, base: Base, scripts: Scripts, syn: Syn, target: Syn, scope: Scope) -> None:
        page, reader = self.page, self.reader()
        if base.letter == "sigma" and any(k == "power" for k, _ in scripts.sups):
            scripts = Scripts(scripts.subs, scripts.words, [s for s in scripts.sups if s[0] != "power"])
            label = "^2" + "".join(f"_{whole(s)}" for s in scripts.subs) + "".join(f"_{w}" for w in scripts.words)
            r, c, more = set_of(self.page, target, scope, reader)
            page.declare(base, label, r, c, **more)
            return
        # A declared name keeps its letters as they stand, unless they run.
        restricted = self._restrictions(item)
        running = {name for chain in restricted for name, _, _ in ranges_of(chain)}
        running |= set(page.survey.ranges) & set(in_order(syn))
        label, indices, _ = page.split(base, scripts, scope, reader)
        r, c, more = set_of(self.page, target, scope, reader)
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
            self._beside_its_family(base, label)
            page.declare(base, label, r, c, **more)
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

    def _beside_its_family(self, base: Base, label: str) -> None:
        """Where samples u_w are declared before a plain u, they make room for it."""
        key = base.key + label
        info = self.page.infos.get(key)
        if info is not None and info.declared and info.count is not None and f"{key}•" not in self.page.infos:
            info.key = f"{key}•"
            self.page.infos[info.key] = self.page.infos.pop(key)

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

    def _function(self, item: Item) -> bool:
        r"""``f : \mathbb R \to \mathbb R``, ``\ell : \mathbb R^{m \times n} \to \mathbb R``."""
        statement = item.statement
        name = statement.sides[0].syn
        assert name is not None
        names = self._names(name)
        if not names or len(statement.sides) != 3 or statement.relations[1] not in (r"\to", r"\rightarrow", r"\mapsto"):
            return False
        start, end = statement.sides[1].syn, statement.sides[2].syn
        assert start is not None
        assert end is not None
        letters: set[str] = set()
        for _, _, syn in names:
            letters |= set(in_order(syn))
        for scope in self._scopes(item, letters):
            reader = self.reader()
            scalar_start = is_real_line(start)
            if not is_real_line(end):
                raise UnreadError("a function whose values are no numbers is not arbitrary here; define it", end.start)
            for base, scripts, _ in names:
                label, indices, _sups = self.page.split(base, scripts, scope, reader)
                for index in indices:
                    label += f"_{whole(index)}"
                info = self.page.declare(base, label, 1, 1)
                info.kind = "function" if scalar_start else "loss"
        return True

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
                info.domain = "definite" if relation == r"\succ" else "semidefinite"
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
                if info is not None and info.declared and not item.piece.comment and not self._introduced(item):
                    return False  # "clearly y > 0"
                if info is None and self._has_equation(base):
                    return False  # "note that J ≥ 0"
                if info is None:
                    info = self.page.create(base, label, 0, self.reader(), left)
                    info.declared = True
                    if base.upper and not base.bold and not any(self.page.survey.subs.get(base.key, [])):
                        info.r = info.c = 1  # Δ > 0 is said of a number
                info.domain = "positive" if relation in (">", r"\gt") else "nonnegative"
                return True
            if relation == "=" and show(right).strip() in (show(left).strip() + "ᵀ",):
                info = self.page.infos.get(key)
                if info is not None and info.kind == "given" and info.domain in ("real", "symmetric"):
                    self.page.dims.unify(info.r, info.c)
                    info.domain = "symmetric"
                    return True
        return False

    def _sums_to_one(self, item: Item) -> bool:
        r"""``\sum_k p_k = 1`` where p is declared: numbers in (0, 1) are probabilities, zeros and ones one-hot."""
        *sums, one = [side.syn for side in item.statement.sides]
        near = self.items[max(self.position[item] - 3, 0) : self.position[item] + 1]
        said = " ".join(x.piece.before.lower() for x in near if x.piece.block == item.piece.block)
        asked = self.constrains(item) or re.search(r"\bdistributions?\b[^.;]*$", said)
        if one is None or number_of(one) != 1 or not asked or self._hypothetical(item):
            return False
        infos = []
        for syn in sums:
            items = atoms(syn) if syn is not None else []
            names = list(names_in(items[1])) if len(items) == 2 and big_operator(items[0]) == r"\sum" else []
            name = names[0][0].key if names and len(indices_of(names[0][1][0][0])) == len(names[0][1]) == 1 else ""
            info = self.page.infos.get(name)
            if info is None or info.kind != "given" or info.count is not None or not self.page.dims.is_one(info.c):
                return False
            if info.domain != "among 0 1" and not re.match(r"between 0(\.0)? 1(\.0)?\b", info.domain):
                return False
            infos.append(info)
        for info in infos:
            info.domain = "one-hot" if info.domain == "among 0 1" else "probabilities"
        return bool(infos)

    def _note_orientation(self) -> None:
        """Whether examples are rows: a declared X with n rows; of n × m nobody knows which are the examples."""
        for item in self.items:
            statement = item.statement
            if statement.relations[:1] != [r"\in"] or statement.sides[0].syn is None or len(statement.sides) < 2:
                continue
            for base, _, _ in self._names(statement.sides[0].syn):
                if base.letter == "X" and statement.sides[1].syn is not None:
                    text = whole(statement.sides[1].syn)
                    if re.match(r"ℝ\^\{[nNmB]×(?![nNmB]\})", text):
                        self.page.rows_are_examples = True

    def _has_equation(self, base: Base) -> bool:
        """Whether a display of the page gives this name by an equation."""
        for item in self.items:
            left = item.statement.sides[0].syn
            if item.display and item.statement.relations[:1] in (["="], [":="]) and left is not None:
                names = self._names(left)
                if len(names) == 1 and names[0][0] == base:
                    return True
        return False

    def _note_literals(self) -> None:
        """Whole numbers in displayed equations; sizes that are such numbers keep their value."""

        def visit(syn: Syn) -> None:
            value = number_of(syn) if syn.kind == "number" else None
            if value is not None and value == int(value):
                self.page.literals.add(int(value))

        for item in self.items:
            if item.display and item.statement.relations[:1] != [r"\in"]:
                for side in item.statement.sides:
                    if side.syn is not None:
                        walk(side.syn, visit)

    def _note_numbered(self) -> None:
        """Names that are declared or defined with a number below: w_0, v_1 are names, no entries."""
        bare: set[str] = set()  # what has been written without an index so far: y_1 is then an entry of y
        for item in self.items:
            statement = item.statement
            if statement.relations and statement.sides[0].syn is not None:
                for base, scripts, _ in self._names(statement.sides[0].syn):
                    numbered = len(scripts.subs) == 1 and number_of(scripts.subs[0]) is not None
                    if numbered and (statement.relations[0] == r"\in" or (item.display and base.key not in bare)):
                        self.page.survey.numbered.add(base.key)
            for side in statement.sides:
                if side.syn is not None:
                    bare |= {
                        base.key for base, parts, _ in names_in(side.syn) if not any(p.kind == "sub" for p in parts)
                    }
