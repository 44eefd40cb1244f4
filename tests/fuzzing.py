"""Tests at drawn examples, the same ones each time: few in ``make test``, all in ``make test-all``."""

import pytest
from hypothesis import HealthCheck, given, settings


def fuzzed(count, *strategies):
    """Try a test at this many examples of some strategies; a tenth of them stands for all in ``make test``."""

    def of(test):
        @pytest.mark.parametrize("examples", [count // 10, pytest.param(count, marks=pytest.mark.sweep)])
        def test_at(examples):
            # On what `given` returns, which is new each time: on the test itself settings can be put only once.
            settings(
                max_examples=examples,
                deadline=None,
                derandomize=True,
                database=None,
                suppress_health_check=list(HealthCheck),
            )(given(*strategies)(test))()

        return test_at

    return of
