"""Laws of functions: softmax and log-sum-exp are recognised, exp and log undo each other, diagonals."""

from __future__ import annotations

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.expressions import Call, Node, Number
from mlp_theory.symbolic.function_record import FUNCTIONS


@law("elementwise", "exp and log", r"\log(\exp(A)) = A")
def exp_and_log(node: Call) -> Node | None:
    """They undo each other."""
    match node:
        case Call(_, (Call("elementwise", (a,), ("log",)),), ("exp",)):
            return a
        case Call(_, (Call("elementwise", (a,), ("exp",)),), ("log",)):
            return a
    return None


@law("elementwise", "a function of a constant", r"e^0 = 1")
def of_a_constant(node: Call) -> Node | None:
    """Exp 0 = 1, log 1 = 0, relu 0 = tanh 0 = 0."""
    match node:
        case Call(_, (Number(at),), (name,)) if at in FUNCTIONS[name].exact:
            return Number(FUNCTIONS[name].exact[at])
    return None


@law("times", "softmax", r"e^{Z} \oslash (\mathbf{1}\mathbf{1}^\top e^{Z}) = \mathrm{softmax}(Z)")
def softmax_recognised(node: Call) -> Node | None:
    """Powers of e, divided by their sums in every column."""
    for k, f in enumerate(node.args):
        match f:
            case Call("power", (Call("matmul", (Call("ones", (), (rows, n)), e), _), Number(-1.0)), _) if rows == n:
                match e:
                    case Call("elementwise", (z,), ("exp",)) if e in node.args:
                        rest = [x for j, x in enumerate(node.args) if j not in (k, node.args.index(e))]
                        return al.times(*rest, Call("softmax", (z,), ()))
            case Call("power", (Call("matmul", (Call("ones", (), (1, _)), e), _), Number(-1.0)), _) | Call(
                "matmul",
                (Call("ones"), Call("power", (Call("matmul", (Call("ones", (), (1, _)), e), _), Number(-1.0)), _)),
                _,
            ):
                match e:
                    case Call("elementwise", (z,), ("exp",)) if e in node.args and al.shape_of(f) in (
                        (1, 1),
                        al.shape_of(e),
                    ):
                        rest = [x for j, x in enumerate(node.args) if j not in (k, node.args.index(e))]
                        return al.times(*rest, Call("softmax", (z,), ()))
    return None


@law("times", "sigmoid", r"e^{Z} \oslash (1 + e^{Z}) = \sigma(Z)")
def sigmoid_recognised(node: Call) -> Node | None:
    """A power of e, divided by itself and one."""
    for k, f in enumerate(node.args):
        match f:
            case Call("power", (Call("add", (a, b), (1, 1)), Number(-1.0)), _):
                e = b if _is_one(a) else a if _is_one(b) else None
                match e:
                    case Call("elementwise", (z,), ("exp",)) if e in node.args:
                        rest = [x for j, x in enumerate(node.args) if j not in (k, node.args.index(e))]
                        return al.times(*rest, al.elementwise("sigmoid", z))
    return None


@law("power", "sigmoid", r"1 \oslash (1 + e^{-Z}) = \sigma(Z)")
def sigmoid_of_a_negative(node: Call) -> Node | None:
    """One divided by one and a negative power of e."""
    match node:
        case Call(_, (Call("add", (a, b), (1, 1)), Number(-1.0)), _):
            e = b if _is_one(a) else a if _is_one(b) else None
            match e:
                case Call("elementwise", (Call("times", (Number(value), *rest), _),), ("exp",)) if value < 0 and rest:
                    inside = al.times(*([] if value == -1 else [Number(-value)]), *rest)
                    return al.elementwise("sigmoid", inside)
    return None


@law("elementwise", "softplus", r"\log(1 + e^{Z}) = \mathrm{softplus}(Z)")
def softplus_recognised(node: Call) -> Node | None:
    """The logarithm of one and a power of e."""
    match node:
        case Call(_, (Call("add", (a, b), (1, 1)),), ("log",)):
            match b if _is_one(a) else a if _is_one(b) else None:
                case Call("elementwise", (z,), ("exp",)):
                    return al.elementwise("softplus", z)
    return None


def _is_one(node: Node) -> bool:
    """The number 1, or ones that repeat it."""
    return node is al.ONE or (isinstance(node, Call) and node.op == "ones")


@law("elementwise", "log-sum-exp", r"\log(\mathbf{1}^\top e^{Z}) = \mathrm{lse}(Z)")
def logsumexp_recognised(node: Call) -> Node | None:
    """The logarithm of the sum of the powers of e in every column."""
    match node:
        case Call(_, (Call("matmul", (Call("ones", (), (1, _)), Call("elementwise", (z,), ("exp",))), _),), ("log",)):
            return Call("logsumexp", (z,), ())
    return None


@law("diagonal", "diagonal of a diagonal matrix", r"\mathrm{diag}(\mathrm{diag}(x)) = x")
def diagonal_back(node: Call) -> Node | None:
    """What was put there."""
    match node:
        case Call(_, (Call("diagonal matrix", (x,), _),), _):
            return x
        case Call(_, (Call("identity", (), (n,)),), _):
            return al.ones(n, 1)
        case Call(_, (Call("transpose", (a,), _),), _):
            return Call("diagonal", (a,), ())
    return None


@law("diagonal", "a number before a matrix", r"\mathrm{diag}(sA) = s\,\mathrm{diag}(A)")
def number_before_a_diagonal(node: Call) -> Node | None:
    """The number goes to the front."""
    return _number_out(node)


@law("diagonal matrix", "diagonal matrix of ones", r"\mathrm{diag}(\mathbf{1}) = I")
def diagonal_of_ones(node: Call) -> Node | None:
    """The identity."""
    match node:
        case Call(_, (Call("ones", (), (n, 1)),), _):
            return al.identity(n)
    return _number_out(node)


@law("trace", "a number before a matrix", r"\mathrm{tr}(sA) = s\,\mathrm{tr}(A)")
def number_before_a_trace(node: Call) -> Node | None:
    """The number goes to the front."""
    return _number_out(node)


def _number_out(node: Call) -> Node | None:
    match node:
        case Call(op, (Call("times", factors, _),), data):
            numbers = [f for f in factors if al.is_scalar(f)]
            rest = [f for f in factors if not al.is_scalar(f)]
            if numbers and rest:
                return al.times(*numbers, Call(op, (al.times(*rest),), data))
    return None


@law("vec", "vec of a column", r"\mathrm{vec}(x) = x")
def vec_of_a_column(node: Call) -> Node | None:
    """It is one already."""
    match node:
        case Call(_, (Call("unvec", (a,), _),), _):
            return a
        case Call(_, (a,), _) if al.shape_of(a)[1] == 1:
            return a
    return None


@law("unvec", "vec and back", r"\mathrm{vec}^{-1}(\mathrm{vec}(A)) = A")
def unvec_of_vec(node: Call) -> Node | None:
    """Where it came from."""
    match node:
        case Call(_, (Call("vec", (a,), _),), shape) if al.shape_of(a) == shape:
            return a
        case Call(_, (a,), shape) if al.shape_of(a) == shape:
            return a
    return None
