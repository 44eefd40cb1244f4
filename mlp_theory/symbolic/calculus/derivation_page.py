"""A derivation as a page: for the terminal, as LaTeX, and as Markdown that the checker of texts reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.line import Line
from mlp_theory.symbolic.calculus.worked import Worked
from mlp_theory.symbolic.calculus.writing.alphabets import BESIDE_K, LATEX, SIZED, UNICODE, Alphabet
from mlp_theory.symbolic.calculus.writing.writer import Writer
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.expressions import Apply, Call, Differential, Named, Node, Variable


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


class Section(NamedTuple):
    """A part of a page.

    Attributes
    ----------
    heading : str
    derivation : Worked
        Its lines stand in it, and those of its definitions that no section before has.
    laws : bool
        Whether the laws of a line are said before it, and the sizes of I and 1.
    means : dict of Named to Node
        The derivative that a defined name is the value of: ∂L/∂x = g.
    """

    heading: str
    derivation: Worked
    laws: bool = True
    means: dict[Node, Node] = {}  # noqa: RUF012


def markdown_page(*sections: Section) -> str:
    """Derivations as a page: declarations in the prose, then an equation for every line, that the checker reads."""
    derivations = [section.derivation for section in sections]
    everything = al.postorder(*(node for d in derivations for node in (d.loss, *(line.result for line in d.lines))))
    w = Writer(_alphabet_of(everything) if any(section.laws for section in sections) else LATEX)
    out = [*_introduced(w, everything), "## Forward"]
    known: set[str] = set()
    for k, section in enumerate(sections):
        definitions = [d for d in section.derivation.definitions if w.text(d) not in known]
        known |= {w.text(named) for named in definitions}
        known |= {w.text(line.name) for line in section.derivation.lines if line.name is not None}
        written = [equation for d in definitions for equation in _defined(w, d, section.means)]
        out += [f"## {section.heading}", *written] if k else [*written, f"## {section.heading}"]
        for line in section.derivation.lines:
            out += _equations_of(w, line, section.laws)
    return "\n\n".join(out) + "\n"


def _alphabet_of(everything: Sequence[Node]) -> Alphabet:
    """LaTeX with sizes; where K is a letter of the derivation, the commutation matrix is a bold one."""
    keys = {part.key.split("_")[0] for part in everything if isinstance(part, (Variable, Named))}
    return BESIDE_K if "K" in keys else SIZED


def _introduced(w: Writer, everything: Sequence[Node]) -> list[str]:
    """What the letters, their increments and the functions are."""
    letters = {part.key: part for part in everything if isinstance(part, Variable)}
    increments = [part for part in everything if isinstance(part, Differential) and part.by == (part.body,)]
    functions = sorted({part.key for part in everything if isinstance(part, Apply) and not part.scalar})
    losses = {part.key: part for part in everything if isinstance(part, Apply) and part.scalar}
    sets = [declared(w, v) for v in letters.values()]
    sets += [rf"{w.text(dX)} \in {_space(w, *al.shape_of(dX))}" for dX in increments]
    out = ["Let " + ", ".join([f"${one}$" for one in sets]) + "."]
    out += [f"Let ${w.a.name(key)} : \\mathbb{{R}} \\to \\mathbb{{R}}$ be smooth." for key in functions]
    out += [
        f"Let ${w.a.name(f.key)} : {_space(w, *al.shape_of(f.args[0]))} \\to \\mathbb{{R}}$." for f in losses.values()
    ]
    out += [f"${assumed_of(w, v)}$." for v in letters.values() if assumed_of(w, v)]
    out += [rf"${w.text(dX)} = {w.text(dX)}^\top$." for dX in increments if _is_symmetric(dX.body)]
    commuting = [part for part in everything if isinstance(part, Call) and part.op == "commutation"]
    return out + [f"Here ${w.text(K)}$ is the commutation matrix." for K in commuting]


def _is_symmetric(letter: Node) -> bool:
    return isinstance(letter, Variable) and "symmetric" in letter.assumptions


def _defined(w: Writer, named: Named, means: dict[Node, Node]) -> list[str]:
    """A definition; and of which derivative it is the value, so that what follows differentiates only once."""
    claims = [_display(f"{w.text(means[named])} = {w.text(named)}")] if named in means else []
    return [_display(f"{w.text(named)} = {w.body(named)}"), *claims]


def _equations_of(w: Writer, line: Line, laws: bool) -> list[str]:
    """A line, from its meaning to its result; and the laws that lead there."""
    meaning = w.text(line.meaning)
    out = [] if line.name is None else [_display(f"{w.text(line.name)} = {meaning}")]
    if line.result is line.meaning:
        return out
    if laws:
        names = dict.fromkeys(TIDIED if step.law in IN_PASSING else step.law for step in line.steps)
        out.append(f"*{'; '.join(names)}*")
    left = w.text(line.name) if line.name is not None else meaning
    return [*out, _display(f"{left} = {w.text(line.result)}")]


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
