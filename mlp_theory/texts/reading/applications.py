"""Functions of the page, f(z): arbitrary ones, defined ones, and symbols that name their variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlp_theory.symbolic import Apply, At, Call, Index, Map, Node, Symbol
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.requirements import require_column, require_same_shape, require_scalar
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.records import Applied, Arbitrary, Builtin
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.factors import stands_bare
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError

if TYPE_CHECKING:
    from mlp_theory.texts.symbols.records import FunctionDef, Info


class Applications(ReaderBase):
    """Applies the functions that a page declares or defines."""

    def _application(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """f(z), f'(z), f_l(z), L(w): a function applied, or a name with decorative arguments."""
        item = items[k]
        bare = item[0] if item.kind == "scripted" else item
        base = base_of(bare)
        if base is None or base.key in scope.params:
            return None
        scripts = scripts_of(item.args[1:], transposes=self.page.transposes) if item.kind == "scripted" else Scripts()
        group = items[k + 1] if k + 1 < len(items) else None
        hung: tuple[Syn, ...] = ()
        inner = group
        if group is not None and group.kind == "scripted":
            inner, hung = group[0], group.args[1:]
        bracket = inner is not None and inner.kind in ("parens", "brackets", "curly") and inner[0].kind != "empty"
        if bracket and inner is not None and inner.kind == "parens":
            conditional = self._conditional(base, scripts, inner, item, scope)
            if conditional is not None:
                marker = Syn("scripted", (Syn("applied", (), 0, 0), *hung), item.start, item.end)
                return self._scripted(conditional, hung, marker, scope), k + 2
        function = self.page.function_for(base, scripts, scope, self, bracket)
        alone = not bracket and (group is None or group.kind == "infix")
        if bracket and inner is not None and stands_bare(base, inner):
            alone, bracket = True, False  # σ(1 − σ) is a product
        if alone and (decorated := self.page.functions.get(base.key)) is not None and not scripts.subs:
            if decorated.decoration and not scripts.primes:
                return None
            function = self.page.function_for(base, Scripts(primes=scripts.primes), scope, self, True)
            parameter = scope.params.get(decorated.params[0])
            if decorated.decoration and len(decorated.params) == 1:
                parameter = self._symbol(self.page.infos[decorated.params[0]], item)
            if function is not None and parameter is not None:
                return self._raised(
                    base, self._applied(function, [parameter], scripts.primes, item.start), scripts.sups, item, scope
                ), k + 1
        if function is None:
            if bracket and inner is not None and self.page.decorated(base, scripts, inner, scope, self):
                term = self.name(base, scripts, item, scope)
                if hung:
                    marker = Syn("scripted", (Syn("applied", (), 0, 0), *hung), item.start, item.end)
                    term = self._scripted(term, hung, marker, scope)
                return term, k + 2
            return None
        if not bracket:
            # f z or \sigma z: without a bracket, the next item; f' alone is no value.
            if group is None or alone:
                raise UnreadError(f"the function {base.show} without an argument", item.start)
            self.inside += 1
            argument, after = self._run(items, k + 1, scope)
            self.inside -= 1
            args = [argument]
            hung = ()
        else:
            assert inner is not None
            content = inner[0]
            while content.kind == "single":
                content = content[-1]
            if content.kind == "chain":
                raise UnreadError("a relation inside the arguments of a function", content.start)
            pieces = [a for a in content.args if isinstance(a, Syn)] if content.kind == "list" else [content]
            self.inside += 1
            args = [self.expression(p, scope) for p in pieces]
            self.inside -= 1
            after = k + 2
        term = self._applied(function, args, scripts.primes, item.start)
        _, picked, sups = self.page.split(base, scripts, scope, self)
        if not function.takes_scripts:
            picked, sups = scripts.subs, scripts.sups
        elif picked:
            raise UnreadError(f"an index on the function {base.show}", item.start)
        if picked:
            term = self.entries(term, picked, scope, item)
        term = self._raised(base, term, sups, item, scope)
        if hung:
            marker = Syn("scripted", (Syn("applied", (), 0, 0), *hung), item.start, item.end)
            term = self._scripted(term, hung, marker, scope)
        return term, after

    def _applied(self, function: Applied, args: list[Term], primes: int, at: int) -> Term:
        """A function at its arguments."""
        if isinstance(function, Builtin):
            if len(args) != 1:
                raise UnreadError(f"{function.name} with {len(args)} arguments", at)
            (x,) = args
            return self._builtin_prime(function.name, x, primes) if primes else self.elementwise(function.name, x)
        if isinstance(function, Arbitrary):
            apply = self.apply_loss if function.scalar else self.apply_arbitrary
            return apply(function.key, function.show, args, primes, at)
        definition = function.definition
        if definition.broken:
            raise UnreadError(f"the definition of this function could not be used: {definition.broken}", at)
        if definition.index is not None:
            if primes or len(args) != 1:
                raise UnreadError("a prime on a function of a column", at)
            return self.apply_indexed(definition, args[0])
        if definition.decoration and function.info is not None:
            return self.apply_decorated(definition, function.info, args, primes, at)
        return self.apply_defined(definition.params, definition.body, args, primes, at, definition.vector)

    def _raised(self, base: Base, term: Term, sups: list, item: Syn, scope: Scope) -> Term:
        """The powers of a function: ``σ²(x)``."""
        for kind, content in sups:
            if kind != "power" or content is None or number_of(content) is None:
                raise UnreadError(f"{base.show} with this above it", item.start)
            term = self._entry_power(term, content, scope)
        return term

    def apply_arbitrary(self, key: str, show: str, args: list[Term], order: int, at: int) -> Term:
        """An arbitrary smooth function, entry by entry."""
        if len(args) != 1:
            raise UnreadError(f"{show} with {len(args)} arguments", at)
        (x,) = args
        return Term(x.r, x.c, lambda: Apply(key, (x.node(),), order, False), f"{show}{'′' * order}({x.show})", (x,))

    def apply_loss(self, key: str, show: str, args: list[Term], order: int, at: int) -> Term:
        """An arbitrary smooth function with a number as value."""
        if order:
            raise UnreadError(f"a prime on {show}, which takes matrices", at)
        return Term(
            1,
            1,
            lambda: Apply(key, tuple(a.node() for a in args), 0, True),
            f"{show}({', '.join(a.show for a in args)})",
            tuple(args),
        )

    def apply_defined(self, params: list[str], body: Syn, args: list[Term], order: int, at: int, vector: bool) -> Term:
        """A function that the page defines: entry by entry where its parameter is a number."""
        if len(params) != len(args):
            raise UnreadError(f"{len(args)} arguments where {len(params)} are expected", at)
        if vector or len(params) > 1 or self.page.takes_whole_arrays(params, body):
            if order:
                raise UnreadError("a prime on a function of several numbers", at)
            return self.expression(body, Scope(params=dict(zip(params, args, strict=True))))
        axis = self.page.axis("x")
        parameter = Term(1, 1, lambda: Index(axis), "x", weak=True)
        inner = self.expression(body, Scope(params={params[0]: parameter}))
        require_scalar(self.solver, inner, "the value of this function")
        (x,) = args
        return Term(x.r, x.c, lambda: Map(axis, inner.node(), x.node(), order), f"f{'′' * order}({x.show})", (x,))

    def apply_indexed(self, definition: FunctionDef, x: Term) -> Term:
        r"""A function of a column that the page defines entry by entry: ``\sigma(z)_i = …``."""
        assert definition.index is not None
        axis, dim = self.page.axis(definition.index), self.dims.fresh(definition.index)
        scope = Scope(axes={definition.index: (axis, dim)}, params={definition.params[0]: x})
        body = self.expression(definition.body, scope)
        require_scalar(self.solver, body, "an entry of this function")
        require_column(self.solver, x, dim)
        return Term(
            dim,
            1,
            lambda: Call("spread", (body.node(),), (axis, None, self.dims.find(dim), None)),
            f"f({x.show})",
            (x,),
        )

    def apply_decorated(self, definition: FunctionDef, info: Info, args: list[Term], order: int, at: int) -> Term:
        """``J(w) = …`` of a symbol w, at w itself or at another place."""
        page = self.page
        params = [page.infos.get(key) for key in definition.params]
        if len(args) != len(params):
            raise UnreadError(f"{len(args)} arguments where {len(params)} are expected", at)
        if len(params) == 1 and page.is_pure(definition):
            # A formula in one number alone works at every entry of a matrix too.
            (known,) = params
            elsewhere = known is not None and self.dims.is_one(known.c) and args[0].show != known.show
            entrywise = (order or elsewhere) and not page.takes_whole_arrays(definition.params, definition.body)
            if known is None or entrywise or (self.dims.is_one(known.r) and self.dims.is_one(known.c)):
                return self.apply_defined(definition.params, definition.body, args, order, at, False)
        if any(known is None for known in params):
            return self.apply_defined(definition.params, definition.body, args, order, at, True)
        term = page.symbol_term(info, self)
        places: list[tuple[str, Term]] = []
        for known, arg in zip(params, args, strict=True):
            assert known is not None
            own = page.symbol_term(known, self)
            require_same_shape(self.solver, own, arg, "an argument")
            places.append((known.key, arg))
        if order:
            if len(params) != 1:
                raise UnreadError("a prime on a function of several variables", at)
            (known,) = params
            assert known is not None
            own = page.symbol_term(known, self)
            for _ in range(order):
                term = self._derivative(term, own, False, at)
        body = term

        def make() -> Node:
            moved = [(key, arg.node()) for key, arg in places if arg.node() is not Symbol(key)]
            if not moved:
                return body.node()
            return At(body.node(), tuple(key for key, _ in moved), tuple(value for _, value in moved))

        shown = f"{body.show} at " + ", ".join(arg.show for _, arg in places)
        return Term(body.r, body.c, make, shown, (body, *args))
