"""What is known of a page while it is collected."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.symbolic import Dim
from mlp_theory.texts.conventions.meanings import Meanings
from mlp_theory.texts.conventions.spelling import Spelling
from mlp_theory.texts.items import Item, PageDefinition
from mlp_theory.texts.latex.statement import Side
from mlp_theory.texts.reading.notations import reader_of
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.source.pieces import Piece
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.verdicts.roots import Root


@dataclass
class Formula:
    """What has been read of a definition: the term that a symbol is, or that each member of a family is.

    Attributes
    ----------
    key : str
        Of the symbol.
    index : str, optional
        The axis that tells the members of a family apart, and `count`, how many there are.
    """

    definition: PageDefinition
    key: str
    term: Term
    index: str | None = None
    count: Dim | None = None


@dataclass
class PageLaw:
    """The distribution of some symbols: its kind, its parameters, and the terms that these are once they are read."""

    item: Item
    infos: list[Info]
    kind: str
    parameters: list[Syn]
    terms: list[Term]


@dataclass(eq=False)
class Collection:
    """A page while it is collected; the passes fill it in their order.

    Attributes
    ----------
    items : list of Item
        The statements, of the shared notation first, then of the page.
    page : Page
        Its symbols.
    meanings : Meanings
        Which letters of the page have several.
    spellings : list of Spelling
        How the names of the page have been written in another way, in this order.
    position : dict of Item to int
        The place of each statement.
    definitions, formulas : list
        What equations define, in the order of the page; and what has been read of it.
    laws : list of PageLaw
        What is random.
    steps : dict of str to Side
        The right side of Δw = …, by w.
    derived : set of str
        The keys of the letters by which something is derived.
    declaring : Piece, optional
        The last piece that declared something.
    around : dict of Item to (str, str)
        What stands before and behind each formula that was asked for it, once the statements have their places.
    rooted : dict of str to (Base, Syn, Root)
        The letters of which a declaration is not read, by their keys, as written there.
    circles : list of PageDefinition
        Equations that were taken for definitions, and are made of what others above define by these letters.
    models : set of frozenset of str
        Both sides of each equation that says what a model ought to give, as they read.
    """

    items: list[Item]
    page: Page
    meanings: Meanings = ()
    spellings: list[Spelling] = field(default_factory=list)
    position: dict[Item, int] = field(default_factory=dict)
    definitions: list[PageDefinition] = field(default_factory=list)
    formulas: list[Formula] = field(default_factory=list)
    laws: list[PageLaw] = field(default_factory=list)
    steps: dict[str, Side] = field(default_factory=dict)
    derived: set[str] = field(default_factory=set)
    declaring: Piece | None = None
    around: dict[Item, tuple[str, str]] = field(default_factory=dict)
    rooted: dict[str, tuple[Base, Syn, Root]] = field(default_factory=dict)
    circles: list[PageDefinition] = field(default_factory=list)
    models: set[frozenset[str]] = field(default_factory=set)


def page_reader(page: Page) -> Reader:
    """A reader that enters what it finds into the page."""
    return reader_of(page, page.solver, claim=False)


def spelled(collection: Collection, syn: Syn) -> Syn:
    """Something that does not stand on the page, with its names written as those of the page have been."""
    for spelling in collection.spellings:
        syn = spelling(syn)
    return syn
