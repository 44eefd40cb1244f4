"""The command line: what it prints, where it writes, and how it fails."""

import os
import subprocess
import sys
from importlib.metadata import entry_points

import pytest

from mlp_theory.cli import main


def run(*arguments):
    return subprocess.run([sys.executable, "-m", "mlp_theory", *arguments], capture_output=True, text=True, check=False)


# ------------------------------------------------------------------ gradcheck


def test_gradcheck_prints_a_row_a_parameter_and_succeeds(capsys):
    assert main(["gradcheck", "--units", "6", "5", "3", "--samples", "4"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[2:6]] == [["1", "W"], ["1", "b"], ["2", "W"], ["2", "b"]]
    assert "4 of 4 gradients right" in lines[-1]


@pytest.mark.parametrize(
    "options",
    [["--activation", "tanh", "--init", "lecun"], ["--regression", "--l2", "0.1"], ["--units", "4", "3", "1"]],
    ids=str,
)
def test_gradcheck_checks_other_networks(options, capsys):
    assert main(["gradcheck", "--units", "6", "5", "3", *options]) == 0


def test_gradcheck_fails_with_exit_code_one_when_a_gradient_is_wrong(monkeypatch, capsys):
    from mlp_theory.network import ReLU

    monkeypatch.setattr(ReLU, "derivative", lambda self, Z: 1.01 * (Z > 0))
    assert main(["gradcheck", "--units", "6", "5", "3"]) == 1
    printed = capsys.readouterr().out
    assert "of layer 1: not the gradient" in printed
    assert "2 of 4 gradients right" in printed


def test_gradcheck_draws_its_table(tmp_path, capsys):
    path = tmp_path / "check.svg"
    assert main(["gradcheck", "--units", "3", "2", "--plot", str(path)]) == 0
    assert b"<svg" in path.read_bytes()
    assert str(path) in capsys.readouterr().out


# ------------------------------------------------------------------ train


@pytest.mark.parametrize("data", ["moons", "circles", "blobs", "spirals", "digits"])
def test_train_tells_train_and_test_and_draws(data, tmp_path, capsys):
    path = tmp_path / "p.png"
    assert main(["train", "--data", data, "--units", "8", "--epochs", "5", "--plot", str(path)]) == 0
    printed = capsys.readouterr().out
    for word in ("data   ", "model  ", "History: 5 epochs", "train  loss", "test   loss"):
        assert word in printed
    assert path.read_bytes().startswith(b"\x89PNG")


def test_train_learns(capsys):
    main(["train", "--data", "circles", "--epochs", "300", "--noise", "0.05"])
    accuracy = float(capsys.readouterr().out.splitlines()[-1].split()[-1].rstrip("%"))
    assert accuracy >= 98


def test_the_same_seed_prints_the_same(capsys):
    def accuracies(seed):
        main(
            [
                "train",
                "--data",
                "moons",
                "--epochs",
                "3",
                "--optimizer",
                "sgd",
                "--momentum",
                "0.9",
                "--lr",
                "0.05",
                "--seed",
                seed,
            ]
        )
        return capsys.readouterr().out.splitlines()[-2:]

    assert accuracies("4") == accuracies("4") != accuracies("5")


def test_train_without_hidden_units_is_linear(capsys):
    assert main(["train", "--data", "moons", "--units", "--epochs", "2"]) == 0
    assert "NNClassifier([2, 2]" in capsys.readouterr().out


def test_train_reads_mnist_from_a_folder(tmp_path, capsys):
    from tests.test_datasets import write_mnist

    write_mnist(tmp_path)
    options = ["--epochs", "2", "--dtype", "float32", "--plot", str(tmp_path / "p.pdf")]
    assert main(["train", "--data", "mnist", "--mnist-dir", str(tmp_path), *options]) == 0
    assert "5 columns to train, 3 to test" in capsys.readouterr().out


# ------------------------------------------------------------------ how it fails


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["gradcheck", "--units", "5"], "at least two numbers"),
        (["gradcheck", "--units", "5", "2", "--samples", "1"], "n >= 2"),
        (["gradcheck", "--units", "5", "2", "--tolerance", "7"], "tolerance"),
        (["train", "--data", "moons", "--lr", "-1"], "lr"),
        (["train", "--data", "moons", "--lr", "1e200", "--optimizer", "sgd"], "diverged at step"),
        (["train", "--data", "moons", "--l2", "nan"], "l2"),
        (["train", "--data", "moons", "--samples", "3"], "several examples a class"),
        (["train", "--data", "mnist", "--mnist-dir", "/nowhere"], "no such folder"),
        (["train", "--data", "moons", "--momentum", "1.5", "--optimizer", "sgd"], "momentum"),
        (["train", "--data", "moons", "--momentum", "0.9"], "--momentum for --optimizer sgd"),
        (["train", "--data", "digits", "--samples", "30"], "--samples for --data moons or circles or blobs or spirals"),
        (["train", "--data", "blobs", "--noise", "3"], "--noise for --data moons or circles or spirals"),
        (["train", "--data", "moons", "--mnist-dir", "."], "--mnist-dir for --data mnist"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_one_clear_error_and_exit_code_two(arguments, says, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith(f"mlp-theory {arguments[0]}: ")
    assert says in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "COMMAND"),
        (["fly"], "invalid choice"),
        (["train"], "--data"),
        (["train", "--data", "cats"], "invalid choice"),
        (["train", "--data", "moons", "--units", "0"], "at least 1"),
        (["train", "--data", "moons", "--epochs", "x"], "whole number"),
        (["train", "--data", "moons", "--plot", "p.gif"], "ends in .png"),
        (["train", "--data", "moons", "--plot", "/nowhere/p.png"], "no folder"),
        (["train", "--data", "moons", "--plot", "{tmp}/folder.png"], "cannot write"),
        (["train", "--data", "moons", "--seed", "-1"], "whole number"),
        (["gradcheck", "--activation", "swish"], "invalid choice"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_read_is_refused_before_any_work(arguments, says, capsys, tmp_path):
    (tmp_path / "folder.png").mkdir()
    arguments = [argument.format(tmp=tmp_path) for argument in arguments]
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert says in capsys.readouterr().err


def test_an_interrupt_is_no_traceback(monkeypatch, capsys):
    def interrupted(options):
        raise KeyboardInterrupt

    monkeypatch.setattr("mlp_theory.commands.gradcheck.run", interrupted)
    assert main(["gradcheck"]) == 130
    assert capsys.readouterr().err == "mlp-theory gradcheck: interrupted\n"


def shell(command, **environment):
    script = f"set -o pipefail; {command.replace('mlp-theory', f'{sys.executable} -m mlp_theory')}"
    return subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def test_a_reader_that_goes_away_is_no_traceback():
    done = shell("mlp-theory gradcheck --units 6 5 3 | head -n 1")
    assert done.stdout.startswith("gradient check")
    assert done.stderr == ""


@pytest.mark.parametrize("to", ["| true", "> /dev/null", ">&-", "2>&-"])
@pytest.mark.parametrize(("tolerance", "code"), [("1e-4", 0), ("1e-14", 1)])
def test_the_verdict_survives_where_nobody_reads_it(to, tolerance, code):
    done = shell(f"mlp-theory gradcheck --units 3 2 --tolerance {tolerance} {to}")
    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["gradcheck --units 3 2", "train --help"])
def test_a_terminal_without_mathematics_is_no_traceback(command):
    done = shell(f"mlp-theory {command}", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")


def test_it_is_installed_under_its_name_and_runs_as_a_module():
    (script,) = entry_points(group="console_scripts", name="mlp-theory")
    assert script.load() is main
    done = run("--version")
    assert done.stdout.startswith("mlp-theory 0")
    assert done.returncode == 0


@pytest.mark.parametrize("command", ["tour", "train", "gradcheck", "check"])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert f"usage: mlp-theory {command}" in capsys.readouterr().out
