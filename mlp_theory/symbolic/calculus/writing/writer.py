"""Expressions as people write them: LaTeX, and Unicode for the terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.writing.alphabets import LATEX, UNICODE, Alphabet
from mlp_theory.symbolic.calculus.writing.grids import in_a_grid, is_zero, ranges_of, sized_zeros
from mlp_theory.symbolic.dimensions import Dim, Dimensions
from mlp_theory.symbolic.expressions import Apply, Call, Derivative, Differential, Named, Node, Number, Size, Variable

SUM, ENTRYWISE, PRODUCT, FACTOR = range(4)
"""How tightly a text holds together; what is used as more is put in brackets."""


class Fragment(NamedTuple):
    """An expression as text, and how tightly it holds together."""

    text: str
    level: int


def latex_of(node: Node) -> str:
    """An expression as LaTeX."""
    return Writer(LATEX).text(node)


def unicode_of(node: Node) -> str:
    """An expression for the terminal."""
    return Writer(UNICODE).text(node)


def _is_a_fraction(value: float) -> bool:
    """Whether a number is read more easily as 1/n: 1/2 and 1/60, but 0.01."""
    if not 0 < abs(value) < 1:
        return False
    below = round(1 / value)
    return below * value == 1 and (abs(below) <= 10 or len(f"{abs(value):.12g}") > 6)


def _repeated_number(term: Node) -> Node | None:
    """The number that stands in every entry of a matrix of ones, times numbers."""
    match term:
        case Call("ones"):
            return al.ONE
        case Call("times", (*numbers, Call("ones")), _) if all(al.is_scalar(f) for f in numbers):
            return al.times(*numbers)
    return None


def _with_names(dim: Dim, name: Callable[[str], str]) -> Dim:
    """A size with its names as they are written."""
    if isinstance(dim, str):
        return name(dim)
    if isinstance(dim, tuple):
        return dim[0], tuple((name(key), count) for key, count in dim[1]), dim[2]
    return dim


class Writer:
    """Writes expressions in one alphabet; what has a name is written by its name."""

    def __init__(self, alphabet: Alphabet):
        self.a = alphabet
        self.written: dict[Node, Fragment] = {}

    def text(self, node: Node) -> str:
        """An expression."""
        for part in al.postorder(node, known=lambda p: p in self.written or self._by_name(p) is not None):
            self.written[part] = self._write(part)
        return self.of(node).text

    def whole(self, node: Node) -> Fragment:
        """An expression, and how tightly it holds together."""
        self.text(node)
        return self.of(node)

    def body(self, node: Named) -> str:
        """What stands behind a name."""
        return self.text(node.body)

    def of(self, node: Node) -> Fragment:
        """A part that is written already, or has a name."""
        name = self._by_name(node)
        return self.written[node] if name is None else Fragment(name, FACTOR)

    def at(self, node: Node, level: int) -> str:
        """A part, in brackets where it holds together less tightly."""
        text, own = self.of(node)
        return text if own >= level else self.a.brackets(text)

    def _by_name(self, node: Node) -> str | None:
        if isinstance(node, (Variable, Named)):
            return self.a.name(node.key)
        if isinstance(node, Derivative):
            return self._jacobian(node) if node.layout == "tensor" else self.a.derivative(*self._above_below(node))
        if isinstance(node, Differential):
            return self.a.differential + (self._by_name(node.body) or self.a.brackets(Writer(self.a).text(node.body)))
        return None

    def _above_below(self, node: Derivative) -> tuple[str, str]:
        """What is differentiated, and by what."""
        below = self.a.name(node.wrt.key) if isinstance(node.wrt, (Variable, Named)) else None
        above = self.a.name(node.body.key) if isinstance(node.body, Named) else "L"
        return above, below or self.a.brackets(Writer(self.a).text(node.wrt))

    def _jacobian(self, node: Derivative, turned: bool = False) -> str:
        """∂f/∂xᵀ of columns, else ∂vec(F)/∂vec(X)ᵀ; in the other layout ∂fᵀ/∂x."""
        above, below = self._above_below(node)
        vec = self.a.word("vec")
        top, by = (
            text if al.shape_of(part)[1] == 1 else vec + self.a.brackets(text)
            for part, text in ((node.body, above), (node.wrt, below))
        )
        if turned:
            return self.a.derivative(self.a.raised(top, self.a.transpose), by)
        return self.a.derivative(top, self.a.raised(by, self.a.transpose))

    def _write(self, node: Node) -> Fragment:
        match node:
            case Number(value):
                return Fragment(f"{value:.12g}", FACTOR if value >= 0 else SUM)
            case Size(dim):
                return Fragment(*self._size(dim))
            case Apply(key, args, order, _):
                inside = ", ".join(self.of(arg).text for arg in args)
                return Fragment(self.a.name(key) + self.a.prime * order + self.a.brackets(inside), FACTOR)
            case Call("add", terms, signs):
                return Fragment(self._sum(terms, signs), SUM)
            case Call("times", factors, _):
                return self._times(factors)
            case Call(
                "matmul", (Call("ones", (), (1, _)), Call("times", (*some, last), _), Call("ones", (), (_, 1))), _
            ):
                return Fragment(self._inner(node, some, last), FACTOR)
            case Call("matmul", factors, _):
                return Fragment(
                    self.a.beside([*map(self._factor, factors[:-1]), self.at(factors[-1], PRODUCT)]), PRODUCT
                )
            case Call("power", (base, Number(exponent)), _):
                divided = exponent < 0 and not al.is_scalar(node)  # 1 ⊘ A
                return self._times((node,)) if divided else self._power(base, exponent)
            case Call("ones", (), (rows, columns)):
                return Fragment(self.a.ones(rows, columns), FACTOR if 1 in (rows, columns) else PRODUCT)
            case Call("transpose", (Call("inverse", (a,), _),), _):
                return Fragment(self.a.raised(self.at(a, FACTOR), self.a.inverse_transpose), FACTOR)
            case Call("transpose", (Derivative(_, _, "tensor") as derivative,), _):
                return Fragment(self._jacobian(derivative, turned=True), FACTOR)
            case Call("transpose", (a,), _):
                return Fragment(self.a.raised(self._base(a), self.a.transpose), FACTOR)
            case Call("inverse", (a,), _):
                return Fragment(self.a.raised(self._base(a), self.a.inverse), FACTOR)
            case Call("kron", (a, b), _):
                return Fragment(f"{self.at(a, PRODUCT)} {self.a.kron} {self.at(b, PRODUCT)}", ENTRYWISE)
            case Call("part", (a,), data) if al.shape_of(a) != (1, 1):
                return Fragment(self.a.part(self.of(a).text, ranges_of(al.shape_of(a), data, self.size)), FACTOR)
            case Call("blocks", args, counts):
                return Fragment(self._blocks(*in_a_grid(args, counts)), FACTOR)
            case Call(op, args, data):
                return Fragment(
                    self.a.function(op, data, [self.of(arg).text for arg in args], self._shapes(node)), FACTOR
                )
        raise TypeError(f"{type(node).__name__} cannot be written")

    def _blocks(self, grid: list[Node], counts: tuple[int, ...]) -> str:
        """A matrix of blocks, its zeros as 0."""
        texts = ["0" if is_zero(block) else self.text(block) for block in grid]
        for k in sized_zeros(grid, counts):
            texts[k] = self.a.zeros(*map(self.size, al.shape_of(grid[k])))
        return self.a.blocks(texts, counts)

    def _shapes(self, node: Call) -> list:
        return [al.shape_of(arg) for arg in node.args]

    def size(self, dim: Dim) -> str:
        """A size as a reader would write it: n, K-1, d_{l-1}."""
        return Dimensions().show(_with_names(dim, self._dim_name)).replace("−", "-")

    def _size(self, dim: Dim) -> tuple[str, int]:
        text = Dimensions().show(_with_names(dim, self._dim_name))
        return (text, FACTOR) if isinstance(dim, (int, str)) else (text.replace("−", " - "), SUM)

    def _inner(self, node: Call, some: list[Node], last: Node) -> str:
        """⟨A, B⟩ for 1ᵀ(A ⊙ B) 1, unless something is divided by in it."""
        if any(al.is_scalar(f) or (isinstance(f, Call) and f.op == "power") for f in (*some, last)):
            return self.a.beside(self._factor(f) for f in node.args)
        first = self._entrywise(some, [])
        assert first is not None
        return self.a.inner(first.text, self.of(last).text)

    def _dim_name(self, name: str) -> str:
        return "·".join(self.a.name(factor) for factor in name.split("·"))

    def _factor(self, node: Node) -> str:
        """A factor before others: a sum, an entrywise product and a differential stand in brackets."""
        return self.a.brackets(self.of(node).text) if isinstance(node, Differential) else self.at(node, PRODUCT)

    def _base(self, node: Node) -> str:
        """What a transpose or a power stands at: a name alone needs no brackets."""
        text, level = self.of(node)
        closed = isinstance(node, Call) and (
            node.op in ("transpose", "inverse", "power", "part") or node.data == ("step",)
        )
        bare = level == FACTOR and not closed
        return text if bare else self.a.brackets(text)

    def _sum(self, terms: tuple[Node, ...], signs: tuple[int, ...]) -> str:
        out = ""
        numbers = [_repeated_number(term) for term in terms]
        shaped = None in numbers  # another term says the shape of what is one number in all entries
        for k, (term, sign, number) in enumerate(zip(terms, signs, numbers, strict=True)):
            text, level = self.of(term)
            if number is not None and shaped:
                text, level = Writer(self.a).whole(number)
            if level == SUM:
                text = self.a.brackets(text)
            out += (
                (f" {self.a.minus} " if sign < 0 else " + ") + text if k else (self.a.minus if sign < 0 else "") + text
            )
        return out

    def _times(self, factors: tuple[Node, ...]) -> Fragment:
        above, below, behind, matrices, divided = [], [], [], [], []
        negative = False
        for f in factors:
            match f:
                case Number(value) if value == -1 and len(factors) > 1:
                    negative = not negative
                case Number(value) if _is_a_fraction(value):
                    below.append(Fragment(f"{abs(round(1 / value))}", FACTOR))
                    negative ^= value < 0
                case Call("power", (base, Number(p)), _) if p < 0 and al.is_scalar(f):
                    below.append(self._power(base, -p) if p != -1 else self.of(base))
                case Call("power", (base, Number(p)), _) if p < 0:
                    divided.append(self._behind_over(self._power(base, -p) if p != -1 else self.of(base)))
                case Number(value):
                    negative ^= value < 0
                    above.append(f"{abs(value):.12g}")
                case _ if al.is_scalar(f):
                    simple = self._by_name(f) is not None or isinstance(f, (Size, Apply))
                    (above if simple and self.of(f).level == FACTOR else behind).append(self.at(f, PRODUCT))
                case _:
                    matrices.append(f)
        core = self._entrywise(matrices, divided)
        if behind:
            core = Fragment(self.a.beside([*behind, *([] if core is None else [self._bracketed(core)])]), PRODUCT)
        if core is not None and not above and not below:
            return Fragment(self.a.minus + core.text, SUM) if negative else core
        number = self.a.fraction(self.a.beside(above) or "1", self._below(below)) if below else self.a.beside(above)
        sign = self.a.minus if negative else ""
        if core is None:
            return Fragment(sign + number, SUM if negative else PRODUCT)
        return Fragment(sign + self.a.beside([number, self._bracketed(core)]), SUM if negative else PRODUCT)

    def _below(self, texts: list[Fragment]) -> str:
        """What stands below a fraction; a sum alone needs no brackets there."""
        if len(texts) == 1:
            return texts[0].text
        return self.a.beside(text.text if text.level == FACTOR else self.a.brackets(text.text) for text in texts)

    def _bracketed(self, text: Fragment) -> str:
        """A text as a factor of a product."""
        return text.text if text.level >= PRODUCT else self.a.brackets(text.text)

    def _behind_over(self, text: Fragment) -> str:
        """A text behind ⊘."""
        return text.text if text.level >= FACTOR else self.a.brackets(text.text)

    def _entrywise(self, matrices: list[Node], divided: list[str]) -> Fragment | None:
        """The matrices of an entrywise product, and those that divide it."""
        if not matrices and not divided:
            return None
        if len(matrices) == 1 and not divided:
            return self.of(matrices[0])
        single = [self.at(m, FACTOR) for m in matrices]
        if not single:
            single = ["1"]
        out = f" {self.a.hadamard} ".join(single)
        for text in divided:
            out += f" {self.a.over} {text}"
        return Fragment(out, ENTRYWISE)

    def _power(self, base: Node, exponent: float) -> Fragment:
        if isinstance(base, Call) and base.op == "elementwise" and exponent == int(exponent) and exponent > 0:
            name = self.a.function_power(base.data[0], f"{exponent:g}", self.of(base.args[0]).text)
            if name is not None:
                return Fragment(name, FACTOR)
        if al.is_scalar(base) and exponent == -1:
            return Fragment(self.a.fraction("1", self.of(base).text), PRODUCT)
        if exponent < 0:
            below = self.of(base) if exponent == -1 else self._power(base, -exponent)
            return Fragment(f"1 {self.a.over} {self._behind_over(below)}", ENTRYWISE)
        hadamard = "" if 1 in al.shape_of(base) else self.a.hadamard
        return Fragment(self.a.raised(self._base(base), self.a.exponent(f"{exponent:g}", hadamard)), FACTOR)
