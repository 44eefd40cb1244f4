"""Letters of guessed shape, taken otherwise for a while: a number as a column, rows that are open as 1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from mlp_theory.symbolic import Dim
from mlp_theory.symbolic.dimensions import SizeOf
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.symbols.records import Info


@contextmanager
def as_columns(bench: Bench, letters: Sequence[Info]) -> Iterator[None]:
    """Let some letters be columns of one size for a while, and no numbers."""
    with bench.page.dims.attempt():
        rows = bench.page.dims.fresh(SizeOf("rows", letters[0].show), large=True)
        with _of_shapes(bench, [(info, rows, 1) for info in letters]):
            yield


@contextmanager
def otherwise(bench: Bench, letters: Sequence[Info], rows: bool, columns: bool) -> Iterator[bool]:
    """Let the guessed rows, or columns, of some letters be 1 where they are more, and more where they are 1."""
    dims = bench.page.dims
    more: dict[Dim, Dim] = {}

    def other(size: Dim, side: str, changes: bool, info: Info) -> Dim:
        if not changes or not (dims.is_guess(size) or dims.open_sizes(size)):
            return size
        if not dims.is_one(size):
            return 1
        return more.setdefault(size, dims.fresh(SizeOf(side, info.show), large=True))

    with dims.attempt():
        shapes = [(i, other(i.r, "rows", rows, i), other(i.c, "columns", columns, i)) for i in letters]
        with _of_shapes(bench, shapes):
            yield any((info.r, info.c) != (r, c) for info, r, c in shapes)


@contextmanager
def _of_shapes(bench: Bench, shapes: Sequence[tuple[Info, Dim, Dim]]) -> Iterator[None]:
    """Let letters have these rows and columns, for a while."""
    page = bench.page
    before = {info.key: page.infos.get(info.key) for info, _, _ in shapes}
    bench.judge.draws.forget()
    for info, rows, columns in shapes:
        page.infos[info.key] = replace(info, r=rows, c=columns, weak=False)
    try:
        yield
    finally:
        for key, info in before.items():
            if info is None:
                page.infos.pop(key, None)
            else:
                page.infos[key] = info
        bench.judge.draws.forget()
