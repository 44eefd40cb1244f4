"""The laws of vec, by which a differential becomes a matrix times vec(dX)."""

from __future__ import annotations

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.line import CitedLaw, Expansion
from mlp_theory.symbolic.calculus.writing.writer import unicode_of
from mlp_theory.symbolic.expressions import Call, Named, Node

OF_A_SUM = CitedLaw("vec of a sum", r"\mathrm{vec}(A + B) = \mathrm{vec}(A) + \mathrm{vec}(B)")
OF_A_PRODUCT = CitedLaw("vec of a product", r"\mathrm{vec}(AVB) = (B^\top \otimes A)\,\mathrm{vec}(V)")
OF_AN_ENTRYWISE_PRODUCT = CitedLaw(
    "vec of an entrywise product", r"\mathrm{vec}(M \odot V) = \mathrm{diag}(\mathrm{vec}(M))\,\mathrm{vec}(V)"
)
OF_A_NUMBER_TIMES = CitedLaw("vec, a number in front", r"\mathrm{vec}(sV) = s\,\mathrm{vec}(V)")
OF_A_TRANSPOSE = CitedLaw("vec of a transpose", r"\mathrm{vec}(V^\top) = K\,\mathrm{vec}(V)")
OF_A_TRACE = CitedLaw("trace by vec", r"\mathrm{tr}(V) = \mathrm{vec}(I)^\top\,\mathrm{vec}(V)")
OF_VEC = CitedLaw("vec twice", r"\mathrm{vec}(\mathrm{vec}(V)) = \mathrm{vec}(V)")


def vec(node: Node) -> Node:
    """Vec of a matrix; of a column, that column."""
    return node if al.shape_of(node)[1] == 1 else Call("vec", (node,), ())


def as_vec(node: Node) -> Node:
    """Vec of anything, also of a column, before a law says what that is."""
    return Call("vec", (node,), ())


def vectorised(whole: Node, letter: Node) -> Expansion | None:
    """vec(F) of an F that is linear in a letter, one law further: a matrix times vec of a smaller part.

    Returns
    -------
    Expansion or None
        None where nothing is to be done.

    Raises
    ------
    OptionError
        When no law gives it a form with Kronecker products.
    """
    if not isinstance(whole, Call) or whole.op != "vec" or not contains(whole, letter) or whole.args[0] is letter:
        return None
    (inside,) = whole.args
    assert isinstance(inside, Call)
    reason, after = _by_law(inside, letter)
    return Expansion(reason, whole, after)


def contains(node: Node, letter: Node) -> bool:
    """Whether the letter stands in an expression, and not only behind a name."""
    return letter in al.postorder(node, known=lambda p: isinstance(p, Named))


def _by_law(node: Call, letter: Node) -> tuple[CitedLaw, Node]:
    match node:
        case Call("add", terms, signs):
            return OF_A_SUM, Call("add", tuple(as_vec(term) for term in terms), signs)
        case Call("matmul", factors, _):
            (k,) = _places(node, factors, letter)
            left = al.product(*factors[:k]) if k else al.identity(al.shape_of(factors[k])[0])
            after = factors[k + 1 :]
            right = al.transpose(al.product(*after)) if after else al.identity(al.shape_of(factors[k])[1])
            return OF_A_PRODUCT, al.product(Call("kron", (right, left), ()), as_vec(factors[k]))
        case Call("times", factors, _):
            (k,) = _places(node, factors, letter)
            numbers = [f for j, f in enumerate(factors) if j != k and al.is_scalar(f)]
            rest = [f for j, f in enumerate(factors) if j != k and not al.is_scalar(f)]
            if al.is_scalar(factors[k]) and rest:
                return OF_AN_ENTRYWISE_PRODUCT, al.product(vec(al.times(*numbers, *rest)), as_vec(factors[k]))
            if rest:
                matrix = Call("diagonal matrix", (vec(al.times(*rest)),), ())
                return OF_AN_ENTRYWISE_PRODUCT, al.times(*numbers, al.product(matrix, as_vec(factors[k])))
            return OF_A_NUMBER_TIMES, al.times(*numbers, as_vec(factors[k]))
        case Call("transpose", (inner,), _):
            shape = al.shape_of(inner)
            if 1 in shape:
                return OF_A_TRANSPOSE, as_vec(inner)
            return OF_A_TRANSPOSE, al.product(Call("commutation", (), shape), as_vec(inner))
        case Call("trace", (inner,), _):
            unit = vec(al.identity(al.shape_of(inner)[0]))
            return OF_A_TRACE, al.product(al.transpose(unit), as_vec(inner))
        case Call("vec", (inner,), _):
            return OF_VEC, as_vec(inner)
    raise _no_form(node)


def _places(node: Node, factors: tuple[Node, ...], letter: Node) -> list[int]:
    places = [k for k, f in enumerate(factors) if contains(f, letter)]
    if len(places) != 1:
        raise _no_form(node)
    return places


def _no_form(node: Node) -> OptionError:
    return OptionError(
        "This Jacobian has no form with Kronecker products",
        expected="sums, products, entrywise products, transposes, traces and vec of what varies",
        got=unicode_of(node),
        mend="use differential(F, X), or jvp and vjp, which need none",
    )


def coefficient(node: Node, last: Node) -> Node:
    """J, where the expression is J vec(dX)."""
    found: dict[Node, Node] = {last: al.identity(al.shape_of(last)[0])}
    for part in al.postorder(node, known=lambda p: p is last or not isinstance(p, Call)):
        match part:
            case Call("add", terms, signs) if all(t in found for t in terms):
                found[part] = Call("add", tuple(found[t] for t in terms), signs)
            case Call("matmul", (*before, end), _) if end in found:
                found[part] = al.product(*before, found[end])
            case Call("times", factors, _) if factors[-1] in found:
                before = factors[:-1]
                if all(al.is_scalar(f) for f in before):
                    found[part] = al.times(*before, found[factors[-1]])
    return found[node]
