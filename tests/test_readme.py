"""The README runs: its Python in order, its commands, and its promises about what they print."""

import re
import shlex
from pathlib import Path

import pytest

from mlp_theory.cli import build_parser, main
from mlp_theory.texts.verdicts.kinds import KINDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for line in README.splitlines() if line.startswith("mlp-theory ")]


def test_the_python_of_the_readme_runs_and_prints_what_it_says(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {}
    blocks = re.findall(r"```python\n(.*?)```", README, re.S)
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)
    printed = capsys.readouterr().out
    (promise,) = re.findall(r"It prints `(.*?)`", README, re.S)
    assert len(blocks) == 8
    assert "(6.8)   Δₗ = (Wₗ₊₁ᵀ Δₗ₊₁) ⊙ fₗ′(Zₗ)" in printed
    assert str(names["g"][names["W_1"]]) == "Δ₁ Xᵀ + λ W₁"
    assert names["g"].check().ok
    assert [v.verdict for v in names["checked"].files[0].verdicts][-2:] == ["holds", "false"]
    assert " ".join(promise.split()) in printed
    assert "6 of 6 gradients right" in printed
    assert names["history"].loss[-1] < 0.1
    assert names["model"].evaluate(names["test_rows"].T, names["test_t"]).accuracy > 0.9
    assert (tmp_path / "moons.png").is_file()
    assert [text.get_text() for text in names["ax"].get_legend().get_texts()] == ["upper moon", "lower moon"]


# The network of the article has 57,600 parameters to check.
@pytest.mark.parametrize("line", [pytest.param(c, marks=pytest.mark.sweep if "500" in c else ()) for c in COMMANDS])
def test_the_commands_of_the_readme_can_be_typed(line, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "derivations").symlink_to(ROOT / "derivations")
    arguments = shlex.split(line)[1:]
    build_parser().parse_args(arguments)
    if "mnist" not in arguments:  # its files are not ours to ship
        assert main(arguments) == 0


@pytest.mark.parametrize("kind", KINDS, ids=repr)
def test_every_kind_of_verdict_is_explained_with_its_exit_code(kind):
    (code,) = re.findall(rf"^\|[^|]*`{kind.counted}`[^|]*\|[^|]+\| (\d) \|$", README, re.M)
    assert int(code) == kind.exit_code


PAGES = [
    Path("README.md"),
    *(p.relative_to(ROOT) for room in ("derivations", "notebooks") for p in (ROOT / room).glob("*.md")),
]


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)\)", text)
    missing = [t for t in targets if "://" not in t and not ((ROOT / page).parent / t).exists()]
    assert not missing


def test_the_readme_tells_the_counts_as_they_are():
    from tests.verify.faulty import SLIPS

    words = {17: "seventeen", 18: "eighteen", 19: "nineteen"}
    assert f"{words[len(SLIPS)]} planted slips" in README
