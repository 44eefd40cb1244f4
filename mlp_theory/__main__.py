"""``python -m mlp_theory``: the same as ``mlp-theory``."""

import sys

from mlp_theory.cli import main

if __name__ == "__main__":
    sys.exit(main())
