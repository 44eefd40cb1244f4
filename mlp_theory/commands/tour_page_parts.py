"""Parts of the tour's page: the chapters, the lines of code tied to them, the notebooks."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # only the tour itself loads the reader of texts
    from mlp_theory.verify.tie_report import TieReport


class Chapter(NamedTuple):
    """A chapter, and how its equations were judged."""

    name: str
    title: str
    path: Path
    holds: int
    defines: int
    wrong: int


class Notebook(NamedTuple):
    """A notebook by its title."""

    title: str
    path: Path


def find_notebooks() -> list[Notebook]:
    """The executed notebooks, by the first heading of their sources."""
    from mlp_theory.texts.chapters import folder_of

    found = []
    for source in sorted(folder_of("notebooks").glob("[0-9]*.py")):
        lines = source.read_text(encoding="utf-8").splitlines()
        title = next((line[4:] for line in lines if line.startswith("# # ")), source.stem)
        found.append(Notebook(title.replace("$", ""), source.with_suffix(".ipynb")))
    return found


def chapters_part(chapters: list[Chapter]) -> str:
    """The table of the chapters; nothing where there are none."""
    if not chapters:
        return ""
    rows = "".join(
        f"<tr><td>{_link(chapter.path, chapter.title)}</td><td>{chapter.defines}</td>"
        f'<td class="{"wrong" if chapter.wrong else "ok"}">{chapter.holds}</td><td>{chapter.wrong}</td></tr>'
        for chapter in chapters
    )
    total = sum(chapter.holds for chapter in chapters)
    return f"""<h2>0 · Is the mathematics right?</h2>
<p>The chapters in <code>derivations/</code> are ordinary Markdown with LaTeX. A checker has read them just now and evaluated
both sides of every equation at random sizes and values, derivatives by complex steps: {total} claims hold at every draw.</p>
<div class="scroll"><table><tr><th>chapter</th><th>definitions</th><th>claims that hold</th><th>false or unread</th></tr>
{rows}</table></div>
"""


def ties_part(ties: TieReport) -> str:
    """Every cited line of code beside its equation."""
    from mlp_theory.texts.chapters import equation_of

    rows = "".join(
        f"<tr><td>({tie.tag})</td><td>{_link(equation_of(tie.tag).path, equation_of(tie.tag).text)}</td>"
        f"<td>{_link(tie.citation.path, tie.place)}</td><td><code>{escape(tie.citation.code)}</code></td>"
        f'<td class="{"ok" if tie.ok else "wrong"}">{tie.verdict}</td></tr>'
        for tie in ties.ties
    )
    right = sum(tie.ok for tie in ties.ties)
    return f"""<h3>And is the code this mathematics?</h3>
<p>Every line of the network, and of a step of gradient descent, cites its equation. The network was run at the arrays of
the chapters' own draws: {right} of {len(ties.ties)} cited lines computed what their equations say. <code>mlp-theory explain
NNClassifier.backward</code> prints a function with the equations behind its lines.</p>
<details><summary>every line beside its equation</summary>
<div class="scroll"><table><tr><th>tag</th><th>equation</th><th>where</th><th>code</th><th></th></tr>
{rows}</table></div></details>
"""


def notebooks_part(notebooks: list[Notebook]) -> str:
    """Links to the notebooks; nothing where there are none."""
    if not notebooks:
        return ""
    items = "".join(f"<li>{_link(notebook.path, notebook.title)}</li>" for notebook in notebooks)
    return f"""<p>The notebooks follow the chapters, with exercises that are judged; <code>make lab</code> opens them in
JupyterLab:</p>
<ul>{items}</ul>
"""


def _link(path: Path, text: str) -> str:
    return f'<a href="{escape(path.as_uri())}">{escape(text)}</a>'
