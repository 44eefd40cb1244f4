"""Laws of the entrywise product: numbers first, equal factors as powers."""

from __future__ import annotations

import math
from weakref import WeakKeyDictionary

from mlp_theory.symbolic.book import children
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.products import is_zero
from mlp_theory.symbolic.calculus.laws.sums import split
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.expressions import Call, Differential, Named, Node, Number, Variable

LARGEST = 700.0
"""The logarithm of the largest power of a number that is written out, nearly that of the largest float."""


@law("times", "associativity, entry by entry", r"A \odot (B \odot C) = A \odot B \odot C")
def flat(node: Call) -> Node | None:
    """No brackets in a product; a number alone in a sum is its product with −1."""
    if not any(isinstance(f, Call) and f.op == "times" for f in node.args):
        return None
    factors: list[Node] = []
    for f in node.args:
        factors.extend(f.args if isinstance(f, Call) and f.op == "times" else (f,))
    return al.times(*factors)


@law("times", "a zero factor", r"A \odot 0 = 0")
def with_zero(node: Call) -> Node | None:
    """A product with zero."""
    if any(is_zero(f) for f in node.args):
        return al.zeros(*al.shape_of(node))
    return None


@law("times", "numbers", r"2 \cdot 3 = 6")
def numbers_first(node: Call) -> Node | None:
    """One number, then letters that are numbers, then matrices."""
    number, scalars, matrices = split(node)
    factors = [*([] if number == 1.0 else [Number(number)]), *scalars, *matrices] or [al.ONE]
    return None if factors == list(node.args) else al.times(*factors)


@law("times", "a factor of ones", r"A \odot \mathbf{1}\mathbf{1}^\top = A")
def with_ones(node: Call) -> Node | None:
    """Ones change nothing, where another matrix says the shape."""
    rest = [f for f in node.args if not (isinstance(f, Call) and f.op == "ones")]
    if len(rest) == len(node.args):
        return None
    if not rest or (not al.is_scalar(node) and all(al.is_scalar(f) for f in rest)):
        factors = [*rest, al.ones(*al.shape_of(node))]
        return None if len(factors) == len(node.args) else al.times(*factors)
    return al.times(*rest)


@law("times", "equal factors", r"A^{p} \odot A^{q} = A^{p+q}")
def equal_factors(node: Call) -> Node | None:
    """Powers of one base are one power; with the exponent 0 they are ones."""
    exponents: dict[Node, float] = {}
    for f in node.args:
        base, exponent = base_and_exponent(f)
        exponents[base] = exponents.get(base, 0.0) + exponent
    if len(exponents) == len(node.args):
        return None
    factors = []
    for base, exponent in exponents.items():
        if exponent == 0:
            factors.append(al.ones(*al.shape_of(base)))
        else:
            factors.append(base if exponent == 1 else al.power(base, exponent))
    return al.times(*factors)


def base_and_exponent(node: Node) -> tuple[Node, float]:
    """A and p of Aᵖ."""
    match node:
        case Call("power", (base, Number(exponent)), _):
            return base, exponent
    return node, 1.0


@law("times", "a negative factor", r"A \odot (-B) = -A \odot B")
def minus_first(node: Call) -> Node | None:
    """The sign goes to the front."""
    for k, f in enumerate(node.args):
        match f:
            case Call("add", (a,), (-1,)):
                return al.times(Number(-1.0), *node.args[:k], a, *node.args[k + 1 :])
    return None


@law("power", "power of a power", r"(A^{p})^{q} = A^{pq}")
def power_of_a_power(node: Call) -> Node | None:
    """Exponents multiply; √ is half a power where it is squared."""
    match node:
        case Call(_, (base, Number(1.0)), _):
            return base
        case Call(_, (base, Number(0.0)), _):
            return al.ones(*al.shape_of(base))
        case Call(_, (Number(value), Number(exponent)), _) if value > 0 and abs(exponent * math.log(value)) < LARGEST:
            return Number(value**exponent)
        case Call(_, (Call("power", (base, Number(p)), _), Number(q)), _) if p == int(p) and q == int(q):
            return al.power(base, p * q)
        case Call(_, (Call("elementwise", (x,), ("sqrt",)), Number(p)), _) if p % 2 == 0:
            return al.power(x, p / 2)
        case Call(_, (Call("ones") as a, _), _):
            return a
    return None


@law("power", "power of a product", r"(A \odot B)^{p} = A^{p} \odot B^{p}")
def power_of_a_product(node: Call) -> Node | None:
    """Factor by factor, for whole exponents."""
    match node:
        case Call(_, (Call("times", factors, _), Number(p)), _) if p == int(p):
            return al.times(*(al.power(f, p) for f in factors))
    return None


@law("power", "powers of zeros and ones", r"T \odot T = T")
def power_of_one_hot(node: Call) -> Node | None:
    """0² = 0 and 1² = 1."""
    match node:
        case Call(_, (Variable(_, _, _, assumptions) as t, Number(p)), _) if "one-hot columns" in assumptions and p > 0:
            return t
    return None


@law("times", "commutativity, entry by entry", r"\mathrm{d}A \odot B = B \odot \mathrm{d}A")
def increments_last(node: Call) -> Node | None:
    """What varies stands last."""
    if not any(map(_varies, node.args)):
        return None
    order = sorted(node.args, key=lambda f: (not isinstance(f, Number), not al.is_scalar(f), _varies(f)))
    return None if order == list(node.args) else al.times(*order)


_varying: WeakKeyDictionary[Node, bool] = WeakKeyDictionary()


def _varies(node: Node) -> bool:
    """Whether a differential stands in it."""
    found = _varying.get(node)
    if found is None:
        for part in al.postorder(node, known=_varying.__contains__):
            inner = () if isinstance(part, Named) else children(part)
            _varying[part] = isinstance(part, Differential) or any(_varying[child] for child in inner)
        found = _varying[node]
    return found
