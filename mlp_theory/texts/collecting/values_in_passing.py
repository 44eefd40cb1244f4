r"""Values that are mentioned in passing: "at $x = 0$", "Figure 3 shows the fit for $\lambda = 1$", a special case.

Such a value holds where it stands and nowhere else. It would pin its letter for the whole page, and make gradients
hold that are wrong; so it neither defines nor declares its letter, and it is no claim about every value either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.collecting.assumptions import has_equation
from mlp_theory.texts.collecting.collection import Collection, page_reader
from mlp_theory.texts.collecting.derived_letters import derived_by
from mlp_theory.texts.collecting.leads import lead_of
from mlp_theory.texts.collecting.listed_names import ListedName, names_listed
from mlp_theory.texts.items import Item, Role
from mlp_theory.texts.source.inline import HOLE
from mlp_theory.texts.symbols.entering import create_symbol
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import is_call, is_letter, is_matrix
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.unicode import show

_SET = re.compile(r"\b(let|sets?|setting|fix|fixed|define|defines|denotes?|put|write|choose|take|call|abbreviate)\b")
_KEPT = re.compile(
    r"\b(throughout|from now on|from here on|hereafter|always|everywhere|in what follows|on this page)\b"
)
_USUAL = re.compile(r"\b(commonly|typically|usually|often|default|in practice|experiments?|the code|sometimes)\b")
_EXAMPLE = re.compile(
    r"\b(for (instance|example)|eg|such as|special cases?|in particular|(these|two|three|some|other|as an?) examples?"
    rf"|examples (are|include)|an example is|trivial(ly)?|for a moment|imagine)\b[\w\s,:(){HOLE}'-]{{0,60}}$"
)
_AT = re.compile(
    r"\b(at|when|whenever|if|for|near|around|evaluated at|until|than|where|through|shows?|uses?|used|using)"
    rf"( the| a| points?| value| case| origin| all| any| {HOLE} (and|or|with))*$"
)
_COUNTING = ("d", "h", "i", "j", "k", "l", "ell", "m", "n", "p", "q", "r", "s", "t")
_NEAR = 6  # formulas
_DRAWN = re.compile(r"^\W*(figures?|tables?|listing|algorithm)\b|\b(figures?|tables?) \d|\bcaption\b")


def note_values(collection: Collection) -> None:
    """Tell which formulas mention a value in passing; a number says of a letter that nothing gives what it is."""
    derived = collection.derived = _derived_by(collection)
    for item in collection.items:
        name = _valued(collection, item)
        if name is not None and _in_passing(collection, item, name, derived):
            item.role = Role.MENTION
    for item in collection.items:
        if item.role is Role.MENTION:
            _is_a_number(collection, item)
        elif item.display:
            item.values = tuple(_mentioned_beside(collection, item))


def _mentioned_beside(collection: Collection, item: Item) -> Iterator[Item]:
    """The values that the sentence of a display mentions, right before it or right behind it."""
    here = collection.position[item]
    between, piece = item.piece.before, item.piece
    for other in reversed(collection.items[max(here - _NEAR, 0) : here]):
        if other.piece is piece:
            continue
        if other.piece.block != piece.block:
            last = f"{HOLE}{other.piece.after}".replace(" ", "")
            if between.strip() or not piece.above.replace(" ", "").endswith(last):
                break
            between = other.piece.after
        if re.search(r"[.;!?](?!\W*then\b)", between.lower()) or other.display:
            break
        if other.role is Role.MENTION:
            yield other
        between, piece = f"{other.piece.before} {between}", other.piece
    behind = item.piece.after.lower()
    for other in collection.items[here + 1 : here + _NEAR]:
        if other.piece.block != item.piece.block or not re.match(
            r"\W*(at|for|when|if|with|where|and)\b[^.;!?]*$", behind
        ):
            break
        if other.role is Role.MENTION:
            yield other
        behind = other.piece.after.lower()


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
    if not lead and not item.piece.cell and not (fixed and behind.strip(" .,;:")):
        return False  # an equation that stands by itself
    labelled = bool(name.scripts.subs or name.scripts.sups)
    size = not labelled and is_size(collection.page, name.base.letter)
    at, value = bool(_AT.search(lead)), item.syns[1]
    if show(value).strip() == show(item.syns[0]).strip() + "ᵀ":
        return fixed and bool(re.search(r"\b(if|when|whenever|for)$", lead))
    if _is_literal(value):
        if item.piece.cell or _DRAWN.search(lead):
            return True
        if _SET.search(lead) and not (at and (fixed or size)) and not _USUAL.search(lead):
            used = not labelled and _is_used_above(collection, item, name)
            return size or (used and not _explains(collection, item, name))
        if labelled:
            return at or fixed
        return size or fixed or not _explains(collection, item, name)
    if _is_name(collection, value) and not labelled and not _SET.search(lead):
        return fixed or size or bool(re.search(r"\b(at|when|if|near)$", lead))
    return False


def _is_name(collection: Collection, syn: Syn) -> bool:
    """Whether a name stands here and nothing is done to it: x_0, w^*; not x²."""
    names = names_listed(collection.page, syn)
    done = {"power", "transpose", "inverse"}
    return len(names) == 1 and len(atoms(syn)) == 1 and not done & {kind for kind, _ in names[0].scripts.sups}


def _is_literal(syn: Syn) -> bool:
    """Whether this is a number, an array of numbers, or a multiple of the identity."""
    if number_of(syn) is not None or {base.letter for base, _, _ in names_in(syn)} == {"I"}:
        return True
    items = atoms(syn)
    listed = len(items) == 1 and (is_matrix(under_scripts(items[0])) or is_call(items[0]))
    return listed and not any(is_letter(node) for node in nodes(under_scripts(items[0])))


def _is_given(collection: Collection, name: ListedName) -> bool:
    """Whether a declaration gives this letter."""
    infos = collection.page.infos.values()
    return any(info.declared and info.base == name.base for info in infos)


def _is_used_above(collection: Collection, item: Item, name: ListedName) -> bool:
    """Whether an equation before has worked with the letter: its value was open there."""
    before = (x for x in collection.items[: collection.position[item]] if x.source is item.source)
    equations = (x for x in before if x.statement.relations[:1] in (["="], [":="]))
    return any(base == name.base for x in equations for syn in x.syns[1:] for base, _, _ in names_in(syn))


def _explains(collection: Collection, item: Item, name: ListedName) -> bool:
    """``$$f = c x^2$$ where $c = 2$``: whether the words begin behind an equation that has the letter."""
    lead = lead_of(collection, item)
    if not re.search(rf"{HOLE}\W*(where|with|and|here)[\s\w{HOLE},]*$", lead):
        return False
    for other in reversed(collection.items[: collection.position[item]]):
        if other.piece.block != item.piece.block:
            return False
        if other.statement.relations and len(other.syns) > 1 and len(atoms(other.syns[1])) > 1:
            return any(base == name.base for syn in other.syns for base, _, _ in names_in(syn))
    return False


def _derived_by(collection: Collection) -> set[str]:
    """The keys of the letters by which something is derived on the page."""
    return {base.key for item in collection.items for syn in item.syns for base in derived_by(syn)}


def _is_a_number(collection: Collection, item: Item) -> None:
    """A letter that is said to be 0.1 somewhere is a number, if nothing else says what it is."""
    page, value = collection.page, number_of(item.syns[1])
    names = names_listed(page, item.syns[0])
    base, scripts = names[0].base, names[0].scripts
    if value in (None, 0) or scripts.subs or scripts.sups or base.bold or base.upper or base.word:
        return
    counts = base.letter in _COUNTING or base.letter in page.index_letters or base.letter in page.layering.names
    if counts or is_size(page, base.letter) or base.key in page.infos or has_equation(collection, base):
        return
    info = create_symbol(page, base, "", 0, page_reader(page), names[0].syn)
    info.r = info.c = 1
    info.declared, info.origin = True, "the number that it is somewhere"
