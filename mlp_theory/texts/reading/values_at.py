r"""A bar with a place below it, ``\left. f(w) \right|_{w = 0}``: what something is where a letter has that value."""

from __future__ import annotations

from mlp_theory.symbolic import At, Node, Symbol
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import number_term, times
from mlp_theory.texts.shapes.requirements import require_same_shape
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.derivative_parts import derivative_parts
from mlp_theory.texts.syntax.factor_kinds import fraction
from mlp_theory.texts.syntax.kinds import is_relation, relation_signs
from mlp_theory.texts.syntax.listed_relations import relations_listed
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.nabla import is_nabla
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import ungrouped
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import AmbiguousProduct
from mlp_theory.texts.verdicts.reasons.unread_patterns import UnreadCondition


def value_at(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """The value of what stands before the bar, where the letters below it are what they are said to be."""
    body, place = syn.args
    pairs = [_letter_and_value(reader, relation, scope) for relation in relations_listed(ungrouped(place))]
    for name, _ in pairs:
        _refuse_unclear_reach(body, name)
    term = reader.expression(body, scope)
    letters = [(reader.atom(name, scope), value) for name, value in pairs]
    places: list[tuple[Term, Term]] = []
    for own, value in letters:
        if number_of(value) == 0:
            places.append((own, times(reader.solver, number_term(0), own)))  # the zero of its shape
            continue
        there = reader.expression(value, scope)
        require_same_shape(reader.solver, own, there, "the value of a letter")
        places.append((own, there))

    def make() -> Node:
        keys: list[str] = []
        for own, _ in places:
            letter = own.node()
            if not isinstance(letter, Symbol):
                raise UnreadError(UnreadCondition("a value of what is no letter of its own"), place.start)
            keys.append(letter.key)
        return At(term.node(), tuple(keys), tuple(there.node() for _, there in places))

    parts = tuple(part for pair in places for part in pair)
    return Term(term.r, term.c, make, f"{term.show} at " + ", ".join(t.show for _, t in places), (term, *parts))


def _letter_and_value(reader: Reader, relation: Syn, scope: Scope) -> tuple[Syn, Syn]:
    """The w and the 0 of ``w = 0``, where w is a letter that may have any value."""
    if not is_relation(relation) or relation_signs(relation) != ["="] or len(relation.args) != 3:
        raise UnreadError(UnreadCondition("which letter has a value here is not said"), relation.start)
    name, value = relation[0], relation[2]
    items = atoms(name)
    base = base_of(items[0]) if len(items) == 1 else None
    info = reader.page.infos.get(base.key) if base is not None else None
    if base is None or base.key in scope.params or base.letter in scope.axes:
        raise UnreadError(UnreadCondition("a value of what is no letter of its own"), relation.start)
    if info is not None and (info.kind != "given" or info.count is not None):
        raise UnreadError(UnreadCondition(f"{info.show} has its value from elsewhere"), relation.start)
    return items[0], value


def _refuse_unclear_reach(body: Syn, name: Syn) -> None:
    """Of ``x f(x)|_{x = 0}`` nobody knows whether the first x is meant too."""
    items = atoms(body)
    letters = set(in_order(name))
    holding = [item for item in items if letters & set(in_order(item))]
    sides = fraction(items[0])
    derives = is_nabla(items[0]) or (sides is not None and derivative_parts(*map(atoms, sides)) is not None)
    if len(holding) > 1 and not derives:
        raise UnreadError(
            AmbiguousProduct("a bar behind several factors: put brackets around what it means"), body.start
        )
