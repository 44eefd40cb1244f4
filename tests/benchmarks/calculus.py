"""Deriving gradients: seconds and length by depth, beside SymPy and tensorgrad; all mutants and a thousand seeds.

The peers are no dependency: MLP_THEORY_PEERS names a Python that has them (``python -m venv peers``, then
``peers/bin/pip install sympy tensorgrad``); whatever is missing is said.
"""

import contextlib
import os
import re
import statistics
import subprocess
import sys
import time
from collections import Counter

DEPTHS = (1, 2, 4, 8, 16, 32, 64, 256)
PEERS = ("sympy", "tensorgrad")
ROUNDS = 50
PATIENCE = 60
"""Seconds for one peer, all depths together."""


def run(rounds=9):
    times_by_depth(rounds)
    peers()
    false_alarms(1000)
    all_mutants()


def times_by_depth(rounds):
    from mlp_theory.symbolic import gradients
    from tests.symbolic.calculus.networks import classifier

    median, length = {}, {}
    for depth in DEPTHS:
        loss, parameters = classifier(depth)
        taken = []
        for _ in range(rounds):
            start = time.perf_counter()
            derived = gradients(loss, parameters)
            taken.append(time.perf_counter() - start)
        median[depth], length[depth] = statistics.median(taken), len(derived.to_latex(steps=False))
        print(
            f"{depth:4} layers: {1e3 * median[depth]:7.1f} ms, {1e3 * median[depth] / depth:5.2f} ms a layer; "
            f"LaTeX {length[depth]:6} characters, {length[depth] / depth:4.0f} a layer",
            flush=True,
        )
    print(f"32 layers: {1e3 * median[32]:.1f} ms (bar: 30 ms)")
    for what, of in (("time", median), ("LaTeX", length)):
        print(f"{what} a layer, 256 against 8 layers: {of[256] / 256 / (of[8] / 8):.2f} (bar: 2)")


def peers():
    python = os.environ.get("MLP_THEORY_PEERS", sys.executable)
    taken = {}
    print(f"all gradients of ‖A‖², A = tanh(W … tanh(W₁ X)), by peers of {python}")
    for peer in ("mlp_theory", *PEERS):
        command = [sys.executable if peer == "mlp_theory" else python, "-m", "tests.benchmarks.calculus", peer]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as job:
            try:
                said, _ = job.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                job.kill()
                said = f"{job.communicate()[0]}  nothing more in {PATIENCE} s\n"
        print(f" {peer}\n{said.rstrip()}", flush=True)
        taken[peer] = {int(depth): float(ms) for depth, ms in re.findall(r"(\d+) layers: +([\d.]+) ms", said)}
    for peer in PEERS:
        for depth in sorted(taken[peer].keys() & taken["mlp_theory"].keys()):
            ratio = taken[peer][depth] / taken["mlp_theory"][depth]
            print(f" {peer} takes {ratio:.0f} times as long at {depth} layers")


def of_one_peer(name):
    """Run in a process of its own: the median time of deriving, and the characters of what is written, at each depth.

    A first run pays for the imports. What SymPy remembers of earlier runs is forgotten before each.
    """
    derive = {"mlp_theory": ours, "sympy": by_sympy, "tensorgrad": by_tensorgrad}[name]
    with contextlib.suppress(Exception):  # whatever goes wrong is told below
        problem, _ = derive(1)
        problem()
    for depth in (1, 2, 4, 8):
        rounds = []
        try:
            while len(rounds) < ROUNDS and sum(rounds) < 5:
                forget_runs(name)
                problem, written = derive(depth)
                start = time.perf_counter()
                results = problem()
                rounds.append(time.perf_counter() - start)
        except ImportError as missing:
            print(f"  not installed: {missing}")
            return
        except Exception as failure:  # whatever a peer says is its result
            print(f"  {depth} layers: {type(failure).__name__}: {failure}")
            continue
        seconds = statistics.median(rounds)
        print(f"  {depth} layers: {1e3 * seconds:8.2f} ms, {sum(map(len, written(results)))} characters", flush=True)


def forget_runs(name):
    if name == "sympy":
        from sympy.core.cache import clear_cache

        clear_cache()


def ours(depth):
    from mlp_theory.symbolic import dims, gradients, matrix, squared_norm, tanh

    d, h, n = dims("d h n")
    A, weights = matrix("X", d, n), []
    for layer in range(1, depth + 1):
        weights.append(matrix(f"W_{layer}", h, d if layer == 1 else h))
        A = tanh(weights[-1] @ A)
    loss = squared_norm(A)
    return lambda: gradients(loss, weights), lambda derived: [derived.to_latex(steps=False)]


def by_sympy(depth):
    from sympy import MatrixSymbol, Trace, symbols, tanh

    d, h, n = symbols("d h n", integer=True, positive=True)
    A, weights = MatrixSymbol("X", d, n), []
    for layer in range(1, depth + 1):
        weights.append(MatrixSymbol(f"W{layer}", h, d if layer == 1 else h))
        A = (weights[-1] * A).applyfunc(tanh)
    loss = Trace(A.T * A)
    return lambda: [loss.diff(W) for W in weights], lambda found: map(str, found)


def by_tensorgrad(depth):
    from sympy import symbols
    from tensorgrad import Derivative, Variable, functions

    d, h, n = symbols("d h n")
    A, weights, below = Variable("X", d=d, n=n), [], {"d": d}
    for layer in range(1, depth + 1):
        above = {f"h{layer}": h}
        weights.append(Variable(f"W{layer}", **below, **above))
        A, below = functions.tanh(weights[-1] @ A), above
    loss = functions.sum(A * A)
    return lambda: [Derivative(loss, W).full_simplify() for W in weights], lambda found: map(str, found)


def false_alarms(seeds):
    from mlp_theory.symbolic import gradients
    from tests.symbolic.calculus.bundled import bundled

    derived = {name: gradients(*network) for name, network in bundled().items()}
    rejected = []
    for seed in range(seeds):
        name = list(derived)[seed % len(derived)]
        if not derived[name].check(seed=seed).ok:
            rejected.append(f"seed {seed}: {name}")
    print(f"true derivations rejected, over {seeds} seeds: {len(rejected)}", *rejected, sep="\n  ", flush=True)


def all_mutants():
    """Every step of every network damaged in every way: at each round one step of every line."""
    from mlp_theory.symbolic import gradients
    from tests.symbolic.calculus.bundled import bundled
    from tests.symbolic.calculus.mutants import damages_of, names_of, with_damages
    from tests.symbolic.calculus.test_checking import changes_the_value

    counts = Counter()
    for name, network in bundled().items():
        g = gradients(*network)
        many = [list(damages_of(line, k, names_of(g))) for k, line in enumerate(g.lines, 1)]
        while any(many):
            picked = [damages.pop() for damages in many if damages]
            found = {(v.line, v.step): v.verdict for v in with_damages(g, picked).check(draws=2).failures if v.step}
            for damage in picked:
                changes = changes_the_value(damage)
                verdict = found.pop(damage.place, "holds")
                counts[damage.kind, verdict if changes else "no change"] += 1
                if changes != (verdict == "false"):
                    print(f"  {name}, line {damage.line}, step {damage.step}: {damage.kind} {verdict}", flush=True)
            counts["another step", "false"] += len(found)
    for (kind, verdict), count in sorted(counts.items()):
        print(f"  {kind:16} {verdict:10} {count}")


if __name__ == "__main__":
    of_one_peer(sys.argv[1])
