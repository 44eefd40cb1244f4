"""Which module imports which, read from the source: at the top, inside a function, and for the type checker alone."""

import ast
from graphlib import CycleError, TopologicalSorter


def imported_modules(source, modules):
    """The modules among `modules` that a source imports, each with the line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno} imports relatively"
            # `from a.b import c` names the module a.b.c, or something that stands in a.b
            found = [f"{node.module}.{a.name}" for a in node.names]
            found = [name if name in modules else node.module for name in found]
        else:
            continue
        yield from ((name, node.lineno) for name in found if name in modules)


def graph_of(package):
    """All modules of the package in a folder, each with those that it imports and the lines where it does.

    Parameters
    ----------
    package : Path
        The folder of the package.

    Returns
    -------
    dict of str to dict of str to int
    """
    paths = {_name(path, package.parent): path for path in sorted(package.rglob("*.py"))}
    return {
        name: {
            other: line for other, line in imported_modules(path.read_text(encoding="utf-8"), paths) if other != name
        }
        for name, path in paths.items()
    }


def circle_in(graph):
    """Modules that import each other in a circle, in its order; [] where none do."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return error.args[1][::-1]
    return []


def _name(path, top):
    parts = path.relative_to(top).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
