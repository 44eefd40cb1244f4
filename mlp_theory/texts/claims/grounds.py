"""What a claim rests on: its letters, and of which of them the page says nothing that could be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mlp_theory.symbolic import Symbol
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.verdicts.roots import Meaning, Root, RootKind


@dataclass(frozen=True)
class Grounds:
    """What a claim rests on.

    Attributes
    ----------
    letters : tuple of Meaning
        What each of its letters was taken for.
    rooted : tuple of Root
        Of its letters, and of those that they are made of: which statements about them could not be used.
    twice : tuple of Root
        Those of them that are a second declaration: what stands above it keeps to the first.
    undeclared : tuple of Root
        What is neither declared nor defined.
    open : tuple of Info
        Those of both kinds that stand in it themselves, and whose shape is a guess.
    guessed : tuple of Info
        All letters in it whose shape is a guess: these, and what the page only uses.
    """

    letters: tuple[Meaning, ...] = ()
    rooted: tuple[Root, ...] = ()
    twice: tuple[Root, ...] = ()
    undeclared: tuple[Root, ...] = ()
    open: tuple[Info, ...] = field(default=(), compare=False)
    guessed: tuple[Info, ...] = field(default=(), compare=False)

    def with_those_of(self, other: Grounds) -> Grounds:
        """The grounds of both: of one claim at two layers."""
        return Grounds(
            *(tuple(dict.fromkeys((*mine, *theirs))) for mine, theirs in _pairs(self, other)),
            open=self.open,
            guessed=self.guessed,
        )

    @property
    def roots(self) -> tuple[Root, ...]:
        """All that it waits for."""
        return (*self.rooted, *self.undeclared)


def grounds_of(page: Page, used: Iterable[str], unknown: Mapping[str, str], roots: Iterable[Root] = ()) -> Grounds:
    """What a claim rests on.

    Parameters
    ----------
    page : Page
    used : iterable of str
        The keys of the symbols that were read in it.
    unknown : mapping of str to str
        What in it is neither declared nor defined, functions too, with the sentence that says so: "x is neither …".
    roots : iterable of Root
        Of the functions in it.
    """
    direct = [page.infos[key] for key in sorted(used) if key in page.infos]
    reached = set(used)
    for info in direct:
        reached |= page.book.keys_of(Symbol(info.key))
    behind = [page.infos[key] for key in sorted(reached) if key in page.infos]
    rooted = [info.root for info in behind if info.root is not None]
    undeclared = [
        Root(says.partition(" is ")[0], RootKind.UNDECLARED, text=says) for _, says in sorted(unknown.items())
    ]
    guessed = [info for info in direct if is_guessed(page, info)]
    return Grounds(
        tuple(meaning_of(page, info, undeclared=info.key in unknown) for info in direct),
        tuple(dict.fromkeys((*rooted, *roots))),
        tuple(info.root for info in behind if info.root is not None and not info.lost and info.kind != "defined"),
        tuple(undeclared),
        tuple(info for info in guessed if (info.root is not None or info.key in unknown) and page.dims.is_one(info.r)),
        tuple(guessed),
    )


def is_guessed(page: Page, info: Info) -> bool:
    """Whether nothing but its typography says of a letter how large it is: a number, or a size that is open.

    Of a letter that is declared without its size, as positive, an open size is a guess all the same.
    """
    dims, sizes = page.dims, (info.r, info.c)
    if any(dims.open_sizes(size) for size in sizes):
        return True
    return not info.declared and any(dims.is_guess(size) for size in sizes)


def meaning_of(page: Page, info: Info, undeclared: bool = False) -> Meaning:
    """What a letter is taken for, and where that came from."""
    dims = page.dims
    shape = f"{dims.show(info.r)}×{dims.show(info.c)}"
    if info.count is not None:
        shape += f", {dims.show(info.count)} of them"
    return Meaning(info.show, shape, info.domain, _origin(page, info, undeclared))


def _origin(page: Page, info: Info, undeclared: bool) -> str:
    at = f" at {info.where}" if info.where else ""
    if info.root is not None:
        return f"typography: its statement at line {info.root.line} could not be used"
    if undeclared:
        return "undeclared: its typography" if info.origin == "typography" else f"undeclared: {info.origin}"
    if info.declared:
        return f"declared{at}"
    if info.kind == "defined":
        return f"defined{at}"
    open_ = any(dims.is_free(dims.find(size)) for dims in [page.dims] for size in (info.r, info.c))
    if not open_ and not is_guessed(page, info) and not page.dims.is_one(info.r):
        return f"solved from {info.where}" if info.where else "solved from what it is used with"
    return info.origin


def _pairs(one: Grounds, other: Grounds) -> list[tuple[tuple, tuple]]:
    pairs = [(one.letters, other.letters), (one.rooted, other.rooted), (one.twice, other.twice)]
    return [*pairs, (one.undeclared, other.undeclared)]
