"""What the judge has found of a claim, for when the page is read once more and the claim means the same there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace

from mlp_theory.symbolic import Dimensions, Node
from mlp_theory.symbolic.book import Book, parts_of
from mlp_theory.texts.judging.findings import Finding, Task
from mlp_theory.texts.symbols.records import Info


@dataclass
class Remembered:
    """The findings of one page by what was asked: the relation, what its letters are made of, and all their sizes."""

    findings: dict[tuple, Finding] = field(default_factory=dict)

    def of(self, asked: tuple) -> Finding | None:
        """What was found; a copy, for what is told of it is changed later."""
        found = self.findings.get(asked)
        return replace(found) if found is not None else None

    def keep(self, asked: tuple, finding: Finding) -> None:
        """Remember what was found; no counterexample, whose draw the next claim changes, and which is found at once."""
        if finding.world is None:
            self.findings[asked] = replace(finding)


def asked(task: Task, book: Book, dims: Dimensions, infos: dict[str, Info]) -> tuple:
    """A task with all that its truth depends on, in a form that two readings of a page share.

    Open sizes have a number in it, the first that is met the first one: another reading may call them otherwise.
    """
    keys = sorted({key for node in (task.left, task.right, *task.tests) for key in book.keys_of(node)})
    definitions = [(key, book.definitions[key]) for key in keys if key in book.definitions]
    laws = [(key, book.laws[key]) for key in sorted(book.laws)]
    roots = (
        *(task.left, task.right, *task.tests),
        *(definition.node for _, definition in definitions),
        *(parameter for _, law in laws for parameter in law.parameters),
    )
    sizes = _Sizes(dims)
    return (
        task.relation,
        task.zero,
        len(task.tests),
        tuple((axis, letter, sizes.of(dim)) for axis, (letter, dim) in task.axes.items()),
        tuple((key, one.index, sizes.of(one.count)) for key, one in definitions),
        tuple((key, law.kind, len(law.parameters)) for key, law in laws),
        tuple(_written(roots, sizes)),
        tuple(
            (key, info.kind, info.domain, *map(sizes.of, (info.r, info.c, info.count, info.high)))
            for key in keys
            if (info := infos.get(key)) is not None
        ),
    )


class _Sizes:
    """Sizes, each as what it is, the open ones by numbers."""

    def __init__(self, dims: Dimensions):
        self.dims = dims
        self.numbers: dict[str, int] = {}

    def of(self, value: object) -> object:
        """A size, a name, or what is made of such."""
        if isinstance(value, tuple):
            found = self.dims.find(value) if value[:1] == ("linear",) else value
            return tuple(map(self.of, found)) if isinstance(found, tuple) else self.of(found)
        if not isinstance(value, str):
            return value
        found = self.dims.find(value)
        if not isinstance(found, str) or not found.startswith("?"):
            return (value if not value.startswith("?") else "", found)
        return (
            value if not value.startswith("?") else "",
            self.numbers.setdefault(found, len(self.numbers)),
            found in self.dims.large,
        )


def _written(roots: tuple[Node, ...], sizes: _Sizes) -> Iterator[tuple]:
    """All nodes of these expressions, each with what it is made of: of other nodes only their numbers."""
    numbers: dict[Node, int] = {}
    for root in roots:
        for part in parts_of(root):
            numbers.setdefault(part, len(numbers))
    for node in numbers:
        yield (type(node).__name__, *(_told(getattr(node, one.name), numbers, sizes) for one in fields(node)))  # type: ignore[arg-type]
    yield tuple(numbers[root] for root in roots)


def _told(value: object, numbers: dict[Node, int], sizes: _Sizes) -> object:
    if isinstance(value, Node):
        return ("node", numbers[value])
    if isinstance(value, tuple) and any(isinstance(part, (Node, tuple)) for part in value) and value[:1] != ("linear",):
        return tuple(_told(part, numbers, sizes) for part in value)
    return sizes.of(value)
