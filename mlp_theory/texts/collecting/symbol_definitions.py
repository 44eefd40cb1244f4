"""Equations that define a symbol: ``Z = W X + b``, ``σ² = …``, ``p_i = …``."""

from __future__ import annotations

import contextlib

from mlp_theory.symbolic import Dim, Number
from mlp_theory.texts.collecting.declarations import Declarations
from mlp_theory.texts.items import Item, Pending
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show, whole


class SymbolDefinitions(Declarations):
    """Enters symbols that an equation defines into the page."""

    def _symbol_definition(self, item: Item, base: Base, scripts: Scripts, body: Syn, relation: str) -> Pending | None:
        page, reader = self.page, self.reader()
        own_value = self._own_value(base, scripts, body)
        refused: UnreadError | None = None
        try:
            self._refuse_conditions(item, scripts)
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
            and all(other != base for other, _, _ in names_in(body))
        )
        if squared:
            scripts = Scripts(scripts.subs, scripts.words, [s for s in scripts.sups if s[0] != "power"])
        letters = {x for sub in scripts.subs for x in in_order(sub)}
        letters |= {x for _, content in scripts.sups if content is not None for x in in_order(content)}
        pending = Pending(base, body, [], "symbol", item)
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
            if info is not None and info.declared and relation == "=":
                said_in_passing = not item.display and not item.piece.comment and not self._introduced(item)
                if said_in_passing or self._used_before(item, base, key, scope):
                    return None
            if info is not None and (info.kind != "given" or not self._may_be_defined(info)):
                if info.kind == "defined" and first and not scope.loops:
                    return None
                if scope.loops and info.kind == "defined" and not self._shifted(scripts):
                    continue
                return None
            if key in page.functions and not page.functions[key].decoration and not indices:
                return None
            if not own_value and self._mentions_itself(base, label, body, scope, indices):
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
                if number_of(body) == 0 and not pending.indices:
                    self._shape_by_family(info)
                if pending.indices:
                    self._shape_by_indices(info, pending)
            info.kind = "defined"
            info.origin = info.origin if info.declared else "its definition"
            first = False
        if not pending.instances:
            return None
        if refused is not None:
            for key, _ in pending.instances:
                page.infos[key].broken = refused.reason
            raise refused
        pending.kind = "entries" if pending.indices else "symbol"
        return pending

    def _refuse_conditions(self, item: Item, scripts: Scripts) -> None:
        """A definition holds everywhere, or says by cases where."""
        letters = {x for sub in scripts.subs for x in in_order(sub)}
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
            for letter, low, _ in ranges_of(syn):
                if letter not in layers and number_of(low) != 1 and letter in letters:
                    raise UnreadError(f"a definition of some only: {letter} begins at {show(low).strip()}")
            if ranges_of(syn) or inner.kind != "chain" or set(in_order(inner)) <= layers:
                continue
            if str(inner[1]) == r"\in":
                continue
            raise UnreadError("a definition under a condition; write it with cases")

    def _own_value(self, base: Base, scripts: Scripts, body: Syn) -> bool:
        """``E = E(y)`` of an arbitrary E : ℝⁿ → ℝ: from here on E alone is its value at y."""
        info = self.page.infos.get(base.key)
        items = atoms(body)
        if info is None or info.kind != "loss" or scripts.subs or scripts.sups or len(items) != 2:
            return False
        if base_of(items[0]) != base or items[1].kind not in ("parens", "brackets"):
            return False
        info.key = f"{base.key}()"
        self.page.infos[info.key] = info
        del self.page.infos[base.key]
        return True

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

    def _shape_by_family(self, info: Info) -> None:
        """``h_0 = 0`` starts a family: the zero has the shape that all its other members have been declared with."""
        dims = self.page.dims
        name, bracket, _ = info.key.rpartition("[")
        others = [i for k, i in self.page.infos.items() if bracket and k != info.key and k.startswith(f"{name}[")]
        shapes = {(dims.find(i.r), dims.find(i.c)) for i in others if i.declared and i.count is None}
        if len(shapes) == 1:
            info.r, info.c = shapes.pop()
            info.origin = "the rest of its family"

    def _shape_by_indices(self, info: Info, pending: Pending) -> None:
        page = self.page
        restricted = self._restrictions(pending.item)
        counts: list[Dim] = []
        open_family = len(pending.indices) == 1 and not page.written_bare(pending.base)
        for letter in pending.indices:
            known = [chain for chain in restricted if any(n == letter for n, _, _ in ranges_of(chain))]
            counts.append(page.dims.fresh(f"number of {letter}", large=True))
            if known or letter in page.survey.ranges:
                with contextlib.suppress(UnreadError):
                    count = self._count_of(letter, restricted, self.reader())
                    if known or letter in page.survey.told:
                        counts[-1] = count
                    else:
                        self._prefer(counts[-1], count)
        if open_family:
            info.count = counts[0]
        elif len(counts) == 1:
            info.r, info.c = counts[0], 1
        else:
            info.r, info.c = counts[0], counts[1]

    def _prefer(self, size: Dim, usual: Dim) -> None:
        """An index that a sum elsewhere runs to n does so here too, unless what it stands below says no."""

        def step(level: int) -> bool:
            return level > 0 and (self.page.dims.unify(size, usual) or True)

        self.page.solver.add(step)

    def _shifted(self, scripts: Scripts) -> bool:
        """Whether a layer stands on the left as l − 1 or l + 1: then other layers have been defined before."""
        contents = [*scripts.subs, *(content for _, content in scripts.sups if content is not None)]
        return any("+" in whole(c) or "-" in whole(c) for c in contents)

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
            if any(set(in_order(i)) & set(self.page.layers) for i in other_indices):
                continue
            if other_label == label and (len(other_indices) == len(indices) or not indices):
                if not indices and len(other_indices) and other.key + label not in self.page.survey.plain:
                    continue
                if "^2" in label and not any(k == "power" for k, _ in sups):
                    continue
                return True
        return False
