"""The surface of a line of LaTeX, `Syn`: groups, scripts, fractions, signs; names have no meaning yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from mlp_theory.texts.verdicts.reason import Reason

T = TypeVar("T")

MAX_LENGTH = 8_000
MAX_DEPTH = 40  # of brackets
MAX_LEVELS = 240  # of the surface: 40 nested fractions; what walks over it recursively bears no more
MAX_ITEMS = 3_000

_BARS = {
    0xE000: "|",
    0xE001: "|",
    0xE002: "‖",
    0xE003: "‖",
    0xE004: "|",
    0xE005: ":",
    0xE006: "|",
    0xE010: "{",
    0xE030: " ",
}


class UnreadError(Exception):
    """A piece of mathematics that cannot be read: why, and at which character."""

    def __init__(self, reason: Reason, at: int | None = None):
        # How bars are marked is nobody's business.
        self.reason = replace(reason, message=reason.message.translate(_BARS))
        self.at = at
        super().__init__(self.reason.message)


@dataclass(frozen=True)
class Syn:
    """A node of the surface: its kind, what it is made of, and where it stands in the text."""

    kind: str
    args: tuple[Any, ...]
    start: int
    end: int

    def __getitem__(self, i: int) -> Any:
        return self.args[i]

    @property
    def children(self) -> list:
        """What lark asks of a node when it joins repetitions."""
        return list(self.args)


def kept(ask: Callable[[Syn], T]) -> Callable[[Syn], T]:
    """A question to a node that many passes ask: the answer is kept with the node, which never changes."""
    name = f"_{ask.__name__}"

    def answer(syn: Syn) -> T:
        answers = syn.__dict__
        if name not in answers:
            answers[name] = ask(syn)
        return answers[name]

    return answer


def nodes(syn: Any) -> Iterator[Syn]:
    """Every node once, parents first, from left to right, without recursion."""
    if isinstance(syn, Syn):
        yield from _all_nodes(syn)
    elif isinstance(syn, tuple):
        for part in syn:
            yield from nodes(part)


@kept
def _all_nodes(syn: Syn) -> list[Syn]:
    out, todo = [], [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, Syn):
            out.append(node)
            todo.extend(reversed(node.args))
        elif isinstance(node, tuple):
            todo.extend(reversed(node))
    return out


def nodes_but(syn: object, stops: Callable[[Syn], bool]) -> Iterator[Syn]:
    """Every node, without those that stop, and all that they hold."""
    todo = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(reversed(node))
        elif isinstance(node, Syn) and not stops(node):
            yield node
            todo.extend(reversed(node.args))


def walk(syn: Any, visit: Callable[[Syn], None]) -> None:
    """Visit every node once, parents first."""
    for node in nodes(syn):
        visit(node)


def rebuilt(syn: Syn, change: Callable[[Syn], Syn]) -> Syn:
    """The node with every child changed; itself, and no copy, where that changes nothing."""
    args = _changed(syn.args, change)
    return syn if args is syn.args else Syn(syn.kind, args, syn.start, syn.end)


def _changed(args: tuple, change: Callable[[Syn], Syn]) -> tuple:
    new: list = []
    for arg in args:  # and no generator, which would cost the recursion a frame at every level
        if isinstance(arg, Syn):
            arg = change(arg)
        elif isinstance(arg, tuple):
            arg = _changed(arg, change)
        new.append(arg)
    return args if all(a is b for a, b in zip(args, new, strict=True)) else tuple(new)
