"""The house: who may look into which room, what lies at its door, and how light it is to enter."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import mlp_theory

PACKAGE = Path(mlp_theory.__file__).parent
ROOT = PACKAGE.parent

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


def room_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path):
    """The rooms that a file imports from, at its top or inside a function, and where."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path.name}:{node.lineno} imports relatively"
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        for module in modules:
            if module == "mlp_theory" or module.startswith("mlp_theory."):
                for name in [a.name for a in node.names] if module == "mlp_theory" else [module.split(".")[1]]:
                    yield (name if name in MAY_IMPORT else "__init__"), node.lineno


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_looks_only_where_it_may(path):
    room = room_of(path)
    wrong = [
        f"{path.name}:{line} imports {other}"
        for other, line in imports_of(path)
        if other not in {room, *MAY_IMPORT[room]}
    ]
    assert not wrong


def test_every_room_is_in_the_table():
    rooms = {room_of(path) for path in PACKAGE.rglob("*.py")}
    assert rooms == set(MAY_IMPORT)


def test_the_import_of_another_room_would_be_seen(tmp_path):
    """The table's own check: a forbidden import is found, also inside a function."""
    source = tmp_path / "x.py"
    source.write_text("import mlp_theory.network\ndef f():\n    from mlp_theory import verify\n")
    assert list(imports_of(source)) == [("network", 1), ("verify", 3)]


def test_heavy_libraries_are_imported_when_they_are_used():
    code = (
        "import sys, mlp_theory; print([m for m in ('matplotlib', 'sklearn', 'scipy', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_public_names_exist_and_are_documented():
    for name in mlp_theory.__all__:
        assert getattr(mlp_theory, name).__doc__, name


def names_at_the_top():
    """Those that git knows; without git, or in an unpacked archive, all that are not to be ignored."""
    try:
        done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
        return {name.split("/")[0] for name in done.stdout.splitlines()}
    except (OSError, subprocess.CalledProcessError):
        ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()}
        return {path.name for path in ROOT.iterdir()} - ignored


def test_only_the_agreed_names_lie_at_the_top():
    agreed = {
        "pyproject.toml",
        "README.md",
        "mlp_theory",
        "tests",
        "notebooks",
        "derivations",
        "Makefile",
        "LICENSE",
        "CHANGELOG.md",
    }
    assert {name for name in names_at_the_top() if not name.startswith(".")} == agreed


def test_without_git_the_folder_itself_is_listed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    names = names_at_the_top()
    assert {"pyproject.toml", "README.md", "mlp_theory", "tests"} <= names
    assert ".venv" not in names
    assert "out" not in names
