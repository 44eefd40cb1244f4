"""The last door: a page over which the checker stumbles costs itself, and no other."""

import pytest

from mlp_theory.texts import check, check_text


@pytest.fixture
def stumbling(monkeypatch):
    def stumble(*_, **__):
        raise IndexError("list index out of range")

    monkeypatch.setattr(check, "bench_for", stumble)


def test_a_fault_of_the_checker_is_told_as_its_own(stumbling):
    report = check_text("$$x = x + 0$$")
    (file,) = report.files
    assert file.error.startswith(f"not checked, by {check.INTERNAL_FAULT}: IndexError in test_check.py, line ")
    assert (report.ok, report.exit_code) == (False, 2)
