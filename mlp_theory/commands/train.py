"""Train a network on moons, circles, blobs, spirals, digits or MNIST, and say how well it does."""

from __future__ import annotations

import argparse
from typing import NamedTuple

import numpy as np

from mlp_theory import datasets
from mlp_theory.commands.options import add_network_options, figure_path, positive_int, save, say
from mlp_theory.datasets import Dataset
from mlp_theory.errors import OptionError
from mlp_theory.network import NNClassifier
from mlp_theory.training import OPTIMIZERS, fit

PLANE = ("moons", "circles", "blobs", "spirals")
NOISY = {"moons": 0.1, "circles": 0.1, "spirals": 0.03}  # and the standard deviation where none is given
# Options that some data or optimizers have no use for: naming them there is an error, not a whisper.
ONLY_FOR = {
    "samples": PLANE,
    "noise": tuple(NOISY),
    "mnist_dir": ("mnist",),
}


class Split(NamedTuple):
    """Data to learn from, and data to be judged by."""

    train: Dataset
    test: Dataset


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``train``."""
    parser.add_argument("--data", choices=[*PLANE, "digits", "mnist"], required=True)
    parser.add_argument(
        "--units",
        type=positive_int,
        nargs="*",
        default=[10, 10],
        metavar="N",
        help="hidden units, layer by layer (default: 10 10); --units with no number makes a linear model",
    )
    parser.add_argument("--optimizer", choices=list(OPTIMIZERS), default="adam", help="default: %(default)s")
    parser.add_argument("--lr", type=float, metavar="α", help="learning rate (default: 0.1 for sgd, 0.001 for adam)")
    parser.add_argument("--momentum", type=float, metavar="μ", help="for sgd (default: 0)")
    parser.add_argument("--epochs", type=positive_int, metavar="N", help="default: 200, for mnist 10")
    parser.add_argument("--batch-size", type=positive_int, default=32, metavar="N", help="default: %(default)s")
    parser.add_argument(
        "--samples", type=positive_int, metavar="N", help="for moons, circles, blobs, spirals (default: 400)"
    )
    parser.add_argument(
        "--noise", type=float, metavar="σ", help="for moons and circles (default: 0.1), and spirals (0.03)"
    )
    parser.add_argument("--dtype", choices=["float64", "float32"], default="float64", help="default: %(default)s")
    parser.add_argument(
        "--mnist-dir",
        metavar="DIR",
        help=f"for mnist: folder of the four IDX files (default: ${datasets.MNIST_VARIABLE}, else they are fetched)",
    )
    parser.add_argument(
        "--plot",
        type=figure_path,
        metavar="P.png",
        help="draw the decision regions (for digits and mnist, what was mistaken for what) and the learning curve",
    )
    add_network_options(parser)


def run(options: argparse.Namespace) -> int:
    """Train and print; return 0."""
    check_options(options)
    rng = np.random.default_rng(options.seed)
    data = load(options, rng)
    (n_inputs, n), n_classes = data.train.X.shape, int(data.train.t.max()) + 1
    model = NNClassifier(
        [n_inputs, *options.units, n_classes],
        activation=options.activation,
        init=options.init,
        l2=options.l2,
        dtype=options.dtype,
        rng=rng,
    )
    settings = {name: getattr(options, name) for name in ("lr", "momentum") if getattr(options, name) is not None}
    optimizer = OPTIMIZERS[options.optimizer](model, **settings)
    say(f"data   {options.data}: {n} columns to train, {data.test.X.shape[1]} to test, {n_classes} classes")
    say(f"model  {model!r}, {model.theta.size:,} parameters")
    history = fit(
        model,
        *data.train,
        epochs=options.epochs or (10 if options.data == "mnist" else 200),
        batch_size=options.batch_size,
        optimizer=optimizer,
        rng=rng,
    )
    say(str(history))
    for part, (X, t) in zip(data._fields, data, strict=True):
        loss, accuracy = model.evaluate(X, t)
        say(f"{part:6} loss {loss:.4f}, accuracy {accuracy:.2%}")
    if options.plot:
        from mlp_theory.commands.figures import training_figure

        save(training_figure(model, history, data.test, plane=options.data in PLANE), options.plot)
    return 0


def check_options(options: argparse.Namespace) -> None:
    """Refuse an option that would be ignored."""
    for name, data in ONLY_FOR.items():
        if getattr(options, name) is not None and options.data not in data:
            _refuse(name, f"for --data {' or '.join(data)}", f"--data {options.data}")
    if options.momentum is not None and options.optimizer != "sgd":
        _refuse("momentum", "for --optimizer sgd", f"--optimizer {options.optimizer}")


def _refuse(name: str, expected: str, got: str) -> None:
    flag = "--" + name.replace("_", "-")
    raise OptionError(f"{flag} has no meaning here", expected=f"{flag} {expected}", got=got)


def load(options: argparse.Namespace, rng: np.random.Generator) -> Split:
    """The data that were asked for; a quarter of them is held back, class by class, unless they come parted."""
    if options.data == "mnist":
        return Split(*datasets.mnist(options.mnist_dir))
    if options.data == "digits":
        return hold_back(datasets.digits(), rng)
    noise = (
        {"noise": options.noise if options.noise is not None else NOISY[options.data]} if options.data in NOISY else {}
    )
    samples = 400 if options.samples is None else options.samples
    return hold_back(getattr(datasets, options.data)(samples, **noise, rng=rng), rng)


def hold_back(data: Dataset, rng: np.random.Generator) -> Split:
    """Part the columns, three quarters and one, with the classes in equal shares."""
    from sklearn.model_selection import train_test_split

    X, t = data
    seed = int(rng.integers(2**31))
    try:
        train, test = train_test_split(np.arange(len(t)), test_size=0.25, stratify=t, random_state=seed)
    except ValueError as error:
        raise OptionError(
            "too few examples to hold some back", expected="several examples a class", got=f"{len(t)} examples: {error}"
        ) from None
    return Split(Dataset(X[:, train], t[train]), Dataset(X[:, test], t[test]))
