"""The main job: check the gradients, train on moons and on real digits, draw the figures, write a page."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np

from mlp_theory.commands import tour_page
from mlp_theory.commands.gradcheck import ARTICLE_UNITS, check_random_batch
from mlp_theory.commands.options import say
from mlp_theory.commands.tour_page_parts import Chapter, find_notebooks
from mlp_theory.datasets import Dataset, digits, moons
from mlp_theory.network import NNClassifier, ReLU
from mlp_theory.training import History, fit
from mlp_theory.verify import GradientReport

FOLDS = 5
SEEDS = 20


class Run(NamedTuple):
    """One network, what it was trained on, and how it went."""

    model: NNClassifier
    data: Dataset
    history: History
    accuracy: float


class Digits(NamedTuple):
    """The digits, P from networks that had not seen them, (10, n), each fold's accuracy, the last course."""

    data: Dataset
    P: np.ndarray
    accuracies: list[float]
    history: History


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``tour``."""
    parser.add_argument(
        "--out", type=Path, default=Path("out"), metavar="DIR", help="where the page goes (default: out)"
    )


def run(options: argparse.Namespace) -> int:
    """Do all of it and say where the page is; return 0 if every equation, line and gradient is right, else 1."""
    from mlp_theory.verify import check_ties

    start = time.perf_counter()
    out: Path = options.out
    (out / "figures").mkdir(parents=True, exist_ok=True)

    say("1/6  Checking every equation of the chapters ...")
    chapters = check_chapters()
    for chapter in chapters:
        say(f"     {chapter.name:28} {chapter.holds:3} claims hold, {chapter.wrong} do not")

    say("\n2/6  Holding every line of the network against its equation ...")
    ties = check_ties()
    say("     " + str(ties).replace("\n", "\n     "))

    say(f"\n3/6  Checking every gradient of NNClassifier({ARTICLE_UNITS}) against its loss ...")
    report = check_article_network()
    say(str(report))

    say(f"\n4/6  Training on two moons: 100 points, SGD, 300 epochs, {SEEDS} seeds ...")
    networks, linear = learn_moons([2, 10, 2]), learn_moons([2, 2])
    for name, runs in (("NNClassifier([2, 10, 2])", networks), ("NNClassifier([2, 2])", linear)):
        say(f"     {name:25} medians: last loss {median_loss(runs):.3f}, accuracy {median_accuracy(runs):.1%}")

    say(f"\n5/6  Training on 1,797 real handwritten digits, {FOLDS} folds ...")
    images = learn_digits()
    say(f"     mean test accuracy {np.mean(images.accuracies):.2%}")

    say("\n6/6  Drawing the figures and writing the page ...")
    x, network, exact = sigmoid_test()
    figures = draw(out / "figures", report, typical(networks), typical(linear), images, (x, network, exact))
    facts = tour_page.Facts(
        chapters=chapters,
        ties=ties,
        notebooks=find_notebooks(),
        report=report,
        moons_losses=[run.history.loss[-1] for run in networks],
        moons_accuracy=median_accuracy(networks),
        linear_accuracy=median_accuracy(linear),
        digits_accuracies=images.accuracies,
        sigmoid_error=float(np.abs(network - exact).max()),
        seconds=time.perf_counter() - start,
    )
    target = out / "index.html"
    target.write_text(tour_page.render(facts, figures), encoding="utf-8")
    say(
        f"\nDone in {time.perf_counter() - start:.0f} s. The page: {target}\n"
        "Open it in a browser. Then read README.md, and try a network of your own:\n"
        "  mlp-theory train --data circles --units 10 10 --plot circles.png"
    )
    return 0 if report.ok and ties.ok and not any(chapter.wrong for chapter in chapters) else 1


def check_chapters() -> list[Chapter]:
    """Judge every equation of the chapters."""
    from mlp_theory.texts.chapters import chapters as chapters_of_the_package
    from mlp_theory.texts.check import Settings, check_source
    from mlp_theory.texts.source.files import read_file
    from mlp_theory.texts.verdicts.kinds.defines import DEFINES

    found = []
    for path in chapters_of_the_package():
        source = read_file(path)
        verdicts = check_source(source, Settings()).verdicts
        title = next((line.lstrip("# ") for line in source.text.splitlines() if line.startswith("# ")), path.stem)
        found.append(
            Chapter(
                name=path.name,
                title=title,
                path=path,
                holds=sum(v.kind.confirms for v in verdicts),
                defines=sum(v.kind is DEFINES for v in verdicts),
                wrong=sum(not v.passed for v in verdicts),
            )
        )
    return found


def check_article_network(seed: int = 0) -> GradientReport:
    """The article's experiment: five layers of units, here at 7 examples instead of 1."""
    rng = np.random.default_rng(seed)
    return check_random_batch(NNClassifier(ARTICLE_UNITS, rng=rng), samples=7, rng=rng)


