"""The house: what lies at its door, and how light it is to enter."""

import subprocess
import sys
from pathlib import Path

import mlp_theory

ROOT = Path(mlp_theory.__file__).parent.parent


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
