"""``p(t | w)``, ``P(O = o | C = c)``: conditional names that the page defines."""

from __future__ import annotations

from mlp_theory.texts.reading.indices import index_term
from mlp_theory.texts.reading.named import symbol_value
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.scripted import hung_on
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.records import Conditional, Slot
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.conditional_arguments import Arguments, conditional_arguments, index_of
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.verdicts.reasons.unread_definitions import CircularDefinition, UndefinedConditional


def conditional(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """A name with a bar in the bracket behind it stands for what the page defines it as."""
    item, (bare, parts) = items[k], unscripted(items[k])
    base = base_of(bare)
    if base is None or base.key in scope.params or k + 1 >= len(items):
        return None
    group, hung = unscripted(items[k + 1])
    arguments = conditional_arguments(group, base) if in_parens(group) else None
    if arguments is None or (not arguments.before and base.key in reader.page.infos):
        return None
    scripts = scripts_of(parts, transposes=reader.page.habits.transposes)
    name = base.key + split_scripts(reader.page, base, scripts, scope, reader)[0]
    return hung_on(reader, _value(reader, name, base, arguments, item, scope), hung, item, scope), k + 2


def _value(reader: Reader, name: str, base: Base, arguments: Arguments, item: Syn, scope: Scope) -> Term:
    """The value of the first definition that these arguments fit, and that can be read for them."""
    first: UnreadError | None = None
    for known in reader.page.conditionals:
        if (known.name, known.bars, len(known.slots)) != (name, arguments.before, len(arguments.values)):
            continue
        params = _filled(reader, known, arguments, scope)
        if params is None:
            continue
        if known.key:
            return symbol_value(reader, reader.page.infos[known.key], item)
        if known in reader.opened:
            raise UnreadError(CircularDefinition(f"{base.show}(… | …) is defined by itself, in a circle"), item.start)
        reader.opened.append(known)
        try:
            return reader.expression(known.body, Scope(loops=scope.loops, params=params))
        except UnreadError as error:
            first = first or error
        finally:
            reader.opened.pop()
    if first is not None:
        raise first
    raise UnreadError(
        UndefinedConditional(f"{base.show}(… | …), which nothing defines for these arguments"), item.start
    )


def _filled(reader: Reader, known: Conditional, arguments: Arguments, scope: Scope) -> dict[str, Term] | None:
    """The parameters of a conditional name; None where these arguments are not its own."""
    params: dict[str, Term] = {}
    indices: dict[str, str] = {}
    for slot, argument, variable in zip(known.slots, arguments.values, arguments.variables, strict=True):
        if whole(argument) in [other.text for other in known.slots if other is not slot]:
            return None  # p(x | y) is another thing than p(y | x)
        short = "" in (slot.variable, variable) and (slot.variable or variable).lower()
        if slot.variable != variable and short != (slot.parameter or slot.text).lower():
            return None  # P(X = 1) is another thing than P(Y = 1)
        if not slot.parameter:
            if whole(argument) != slot.text:
                return None
            continue
        index = index_of(argument, reader.page.habits.transposes) if slot.indexed else None
        if index is not None and indices.setdefault(slot.parameter, whole(index[1])) != whole(index[1]):
            return None  # p(y_i | x_i) is not p(y_i | x_j)
        term = _argument(reader, slot, argument, scope)
        if term is None or (slot.parameter in params and not slot.indexed):
            return None
        params[slot.parameter] = term
    return params


def _argument(reader: Reader, slot: Slot, argument: Syn, scope: Scope) -> Term | None:
    """What a parameter stands for: the argument, or its index where the slot says so."""
    if not slot.indexed:
        return reader.expression(argument, scope)
    found = index_of(argument, reader.page.habits.transposes)
    return index_term(reader, found[1], scope) if found is not None and found[0] == slot.text else None
