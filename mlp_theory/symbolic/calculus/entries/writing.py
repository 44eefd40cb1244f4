"""Numbers with indices as people write them: A_{ik} B_{kj} under a Σ with its range, δ_{ij}, ∂L/∂F_{ij}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.places import size
from mlp_theory.symbolic.calculus.writing.alphabets import LATEX, Alphabet
from mlp_theory.symbolic.calculus.writing.writer import Fragment, Writer
from mlp_theory.symbolic.dimensions import Dimensions
from mlp_theory.symbolic.expressions import (
    Apply,
    Call,
    Compare,
    Derivative,
    Entry,
    Index,
    Named,
    Node,
    Number,
    Over,
    Size,
    Variable,
)

SUM, LAST, PRODUCT, FACTOR = range(4)
"""How tightly a text holds together; what is LAST may stand at the end of a product without brackets."""

_LOW = str.maketrans("ijklmnrstuvpaehox0123456789()", "ᵢⱼₖₗₘₙᵣₛₜᵤᵥₚₐₑₕₒₓ₀₁₂₃₄₅₆₇₈₉₍₎")
_HIGH = dict(
    zip(
        "abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW0123456789",
        "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ⁰¹²³⁴⁵⁶⁷⁸⁹",
        strict=True,
    )
)


class EntryWriter:
    """Writes forms with indices in one alphabet.

    Parameters
    ----------
    alphabet : Alphabet
    names : iterable of str
        Letters of the forms: where δ is one of them, Kronecker's is written 𝟙(i = j).
    spelled : bool, optional
        Whether a place (ij) is written as the number that it is.
    """

    def __init__(self, alphabet: Alphabet, names: Iterable[str] = (), spelled: bool = False):
        self.spelled = spelled
        self.a, self.latex = alphabet, alphabet is LATEX
        self.delta_is_taken = any(name.split("_")[0] == "delta" for name in names)
        self.matrices = Writer(alphabet)

    def text(self, node: Node) -> str:
        """A form."""
        return self._write(node).text

    def at(self, node: Node, level: int) -> str:
        """A part, in brackets where it holds together less tightly."""
        text, own = self._write(node)
        return text if own >= level else self.a.brackets(text)

    def _write(self, node: Node) -> Fragment:
        match node:
            case Number(value):
                return Fragment(f"{value:.12g}".replace("-", self.a.minus), FACTOR if value >= 0 else SUM)
            case Size() | Variable() | Named():
                return self.matrices.of(node) if not isinstance(node, Size) else self._size(node)
            case Index(name):
                return Fragment(name, FACTOR)
            case Entry(body, i, j):
                return Fragment(self._entry(body, i, j), FACTOR)
            case Compare("=", i, j) if self.delta_is_taken:
                one = r"\mathbb{1}" if self.latex else "𝟙"
                return Fragment(f"{one}({self._index(i)} = {self._index(j)})", FACTOR)
            case Compare("=", i, j):
                return Fragment(
                    self._below("δ" if not self.latex else r"\delta", [self._index(i), self._index(j)]), FACTOR
                )
            case Call("determinant" | "log-determinant"):
                return Fragment(self.matrices.text(node), FACTOR)
            case Call("cofactor", (Entry(body, i, j),), _):
                name = self.a.word("cof") + self.a.brackets(self.matrices.text(body))
                return Fragment(self._below(name, [self._index(i), self._index(j)]), FACTOR)
            case Derivative(body, Entry() as at, _):
                return self._derivative(body, at)
            case Over(_, index, _, high, _, body, _):
                return Fragment(f"{self._sigma(index, high)} {self.at(body, LAST)}", LAST)
            case Apply(key, args, order, _):
                inside = ", ".join(self.text(arg) for arg in args)
                return Fragment(self.a.name(key) + self.a.prime * order + self.a.brackets(inside), FACTOR)
            case Call("elementwise", (x,), (name,)):
                return Fragment(self.a.entrywise_function(name, self.text(x)), FACTOR)
            case Call("add", terms, signs):
                return Fragment(self._sum(terms, signs), SUM)
            case Call("times", factors, _):
                return self._product(factors)
            case Call("power", (base, Number(p)), _):
                return self._product((node,)) if p < 0 else self._power(base, p)
        raise TypeError(f"{type(node).__name__} cannot be written in entries")

    def _size(self, node: Size) -> Fragment:
        text = Dimensions().show(node.dim)
        return Fragment(
            text.replace("−", "-") if self.latex else text, FACTOR if isinstance(node.dim, (int, str)) else SUM
        )

    def _index(self, i: Node) -> str:
        """A letter, a number, a place (ij), or the sum of what comes before and a number."""
        match i:
            case Call("place", (a, b), (_, inner)) if self.spelled:
                return f"{self._index(b)}+({self._index(a)}-1) {self.text(size(inner))}"
            case Call("place", (a, b), _):
                return f"({self._index(a)}{self._index(b)})"
            case Call("after", (a,), (before, _)):
                return self._index(a) if before == 0 else f"{self.text(size(before))}+{self._index(a)}"
        return f"{i.value:.0f}" if isinstance(i, Number) else i.name if isinstance(i, Index) else self.text(i)

    def _below(self, base: str, indices: Sequence[str]) -> str:
        if not indices:
            return base
        if any("+" in index for index in indices):  # Unicode has few signs below
            return f"{base}_{{{','.join(indices)}}}" if self.latex else f"{base}[{', '.join(indices)}]"
        return f"{base}_{{{''.join(indices)}}}" if self.latex else base + "".join(indices).translate(_LOW)

    def _entry(self, body: Node, i: Node, j: Node) -> str:
        """Without the index of a row or column that is the only one."""
        rows, columns = al.shape_of(body)
        indices = [self._index(index) for index, dim in ((i, rows), (j, columns)) if dim != 1]
        base = self.matrices.text(body)
        letter = isinstance(body, (Variable, Named)) or (isinstance(body, Call) and body.op == "identity")
        if indices and not (letter and _takes_an_index(base)):
            base = self.a.brackets(base)
        return self._below(base, indices)

    def _derivative(self, body: Node, at: Entry) -> Fragment:
        below = self.text(at)
        if isinstance(body, (Named, Variable)):
            return Fragment(self.a.derivative(self.a.name(body.key), below), FACTOR)
        if self.latex and self._write(body).level < PRODUCT:
            return Fragment(rf"\frac{{\partial}}{{\partial {below}}} \left({self.text(body)}\right)", LAST)
        return Fragment(self.a.derivative(self.at(body, FACTOR), below), FACTOR)

    def _sigma(self, index: str, high: Node) -> str:
        above = self.text(high)
        if self.latex:
            return rf"\sum_{{{index}=1}}^{{{above}}}"
        small = "".join(_HIGH.get(letter, "?") for letter in above)
        return f"Σ{index.translate(_LOW)}₌₁" + (f"^{above}" if "?" in small else small)

    def _sum(self, terms: Sequence[Node], signs: Sequence[int]) -> str:
        out = ""
        for k, (term, sign) in enumerate(zip(terms, signs, strict=True)):
            text = self.at(term, LAST)
            out += f" {self.a.minus if sign < 0 else '+'} {text}" if k else (self.a.minus if sign < 0 else "") + text
        return out

    def _product(self, factors: Sequence[Node]) -> Fragment:
        below = [_inverted(f) for f in factors if _is_divisor(f)]
        above = [f for f in factors if not _is_divisor(f)]
        sign = ""
        if above and isinstance(above[0], Number) and above[0].value < 0:
            sign, above[0] = self.a.minus, Number(-above[0].value)
        if len(above) > 1 and above[0] is al.ONE:
            above = above[1:]
        text = self._beside(above) if above else Fragment("1", FACTOR)
        if below:
            under = self._beside(below)
            if self.latex:
                return Fragment(sign + self.a.fraction(text.text, under.text), SUM if sign else PRODUCT)
            over = text.text if text.level >= PRODUCT else self.a.brackets(text.text)
            text = Fragment(f"{over} / {under.text if under.level == FACTOR else self.a.brackets(under.text)}", PRODUCT)
        return Fragment(sign + text.text, SUM if sign else text.level)

    def _beside(self, factors: Sequence[Node]) -> Fragment:
        """Factors beside each other; a sum over an index needs no brackets where nothing follows."""
        if len(factors) == 1:
            return self._write(factors[0])
        texts = [self.at(f, PRODUCT) for f in factors[:-1]]
        last = self._write(factors[-1])
        texts.append(last.text if last.level >= LAST else self.a.brackets(last.text))
        return Fragment(self.a.beside(texts), PRODUCT if last.level >= PRODUCT else LAST)

    def _power(self, base: Node, p: float) -> Fragment:
        if isinstance(base, Call) and base.op == "elementwise" and p == int(p):
            name = self.a.function_power(base.data[0], f"{p:g}", self.text(base.args[0]))
            if name is not None:
                return Fragment(name, FACTOR)
        text = self.text(base) if isinstance(base, (Entry, Number, Size)) else self.a.brackets(self.text(base))
        return Fragment(self.a.raised(text, f"{p:g}"), FACTOR)


def _is_divisor(node: Node) -> bool:
    return isinstance(node, Call) and node.op == "power" and isinstance(node.args[1], Number) and node.args[1].value < 0


def _inverted(node: Node) -> Node:
    assert isinstance(node, Call)
    base, exponent = node.args
    assert isinstance(exponent, Number)
    return base if exponent.value == -1 else Call("power", (base, Number(-exponent.value)), ())


def _takes_an_index(name: str) -> bool:
    """Whether a letter has no index below it yet."""
    return "_" not in name and not re.search("[₀-₉]", name)
