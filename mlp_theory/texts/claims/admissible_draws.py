"""Which draws a claim speaks of: those that meet its conditions."""

from __future__ import annotations

from mlp_theory.texts.collecting.sets import set_of
from mlp_theory.texts.latex.restrictions import Condition
from mlp_theory.texts.reading.indices import index_term
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.truth import conditions
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_relation, is_text
from mlp_theory.texts.syntax.mentions import in_order, letters_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unbracketed
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_indices import BeyondRange
from mlp_theory.texts.verdicts.reasons.unread_patterns import UnreadCondition


def condition_tests(page: Page, condition: Condition, reader: Reader, scope: Scope) -> list[Term]:
    """What a draw must meet: ``for $x > 0$``. A condition on indices or layers restricts no draw."""
    syn = condition.syn
    if syn is None:
        if condition.latex.text.strip():
            raise UnreadError(UnreadCondition("a condition that is not read"))
        return []
    ranges = ranges_of(syn)
    if ranges:
        for letter, _low, high in ranges:
            if letter in page.layering.letters:
                continue
            if letter in reader.free:
                top = index_term(reader, high, scope, top=True)
                if top.mark is not None and not isinstance(top.mark, tuple):
                    _axis, dim = reader.free[letter]
                    if not reader.dims.unify(dim, top.mark):
                        wanted, found = reader.dims.show(top.mark), reader.dims.show(dim)
                        raise UnreadError(BeyondRange(f"the index {letter} runs to {wanted}, but there are {found}"))
        return []
    inner = unbracketed(syn)
    if not is_relation(inner):
        letters = letters_in(inner)
        if letters and letters <= (set(reader.free) | set(scope.loops) | set(page.layering.letters)):
            return []  # "for all i", "∀ n"
        items = list(atoms(inner))
        if items and all(map(is_text, items)):
            raise UnreadError(UnreadCondition("a condition in words"))
        if letters and all(x in page.index_letters or is_size(page, x) for x in letters):
            return []
        if condition.word.startswith("for") and all(_is_given(page, item) for item in items):
            return []  # "for all x": it is tested at any x anyway
        raise UnreadError(UnreadCondition("a condition that is not read"))
    if str(inner[1]) == r"\in" and _lies_there(page, inner, scope):
        return []
    letters = set(in_order(inner))
    layers = set(page.layering.letters) | set(page.layering.tops) | set(scope.loops)
    if letters and letters <= layers:
        return []  # decided before: which layers are meant
    return conditions(reader, inner, scope)


def _is_given(page: Page, item: Syn) -> bool:
    """Whether a name stands for any value of its kind."""
    base = base_of(item)
    info = page.infos.get(base.key) if base is not None else None
    return str(item[0]) == "," or (info is not None and info.kind == "given" and info.high is None)


def _lies_there(page: Page, chain: Syn, scope: Scope) -> bool:
    """Whether ``x ∈ ℝ^n`` says of x what was declared of it."""
    base = base_of(chain[0])
    info = page.infos.get(base.key) if base is not None else None
    if info is None or len(chain.args) != 3:
        return False
    try:
        r, c, more = set_of(page, chain[2], scope)
    except UnreadError:
        return False
    same = page.dims.find(r) == page.dims.find(info.r) and page.dims.find(c) == page.dims.find(info.c)
    return same and more.get("domain") == info.domain
