"""Run the measurements, each side by side with its peer: ``make bench``, or ``make bench ONLY=speed``.

They are not tests: machines are shared and noisy. Ratios of medians, taken in one run, are what counts.
"""

import os
import sys

# Before NumPy is imported, and for both sides alike.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.pop("OPENBLAS_CORETYPE", None)


def main(names):
    from tests.benchmarks import calculus, imports, mnist, speed, texts

    known = {"imports": imports, "speed": speed, "calculus": calculus, "texts": texts, "mnist": mnist}
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(known)}")
    print(f"OPENBLAS_NUM_THREADS={os.environ['OPENBLAS_NUM_THREADS']}")
    for name in names or known:
        print(f"\n== {name}: {known[name].__doc__.splitlines()[0]}", flush=True)
        known[name].run()


if __name__ == "__main__":
    main(sys.argv[1:])
