r"""What a page calls random: ``W_{ij} \sim \mathcal{N}(0, \sigma^2)``, for means and variances."""

from __future__ import annotations

from mlp_theory.symbolic import Dim
from mlp_theory.symbolic.dimensions import SizeOf
from mlp_theory.texts.collecting.collection import Collection, PageLaw, page_reader
from mlp_theory.texts.collecting.declarations import declare, is_defined_already
from mlp_theory.texts.collecting.listed_names import ListedName, names_listed
from mlp_theory.texts.items import Item, Role
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_call
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.real_arrays import REALS
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unknown_letters import UnreadLaw
from mlp_theory.texts.verdicts.reasons.unread_functions import WrongArguments

KINDS = {
    "n": "normal", "normal": "normal", "gaussian": "normal", "gauss": "normal", "u": "uniform", "uniform": "uniform",
    "unif": "uniform", "bernoulli": "coin", "ber": "coin", "bern": "coin", "rademacher": "sign",
}  # fmt: skip
PARAMETERS = {"normal": 2, "uniform": 2, "coin": 1, "sign": 0}


def sort_laws(collection: Collection) -> None:
    """``x ∼ N(0, 1)`` declares x, unless it is declared already, and says what its law is."""
    for item in collection.items:
        if item.statement.relations != [r"\sim"] or len(item.syns) != len(item.statement.sides):
            continue
        try:
            if len(item.syns) == 2 and _draws(collection, item):
                item.role = Role.DECLARATION
            else:
                collection.page.unread_laws = True
        except UnreadError as error:
            item.role, item.error = Role.DECLARATION, error
            collection.page.unread_laws = True


def _draws(collection: Collection, item: Item) -> bool:
    """Whether the law is one of those that are known; then it has been noted."""
    page = collection.page
    left, right = item.syns
    names, law = names_listed(page, left), _law_of(right)
    if law is None or not names or any(is_defined_already(page, name.base) for name in names):
        return False
    kind, parameters = law
    infos = [_drawn(collection, item, name, kind, parameters) for name in names]
    page.random |= {info.key for info in infos}
    collection.laws.append(PageLaw(item, infos, kind, parameters, []))
    return True


def _drawn(collection: Collection, item: Item, name: ListedName, kind: str, parameters: list[Syn]) -> Info:
    """The symbol that is random, declared if need be."""
    page, base = collection.page, name.base
    label, indices, _ = split_scripts(page, base, name.scripts, Scope(), page_reader(page))
    info = page.infos.get(base.key + label)
    if info is None and indices and not base.bold:
        info = page.infos.get(base.also(bold=True).key + label)  # W_{ij} is an entry of a bold W
    if info is not None:
        return info
    declare(collection, item, name, REALS, Scope())
    info = page.infos.get(base.key + label)
    if info is None:
        raise UnreadError(UnreadLaw("what is random here cannot be told"), name.syn.start)
    if not indices:
        info.r, info.c = _shape_of(page, base, kind, parameters)
    return info


def _shape_of(page: Page, name: Base, kind: str, parameters: list[Syn]) -> tuple[Dim, Dim]:
    """A column, where the second parameter is a matrix: σ² I, Σ; a matrix by its capital letter; else a number."""
    dims = page.dims
    for part in atoms(parameters[1]) if kind == "normal" else ():
        base = base_of(under_scripts(part))
        if base is not None and (base.letter in ("I", "Sigma") or (base.upper and base.bold)):
            return dims.fresh(SizeOf("length", name.show), large=True), 1
    if name.upper:
        return dims.fresh(SizeOf("rows", name.show), large=True), dims.fresh(SizeOf("columns", name.show), large=True)
    return 1, 1


def _law_of(syn: Syn) -> tuple[str, list[Syn]] | None:
    """The kind of a distribution, and its parameters; None when it is none of those that are known."""
    items = atoms(syn)
    base = base_of(items[0]) if items else None
    kind = KINDS.get(base.letter.lower()) if base is not None else None
    if kind is None:
        return None
    parameters = arguments(items[1]) if len(items) == 2 and is_call(items[1]) else []
    if len(parameters) != PARAMETERS[kind] or len(items) > 2:
        raise UnreadError(WrongArguments(f"a {kind} distribution with {len(parameters)} parameters"), syn.start)
    return kind, parameters
