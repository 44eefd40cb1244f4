"""Which equations define something, and which are updates or claims."""

from __future__ import annotations

from mlp_theory.texts.collecting.function_definitions import FunctionDefinitions
from mlp_theory.texts.collecting.solved_for import solved_for_inverse
from mlp_theory.texts.items import Item, Pending
from mlp_theory.texts.latex.statements import Side, Statement
from mlp_theory.texts.reading.conditionals import conditional_arguments
from mlp_theory.texts.symbols.functions import FUNCTION_LETTERS, LOSS_LETTERS
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.factors import is_upright_d
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show


class Definitions(FunctionDefinitions):
    """Sorts the equations of the page."""

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
        if item.display and statement.relations in ([r"\to"], [r"\rightarrow"]) and self._circular(item):
            item.role = "update"  # w → w − η ∇C
            return
        first = statement.sides[0].syn
        differential = first is not None and is_upright_d(atoms(first)[0]) and bool(self.page.increments())
        if item.expect is not None or (differential and item.display):
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
            if item.role == "claim":
                return
            if item.role == "step":
                item.role = "update"
                return
            if pending is not None:
                item.role = "defines"
                item.definition = pending
                self._second_name(item)
                self.pending.append(pending)
                if item.display and item.second is None and self._ends_with_a_name(item):
                    self._last_name(item)
                return
            if relation == ":=" and self._circular(item):
                item.role = "update"
                return
        self._last_name(item)
        item.role = "claim"

    def _second_name(self, item: Item) -> None:
        r"""``\hat y = a = \sigma(z)``, ``h_j = f(x_j) = …``: the second side is new too, and the third defines it."""
        statement = item.statement
        if len(statement.sides) < 3 or set(statement.relations) != {"="}:
            return
        second = statement.sides[1].syn
        assert second is not None
        if not self._names_something_new(second):
            return
        turned = Statement(statement.sides[1:], ["="] * (len(statement.sides) - 2), statement.conditions, [None])
        other = Item(turned, item.piece, item.source, item.layout, own=item.own)
        self.position[other] = self.position[item]
        try:
            pending = self._definition(other, "=")
        except UnreadError:
            return
        if pending is not None:
            other.role, other.definition, item.second = "defines", pending, other
            self.pending.append(pending)

    def _ends_with_a_name(self, item: Item) -> bool:
        sides = item.statement.sides
        last = sides[-1].syn
        return len(sides) > 2 and last is not None and len(atoms(last)) == 1 and self._names_something_new(last)

    def _names_something_new(self, syn: Syn) -> bool:
        """Whether a side is a name, or a function of its arguments, that the page says nothing else of."""
        page, items, names = self.page, atoms(syn), self._names(syn)
        if len(names) != 1 or len(items) > 2:
            return False
        base, scripts, _ = names[0]
        letter = base.letter
        if base.word or base.style == "bb" or scripts.primes or scripts.words or letter in ("e", "pi", "d"):
            return False
        if page.is_size(letter) or letter in page.index_letters or letter in page.layer_tops or letter in page.layers:
            return False
        if page.is_function(base, Scope()) or page.is_defined(base) or page.is_defined(base.also(bold=not base.bold)):
            return False
        if any(info.base.letter.lower() == letter.lower() for info in page.infos.values()) and scripts.subs:
            return False  # x_i of a given X
        conditional = len(items) == 2 and conditional_arguments(items[1], base) is not None
        if (
            len(items) == 2
            and not conditional
            and not (letter in FUNCTION_LETTERS or letter in LOSS_LETTERS or base.style == "cal")
        ):
            return False
        return not (scripts.subs or scripts.sups) or not self._will_be_defined(base, "")

    def _is_new(self, name: Syn) -> bool:
        """Whether the page neither declares this name nor has an equation that begins with it."""
        bare, parts = unscripted(name)
        base = base_of(bare)
        if base is None or base.word or base.letter in ("e", "pi", "d") or self.page.is_size(base.letter):
            return False
        scripts = scripts_of(parts, transposes=self.page.transposes)
        try:
            label, _, _ = self.page.split(base, scripts, Scope(), self.reader())
        except UnreadError:
            return False
        known = base.key + label in self.page.infos or self.page.is_function(base, Scope())
        return not known and not self._will_be_defined(base, label)

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
        _, scripts, _ = names[0]
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
            item.names_last = True
            item.definition = item.definition or pending

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
        solved = solved_for_inverse(left, body) if item.display and relation == "=" else None
        if solved is not None and self._is_new(solved[0]):
            left, body = solved
        items = atoms(left)
        if not items:
            return None
        bare, parts = unscripted(items[0])
        base = base_of(bare)
        if base is None:
            return None
        scripts = scripts_of(parts, transposes=self.page.transposes)
        if scripts.primes or scripts.condition is not None:
            return None
        if (
            len(items) == 2
            and base.letter in ("Delta", "delta")
            and not scripts.subs
            and base.key not in self.page.infos
        ):
            other = base_of(unscripted(items[1])[0])
            if other is not None and items[1].kind != "parens":
                # Δw = −η ∂E/∂w: a step of w, so the right side has the shape of w.
                side = statement.sides[0]
                statement.sides[0] = Side(side.latex, Syn("term", (items[1],), items[1].start, items[1].end), None)
                item.role = "step"
                earlier = self.steps.setdefault(show(items[1]), side_of_step := statement.sides[1])
                if earlier is not side_of_step:
                    # Said a second time: the two right sides must agree.
                    statement.sides[0], item.role = earlier, "claim"
                return None
        if len(items) == 2:
            return self._function_definition(item, base, scripts, items[1], body)
        if len(items) != 1:
            return None
        if bare.kind == "function":
            return None
        return self._symbol_definition(item, base, scripts, body, relation)
