"""Options that several commands share, and the ways their values are read."""

from __future__ import annotations

import argparse
import math
import os
import sys
from pathlib import Path

from mlp_theory.network import ACTIVATIONS
from mlp_theory.network.initializers import NAMES


def add_network_options(parser: argparse.ArgumentParser) -> None:
    """Add what every network can be told: activation, initialisation, penalty, seed."""
    parser.add_argument("--activation", choices=list(ACTIVATIONS), default="relu", help="default: %(default)s")
    parser.add_argument(
        "--init", choices=NAMES, metavar="NAME", help=f"{', '.join(NAMES)}; by default what suits the activation"
    )
    parser.add_argument("--l2", type=float, default=0.0, metavar="λ", help="penalty (λ/2) Σ ‖W‖² (default: 0)")
    parser.add_argument(
        "--seed", type=whole_number, default=0, metavar="N", help="the same seed, the same bits (default: 0)"
    )


def positive_int(text: str) -> int:
    """Read a whole number of at least 1."""
    number = whole_number(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number of at least 1, got {text}")
    return number


def whole_number(text: str) -> int:
    """Read a whole number of at least 0."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected a whole number, got {text!r}")
    return int(text)


def positive_number(text: str) -> float:
    """Read a number above 0."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"expected a number above 0, got {text!r}")
    return number


def figure_path(text: str) -> Path:
    """Read the name of a figure to be written; refuse it before any work is done if it cannot be."""
    path = Path(text)
    if path.suffix.lower() not in (".png", ".svg", ".pdf"):
        raise argparse.ArgumentTypeError(f"expected a name that ends in .png, .svg or .pdf, got {text!r}")
    if not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {str(path.parent)!r}")
    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise argparse.ArgumentTypeError(f"cannot write {text!r}")
    return path


def save(figure, path: Path) -> None:
    """Write a figure, and say so."""
    figure.savefig(path, dpi=144)
    say(f"figure written to {path}")


def wants_colour() -> bool:
    """Whether somebody looks at it in a terminal, and has not asked for plain text; see no-color.org."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(text: str) -> None:
    """Print at once, so that whoever waits sees how far it is.

    A reader that has gone away, as in ``mlp-theory gradcheck | head``, ends the output but not the work:
    the exit code must still tell what was found.
    """
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
