"""Derive the gradients of a network: every step with its law, as text, LaTeX, Markdown or NumPy."""

from __future__ import annotations

import argparse

from mlp_theory.commands.options import say
from mlp_theory.network import ACTIVATIONS, LOSSES

FORMATS = ("text", "latex", "markdown", "numpy")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``derive``."""
    parser.add_argument(
        "--units",
        type=size,
        nargs="+",
        default=["d", "h", "K"],
        metavar="N",
        help="units of all layers, from the inputs to the outputs: numbers, or names such as d h K (default: d h K)",
    )
    parser.add_argument("--activation", choices=list(ACTIVATIONS), default="relu", help="default: %(default)s")
    parser.add_argument(
        "--loss", choices=list(LOSSES), help="default: nll, or bce where the last layer has a single unit"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: %(default)s")
    parser.add_argument(
        "--no-steps",
        action="store_true",
        help="results without the steps that lead there; markdown and numpy have no steps",
    )


def run(options: argparse.Namespace) -> int:
    """Print the derivation; return 0."""
    from mlp_theory.symbolic.calculus.derivation import gradients
    from mlp_theory.symbolic.calculus.networks import network_loss

    steps = not options.no_steps
    loss = options.loss or ("bce" if options.units[-1] == 1 else "nll")
    network = network_loss(options.units, options.activation, loss)
    derivation = gradients(network.loss, network.parameters)
    if options.format == "numpy":
        say(derivation.to_numpy().rstrip("\n"))
    elif options.format == "markdown":
        say(derivation.to_markdown().rstrip("\n"))
    else:
        say(derivation.to_latex(steps=steps) if options.format == "latex" else derivation.to_text(steps=steps))
    return 0


def size(text: str) -> int | str:
    """Read a number of units, or a name for it."""
    if text.isdecimal():
        if int(text) < 1:
            raise argparse.ArgumentTypeError(f"expected at least 1 unit, got {text}")
        return int(text)
    if not text.replace("_", "").isalnum() or not text[0].isalpha():
        raise argparse.ArgumentTypeError(f"expected a whole number or a name such as d, got {text!r}")
    return text
