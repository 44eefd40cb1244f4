"""Dimensions with names: n, K, d_1, K − 1. They unify or refuse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

Dim = int | str | tuple
"""A size: a number; a name; or ``("linear", ((name, coefficient), …), constant)``."""


class SizeOf(NamedTuple):
    """What an open size is of a letter: its rows, its columns, how many there are of it."""

    side: str
    letter: str

    def __str__(self) -> str:
        return f"{self.side} of {self.letter}"


def plus(dim: Dim, other: Dim, factor: int = 1) -> Dim:
    """The dimension ``dim + factor · other``, as a number or a name where it is one."""
    terms: dict[str, int] = {}
    constant = 0
    for part, times in ((dim, 1), (other, factor)):
        if isinstance(part, int):
            constant += times * part
        elif isinstance(part, str):
            terms[part] = terms.get(part, 0) + times
        else:
            constant += times * part[2]
            for name, coefficient in part[1]:
                terms[name] = terms.get(name, 0) + times * coefficient
    left = tuple(sorted((name, c) for name, c in terms.items() if c))
    if not left:
        return constant
    if constant == 0 and len(left) == 1 and left[0][1] == 1:
        return left[0][0]
    return ("linear", left, constant)


class Dimensions:
    """What is known of all dimensions: which are one and the same, and which are no 1.

    A *rigid* name is a size of its own (declared: ℝ^{K×d}). A *free* name may turn out to be any size.
    """

    def __init__(self):
        self.bound: dict[str, Dim] = {}
        self.free: set[str] = set()
        self.large: set[str] = set()  # free names that stand for more than 1
        self.trail: list[tuple[set | dict, str]] = []
        self.hints: dict[str, SizeOf] = {}
        self.guessed: set[str] = set()  # names that are 1 because nothing says otherwise
        self.count = 0
        self._rigid: frozenset[str] = frozenset()

    def fresh(self, hint: str | SizeOf = "", large: bool = False) -> str:
        """A new free name; the hint is what a message may call it."""
        self.count += 1
        name = f"?{self.count}{hint}"
        if isinstance(hint, SizeOf):
            self.hints[name] = hint
        self._add(self.free, name)
        if large:
            self._add(self.large, name)
        return name

    def name(self, name: str, rigid: bool) -> str:
        """A size that the page names; a rigid one stays itself."""
        if rigid:
            if name in self.free and name not in self.bound:
                self.make_rigid(name)
        elif name not in self.free and name not in self.large and name not in self._rigid:
            self._add(self.free, name)
        return name

    def make_rigid(self, name: str) -> None:
        """From here on `name` is a size of its own."""
        self.free.discard(name)
        self._rigid = self._rigid | {name}

    def known(self, name: str) -> bool:
        """Whether the page has used this name as a size."""
        return name in self.free or name in self._rigid or name in self.bound

    def _add(self, where: set, name: str) -> None:
        if name not in where:
            where.add(name)
            self.trail.append((where, name))

    def find(self, dim: Dim) -> Dim:
        """What this dimension is, as far as is known."""
        if isinstance(dim, str):
            while dim in self.bound:
                dim = self.bound[dim]
                if not isinstance(dim, str):
                    return self.find(dim)
            return dim
        if isinstance(dim, tuple):
            out: Dim = dim[2]
            for name, coefficient in dim[1]:
                out = plus(out, self.find(name), coefficient)
            return out
        return dim

    def freeze(self) -> None:
        """Sizes that have a name are sizes of their own from here on."""
        for name in [n for n in self.free if not n.startswith("?") and n not in self.bound]:
            self.make_rigid(name)

    def roots(self) -> set[str]:
        """All names that stand for a size of their own."""
        names = (self.free | set(self._rigid)) - set(self.bound)
        return {name for name in names if self.find(name) == name}

    def literals(self) -> set[int]:
        """All sizes that are given as numbers."""
        return {found for name in self.bound if isinstance(found := self.find(name), int) and found != 1}

    def is_free(self, dim: Dim) -> bool:
        """Whether it may still become any size."""
        return isinstance(dim, str) and dim in self.free and dim not in self.bound

    def open_sizes(self, dim: Dim) -> list[SizeOf]:
        """The sizes of letters that are still open in this dimension."""
        found = self.find(dim)
        names = (
            [found] if isinstance(found, str) else [name for name, _ in found[1]] if isinstance(found, tuple) else []
        )
        return [self.hints[name] for name in names if name in self.hints]

    def settled(self, dim: Dim) -> bool:
        """Whether it is known to be 1 or known not to be."""
        dim = self.find(dim)
        return not self.is_free(dim) or dim in self.large

    def is_one(self, dim: Dim) -> bool:
        """Whether it is known to be 1."""
        return self.find(dim) == 1

    def may_be_one(self, dim: Dim) -> bool:
        """Whether nothing speaks against 1."""
        dim = self.find(dim)
        return dim == 1 or (self.is_free(dim) and dim not in self.large)

    def can_unify(self, a: Dim, b: Dim) -> bool:
        """Whether the two could be the same size."""
        with self.attempt():
            return self.unify(a, b)

    def unify(self, a: Dim, b: Dim) -> bool:
        """Make the two one; False, and nothing changed, when they cannot be."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if self.is_free(a) and self.is_free(b):
            # Keep the name that a reader knows.
            if str(b).startswith("?") and not str(a).startswith("?"):
                a, b = b, a
            return self._bind(a, b)
        if self.is_free(a):
            return self._bind(a, b)
        if self.is_free(b):
            return self._bind(b, a)
        return self._solve(a, b)

    def _solve(self, a: Dim, b: Dim) -> bool:
        """Settle the one unknown size of a sum: in n = m + (n − 1), m is 1."""
        gap = plus(a, b, -1)
        if not isinstance(gap, tuple):
            return False
        open_ = [(name, count) for name, count in gap[1] if name.startswith("?") and self.is_free(name)]
        if len(open_) != 1 or abs(open_[0][1]) != 1:
            return False
        name, count = open_[0]
        value = plus(name, gap, -count)
        if isinstance(value, int) and value < 1:
            return False
        return self._bind(name, value)

    def make_one(self, dim: Dim) -> bool:
        """Settle a free name as 1, also where it was thought to stand for more."""
        dim = self.find(dim)
        if isinstance(dim, str) and self.is_free(dim):
            self.large.discard(dim)
        return self.unify(dim, 1)

    def guess_one(self, dim: Dim) -> None:
        """Settle a dimension as 1 because nothing says otherwise."""
        found = self.find(dim)
        if isinstance(found, str) and self.unify(found, 1):
            self.guessed.add(found)

    def is_guess(self, dim: Dim) -> bool:
        """Whether it is 1 only because nothing says otherwise."""
        while isinstance(dim, str):
            if dim in self.guessed and self.find(dim) == 1:
                return True
            if dim not in self.bound:
                return False
            dim = self.bound[dim]
        return False

    def take_as(self, name: str, size: int) -> None:
        """Let a size of its own be this number, until it is forgotten."""
        if self.find(name) == name:
            self._bind(name, size)

    def unify_all(self, *pairs: tuple[Dim, Dim]) -> bool:
        """Make each pair one, as far as it goes; True when all could be."""
        done = True
        for a, b in pairs:
            done = self.unify(a, b) and done
        return done

    def _bind(self, name: Dim, dim: Dim) -> bool:
        assert isinstance(name, str)
        if name in self.large:
            if dim == 1:
                return False
            if self.is_free(dim):
                assert isinstance(dim, str)
                self._add(self.large, dim)
        if isinstance(dim, tuple) and any(part == name for part, _ in dim[1]):
            return False
        self.bound[name] = dim
        self.trail.append((self.bound, name))
        return True

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Forget on leaving what was learnt inside."""
        mark = len(self.trail)
        try:
            yield
        finally:
            self.undo(mark)

    def undo(self, mark: int) -> None:
        """Forget everything learnt since the trail was `mark` long."""
        while len(self.trail) > mark:
            where, name = self.trail.pop()
            if isinstance(where, dict):
                del where[name]
            else:
                where.discard(name)

    def show(self, dim: Dim) -> str:
        """The dimension as a reader would write it."""
        dim = self.find(dim)
        if isinstance(dim, int):
            return str(dim)
        if isinstance(dim, str):
            return dim.lstrip("?") if not dim.startswith("?") else "?" + dim.lstrip("?0123456789")
        terms = sorted(dim[1], key=lambda term: term[1] < 0)  # h − d, not −d + h
        parts = [{1: "", -1: "-"}.get(c, str(c)) + name for name, c in terms]
        if dim[2]:
            parts.append(str(dim[2]))
        return "+".join(parts).replace("+-", "−")
