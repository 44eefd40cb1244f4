"""The signs that expressions are written with: those of LaTeX, and those of Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mlp_theory.symbolic.calculus.table import Shape
from mlp_theory.symbolic.calculus.writing.names import latex_name, unicode_name
from mlp_theory.symbolic.dimensions import Dim, Dimensions
from mlp_theory.symbolic.function_record import FUNCTIONS, Function

OPERATIONS = {
    "softmax": r"\mathrm{softmax}", "logsumexp": r"\mathrm{lse}", "largest entry": r"\max", "trace": r"\mathrm{tr}",
    "determinant": r"\det", "diagonal": r"\mathrm{diag}", "diagonal matrix": r"\mathrm{diag}", "vec": r"\mathrm{vec}",
    "unvec": r"\mathrm{vec}^{-1}",
}  # fmt: skip
"""Operations that are written as a word before their argument."""

WORDS = {
    "trace": "tr", "logsumexp": "lse", "determinant": "det", "largest entry": "max",
    "diagonal": "diag", "diagonal matrix": "diag", "unvec": "vec⁻¹",
}  # fmt: skip
"""Operations in Unicode, where they are not written as they are called."""


class Alphabet:
    """The signs of one way of writing."""

    minus, hadamard, over, kron = "-", r"\odot", r"\oslash", r"\otimes"
    transpose, inverse, inverse_transpose, prime = r"\top", "-1", r"-\top", "'"
    differential, commutes = r"\mathrm{d}", "K"

    def name(self, name: str) -> str:
        """A letter with its indices."""
        return latex_name(name)

    def brackets(self, text: str) -> str:
        """A text in brackets that are as tall as it is."""
        tall = r"\frac" in text or r"\begin" in text
        return rf"\left({text}\right)" if tall else f"({text})"

    def beside(self, texts: Iterable[str]) -> str:
        """Factors beside each other."""
        out = ""
        for text in texts:
            if out and (text[0].isdigit() and out[-1].isdigit()):
                out += r" \cdot " + text
            elif out:
                out += " " + text
            else:
                out = text
        return out

    def raised(self, base: str, above: str) -> str:
        """A base with something above."""
        return f"{base}^{above}" if above == r"\top" or len(above) == 1 else f"{base}^{{{above}}}"

    def exponent(self, number: str, hadamard: str) -> str:
        """An exponent; of a matrix it says that it works entry by entry."""
        return f"{hadamard} {number}" if hadamard else number

    def fraction(self, above: str, below: str) -> str:
        """A fraction of numbers."""
        return rf"\frac{{{above}}}{{{below}}}"

    def derivative(self, above: str, below: str) -> str:
        """∂L/∂W."""
        return rf"\frac{{\partial {above}}}{{\partial {below}}}"

    def ones(self, rows: Dim, columns: Dim) -> str:
        """1, 1ᵀ or 1 1ᵀ."""
        one = r"\mathbf{1}"
        if columns == 1:
            return one
        return rf"{one}^\top" if rows == 1 else rf"{one} {one}^\top"

    def word(self, name: str) -> str:
        """The name of an operation."""
        return OPERATIONS.get(name) or rf"\mathrm{{{name}}}"

    def function_power(self, name: str, power: str, inside: str) -> str | None:
        """tanh²(Z), for functions that are written so."""
        function = FUNCTIONS[name]
        return self.raised(self.form(function), power) + self.brackets(inside) if function.squared else None

    def log_determinant(self, inside: str) -> str:
        """Log |det A|."""
        return rf"\log |\det({inside})|"

    def commutation(self, rows: Dim, columns: Dim) -> str:
        """K, with the shape of what it transposes."""
        show = Dimensions().show
        return rf"{self.commutes}_{{{show(rows)},{show(columns)}}}"

    def identity(self, size: Dim) -> str:
        """I."""
        return "I"

    def function(self, op: str, data: tuple, inside: Sequence[str], shapes: Sequence[Shape]) -> str:
        """An operation with its arguments."""
        if op == "elementwise":
            if data[0] == "abs" and shapes[0] != (1, 1):  # bars around a matrix are its determinant, or a norm
                return self.word("abs") + self.brackets(inside[0])
            return self.entrywise_function(data[0], inside[0])
        if op in ("norm", "squared norm"):
            frobenius = "_F" if 1 not in shapes[0] else ""
            return self.norm(inside[0]) + frobenius + (self.square if op == "squared norm" else "")
        if op == "log-determinant":
            return self.log_determinant(inside[0])
        if op == "commutation":
            return self.commutation(*data)
        if op == "identity":
            return self.identity(*data)
        if op == "zeros":
            return "0"
        if op == "where largest":
            largest = self.beside([self.ones(shapes[0][0], 1), f"{self.word('largest entry')}({inside[0]})"])
            return f"{self.indicator}({inside[0]} = {largest})"
        if op == "blocks":
            return self.blocks(inside, data)
        return self.word(op) + self.brackets(", ".join(inside))

    square, indicator = "^2", r"\mathbb{1}"

    def norm(self, inside: str) -> str:
        """‖A‖."""
        return rf"\|{inside}\|"

    def inner(self, a: str, b: str) -> str:
        """⟨A, B⟩."""
        return rf"\langle {a}, {b} \rangle"

    def form(self, function: Function) -> str:
        """How a function of one number is written: its word, or a form with a place for the argument."""
        return function.latex

    def entrywise_function(self, name: str, inside: str) -> str:
        """A function of one number with its argument."""
        form = self.form(FUNCTIONS[name])
        return form % inside if "%s" in form else form + self.brackets(inside)

    def blocks(self, inside: Sequence[str], counts: tuple) -> str:
        """A matrix of blocks."""
        rows, k = [], 0
        for count in counts:
            rows.append(" & ".join(inside[k : k + count]))
            k += count
        return r"\begin{pmatrix} " + r" \\ ".join(rows) + r" \end{pmatrix}"

    def zeros(self, rows: str, columns: str) -> str:
        """A block of zeros that says its size."""
        sizes = [f"({size})" if set(size) & set("+-") else size for size in (rows, columns)]
        return rf"0_{{{sizes[0]} \times {sizes[1]}}}"

    def part(self, whole: str, ranges: Sequence[str]) -> str:
        """Rows and columns of a matrix, as Golub & Van Loan write them: Z_{1:h, :}."""
        bare = re.fullmatch(r"\\?[A-Za-z]+|\\\w+\{\\?\w+\}", whole)
        inside = r",\,".join(ranges)
        return f"{whole if bare else self.brackets(whole)}_{{{inside}}}"

    def is_single(self, text: str) -> bool:
        """Whether a text needs no brackets behind ⊘."""
        return bool(re.fullmatch(r"\\?\w+(_(\w|\{\w+\}))?|\\?\w+(\{\w+\})?\([^()]*\)", text))


class Sized(Alphabet):
    """LaTeX where I and 1 say their size, as ⊗ needs it."""

    def identity(self, size: Dim) -> str:
        """I_n."""
        return f"I{self._below(size)}"

    def ones(self, rows: Dim, columns: Dim) -> str:
        """1_m, 1_nᵀ or 1_m 1_nᵀ."""
        row = rf"\mathbf{{1}}{self._below(columns)}^\top"
        if rows == 1:
            return row
        column = rf"\mathbf{{1}}{self._below(rows)}"
        return column if columns == 1 else f"{column} {row}"

    def _below(self, size: Dim) -> str:
        """The size as an index; a product of sizes has no form as one."""
        if isinstance(size, str) and "·" not in size:
            return f"_{{{self.name(size)}}}"
        return f"_{{{size}}}" if isinstance(size, int) else ""


class BesideK(Sized):
    """The same beside a letter K."""

    commutes = r"\mathbf{K}"


class Unicode(Alphabet):
    """For the terminal."""

    minus, hadamard, over, kron = "−", "⊙", "⊘", "⊗"
    transpose, inverse, inverse_transpose, prime = "ᵀ", "⁻¹", "⁻ᵀ", "′"
    differential = "d"
    square, indicator = "²", "𝟙"
    _HIGH = str.maketrans("0123456789-.", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻·")

    def name(self, name: str) -> str:
        """A letter with its indices."""
        return unicode_name(name)

    def brackets(self, text: str) -> str:
        """A text in brackets."""
        return f"({text})"

    def raised(self, base: str, above: str) -> str:
        """A base with something above."""
        return base + above.translate(self._HIGH)

    def exponent(self, number: str, hadamard: str) -> str:
        """An exponent."""
        return number

    def beside(self, texts: Iterable[str]) -> str:
        """Factors beside each other."""
        out = ""
        for text in texts:
            digits = out and text[0].isdigit() and out[-1].isdigit() and text not in ("1", "1ᵀ")
            out += ("·" if digits else " " if out else "") + text
        return out

    def fraction(self, above: str, below: str) -> str:
        """A fraction of numbers."""
        return f"{above}/{below}" if self.is_single(below) or below.isdigit() else f"{above}/({below})"

    def derivative(self, above: str, below: str) -> str:
        """∂L/∂W."""
        return f"∂{above}/∂{below}"

    def ones(self, rows: Dim, columns: Dim) -> str:
        """1, 1ᵀ or 1 1ᵀ."""
        return "1" if columns == 1 else "1ᵀ" if rows == 1 else "1 1ᵀ"

    def word(self, name: str) -> str:
        """The name of an operation."""
        return WORDS.get(name, name)

    def norm(self, inside: str) -> str:
        """‖A‖."""
        return f"‖{inside}‖"

    def log_determinant(self, inside: str) -> str:
        """Log |det A|."""
        return f"log |det({inside})|"

    def commutation(self, rows: Dim, columns: Dim) -> str:
        """K, with the shape of what it transposes."""
        show = Dimensions().show
        return f"K_({show(rows)},{show(columns)})"

    def inner(self, a: str, b: str) -> str:
        """⟨A, B⟩."""
        return f"⟨{a}, {b}⟩"

    def form(self, function: Function) -> str:
        """How a function of one number is written."""
        return function.unicode or function.name

    def zeros(self, rows: str, columns: str) -> str:
        """A block of zeros; a terminal has no room for its size."""
        return "0"

    def part(self, whole: str, ranges: Sequence[str]) -> str:
        """Rows and columns of a matrix; no square brackets, in which Python counts from 0."""
        return f"{whole if whole.isalpha() else self.brackets(whole)}_({', '.join(ranges)})"

    def blocks(self, inside: Sequence[str], counts: tuple) -> str:
        """A matrix of blocks."""
        rows, k = [], 0
        for count in counts:
            rows.append(" ".join(inside[k : k + count]))
            k += count
        return "[" + "; ".join(rows) + "]"


LATEX, SIZED, BESIDE_K, UNICODE = Alphabet(), Sized(), BesideK(), Unicode()
