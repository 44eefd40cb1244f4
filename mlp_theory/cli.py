"""The command line: what can be asked, and where errors become one clear message."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

from mlp_theory import __version__
from mlp_theory.commands import check, derive, exercises, explain, gradcheck, tour, train
from mlp_theory.errors import MLPTheoryError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Parameters
    ----------
    arguments : sequence of str, optional
        By default those of the process.

    Returns
    -------
    int
        0: done, and all was right. 1: something that was checked is wrong. 2: it could not be done.
        130: interrupted.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the shell; libraries write to it unasked
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  # open until the process ends
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without × or α shows ? and goes on
            stream.reconfigure(errors="replace")
    options = build_parser().parse_args(arguments)
    try:
        return options.run(options)
    except (MLPTheoryError, OSError) as error:
        complaint, code = str(error), 2
    except MemoryError:
        complaint, code = "this does not fit into memory", 2
    except KeyboardInterrupt:
        complaint, code = "interrupted", 130
    print(f"mlp-theory {options.command}: {complaint}", file=sys.stderr)
    return code


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands; each command adds its own options."""
    parser = argparse.ArgumentParser(
        prog="mlp-theory", description="Derivations that run: networks built, checked, trained and plotted."
    )
    parser.add_argument("--version", action="version", version=f"mlp-theory {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in (tour, train, gradcheck, check, derive, explain, exercises):
        summary = (command.__doc__ or "").split("\n")[0]
        name = command.__name__.rpartition(".")[2]
        subparser = commands.add_parser(name, help=summary, description=summary)
        command.add_options(subparser)
        subparser.set_defaults(run=command.run)
    return parser
