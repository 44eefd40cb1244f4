"""The rooms of texts/: which may look into which, so that a page goes one way through them, and never in a circle."""

from pathlib import Path

import pytest

import mlp_theory
from tests.module_graph import circle_in, graph_of

GRAPH = graph_of(Path(mlp_theory.__file__).parent)
TEXTS = "mlp_theory.texts"

READS = {"syntax", "latex", "shapes", "symbols"}

MAY_IMPORT = {
    "source": set(),
    "syntax": set(),
    "reports": set(),
    "latex": {"syntax"},
    "shapes": {"syntax"},
    "symbols": {"syntax", "shapes"},
    "items": {"source", "syntax", "latex", "symbols"},
    "judging": {"symbols"},
    "reading": READS,
    "conventions": {"source", "syntax", "symbols", "items"},
    "collecting": READS | {"source", "reading", "items", "conventions"},
    "claims": READS | {"reading", "items", "collecting", "judging", "reports"},
    "resolving": {"source", "syntax", "symbols", "items", "conventions", "collecting", "reports", "claims"},
    # What a user calls: a page, a cell, the chapters, a function held against an equation.
    "settings": {"source"},
    "demands": {"source", "syntax", "latex", "items", "reports", "claims"},
    "checker": {
        "source", "latex", "items", "conventions", "collecting", "judging", "reports", "claims", "settings", "demands",
    },
    "check": {"source", "items", "conventions", "reports", "resolving", "settings", "checker"},
    "magic": {"reports", "check"},
    "chapters": {"source", "syntax", "items"},
    "implementing": {
        "source", "syntax", "shapes", "symbols", "items", "reading", "judging", "claims", "settings", "checker",
    },
    "": {"reports", "implementing", "check"},
}  # fmt: skip
"""Beside these every room may import `verdicts`, the kinds and reasons; they import nothing of texts/."""


def room_of(module):
    """The folder or file of texts/ that a module belongs to; "" of texts/ itself."""
    return module.removeprefix(TEXTS).lstrip(".").split(".")[0]


def strangers(module, graph, may_import):
    """Lines of a module that import a room which its own may not import."""
    room = room_of(module)
    allowed = {room, "verdicts", *may_import.get(room, ())} if room != "verdicts" else {room}
    return [
        f"{module.removeprefix(TEXTS)}:{line} imports {other.removeprefix(TEXTS)}"
        for other, line in graph[module].items()
        if other.startswith(f"{TEXTS}.") and room_of(other) not in allowed
    ]


MODULES = [module for module in GRAPH if module.startswith(TEXTS)]


@pytest.mark.parametrize("room", sorted({room_of(module) for module in MODULES}), ids=lambda room: room or "texts")
def test_a_room_looks_only_where_it_may(room):
    assert not [line for module in MODULES if room_of(module) == room for line in strangers(module, GRAPH, MAY_IMPORT)]


def test_no_room_may_look_where_it_never_does():
    looks = {room: set() for room in MAY_IMPORT}
    for module in MODULES:
        looks.get(room_of(module), set()).update(room_of(other) for other in GRAPH[module] if other.startswith(TEXTS))
    assert not {room: unused for room in MAY_IMPORT if (unused := MAY_IMPORT[room] - looks[room])}


def test_every_room_has_a_row():
    assert {room_of(module) for module in MODULES} <= {"verdicts", *MAY_IMPORT}


def test_the_rooms_stand_in_an_order():
    """A row names rooms above it only: what comes later in the table is never asked by what comes before."""
    rooms = list(MAY_IMPORT)
    assert not [
        (room, other) for room in rooms for other in MAY_IMPORT[room] if rooms.index(other) >= rooms.index(room)
    ]


def test_no_modules_import_each_other_in_a_circle():
    assert circle_in({module: GRAPH[module] for module in MODULES}) == []


@pytest.mark.parametrize(
    "source",
    [
        "from mlp_theory.texts.reading import sums\n",
        "def f():\n    from mlp_theory.texts.reading.sums import Sums\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import mlp_theory.texts.reading.sums\n",
    ],
    ids=["at the top", "in a function", "for the type checker"],
)
def test_the_table_itself_is_checked_first(source, tmp_path):
    """A forbidden import is seen wherever it stands, and two that import each other are a circle."""
    for room, text in {"syntax": source, "reading": "from mlp_theory.texts.syntax import sums\n"}.items():
        path = tmp_path / "mlp_theory" / "texts" / room / "sums.py"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    graph = graph_of(tmp_path / "mlp_theory")
    syntax, reading = "mlp_theory.texts.syntax.sums", "mlp_theory.texts.reading.sums"
    line = len(source.splitlines())
    assert strangers(syntax, graph, MAY_IMPORT) == [f".syntax.sums:{line} imports .reading.sums"]
    assert strangers(reading, graph, MAY_IMPORT) == []
    assert sorted(set(circle_in(graph))) == [reading, syntax]
