r"""Commands of slides and of layout, which leave no trace: ``\pause``, ``\alert{…}``, ``\lefteqn{…}``."""

from __future__ import annotations

from mlp_theory.texts.latex.rewriting import GROUP, Rewrite

_WHEN = r"(?:\s*<[-\d,+.\s]*>)?"
"""On which slides."""

PRESENTATION = (
    # What one slide shows stands in the place of what another shows: left unread, but < is no relation there.
    Rewrite("<", r"\\(only|temporal|alt|invisible)\s*<[-\d,+.\s]*>", ("\\", 1, " ")),
    Rewrite(r"\pause", r"\\pause(?![A-Za-z])(?:\s*\[\d+\])?", ("",)),
    Rewrite("\\", rf"\\(?:alert|uncover|visible|onslide|structure){_WHEN}\s*{GROUP}", (" ", 1, " ")),
    Rewrite("\\", rf"\\(?:onslide|alert){_WHEN}(?![A-Za-z{{<])", ("",)),
    Rewrite(r"\lefteqn", rf"\\lefteqn\s*{GROUP}", (" ", 1, " ")),
    Rewrite("\\", rf"\\(?:footnote|footnotetext|marginnote|marginpar|todo)\s*{GROUP}", ("",)),
    Rewrite(
        "\\",
        r"\\(?:footnotemark|qedhere|protect|allowbreak|nobreak|relax|mathstrut|hfil|hfill|hss|null)"
        r"(?![A-Za-z])(?:\s*\{\s*\})?",
        (" ",),
    ),
    Rewrite("\\", r"\\(?:vspace|vskip|hspace|bigskip|medskip|smallskip)(?![A-Za-z])\*?\s*\{[^{}]*\}(?=\s*$)", ("",)),
)
"""Asked where boxes and colours are."""
