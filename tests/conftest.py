"""How the tests run: one BLAS thread (two shared cores are slower), no display, no hurry, and samples of the sweeps."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("MPLBACKEND", "Agg")

from collections import Counter
from itertools import count

import pytest
from hypothesis import HealthCheck, settings

A_LOOK = 1e-4
"""What one look at the clock counts for, in seconds; the work between two of them often takes as long."""

HOW_LONG = {
    "not sweep": "a sample of every sweep: about 3 minutes on two quiet cores (everything: make test-all)",
    "sweep": "what `make test` leaves out of the sweeps: about 6 minutes on two quiet cores",
}

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_report_header(config):
    """Say at the start what is run, and how long it takes."""
    return HOW_LONG.get(config.option.markexpr)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark as ``sweep`` what a test with ``sample(every=n)`` has beside its cases 0, n, 2n, …"""
    seen = Counter()
    for item in items:
        sample = item.get_closest_marker("sample")
        if sample is not None:
            test = item.nodeid.partition("[")[0]
            if seen[test] % sample.kwargs["every"]:
                item.add_marker("sweep")
            seen[test] += 1


@pytest.fixture(scope="session", autouse=True)
def _time_is_counted_in_work():
    """No verdict hangs on how busy the machine is: limits of time are held against a clock that counts looks at it."""
    from mlp_theory.symbolic import limits

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "clock", count(step=A_LOOK).__next__)
        yield
