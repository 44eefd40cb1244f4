"""The sizes on which a relation depends."""

from __future__ import annotations

from dataclasses import fields

from mlp_theory.symbolic import Dim, Dimensions, Node
from mlp_theory.symbolic.book import Book
from mlp_theory.texts.judging.findings import Task
from mlp_theory.texts.symbols.records import Info


def sizes_of(task: Task, book: Book, dims: Dimensions, infos: dict[str, Info]) -> list[str]:
    """The names of all sizes of its letters, of its sums, and of what its letters are defined by."""
    named: set[str] = set()

    def note(dim: Dim | None) -> None:
        found = dims.find(dim) if dim is not None else None
        if isinstance(found, str):
            named.add(found)
        elif isinstance(found, tuple):
            named.update(name for name, _ in found[1])

    for _, dim in task.axes.values():
        note(dim)  # type: ignore[arg-type]
    for node in (task.left, task.right, *task.tests):
        for part in book.made_of(node):
            for dim in _strings_of(part):
                note(dim)
        for key in book.keys_of(node):
            info = infos.get(key)
            definition = book.definitions.get(key)
            if info is not None:
                for dim in (info.r, info.c, info.count, info.high):
                    note(dim)
            if definition is not None:
                note(definition.count)
    return sorted(name for name in named & dims.roots() if "·" not in name and not name.startswith("?"))


def _strings_of(node: Node) -> list[Dim]:
    """What may be a size among the fields of a node; a word that is none names no size either."""
    out: list[Dim] = []
    for field in fields(node):  # type: ignore[arg-type]
        value = getattr(node, field.name)
        parts = [value] if isinstance(value, str) else list(value) if isinstance(value, tuple) else []
        if parts[:1] == ["linear"]:
            out.append(value)
        out += [
            part for part in parts if isinstance(part, str) or (isinstance(part, tuple) and part[:1] == ("linear",))
        ]
    return out
