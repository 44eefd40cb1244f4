"""Texts that run: Markdown with LaTeX is read, and every equation judged.

A page goes one way through the rooms. `source` finds its mathematics, `latex` makes statements of it, whose surface
`syntax` answers for; `conventions` writes habits of authors out, `collecting` fills the `symbols`, `reading` says what
a formula means and `shapes` which rows and columns it has; `claims` tries each reading, `judging` evaluates it, and
`reports` tells the `verdicts`. What the rooms hand on is an `Item` (`items`): a statement and where it stands.
`checker` calls them in this order, `demands` adds what is asked of the page as a whole; `check`, `magic` and `chapters`
are doors. Which room may ask which is a table, held by ``tests/texts/test_rooms.py``.
"""

from mlp_theory.texts.check import Settings, check_file, check_source, check_text
from mlp_theory.texts.implementing.equation import check_implementation
from mlp_theory.texts.reports.counterexample import Counterexample
from mlp_theory.texts.reports.report import Report
from mlp_theory.texts.reports.verdict import FileReport, Verdict

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
