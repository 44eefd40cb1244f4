"""The folders of symbolic/: which may look into which, so that the language knows nothing of the calculus above it."""

from pathlib import Path

import pytest

import mlp_theory
from tests.module_graph import graph_of

GRAPH = graph_of(Path(mlp_theory.__file__).parent)
SYMBOLIC = "mlp_theory.symbolic"

SPOKEN = {"the language", "calculus.algebra", "calculus.table"}
"""What every folder of the calculus needs to speak of expressions."""

MAY_IMPORT = {
    "the language": set(),
    "calculus.operations": SPOKEN | {"calculus.applied"},
    "calculus.laws": SPOKEN,
    "calculus.writing": SPOKEN,
    "calculus.code": SPOKEN | {"calculus.writing", "calculus.simplify", "calculus.line", "calculus.worked"},
    "calculus.entries": SPOKEN | {
        "calculus.operations", "calculus.laws", "calculus.writing", "calculus.simplify", "calculus.line",
        "calculus.worked", "calculus.applied", "calculus.sweep", "calculus.numbers", "calculus.checking",
        "calculus.derivation_page",
    },
    "functions": {"the language", "calculus.expression", "calculus.applied"},
    "calculus": {
        "the language", "functions", "calculus.operations", "calculus.laws", "calculus.writing", "calculus.code",
        "calculus.entries",
    },
    "calculus.own": SPOKEN | {
        "calculus.operations", "calculus.writing", "calculus.expression", "calculus.applied",
        "calculus.pushforward",
    },
    "the door": {"the language", "functions", "calculus", "calculus.own"},
}  # fmt: skip
"""Of each folder, the folders above it that it may import, and the files of the calculus."""


def place_of(module):
    return module.removeprefix(SYMBOLIC).removeprefix(".") or "the door"


def folder_of(module):
    """The row that a module belongs to; files beside the doors, `__init__` and `engine`, are the language."""
    place = place_of(module).replace("engine", "the door")
    return place if place in MAY_IMPORT else place.rpartition(".")[0] or "the language"


def strangers(module, graph, may_import=MAY_IMPORT):
    """Lines of a module that import what its folder may not import."""
    folder = folder_of(module)
    allowed = {folder, *may_import[folder]}
    return [
        f"{place_of(module)}:{line} imports {place_of(other)}"
        for other, line in graph[module].items()
        if other.startswith(SYMBOLIC) and not {place_of(other), folder_of(other)} & allowed
    ]


MODULES = [module for module in GRAPH if module.startswith(SYMBOLIC)]


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_a_folder_looks_only_where_it_may(folder):
    assert not [line for module in MODULES if folder_of(module) == folder for line in strangers(module, GRAPH)]


def test_every_folder_has_a_row():
    assert {folder_of(module) for module in MODULES} == set(MAY_IMPORT)


def test_the_folders_stand_in_an_order():
    """A row names rows above it only."""
    rows = list(MAY_IMPORT)
    assert not [(row, other) for k, row in enumerate(rows) for other in MAY_IMPORT[row] if other in rows[k:]]


@pytest.mark.parametrize(
    ("module", "other"),
    [
        ("world", "calculus.table"),
        ("calculus.laws.sums", "calculus.derivation"),
        ("calculus.writing.writer", "calculus.code.names"),
        ("calculus.derivation", "calculus.own.registry"),
        ("calculus.line", ""),
    ],
)
def test_the_table_itself_is_checked_first(module, other):
    """An import that leads up is seen, also that of the door."""
    module, other = (f"{SYMBOLIC}.{name}".rstrip(".") for name in (module, other))
    assert strangers(module, {module: {other: 3}}) == [f"{place_of(module)}:3 imports {place_of(other)}"]
