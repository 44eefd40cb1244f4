"""Which symbol a name with scripts means; a new one is made as its typography says."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Definition, Number, Symbol
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.labels import Labels
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.records import Info, Ref
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.mentions import mentions
from mlp_theory.texts.syntax.names import DECAYS, ITERATE, SMALL_NUMBERS, Base
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole


class References(Labels):
    """Finds and creates symbols."""

    def is_known(self, base: Base, scripts: Scripts, scope: Scope, notes: Notes) -> bool:
        """Whether the page declares or defines this name."""
        label, indices, _ = self.split(base, scripts, scope, notes)
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

    def squared_name(self, base: Base, scripts: Scripts) -> str | None:
        """The key of σ² where the page names that and not σ."""
        if scripts.subs:
            key = f"{base.key}^2_{''.join(whole(s) for s in scripts.subs)}"
            if key not in self.infos and base.key not in self.infos and f"{base.key}^2" in self.infos:
                return f"{base.key}^2"  # σ_j², entry by entry
            return key if key in self.infos else None
        key = f"{base.key}^2" + "".join(f"_{w}" for w in scripts.words)
        return key if key in self.infos else None

    def reference(self, base: Base, scripts: Scripts, scope: Scope, notes: Notes, syn: Syn) -> Ref:
        """The symbol that a name with scripts means; entered as a new one where it is none yet."""
        label, indices, sups = self.split(base, scripts, scope, notes)
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
            return Ref(self.infos[squared], indices if squared == f"{base.key}^2" else [], "entries", rest)
        if squared is not None and info is None and not indices:
            return self._root_of(squared, base, sups, notes)
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
                return Ref(info, indices, self._row_or_column(base), sups)
            return Ref(info, indices, "entries", sups)
        sample = any(kind == "bracket" for kind, _ in scripts.sups) and bool(indices)
        part = self._part_of(base, label, len(indices), sample)
        if part is not None:
            return Ref(part[0], indices, part[1], sups)
        if key in self.functions:
            raise UnreadError(f"the function {base.show} without an argument", syn.start)
        info = self.create(base, label, len(indices), notes, syn)
        return Ref(info, indices, "entries", sups)

    def _part_of(self, base: Base, label: str, count: int, sample: bool = False) -> tuple[Info, str] | None:
        """A known matrix or column that this name with indices is a part of."""
        if count == 0:
            other = base.also(bold=not base.bold)
            info = self.infos.get(other.key + label)
            if info is not None and info.count is None and self._same_thing(base):
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
                    return info, "entries" if count == 2 else self._row_or_column(base)
        return None

    def _same_thing(self, base: Base) -> bool:
        """Bold and plain small letters are one thing when one of them only ever carries indices."""
        return base.key not in self.survey.plain or base.also(bold=not base.bold).key not in self.survey.plain

    def _row_or_column(self, base: Base) -> str:
        if base.letter in ("w", "v", "u", "theta"):
            return "row"
        capitals = {base.also(upper=True, bold=bold).key for bold in (True, False)}
        return "row" if self.rows_are_examples or capitals & self.stacked_rows else "column"

    def _root_of(self, squared: str, base: Base, sups: list, notes: Notes) -> Ref:
        """σ where the page names σ²: a symbol of its own, defined as the root."""
        key = base.key
        info = Info(key, base.show, 1, 1, base, kind="defined", origin=f"the root of {base.show}²")
        self.infos[key] = info
        self.book.definitions[key] = Definition(Call("elementwise", (Symbol(squared),), ("sqrt",)))
        notes.used.add(squared)
        return Ref(info, [], "whole", sups)

    def create(self, base: Base, label: str, count: int, notes: Notes, syn: Syn) -> Info:
        """Enter a symbol that nothing declares: its typography says what it is."""
        if base.word and len(base.letter) > 1 and not label and notes.claim:
            raise UnreadError(f"unknown word: {base.letter}", syn.start)
        key = base.key + label
        show = base.show + label.replace("_", "") if label else base.show
        if notes.claim and base.upper and base.also(bold=not base.bold).key + label in self.infos:
            raise UnreadError(
                f"{show} is neither declared nor defined, only its bold (or plain) namesake is", syn.start
            )
        member = next((i for k in ("_1", "[1]") if (i := self.infos.get(key + k)) is not None and i.declared), None)
        columns = member is not None and not self.dims.is_one(member.r)
        lists = [t for t in self.survey.subs.get(base.key, []) if t]
        entries = max([count, *(self._entry_count(base, texts) for texts in lists)])
        info = Info(key, show, 1, 1, base)
        dims = self.dims
        namesake = self._namesake(base, label) if not count else None
        if namesake is not None:
            info.r, info.c = namesake.r, namesake.c
            info.origin = f"that of {namesake.show}"
        elif base.style == "cal" and not base.bold:
            info.r, info.c = dims.fresh(), dims.fresh()
        elif entries >= 2:
            info.r, info.c = dims.fresh(f"rows of {show}", large=True), dims.fresh(f"columns of {show}", large=True)
            info.origin = "its two indices"
        elif count == 1 and base.bold and not base.upper:
            info.r, info.c = dims.fresh(f"rows of {show}", large=True), 1
            info.count = dims.fresh(f"number of {show}", large=True)
        elif entries == 1 and count == 1 and (columns or not self.written_bare(base)):
            # Never without its index: samples, of numbers or of columns, whichever fits.
            info.r, info.c = (dims.fresh(f"rows of {show}"), 1) if member is None else (member.r, member.c)
            info.count = dims.fresh(f"number of {show}", large=True)
            info.origin = "its index" if member is None else f"that of {member.show}"
        elif entries == 1:
            info.r, info.c = dims.fresh(f"rows of {show}", large=True), 1
            info.origin = "its index"
        elif (base.bold and not base.upper) or "vec" in base.accents:
            info.r, info.c = dims.fresh(f"rows of {show}", large=True), 1
        elif base.upper and base.key not in self.survey.divisors:
            info.r, info.c = dims.fresh(f"rows of {show}", large=True), dims.fresh(f"columns of {show}", large=True)
        else:
            info.r, info.c = dims.fresh(), 1
            numbered = label in ("[1]", "[2]") and base.key not in self.layer_sub | self.layer_sup | self.layer_bracket
            info.weak = base.letter in (DECAYS if numbered else SMALL_NUMBERS)  # β_1 and β_2, not a column β
        self.infos[key] = info
        self.created.append(key)
        term = Term(info.r, info.c, lambda: Number(0), weak=info.weak)
        self.solver.loose.append(term)
        if notes.solver is not self.solver:
            notes.solver.loose.append(term)
        if notes.claim:
            other = base.also(bold=not base.bold).key + label in self.infos
            only = ", only its bold (or plain) namesake is" if other else ""
            notes.unknown[key] = f"{show} is neither declared nor defined{only}"
            if notes.inside:
                notes.arguments.add(key)
        return info

    def _namesake(self, base: Base, label: str) -> Info | None:
        """The declared w that has the shape of w^{(old)}, w^{old} and of its iterates w_t."""
        plain = Base(base.letter, base.bold, base.style, tuple(a for a in base.accents if a != ITERATE), base.word)
        info = self.infos.get(plain.key)
        same = plain != base or label.startswith(("_^", "("))
        return info if same and info is not None and info.declared and info.count is None else None

    def _entry_count(self, base: Base, texts: list[str]) -> int:
        letters = set(self.layers) | set(self.layer_tops)
        if base.key in self.layer_sub:
            texts = [t for t in texts if not mentions(t, letters)]
            if len(texts) == 1 and texts[0].isdigit():
                return 0
        if all(t in self.index_letters or t.isdigit() for t in texts) and not (len(texts) == 1 and texts[0].isdigit()):
            return len(texts)
        return 0
