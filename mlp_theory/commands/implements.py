"""``mlp-theory check --implements FILE.py:FUNCTION --of TAG page.md``: a function held against an equation.

This alone of all checks executes a file: the one that is named, because it is named.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mlp_theory.commands.options import say
from mlp_theory.errors import DataError, OptionError

_NAMED = re.compile(r"(?P<file>.+):(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)*)(?:\[(?P<part>-?\d+)\])?")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the two options."""
    parser.add_argument(
        "--implements",
        metavar="FILE.py:FUNCTION",
        help="hold this function against the equation that --of names; it executes FILE.py. FUNCTION[0] is its first "
        "result",
    )
    parser.add_argument("--of", metavar="TAG", help=r"the tag of the equation: 3.7 for \tag{3.7}")


def is_asked_for(options: argparse.Namespace) -> bool:
    """Whether a function is to be held against an equation.

    Raises
    ------
    OptionError
        When only one of the two options is given.
    """
    if (options.implements is None) != (options.of is None):
        raise OptionError(
            "A function is held against one equation",
            expected="--implements FILE.py:FUNCTION --of TAG",
            got="--of alone" if options.implements is None else "--implements alone",
        )
    return options.implements is not None


def run(options: argparse.Namespace) -> int:
    """Print what came of it; return 0 if it agrees, 1 if it differs or could not be tested."""
    from mlp_theory.texts.implementing.equation import check_implementation
    from mlp_theory.texts.settings import Settings
    from mlp_theory.texts.source.files import find_pages, read_file

    pages = list(find_pages(options.paths))
    if len(pages) != 1:
        raise OptionError("A function is held against one page", expected="one page", got=f"{len(pages)} pages")
    source = read_file(pages[0])
    settings = Settings(
        seed=options.seed,
        draws=options.draws,
        max_seconds=options.max_seconds,
        shared=tuple(read_file(path) for path in options.shared),
    )
    function, part = load(options.implements)
    report = check_implementation(function, source, options.of, name=options.implements, part=part, settings=settings)
    if options.format == "json":
        say(json.dumps(report.to_json(), indent=2))
    elif options.format == "github" and not report.ok:
        says = report.to_text().replace("%", "%25").replace("\n", "%0A")
        say(f"::error file={report.path},line={report.line}::{says}")
    else:
        say(report.to_text(explain=options.explain))
    return report.exit_code


def load(named: str) -> tuple[Callable[..., Any], int | None]:
    """The function that is named, from its file, which is executed; and which of its results is meant.

    Raises
    ------
    OptionError
        When no function is named, or the file has none of that name.
    DataError
        When the file is not there, or cannot be executed.
    """
    found = _NAMED.fullmatch(named)
    if found is None:
        raise OptionError("No function is named", expected="FILE.py:FUNCTION", got=named)
    path = Path(found["file"])
    if not path.is_file():
        raise DataError("There is no such file", expected="FILE.py:FUNCTION", got=str(path))
    names = found["name"].split(".")
    thing: Any = _executed(path)
    for name in names:
        if not hasattr(thing, name):
            functions = [n for n in dir(thing) if not n.startswith("_") and callable(getattr(thing, n, None))]
            raise OptionError(
                f"{path} has no such function",
                expected=f"one of {', '.join(functions)}" if functions else "a function; it defines none",
                got=found["name"],
            )
        thing = getattr(thing, name)
    return thing, None if found["part"] is None else int(found["part"])


def _executed(path: Path) -> Any:
    """The module that a file is; what it imports may stand beside it."""
    spec = importlib.util.spec_from_loader(path.stem, loader=None, origin=str(path))
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    module.__file__ = str(path)
    sys.path.insert(0, str(path.resolve().parent))
    try:
        code = compile(path.read_bytes(), str(path), "exec")
        exec(code, module.__dict__)  # the user has asked for it, by name
    except (Exception, SystemExit) as error:
        raise DataError(
            f"{path} cannot be executed",
            expected="Python that defines a function",
            got=f"{type(error).__name__}: {error}",
        ) from error
    finally:
        sys.path.remove(str(path.resolve().parent))
    return module
