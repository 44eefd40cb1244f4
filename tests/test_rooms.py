"""The rooms: who may look into which, folder by folder, and no circle, not even of imports for annotations."""

import ast
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import mlp_theory

PACKAGE = Path(mlp_theory.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

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
"""Of the whole package."""

SYMBOLIC = {
    ".": set(),  # the language and its evaluator
    "calculus/operations": {".", "calculus/algebra", "calculus/table"},
    "calculus/laws": {".", "calculus/algebra", "calculus/table"},
    "calculus/writing": {".", "calculus/algebra", "calculus/table"},
    "calculus/code": {
        ".", "calculus/algebra", "calculus/table", "calculus/simplify", "calculus/line", "calculus/worked",
        "calculus/writing",
    },
    "calculus/entries": {
        ".", "calculus/algebra", "calculus/simplify", "calculus/line", "calculus/sweep", "calculus/worked",
        "calculus/numbers", "calculus/checking", "calculus/page", "calculus/operations", "calculus/laws",
        "calculus/writing",
    },
    "calculus/own": {
        ".", "calculus/algebra", "calculus/table", "calculus/expression", "calculus/pushforward",
        "calculus/operations", "calculus/writing",
    },
    "calculus": {".", "calculus/laws", "calculus/writing", "calculus/code", "calculus/entries"},
    "calculus/__init__": {"calculus/operations"},
    # The door.
    "__init__": {".", "calculus", "calculus/own"},
}  # fmt: skip
"""Inside symbolic/: of each folder, and of a file with a row of its own, the folders and files that it may import."""

TEXTS = {
    "source": set(),
    "syntax": set(),
    "reports": set(),
    "latex": {"syntax"},
    "shapes": {"syntax"},
    "symbols": {"syntax", "latex", "shapes"},
    "items": {"source", "syntax", "latex", "symbols"},
    "judging": {"symbols"},
    "reading": {"syntax", "latex", "shapes", "symbols"},
    "conventions": {"source", "syntax", "latex", "symbols", "items"},
    "collecting": {"source", "syntax", "latex", "shapes", "symbols", "reading", "items", "conventions"},
    "claims": {
        "syntax", "latex", "shapes", "symbols", "reading", "items", "collecting", "judging", "reports",
    },
    "settings": {"source"},
    "checker": {
        "source", "syntax", "latex", "items", "conventions", "collecting", "judging", "claims", "reports", "settings",
    },
    "implementing": {
        "source", "syntax", "shapes", "symbols", "reading", "items", "judging", "claims", "settings", "checker",
    },
    # The doors.
    "check": {"source", "items", "reports", "settings", "checker"},
    "magic": {"reports", "check"},
    "chapters": {"source", "syntax", "items"},
    "__init__": {"reports", "implementing", "check"},
}  # fmt: skip
"""Inside texts/."""

WITHIN = {"symbolic": SYMBOLIC, "texts": TEXTS}


def name_of(path):
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): path for path in FILES}


def imports_of(source):
    """Our modules that a source imports, at its top, inside a function or for annotations alone; and where."""
    for node in ast.walk(ast.parse(source)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno} imports relatively"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            module = name if name in MODULES else name.rpartition(".")[0]
            if module in MODULES:
                yield module, node.lineno


@cache
def imported_by(path):
    return tuple(imports_of(path.read_text(encoding="utf-8")))


def place_in(table, folder, path):
    """The row that a file belongs to: one of its own, or that of its folder."""
    own = path.relative_to(folder).with_suffix("").as_posix()
    return own, own if own in table else path.parent.relative_to(folder).as_posix()


def looks_elsewhere(table, folder, path):
    """Imports inside a folder that the table does not allow."""
    _, row = place_in(table, folder, path)
    for module, line in imported_by(path):
        if MODULES[module].is_relative_to(folder):
            own, other = place_in(table, folder, MODULES[module])
            if row != other and not {own, other} & table[row]:
                yield f"{path.name}:{line} imports {module}"


def room_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def circle_in(graph):
    """Modules that import each other in a circle, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return error.args[1]
    return []


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_looks_only_where_it_may(path):
    room = room_of(path)
    others = [(room_of(MODULES[module]), line) for module, line in imported_by(path)]
    wrong = [f"{path.name}:{line} imports {other}" for other, line in others if other not in {room, *MAY_IMPORT[room]}]
    assert not wrong


@pytest.mark.parametrize(
    "path", [path for path in FILES if room_of(path) in WITHIN], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_a_folder_looks_only_where_it_may(path):
    room = room_of(path)
    assert not list(looks_elsewhere(WITHIN[room], PACKAGE / room, path))


def test_no_import_goes_in_a_circle():
    """A package's `__init__` counts where something is imported from it, not where one passes through it."""
    graph = {name: {module for module, _ in imported_by(path)} for name, path in MODULES.items()}
    assert not circle_in(graph)


def test_every_room_is_in_the_table():
    assert {room_of(path) for path in FILES} == set(MAY_IMPORT)


@pytest.mark.parametrize("room", WITHIN)
def test_every_folder_is_in_the_table_of_its_room(room):
    files = [path for path in FILES if room_of(path) == room]
    assert {place_in(WITHIN[room], PACKAGE / room, path)[1] for path in files} == set(WITHIN[room])


def test_the_import_of_another_room_would_be_seen():
    """It is found inside a function too, and where it is for annotations alone."""
    source = (
        "import mlp_theory.network\n"
        "if TYPE_CHECKING:\n"
        "    from mlp_theory.symbolic.world import Frame\n"
        "def f():\n"
        "    from mlp_theory import verify, Linear\n"
    )
    assert list(imports_of(source)) == [
        ("mlp_theory.network", 1),
        ("mlp_theory.symbolic.world", 3),
        ("mlp_theory.verify", 5),
        ("mlp_theory", 5),
    ]


def test_a_folder_that_looks_elsewhere_would_be_seen():
    """The table's own check: forbid the calculus its laws, and simplify.py, which is made of them, is found."""
    table = {**SYMBOLIC, "calculus": SYMBOLIC["calculus"] - {"calculus/laws"}}
    folder = PACKAGE / "symbolic"
    wrong = list(looks_elsewhere(table, folder, folder / "calculus" / "simplify.py"))
    assert wrong
    assert all("imports mlp_theory.symbolic.calculus.laws" in found for found in wrong)


def test_a_circle_would_be_seen():
    assert set(circle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}
    assert not circle_in({"a": {"b", "c"}, "b": {"c"}})
