"""The checker of pages: false alarms over a hundred seeds, planted slips, and the time a page takes."""

import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "tests" / "corpus").glob("*.md"), *(ROOT / "derivations").glob("*.md")])


def run(seeds=100, rounds=5):
    page_of_sixty(rounds)
    planted_slips()
    false_alarms(seeds)


def page_of_sixty(rounds):
    """From the command line, start-up included."""
    page = ROOT / "derivations" / "05-mini-batches.md"
    text = page.read_text(encoding="utf-8")
    extra = [
        rf"$$\frac{{\partial L}}{{\partial \mathbf{{W}}}} = "
        rf"{k} \frac{{1}}{{{k} n}} (\mathbf{{P}} - \mathbf{{T}}) \mathbf{{A}}^\top$$"
        for k in range(2, 16)
    ]
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "page.md"
        target.write_text(text + "\n\n" + "\n\n".join(extra) + "\n", encoding="utf-8")
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-m", "mlp_theory", "check", str(target)], capture_output=True, text=True, check=True
            )
            times.append(time.perf_counter() - start)
    print(f"{done.stdout.strip().splitlines()[-1]}\n  median of {rounds}: {statistics.median(times):.2f} s (bar: 2 s)")


def planted_slips():
    from tests.texts.mutants import Laboratory

    counts, kinds = Counter(), Counter()
    for path in PAGES:
        for trial in Laboratory(path).trials():
            counts[trial.verdict] += 1
            kinds[trial.mutant.kind, trial.verdict] += 1
    print(f"planted slips: {dict(counts)}")
    for (kind, verdict), count in sorted(kinds.items()):
        print(f"  {kind:16} {verdict:7} {count}")


def false_alarms(seeds):
    from mlp_theory.texts.check import Settings, check_source
    from mlp_theory.texts.source.files import read_file

    sources = [read_file(path) for path in PAGES]
    alarms = [
        f"seed {seed}: {source.path}:{verdict.line} {verdict.verdict} {verdict.read_as}"
        for seed in range(seeds)
        for source in sources
        for verdict in check_source(source, Settings(seed=seed)).verdicts
        if not verdict.passed
    ]
    print(f"verdicts that should have been others, over {seeds} seeds: {len(alarms)}")
    print("\n".join(alarms))
