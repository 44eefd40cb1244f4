r"""Values that are mentioned in passing: "at $x = 0$", "Figure 3 shows the fit for $\lambda = 1$", a special case.

Such a value holds where it stands and nowhere else. It would pin its letter for the whole page, and make gradients
hold that are wrong; so it neither defines nor declares its letter, and it is no claim about every value either.
"""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection, reader_of
from mlp_theory.texts.collecting.known_names import will_be_defined
from mlp_theory.texts.collecting.leads import lead_of
from mlp_theory.texts.collecting.listed_names import ListedName, names_listed
from mlp_theory.texts.items import Item
from mlp_theory.texts.source.inline import HOLE
from mlp_theory.texts.symbols.entering import create_symbol
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import is_call, is_letter, is_matrix
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.unicode import show

_SET = re.compile(r"\b(let|sets?|setting|fix|fixed|define|defines|denotes?|put|write|choose|take|call|abbreviate)\b")
_KEPT = re.compile(r"\b(throughout|from now on|from here on|hereafter|always|everywhere|in what follows|on this page)\b")
_EXAMPLE = re.compile(
    r"\b(for (instance|example)|eg|such as|special cases?|in particular|examples?|instances?|say|trivial(ly)?|"
    r"suppose for a moment|imagine)\b"
)
_POINT = re.compile(r"\b(at|when|whenever|if|near|around|evaluated|figures?|tables?|caption|plots?|shows?|until)\b")
_COUNTING = ("d", "h", "i", "j", "k", "l", "ell", "m", "n", "p", "q", "r", "s", "t")
_DRAWN = re.compile(r"^\W*(figures?|tables?|listing|algorithm)\b|\b(figures?|tables?) \d|\bcaption\b")


def note_values(collection: Collection) -> None:
    """Tell which formulas mention a value in passing; a number says of a letter that nothing gives what it is."""
    derived = _derived_by(collection)
    for item in collection.items:
        name = _valued(collection, item)
        if name is not None and _in_passing(collection, item, name, derived):
            item.role = "mentions"
    for item in collection.items:
        if item.role == "mentions":
            _is_a_number(collection, item)


def _valued(collection: Collection, item: Item) -> ListedName | None:
    """The name on the left of an equation in running text."""
    statement = item.statement
    if item.display or item.piece.comment or item.role or set(statement.relations) != {"="} or len(item.syns) != 2:
        return None
    names = names_listed(collection.page, item.syns[0])
    return names[0] if len(names) == 1 and len(atoms(item.syns[0])) == 1 else None


def _in_passing(collection: Collection, item: Item, name: ListedName, derived: set[str]) -> bool:
    """Whether the value that a name is given here is not its value on the page."""
    lead, behind = lead_of(collection, item), item.piece.after.lower()
    if _KEPT.search(lead) or _KEPT.search(re.split(r"[.;]", behind)[0]):
        return False
    fixed = _is_given(collection, name) or name.base.key in derived
    if fixed and _EXAMPLE.search(lead):
        return True
    value = item.syns[1]
    size = not name.scripts.subs and is_size(collection.page, name.base.letter)
    if _is_literal(value):
        if item.piece.cell or _DRAWN.search(lead) or size or fixed:
            return True
        if name.scripts.subs or name.scripts.sups:
            return bool(_POINT.search(lead) or _EXAMPLE.search(lead))
        if _SET.search(lead):
            return _is_used_above(collection, item, name)
        return not _explains_a_display(collection, item, name)
    if len(atoms(value)) == 1 and base_of(under_scripts(atoms(value)[0])) is not None:
        return fixed or size or bool(_POINT.search(lead))
    return False


def _is_literal(syn: Syn) -> bool:
    """Whether this is a number, or an array of numbers."""
    if number_of(syn) is not None:
        return True
    items = atoms(syn)
    listed = len(items) == 1 and (is_matrix(under_scripts(items[0])) or is_call(items[0]))
    return listed and not any(is_letter(node) for node in nodes(under_scripts(items[0])))


def _is_given(collection: Collection, name: ListedName) -> bool:
    """Whether a declaration gives this letter."""
    infos = collection.page.infos.values()
    return any(info.declared and info.base == name.base for info in infos)


def _is_used_above(collection: Collection, item: Item, name: ListedName) -> bool:
    """Whether a display before has worked with the letter: its value was open there."""
    before = (x for x in collection.items[: collection.position[item]] if x.display and x.source is item.source)
    return any(base == name.base for x in before for syn in x.syns for base, _, _ in names_in(syn))


def _explains_a_display(collection: Collection, item: Item, name: ListedName) -> bool:
    """``$$f = c x^2$$ where $c = 2$``: whether the words begin behind a display that has the letter."""
    lead = lead_of(collection, item)
    if not re.search(rf"{HOLE}\W*(where|with|and|here)[\s\w{HOLE},]*$", lead):
        return False
    for other in reversed(collection.items[: collection.position[item]]):
        if other.piece.block != item.piece.block:
            return False
        if other.display:
            return any(base == name.base for syn in other.syns for base, _, _ in names_in(syn))
    return False


def _derived_by(collection: Collection) -> set[str]:
    r"""The keys of the letters by which something is derived: ``\partial w``, ``\nabla_w``, ``dx`` below a fraction."""
    by: set[str] = set()
    for item in collection.items:
        for syn in item.syns:
            shown = show(syn)
            if not re.search(r"[∂∇]|d\w*/d|/\(?d", shown):
                continue
            for base, _, _ in names_in(syn):
                if re.search(rf"(∂|∇_?\{{?|/\(?d){re.escape(base.show)}(?![A-Za-z])", shown):
                    by.add(base.key)
    return by


def _is_a_number(collection: Collection, item: Item) -> None:
    """A letter that is said to be 0.1 somewhere is a number, if nothing else says what it is."""
    page, value = collection.page, number_of(item.syns[1])
    names = names_listed(page, item.syns[0])
    base, scripts = names[0].base, names[0].scripts
    if value in (None, 0) or scripts.subs or scripts.sups or base.bold or base.upper or base.word:
        return
    counts = base.letter in _COUNTING or base.letter in page.index_letters or base.letter in page.layering.names
    if counts or is_size(page, base.letter) or base.key in page.infos or will_be_defined(collection, base, ""):
        return
    info = create_symbol(page, base, "", 0, reader_of(page), names[0].syn)
    info.r = info.c = 1
    info.declared, info.origin = True, "the number that it is somewhere"
