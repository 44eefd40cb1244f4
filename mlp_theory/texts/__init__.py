"""Texts that run: Markdown with LaTeX is read, and every equation judged."""

from mlp_theory.texts.check import Settings, check_file, check_source, check_text
from mlp_theory.texts.implementing.equation import check_implementation
from mlp_theory.texts.reports.report import Report
from mlp_theory.texts.reports.verdict import Counterexample, FileReport, Verdict

__all__ = [
    "Counterexample",
    "FileReport",
    "Report",
    "Settings",
    "Verdict",
    "check_file",
    "check_implementation",
    "check_source",
    "check_text",
]
