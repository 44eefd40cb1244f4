"""A derivation as a page: for the terminal, as LaTeX, and as Markdown that the checker of texts reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.alphabets import LATEX, UNICODE
from mlp_theory.symbolic.calculus.line import Line
from mlp_theory.symbolic.calculus.writing import Writer
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.expressions import Apply, Node, Variable

if TYPE_CHECKING:
    from mlp_theory.symbolic.calculus.derivation import Derivation
    from mlp_theory.symbolic.calculus.worked import Worked


def text_page(derivation: Worked, *, steps: bool = True) -> str:
    """The derivation for a terminal: definitions, then every line, its laws beside it or its result alone."""
    w = Writer(UNICODE)
    out = [f"{w.text(d)} = {w.body(d)}" for d in derivation.definitions]
    out += [f"assumed of {assumption}" for assumption in derivation.assumptions]
    for line in derivation.lines:
        first = f"{w.text(line.name)} = {w.text(line.meaning)}" if line.name else w.text(line.meaning)
        if not steps:
            out.append(first if line.result is line.meaning else f"{first} = {w.text(line.result)}")
            continue
        out.append(first)
        rows = _rows(line)
        width = max((len(w.text(node)) for node, _ in rows), default=0)
        out += [f"    = {w.text(node):{width}}  {{ {law} }}" for node, law in rows]
    return "\n".join(out)


IN_PASSING = frozenset((
    "associativity", "associativity, entry by entry", "numbers", "a factor that is a number", "a factor of ones",
    "sums of ones", "a sum in a sum", "a negative factor", "identity", "transpose of a number",
    "transpose of a constant", "transpose of a transpose",
))  # fmt: skip
"""Laws that a writer applies several of in one line; each is a step of its own in `Derivation.steps`."""

TIDIED = "numbers, ones and brackets"


def _rows(line: Line) -> list[tuple[Node, str]]:
    """The forms of a line that look different, each with the law that led there."""
    w = Writer(UNICODE)
    rows: list[tuple[Node, str]] = []
    for step in line.steps:
        law = TIDIED if step.law in IN_PASSING else step.law
        before = w.text(rows[-1][0] if rows else line.meaning)
        if rows and (rows[-1][1] == law == TIDIED or before == w.text(step.after)):
            rows[-1] = step.after, rows[-1][1]
        elif before != w.text(step.after):
            rows.append((step.after, law))
    return rows


def latex_page(derivation: Worked, *, steps: bool) -> str:
    """Aligned equations: the definitions, then the lines, with every step and its law or with the results alone."""
    w = Writer(LATEX)
    rows = [f"{w.text(d)} &= {w.body(d)}" for d in derivation.definitions]
    for line in derivation.lines:
        first = f"{w.text(line.name)} &= {w.text(line.meaning)}" if line.name else None
        if first:
            rows.append(first)
        chain = _rows(line) if steps else [(line.result, "")] if line.result is not line.meaning else []
        begin = "" if line.name else w.text(line.meaning) + " "
        for node, law in chain:
            reason = rf" && \text{{{law}}}" if law else ""
            rows.append(f"{begin}&= {w.text(node)}{reason}")
            begin = ""
    return "\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}"


def markdown_page(derivation: Derivation) -> str:
    """The derivation as a page: declarations in the prose, then an equation for every line, that the checker reads."""
    w = Writer(LATEX)
    everything = al.postorder(derivation.loss, *(line.result for line in derivation.lines))
    letters = {part.key: part for part in everything if isinstance(part, Variable)}
    functions = sorted({part.key for part in everything if isinstance(part, Apply) and not part.scalar})
    losses = {part.key: part for part in everything if isinstance(part, Apply) and part.scalar}
    out = ["Let " + ", ".join([f"${declared(w, v)}$" for v in letters.values()]) + "."]
    out += [f"Let ${w.a.name(key)} : \\mathbb{{R}} \\to \\mathbb{{R}}$ be smooth." for key in functions]
    out += [
        f"Let ${w.a.name(f.key)} : {_space(w, *al.shape_of(f.args[0]))} \\to \\mathbb{{R}}$." for f in losses.values()
    ]
    out += [f"${assumed_of(w, v)}$." for v in letters.values() if assumed_of(w, v)]
    out += ["## Forward", *(_display(f"{w.text(d)} = {w.body(d)}") for d in derivation.definitions), "## Backward"]
    for line in derivation.lines:
        meaning = w.text(line.meaning)
        if line.name is not None:
            out.append(_display(f"{w.text(line.name)} = {meaning}"))
        if line.result is line.meaning:
            continue
        left = w.text(line.name) if line.name is not None else meaning
        out.append(_display(f"{left} = {w.text(line.result)}"))
    return "\n\n".join(out) + "\n"


def _display(equation: str) -> str:
    return f"$${equation}$$"


def declared(w: Writer, variable: Variable) -> str:
    """The letter with its set: W ∈ ℝ^{K×d}."""
    name = w.a.name(variable.key)
    rows, columns = w.size(variable.rows), w.size(variable.columns)
    if "one-hot columns" in variable.assumptions:
        times = "" if variable.columns == 1 else f"^{{{columns}}}"
        return rf"{name} \in \{{\mathbf{{e}}_1, \dots, \mathbf{{e}}_{{{rows}}}\}}{times}"
    positive = r"_{>0}" if "positive" in variable.assumptions else ""
    return rf"{name} \in {_space(w, variable.rows, variable.columns)}{positive}"


def _space(w: Writer, rows: Dim, columns: Dim) -> str:
    """ℝ, ℝ^K or ℝ^{K×d}."""
    if columns == 1:
        return r"\mathbb{R}" if rows == 1 else rf"\mathbb{{R}}^{{{w.size(rows)}}}"
    sizes = [f"({size})" if set(size) & set("+-") else size for size in (w.size(rows), w.size(columns))]
    return rf"\mathbb{{R}}^{{{sizes[0]} \times {sizes[1]}}}"


def assumed_of(w: Writer, variable: Variable) -> str:
    """What is assumed of a letter beside its shape, where mathematics has a sign for it."""
    name = w.a.name(variable.key)
    if "positive definite" in variable.assumptions:
        return rf"{name} \succ 0"
    if "symmetric" in variable.assumptions:
        return rf"{name} = {name}^\top"
    return ""
