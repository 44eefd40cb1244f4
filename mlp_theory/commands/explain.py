"""Print the equations behind the lines of a function, or the lines behind an equation."""

from __future__ import annotations

import argparse

from mlp_theory.commands.options import say


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the argument of ``explain``."""
    parser.add_argument("what", metavar="WHAT", help="a function or class, as NNClassifier.backward, or a tag, as 6.9")


def run(options: argparse.Namespace) -> int:
    """Print it; return 0."""
    from mlp_theory.verify import explain

    say(str(explain(options.what)))
    return 0
