"""Expressions as NumPy: ones become sums and broadcasting, numbers are floats, everything else has two axes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.code.arithmetic import (
    ATOM,
    MATMUL,
    MINUS,
    SIGNED,
    SUM,
    Code,
    add,
    number_text,
    power,
    times,
)
from mlp_theory.symbolic.calculus.code.templates import (
    NUMBERS,
    OF_NUMBERS,
    function_template,
    helpers,
    operation_template,
)
from mlp_theory.symbolic.calculus.table import Shape
from mlp_theory.symbolic.dimensions import Dim, plus
from mlp_theory.symbolic.expressions import Apply, Call, Named, Node, Number, Size, Variable


class Coder:
    """Writes expressions as NumPy.

    Parameters
    ----------
    name : callable
        The Python name of a letter, of a named part, or of a function.
    size : callable
        The text of a size.
    """

    def __init__(self, name: Callable[[Node], str], size: Callable[[Dim], str]):
        self.name, self.size = name, size
        self.done: dict[Node, Code] = {}

    def code(self, node: Node) -> Code:
        """An expression; what has a name is written by it."""
        for part in al.postorder(node, known=lambda p: p in self.done or isinstance(p, al.OPAQUE)):
            self.done[part] = self._code(part)
        return self.of(node)

    def of(self, node: Node) -> Code:
        """A part that is written already, or has a name."""
        if isinstance(node, al.OPAQUE):
            return Code(self.name(node), ATOM, al.shape_of(node))
        return self.done[node]

    def counted(self, dim: Dim) -> Code:
        """A size as a number."""
        text = self.size(dim)
        return Code(text, ATOM if re.fullmatch(r"\w+", text) else SUM, (1, 1))

    def full(self, node: Node) -> Code:
        """A part with all of its rows and columns, where nothing is left to broadcasting."""
        code, shape = self.of(node), al.shape_of(node)
        if code.shape == shape:
            return code
        sizes = f"({self.size(shape[0])}, {self.size(shape[1])})"
        for value, maker in (("1", "np.ones"), ("0", "np.zeros")):
            if code.text == value:
                return Code(f"{maker}({sizes})", ATOM, shape)
        if code.is_number:
            return Code(f"np.full({sizes}, {code.text})", ATOM, shape)
        return Code(f"np.broadcast_to({code.text}, {sizes})", ATOM, shape)

    def _code(self, node: Node) -> Code:
        match node:
            case Variable():
                return Code(self.name(node), ATOM, al.shape_of(node))
            case Number(value):
                return Code(number_text(value), ATOM if value >= 0 else SIGNED, (1, 1))
            case Size(dim):
                return self.counted(dim)
            case Apply(_, args, _, True):
                return Code(f"{self.name(node)}({', '.join(self.full(a).text for a in args)})", ATOM, (1, 1))
            case Apply(_, (arg,), _, _):
                inside = self.of(arg)
                return Code(f"{self.name(node)}({inside.text})", ATOM, inside.shape)
            case Call("ones", (), _):
                return Code("1", ATOM, (1, 1))
            case Call("zeros", (), _):
                return Code("0", ATOM, (1, 1))
            case Call("identity"):
                shape = al.shape_of(node)
                return Code(f"np.eye({self.size(shape[0])})", ATOM, shape)
            case Call("commutation", (), (rows, columns)):
                size = self.size(al.shape_of(node)[0])
                order = f'np.arange({size}).reshape({self.size(rows)}, {self.size(columns)}, order="F").ravel()'
                return Code(f"np.eye({size})[{order}]", ATOM, al.shape_of(node))
            case Call("add", terms, signs):
                return add([self.of(term) for term in terms], signs)
            case Call("times", factors, _):
                return times([self.of(f) for f in factors])
            case Call("matmul", factors, _):
                return self._product(factors)
            case Call("power", (base, Number(exponent)), _):
                return power(self.of(base), exponent)
            case Call("transpose", (a,), _):
                inside = self.of(a)
                rows, columns = inside.shape
                return inside if inside.is_number else Code(f"{inside.at(ATOM)}.T", ATOM, (columns, rows))
            case Call("elementwise", (a,), (function,)):
                return self._function(function, a)
            case Call("squared norm", (a,), _):
                square = power(self.full(a), 2)
                return square if square.is_number else Code(f"{square.at(ATOM)}.sum()", ATOM, (1, 1))
            case Call("blocks", args, counts):
                return self._blocks(node, args, counts)
            case Call("part", (a,), data):
                return self._part(node, self.full(a), data)
            case Call():
                return self._by_template(node)
        raise TypeError(f"{type(node).__name__} cannot be written as NumPy")

    def _function(self, name: str, a: Node) -> Code:
        """A function of one number; the logarithm of a probability is taken from its scores."""
        inside = self.of(a)
        if name == "log":
            match a.body if isinstance(a, Named) else a:
                case Call("softmax", (z,), _):
                    self.code(z)
                    return Code(f"log_softmax({self.full(z).text})", ATOM, inside.shape)
                case Call("elementwise", (z,), ("sigmoid",)):
                    return Code(f"-np.logaddexp(0, {times([MINUS, self.code(z)]).text})", SIGNED, inside.shape)
        text = function_template(name).format(inside.text)
        return Code(text, ATOM, inside.shape, f"{inside.at(SUM)} > 0" if name == "step" else None)

    def _by_template(self, node: Call) -> Code:
        args = [self.full(arg) for arg in node.args]
        shape = al.shape_of(node)
        if node.op in OF_NUMBERS and args[0].is_number:
            level = args[0].level if OF_NUMBERS[node.op] == "{0}" else ATOM
            return Code(OF_NUMBERS[node.op].format(args[0].text), level, (1, 1))
        if node.op == "inverse" and args[0].is_number:
            return power(args[0], -1)
        if node.op in NUMBERS:
            return Code(NUMBERS[node.op].format(args[0].text), ATOM, (1, 1))
        if node.op == "kron" and any(arg.is_number for arg in args):
            return times(args)
        args = [Code(f"np.array([[{arg.text}]])", ATOM, (1, 1)) if arg.is_number else arg for arg in args]
        second = al.shape_of(node.args[-1])
        fields = {
            "base0": args[0].at(ATOM), "compared0": args[0].at(SUM),
            "rows": self.size(shape[0]), "columns": self.size(shape[1]),
            "rows1": self.size(second[0]), "columns1": self.size(second[1]),
        }  # fmt: skip
        text = operation_template(node.op, len(args)).format(*(arg.text for arg in args), **fields)
        if shape == (1, 1):
            return Code(f"{text}.item()", ATOM, shape)
        mask = text[len("np.where(") : -len(", 1.0, 0.0)")] if node.op == "where largest" else None
        return Code(text, ATOM, shape, mask)

    def _blocks(self, node: Call, args: Sequence[Node], counts: Sequence[int]) -> Code:
        texts, rows, k = [self.full(arg).text for arg in args], [], 0
        for count in counts:
            rows.append(f"[{', '.join(texts[k : k + count])}]")
            k += count
        return Code(f"np.block([{', '.join(rows)}])", ATOM, al.shape_of(node))

    def _part(self, node: Call, whole: Code, data: tuple) -> Code:
        if whole.is_number:
            return whole
        top, left, rows, columns = data
        if (rows, columns) == (1, 1):
            return Code(f"{whole.at(ATOM)}[{self.size(top)}, {self.size(left)}]", ATOM, (1, 1))
        ranges = [self._range(begin, size) for begin, size in ((top, rows), (left, columns))]
        return Code(f"{whole.at(ATOM)}[{', '.join(ranges)}]", ATOM, al.shape_of(node))

    def _range(self, begin: Dim, size: Dim) -> str:
        """``2:5``, ``:K``, or ``K : K + 2``."""
        first = "" if begin == 0 else self.size(begin)
        last = self.size(plus(begin, size))
        simple = all(re.fullmatch(r"\w*", text) for text in (first, last))
        return f"{first}:{last}" if simple else f"{first} : {last}".lstrip()

    def _product(self, factors: Sequence[Node]) -> Code:
        """A matrix product; at ones it falls into sums of rows, sums of columns, and what is repeated."""
        factors = flat(factors)
        numbers = [self.of(f) for f in factors if al.is_scalar(f)]
        segments: list[list[Node]] = [[]]
        ones: list[Call] = []
        for f in factors:
            if isinstance(f, Call) and f.op == "ones":
                ones.append(f)
                segments.append([])
            elif not al.is_scalar(f):
                segments[-1].append(f)
        if not ones:
            out = self._chain(segments[0])
            return times([*numbers, out]) if numbers else out
        first, *middle, last = segments
        parts = [*numbers]
        if first:
            parts.append(self.summed(self._chain(first), (al.shape_of(first[0])[0], al.shape_of(first[-1])[1]), 1))
        for (left, right), inner in zip(pairwise(ones), middle, strict=True):
            if inner:
                shape = left.data[1], right.data[0]
                chain = self._chain(inner)
                parts.append(self.summed(self.summed(chain, shape, 0), (1, shape[1]), 1, whole=chain))
            elif left.data[1] != 1:
                parts.append(self.counted(left.data[1]))
        if last:
            parts.append(self.summed(self._chain(last), (al.shape_of(last[0])[0], al.shape_of(last[-1])[1]), 0))
        return times(parts) if parts else Code("1", ATOM, (1, 1))

    def _chain(self, factors: Sequence[Node]) -> Code:
        """A product of matrices; of one, it may still be left to broadcasting."""
        if not factors:
            return Code("1", ATOM, (1, 1))
        if len(factors) == 1:
            return self.of(factors[0])
        codes = [self.full(f) for f in factors]
        text = " @ ".join(code.at(MATMUL if k == 0 else SIGNED) for k, code in enumerate(codes))
        shape = codes[0].shape[0], codes[-1].shape[1]
        return Code(f"({text}).item()", ATOM, shape) if shape == (1, 1) else Code(text, MATMUL, shape)

    def summed(self, code: Code, shape: Shape, axis: int, whole: Code | None = None) -> Code:
        """The sum over rows (axis 0) or columns (axis 1) of what has this shape once it is repeated."""
        if shape[axis] == 1:
            return code
        if code.shape[axis] == 1:  # the same number again and again
            return times([self.counted(shape[axis]), code])
        new = (1, code.shape[1]) if axis == 0 else (code.shape[0], 1)
        if new == (1, 1):
            whole = whole if whole is not None and 1 not in whole.shape else code
            return Code(f"{whole.at(ATOM)}.sum()", ATOM, new)
        return Code(f"{code.at(ATOM)}.sum(axis={axis}, keepdims=True)", ATOM, new)


def flat(factors: Sequence[Node]) -> list[Node]:
    """The factors of a product, those of products in it too."""
    out, todo = [], list(reversed(factors))
    while todo:
        f = todo.pop()
        if isinstance(f, Call) and f.op == "matmul":
            todo.extend(reversed(f.args))
        else:
            out.append(f)
    return out


def helpers_in(text: str) -> list[str]:
    """The helper functions that some code calls."""
    return [name for name in helpers() if re.search(rf"(?<![\w.]){name}\(", text)]
