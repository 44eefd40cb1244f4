"""A proof in entries as a page: for the terminal, as LaTeX, and as Markdown that the checker of texts reads."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.derivation_page import assumed_of, declared
from mlp_theory.symbolic.calculus.entries.places import size
from mlp_theory.symbolic.calculus.entries.proof import Proof
from mlp_theory.symbolic.calculus.entries.writing import EntryWriter
from mlp_theory.symbolic.calculus.writing.alphabets import LATEX, UNICODE, Alphabet
from mlp_theory.symbolic.calculus.writing.writer import Writer
from mlp_theory.symbolic.dimensions import Dim, Dimensions
from mlp_theory.symbolic.expressions import Apply, Call, Derivative, Entry, Index, Node

WORDLESS = ("cofactor", "inner of blocks", "sum of blocks", "part", "unvec", "largest entry", "where largest")
"""Operations that the checker of texts has no word for, or not for whole matrices."""


@dataclass(frozen=True)
class InEntries:
    """Laws of matrices, opened: each proved in entries.

    Attributes
    ----------
    proofs : tuple of Proof
        From the loss backwards.
    """

    proofs: tuple[Proof, ...]

    @property
    def ok(self) -> bool:
        """Whether every step of every proof holds at random arrays."""
        return all(proof.ok for proof in self.proofs)

    def assert_ok(self) -> None:
        """Raise with the first step that does not hold.

        Raises
        ------
        UncheckedPageError
        """
        for proof in self.proofs:
            proof.assert_ok()

    def to_latex(self) -> str:
        """Aligned equations, one row a step, its law beside it."""
        rows = [row for proof in self.proofs for row in _latex_rows(proof)]
        return "\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}"

    def to_markdown(self) -> str:
        """A page that ``mlp-theory check`` reads; several proofs are several pages, see `proofs`.

        Raises
        ------
        OptionError
            When there are several: each has an L of its own.
        """
        if len(self.proofs) != 1:
            raise OptionError(
                "One page holds one proof",
                expected="[InEntries((proof,)).to_markdown() for proof in opened.proofs]",
                got=f"{len(self.proofs)} proofs",
            )
        return _markdown(self.proofs[0])

    def __str__(self) -> str:
        return "\n\n".join(_text(proof) for proof in self.proofs)

    __repr__ = __str__

    def _repr_latex_(self) -> str:
        return f"$$\n{self.to_latex()}\n$$"


def rows_of(proof: Proof, alphabet: Alphabet, spelled: bool = False) -> list[tuple[str, str]]:
    """The forms that look different, as text, each with the law that led there; the first has none.

    Where it is `spelled` out, a place (ij) is the number that it is.
    """
    writer = EntryWriter(alphabet, [part.key for part in (*proof.letters, *proof.names)], spelled)
    rows = [(writer.text(proof.steps[0].before), "")]
    for step in proof.steps:
        text = writer.text(step.after)
        if text != rows[-1][0]:
            rows.append((text, step.law))
    return rows


def _definitions(proof: Proof, writer: Writer) -> list[str]:
    """What the names stand for: F, L, Δ; and letters that a step has given."""
    given = [f"{writer.text(letter)} = {writer.text(node)}" for letter, node in proof.stands_for]
    named = [f"{writer.text(name)} = {writer.body(name)}" for name in proof.names]
    return given + named + _places(proof, writer)


def _places(proof: Proof, writer: Writer) -> list[str]:
    """Which number a place (ij) is, one for each size of what is counted inside."""
    found: dict[Dim, str] = {}
    for form in proof.forms:
        for part in parts_of(form):
            match part:
                case Call("place", (Index(i), Index(j)), (_, inner)):
                    number = f"{j} + ({i} {writer.a.minus} 1) {writer.text(size(inner))}"
                    found.setdefault(inner, f"({i}{j}) = {number}")
    return list(found.values())


def _text(proof: Proof) -> str:
    out = _definitions(proof, Writer(UNICODE))
    (first, _), *rows = rows_of(proof, UNICODE)
    width = max((len(text) for text, _ in rows), default=0)
    return "\n".join([*out, first, *(f"    = {text:{width}}  {{ {law} }}" for text, law in rows)])


def _latex_rows(proof: Proof) -> list[str]:
    out = [line.replace(" = ", " &= ", 1) for line in _definitions(proof, Writer(LATEX))]
    (first, _), *rows = rows_of(proof, LATEX)
    for text, law in rows:
        out.append(rf"{first} &= {text} && \text{{{law}}}")
        first = ""
    return out


def _markdown(proof: Proof) -> str:
    """Declarations in the prose; then what is proved, equal to every form on the way, each with its reason."""
    w = Writer(LATEX)
    everything = [part for step in proof.steps for form in (step.before, step.after) for part in parts_of(form)]
    everything += [part for name in proof.names for part in parts_of(name)]
    functions = {part.key: part for part in everything if isinstance(part, Apply)}
    out = ["Let " + ", ".join(f"${declared(w, letter)}$" for letter in proof.letters) + "."] if proof.letters else []
    out += [f"${assumed_of(w, letter)}$." for letter in proof.letters if assumed_of(w, letter)]
    out += [f"Let ${w.a.name(key)} : {_domain(f)} \\to \\mathbb{{R}}$ be smooth." for key, f in functions.items()]
    if proof.ranges:
        counts = [f"${name} \\in \\{{1, \\dots, {_size(dim)}\\}}$" for name, dim in proof.ranges.items()]
        out.append("Let " + ", ".join(counts) + ".")
    out += [f"$${w.text(name)} = {w.body(name)}$$" for name in proof.names]
    (first, _), *rows = rows_of(proof, LATEX, spelled=True)
    writer = EntryWriter(LATEX, [part.key for part in (*proof.letters, *proof.names)], spelled=True)
    unread = {writer.text(form) for form in proof.forms if not _is_read(form)}
    for text, law in rows:
        mark = "<!-- unchecked: texts do not have this form -->\n" if text in unread else ""
        out += [f"*{law}*", f"{mark}$${first} = {text}$$"]
    return "\n\n".join(out) + "\n"


def _is_read(form: Node) -> bool:
    """Whether the checker of texts reads it.

    It never takes ∂A/∂B for 0, where B does not stand in A, and no index for one that counts the first rows alone.
    """
    for part in parts_of(form):
        match part:
            case Call(op) if op in WORDLESS:
                return False
            case Call("after", _, (0, _)):
                return False
            case Derivative(body, Entry(letter), _) if letter not in parts_of(body):
                return False
    return True


def _size(dim: Dim) -> str:
    return Dimensions().show(dim).replace("−", "-")


def _domain(function: Apply) -> str:
    """ℝ, or the spaces of the matrices that a loss depends on."""
    if not function.scalar:
        return r"\mathbb{R}"
    spaces = []
    for arg in function.args:
        rows, columns = al.shape_of(arg)
        across = "" if columns == 1 else rf" \times {_size(columns)}"
        spaces.append(r"\mathbb{R}" + ("" if (rows, columns) == (1, 1) else f"^{{{_size(rows)}{across}}}"))
    return r" \times ".join(spaces)
