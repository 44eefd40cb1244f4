"""What a function of the page makes of its arguments: any smooth one, a formula, a symbol at another place."""

from __future__ import annotations

from mlp_theory.symbolic import Apply, At, Call, Index, Map, Node, Symbol
from mlp_theory.texts.reading.derive import derivative_by
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import elementwise_term
from mlp_theory.texts.reading.word_meanings import builtin_prime
from mlp_theory.texts.shapes.requirements import require_column, require_same_shape, require_scalar
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.entering import new_axis, symbol_term
from mlp_theory.texts.symbols.formulas import is_pure, takes_whole_arrays
from mlp_theory.texts.symbols.records import Applied, Arbitrary, Builtin, FunctionDef, Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.unread_definitions import UnusableDefinition
from mlp_theory.texts.verdicts.reasons.unread_functions import WrongArguments
from mlp_theory.texts.verdicts.reasons.unread_operations import UnreadPrime


def applied(reader: Reader, function: Applied, args: list[Term], primes: int, at: int) -> Term:
    """A function at its arguments."""
    if isinstance(function, Builtin):
        if len(args) != 1:
            raise UnreadError(WrongArguments(f"{function.name} with {len(args)} arguments"), at)
        (x,) = args
        return builtin_prime(reader.page, function.name, x, primes) if primes else elementwise_term(function.name, x)
    if isinstance(function, Arbitrary):
        if function.key not in reader.page.infos:
            reader.functions[function.key] = function
        apply = _apply_loss if function.scalar else _apply_arbitrary
        return apply(function.key, function.show, args, primes, at)
    definition = function.definition
    if definition.root is not None:
        reader.roots.append(definition.root)
        text = definition.root.text
        raise UnreadError(UnusableDefinition(f"the definition of this function could not be used: {text}"), at)
    if definition.index is not None:
        if primes or len(args) != 1:
            raise UnreadError(UnreadPrime("a prime on a function of a column"), at)
        return _apply_indexed(reader, definition, args[0])
    if definition.decoration and function.info is not None:
        return _apply_decorated(reader, definition, function.info, args, primes, at)
    return _apply_defined(reader, definition, args, primes, at, whole=definition.vector)


def _apply_arbitrary(key: str, show: str, args: list[Term], order: int, at: int) -> Term:
    """An arbitrary smooth function, entry by entry."""
    if len(args) != 1:
        raise UnreadError(WrongArguments(f"{show} with {len(args)} arguments"), at)
    (x,) = args
    return Term(x.r, x.c, lambda: Apply(key, (x.node(),), order, False), f"{show}{'′' * order}({x.show})", (x,))


def _apply_loss(key: str, show: str, args: list[Term], order: int, at: int) -> Term:
    """An arbitrary smooth function with a number as value."""
    if order:
        raise UnreadError(UnreadPrime(f"a prime on {show}, which takes matrices"), at)
    shown = f"{show}({', '.join(a.show for a in args)})"
    return Term(1, 1, lambda: Apply(key, tuple(a.node() for a in args), 0, True), shown, tuple(args))


def _apply_defined(
    reader: Reader, definition: FunctionDef, args: list[Term], order: int, at: int, *, whole: bool
) -> Term:
    """A formula of the page: of whole arrays, or entry by entry where its one parameter is a number."""
    params, body = definition.params, definition.body
    if len(params) != len(args):
        raise UnreadError(WrongArguments(f"{len(args)} arguments where {len(params)} are expected"), at)
    if whole or len(params) > 1 or takes_whole_arrays(reader.page, params, body):
        if order:
            raise UnreadError(UnreadPrime("a prime on a function of several numbers"), at)
        return reader.expression(body, Scope(params=dict(zip(params, args, strict=True))))
    axis = new_axis(reader.page, "x")
    parameter = Term(1, 1, lambda: Index(axis), "x", weak=True)
    inner = reader.expression(body, Scope(params={params[0]: parameter}))
    require_scalar(reader.solver, inner, "the value of this function")
    (x,) = args
    return Term(x.r, x.c, lambda: Map(axis, inner.node(), x.node(), order), f"f{'′' * order}({x.show})", (x,))


def _apply_indexed(reader: Reader, definition: FunctionDef, x: Term) -> Term:
    r"""A function of a column that the page defines entry by entry: ``\sigma(z)_i = …``."""
    assert definition.index is not None
    axis, dim = new_axis(reader.page, definition.index), reader.dims.fresh(definition.index)
    scope = Scope(axes={definition.index: (axis, dim)}, params={definition.params[0]: x})
    body = reader.expression(definition.body, scope)
    require_scalar(reader.solver, body, "an entry of this function")
    require_column(reader.solver, x, dim)

    def make() -> Node:
        return Call("spread", (body.node(),), (axis, None, reader.dims.find(dim), None))

    return Term(dim, 1, make, f"f({x.show})", (x,))


def _apply_decorated(
    reader: Reader, definition: FunctionDef, info: Info, args: list[Term], order: int, at: int
) -> Term:
    """``J(w) = …`` of a symbol w, at w itself or at another place."""
    page = reader.page
    params = [page.infos.get(key) for key in definition.params]
    if len(args) != len(params):
        raise UnreadError(WrongArguments(f"{len(args)} arguments where {len(params)} are expected"), at)
    if len(params) == 1 and is_pure(page, definition):
        # A formula in one number alone works at every entry of a matrix too.
        (known,) = params
        elsewhere = known is not None and reader.dims.is_one(known.c) and args[0].show != known.show
        entrywise = (order or elsewhere) and not takes_whole_arrays(page, definition.params, definition.body)
        if known is None or entrywise or (reader.dims.is_one(known.r) and reader.dims.is_one(known.c)):
            return _apply_defined(reader, definition, args, order, at, whole=False)
    if any(known is None for known in params):
        return _apply_defined(reader, definition, args, order, at, whole=True)
    term = symbol_term(info, reader)
    places: list[tuple[str, Term]] = []
    for known, arg in zip(params, args, strict=True):
        assert known is not None
        own = symbol_term(known, reader)
        require_same_shape(reader.solver, own, arg, "an argument")
        places.append((known.key, arg))
    if order:
        if len(params) != 1:
            raise UnreadError(UnreadPrime("a prime on a function of several variables"), at)
        (known,) = params
        assert known is not None
        own = symbol_term(known, reader)
        for _ in range(order):
            term = derivative_by(reader, term, own, False, at)
    body = term

    def make() -> Node:
        moved = [(key, arg.node()) for key, arg in places if arg.node() is not Symbol(key)]
        if not moved:
            return body.node()
        return At(body.node(), tuple(key for key, _ in moved), tuple(value for _, value in moved))

    shown = f"{body.show} at " + ", ".join(arg.show for _, arg in places)
    return Term(body.r, body.c, make, shown, (body, *args))
