"""The statements of a page, each with where it stands and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.macros import Macro
from mlp_theory.texts.latex.repairs import repaired
from mlp_theory.texts.latex.statement import Side, Statement
from mlp_theory.texts.latex.statements import statements
from mlp_theory.texts.source.inline import HOLE
from mlp_theory.texts.source.pieces import Directive, Piece, Source
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.peeling import ungrouped
from mlp_theory.texts.syntax.syn import Syn, UnreadError

MAX_EQUATIONS = 5_000


class Role(Enum):
    """What a statement is to its page."""

    DECLARATION = "it says what a symbol is"
    DEFINITION = "it says what a symbol is equal to"
    RANGE = "it says in running text how far an index runs"
    UPDATE = "it gives a symbol a new value"
    STEP = "it says by how much an update changes a symbol"
    CLAIM = "it has to be true"
    MENTION = "it names a value in passing, which holds in its sentence alone"
    NOTHING = "it says nothing of a symbol, and is not judged"


@dataclass(eq=False)
class Item:
    """A statement and where it stands."""

    statement: Statement
    piece: Piece
    source: Source
    layout: str
    unchecked: str | None = None
    expect: str | None = None
    own: bool = True  # of this page, not of a shared notation
    role: Role | None = None  # None until it is sorted
    definition: PageDefinition | None = None
    says_size: bool = False  # a definition that only says how large its letter is
    restricts: bool = False  # it relates indices, as i = j, and claims nothing
    error: Exception | None = None
    defined_by: int = 1  # the side of the chain that the definition was read from
    second: Item | None = None  # the second side of the chain as a definition of its own
    names_last: bool = False  # whether the last side of the chain names something new
    values: tuple[Item, ...] = ()  # the values that its sentence mentions in passing
    given_below: bool = False  # it types a function, and an equation of its paragraph says what that is
    supposed: Supposed | None = None  # what the words before it make of it, if not a claim
    said: tuple[Said, ...] = ()  # what words within its display say of a letter

    @property
    def syns(self) -> list[Syn]:
        """What stands on its sides, of those that were read."""
        return [side.syn for side in self.statement.sides if side.syn is not None]

    @property
    def display(self) -> bool:
        """Whether it stands in a display."""
        return self.piece.display

    def place(self, side: int = 0) -> tuple[int, int]:
        """Line and column of one of its sides."""
        text = self.statement.sides[min(side, len(self.statement.sides) - 1)].latex
        stripped = text.strip()
        return self.piece.at(stripped.place(0) if stripped.places else 0)


@dataclass(frozen=True, eq=False)
class Supposed:
    """That the words before a statement suppose it.

    Attributes
    ----------
    words : str
        As the page has them.
    kind : str
        "condition", "property", "problem"; "stationary" where a derivative is zero, "solution" of such an equation.
    meets : Item, optional
        Of a solution, the statement with the derivative that is zero there, on its last side.
    zeroed : tuple of Item
        Of what is stationary, the statements with the derivatives that may be meant.
    """

    words: str
    kind: str
    meets: Item | None = None
    zeroed: tuple[Item, ...] = ()

    @property
    def shown(self) -> str:
        """The words, with dots for the formulas in them."""
        return " ".join(self.words.replace(HOLE, "…").split())


@dataclass(frozen=True, eq=False)
class Said:
    """That words beside an equation say what a letter is.

    Attributes
    ----------
    name : Syn
    domain : str
        From what it is drawn then.
    here : bool
        Whether it is so for this equation alone: "if $A$ is symmetric".
    """

    name: Syn
    domain: str
    here: bool


@dataclass(eq=False)
class PageDefinition:
    """A definition whose right side is still to be read."""

    base: Base
    body: Syn
    indices: list[str]
    kind: str  # symbol, entries, family, function
    item: Item
    instances: list[tuple[str, Scope]] = field(default_factory=list)  # key and layers
    function: str = ""  # the key of the function that it defines


class UnreadablePageError(Exception):
    """A piece could not even be taken apart."""


def items_of(source: Source, macros: dict[str, Macro], layout: str, own: bool) -> Iterator[Item]:
    """All statements of a page in reading order, with the remarks that precede them."""
    unchecked: str | None = None
    expect: str | None = None
    count = 0
    before: Item | None = None
    for entry in source.pieces_and_directives:
        if isinstance(entry, Directive):
            if entry.kind == "unchecked":
                unchecked = entry.text or "no reason given"
            elif entry.kind == "expect":
                expect = entry.text.strip().lower()
            elif entry.kind == "layout":
                layout = entry.text.strip().lower()
            continue
        mine, wanted = (unchecked, expect) if entry.display else (None, None)
        if entry.display:
            unchecked = expect = None
        try:
            latex = repaired(LocatedText.of(entry.latex), macros)
            found = statements(latex) if latex.text.strip() else []
        except UnreadError as error:
            broken = Statement([Side(LocatedText.of(entry.latex), None, error)], ["="], tags=[None])
            found = [broken] if entry.display or "=" in entry.latex else []
        for statement in found:
            count += 1
            if count > MAX_EQUATIONS:
                raise UnreadablePageError(f"more than {MAX_EQUATIONS:,} equations")
            item = Item(statement, entry, source, layout, mine, wanted, own)
            if (
                statement.continues
                and before is not None
                and before.display
                and entry.display
                and before.statement.sides
            ):
                # "= …" goes on from the display before it.
                last = before.statement.sides[-1]
                statement.sides.insert(0, last)
            before = item
            yield item


def copied(items: list[Item]) -> list[Item]:
    """The items as they were written, for a page that is collected more than once: its passes change them."""
    out = []
    for item in items:
        written = item.statement
        statement = replace(
            written,
            sides=list(written.sides),
            relations=list(written.relations),
            conditions=[replace(condition) for condition in written.conditions],
            tags=list(written.tags),
        )
        out.append(replace(item, statement=statement))
    return out


def chain_of(statement: Statement) -> Syn | None:
    """The statement as one chain of syntax, where it has two or three sides and all are read."""
    syns = [ungrouped(side.syn) for side in statement.sides if side.syn is not None]
    if len(syns) != len(statement.sides) or len(syns) not in (2, 3):
        return None
    args: list[Syn | str] = [syns[0]]
    for relation, syn in zip(statement.relations, syns[1:], strict=False):
        args += [relation, syn]
    return Syn("chain", tuple(args), syns[0].start, syns[-1].end)


def in_signs(at: Item, relations: list[str], sides: list[Syn], written: tuple[str, ...]) -> Item:
    """What the words around an item say, as a statement in its place; `written` is how a person would write it."""
    made = [
        Side(LocatedText(latex, [0] * len(latex)), syn) for latex, syn in zip(written, sides, strict=True)
    ]  # all of it stands where the words do
    return replace(at, statement=Statement(made, relations, tags=[None] * len(relations)))


def supposed(at: Item, relations: list[str], sides: list[Syn]) -> Item:
    """What a page leaves out, as a comment of its writer would give it; no verdict tells of it."""
    piece = replace(at.piece, latex="", display=False, block=-1, before="", after="", comment=True)
    statement = Statement([Side(LocatedText("", []), syn) for syn in sides], relations, tags=[None] * len(relations))
    return Item(statement, piece, at.source, "", own=False)