def learn_moons(units: list[int]) -> list[Run]:
    """Full-batch gradient descent on 100 points, once a seed: a single one may be lucky or not."""
    runs = []
    for seed in range(SEEDS):
        data = moons(100, noise=0.1, rng=seed)
        model = NNClassifier(units, rng=SEEDS + seed)  # not the numbers that the data were drawn with
        history = fit(model, *data, epochs=300, batch_size=None, optimizer="sgd", lr=0.5, progress=False)
        runs.append(Run(model, data, history, model.evaluate(*data).accuracy))
    return runs


def median_loss(runs: list[Run]) -> float:
    """The median of the last losses."""
    return float(np.median([run.history.loss[-1] for run in runs]))


def median_accuracy(runs: list[Run]) -> float:
    """The median of the accuracies."""
    return float(np.median([run.accuracy for run in runs]))


def typical(runs: list[Run]) -> Run:
    """The run whose last loss lies next to the median."""
    return min(runs, key=lambda run: abs(run.history.loss[-1] - median_loss(runs)))


def learn_digits(seed: int = 0) -> Digits:
    """Stratified folds: every digit is tested once, by a network that has not seen it."""
    from sklearn.model_selection import StratifiedKFold
    from tqdm import tqdm

    X, t = data = digits()
    folds = list(StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(X.T, t))
    P = np.zeros((10, len(t)))
    accuracies, history = [], History()
    for fold, (train, test) in enumerate(tqdm(folds, unit="fold", disable=None, leave=False)):
        model = NNClassifier([64, 100, 10], l2=1e-4, rng=seed + fold)
        history = fit(
            model, X[:, train], t[train], epochs=60, optimizer="adam", lr=2e-3, rng=seed + fold, progress=False
        )
        P[:, test] = model.forward_probs(X[:, test])
        accuracies.append(float((P[:, test].argmax(axis=0) == t[test]).mean()))
        say(f"     fold {fold + 1}  {accuracies[-1]:.2%} of {len(test)}")
    return Digits(data, P, accuracies, history)


def sigmoid_test() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """P(class 0) of NNClassifier([1, 2]) with W = (1, 0)ᵀ, at 50 points, and the sigmoid it must be."""
    from scipy.special import expit

    model = NNClassifier([1, 2])
    model.layers[0].W = np.array([[1.0], [0.0]])
    x = np.linspace(-2, 2, 50)
    return x, model.forward_probs(x[None, :])[0], expit(x)


def draw(
    folder: Path, report: GradientReport, network: Run, linear: Run, images: Digits, sigmoid: tuple
) -> dict[str, Path]:
    """Write all figures and return where each one is."""
    from mlp_theory.commands import figures

    drawn = {
        "gradient-check": figures.gradient_check_figure(report),
        "relu": figures.activation_figure(ReLU()),
        "sigmoid": figures.sigmoid_figure(*sigmoid),
        "moons": figures.scatter_figure(*network.data, "Two moons, 100 points"),
        "moons-loss": figures.learning_curve_figure(network.history),
        "moons-regions": figures.regions_figure(
            network.model, *network.data, f"10 hidden units: {network.accuracy:.0%} right"
        ),
        "moons-linear": figures.regions_figure(
            linear.model, *linear.data, f"No hidden layer: {linear.accuracy:.0%} right"
        ),
        "digits-loss": figures.learning_curve_figure(images.history),
        "digits-mistakes": figures.mistakes_figure(images.data, images.P),
    }
    paths = {}
    for name, figure in drawn.items():
        paths[name] = folder / f"{name}.png"
        figure.savefig(paths[name], dpi=144)
    return paths
