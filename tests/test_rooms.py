"""The rooms of the package: who may look into which, and no circle anywhere, not even of imports for annotations."""

from pathlib import Path

import pytest

import mlp_theory
from tests.module_graph import circle_in, graph_of

PACKAGE = Path(mlp_theory.__file__).parent
GRAPH = graph_of(PACKAGE)

MAY_IMPORT = {
    "errors": set(),
    "symbolic": {"errors"},
    "texts": {"errors", "symbolic"},
    "network": {"errors"},
    "training": {"errors", "network"},
    "verify": {"errors", "symbolic", "texts", "network", "training"},
    "datasets": {"errors"},
    "plots": {"errors"},  # takes a predict function, not a model
    # The doors: what a user calls. They may look everywhere.
    "commands": {"errors", "symbolic", "texts", "network", "training", "verify", "datasets", "plots", "__init__"},
    "cli": {"errors", "commands", "__init__"},
    "__main__": {"cli"},
    "__init__": {"network", "training", "verify", "plots", "texts"},
}


def room_of(module):
    """The folder or file of the package that a module belongs to."""
    _, *inside = module.split(".")
    return inside[0] if inside else "__init__"


def strangers(module, graph):
    """Lines of a module that import a room which its own may not import."""
    allowed = {room_of(module), *MAY_IMPORT[room_of(module)]}
    return [
        f"{module}:{line} imports {other}" for other, line in graph[module].items() if room_of(other) not in allowed
    ]


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_looks_only_where_it_may(room):
    assert not [line for module in GRAPH if room_of(module) == room for line in strangers(module, GRAPH)]


def test_every_room_is_in_the_table():
    assert {room_of(module) for module in GRAPH} == set(MAY_IMPORT)


def test_no_modules_import_each_other_in_a_circle():
    """An `__init__` counts where something is imported from it, not where an import only passes through it."""
    assert circle_in(GRAPH) == []


def test_the_import_of_another_room_would_be_seen(tmp_path):
    """The table's own check: a forbidden import is found, also inside a function."""
    package = tmp_path / "mlp_theory"
    for name in ("__init__", "network/__init__", "verify"):
        path = package / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (package / "errors.py").write_text(
        "import mlp_theory.network\ndef f():\n    from mlp_theory import verify, Linear\n", encoding="utf-8"
    )
    assert strangers("mlp_theory.errors", graph_of(package)) == [
        "mlp_theory.errors:1 imports mlp_theory.network",
        "mlp_theory.errors:3 imports mlp_theory.verify",
        "mlp_theory.errors:3 imports mlp_theory",
    ]
