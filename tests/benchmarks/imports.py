"""How long `import mlp_theory` takes, beside `import numpy`, each in a fresh process."""

import statistics
import subprocess
import sys
import time


def seconds(code):
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def run(rounds=9):
    seconds("import mlp_theory")  # compile what has to be compiled
    times = {"numpy": [], "mlp_theory": []}
    for _ in range(rounds):
        for name in times:  # in turns, so that a busy moment hits both
            times[name].append(seconds(f"import {name}"))
    numpy, ours = (statistics.median(times[name]) for name in ("numpy", "mlp_theory"))
    print(f"import numpy {numpy:.3f} s, import mlp_theory {ours:.3f} s: adds {ours - numpy:.3f} s (bar: 0.3 s)")
