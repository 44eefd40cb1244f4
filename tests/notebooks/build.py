"""Execute the notebooks and keep what they say: ``python -m tests.notebooks.build [NUMBER ...]``."""

import sys

import nbformat

from tests.notebooks.execute import SOURCES, notebook_of, run


def main(wanted):
    for source in SOURCES:
        if not wanted or source.name[:2] in wanted:
            print(source.name)
            nbformat.write(run(notebook_of(source)), source.with_suffix(".ipynb"))


if __name__ == "__main__":
    main([f"{int(number):02}" for number in sys.argv[1:]])
