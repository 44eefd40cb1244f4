"""A value that is mentioned in passing holds where it stands: "at $x = 1$ we have", of the equation behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from mlp_theory.symbolic import Call, Node
from mlp_theory.symbolic.book import Definition
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.claims import judged
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.claims.scratch import forgetting
from mlp_theory.texts.collecting.collection import page_reader
from mlp_theory.texts.collecting.listed_names import names_listed
from mlp_theory.texts.items import Item
from mlp_theory.texts.shapes.solver import MisfitError
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import lone
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import show


def judged_at_values(bench: Bench, item: Item, k: int, m: int) -> Outcome | None:
    """What becomes of a claim at the values that its sentence mentions; None where it mentions none that can be put in.

    Parameters
    ----------
    bench : Bench
    item : Item
    k, m : int
        The sides that are in their relation.
    """
    values = [found for mention in item.values if (found := value_of(bench.page, *mention.syns)) is not None]
    symmetric = [
        (found, "symmetric") for mention in item.values if (found := _symmetric(bench.page, *mention.syns)) is not None
    ]
    sizes = [found for mention in item.values if (found := _size(bench.page, *mention.syns)) is not None]
    if not values and not symmetric and not sizes:
        return None
    with bench.page.dims.attempt(), holding(bench, dict(values), symmetric):
        for name, number in sizes:
            bench.page.dims.take_as(name, number)
        outcome = judged(bench, item, k, m)
    said = [f"{show(x.syns[0]).strip()} = {show(x.syns[1]).strip()}" for x in item.values]
    outcome.reading = "at " + ", ".join(dict.fromkeys(said))
    return outcome


def value_of(page: Page, name: Syn, value: Syn) -> tuple[str, Node] | None:
    """The key of a given letter, and the value that is put in for it; None where it does not fit."""
    names = names_listed(page, name)
    info = page.infos.get(names[0].base.key) if len(names) == 1 else None
    if info is None or info.kind != "given" or info.count is not None or names[0].scripts.subs:
        return None
    if any(base == names[0].base for base, _, _ in names_in(value)):
        return None
    if number_of(value) == 0:
        return info.key, Call("zeros", (), (page.dims.find(info.r), page.dims.find(info.c)))
    try:
        with forgetting(page):
            term = page_reader(page).expression(value, Scope())
            fits = page.dims.unify(term.r, info.r) and page.dims.unify(term.c, info.c)
            return (info.key, term.node()) if fits else None
    except (UnreadError, MisfitError):
        return None


def _symmetric(page: Page, left: Syn, right: Syn) -> Info | None:
    """The given square matrix of which ``A = Aᵀ`` is said."""
    names = names_listed(page, left)
    info = page.infos.get(names[0].base.key) if len(names) == 1 else None
    if (
        info is None
        or info.kind != "given"
        or info.domain != "real"
        or page.dims.find(info.r) != page.dims.find(info.c)
    ):
        return None
    return info if show(right).strip() == show(left).strip() + "ᵀ" else None


def _size(page: Page, name: Syn, value: Syn) -> tuple[str, int] | None:
    """A size of the page, and the number that it is: n and 3 of "with n = 3"."""
    base, number = base_of(lone(name)), number_of(value)
    if base is None or number is None or number != int(number) or number < 1:
        return None
    return (base.letter, int(number)) if base.letter in page.dims.roots() else None


@contextmanager
def holding(bench: Bench, values: dict[str, Node], domains: Sequence[tuple[Info, str]] = ()) -> Iterator[None]:
    """Let letters have these values, as if they were defined by them, or lie in these domains, for a while."""
    page, definitions = bench.page, bench.page.book.definitions
    before, usual = dict(definitions), [(info, info.domain) for info, _ in domains]
    try:
        for key, node in values.items():
            definitions[key] = Definition(node)
        for info, domain in domains:
            info.domain = domain
        page.book.forget()
        bench.judge.draws.forget()
        yield
    finally:
        for info, domain in usual:
            info.domain = domain
        definitions.clear()
        definitions.update(before)
        page.book.forget()
        bench.judge.draws.forget()
