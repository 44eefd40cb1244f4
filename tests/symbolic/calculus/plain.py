"""A second evaluator of expressions, in plain NumPy: what the calculus is held against, and made of none of it."""

import numpy as np
from scipy.special import erf

from mlp_theory.symbolic.book import children
from mlp_theory.symbolic.expressions import Apply, Call, Derivative, Differential, Named, Number, Size, Variable

STEP = 1e-100


def _erf(x):
    return erf(x.real) + 1j * x.imag * 2 / np.sqrt(np.pi) * np.exp(-(x.real**2)) if np.iscomplexobj(x) else erf(x)


FUNCTIONS = {
    "exp": np.exp, "log": np.log, "sqrt": np.sqrt, "tanh": np.tanh, "sin": np.sin, "cos": np.cos, "tan": np.tan,
    "sinh": np.sinh, "cosh": np.cosh, "arctan": np.arctan, "arcsin": np.arcsin, "arccos": np.arccos, "erf": _erf,
    "sigmoid": lambda x: (1 + np.tanh(x / 2)) / 2,
    "softplus": lambda x: np.where(x.real > 0, x, 0) + np.log(1 + np.exp(np.where(x.real > 0, -x, x))),
    "relu": lambda x: np.where(x.real > 0, x, 0),
    "abs": lambda x: np.where(x.real < 0, -x, x),
    "sign": lambda x: np.sign(x.real),
    "step": lambda x: (x.real > 0) + 0.0,
    "gelu": lambda x: x / 2 * (1 + _erf(x / np.sqrt(2))),
    "elu": lambda x: np.where(x.real > 0, x, np.exp(np.where(x.real > 0, 0, x)) - 1),
}  # fmt: skip


def softmax(Z):
    powers = np.exp(Z - Z.real.max(0))
    return powers / powers.sum(0)


def blocks(arrays, counts):
    rows, k = [], 0
    for count in counts:
        rows.append(np.concatenate(arrays[k : k + count], 1))
        k += count
    return np.concatenate(rows, 0)


def commutation(m, n):
    """The matrix K of K vec(A) = vec(Aᵀ), row by row: entry (i, j) of A is at i + m j, and goes to j + n i."""
    K = np.zeros((m * n, m * n))
    for i, j in np.ndindex(m, n):
        K[j + n * i, i + m * j] = 1
    return K


