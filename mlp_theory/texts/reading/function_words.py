r"""``\exp(z)``, ``\log p``, ``\mathrm{tr}(A)``: a function that everybody knows by its word, with its arguments."""

from __future__ import annotations

from mlp_theory.symbolic.words import is_word, spoken, varies
from mlp_theory.texts.reading.entries import entries
from mlp_theory.texts.reading.factors import side_by_side
from mlp_theory.texts.reading.general_entry import general_entry
from mlp_theory.texts.reading.indices import index_term
from mlp_theory.texts.reading.matrices import listed
from mlp_theory.texts.reading.raised import entry_power
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.scripted import hung_on
from mlp_theory.texts.reading.terms import divided, elementwise_term, transposed
from mlp_theory.texts.reading.word_meanings import word_applied
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.function_names import is_function
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.bodies import nothing_follows
from mlp_theory.texts.syntax.factor_kinds import big_operator, is_bracket, is_function_word
from mlp_theory.texts.syntax.kinds import is_worded
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.names import Base, text_of
from mlp_theory.texts.syntax.peeling import under_scripts, unscripted
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unknown_letters import UndeclaredLetter
from mlp_theory.texts.verdicts.reasons.unread_functions import MissingArgument
from mlp_theory.texts.verdicts.reasons.unread_operations import UnfitOperand, UnreadScript


def function_word(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """A function word takes its bracket and no more; without one, the run up to the next word or operator."""
    word = word_at(reader.page, items[k], scope)
    if word is None:
        return None
    item, (bare, parts) = items[k], unscripted(items[k])
    scripts = scripts_of(parts, transposes=reader.page.habits.transposes)
    if scripts.subs and varies(word):
        base = Base(_written(bare), word=True)
        key = base.key + split_scripts(reader.page, base, scripts, scope, reader)[0]
        if key in reader.page.functions or key in reader.page.infos:
            return None
        raise UnreadError(
            UndeclaredLetter(f"{_written(bare)} with something below it is neither declared nor defined"), item.start
        )
    if nothing_follows(items, k + 1):
        raise UnreadError(MissingArgument(f"{_written(bare)} without an argument"), item.start)
    group, hung = unscripted(items[k + 1])
    reader.inside += 1
    if is_bracket(group):
        pieces, after = arguments(group), k + 2
        if word == "diag" and len(pieces) > 1:  # diag(w_1, …, w_n)
            pieces, args = [group], [listed(reader, pieces, group, scope, "column")]
        elif word == "diag" and (column := general_entry(reader, pieces[0], scope)) is not None:
            args = [column]
        else:
            args = [reader.expression(piece, scope) for piece in pieces]
    else:
        end, hung = _end_of_argument(items, k + 1), ()
        arg, after = side_by_side(reader, items[:end], k + 1, scope)
        pieces, args = items[k + 1 : after], [arg]
    reader.inside -= 1
    if word in ("log", "lg") and len(scripts.subs) == 1 and len(args) == 1:
        to = index_term(reader, scripts.subs.pop(), scope)  # the logarithm to another base
        term = divided(reader.solver, elementwise_term("log", args[0]), elementwise_term("log", to))
    else:
        term = word_applied(reader, word, args, pieces, scripts.primes, item.start)
    if word == "diag" and any(kind.startswith("inverse") for kind, _ in scripts_of(hung).sups):
        _needs_a_column(reader, args[0], item)
    if scripts.subs:
        term = entries(reader, term, scripts.subs, scope, item)
    for kind, content in scripts.sups:
        if kind == "power":
            assert content is not None
            term = entry_power(reader, term, content, scope)
        elif kind == "T":
            term = transposed(term)
        else:
            raise UnreadError(UnreadScript(f"{_written(bare)} with this above it"), item.start)
    return hung_on(reader, term, hung, item, scope), after


def word_at(page: Page, item: Syn, scope: Scope) -> str | None:
    """The function word that an item is, as it is spoken; None where the page has another use for the name."""
    bare = under_scripts(item)
    if not is_worded(bare):
        return None
    written = _written(bare)
    base = Base(written, word=len(written) > 1)
    if len(written) == 1 or is_function(page, base, scope) or base.key in page.infos:
        return None  # names win over operators
    word = spoken(written)
    return word if is_word(word) else None


def _written(bare: Syn) -> str:
    word = str(bare[0])
    return text_of(word) if "{" in word else word.lstrip("\\")


def _end_of_argument(items: list[Syn], k: int) -> int:
    """The place where an argument without a bracket ends at the latest: log a log b are two factors."""
    if big_operator(items[k]) is not None:
        return len(items)
    return next((place for place in range(k + 1, len(items)) if is_function_word(items[place])), len(items))


def _needs_a_column(reader: Reader, x: Term, item: Syn) -> None:
    """``diag(H)⁻¹`` of a matrix: meant is a diagonal matrix, and not the column that diag gives."""

    def step(level: int) -> bool:
        if not reader.solver.settled(x) and level < 2:
            return False
        if reader.solver.settled(x) and not reader.dims.is_one(x.c):
            raise UnreadError(UnfitOperand("diag of a matrix, inverted: a diagonal matrix or a column?"), item.start)
        return True

    reader.solver.add(step)
