"""``f(z)``, ``f'(z)``, ``f_l(z)``, ``L(w)``: a function of the page applied, or a name with decorative arguments."""

from __future__ import annotations

from mlp_theory.texts.reading.applied import applied
from mlp_theory.texts.reading.entries import entries
from mlp_theory.texts.reading.factors import side_by_side
from mlp_theory.texts.reading.named import named_term, symbol_value
from mlp_theory.texts.reading.own_arguments import filled
from mlp_theory.texts.reading.raised import entry_power
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.scripted import hung_on
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.function_names import function_for, is_decorated
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.records import Applied, Defined, FunctionDef
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.bodies import nothing_follows
from mlp_theory.texts.syntax.factor_kinds import is_bracket, stands_bare
from mlp_theory.texts.syntax.kinds import is_relation
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import inside, unscripted
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.broken_latex import MisplacedRelation
from mlp_theory.texts.verdicts.reasons.unread_functions import MissingArgument, WrongArguments
from mlp_theory.texts.verdicts.reasons.unread_indices import UnfitIndex
from mlp_theory.texts.verdicts.reasons.unread_operations import UnreadScript


def application(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """A function takes its bracket; without one, all up to the next operator."""
    page, item, (bare, parts) = reader.page, items[k], unscripted(items[k])
    base = base_of(bare)
    if base is None or base.key in scope.params:
        return None
    scripts = scripts_of(parts, transposes=page.habits.transposes)
    group, hung = unscripted(items[k + 1]) if k + 1 < len(items) and is_bracket(items[k + 1]) else (None, ())
    function = function_for(page, base, scripts, scope, reader, group is not None)
    alone = nothing_follows(items, k + 1)
    if group is not None and stands_bare(base, group):
        alone, group = True, None  # σ(1 − σ) is a product
    if alone and not scripts.subs and (decorated := page.functions.get(base.key)) is not None:
        if decorated.decoration and not scripts.primes:
            return None
        function = function_for(page, base, Scripts(primes=scripts.primes), scope, reader, True)
        parameter = _own_parameter(reader, decorated, item, scope)
        if function is not None and parameter is not None:
            term = applied(reader, function, [parameter], scripts.primes, item.start)
            return _raised(reader, base, term, scripts.sups, item, scope), k + 1
    if function is None:
        if group is None or not is_decorated(page, base, scripts, group, scope, reader):
            if group is not None and _is_elsewhere(reader, base, scripts, group):
                raise UnreadError(WrongArguments(f"{base.show} at other arguments than its own"), group.start)
            return None
        return hung_on(reader, named_term(reader, base, scripts, item, scope), hung, item, scope), k + 2
    if alone:
        raise UnreadError(MissingArgument(f"the function {base.show} without an argument"), item.start)
    if group is None:
        hung = ()
        reader.inside += 1
        argument, after = side_by_side(reader, items, k + 1, scope)
        reader.inside -= 1
        args = [argument]
    else:
        args, after = _arguments(reader, function, group, scope), k + 2
    term = applied(reader, function, args, scripts.primes, item.start)
    _, picked, sups = split_scripts(page, base, scripts, scope, reader)
    if not function.takes_scripts:
        picked, sups = scripts.subs, scripts.sups
    elif picked:
        raise UnreadError(UnfitIndex(f"an index on the function {base.show}"), item.start)
    if picked:
        term = entries(reader, term, picked, scope, item)
    return hung_on(reader, _raised(reader, base, term, sups, item, scope), hung, item, scope), after


def _is_elsewhere(reader: Reader, base: Base, scripts: Scripts, group: Syn) -> bool:
    """Whether a name that depends on several things stands with several others: no product with a column."""
    info = reader.page.infos.get(base.key)
    several = info is not None and len(info.decoration) > 1 and not scripts.subs and not scripts.sups
    return several and len(arguments(group)) > 1


def _own_parameter(reader: Reader, decorated: FunctionDef, item: Syn, scope: Scope) -> Term | None:
    """What a function that stands alone is a function of: its own variable."""
    if decorated.decoration and len(decorated.params) == 1:
        return symbol_value(reader, reader.page.infos[decorated.params[0]], item)
    return scope.params.get(decorated.params[0]) if decorated.params else None


def _arguments(reader: Reader, function: Applied, group: Syn, scope: Scope) -> list[Term]:
    """What stands in the bracket, and what the function depends on besides."""
    if is_relation(inside(group)):
        raise UnreadError(MisplacedRelation("a relation inside the arguments of a function"), inside(group).start)
    reader.inside += 1
    given = arguments(group)
    pieces = filled(function.definition, given) if isinstance(function, Defined) else given
    args = [reader.expression(piece, scope) for piece in pieces]
    reader.inside -= 1
    return args


def _raised(reader: Reader, base: Base, term: Term, sups: list, item: Syn, scope: Scope) -> Term:
    """The powers of a function: ``σ²(x)``."""
    for kind, content in sups:
        if kind != "power" or content is None or number_of(content) is None:
            raise UnreadError(UnreadScript(f"{base.show} with this above it"), item.start)
        term = entry_power(reader, term, content, scope)
    return term