def blocks_of(G, p, q):
    """G as an array of blocks of p × q, the place of the block in the first two axes."""
    return G.reshape(G.shape[0] // p, p, G.shape[1] // q, q).transpose(0, 2, 1, 3)


def call(op, a, data, size):
    """The value of an operation at arrays; `size` gives the number behind a size."""
    match op:
        case "matmul":
            return np.linalg.multi_dot(a) if len(a) > 1 else a[0]
        case "add":
            return sum(sign * x for sign, x in zip(data, a, strict=True))
        case "times":
            out = a[0]
            for x in a[1:]:
                out = out * x
            return out
        case "power":
            exponent = a[1].item()
            return a[0] ** (int(exponent) if exponent == int(exponent) and not np.iscomplexobj(a[0]) else exponent)
        case "elementwise":
            return FUNCTIONS[data[0]](a[0])
        case "ones" | "zeros":
            return np.full((size(data[0]), size(data[1])), float(op == "ones"))
        case "identity":
            return np.eye(size(data[0]))
        case "commutation":
            return commutation(size(data[0]), size(data[1]))
        case "part":
            top, left, rows, columns = map(size, data)
            return a[0][top : top + rows, left : left + columns]
        case "unvec":
            return a[0].reshape((size(data[0]), size(data[1])), order="F")
        case "inner of blocks":
            return np.einsum("rcpq,pq->rc", blocks_of(a[0], *a[1].shape), a[1])
        case "sum of blocks":
            p, q = a[0].shape[0] // a[1].shape[0], a[0].shape[1] // a[1].shape[1]
            return np.einsum("rcpq,rc->pq", blocks_of(a[0], p, q), a[1])
        case "blocks":
            return blocks(a, data)
    return {
        "transpose": lambda A: A.T,
        "trace": lambda A: np.trace(A).reshape(1, 1),
        "inverse": np.linalg.inv,
        "determinant": lambda A: np.linalg.det(A).reshape(1, 1),
        "log-determinant": lambda A: np.log(np.linalg.det(A) * np.sign(np.linalg.det(A).real)).reshape(1, 1),
        "diagonal": lambda A: np.diag(A)[:, None],
        "diagonal matrix": lambda x: np.diag(x[:, 0]),
        "squared norm": lambda A: (A * A).sum().reshape(1, 1),
        "norm": lambda A: np.sqrt((A * A).sum()).reshape(1, 1),
        "vec": lambda A: A.reshape((-1, 1), order="F"),
        "kron": np.kron,
        "logsumexp": lambda Z: np.log(np.exp(Z - Z.real.max(0)).sum(0, keepdims=True)) + Z.real.max(0),
        "softmax": softmax,
        "largest entry": lambda Z: np.take_along_axis(Z, Z.real.argmax(0)[None], 0),
        "where largest": lambda Z: (np.arange(len(Z))[:, None] == Z.real.argmax(0)) + 0.0,
    }[op](*a)


def value(node, arrays, sizes, instead=None):
    """The value of an expression at arrays of its letters; derivatives in it are complex steps, entry by entry.

    `instead` holds values for whole parts.
    """
    known = dict(instead or {})

    def size(dim):
        if isinstance(dim, tuple):
            return dim[2] + sum(c * size(name) for name, c in dim[1])
        return int(np.prod([sizes[name] for name in dim.split("·")])) if isinstance(dim, str) else dim

    todo = [node]
    while todo:
        part = todo[-1]
        if part in known:
            todo.pop()
            continue
        inside = [part.wrt] if isinstance(part, Derivative) else children(part)
        missing = [child for child in inside if child not in known]
        if missing:
            todo += missing
            continue
        match part:
            case Number(number):
                known[part] = np.array([[number]])
            case Size(dim):
                known[part] = np.array([[float(size(dim))]])
            case Variable(key, _, _, _):
                known[part] = arrays[key]
            case Differential(Variable(key, _, _, _), _):
                known[part] = arrays[f"d{key}"]
            case Named(_, body):
                known[part] = known[body]
            case Call(op, args, data):
                known[part] = call(op, [known[arg] for arg in args], data, size)
            case Apply(_, (arg,), order, _):  # every function f is x ↦ sin(1.3 x + 0.4) here
                known[part] = 1.3**order * np.sin(1.3 * known[arg] + 0.4 + order * np.pi / 2)
            case Derivative(body, wrt, _):
                known[part] = gradient(body, wrt, known[wrt], arrays, sizes)
    return known[node]


def gradient(body, wrt, at, arrays, sizes):
    """∂body/∂wrt by complex steps."""
    out = np.empty(at.shape)
    for place in np.ndindex(*at.shape):
        moved = at.astype(complex)
        moved[place] += 1j * STEP
        out[place] = value(body, arrays, sizes, {wrt: moved}).item().imag / STEP
    return out


def draw(nodes, rng, sizes=None, scale=1.0):
    """Sizes of 2 to 5 (or those given), and arrays for all letters that meet what is assumed of them."""
    sizes = dict(sizes or {})
    arrays, seen, todo = {}, set(), list(nodes)
    while todo:
        part = todo.pop()
        if part in seen:
            continue
        seen.add(part)
        todo += children(part)
        if isinstance(part, Differential):  # of a letter: its increment, any matrix
            assert isinstance(part.body, Variable)
            part = Variable(f"d{part.body.key}", part.body.rows, part.body.columns)
        if isinstance(part, Variable):
            shape = []
            for dim in (part.rows, part.columns):
                for name in dim.split("·") if isinstance(dim, str) else ():
                    sizes.setdefault(name, int(rng.integers(2, 6)))
                shape.append(int(np.prod([sizes[name] for name in dim.split("·")])) if isinstance(dim, str) else dim)
            arrays[part.key] = array(part.assumptions, *shape, rng, scale)
        elif isinstance(part, Size) and isinstance(part.dim, str):
            sizes.setdefault(part.dim, int(rng.integers(2, 6)))
    return arrays, sizes


def array(known, rows, columns, rng, scale=1.0):
    """Random entries, of the kind that is assumed."""
    if "one-hot columns" in known:
        return np.eye(rows)[:, rng.integers(0, rows, columns)]
    A = scale * (rng.uniform(0.2, 2, (rows, columns)) if known else rng.normal(size=(rows, columns)))
    if "unit column sums" in known:
        return A / A.sum(0)
    if "diagonal" in known:
        return np.diag(np.diag(A))
    if "positive definite" in known:
        return A @ A.T + np.eye(rows)
    if "symmetric" in known:
        return A + A.T
    return A + 3 * rows * np.eye(rows) if "invertible" in known else A
