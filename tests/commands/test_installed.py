"""The package away from its repository: built as a wheel, installed into a new environment, used in an empty folder."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
PAGE = r"Let $x \in \mathbb{R}^d$. $$\ell = x^\top x$$ $$\frac{\partial \ell}{\partial x} = CLAIM$$"


def ran(*command, cwd):
    """What a command prints that succeeds, without the paths that the tests themselves run with."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def scripts(tmp_path_factory):
    """The folder of the commands of a new environment with the wheel in it.

    Its dependencies are those of this environment, by a path behind its own; what is installed here in place is not
    among them, since the lines of path files count only in an environment's own folder.
    """
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    ran(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("mlp_theory-*.whl")
    venv.create(folder / "env", symlinks=os.name != "nt")
    paths = sysconfig.get_paths("venv", vars={"base": str(folder / "env"), "platbase": str(folder / "env")})
    python = Path(paths["scripts"]) / Path(sys.executable).name
    ran(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    here = sysconfig.get_paths()
    lines = dict.fromkeys([here["purelib"], here["platlib"]])
    (Path(paths["purelib"]) / "dependencies.pth").write_text("\n".join(lines), encoding="utf-8")
    found = ran(python, "-c", "import mlp_theory; print(mlp_theory.__file__)", cwd=folder)
    assert Path(found.strip()) == Path(paths["purelib"]) / "mlp_theory" / "__init__.py"
    return Path(paths["scripts"])


@pytest.fixture
def mlp_theory(scripts, tmp_path):
    """The installed command, in an empty folder."""

    def run(*arguments):
        return ran(scripts / "mlp-theory", *arguments, cwd=tmp_path)

    return run


def test_it_checks_a_page(mlp_theory, tmp_path):
    (tmp_path / "page.md").write_text(PAGE.replace("CLAIM", "2x"), encoding="utf-8")
    found = json.loads(mlp_theory("check", "page.md", "--format", "json"))
    assert (found["counts"]["holds"], found["counts"]["false"]) == (1, 0)


def test_it_explains_code_and_equations(mlp_theory):
    assert "(6.9)" in mlp_theory("explain", "NNClassifier.backward")
    assert "perceptron.py" in mlp_theory("explain", "6.9")


def test_it_writes_the_exercises(mlp_theory, tmp_path):
    mlp_theory("exercises", "--out", "mine")
    written = sorted((tmp_path / "mine").glob("*.ipynb"))
    assert [path.stem for path in written] == [path.stem for path in sorted((ROOT / "notebooks").glob("[0-9]*.py"))]
    assert all(nbformat.read(path, as_version=4).cells for path in written)


@pytest.mark.sweep
def test_it_makes_the_tour(mlp_theory, tmp_path):
    told = mlp_theory("tour")
    assert all(path.name in told for path in (ROOT / "derivations").glob("[0-9]*.md"))
    assert (tmp_path / "out" / "index.html").is_file()
