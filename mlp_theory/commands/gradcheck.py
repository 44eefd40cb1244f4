"""Check every gradient of a network with scipy.optimize.check_grad; exit code 1 when one fails."""

from __future__ import annotations

import argparse

import numpy as np

from mlp_theory.commands.options import add_network_options, figure_path, positive_int, save, say
from mlp_theory.network import Model, NNClassifier, NNRegressor
from mlp_theory.verify import GradientReport, check_gradients

ARTICLE_UNITS = [500, 100, 50, 40, 10]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``gradcheck``."""
    parser.add_argument(
        "--units",
        type=positive_int,
        nargs="+",
        default=ARTICLE_UNITS,
        metavar="N",
        help="units of all layers, from the inputs to the outputs (default: %(default)s)",
    )
    parser.add_argument(
        "--samples", type=positive_int, default=7, metavar="N", help="examples in the batch, at least 2 (default: 7)"
    )
    parser.add_argument("--regression", action="store_true", help="check the squared error of an NNRegressor")
    parser.add_argument(
        "--tolerance", type=float, default=1e-4, metavar="R", help="relative to each entry (default: 0.0001)"
    )
    parser.add_argument("--plot", type=figure_path, metavar="P.png", help="also draw the table as a chart")
    add_network_options(parser)


def run(options: argparse.Namespace) -> int:
    """Print the table; return 0 if every gradient is right, else 1."""
    rng = np.random.default_rng(options.seed)
    kind = NNRegressor if options.regression else NNClassifier
    model = kind(options.units, activation=options.activation, init=options.init, l2=options.l2, rng=rng)
    report = check_random_batch(model, options.samples, rng, tolerance=options.tolerance)
    say(str(report))
    if options.plot:
        from mlp_theory.commands.figures import gradient_check_figure

        save(gradient_check_figure(report), options.plot)
    return 0 if report.ok else 1


def check_random_batch(
    model: Model, samples: int, rng: np.random.Generator, tolerance: float = 1e-4, progress: bool | None = None
) -> GradientReport:
    """Check a model at inputs drawn uniformly from [0, 1), as the article does, and random targets."""
    X = rng.random((model.n_inputs, samples))
    if isinstance(model, NNClassifier):
        t = rng.integers(0, model.n_classes, samples)
    else:
        t = rng.standard_normal((model.n_outputs, samples))
    return check_gradients(model, X, t, tolerance=tolerance, rng=rng, progress=progress)
