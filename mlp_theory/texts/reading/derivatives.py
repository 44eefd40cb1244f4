"""Every way to write a derivative: ∂L/∂W, d/dx, ∇_W L, dW; and which shape it has."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Column, Entry, Member, Node, Row, Size, Symbol
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.requirements import require_scalar
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.bodies import end_of_body, end_of_bracket
from mlp_theory.texts.syntax.factors import big_operator, differential, is_bracket, without_power
from mlp_theory.texts.syntax.nabla import is_nabla, nabla_at
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError


class Derivatives(ReaderBase):
    """Reads derivatives."""

    def _derivative_at(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """A derivative that begins here, and the place after it; None when none does."""
        item = items[k]
        bare = item[0] if item.kind == "scripted" else item
        if bare.kind == "partial":
            return self._inline_derivative(items, k, scope)
        if is_nabla(item):
            return self._nabla(items, k, scope)
        if item.kind in ("frac", "over"):
            return self._fraction_derivative(items, k, scope)
        return self._differential(items, k, scope) or self._dv(items, k, scope)

    def _fraction_derivative(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """A fraction that is a derivative, and the place after its body; None when it is none."""
        item = items[k]
        above, below = (item[1], item[2]) if item.kind == "frac" else (item[0], item[1])
        top, bottom = atoms(above), atoms(below)
        found = self._derivative_parts(top, bottom)
        if found is None:
            return None
        body, order, variables = found
        if body:
            return self._derive(body, variables, order, scope, item.start), k + 1
        if k + 1 >= len(items) or items[k + 1].kind == "infix":
            raise UnreadError("a derivative of nothing", item.end)
        following = items[k + 1]
        group = following[0] if following.kind == "scripted" else following
        if is_bracket(group):
            end = end_of_bracket(items, k + 1, self.page.transposes)
            return self._derive(items[k + 1 : end], variables, order, scope, item.start), end
        end = k + 1
        while end < len(items) and items[end].kind != "infix":
            if big_operator(items[end]) is not None:
                end = len(items)
                break
            end += 1
        return self._derive(items[k + 1 : end], variables, order, scope, item.start), end

    def _derivative_parts(
        self, top: list[Syn], bottom: list[Syn]
    ) -> tuple[list[Syn], int, list[tuple[Syn, int]]] | None:
        """Body, order and variables of ∂ⁿL/∂x∂y; None when it is no derivative."""
        if not top or not bottom:
            return None
        kind = differential(top[0])
        if kind is None or differential(bottom[0]) != kind:
            return None
        if kind == "d" and len(bottom) < 2:
            return None
        order = 1
        if top[0].kind == "scripted":
            value = number_of(top[0].args[1][0])
            order = int(value) if value in (1, 2, 3) else 0
        variables: list[tuple[Syn, int]] = []
        k = 0
        while k < len(bottom):
            if differential(bottom[k]) != kind or k + 1 >= len(bottom):
                return None
            k += 1
            group: list[Syn] = []
            while k < len(bottom) and not (differential(bottom[k]) == kind and group):
                group.append(bottom[k])
                k += 1
            if len(group) == 1:
                variable, times = without_power(group[0]) if order > 1 else (group[0], 1)
                variables.append((variable, times))
            else:
                variables.append((Syn("term", tuple(group), group[0].start, group[-1].end), 1))
        if sum(times for _, times in variables) != order:
            raise UnreadError("the order of this derivative differs above and below", top[0].start)
        return top[1:], order, variables

    def _inline_derivative(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        r"""``\partial L/\partial W`` and ``\partial_W L``."""
        item = items[k]
        if item.kind == "scripted" and any(p.kind == "sub" for p in item.args[1:]):
            sub = next(p for p in item.args[1:] if p.kind == "sub")
            end = k + 1
            while end < len(items) and items[end].kind != "infix":
                end += 1
            return self._derive(items[k + 1 : end], [(sub[0], 1)], 1, scope, item.start), end
        slash = k
        while slash < len(items) and not (items[slash].kind == "infix" and str(items[slash][0]) == "/"):
            slash += 1
        if slash >= len(items) or slash + 2 >= len(items) or differential(items[slash + 1]) != "∂":
            raise UnreadError("∂ without a fraction", item.start)
        order = 1
        if item.kind == "scripted":
            value = number_of(item.args[1][0])
            order = int(value) if value in (1, 2, 3) else 1
        variables: list[tuple[Syn, int]] = []
        end = slash + 1
        while end + 1 < len(items) and differential(items[end]) == "∂" and len(variables) < order:
            variable, times = without_power(items[end + 1]) if order > 1 else (items[end + 1], 1)
            variables.append((variable, times))
            end += 2
        return self._derive(items[k + 1 : slash], variables, order, scope, item.start), end

    def _nabla(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        """``∇_W L``, and the place after it."""
        nabla = nabla_at(items, k, self.page.transposes)
        at = items[k].start
        if nabla.end >= len(items) or items[nabla.end].kind == "infix":
            raise UnreadError("∇ of nothing", items[nabla.end - 1].end)
        end = end_of_body(items, nabla.end, self.page.transposes)
        body = items[nabla.end : end]
        only = None if nabla.variables else self.page.only_variable(body, scope)
        variables = nabla.variables if only is None else (only,)
        if not variables:
            raise UnreadError("∇ does not say by what", at)
        times = nabla.order // len(variables)
        term = self._derive(body, [(variable, times) for variable in variables], nabla.order, scope, at)
        return (self.transpose(term) if nabla.transposed else term), end

    def _dv(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """``dW``: the gradient of the loss of the page, where d is no name of its own."""
        item = items[k]
        base = base_of(item) if item.kind in ("letter", "word", "font") else None
        if base is None or base.letter != "d" or base.bold or k + 1 >= len(items):
            return None
        if "d" in scope.params or "d" in self.page.infos:
            return None
        following = items[k + 1]
        if following.start != item.end and self.page.is_size("d"):
            return None
        if not self.page.is_variable(following, scope, self):
            return None
        loss = self.page.loss(self)
        if loss is None:
            if following.start == item.end and self.claim:
                raise UnreadError("the gradient of no loss: the page defines none that is a number", item.start)
            return None
        if k + 2 < len(items) and items[k + 2].kind == "infix" and str(items[k + 2][0]) == "/" and k + 3 < len(items):
            after = base_of(items[k + 3])
            if after is not None and after.letter == "d" and k + 4 < len(items):
                return self._derive([following], [(items[k + 4], 1)], 1, scope, item.start), k + 5
        variable, sups = self._variable_with_transpose(following)
        term = self._per_sample(self._derive_term(loss, [variable], scope, item.start))
        return (self.transpose(term) if sups else term), k + 2

    def _per_sample(self, term: Term) -> Term:
        """``dZ`` as it is meant on this page: ∂L/∂Z, or n ∂L/∂Z beside a mean loss, one sample's own.

        What is given (weights, data) keeps its gradient in either reading.
        """
        if term.mark != "derivative":
            return term
        page, wrt = self.page, term.parts[1]

        def make() -> Node:
            node, variable = term.node(), wrt.node()
            while isinstance(variable, (Entry, Row, Column)):
                variable = variable.body
            if not isinstance(variable, (Symbol, Member)) or variable.key not in page.book.definitions:
                return node
            info = page.infos[variable.key]
            sizes = {self.dims.find(size) for size in (info.r, info.c, info.count) if size is not None} - {1}
            page.sampled |= sizes
            return Call("times", (Size(page.per_sample), node), ()) if page.per_sample in sizes else node

        return Term(term.r, term.c, make, term.show, term.parts)

    def _variable_with_transpose(self, syn: Syn) -> tuple[Syn, bool]:
        """dZ^{[2]T} is the transpose of dZ^{[2]}."""
        if syn.kind != "scripted":
            return syn, False
        scripts = scripts_of(syn.args[1:], transposes=self.page.transposes)
        if not any(kind == "T" for kind, _ in scripts.sups):
            return syn, False
        parts = []
        for part in syn.args[1:]:
            if part.kind != "sup":
                parts.append(part)
                continue
            items = [a for a in atoms(part[0]) if a.kind in ("brackets", "parens") or a.kind == "scripted"]
            items = [a[0] if a.kind == "scripted" else a for a in items]
            if items:
                parts.append(Syn("sup", (Syn("term", tuple(items), part.start, part.end),), part.start, part.end))
        return (Syn("scripted", (syn[0], *parts), syn.start, syn.end) if parts else syn[0]), True

    def _derive(self, body: list[Syn], variables: list[tuple[Syn, int]], order: int, scope: Scope, at: int) -> Term:
        """The derivative of a body by variables; the last one named is taken first."""
        if not body:
            raise UnreadError("a derivative of nothing", at)
        term = self.product(body, scope)
        if order == 1 and len(variables) == 1 and self._entrywise_in(body, variables[0][0], scope):
            self.could_be_entrywise = True
            if self.entrywise:
                term = self.call("total", [term], 1, 1)  # whose gradient is the derivative of each entry
        flat = [variable for variable, times in variables for _ in range(times)]
        if len(flat) != order and order > 1 and len(flat) == 1:
            flat = flat * order
        return self._derive_term(term, flat, scope, at)

    def _derive_term(self, term: Term, variables: list[Syn], scope: Scope, at: int) -> Term:
        """The derivative of a term by variables, one after the other."""
        for variable in reversed(variables):
            target, transposed = self._variable_with_transpose(variable)
            if target.kind == "braces" or target.kind == "sub":
                target = atoms(target)[0]
            wrt = self.variable(target, scope)
            letter = base_of(atoms(target)[0])
            if letter is not None and letter.key in self.unknown:
                self.arguments.add(letter.key)
            term = self._derivative(term, wrt, transposed, at)
            if wrt.mark == "squared":
                # ∂/∂σ² = (∂/∂σ) / (2σ), where σ is the letter that the page knows.
                require_scalar(self.solver, wrt, "a variable with a square")
                term = self.divide(term, self.times(self.number(2), wrt))
        return term

    def variable(self, syn: Syn, scope: Scope) -> Term:
        """What one differentiates by: a symbol, an entry, a sample, vec of a matrix."""
        items = atoms(syn)
        if len(items) == 1:
            base = base_of(items[0])
            if base is not None and base.key in scope.params:
                return scope.params[base.key]
            bare = items[0][0] if items[0].kind == "scripted" else items[0]
            inner = base_of(bare)
            if items[0].kind == "scripted" and inner is not None:
                scripts = scripts_of(items[0].args[1:], transposes=self.page.transposes)
                powers = [s for s in scripts.sups if s[0] == "power"]
                if [number_of(c) for _, c in powers if c is not None] == [2.0] and self.page.squared_name(
                    inner, scripts
                ) is None:
                    rest = Syn(
                        "scripted",
                        (items[0][0], *(p for p in items[0].args[1:] if p.kind != "sup")),
                        syn.start,
                        syn.end,
                    )
                    root = self.variable(rest if len(rest.args) > 1 else items[0][0], scope)
                    root = Term(root.r, root.c, root.make, root.show, root.parts)
                    root.mark = "squared"
                    return root
                if powers and self.page.squared_name(inner, scripts) is not None:
                    return self._symbol(self.page.infos[self.page.squared_name(inner, scripts) or ""], syn)
                term, sups = self.resolve(inner, scripts, items[0], scope)
                if sups:
                    raise UnreadError("a derivative by a power", syn.start)
                return term
            return self.atom(items[0], scope)
        return self.product(items, scope)
